/** The Data API of an emulator in memory, over HTTP. */
import { createEmulator, type Emulator, type EmulatorOptions } from '../../../emulator/emulator.ts';
import { listen } from '../../../emulator/server/server.ts';

export interface CommandError {
  readonly family: string;
  readonly scope: string;
  readonly errorCode: string;
  readonly documentIds?: readonly unknown[];
}

/** With the members that the tests look at. */
export interface Answer {
  readonly data?: {
    readonly document?: Record<string, unknown> | null;
    readonly documents?: readonly Record<string, unknown>[];
    readonly nextPageState?: string | null;
  };
  readonly status?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly CommandError[];
}

export interface Harness {
  readonly emulator: Emulator;
  /** `…/api`, of the default database. */
  readonly base: string;
  /** @param place - of the command behind `/v1`: nothing, a keyspace, a collection in keyspace `shop` with a leading dot */
  send(place: string, command: string | object): Promise<{ readonly status: number; readonly text: string }>;
  command(place: string, command: string | object): Promise<Answer>;
  /** Makes a collection in keyspace `shop`, and answers its place. */
  collection(name: string, options?: object): Promise<string>;
  close(): Promise<void>;
}

const TOKEN = `Cassandra:${btoa('cassandra')}:${btoa('cassandra')}`;

export async function openHarness(options: EmulatorOptions = {}): Promise<Harness> {
  const emulator = await createEmulator(options);
  const server = await listen(emulator);
  const base = `${server.url}/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}/api`;
  const send: Harness['send'] = async (place, command) => {
    const body = typeof command === 'string' ? command : JSON.stringify(command);
    const headers = { Token: TOKEN, 'Content-Type': 'application/json' };
    const response = await fetch(`${base}/json/v1${place}`, { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  };
  const command: Harness['command'] = async (place, sent) => JSON.parse((await send(place, sent)).text) as Answer;
  await command('', { createKeyspace: { name: 'shop' } });
  return {
    emulator,
    base,
    send,
    command,
    async collection(name, collectionOptions = {}) {
      await command('/shop', { createCollection: { name, options: collectionOptions } });
      return `/shop/${name}`;
    },
    async close() {
      await server.close();
      await emulator.close();
    },
  };
}

/** `scope/code` of each error. */
export function codes({ errors = [] }: Answer): string[] {
  return errors.map(({ scope, errorCode }) => `${scope}/${errorCode}`);
}
