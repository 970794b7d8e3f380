/** Tables and their columns over the Data API: what each change costs, what is refused, and what is read back. */
import { expect, test } from 'vitest';
import { ConflictError, InputError, NotFoundError, NotSupportedError } from '../../../../datasources/source/errors.ts';
import type { CatalogSource } from '../../../../datasources/source/source.ts';
import { failureOf } from '../../../support/scripted-server.ts';
import { DATABASE, IN_KEYSPACE } from '../../support/database.ts';
import { columnsOf, newTable, useCatalog } from './data-api-catalog.ts';

const { open, stargate } = useCatalog();
const inTable = (table: string) => ({ ...IN_KEYSPACE, table });
const plain = (name: string, type: string) => ({ name, type, isStatic: false });

test('a name of the other kind is neither made, nor taken for there, nor deleted', async () => {
  const { catalog, commands } = open();
  await catalog.createTable(newTable('rows_here'), false);
  await catalog.createCollection({ ...IN_KEYSPACE, collection: 'documents_here' }, false);
  for (const ifNotExists of [true, false]) {
    const table = catalog.createTable(newTable('documents_here'), ifNotExists);
    expect(await failureOf(table)).toBeInstanceOf(ConflictError);
    const collection = catalog.createCollection({ ...IN_KEYSPACE, collection: 'rows_here' }, ifNotExists);
    expect(await failureOf(collection)).toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(/has a table "rows_here".*Choose another/),
    });
  }
  await expect(catalog.deleteTable(inTable('documents_here'), false)).rejects.toThrow(/see deleteCollection/);
  await expect(catalog.createColumn(inTable('documents_here'), plain('n', 'int'), true)).rejects.toThrow(
    /see deleteCollection/,
  );
  await expect(catalog.deleteColumn(inTable('documents_here'), 'n', true)).rejects.toThrow(NotFoundError);
  expect(await catalog.deleteTable(inTable('documents_here'), true)).toBe(false);
  expect(await catalog.deleteCollection({ ...IN_KEYSPACE, collection: 'rows_here' }, true)).toBe(false);
  expect(commands()).not.toContain('dropTable');
  expect(commands()).not.toContain('deleteCollection');
  expect((await catalog.tables(IN_KEYSPACE))?.map(({ table }) => table)).toEqual(['rows_here']);
  expect((await catalog.collections(IN_KEYSPACE))?.map(({ collection }) => collection)).toEqual(['documents_here']);
  await catalog.deleteTable(inTable('rows_here'), false);
});

test('each change takes the calls that it needs, and no more', async () => {
  const changes: readonly [string[], (catalog: CatalogSource) => Promise<unknown>][] = [
    [['createTable'], (catalog) => catalog.createTable(newTable('counted'), false)],
    [['createTable', 'findCollections'], (catalog) => catalog.createTable(newTable('counted'), true)],
    [['listTables'], (catalog) => catalog.tables(IN_KEYSPACE)],
    [['alterTable'], (catalog) => catalog.createColumn(inTable('counted'), plain('n', 'int'), false)],
    [['alterTable'], (catalog) => catalog.createColumn(inTable('counted'), plain('n', 'int'), true)],
    [['alterTable'], (catalog) => catalog.deleteColumn(inTable('counted'), 'n', false)],
    [['alterTable'], (catalog) => catalog.deleteColumn(inTable('counted'), 'n', true)],
    [['alterTable', 'listTables'], (catalog) => failureOf(catalog.deleteColumn(inTable('counted'), 'n', false))],
    [['listTables', 'dropTable'], (catalog) => catalog.deleteTable(inTable('counted'), false)],
    [['listTables'], (catalog) => catalog.deleteTable(inTable('counted'), true)],
    [
      ['createType'],
      (catalog) => catalog.createType(IN_KEYSPACE, { name: 'pair', fields: [plain('x', 'int')] }, false),
    ],
    [['createType'], (catalog) => catalog.createType(IN_KEYSPACE, { name: 'pair', fields: [plain('x', 'int')] }, true)],
    [
      ['listTypes', 'alterType'],
      (catalog) =>
        catalog.updateType(IN_KEYSPACE, 'pair', {
          addFields: [plain('y', 'int')],
          renameFields: [{ from: 'x', to: 'z' }],
        }),
    ],
    [['listTypes'], (catalog) => catalog.types(IN_KEYSPACE)],
    [['dropType'], (catalog) => catalog.deleteType(IN_KEYSPACE, 'pair', false)],
    [['dropType'], (catalog) => catalog.deleteType(IN_KEYSPACE, 'pair', true)],
    [['findKeyspaces'], (catalog) => catalog.createKeyspace(IN_KEYSPACE, { replicas: 1 }, true)],
    [['findKeyspaces'], (catalog) => catalog.keyspace(IN_KEYSPACE)],
  ];
  for (const [expected, change] of changes) {
    const { catalog, commands } = open();
    await change(catalog);
    expect(commands(), String(change)).toEqual(expected);
  }
});

test('members that look like numbers keep their places', async () => {
  const { catalog } = open();
  const clusteringKey = [
    { name: 'z', order: 'DESC' as const },
    { name: '2', order: 'ASC' as const },
    { name: '1', order: 'DESC' as const },
  ];
  const columns = columnsOf({ p: 'int', z: 'int', '2': 'int', '1': 'int', v: 'int' });
  await catalog.createTable(newTable('numbered', { columns, clusteringKey }), false);
  const found = (await catalog.tables(IN_KEYSPACE))?.find(({ table }) => table === 'numbered');
  expect(found?.clusteringKey).toEqual(clusteringKey);
  expect(found?.columns.map(({ name }) => name)).toEqual(['p', 'z', '2', '1', 'v']);
  const fields = [plain('b', 'int'), plain('7', 'text'), plain('a', 'int')];
  await catalog.createType(IN_KEYSPACE, { name: 'numbers', fields }, false);
  const type = (await catalog.types(IN_KEYSPACE))?.find(({ name }) => name === 'numbers');
  expect(type?.fields.map(({ name }) => name)).toEqual(['b', '7', 'a']);
});

test('tables made elsewhere are read as a Stargate reads them', async () => {
  const other = stargate();
  await other.createType(IN_KEYSPACE, { name: 'Inner', fields: [plain('a', 'int')] }, false);
  const columns = columnsOf({
    p: 'timeuuid',
    c: 'frozen<list<int>>',
    s: 'text static',
    s_list: 'list<int> static',
    udt: 'Inner',
    frozen_udt: 'frozen<Inner>',
    udts: 'list<frozen<Inner>>',
    frozen_map: 'frozen<map<text, int>>',
    frozen_udts: 'frozen<map<text, frozen<Inner>>>',
    tuple: 'tuple<int, frozen<Inner>>',
    nested: 'map<text, frozen<list<int>>>',
    id: 'timeuuid',
  });
  await other.createTable(newTable('foreign', { columns }), false);
  await other.createTable(newTable('counters', { columns: columnsOf({ p: 'int', c: 'int', n: 'counter' }) }), false);
  const byName = async (catalog: CatalogSource) =>
    (await catalog.tables(IN_KEYSPACE))?.filter(({ table }) => ['foreign', 'counters'].includes(table));
  const expected = (await byName(stargate()))?.map((table) => ({ ...table, defaultTtlSeconds: null }));
  expect(expected).toHaveLength(2);
  expect(await byName(open().catalog)).toEqual(expected);
});

test.each<[Readonly<Record<string, string>>, typeof InputError | typeof NotSupportedError, RegExp]>([
  [{ n: 'counter' }, NotSupportedError, /column "n" with the type "counter".*COUNTERS.*Use "bigint"/],
  [{ n: 'timeuuid' }, NotSupportedError, /column "n" with the type "timeuuid".*Use "uuid"/],
  [{ n: 'tuple<int, text>' }, NotSupportedError, /"n" with the type "tuple<int, text>".*Use a user-defined type/],
  [{ n: 'frozen<list<int>>' }, NotSupportedError, /"n" with the type "frozen<list<int>>".*Leave out "frozen<…>"/],
  [{ n: 'list<frozen<set<int>>>' }, NotSupportedError, /"n".*in place of "frozen<set<int>>"/],
  [{ n: 'map<frozen<u>, int>' }, NotSupportedError, /"n".*keys of maps are of scalar types/],
  [
    { n: 'int static' },
    NotSupportedError,
    /no static columns, such as the column "n".*STATIC_COLUMNS.*Leave out "static"/,
  ],
  [{ n: 'set<duration>' }, InputError, /duration is no element of a set.*"n"/],
  [{ n: 'map<duration, int>' }, InputError, /duration is no key of a map.*"n"/],
  [{ p: 'duration' }, InputError, /column "p" has the type "duration".*Use a scalar type/],
  [{ p: 'Pair' }, InputError, /column "p" has the type "Pair"/],
  [{ c: 'vector<float, 2>' }, InputError, /column "c" has the type "vector<float, 2>"/],
  [{ c: 'list<int>' }, InputError, /column "c" has the type "list<int>"/],
])('columns %j are refused before the call, and the cure is named', async (types, type, message) => {
  const { catalog, commands } = open();
  const table = newTable('refused', { columns: columnsOf({ p: 'int', c: 'int', ...types }) });
  expect(await failureOf(catalog.createTable(table, true))).toMatchObject({
    name: type.name,
    message: expect.stringMatching(message),
  });
  const checks = await catalog.checks?.(DATABASE);
  expect(() => checks?.table(table)).toThrow(message);
  expect(commands()).toEqual([]);
});

test('what can never be changed says what to do instead', async () => {
  const { catalog, commands } = open();
  const ttl = newTable('brief', { defaultTtlSeconds: 60 });
  await expect(catalog.createTable(ttl, false)).rejects.toThrow(
    /"brief".*TABLE_OPTIONS.*Leave out "defaultTtlSeconds" \(60\)/,
  );
  await expect(catalog.replaceTableOptions(inTable('brief'), 60)).rejects.toThrow(/time to live.*by CQL/);
  await expect(catalog.renameColumn(inTable('brief'), 'p', 'q')).rejects.toThrow(
    /rename a column, such as "p".*COLUMN_RENAMES.*copy/,
  );
  expect(commands()).toEqual([]);
  expect(await catalog.createTable(newTable('brief', { defaultTtlSeconds: 0 }), false)).toBe(true);
});

test('columns of the key and with an index stay', async () => {
  const { catalog } = open();
  await catalog.createTable(newTable('fixed'), false);
  await catalog.createIndex({ ...inTable('fixed'), column: 'v' }, false);
  expect(await failureOf(catalog.deleteColumn(inTable('fixed'), 'p', true))).toMatchObject({
    name: 'InputError',
    message: expect.stringContaining('primary key'),
  });
  expect(await failureOf(catalog.deleteColumn(inTable('fixed'), 'v', true))).toMatchObject({
    name: 'ConflictError',
    message: expect.stringContaining('deleteIndex'),
  });
  await expect(catalog.deleteColumn(inTable('fixed'), 'w', false)).rejects.toThrow(/Its columns are: p, c, v/);
});

test.each(['a b', '..', 'x/y', '', 'ü'])('the name %j never reaches upstream', async (name) => {
  const { catalog, commands } = open();
  const bad = { databaseId: DATABASE, keyspace: name };
  for (const found of [
    await catalog.keyspace(bad),
    await catalog.namespace(bad),
    await catalog.tables(bad),
    await catalog.types(bad),
    await catalog.collections(bad),
    await catalog.indexes({ ...IN_KEYSPACE, table: name }),
  ])
    expect(found).toBeNull();
  for (const change of [
    catalog.createTable({ ...newTable('t'), ...bad }, true),
    catalog.deleteTable({ ...bad, table: 't' }, false),
    catalog.createColumn(inTable(name), plain('n', 'int'), true),
    catalog.deleteColumn(inTable(name), 'n', true),
    catalog.createIndex({ ...bad, table: 't', column: 'v' }, true),
    catalog.deleteIndex(inTable(name), 'i', true),
    catalog.createType(bad, { name: 't', fields: [plain('x', 'int')] }, true),
    catalog.updateType(bad, 't', { addFields: [plain('x', 'int')] }),
    catalog.deleteType(bad, 't', true),
    catalog.createCollection({ ...bad, collection: 'c' }, true),
    catalog.deleteCollection({ ...bad, collection: 'c' }, false),
  ])
    expect(await failureOf(change)).toBeInstanceOf(NotFoundError);
  expect(commands()).toEqual([]);
});

test('types are of scalars, and fields are named once', async () => {
  const { catalog, commands } = open();
  const make = (fields: Record<string, string>) =>
    catalog.createType(IN_KEYSPACE, { name: 'odd', fields: columnsOf(fields) }, true);
  await expect(make({ x: 'list<int>' })).rejects.toThrow(/field "x" with the type "list<int>".*scalar/);
  await expect(make({})).rejects.toThrow(/"odd" has no fields/);
  const twice = { name: 'odd', fields: [plain('x', 'int'), plain('x', 'text')] };
  await expect(catalog.createType(IN_KEYSPACE, twice, true)).rejects.toThrow(/"x" of the type "odd" is named twice/);
  expect(commands()).toEqual([]);
});

test('a type in use stays', async () => {
  const { catalog } = open();
  await catalog.createType(IN_KEYSPACE, { name: 'used', fields: [plain('x', 'int')] }, false);
  await catalog.createTable(newTable('user', { columns: columnsOf({ p: 'int', c: 'int', u: 'used' }) }), false);
  expect(await failureOf(catalog.deleteType(IN_KEYSPACE, 'used', true))).toMatchObject({
    name: 'ConflictError',
    message: expect.stringMatching(/"used" is used by a table/),
  });
});
