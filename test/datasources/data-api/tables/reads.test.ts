/** Rows by key: the commands that they take, each key its own row, and no bad key that spoils another. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError, NotSupportedError } from '../../../../datasources/source/errors.ts';
import type { Result, Row, RowValues, Table } from '../../../../datasources/source/source.ts';
import { commandsOf, range, type SharedTables, startSharedTables } from './tables.ts';

let tables: SharedTables;

beforeAll(async () => {
  tables = await startSharedTables();
}, 30_000);
afterAll(() => tables.close());

async function fill(table: Table, rows: readonly RowValues[]): Promise<void> {
  const { source } = tables.dataApi.open();
  expect(await source.rows.putMany(table, rows)).toEqual(rows.map(() => true));
}

async function read(table: Table, keys: readonly RowValues[], columns?: readonly string[]) {
  const { source, calls } = tables.dataApi.open();
  const rows = await source.rows.readMany(table, keys, columns);
  return { rows, commands: commandsOf(calls), calls };
}

const valuesOf = (result: Result<Row> | undefined) => (result instanceof Error ? result : result?.values);

describe('a key of one column', () => {
  let ids: Table;
  beforeAll(async () => {
    ids = await tables.stargate.table('ids', { id: 'int', n: 'int', word: 'text' }, ['id']);
    await fill(
      ids,
      range(100).map((id) => ({ id, n: id * 2, word: 'w' })),
    );
  });

  test('a hundred keys are one find, of two pages', async () => {
    const keys = range(100).map((n) => ({ id: (n * 37) % 100 }));
    const { rows, commands } = await read(ids, keys, ['n']);
    expect(rows.map(valuesOf)).toEqual(keys.map(({ id }) => ({ id, n: id * 2 })));
    expect(commands).toEqual(['find', 'find']);
  });

  test('two hundred and one keys are three finds, as long as few of them have rows', async () => {
    const keys = range(201).map((n) => ({ id: 1000 + n }));
    const { rows, calls } = await read(ids, keys);
    expect(rows).toEqual(keys.map(() => null));
    expect(calls.map(({ command, keys: count }) => [command, count])).toEqual([
      ['find', 100],
      ['find', 100],
      ['findOne', 1],
    ]);
  });

  test('one key is a findOne, and a repeated one is asked for once', async () => {
    const { rows, commands } = await read(ids, [{ id: 1 }, { id: 1 }]);
    expect(rows.map(valuesOf)).toEqual([1, 1].map((id) => ({ id, n: 2, word: 'w' })));
    expect(commands).toEqual(['findOne']);
  });

  test('no keys are no call; nor is the empty text, which no row can have', async () => {
    expect((await read(ids, [])).commands).toEqual([]);
    const texts = await tables.stargate.table('texts', { id: 'text', n: 'int' }, ['id']);
    const { rows, commands } = await read(texts, [{ id: '' }]);
    expect([rows, commands]).toEqual([[null], []]);
  });

  test('a key that upstream refuses fails alone', async () => {
    const texts = await tables.stargate.table('long_texts', { id: 'text', n: 'int' }, ['id']);
    await fill(
      texts,
      range(6).map((n) => ({ id: `t${n}`, n })),
    );
    const keys = [...range(6).map((n) => ({ id: `t${n}` })), { id: 'x'.repeat(70_000) }];
    const { rows } = await read(texts, keys);
    expect(rows.slice(0, 6).map(valuesOf)).toEqual(range(6).map((n) => ({ id: `t${n}`, n })));
    expect(rows[6]).toBeInstanceOf(InputError);
  });

  test('minus zero, which upstream would take for zero, fails alone', async () => {
    const doubles = await tables.stargate.table('doubles', { id: 'double', n: 'int' }, ['id']);
    await fill(doubles, [
      { id: 0, n: 0 },
      { id: 'NaN', n: 1 },
      { id: 'Infinity', n: 2 },
    ]);
    const { rows } = await read(doubles, [{ id: '-0' }, { id: 0 }, { id: 'NaN' }, { id: 'Infinity' }]);
    expect(rows[0]).toBeInstanceOf(InputError);
    expect(rows.slice(1).map((row) => (row as Row).values.n)).toEqual([0, 1, 2]);
  });
});

test('of a server with pages of 20 a hundred keys are five finds, and are counted so', async () => {
  const short = await startSharedTables({}, { dataPageSize: 20 });
  const ids = await short.stargate.table('ids', { id: 'int', n: 'int' }, ['id']);
  const { source, calls } = short.dataApi.open();
  const rows = range(100).map((id) => ({ id, n: id }));
  await source.rows.putMany(ids, rows);
  calls.length = 0;
  const found = await source.rows.readMany(
    ids,
    rows.map(({ id }) => ({ id })),
  );
  expect(found.map(valuesOf)).toEqual(rows);
  expect(commandsOf(calls)).toEqual(range(5).map(() => 'find'));
  expect(await source.rows.countCalls(ids, 'remove', rows)).toBe(5 + 100);
  await short.close();
});

describe('keys of types', () => {
  test.each<[string, RowValues[]]>([
    ['blob', [{ k: '' }, { k: 'AA==' }, { k: 'yv4=' }].slice(1)],
    ['timestamp', [{ k: '2026-11-24T10:15:30.120Z' }, { k: '1969-12-31T23:59:59Z' }]],
    ['time', [{ k: '10:00:00' }, { k: '10:00:00.5' }]],
    ['inet', [{ k: '127.0.0.1' }, { k: '2001:db8:0:0:0:0:0:1' }]],
    ['bigint', [{ k: '9223372036854775807' }, { k: '9223372036854775806' }]],
    ['boolean', [{ k: true }, { k: false }]],
    ['date', [{ k: '2024-02-29' }, { k: '-0001-12-31' }]],
  ])('%s', async (type, keys) => {
    const table = await tables.stargate.table(`by_${type}`, { k: type, n: 'int' }, ['k']);
    await fill(
      table,
      keys.map((key, n) => ({ ...key, n })),
    );
    const { rows, commands } = await read(table, keys);
    expect(rows.map(valuesOf)).toEqual(keys.map((key, n) => ({ ...key, n })));
    // In a list bytes would be taken for a text.
    expect(commands).toEqual(type === 'blob' ? ['findOne', 'findOne'] : ['find']);
  });

  test('decimals are found in the spelling that upstream has, whichever is asked for', async () => {
    const table = await tables.stargate.table('by_decimal', { k: 'decimal', n: 'int' }, ['k']);
    await fill(table, [
      { k: '1.50', n: 1 },
      { k: '10.0', n: 2 },
      { k: '1E+1', n: 3 },
    ]);
    const keys = ['1.5', '1.50', '10', '10.0', '1E+1', '2.5'].map((k) => ({ k }));
    const { rows, commands } = await read(table, keys);
    expect(rows.map((row) => row && (row as Row).values)).toEqual([
      { k: '1.5', n: 1 },
      { k: '1.5', n: 1 },
      { k: '10', n: 2 },
      { k: '10', n: 2 },
      { k: '1E+1', n: 3 },
      null,
    ]);
    expect(commands).toEqual(['find']);
  });

  test('a decimal that was written as 2.50 elsewhere cannot be reached by key', async () => {
    const table = await tables.stargate.table('elsewhere', { k: 'decimal', n: 'int' }, ['k']);
    await tables.stargate.open().source.rows.create(table, { k: '2.50', n: 1 }, false);
    expect((await read(table, [{ k: '2.50' }])).rows).toEqual([null]);
    const { items } = await tables.dataApi.open().source.rows.findPage(table, { pageSize: 10 });
    expect(items).toHaveLength(1);
  });

  test('a container as key is refused for each key, and no other read fails', async () => {
    const table = await tables.stargate.table('by_set', { k: 'frozen<set<int>>', n: 'int' }, ['k']);
    await tables.stargate.open().source.rows.create(table, { k: [1, 2], n: 1 }, false);
    const { rows, commands } = await read(table, [{ k: [1, 2] }]);
    expect(rows).toEqual([expect.any(NotSupportedError)]);
    expect(String(rows[0])).toMatch(/"k" has the type frozen<set<int>>.*cannot compare/);
    expect(commands).toEqual([]);
    const { items } = await tables.dataApi.open().source.rows.findPage(table, { pageSize: 10 });
    expect(items.map(({ values }) => values)).toEqual([{ k: [1, 2], n: 1 }]);
  });
});

describe('a key of several columns', () => {
  let places: Table;
  beforeAll(async () => {
    places = await tables.stargate.table('places', { a: 'text', b: 'int', c: 'int', n: 'int' }, ['a', 'b'], ['-c']);
    await fill(
      places,
      range(60).map((n) => ({ a: `a${n % 2}`, b: n % 3, c: n, n })),
    );
  });
  const keyOf = (n: number) => ({ a: `a${n % 2}`, b: n % 3, c: n });

  test('is one find for each leading part that differs', async () => {
    const keys = range(60).map(keyOf);
    const { rows, commands } = await read(places, keys);
    expect(rows.map(valuesOf)).toEqual(keys.map((key, n) => ({ ...key, n })));
    expect(commands).toEqual(range(6).map(() => 'find'));
  });

  test('is one find where only one column differs, whichever it is', async () => {
    await fill(
      places,
      range(30).map((n) => ({ a: `p${n}`, b: 7, c: 7, n })),
    );
    const { rows, commands } = await read(
      places,
      range(30).map((n) => ({ a: `p${n}`, b: 7, c: 7 })),
    );
    expect(rows.map((row) => (row as Row).values.n)).toEqual(range(30));
    expect(commands).toEqual(['find']);
  });

  test('a decimal clustering value is found in whatever spelling it was stored', async () => {
    const prices = await tables.stargate.table('prices', { id: 'int', price: 'decimal', n: 'int' }, ['id'], ['price']);
    await tables.stargate.open().source.rows.create(prices, { id: 1, price: '1.50', n: 7 }, false);
    const { rows } = await read(prices, [{ id: 1, price: '1.500' }]);
    expect(rows).toMatchObject([{ key: { id: 1 }, values: { n: 7 } }]);
  });

  test('without clustering values it is what the rows of a partition share', async () => {
    const shared = await tables.stargate.table(
      'shared',
      { p: 'int', c: 'int', s: 'text static', n: 'int' },
      ['p'],
      ['c'],
    );
    const { rows: writer } = tables.stargate.open().source;
    await writer.patch(shared, { p: 1 }, { s: 'alone' });
    await writer.patch(shared, { p: 2 }, { s: 'with rows' });
    await writer.create(shared, { p: 2, c: 1, n: 5 }, false);
    const { rows, commands } = await read(shared, [{ p: 1 }, { p: 2 }, { p: 2, c: 1 }, { p: 3 }]);
    expect(rows.map(valuesOf)).toEqual([
      { p: 1, c: null, s: 'alone', n: null },
      { p: 2, c: null, s: 'with rows', n: null },
      { p: 2, c: 1, s: 'with rows', n: 5 },
      undefined,
    ]);
    expect(commands).toEqual(['findOne', 'findOne', 'findOne', 'findOne']);
  });
});

describe('columns that cannot be read', () => {
  let mixed: Table;
  const columns = { id: 'int', pair: 'tuple<int, text>', deep: 'list<frozen<list<int>>>', n: 'int' };
  beforeAll(async () => {
    mixed = await tables.stargate.table('mixed', columns, ['id']);
    await tables.stargate.open().source.rows.create(mixed, { id: 1, pair: [1, 'x'], deep: [[1]], n: 5 }, false);
  });

  test('have an error of their own, which names type and cure; all others are read', async () => {
    const { rows, commands } = await read(mixed, [{ id: 1 }]);
    const [row] = rows as [Row];
    expect(row.values).toEqual({ id: 1, n: 5 });
    expect(Object.keys(row.errors ?? {})).toEqual(['deep', 'pair']);
    expect(row.errors?.pair).toBeInstanceOf(NotSupportedError);
    expect(row.errors?.pair?.message).toMatch(/"pair" has the type tuple<int, text>.*Leave it out/);
    expect(commands).toEqual(['findOne']);
  });

  test('are not there where they are not wanted', async () => {
    const { rows } = await read(mixed, [{ id: 1 }], ['n']);
    expect(rows).toEqual([{ key: { id: 1 }, values: { id: 1, n: 5 } }]);
    const { items } = await tables.dataApi.open().source.rows.findPage(mixed, { pageSize: 10, columns: ['pair'] });
    expect(items[0]?.values).toEqual({ id: 1 });
    expect(items[0]?.errors?.pair).toBeInstanceOf(NotSupportedError);
  });
});
