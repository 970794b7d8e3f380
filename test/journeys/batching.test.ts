/** What each kind of query costs upstream, counted by the emulator: exact, not measured. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;
const uuids = Array.from({ length: 100 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

beforeAll(async () => {
  gateway = await startGateway({ upstream: { schemaLifetimeMs: 60_000 } });
  await change(`
    keyspace: createKeyspace(input: { name: "shop" }) { created }
    posts: createTable(input: { keyspace: "shop", name: "posts", primaryKey: { partitionKey: ["id"] }, columns: [
      { name: "id", type: "uuid" }, { name: "title", type: "text" }, { name: "author", type: "int" }, { name: "body", type: "text" }] }) { created }
    authors: createTable(input: { keyspace: "shop", name: "authors", primaryKey: { partitionKey: ["id"] }, columns: [
      { name: "id", type: "int" }, { name: "name", type: "text" }] }) { created }
    events: createTable(input: { keyspace: "shop", name: "events", primaryKey: { partitionKey: ["day"], clusteringKey: [{ name: "at" }] }, columns: [
      { name: "day", type: "int" }, { name: "at", type: "int" }, { name: "what", type: "text" }] }) { created }
    notes: createCollection(input: { namespace: "shop", name: "notes" }) { created }`);
  await createRows(
    'posts',
    uuids.map((id, n) => ({ id, title: `Post ${n}`, author: n % 10, body: 'text' })),
  );
  await createRows(
    'authors',
    Array.from({ length: 10 }, (_, id) => ({ id, name: `Author ${id}` })),
  );
  await createRows(
    'events',
    Array.from({ length: 40 }, (_, n) => ({ day: n % 4, at: n, what: `Event ${n}` })),
  );
  const documents = Array.from({ length: 25 }, (_, n) => ({ key: `note-${n}`, n, author: n % 5 }));
  await gateway.query(
    `mutation ($documents: [JSON!]!) {
      createDocuments(input: { namespace: "shop", collection: "notes", idPath: "key", documents: $documents }) { results { index } } }`,
    { documents },
  );
}, 60_000);

afterAll(() => gateway.close());

beforeEach(() => gateway.clearUpstreamRequests());

const posts = (fields: string) => `{ keyspace(name: "shop") { table(name: "posts") { ${fields} } } }`;

test('a row costs two requests cold and one warm: the tables of a keyspace are kept for a while', async () => {
  const own = await startGateway({ emulator: { sample: true } });
  const query = '{ keyspace(name: "travel") { table(name: "airports") { row(key: { iata: "SFO" }) { values } } } }';
  expect(await own.query(query)).not.toHaveProperty('errors');
  expect(own.upstreamRequests().map(({ target }) => target.split('?')[0])).toEqual([
    '/v2/schemas/keyspaces/travel/tables',
    '/v2/keyspaces/travel/airports',
  ]);
  own.clearUpstreamRequests();
  await own.query(query);
  expect(own.upstreamRequests()).toHaveLength(1);
  own.clearUpstreamRequests();
  const document =
    '{ namespace(name: "geology") { collection(name: "earthquakes") { document(documentId: "ci37868143") { data } } } }';
  expect(await own.query(document)).not.toHaveProperty('errors');
  expect(own.upstreamRequests()).toHaveLength(2);
  await own.query(document);
  expect(own.upstreamRequests()).toHaveLength(3);
  await own.close();
}, 60_000);

test('100 rows by key, in whatever branches, take the searches that their keys fill', async () => {
  const rows = uuids.map((id, n) => `r${n}: row(key: { id: "${id}" }) { value(column: "title") }`);
  const { data } = await run(posts(rows.join('\n')));
  expect(data.keyspace.table.r99.value).toBe('Post 99');
  expect(calls()).toHaveLength(2);
  const [first] = gateway.upstreamRequests();
  expect(`GET ${first?.target} HTTP/1.1`.length).toBeLessThanOrEqual(4096);
});

test('the same row twice, by other spellings and other branches, is one request with all that is read of it', async () => {
  const [id = ''] = uuids;
  await run(`{
    a: keyspace(name: "shop") { table(name: "posts") { row(key: { id: "${id}" }) { value(column: "title") } } }
    b: database { keyspace(name: "shop") { table(name: "posts") { row(key: { id: "${id.toUpperCase()}" }) { values(columns: ["author"]) } } } }
  }`);
  expect(calls()).toHaveLength(1);
  expect(calls()[0]).toContain('fields=id%2Cauthor%2Ctitle');
});

test('100 rows with a related row each: the rows, and the different rows in one', async () => {
  const { data } = await run(
    posts(
      'rows(first: 100) { nodes { value(column: "title") relatedRow(table: "authors", key: [{ column: "id", from: "author" }]) { value(column: "name") } } }',
    ),
  );
  expect(data.keyspace.table.rows.nodes).toHaveLength(100);
  expect(calls()).toHaveLength(2);
});

test('rows with few related rows each: one search for all', async () => {
  const { data } = await run(`{ keyspace(name: "shop") { table(name: "authors") { rows(first: 10) { nodes {
    value(column: "name") relatedRows(table: "events", key: [{ column: "day", from: "id" }], first: 5) { nodes { value(column: "what") } } } } } } }`);
  expect(data.keyspace.table.rows.nodes).toHaveLength(10);
  expect(calls()).toHaveLength(1 + 1);
});

test('rows by composite key: one search for each different leading part', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, n) => `e${n}: row(key: { day: ${n % 4}, at: ${n} }) { value(column: "what") }`,
  );
  const { data } = await run(`{ keyspace(name: "shop") { table(name: "events") { ${rows.join('\n')} } } }`);
  expect(data.keyspace.table.e39.value).toBe('Event 39');
  expect(calls()).toHaveLength(4);
});

test('a missing and a malformed key leave the others alone', async () => {
  const answer = await gateway.query(
    posts(`a: row(key: { id: "${uuids[1]}" }) { value(column: "title") }
      b: row(key: { id: "00000000-0000-4000-8000-00000000ffff" }) { id } c: row(key: { id: "no uuid" }) { id }`),
  );
  expect(answer.data.keyspace.table).toMatchObject({ a: { value: 'Post 1' }, b: null, c: null });
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors?.[0]).toMatchObject({
    path: ['keyspace', 'table', 'c'],
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(calls()).toHaveLength(1);
});

test('20 documents by id are 20 requests, and the same one twice is one', async () => {
  const documents = Array.from({ length: 20 }, (_, n) => `d${n}: document(documentId: "note-${n}") { data }`);
  await run(
    `{ namespace(name: "shop") { collection(name: "notes") { ${documents.join('\n')} again: document(documentId: "note-3") { value(path: "n") } } } }`,
  );
  expect(calls()).toHaveLength(20);
});

test('many values of one document at any depth are one request', async () => {
  await run(`{ namespace(name: "shop") { collection(name: "notes") { document(documentId: "note-7") {
    value(path: "n") data(fields: ["author"]) collection { document(documentId: "note-7") { other: value(path: "key") } } } } } }`);
  expect(calls()).toHaveLength(1);
});

test('a list of documents takes a request for each 20', async () => {
  const list = (first: number) =>
    `{ namespace(name: "shop") { collection(name: "notes") { documents(first: ${first}) { nodes { documentId } } } } }`;
  await run(list(20));
  expect(calls()).toHaveLength(1);
  gateway.clearUpstreamRequests();
  const { data } = await run(list(25));
  expect(data.namespace.collection.documents.nodes).toHaveLength(25);
  expect(calls()).toHaveLength(2);
});

test('hasNextPage costs one more at the very end of an upstream page, and nothing when it is not selected', async () => {
  await run(posts('rows(first: 10) { nodes { id } }'));
  expect(calls()).toHaveLength(1);
  gateway.clearUpstreamRequests();
  const { data } = await run(posts('rows(first: 10) { nodes { id } pageInfo { hasNextPage } }'));
  expect(data.keyspace.table.rows.pageInfo.hasNextPage).toBe(true);
  expect(calls()).toHaveLength(2);
});

test('keyspaces with their tables and columns: one for the list, and one for each', async () => {
  await gateway.query('mutation { createKeyspace(input: { name: "other" }) { created } }');
  gateway.clearUpstreamRequests();
  const { data } = await run('{ database { keyspaces { name tables { name columns { name type } } } } }');
  expect(calls()).toHaveLength(1 + data.database.keyspaces.length);
  expect(calls().every((call) => !call.startsWith('GET /v2/databases'))).toBe(true);
});

test('databases with keyspaces, tables and columns: one list of databases, and each database as above', async () => {
  const cold = await startGateway({ upstream: { schemaLifetimeMs: 0 } });
  for (const name of ['one', 'two']) {
    const input = `{ name: "${name}", cloudProvider: AWS, tier: "serverless", capacityUnits: 1, region: "us-east-1" }`;
    await cold.query(`mutation { createDatabase(input: ${input}) { databaseId } }`);
  }
  cold.clearUpstreamRequests();
  const { data } = await cold.query(
    '{ databases { nodes { databaseId keyspaces { name tables { columns { name } } } } } }',
  );
  const databases = data.databases.nodes as { keyspaces: unknown[] }[];
  expect(databases).toHaveLength(3);
  const keyspaces = databases.reduce((sum, database) => sum + database.keyspaces.length, 0);
  expect(cold.upstreamRequests()).toHaveLength(1 + databases.length + keyspaces);
  await cold.close();
});

test('a batch by idPath is one request; a payload that wants more than id and key is one more', async () => {
  await run(
    `mutation ($documents: [JSON!]!) { createDocuments(input: { namespace: "shop", collection: "notes", idPath: "key", documents: $documents }) { results { documentId } } }`,
    { documents: [{ key: 'batch-1' }, { key: 'batch-2' }, { key: 'batch-3' }] },
  );
  expect(calls().filter((call) => call.startsWith('POST'))).toHaveLength(1);
  gateway.clearUpstreamRequests();
  const update = (fields: string) =>
    `mutation { updateRow(input: { keyspace: "shop", table: "posts", key: { id: "${uuids[5]}" }, values: { title: "New" } }) { row { ${fields} } } }`;
  await run(update('id key'));
  const bare = calls().length;
  gateway.clearUpstreamRequests();
  await run(update('id key value(column: "title")'));
  expect(calls()).toHaveLength(bare + 1);
});

test('an operation that needs more calls than it may make is stopped, and what it has is answered', async () => {
  const small = await startGateway({ emulator: { sample: true }, limits: { maxCalls: 3 } });
  const { data, errors } =
    await small.query(`{ keyspace(name: "travel") { table(name: "airports") { rows(first: 10) { nodes {
    key relatedRows(table: "flights", key: [{ column: "origin", from: "iata" }], sort: [{ column: "day", order: DESC }]) { nodes { key } } } } } } }`);
  expect(data.keyspace.table.rows.nodes).toHaveLength(10);
  expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_BUDGET_EXCEEDED');
  expect(small.upstreamRequests()).toHaveLength(3);
  await small.close();
}, 60_000);

function calls(): string[] {
  return gateway.upstreamRequests().map(({ method, target }) => `${method} ${target}`);
}

async function run(document: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer> {
  const answer = await gateway.query(document, variables);
  expect(answer.errors).toBeUndefined();
  return answer;
}

async function change(fields: string): Promise<void> {
  await run(`mutation { ${fields} }`);
}

async function createRows(table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const { data } = await run(
    `mutation ($rows: [RowValues!]!) { createRows(input: { keyspace: "shop", table: "${table}", rows: $rows, ifNotExists: true }) { results { error { message } } } }`,
    { rows },
  );
  expect(JSON.stringify(data)).not.toContain('message');
}
