/** An emulator in memory, called without a socket. */
import { createEmulator, type Emulator, type EmulatorOptions } from '../../../emulator/emulator.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of an answer; `undefined` for another content. */
  readonly body: unknown;
}

export interface Ask {
  readonly headers?: Record<string, string>;
  /** A string is sent as it is, any other value as JSON. */
  readonly body?: unknown;
  /** The raw target of the request line, which a URL would normalize. */
  readonly target?: string;
}

export interface Harness {
  readonly emulator: Emulator;
  /** `http://emulator` and the base path of the default database. */
  readonly base: string;
  ask(method: string, path: string, ask?: Ask): Promise<Answer>;
  /** A call to the DevOps API with the development token. */
  devops(method: string, path: string, body?: unknown): Promise<Answer>;
  /** A call to the default database, below its base path, with the development token. */
  data(method: string, path: string, body?: unknown): Promise<Answer>;
}

export const ORIGIN = 'http://emulator';

export async function openEmulator(options: EmulatorOptions = {}): Promise<Harness> {
  const emulator = await createEmulator({ delaysMs: 0, ...options });
  const base = `${ORIGIN}/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}/api/rest`;
  const ask: Harness['ask'] = async (method, path, { headers = {}, body, target } = {}) => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const url = path.startsWith('http') ? path : ORIGIN + path;
    const request = new Request(url, { method, headers, ...sent });
    return toAnswer(await emulator.fetch(request, target === undefined ? {} : { target }));
  };
  const json = { 'content-type': 'application/json' };
  return {
    emulator,
    base,
    ask,
    devops: (method, path, body) =>
      ask(method, path, { body, headers: { ...json, authorization: `Bearer ${emulator.applicationToken}` } }),
    data: (method, path, body) =>
      ask(method, base + path, { body, headers: { ...json, 'x-cassandra-token': emulator.applicationToken } }),
  };
}

export async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A clock that stands still until it is moved. */
export function createClock(startMs = Date.UTC(2026, 0, 1)) {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    pass(ms: number) {
      nowMs += ms;
    },
  };
}
