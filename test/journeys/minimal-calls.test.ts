/** What an operation costs where branches, levels, long keys and failures meet: over the whole way, counted by the emulator. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { importLines } from '../../emulator/transfer/import.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;
/** Each letter is nine bytes in a request line. */
const longKeys = Array.from({ length: 60 }, (_, n) => `${'é€'.repeat(10)}${n}`);
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function* lines(): Iterable<string> {
  yield '{"keyspace":{"name":"shop"}}';
  yield* table('posts', { id: 'uuid', author: 'int', editor: 'int', title: 'text', body: 'text' }, ['id'], []);
  for (let n = 0; n < 40; n += 1) {
    const row = { id: uuid(n), author: n % 4, editor: 3 + (n % 4), title: `Post ${n}`, body: 'text' };
    yield JSON.stringify({ table: 'posts', row });
  }
  yield* table('authors', { id: 'int', name: 'text', friend: 'int' }, ['id'], []);
  for (let id = 0; id < 10; id += 1)
    yield JSON.stringify({ table: 'authors', row: { id, name: `Author ${id}`, friend: (id + 1) % 10 } });
  yield* table('words', { word: 'text', meaning: 'text' }, ['word'], []);
  for (const word of longKeys) yield JSON.stringify({ table: 'words', row: { word, meaning: word } });
  yield* table('events', { day: 'int', at: 'int', what: 'text' }, ['day'], ['at']);
  for (let n = 0; n < 60; n += 1)
    yield JSON.stringify({ table: 'events', row: { day: n % 20, at: Math.floor(n / 20), what: `Event ${n}` } });
}

function* table(name: string, types: Record<string, string>, partitionKey: string[], clusteringKey: string[]) {
  const columnDefinitions = Object.entries(types).map(([column, typeDefinition]) => ({ name: column, typeDefinition }));
  yield JSON.stringify({ table: { name, columnDefinitions, primaryKey: { partitionKey, clusteringKey } } });
}

beforeAll(async () => {
  gateway = await startGateway({ upstream: { schemaLifetimeMs: 60_000 } });
  const { emulator } = gateway;
  const entry = emulator.databases.find(emulator.defaultDatabaseId);
  if (!entry) throw new Error('The emulator has no default database.');
  await importLines(entry.database, lines());
  await gateway.query('{ keyspace(name: "shop") { tables { name } } }');
}, 60_000);

beforeEach(() => gateway.clearUpstreamRequests());
afterEach(() => gateway.emulator.faults.clear());
afterAll(() => gateway.close());

const shop = (fields: string) => `{ keyspace(name: "shop") { ${fields} } }`;

interface Search {
  readonly table: string;
  readonly where: Record<string, { $in?: unknown[]; $eq?: unknown }>;
  readonly fields: string | null;
  readonly lineBytes: number;
}

function searches(): Search[] {
  return gateway.upstreamRequests().map(({ method, target }) => {
    const url = new URL(target, 'http://upstream');
    const where = JSON.parse(url.searchParams.get('where') ?? '{}');
    const lineBytes = `${method} ${target} HTTP/1.1`.length;
    return { table: url.pathname.split('/').at(-1) ?? '', where, fields: url.searchParams.get('fields'), lineBytes };
  });
}

async function run(document: string): Promise<GraphQLAnswer> {
  const answer = await gateway.query(document);
  expect(answer.errors).toBeUndefined();
  return answer;
}

const related = (alias: string, from: string, fields = 'value(column: "name")') =>
  `${alias}: relatedRow(table: "authors", key: [{ column: "id", from: "${from}" }]) { ${fields} }`;

test('rows of one table that several branches and fields lead to meet in one search, each key once', async () => {
  const { data } = await run(
    shop(
      `posts: table(name: "posts") { rows(first: 40) { nodes { ${related('author', 'author')} ${related('editor', 'editor')} } } }`,
    ),
  );
  expect(data.keyspace.posts.rows.nodes).toHaveLength(40);
  const [list, authors, ...more] = searches();
  expect(more).toEqual([]);
  expect(list).toMatchObject({ table: 'posts', fields: 'id,author,editor' });
  expect(authors?.where.id?.$in?.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('a level further down asks for what no level has read yet, and nothing twice', async () => {
  const friends = related('friend', 'friend', `value(column: "name") ${related('friend', 'friend')}`);
  await run(shop(`table(name: "posts") { rows(first: 40) { nodes { ${related('author', 'author', friends)} } } }`));
  const asked = searches()
    .slice(1)
    .map(({ where }) => where.id?.$in ?? [where.id?.$eq]);
  expect(asked.map((ids) => ids.toSorted())).toEqual([[0, 1, 2, 3], [4], [5]]);
  expect(
    searches()
      .slice(1)
      .every(({ fields }) => fields === 'id,friend,name'),
  ).toBe(true);
});

test('a value fetches its column and the key; what any branch reads of a table is fetched in each', async () => {
  await run(shop(`table(name: "posts") { row(key: { id: "${uuid(1)}" }) { value(column: "title") } }`));
  expect(searches()[0]?.fields).toBe('id,title');
  gateway.clearUpstreamRequests();
  await run(
    shop(`a: table(name: "posts") { row(key: { id: "${uuid(1)}" }) { value(column: "title") } }
      b: table(name: "posts") { row(key: { id: "${uuid(2)}" }) { value(column: "body") again: table { row(key: { id: "${uuid(1)}" }) { value(column: "author") } } } }`),
  );
  expect(searches()).toMatchObject([{ fields: 'id,author,body,title' }]);
});

test('keys are counted by their bytes: no request line is too long, and none could have held another key', async () => {
  const rows = longKeys.map(
    (word, n) => `w${n}: row(key: { word: ${JSON.stringify(word)} }) { value(column: "meaning") }`,
  );
  const { data } = await run(shop(`table(name: "words") { ${rows.join('\n')} }`));
  expect(longKeys.map((_, n) => data.keyspace.table[`w${n}`].value)).toEqual(longKeys);
  const lengths = searches().map(({ lineBytes }) => lineBytes);
  const keyBytes = encodeURIComponent(`,"${longKeys[0]}"`).length + 1;
  expect(Math.max(...lengths)).toBeLessThanOrEqual(4096);
  for (const length of lengths.toSorted((one, other) => one - other).slice(1))
    expect(length + keyBytes).toBeGreaterThan(3900);
});

test.each([
  ['few days and many times', (n: number) => ({ day: n % 2, at: Math.floor(n / 2) }), 6, 2],
  ['many days and few times', (n: number) => ({ day: n % 20, at: Math.floor(n / 20) }), 40, 2],
])('composite keys of %s are searched in the direction that needs fewer', async (_, keyOf, count, calls) => {
  const keys = Array.from({ length: count }, (_, n) => keyOf(n));
  const rows = keys.map(({ day, at }, n) => `e${n}: row(key: { day: ${day}, at: ${at} }) { value(column: "what") }`);
  const { data } = await run(shop(`table(name: "events") { ${rows.join('\n')} }`));
  expect(keys.map((_, n) => data.keyspace.table[`e${n}`].value)).toEqual(
    keys.map(({ day, at }) => `Event ${at * 20 + day}`),
  );
  expect(searches()).toHaveLength(calls);
});

test('found, missing and failing keys of one batch: it is halved, and only the key that spoils it fails', async () => {
  gateway.emulator.faults.add({ match: { target: new RegExp(uuid(9)) }, fault: { kind: 'answer', status: 500 } });
  const rows = Array.from(
    { length: 16 },
    (_, n) => `p${n}: row(key: { id: "${uuid(n + 30)}" }) { value(column: "title") }`,
  );
  const bad = `bad: row(key: { id: "${uuid(9)}" }) { id }`;
  const { data, errors } = await gateway.query(
    shop(`table(name: "posts") { ${[...rows.slice(0, 15), bad].join('\n')} }`),
  );
  const found = Array.from({ length: 15 }, (_, n) => data.keyspace.table[`p${n}`]?.value ?? null);
  expect(found).toEqual(Array.from({ length: 15 }, (_, n) => (n < 10 ? `Post ${n + 30}` : null)));
  expect(errors).toMatchObject([{ path: ['keyspace', 'table', 'bad'], extensions: { code: 'UPSTREAM_ERROR' } }]);
  expect(searches()).toHaveLength(1 + 2 * Math.log2(16));
});
