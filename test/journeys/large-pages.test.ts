/** Pages that do not fit one message of upstream (4 MiB) come in halves; what they cost is exact, and so are cursors. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importLines } from '../../emulator/transfer/import.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;

const TABLES: Readonly<Record<string, readonly (readonly [p: number, c: number, bytes: number])[]>> = {
  // 850 rows of 5 kB.
  logs: Array.from({ length: 850 }, (_, n) => [1, n, 5000] as const),
  // 30 rows of 1 MB.
  images: Array.from({ length: 30 }, (_, n) => [n, 0, 1_000_000] as const),
  // One row that no page holds.
  films: Array.from({ length: 40 }, (_, n) => [1, n, n === 17 ? 4_500_000 : 10] as const),
};

function* lines(): Iterable<string> {
  yield '{"keyspace":{"name":"big"}}';
  const columnDefinitions = Object.entries({ p: 'int', c: 'int', v: 'text' }).map(([name, typeDefinition]) => ({
    name,
    typeDefinition,
  }));
  const primaryKey = { partitionKey: ['p'], clusteringKey: ['c'] };
  for (const [name, rows] of Object.entries(TABLES)) {
    yield JSON.stringify({ table: { name, columnDefinitions, primaryKey } });
    for (const [p, c, bytes] of rows) yield JSON.stringify({ table: name, row: { p, c, v: 'x'.repeat(bytes) } });
  }
}

beforeAll(async () => {
  gateway = await startGateway({ limits: { maxFirst: 1000 }, upstream: { schemaLifetimeMs: 600_000 } });
  const entry = gateway.emulator.databases.find(gateway.emulator.defaultDatabaseId);
  if (!entry) throw new Error('The emulator has no default database.');
  await importLines(entry.database, lines());
  await gateway.query('{ keyspace(name: "big") { name } }');
}, 120_000);

afterAll(() => gateway.close());
beforeEach(() => gateway.clearUpstreamRequests());

const rows = (table: string, args: string, fields: string) =>
  `{ keyspace(name: "big") { table(name: "${table}") { rows(${args}) { ${fields} } } } }`;

/** Status of each request and the page size that it asked for. */
const asked = () =>
  gateway.upstreamRequests().map(({ status, target }) => {
    const size = new URL(target, 'http://upstream').searchParams.get('page-size');
    return `${status} ${size}`;
  });

describe('rows', () => {
  test('come in halves of a page, and later pages of the list begin with the size that worked', async () => {
    const { data, errors } = await gateway.query(
      rows('logs', 'key: { p: 1 }, first: 850', 'nodes { key value(column: "v") } pageInfo { hasNextPage endCursor }'),
    );
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data.keyspace.table.rows;
    expect(nodes.map(({ key }: { key: { c: number } }) => key.c)).toEqual(TABLES.logs?.map(([, c]) => c));
    expect(nodes.every(({ value }: { value: string }) => value.length === 5000)).toBe(true);
    expect(pageInfo.hasNextPage).toBe(false);
    expect(asked()).toEqual(['500 850', '200 425', '200 425', '200 1']);
    gateway.clearUpstreamRequests();
    const again = await gateway.query(rows('logs', 'key: { p: 1 }, first: 840', 'nodes { value(column: "v") }'));
    expect(again.data.keyspace.table.rows.nodes).toHaveLength(840);
    expect(asked()).toEqual(['200 425', '200 415']);
  });

  test('of other columns are read in whole pages', async () => {
    const { data } = await gateway.query(rows('logs', 'key: { p: 1 }, first: 850', 'nodes { value(column: "c") }'));
    expect(data.keyspace.table.rows.nodes).toHaveLength(850);
    expect(asked()).toEqual(['200 850']);
  });

  test('have cursors that lead to each row once', async () => {
    const found: number[] = [];
    let after = '';
    for (let hasNextPage = true; hasNextPage; ) {
      const args = `first: 7${after}`;
      const { data, errors } = await gateway.query(
        rows('images', args, 'edges { cursor node { key value(column: "v") } } pageInfo { hasNextPage endCursor }'),
      );
      expect(errors).toBeUndefined();
      const { edges, pageInfo } = data.keyspace.table.rows;
      found.push(...edges.map(({ node }: { node: { key: { p: number } } }) => node.key.p));
      // From the middle of a page as well.
      const middle = await gateway.query(rows('images', `first: 1, after: "${edges[0].cursor}"`, 'nodes { key }'));
      expect(middle.data.keyspace.table.rows.nodes[0]?.key).toEqual(edges[1]?.node.key);
      after = `, after: "${pageInfo.endCursor}"`;
      hasNextPage = pageInfo.hasNextPage;
    }
    expect(found.length).toBe(30);
    expect(found.sort((a, b) => a - b)).toEqual(TABLES.images?.map(([p]) => p));
  });

  test('by key come from one search, in pages that fit', async () => {
    const keys = TABLES.images?.slice(0, 20).map(([p]) => `r${p}: row(key: { p: ${p}, c: 0 }) { value(column: "v") }`);
    const { data, errors } = await gateway.query(
      `{ keyspace(name: "big") { table(name: "images") { ${keys?.join(' ')} } } }`,
    );
    expect(errors).toBeUndefined();
    const found = Object.values<{ value: string }>(data.keyspace.table);
    expect(found.every(({ value }) => value.length === 1_000_000)).toBe(true);
    expect(asked()).toEqual(['500 21', '500 11', '500 6', ...Array(6).fill('200 3'), '200 3']);
  });
});

describe('a row that does not fit by itself', () => {
  const key = (c: number) => `r${c}: row(key: { p: 1, c: ${c} }) { value(column: "v") }`;
  const tooLarge = {
    message: expect.stringMatching(/larger than the 4 MiB .* even for one item\. Select fewer columns or fields\./),
    extensions: {
      code: 'UPSTREAM_ERROR',
      upstream: { status: 500, retryable: false, route: '/v2/keyspaces/{keyspace}/{table}' },
    },
  };

  test('is an error that says so where it is in a page', async () => {
    const { data, errors } = await gateway.query(
      rows('films', 'key: { p: 1 }, first: 20', 'nodes { value(column: "v") }'),
    );
    expect(data.keyspace.table.rows).toBeNull();
    expect(errors).toMatchObject([tooLarge]);
    expect(asked()).toEqual(['500 20', '200 10', '500 10', '200 5', '500 5', '500 3', '200 2', '500 2', '500 1']);
  });

  test('can be listed without the column that is too large', async () => {
    const { data } = await gateway.query(rows('films', 'key: { p: 1 }, first: 40', 'nodes { value(column: "c") }'));
    expect(data.keyspace.table.rows.nodes).toHaveLength(40);
    expect(asked()).toEqual(['200 40']);
  });

  test('is the only one of its batch that fails', async () => {
    const keys = Array.from({ length: 20 }, (_, c) => key(c));
    const { data, errors } = await gateway.query(
      `{ keyspace(name: "big") { table(name: "films") { ${keys.join(' ')} } } }`,
    );
    expect(errors).toMatchObject([{ ...tooLarge, path: ['keyspace', 'table', 'r17'] }]);
    const missing = Object.entries(data.keyspace.table).filter(([, row]) => row === null);
    expect(missing.map(([name]) => name)).toEqual(['r17']);
    expect(asked().length).toBeLessThanOrEqual(4 * Math.ceil(Math.log2(20)));
  });
});

describe('documents', () => {
  beforeAll(async () => {
    await gateway.query(`mutation {
      createNamespace(input: { name: "shelf" }) { created }
      books: createCollection(input: { namespace: "shelf", name: "books" }) { created }
      parts: createCollection(input: { namespace: "shelf", name: "parts" }) { created } }`);
    const text = 'x'.repeat(50_000);
    const data = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`part${n}`, text]));
    for (let n = 0; n < 6; n += 1) {
      const { errors } = await gateway.query(
        `mutation($data: JSON!) { replaceDocument(input: { namespace: "shelf", collection: "books", documentId: "d${n}", data: $data }) { document { id } } }`,
        { data },
      );
      expect(errors).toBeUndefined();
    }
    const parts = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`p${n}`, { text }]));
    // More than the gateway takes in one request.
    const { emulator, emulatorUrl } = gateway;
    const base = `${emulatorUrl}/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}/api/rest`;
    const { ok } = await fetch(`${base}/v2/namespaces/shelf/collections/parts/d`, {
      method: 'PUT',
      headers: { 'x-cassandra-token': emulator.applicationToken, 'content-type': 'application/json' },
      body: JSON.stringify(parts),
    });
    expect(ok).toBe(true);
  }, 60_000);

  test('of 400 kB come in halves of a page', async () => {
    const { data, errors } = await gateway.query(
      '{ namespace(name: "shelf") { collection(name: "books") { documents(first: 6) { nodes { documentId data } pageInfo { hasNextPage } } } } }',
    );
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data.namespace.collection.documents;
    expect(nodes.map(({ documentId }: { documentId: string }) => documentId).sort()).toEqual(
      Array.from({ length: 6 }, (_, n) => `d${n}`),
    );
    expect(nodes.every((node: { data: { part7: string } }) => node.data.part7.length === 50_000)).toBe(true);
    expect(pageInfo.hasNextPage).toBe(false);
    expect(asked()).toEqual(['500 6', '500 3', '200 2', '200 2', '200 2']);
  });

  test('have parts that come in halves of a page', async () => {
    const { data, errors } = await gateway.query(
      `{ namespace(name: "shelf") { collection(name: "parts") { document(documentId: "d") {
        search(where: { path: "*.text", gt: "" }, first: 60) { nodes { path } pageInfo { hasNextPage } } } } } }`,
    );
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data.namespace.collection.document.search;
    expect(nodes).toHaveLength(60);
    expect(new Set(nodes.map(({ path }: { path: string }) => path)).size).toBe(60);
    expect(pageInfo.hasNextPage).toBe(false);
    expect(asked()).toEqual(['200 null', '500 60', '500 30', '500 15', '500 8', '500 4', ...Array(30).fill('200 2')]);
  });
});
