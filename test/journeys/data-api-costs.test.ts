/** What each kind of query for rows costs a Data API, in commands: exact, not measured. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { watchCommands } from '../support/commands.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';

const PAGE = 50;
const count = (n: number) => Array.from({ length: n }, (_, index) => index);
const uuids = count(220).map((n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

const watch = watchCommands();
let gateway: RunningGateway;

beforeAll(async () => {
  const upstream = { schemaLifetimeMs: 60_000, fetch: watch.fetch };
  gateway = await startGateway({ api: 'data', upstream, emulator: { dataPageSize: PAGE } });
  await run(`mutation {
    keyspace: createKeyspace(input: { name: "shop" }) { created }
    posts: createTable(input: { keyspace: "shop", name: "posts", primaryKey: { partitionKey: ["id"] }, columns: [
      { name: "id", type: "uuid" }, { name: "title", type: "text" }, { name: "author", type: "int" }] }) { created }
    authors: createTable(input: { keyspace: "shop", name: "authors", primaryKey: { partitionKey: ["id"] }, columns: [
      { name: "id", type: "int" }, { name: "name", type: "text" }] }) { created }
    events: createTable(input: { keyspace: "shop", name: "events", primaryKey: { partitionKey: ["day"], clusteringKey: [{ name: "at" }] }, columns: [
      { name: "day", type: "int" }, { name: "at", type: "int" }, { name: "what", type: "text" }] }) { created } }`);
  await createRows(
    'posts',
    uuids.map((id, n) => ({ id, title: `Post ${n}`, author: n % 10 })),
  );
  await createRows(
    'authors',
    count(10).map((id) => ({ id, name: `Author ${id}` })),
  );
  await createRows(
    'events',
    count(40).map((n) => ({ day: n % 4, at: n, what: `Event ${n}` })),
  );
}, 60_000);

afterAll(() => gateway.close());

beforeEach(() => watch.clear());

const posts = (fields: string) => `{ keyspace(name: "shop") { table(name: "posts") { ${fields} } } }`;

test('a row costs two commands cold and one warm: the tables of a keyspace are kept for a while', async () => {
  const own = watchCommands();
  const cold = await startGateway({ api: 'data', emulator: { sample: true }, upstream: { fetch: own.fetch } });
  const row = '{ keyspace(name: "travel") { table(name: "airports") { row(key: { iata: "SFO" }) { values } } } }';
  expect((await cold.query(row)).data.keyspace.table.row.values.iata).toBe('SFO');
  expect(commands(own.sent)).toEqual(['/travel listTables', '/travel/airports findOne']);
  expect((await cold.query(row)).errors).toBeUndefined();
  expect(commands(own.sent)).toEqual(['/travel listTables', '/travel/airports findOne', '/travel/airports findOne']);
  await cold.close();
}, 60_000);

test('keyspaces with their tables and columns: one list of keyspaces of Astra, and a command for each', async () => {
  const { data } = await run('{ database { keyspaces { name tables { name columns { name type } } } } }');
  expect(data.database.keyspaces).toHaveLength(1);
  expect(commands()).toEqual([]);
  await run('mutation { createKeyspace(input: { name: "other" }) { created } }');
  await run('{ database { keyspaces { name tables { name columns { name type } } } } }');
  expect(commands()).toEqual(['/other listTables', '/shop listTables']);
});

describe('rows', () => {
  test('100 rows by key are one search, which takes a command for each page of its answer', async () => {
    const rows = uuids.slice(0, 100).map((id, n) => `r${n}: row(key: { id: "${id}" }) { value(column: "title") }`);
    const { data } = await run(posts(rows.join('\n')));
    expect(data.keyspace.table.r99.value).toBe('Post 99');
    expect(commands()).toEqual(['/shop/posts find', '/shop/posts find']);
    expect(watch.sent[0]?.body.filter.id.$in).toHaveLength(100);
  });

  test('the same row many times, by other spellings and in other branches, is one command', async () => {
    const [id = ''] = uuids;
    await run(`{
      a: keyspace(name: "shop") { table(name: "posts") { row(key: { id: "${id}" }) { value(column: "title") } } }
      b: database { keyspace(name: "shop") { table(name: "posts") { row(key: { id: "${id.toUpperCase()}" }) { values(columns: ["author"]) } } } }
    }`);
    expect(commands()).toEqual(['/shop/posts findOne']);
    expect(Object.keys(watch.sent[0]?.body.projection)).toEqual(['id', 'author', 'title']);
  });

  test('rows by composite key: one search for each different leading part', async () => {
    const rows = count(40).map((n) => `e${n}: row(key: { day: ${n % 4}, at: ${n} }) { value(column: "what") }`);
    const { data } = await run(`{ keyspace(name: "shop") { table(name: "events") { ${rows.join('\n')} } } }`);
    expect(data.keyspace.table.e39.value).toBe('Event 39');
    expect(commands()).toEqual(count(4).map(() => '/shop/events find'));
  });

  test('a page of 100 rows with a related row each: its pages, and the different rows in one', async () => {
    const { data } = await run(
      posts(
        'rows(first: 100) { nodes { relatedRow(table: "authors", key: [{ column: "id", from: "author" }]) { value(column: "name") } } }',
      ),
    );
    expect(data.keyspace.table.rows.nodes).toHaveLength(100);
    expect(commands()).toEqual(['/shop/posts find', '/shop/posts find', '/shop/authors find']);
  });

  test('rows with few related rows each: one search for all', async () => {
    const { data } = await run(`{ keyspace(name: "shop") { table(name: "authors") { rows(first: 10) { nodes {
      relatedRows(table: "events", key: [{ column: "day", from: "id" }], first: 5) { nodes { value(column: "what") } } } } } } }`);
    expect(data.keyspace.table.rows.nodes).toHaveLength(10);
    expect(commands()).toHaveLength(1 + 1);
  });

  test.each([
    [PAGE, '', 1],
    [PAGE, 'pageInfo { hasNextPage }', 2],
    [PAGE - 1, 'pageInfo { hasNextPage }', 1],
    [PAGE + 1, '', 2],
    [220, 'pageInfo { hasNextPage }', 5],
  ])('a list of %s takes a command for each page, and one more to tell of the next: %s', async (first, info, calls) => {
    await run(posts(`rows(first: ${first}) { nodes { id } ${info} }`));
    expect(commands()).toEqual(count(calls).map(() => '/shop/posts find'));
  });

  test('100 new rows are looked for first, and inserted in one; a row alone is two commands', async () => {
    const rows = count(100).map((n) => ({ id: n + 1000, name: 'New' }));
    await createRows('authors', rows);
    expect(commands()).toEqual(['/shop/authors find', '/shop/authors insertMany']);
    watch.clear();
    await run(
      `mutation { createRow(input: { keyspace: "shop", table: "authors", values: { id: 5000 } }) { created } }`,
    );
    expect(commands()).toEqual(['/shop/authors findOne', '/shop/authors insertOne']);
  });

  test('a payload that wants more than id and key is one more', async () => {
    const update = (fields: string) =>
      `mutation { updateRow(input: { keyspace: "shop", table: "posts", key: { id: "${uuids[5]}" }, values: { title: "New" } }) { row { ${fields} } } }`;
    await run(update('id key'));
    expect(commands()).toEqual(['/shop/posts updateOne']);
    watch.clear();
    await run(update('id key value(column: "title")'));
    expect(commands()).toEqual(['/shop/posts updateOne', '/shop/posts findOne']);
  });

  test('a row is replaced by its definition read fresh, and deleted after a look', async () => {
    const key = `keyspace: "shop", table: "posts", key: { id: "${uuids[6]}" }`;
    await run(`mutation { replaceRow(input: { ${key}, values: { title: "New" } }) { row { id } } }`);
    expect(commands()).toEqual(['/shop listTables', '/shop/posts insertOne']);
    watch.clear();
    await run(`mutation { deleteRow(input: { ${key} }) { deletedId } }`);
    expect(commands()).toEqual(['/shop/posts findOne', '/shop/posts deleteOne']);
  });
});

function commands(sent = watch.sent): string[] {
  return sent.map(({ place, name }) => `${place} ${name}`);
}

async function run(document: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer> {
  const answer = await gateway.query(document, variables);
  expect(answer.errors).toBeUndefined();
  return answer;
}

async function createRows(table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const { data } = await run(
    `mutation ($rows: [RowValues!]!) { createRows(input: { keyspace: "shop", table: "${table}", rows: $rows, ifNotExists: true }) { results { error { message } } } }`,
    { rows },
  );
  expect(JSON.stringify(data)).not.toContain('message');
}
