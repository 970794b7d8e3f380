/** A library with authors, books, loans and portraits, for whoever reads. */
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type GraphQLAnswer, type RunningGateway, startGateway } from './gateway.ts';

export const UNKNOWN_ID = '00000000-0000-4000-8000-00000000dead';
export const AUTHORS = ['a1', 'a2', 'a3'];
export const MEMBER = '7f1c2d60-0000-4000-8000-000000000001';
export const STATIC_MEMBER = '7f1c2d60-0000-4000-8000-000000000002';

export interface Library {
  readonly gateway: RunningGateway;
  /** The data of an answer without errors. */
  read(document: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer['data']>;
  /** The first error, and what stands beside it. */
  refusal(document: string, variables?: Record<string, unknown>): Promise<Refusal>;
  /** How many upstream calls the test has made. */
  calls(): number;
}

interface Refusal {
  readonly data: GraphQLAnswer['data'];
  readonly code: string;
  readonly message: string;
  readonly path: readonly (string | number)[] | undefined;
}

/** Starts it before the tests of a file. */
export function useLibrary(): Library {
  let gateway: RunningGateway;
  beforeAll(async () => {
    // Definitions are not kept, so that each query pays for those that it needs.
    gateway = await startGateway({ limits: { maxFirst: 50, maxIds: 10 }, upstream: { schemaLifetimeMs: 0 } });
    await fill(gateway);
  }, 60_000);
  afterAll(() => gateway.close());
  beforeEach(() => gateway.clearUpstreamRequests());
  return {
    get gateway() {
      return gateway;
    },
    async read(document, variables = {}) {
      const { data, errors } = await gateway.query(document, variables);
      expect(errors).toBeUndefined();
      return data;
    },
    async refusal(document, variables = {}) {
      const { data, errors = [] } = await gateway.query(document, variables);
      const [error] = errors;
      if (!error) throw new Error(`No error: ${JSON.stringify(data)}`);
      return { data, code: error.extensions.code as string, message: error.message, path: error.path };
    },
    calls: () => gateway.upstreamRequests().length,
  };
}

type Upstream = (method: string, path: string, body?: unknown) => Promise<void>;

/** Calls the data plane of the emulator itself. */
const upstreamOf =
  ({ emulator, emulatorUrl }: RunningGateway): Upstream =>
  async (method, path, body) => {
    const base = `${emulatorUrl}/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}/api/rest`;
    const headers = { 'x-cassandra-token': emulator.applicationToken, 'content-type': 'application/json' };
    const response = await fetch(base + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  };

async function fill(gateway: RunningGateway): Promise<void> {
  const upstream = upstreamOf(gateway);
  await upstream('POST', '/v2/schemas/keyspaces', { name: 'library' });
  await createTables(upstream);
  await createRows(upstream);
  await createPortraits(upstream);
}

async function createTables(upstream: Upstream): Promise<void> {
  await createTable(upstream, 'author', { id: 'text', name: 'text', born: 'int', portrait: 'text' }, ['id']);
  await createTable(
    upstream,
    'book',
    { isbn: 'text', title: 'text', author_id: 'text', copies: 'bigint', pages: 'int' },
    ['isbn'],
  );
  await createTable(
    upstream,
    'loan',
    { member: 'uuid', number: 'int', isbn: 'text', name: 'static text' },
    ['member'],
    ['number'],
  );
}

async function createRows(upstream: Upstream): Promise<void> {
  for (const [index, id] of AUTHORS.entries()) {
    const portrait = id === 'a1' ? { portrait: 'p1' } : {};
    await upstream('POST', '/v2/keyspaces/library/author', {
      id,
      name: `Author ${id}`,
      born: 1900 + index,
      ...portrait,
    });
  }
  for (let index = 0; index < 30; index += 1) {
    const author = index % 5 === 4 ? {} : { author_id: AUTHORS[index % 3] };
    const row = { isbn: `i${index}`, title: `Title ${index}`, copies: '9007199254740993', pages: index, ...author };
    await upstream('POST', '/v2/keyspaces/library/book', row);
  }
  for (let number = 1; number <= 3; number += 1) {
    await upstream('POST', '/v2/keyspaces/library/loan', { member: MEMBER, number, isbn: `i${number}` });
  }
  await upstream('PUT', `/v2/keyspaces/library/loan/${STATIC_MEMBER}`, { name: 'nobody yet' });
}

async function createPortraits(upstream: Upstream): Promise<void> {
  await upstream('POST', '/v2/namespaces/library/collections', { name: 'portraits' });
  for (let index = 0; index < 25; index += 1) {
    await upstream('PUT', `/v2/namespaces/library/collections/portraits/p${index}`, {
      title: `Portrait ${index}`,
      size: { width: index, height: 2 * index },
      author: { id: AUTHORS[index % 3] },
      marks: [
        { at: 1, what: 'crack' },
        { at: 2 + index, what: 'stain' },
      ],
    });
  }
}

async function createTable(
  upstream: Upstream,
  name: string,
  columns: Record<string, string>,
  partitionKey: string[],
  clusteringKey: string[] = [],
) {
  await upstream('POST', '/v2/schemas/keyspaces/library/tables', {
    name,
    columnDefinitions: Object.entries(columns).map(([column, type]) => ({
      name: column,
      typeDefinition: type.replace('static ', ''),
      static: type.startsWith('static '),
    })),
    primaryKey: { partitionKey, clusteringKey },
  });
}

export const inTable = (name: string, selection: string) =>
  `{ keyspace(name: "library") { table(name: "${name}") { ${selection} } } }`;
export const inCollection = (selection: string) =>
  `{ namespace(name: "library") { collection(name: "portraits") { ${selection} } } }`;
