/** Keys that share a request, and values that conditions compare, are told apart as well as single ones. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEYSPACE, openRoundTrip, type RoundTrip } from './graph.ts';
import { hostileTexts } from './hostile.ts';

let trip: RoundTrip;
const texts = hostileTexts.filter((text) => text.length < 100);

beforeAll(async () => {
  trip = await openRoundTrip();
  await trip.createTable('alone', { k: 'text', v: 'text' }, { partition: ['k'] });
  await trip.createTable(
    'together',
    { p: 'text', k: 'text', v: 'text', tags: 'set<text>', m: 'map<text, text>' },
    { partition: ['p'], clustering: ['k'] },
  );
  const create =
    'mutation ($input: CreateRowsInput!) { createRows(input: $input) { results { error { message } row { key } } } }';
  for (const [table, more] of Object.entries({ alone: {}, together: { p: 'p' } })) {
    const rows = texts.map((k, n) => ({ ...more, k, v: `v${n}` }));
    const { createRows } = await trip.data(create, { input: { keyspace: KEYSPACE, table, rows } });
    expect(createRows.results).toEqual(texts.map((k) => ({ error: null, row: { key: { ...more, k } } })));
  }
}, 60_000);
afterAll(() => trip.close());

test.each([
  ['alone', {}],
  ['together', { p: 'p' }],
])('rows of the table %s by all keys at once', async (table, more) => {
  const keys = Object.fromEntries(texts.map((k, n) => [`k${n}`, { ...more, k }]));
  const variables = Object.keys(keys).map((name) => `$${name}: RowKey!`);
  const fields = Object.keys(keys).map((name) => `${name}: row(key: $${name}) { key value(column: "v") }`);
  trip.gateway.clearUpstreamRequests();
  const { keyspace } = await trip.data(
    `query (${variables.join(', ')}) { keyspace(name: "${KEYSPACE}") { table(name: "${table}") { ${fields.join(' ')} } } }`,
    keys,
  );
  expect(keyspace.table).toEqual(
    Object.fromEntries(texts.map((k, n) => [`k${n}`, { key: { ...more, k }, value: `v${n}` }])),
  );
  expect(trip.gateway.upstreamRequests().length).toBeLessThan(8);
});

const FIND = `query ($where: [ColumnFilter!], $key: RowKey) { keyspace(name: "${KEYSPACE}") { table(name: "together") { rows(key: $key, where: $where, first: 1000) { nodes { value(column: "v") } } } } }`;

test('rows by conditions and by leading keys', async () => {
  const found = async (variables: Readonly<Record<string, unknown>>) => {
    const { keyspace } = await trip.data(FIND, variables);
    return keyspace.table.rows.nodes.map(({ value }: { value: string }) => value);
  };
  const key = { p: 'p' };
  for (const [n, k] of texts.entries()) {
    const only = [`v${n}`];
    expect(
      await found({
        where: [
          { column: 'p', eq: 'p' },
          { column: 'k', eq: k },
        ],
      }),
      k,
    ).toEqual(only);
    expect(await found({ key, where: [{ column: 'k', in: [k] }] }), k).toEqual(only);
    expect(await found({ key, where: [{ column: 'k', gte: k, lte: k }] }), k).toEqual(only);
    expect(await found({ key: { ...key, k } }), k).toEqual(only);
  }
  expect((await found({ key, where: [{ column: 'k', in: texts }] })).sort()).toEqual(
    texts.map((_, n) => `v${n}`).sort(),
  );
});

test('rows by what indexed collections hold', async () => {
  const index = 'mutation ($input: CreateIndexInput!) { createIndex(input: $input) { created } }';
  const table = { keyspace: KEYSPACE, table: 'together' };
  await trip.data(index, { input: { ...table, column: 'tags' } });
  await trip.data(index, { input: { ...table, column: 'm', kind: 'ENTRIES' } });
  for (const [n, k] of texts.entries())
    await trip.updateRow('together', { p: 'p', k }, { tags: [k, `${k}!`], m: Object.fromEntries([[k, `${n}`]]) });
  for (const [n, k] of texts.entries()) {
    const value = `v${n}`;
    const contains = await trip.data(FIND, { where: [{ column: 'tags', contains: k }] });
    expect(contains.keyspace.table.rows.nodes, k).toContainEqual({ value });
    const entry = await trip.data(FIND, { where: [{ column: 'm', containsEntry: { key: k, value: `${n}` } }] });
    expect(entry.keyspace.table.rows.nodes, k).toEqual([{ value }]);
  }
});

test('rows that are updated and deleted many at once', async () => {
  const run = (name: string, input: object, item: string) =>
    trip.data(
      `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { results { ${item} error { message } } } }`,
      { input: { keyspace: KEYSPACE, table: 'alone', ...input } },
    );
  const half = texts.filter((_, n) => n % 2 === 0);
  const updated = await run(
    'updateRows',
    { rows: half.map((k) => ({ key: { k }, values: { v: k } })) },
    'row { key value(column: "v") }',
  );
  expect(updated.updateRows.results).toEqual(half.map((k) => ({ row: { key: { k }, value: k }, error: null })));
  await run('deleteRows', { keys: half.map((k) => ({ k })) }, 'deletedId');
  const { keyspace } = await trip.data(
    `{ keyspace(name: "${KEYSPACE}") { table(name: "alone") { rows(first: 1000) { nodes { key value(column: "v") } } } } }`,
  );
  const left = texts.map((k, n) => ({ key: { k }, value: `v${n}` })).filter((_, n) => n % 2 === 1);
  const byValue = (one: { value: string }, other: { value: string }) => (one.value < other.value ? -1 : 1);
  expect(keyspace.table.rows.nodes.toSorted(byValue)).toEqual(left.sort(byValue));
});
