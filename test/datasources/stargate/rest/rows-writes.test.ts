/** Writes: what they change and what they leave, what is refused, and that none is sent twice. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { InputError, NotFoundError, UpstreamUnavailableError } from '../../../../datasources/source/errors.ts';
import type { RowValues, Table } from '../../../../datasources/source/source.ts';
import { IN_KEYSPACE, startDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let table: Table;

beforeAll(async () => {
  database = await startDatabase();
  await database
    .open()
    .source.catalog.createType(IN_KEYSPACE, { name: 'pair', fields: [{ name: 'x', type: 'int' }] }, false);
  const columns = { p: 'int', c: 'text', s: 'text static', a: 'int', l: 'list<int>', u: 'pair' };
  table = await database.table('written', columns, ['p'], ['c']);
}, 30_000);
afterAll(() => database.close());
beforeEach(() => database.open().source.rows.removeRange(table, { p: 1 }));

async function rowsOf(key: RowValues): Promise<readonly RowValues[]> {
  const { items } = await database.open().source.rows.findPage(table, { key, pageSize: 100 });
  return items.map(({ values }) => values);
}

const empty = { p: 1, s: null, a: null, l: [], u: null };

test('insert leaves the columns that are not given', async () => {
  const { rows } = database.open().source;
  await rows.insert(table, { p: 1, c: 'x', a: 1, s: 'shared' });
  await rows.insert(table, { p: 1, c: 'x', l: [1] });
  expect(await rowsOf({ p: 1 })).toEqual([{ p: 1, c: 'x', s: 'shared', a: 1, l: [1], u: null }]);
});

describe('replace', () => {
  test('clears the regular columns that are not given, and leaves static ones', async () => {
    const { source, calls } = database.open();
    await source.rows.insert(table, { p: 1, c: 'x', a: 1, l: [1], u: { x: 1 }, s: 'shared' });
    calls.length = 0;
    await source.rows.replace(table, { p: 1, c: 'x' }, { l: [2] });
    expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: 'x', s: 'shared', l: [2] }]);
    expect(calls.map(({ method }) => method)).toEqual(['GET', 'PUT']);
  });

  test.each<[string, RowValues]>([
    ['nothing', {}],
    ['nulls', { a: null }],
    ['empty collections', { l: [] }],
    ['a type without members', { u: { x: null } }],
  ])('leaves a row where it sets %s', async (_, values) => {
    const { rows } = database.open().source;
    await rows.insert(table, { p: 1, c: 'x', a: 1 });
    await rows.replace(table, { p: 1, c: 'x' }, values);
    await rows.replace(table, { p: 1, c: 'new' }, values);
    expect(await rowsOf({ p: 1 })).toEqual([
      { ...empty, c: 'new' },
      { ...empty, c: 'x' },
    ]);
  });

  test('works on a table of keys alone, and knows the columns of now', async () => {
    const keys = await database.table('keys_only', { a: 'int', b: 'int' }, ['a'], ['b']);
    const { rows, catalog } = database.open().source;
    await rows.replace(keys, { a: 1, b: 2 }, {});
    expect(await rows.readMany(keys, [{ a: 1, b: 2 }])).toMatchObject([{ key: { a: 1, b: 2 } }]);
    await catalog.createColumn(keys, { name: 'later', type: 'int', isStatic: false }, false);
    await rows.replace(keys, { a: 1, b: 2 }, {});
    await catalog.deleteTable(keys, false);
    await expect(rows.replace(keys, { a: 1, b: 2 }, {})).rejects.toThrow(NotFoundError);
  });
});

test('patch sets what is given, and static columns by the partition key alone', async () => {
  const { rows } = database.open().source;
  await rows.patch(table, { p: 1 }, { s: 'shared' });
  expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: null, s: 'shared' }]);
  await rows.patch(table, { p: 1, c: 'x' }, { a: 1, l: [1] });
  await rows.patch(table, { p: 1, c: 'x' }, { a: 2 });
  expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: 'x', s: 'shared', a: 2, l: [1] }]);
});

test('counters are added to, and neither made nor replaced', async () => {
  const hits = await database.table('hits', { id: 'int', n: 'counter' }, ['id']);
  const { rows } = database.open().source;
  await rows.patch(hits, { id: 1 }, { n: '5' });
  await rows.patch(hits, { id: 1 }, { n: '-7' });
  expect(await rows.readMany(hits, [{ id: 1 }])).toMatchObject([{ values: { n: '-2' } }]);
  await expect(rows.insert(hits, { id: 2, n: '1' })).rejects.toThrow(/counter table "hits".*updateRow/);
  await expect(rows.replace(hits, { id: 2 }, { n: '1' })).rejects.toThrow(InputError);
});

describe('deleting', () => {
  test('takes one row, also under an empty clustering key, and no error when there is none', async () => {
    const { rows } = database.open().source;
    for (const c of ['', '.', '..', 'rows', 'x;y', '100%', "''"]) await rows.insert(table, { p: 1, c });
    for (const c of ['.', '..', 'rows', 'x;y', '100%', '']) await rows.remove(table, { p: 1, c });
    expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: "''" }]);
    await rows.remove(table, { p: 1, c: 'never' });
  });

  test('of a row needs the whole key, of a range the whole partition key', async () => {
    const { source, calls } = database.open();
    await expect(source.rows.remove(table, { p: 1 })).rejects.toThrow(/no value for "c"/);
    await expect(source.rows.remove(table, { p: 1, c: null })).rejects.toThrow(InputError);
    await expect(source.rows.replace(table, { p: 1 }, { a: 1 })).rejects.toThrow(InputError);
    await expect(source.rows.removeRange(table, {})).rejects.toThrow(InputError);
    expect(calls).toEqual([]);
  });

  test('of a range takes all rows below it, and no others', async () => {
    const { rows } = database.open().source;
    for (const key of [
      { p: 1, c: 'a' },
      { p: 1, c: 'b' },
      { p: 2, c: 'a' },
    ])
      await rows.insert(table, key);
    await rows.removeRange(table, { p: 1 });
    expect(await rowsOf({ p: 1 })).toEqual([]);
    expect(await rowsOf({ p: 2 })).toHaveLength(1);
  });
});

test('no write is sent twice, whatever becomes of it', async () => {
  const { source, calls } = database.open();
  const remove = database.emulator.faults.add({ match: { target: /written/ }, fault: { kind: 'cut' } });
  const writes = [
    () => source.rows.insert(table, { p: 1, c: 'x' }),
    () => source.rows.patch(table, { p: 1, c: 'x' }, { a: 1 }),
    () => source.rows.remove(table, { p: 1, c: 'x' }),
    () => source.rows.removeRange(table, { p: 1 }),
  ];
  for (const write of writes) await expect(write()).rejects.toThrow(UpstreamUnavailableError);
  remove();
  expect(calls.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'DELETE', 'DELETE']);
});

test('a key that is too long for a path is refused with a reason', async () => {
  const { rows } = database.open().source;
  await expect(rows.remove(table, { p: 1, c: 'x'.repeat(5000) })).rejects.toThrow(/4,096 bytes/);
});
