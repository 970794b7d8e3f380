/** The Document API over a store in memory, called as a function. */
import { openCatalog } from '../../../emulator/core/catalog.ts';
import type { Database } from '../../../emulator/core/service.ts';
import { openStore } from '../../../emulator/core/store.ts';
import { documentService } from '../../../emulator/document/http/document-service.ts';
import { toCall } from '../support/service-call.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of an answer, or its text where that is none. */
  readonly body: Body;
}

/** All members that some answer has. */
export interface Body {
  readonly documentId: string;
  readonly documentIds: readonly string[];
  readonly pageState?: string;
  readonly data: Record<string, unknown>;
  readonly schema: unknown;
  readonly description: string;
  readonly grpcStatus: string | null;
}

export interface Harness {
  readonly database: Database;
  /** `path` begins behind `/v2/namespaces/harbour/collections`, unless it begins with `/v2`. A text is sent as it is. */
  ask(method: string, path: string, body?: unknown, how?: { token?: string }): Promise<Answer>;
  close(): Promise<void>;
}

export function openHarness(): Harness {
  const store = openStore();
  const catalog = openCatalog(store, 'test/');
  const database: Database = { id: 'd', region: 'r', storagePrefix: 'test/', store, catalog };
  catalog.putKeyspace({
    name: 'harbour',
    system: false,
    replication: { strategy: 'simple', replicas: 1 },
    tables: {},
    types: {},
  });
  return { database, ask, close: () => store.close() };

  async function ask(
    method: string,
    path: string,
    body?: unknown,
    { token }: { token?: string } = {},
  ): Promise<Answer> {
    const whole = path.startsWith('/v2') ? path : `/v2/namespaces/harbour/collections${path}`;
    const response = await documentService(toCall(database, method, whole, body, token));
    const text = response.body ?? '';
    const isJson = /^[[{]/.test(text);
    return {
      status: response.status,
      headers: new Headers(response.headers),
      text,
      body: isJson ? JSON.parse(text) : text,
    };
  }
}

/** A value for a query parameter, as JSON. */
export function query(parameters: Readonly<Record<string, unknown>>): string {
  const encode = (value: unknown) => encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value));
  return `?${Object.entries(parameters)
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join('&')}`;
}
