/** Indexes over the Data API: their names, kinds, options and measures, and those that it could not have made. */
import { beforeAll, expect, test } from 'vitest';
import { InputError, NotSupportedError } from '../../../../datasources/source/errors.ts';
import type { NewIndex } from '../../../../datasources/source/source.ts';
import { failureOf } from '../../../support/scripted-server.ts';
import { IN_KEYSPACE } from '../../support/database.ts';
import { columnsOf, newTable, useCatalog } from './data-api-catalog.ts';

const { open, stargate } = useCatalog();
const TABLE = { ...IN_KEYSPACE, table: 'wide' };

beforeAll(async () => {
  const columns = columnsOf({
    ...{ p: 'int', n: 'int', w: 'text', l: 'list<text>', k: 'map<text, int>', m: 'map<text, int>', e: 'map<int, int>' },
    ...{ a: 'vector<float, 2>', b: 'vector<float, 2>' },
  });
  await open().catalog.createTable(newTable('wide', { columns, clusteringKey: [] }), false);
});

test('hold columns and sides of them, and say what they were made with', async () => {
  const { catalog } = open();
  const made: readonly Partial<NewIndex>[] = [
    { column: 'n', type: 'StorageAttachedIndex' },
    { column: 'w', options: { case_sensitive: 'false', normalize: 'true' } },
    { column: 'l' },
    { column: 'k', kind: 'KEYS' },
    { column: 'm' },
    { column: 'e', kind: 'ENTRIES' },
    { column: 'a', metric: 'DOT_PRODUCT' },
    { column: 'b', options: { similarity_function: 'EUCLIDEAN', source_model: 'bert' } },
  ];
  for (const index of made) expect(await catalog.createIndex({ ...TABLE, column: '', ...index }, false)).toBe(true);
  const found = (await catalog.indexes(TABLE))?.map(({ name, kind, ...rest }) => [name, kind, ...Object.values(rest)]);
  expect(found).toEqual([
    ['wide_a_idx', 'CUSTOM', 'a', null, { similarity_function: 'dot_product', source_model: 'other' }],
    ['wide_b_idx', 'CUSTOM', 'b', null, { similarity_function: 'euclidean', source_model: 'bert' }],
    ['wide_e_idx', 'CUSTOM', 'e', 'entries', {}],
    ['wide_k_idx', 'CUSTOM', 'k', 'keys', {}],
    ['wide_l_idx', 'CUSTOM', 'l', 'values', {}],
    ['wide_m_idx', 'CUSTOM', 'm', 'values', {}],
    ['wide_n_idx', 'CUSTOM', 'n', null, {}],
    ['wide_w_idx', 'CUSTOM', 'w', null, { ascii: 'false', case_sensitive: 'false', normalize: 'true' }],
  ]);
});

test('cost a look at the table and its indexes, and the definition of a map is read only once', async () => {
  const first = open();
  await first.catalog.createTable(newTable('cheap', { clusteringKey: [] }), false);
  await first.catalog.createIndex({ ...IN_KEYSPACE, table: 'cheap', column: 'v', name: 'cheap_v' }, false);
  await first.catalog.indexes({ ...IN_KEYSPACE, table: 'cheap' });
  await first.catalog.deleteIndex({ ...IN_KEYSPACE, table: 'cheap' }, 'cheap_v', false);
  expect(first.commands()).toEqual([
    ...['createTable', 'listTables', 'listIndexes', 'createIndex'],
    ...['listIndexes', 'listIndexes', 'dropIndex'],
  ]);
  const second = open();
  await second.catalog.tables(IN_KEYSPACE);
  await second.catalog.indexes(TABLE);
  expect(second.commands()).toEqual(['listTables', 'listIndexes']);
});

test('without a name get one that is free in the keyspace', async () => {
  const { catalog } = open();
  const pair = (name: string) =>
    newTable(name, { columns: columnsOf({ p: 'int', b_c: 'int', c: 'int' }), clusteringKey: [] });
  await catalog.createTable(pair('a'), false);
  await catalog.createTable(pair('a_b'), false);
  await catalog.createIndex({ ...pair('a'), column: 'b_c' }, false);
  expect(await catalog.createIndex({ ...pair('a_b'), column: 'c' }, true)).toBe(true);
  expect((await catalog.indexes(pair('a_b')))?.map(({ name }) => name)).toEqual(['a_b_c_idx_1']);
  expect(await catalog.createIndex({ ...pair('a_b'), column: 'c' }, true)).toBe(false);
});

test('of the database itself are told by their CQL', async () => {
  const other = stargate();
  const columns = columnsOf({ p: 'int', Mixed: 'text', tags: 'set<text>', v: 'frozen<list<int>>' });
  await other.createTable(newTable('old', { columns, clusteringKey: [] }), false);
  const table = { ...IN_KEYSPACE, table: 'old' };
  await other.createIndex({ ...table, column: 'Mixed', name: 'plain_one' }, false);
  await other.createIndex({ ...table, column: 'tags', name: 'of_values', kind: 'VALUES' }, false);
  await other.createIndex({ ...table, column: 'v', name: 'of_all', kind: 'FULL' }, false);
  const found = await open().catalog.indexes(table);
  expect(found?.map(({ name, kind, column, target }) => [name, kind, column, target])).toEqual([
    ['of_all', 'COMPOSITES', 'v', 'full'],
    ['of_values', 'COMPOSITES', 'tags', 'values'],
    ['plain_one', 'COMPOSITES', 'Mixed', null],
  ]);
});

test.each<[Partial<NewIndex>, typeof InputError | typeof NotSupportedError, RegExp]>([
  [
    { column: 'n', type: 'org.apache.cassandra.index.sasi.SASIIndex' },
    NotSupportedError,
    /SASIIndex.*Leave out "type"/,
  ],
  [{ column: 'l', kind: 'FULL' }, NotSupportedError, /whole value of a column, such as "l".*VALUES/],
  [{ column: 'l', kind: 'KEYS' }, InputError, /KEYS is for maps, and the column "l" is none/],
  [{ column: 'n', kind: 'ENTRIES' }, InputError, /ENTRIES is for maps/],
  [{ column: 'n', metric: 'COSINE' }, InputError, /"metric" is for vectors, and the column "n" has the type "int"/],
  [{ column: 'a', kind: 'VALUES' }, InputError, /column "a" is a vector/],
  [{ column: 'n', options: { normalize: 'true' } }, InputError, /column "n" holds neither/],
  [{ column: 'w', options: { other: 'true' } }, InputError, /no option "other".*case_sensitive, normalize, ascii/],
  [{ column: 'w', options: { normalize: '1' } }, InputError, /"normalize" cannot be "1"/],
  [{ column: 'a', options: { similarity_function: 'near' } }, InputError, /"near".*cosine, dot_product, euclidean/],
  [
    { column: 'a', options: { similarity_function: 'cosine' }, metric: 'EUCLIDEAN' },
    InputError,
    /Leave one of them out/,
  ],
  [{ column: 'nothing' }, InputError, /no column "nothing" to index/],
  [{ column: 'n', name: 'a-b' }, InputError, /letters, digits and underscores/],
])('%j is not made', async (index, type, message) => {
  const { catalog, commands } = open();
  const failure = await failureOf(catalog.createIndex({ ...TABLE, column: '', ...index }, true));
  expect(failure).toMatchObject({ name: type.name, message: expect.stringMatching(message) });
  expect(commands().filter((command) => !command?.startsWith('list'))).toEqual([]);
});

test('that are not there are named with those that are', async () => {
  const { catalog } = open();
  await catalog.createTable(newTable('bare'), false);
  const table = { ...IN_KEYSPACE, table: 'bare' };
  await expect(catalog.deleteIndex(table, 'nothing', false)).rejects.toThrow(
    /no index "nothing". Its indexes are: none/,
  );
});
