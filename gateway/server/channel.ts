/** Questions and answers between two processes of the gateway, over Node's IPC. */

/** One end of Node's IPC. */
export interface IpcPort {
  send(message: object): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** By the names of questions. What is thrown is the asker's error, with its message alone. */
export type Handlers = Readonly<Record<string, (data: never) => unknown>>;

export interface Channel {
  /** @throws Error - when the other side has thrown, or has ended before its answer */
  ask<T>(name: string, data?: unknown): Promise<T>;
  /** Fails what still waits for an answer. */
  end(): void;
}

type Message =
  | { readonly ask: number; readonly name: string; readonly data: unknown }
  | { readonly answer: number; readonly data: unknown }
  | { readonly answer: number; readonly error: string };

interface Waiting {
  readonly resolve: (data: never) => void;
  readonly reject: (error: Error) => void;
}

/** Data can be printed as JSON. */
export function createChannel(port: IpcPort, handlers: Handlers): Channel {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let hasEnded = false;

  async function answer(id: number, name: string, data: unknown): Promise<void> {
    try {
      const handle = handlers[name];
      if (!handle) throw new Error(`No such question: ${name}`);
      send({ answer: id, data: (await handle(data as never)) ?? null });
    } catch (error) {
      send({ answer: id, error: error instanceof Error ? error.message : String(error) });
    }
  }

  function send(message: Message): void {
    if (!hasEnded) port.send(message);
  }

  port.onMessage((received) => {
    const message = received as Message;
    if ('ask' in message) {
      void answer(message.ask, message.name, message.data);
      return;
    }
    const asker = waiting.get(message.answer);
    waiting.delete(message.answer);
    if ('error' in message) asker?.reject(new Error(message.error));
    else asker?.resolve(message.data as never);
  });

  return {
    ask<T>(name: string, data: unknown = null) {
      return new Promise<T>((resolve, reject) => {
        if (hasEnded) return reject(new Error(GONE));
        asked += 1;
        waiting.set(asked, { resolve, reject });
        send({ ask: asked, name, data });
      });
    },
    end() {
      hasEnded = true;
      for (const { reject } of waiting.values()) reject(new Error(GONE));
      waiting.clear();
    },
  };
}

const GONE = 'The other process has ended.';
