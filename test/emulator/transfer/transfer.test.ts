/** Export and import of keyspaces as lines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportKeyspace } from '../../../emulator/transfer/export.ts';
import { importLines } from '../../../emulator/transfer/import.ts';
import type { TransferProgress } from '../../../emulator/transfer/lines.ts';
import { BadLineError } from '../../../emulator/transfer/lines.ts';
import { type Harness, openEmulator } from '../support/emulator-harness.ts';

let source: Harness;
beforeAll(async () => {
  source = await openEmulator();
  // Not through the REST API: such keyspaces have no storage-attached indexes.
  await importLines(databaseOf(source), ['{"keyspace":{"name":"shop","replicas":2}}']);
});
afterAll(() => source.emulator.close());

function databaseOf({ emulator }: Harness) {
  const entry = emulator.databases.find(emulator.defaultDatabaseId);
  if (!entry) throw new Error('The default database is missing');
  return entry.database;
}

async function exported(harness: Harness, keyspace = 'shop'): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportKeyspace(databaseOf(harness), keyspace)) lines.push(line);
  return lines;
}

/** What another emulator exports after it has imported the lines. */
async function importedAndExported(lines: readonly string[], keyspace = 'shop'): Promise<string[]> {
  const target = await openEmulator();
  await importLines(databaseOf(target), lines);
  const again = await exported(target, keyspace);
  await target.emulator.close();
  return again;
}

async function createTable(
  name: string,
  columns: Record<string, string>,
  partition: string[],
  clustering: string[] = [],
) {
  const columnDefinitions = Object.entries(columns).map(([column, type]) => ({
    name: column,
    typeDefinition: type.replace(/^static /, ''),
    static: type.startsWith('static '),
  }));
  const primaryKey = { partitionKey: partition, clusteringKey: clustering };
  const body = { name, columnDefinitions, primaryKey };
  expect((await source.data('POST', '/v2/schemas/keyspaces/shop/tables', body)).status).toBe(201);
}

async function addRow(table: string, row: string | Record<string, unknown>) {
  const { status, text } = await source.data('POST', `/v2/keyspaces/shop/${table}`, row);
  expect([status, text]).toEqual([201, typeof row === 'string' ? row : JSON.stringify(row)]);
}

describe('what is exported comes back as it was', () => {
  test('collections of the Data API, with their options and documents', async () => {
    await source.data('POST', '/v2/schemas/keyspaces', { name: 'papers', replicas: 1 });
    const command = async (place: string, body: object) => {
      const headers = { token: source.emulator.applicationToken, 'content-type': 'application/json' };
      return (await source.ask('POST', source.base.replace(/rest$/, `json/v1${place}`), { headers, body })).body;
    };
    const options = {
      vector: { dimension: 2, metric: 'euclidean' },
      indexing: { allow: [] },
      defaultId: { type: 'uuid' },
    };
    await command('/papers', { createCollection: { name: 'notes', options } });
    const documents = Array.from({ length: 70 }, (_, at) => ({
      _id: at % 2 ? at : { $date: at },
      n: at,
      $vector: [at, 1],
    }));
    await command('/papers/notes', { insertMany: { documents } });
    const lines = await exported(source, 'papers');
    expect(lines).toHaveLength(72);
    expect(await importedAndExported(lines, 'papers')).toEqual(lines);
  });

  test('values of all types', async () => {
    await source.data('POST', '/v2/schemas/keyspaces/shop/types', {
      name: 'Place',
      fields: [
        { name: 'city', typeDefinition: 'text' },
        { name: 'spot', typeDefinition: 'tuple<int, text>' },
      ],
    });
    await source.data('POST', '/v2/schemas/keyspaces/shop/types', {
      name: 'address',
      fields: [{ name: 'place', typeDefinition: 'frozen<"Place">' }],
    });
    const scalars: [string, string][] = [
      ['ascii', `"'''quoted'''"`],
      ['text', JSON.stringify('𝒳 "a\\b"\n')],
      ['bigint', '-9223372036854775808'],
      ['varint', '123456789012345678901234567890'],
      ['decimal', '"1.50"'],
      ['double', '1e300'],
      ['float', '"NaN"'],
      ['blob', '"AAECAw=="'],
      ['boolean', 'false'],
      ['date', '"-0044-03-15"'],
      ['time', '"10:15:00.000000001"'],
      ['timestamp', '"2021-04-23T18:42:22.512Z"'],
      ['duration', '"1y2mo3d4h"'],
      ['inet', '"2001:db8::1"'],
      ['uuid', '"00000001-0002-4003-8004-000000000005"'],
      ['timeuuid', '"f5a2c0e0-a443-11eb-bcbc-0242ac130002"'],
      ['smallint', '-1'],
    ];
    const containers: [string, string][] = [
      ['list<decimal>', `"['1.10', 2]"`],
      ['set<text>', '["b", "a", "\'x\'"]'],
      ['map<text, int>', '{"": 1}'],
      ['map<inet, frozen<list<time>>>', '{"127.0.0.1": ["10:15:00"]}'],
      ['frozen<list<int>>', '[]'],
      ['tuple<int, text>', '"(1)"'],
      ['frozen<address>', '"{place: {city: \'x\', spot: (1, y)}}"'],
      ['address', '{}'],
    ];
    const values = [...scalars, ...containers].map(([type, value], index) => ({ name: `c${index}`, type, value }));
    const columns = values.map(({ name, type }) => [name, type]);
    const members = values.map(({ name, value }) => `"${name}": ${value}`);
    await createTable('all_types', { id: 'int', ...Object.fromEntries(columns) }, ['id']);
    await addRow('all_types', `{"id": 1, ${members.join(', ')}}`);
    await addRow('all_types', { id: 2 });
    const lines = await exported(source);
    expect(lines.filter((line) => line.startsWith('{"type"')).map((line) => JSON.parse(line).type.name)).toEqual([
      'Place',
      'address',
    ]);
    expect(await importedAndExported(lines)).toEqual(lines);
    expect(lines.join()).toContain('"c5":1.0E300');
    expect(lines.join()).toContain('"place":{"city":"x","spot":[1,"y"]}');
  });

  test('static values, rows without values and order', async () => {
    await createTable('events', { day: 'text', at: 'int', note: 'static text', what: 'text' }, ['day'], ['at']);
    await addRow('events', { day: 'monday', note: 'no rows' });
    await addRow('events', { day: 'tuesday', note: 'with rows', at: 2 });
    await addRow('events', { day: 'tuesday', at: 1, what: 'x' });
    const lines = await exported(source);
    expect(lines).toContain('{"table":"events","row":{"day":"monday","at":null,"note":"no rows","what":null}}');
    expect(await importedAndExported(lines)).toEqual(lines);
  });

  test('indexes, orders and lifetimes', async () => {
    const body = {
      name: 'readings',
      columnDefinitions: [
        { name: 'id', typeDefinition: 'int' },
        { name: 'at', typeDefinition: 'timestamp' },
        { name: 'tags', typeDefinition: 'map<text, text>' },
        { name: 'kind', typeDefinition: 'text' },
      ],
      primaryKey: { partitionKey: ['id'], clusteringKey: ['at'] },
      tableOptions: { clusteringExpression: [{ column: 'at', order: 'DESC' }] },
    };
    const tables = '/v2/schemas/keyspaces/shop/tables';
    await source.data('POST', tables, body);
    await source.data('PUT', `${tables}/readings`, { name: 'readings', tableOptions: { defaultTimeToLive: 86_400 } });
    const sai = { column: 'kind', name: 'by_kind', type: 'StorageAttachedIndex', options: { case_sensitive: 'false' } };
    for (const index of [{ column: 'tags', kind: 'KEYS' }, sai]) {
      expect((await source.data('POST', `${tables}/readings/indexes`, index)).status).toBe(201);
    }
    const lines = await exported(source);
    expect(await importedAndExported(lines)).toEqual(lines);
    const target = await openEmulator();
    await importLines(databaseOf(target), lines);
    for (const path of [`${tables}/readings`, `${tables}/readings/indexes`, '/v2/schemas/keyspaces/shop/types']) {
      expect((await target.data('GET', path)).text).toBe((await source.data('GET', path)).text);
    }
    await target.emulator.close();
  });

  test('counters, also when they are imported twice', async () => {
    await createTable('hits', { page: 'text', count: 'counter' }, ['page']);
    await source.data('PUT', '/v2/keyspaces/shop/hits/home', { count: '3000000000' });
    const lines = await exported(source);
    expect(lines).toContain('{"table":"hits","row":{"page":"home","count":3000000000}}');
    expect(await importedAndExported([...lines, ...lines])).toEqual(lines);
  });

  test('documents, their names as they are read, and the schema of their collection', async () => {
    const collections = '/v2/namespaces/shop/collections';
    await source.data('POST', collections, { name: 'notes' });
    await source.data('PUT', `${collections}/notes/json-schema`, { type: 'object' });
    const document = { 'a\\.b': { c: [1, 2.5, null, [], {}] }, text: '', deep: [{ x: true }, { x: -0.5 }] };
    await source.data('PUT', `${collections}/notes/first%2Fone`, document);
    await source.data('PUT', `${collections}/notes/second`, [1, [2]]);
    const lines = await exported(source);
    expect(lines).toContain(
      '{"collection":"notes","documentId":"first/one","data":{"a.b":{"c":[1,2.5,null,[],{}]},"deep":[{"x":true},{"x":-0.5}],"text":""}}',
    );
    expect(lines).toContain('{"collection":{"name":"notes","jsonSchema":{"type":"object"}}}');
    expect(await importedAndExported(lines)).toEqual(lines);
  });

  test('keyspaces of another region are replicated to the one at hand', async () => {
    const keyspace = { name: 'far', datacenters: [{ name: 'eu-west-1', replicas: 3 }] };
    expect(await importedAndExported([JSON.stringify({ keyspace })], 'far')).toEqual([
      '{"keyspace":{"name":"far","datacenters":[{"name":"us-east1","replicas":3}]}}',
    ]);
  });
});

describe('an import', () => {
  const KEYSPACE = '{"keyspace":{"name":"ks"}}';
  const TABLE =
    '{"table":{"name":"t","columnDefinitions":[{"name":"id","typeDefinition":"int"},{"name":"v","typeDefinition":"text"},{"name":"m","typeDefinition":"map<int,text>"}],"primaryKey":{"partitionKey":["id"]}}}';
  const row = (id: unknown, v: unknown = 'x') => JSON.stringify({ table: 't', row: { id, v } });
  let target: Harness;
  beforeAll(async () => {
    target = await openEmulator();
  });
  afterAll(() => target.emulator.close());

  test('overwrites rows, keeps others, and takes maps in both forms', async () => {
    const database = databaseOf(target);
    await importLines(database, [KEYSPACE, TABLE, row(1), row(2)]);
    await importLines(database, [
      KEYSPACE,
      TABLE,
      '',
      row(2, 'new'),
      row(3),
      '{"table":"t","row":{"id":4,"m":{"7":"b"}}}',
    ]);
    await importLines(database, [KEYSPACE, '{"table":"t","row":{"id":5,"m":[{"key":8,"value":"c"}]}}', row(3, null)]);
    const { body } = await target.data('GET', '/v2/keyspaces/ks/t/rows?raw=true');
    const rows = (body as { id: number; v: string | null; m: unknown }[]).sort((one, other) => one.id - other.id);
    expect(rows.map(({ id, v }) => [id, v])).toEqual([
      [1, 'x'],
      [2, 'new'],
      [3, null],
      [4, null],
      [5, null],
    ]);
    expect(rows.map(({ m }) => m)).toEqual([{}, {}, {}, { 7: 'b' }, { 8: 'c' }]);
  });

  test.each([
    ['a line without keyspace', [row(1)], 1, 'A line {"keyspace":{"name":…}} must come before this line'],
    ['no JSON', [KEYSPACE, '{"table"'], 2, 'Unexpected end-of-input'],
    ['text behind the line', [KEYSPACE, `${row(1)} x`], 2, 'expected the end'],
    ['something else', [KEYSPACE, '{"tables":{}}'], 2, 'A line holds one of "keyspace", "type"'],
    ['an unknown table', [KEYSPACE, row(1).replace('"t"', '"no"')], 2, 'There is no table or collection ks.no'],
    ['an unknown column', [KEYSPACE, TABLE, '', row(1).replace('"v"', '"w"')], 4, "Unknown field name 'w'"],
    [
      'a value of another type',
      [KEYSPACE, TABLE, row(9), row('x')],
      4,
      "Failed to deserialize field 't.id', problem: Invalid String value",
    ],
    ['a value out of range', [KEYSPACE, TABLE, row(2 ** 31)], 3, "Invalid String value ('2147483648')"],
    [
      'a row without key',
      [KEYSPACE, TABLE, '{"table":"t","row":{"v":"x"}}'],
      3,
      'Some partition key parts are missing: id',
    ],
    ['a bad definition', [KEYSPACE, '{"table":{"name":"u"}}'], 2, 'TableAdd.columnDefinitions must be provided'],
    [
      'a row as a document',
      [KEYSPACE, TABLE, '{"collection":"t","documentId":"x","data":{"a":1}}'],
      3,
      'ks.t is a table, not a collection',
    ],
    [
      'a document that is none',
      [KEYSPACE, '{"collection":{"name":"c"}}', '{"collection":"c","documentId":"x","data":1}'],
      3,
      'just a JSON primitive',
    ],
  ])('tells %s by its number', async (_, lines, lineNumber, reason) => {
    const failure: unknown = await importLines(databaseOf(target), lines).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BadLineError);
    expect(failure).toMatchObject({ lineNumber, reason: expect.stringContaining(reason) });
  });

  test('has written every line before a bad one', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => row(10_000 + index));
    const large = `{"table":"t","row":{"id":1,"v":null,"m":{"1":${JSON.stringify('x'.repeat(10))}}}}`;
    await importLines(databaseOf(target), [
      KEYSPACE,
      TABLE,
      large,
      ...rows.slice(0, 700),
      '{}',
      ...rows.slice(700),
    ]).catch(() => {});
    const read = async (id: number) =>
      ((await target.data('GET', `/v2/keyspaces/ks/t/${id}`)).body as { count: number }).count;
    expect([await read(10_000), await read(10_699), await read(10_700)]).toEqual([1, 1, 0]);
  });

  test('reports progress, and so does an export', async () => {
    const own = await openEmulator();
    const rows = Array.from({ length: 1200 }, (_, index) => row(index));
    const lines = [KEYSPACE, TABLE, ...rows];
    const bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
    const told: TransferProgress[] = [];
    const summary = await importLines(databaseOf(own), lines, { onProgress: (progress) => told.push(progress) });
    expect(told.map(({ done }) => done)).toEqual([500, 1000, 1200]);
    expect([summary, told.at(-1)]).toEqual([
      { done: 1200, bytes },
      { done: 1200, bytes },
    ]);
    const exportTold: number[] = [];
    for await (const _ of exportKeyspace(databaseOf(own), 'ks', { onProgress: ({ done }) => exportTold.push(done) }));
    expect(exportTold).toEqual([500, 1000, 1200]);
    await own.emulator.close();
  });
});

test('keyspaces that are missing or of the system are not exported', async () => {
  await expect(exported(source, 'nowhere')).rejects.toThrow('Keyspace nowhere does not exist');
  await expect(exported(source, 'system')).rejects.toThrow('is a system keyspace');
});
