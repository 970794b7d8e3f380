/** Rows by key: how many searches they take, that each key gets its own row, and that one bad key spoils no other. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError, UpstreamError } from '../../../../datasources/source/errors.ts';
import type { Result, Row, RowValues, Table } from '../../../../datasources/source/source.ts';
import { startDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
}, 30_000);

afterAll(() => database.close());

const uuidOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const range = (count: number) => Array.from({ length: count }, (_, n) => n);

async function fill(table: Table, rows: readonly RowValues[]): Promise<void> {
  const { source } = database.open();
  for (const row of rows) await source.rows.create(table, row, false);
}

async function read(table: Table, keys: readonly RowValues[], columns?: readonly string[]) {
  const { source, calls } = database.open();
  return { rows: await source.rows.readMany(table, keys, columns), calls };
}

const valuesOf = (result: Result<Row> | undefined) => (result instanceof Error ? result.message : result?.values);

describe('a key of one column', () => {
  test('takes as many searches as its keys fill request lines', async () => {
    const table = await database.table('uuids', { id: 'uuid', n: 'int' }, ['id']);
    await fill(
      table,
      range(200).map((n) => ({ id: uuidOf(n), n })),
    );
    const { rows, calls } = await read(
      table,
      range(200).map((n) => ({ id: uuidOf(n) })),
    );
    expect(rows.map((row) => (row instanceof Error ? row : row?.values.n))).toEqual(range(200));
    expect(calls).toHaveLength(3);
    expect(calls.reduce((sum, { keys = 0 }) => sum + keys, 0)).toBe(200);
    const lines = database.emulator.requests.entries.slice(-3).map(({ target }) => `GET ${target} HTTP/1.1`.length);
    expect(Math.max(...lines)).toBeLessThanOrEqual(4096);
    expect(Math.max(...lines)).toBeGreaterThan(3950);
  });

  test('counts a key that is asked for twice once, and answers each in its place; missing rows are null', async () => {
    const table = await database.table('ints', { id: 'int', word: 'text' }, ['id']);
    await fill(table, [
      { id: 1, word: 'one' },
      { id: 3, word: 'three' },
    ]);
    const { rows, calls } = await read(table, [{ id: 3 }, { id: 2 }, { id: 1 }, { id: 3 }]);
    expect(rows.map(valuesOf)).toEqual([
      { id: 3, word: 'three' },
      undefined,
      { id: 1, word: 'one' },
      { id: 3, word: 'three' },
    ]);
    expect(calls).toMatchObject([{ keys: 3, status: 200, route: '/v2/keyspaces/{keyspace}/{table}' }]);
  });

  test('asks for decimals, NaN and infinities one by one', async () => {
    const decimals = await database.table('decimals', { id: 'decimal', n: 'int' }, ['id']);
    await fill(decimals, [
      { id: '1.5', n: 1 },
      { id: '1.50', n: 2 },
    ]);
    const { rows, calls } = await read(decimals, [{ id: '1.50' }, { id: '1.5' }, { id: '1.500' }]);
    expect(rows.map((row) => (row as Row | null)?.values.n)).toEqual([2, 1, undefined]);
    expect(calls).toHaveLength(3);

    const doubles = await database.table('doubles', { id: 'double', n: 'int' }, ['id']);
    const keys = ['NaN', 'Infinity', '-0', 0, 1.5, 1e300].map((id) => ({ id }));
    await fill(
      doubles,
      keys.map((key, n) => ({ ...key, n })),
    );
    const answer = await read(doubles, keys);
    expect(answer.rows.map((row) => (row as Row | null)?.values.n)).toEqual(range(6));
    expect(answer.rows.map((row) => (row as Row | null)?.key.id)).toEqual(keys.map(({ id }) => id));
    expect(answer.calls).toHaveLength(4);
  });

  test('takes no more keys in a search than the limit', async () => {
    const small = await startDatabase({ maxKeysPerSearch: 20 });
    const table = await small.table('t', { id: 'int' }, ['id']);
    const { source, calls } = small.open();
    await source.rows.readMany(
      table,
      range(41).map((id) => ({ id })),
    );
    expect(calls.map(({ keys }) => keys)).toEqual([20, 20, 1]);
    await small.close();
  });
});

describe('a key of several columns', () => {
  test('takes a search for each leading part, or for each last value, whichever are fewer', async () => {
    const table = await database.table('pairs', { a: 'int', b: 'int', n: 'int' }, ['a'], ['b']);
    const grid = range(3).flatMap((a) => range(10).map((b) => ({ a, b })));
    await fill(
      table,
      grid.map((key) => ({ ...key, n: key.a * 10 + key.b })),
    );
    const byLeading = await read(table, grid);
    expect(byLeading.rows.map((row) => (row as Row).values.n)).toEqual(range(30));
    expect(byLeading.calls).toHaveLength(3);
    const byLast = await read(
      table,
      grid.filter(({ b }) => b === 4),
    );
    expect(byLast.rows.map((row) => (row as Row).values.n)).toEqual([4, 14, 24]);
    expect(byLast.calls).toHaveLength(1);
  });

  test('works for partition keys of several columns too', async () => {
    const table = await database.table('composite', { a: 'text', b: 'int', c: 'int', n: 'int' }, ['a', 'b'], ['-c']);
    const keys = [
      { a: 'x', b: 1, c: 1 },
      { a: 'x', b: 2, c: 1 },
      { a: 'x', b: 3, c: 1 },
    ];
    await fill(
      table,
      keys.map((key, n) => ({ ...key, n })),
    );
    const { rows, calls } = await read(table, [...keys, { a: 'x', b: 4, c: 1 }]);
    expect(rows.map((row) => (row as Row | null)?.values.n)).toEqual([0, 1, 2, undefined]);
    expect(calls).toHaveLength(1);
  });

  test('reads what the rows of a partition share, without clustering values, whether or not it has rows', async () => {
    const table = await database.table('statics', { a: 'int', b: 'int', s: 'text static', n: 'int' }, ['a'], ['b']);
    const { source } = database.open();
    await source.rows.patch(table, { a: 1 }, { s: 'only' });
    await source.rows.patch(table, { a: 2 }, { s: 'beside' });
    await source.rows.create(table, { a: 2, b: 5, n: 6 }, false);
    const { rows, calls } = await read(table, [
      { a: 1, b: null },
      { a: 2, b: null },
      { a: 2, b: 5 },
    ]);
    expect(rows.map(valuesOf)).toEqual([
      { a: 1, b: null, s: 'only', n: null },
      { a: 2, b: null, s: 'beside', n: null },
      { a: 2, b: 5, s: 'beside', n: 6 },
    ]);
    expect(calls).toHaveLength(3);
  });
});

describe('what goes wrong', () => {
  test('one bad key is found by halving, in no more than 2·log₂ n further searches, and fails alone', async () => {
    const table = await database.table('spoiled', { id: 'int', n: 'int' }, ['id']);
    await fill(
      table,
      range(64).map((id) => ({ id: id + 100, n: id })),
    );
    const remove = database.emulator.faults.add({
      match: { api: 'rest', target: /spoiled.*[[%,BC]137[%,]/ },
      fault: { kind: 'answer', status: 400, body: { description: 'bad key', code: 400 } },
    });
    const { rows, calls } = await read(
      table,
      range(64).map((id) => ({ id: id + 100 })),
    );
    remove();
    expect(rows[37]).toBeInstanceOf(InputError);
    expect(rows.filter((row) => row instanceof Error)).toHaveLength(1);
    expect((rows[36] as Row).values.n).toBe(36);
    expect(calls).toHaveLength(13);
  });

  test('a cause that all keys share costs no search for each', async () => {
    const table = await database.table('gone', { id: 'int' }, ['id']);
    await database.open().source.catalog.deleteTable(table, false);
    const { rows, calls } = await read(
      table,
      range(64).map((id) => ({ id })),
    );
    expect(rows.every((row) => row instanceof InputError)).toBe(true);
    expect(calls.length).toBeLessThanOrEqual(13);
  });

  test('an answer that tells nothing of keys is not asked for again in halves', async () => {
    const table = await database.table('overloaded', { id: 'int' }, ['id']);
    const remove = database.emulator.faults.add({
      match: { api: 'rest', target: /overloaded/ },
      fault: { kind: 'answer', status: 502, body: { description: 'no', code: 502 } },
    });
    const { rows, calls } = await read(table, [{ id: 1 }, { id: 2 }]);
    remove();
    expect(rows).toMatchObject([expect.any(UpstreamError), expect.any(UpstreamError)]);
    expect(calls).toHaveLength(1);
  });

  test('a cell that the server cannot print fails by itself, in its row alone', async () => {
    const table = await database.table('hits', { id: 'int', hits: 'counter', other: 'counter' }, ['id']);
    const { source } = database.open();
    for (const id of range(8)) await source.rows.patch(table, { id }, { hits: '2147483647', other: '1' });
    await source.rows.patch(table, { id: 5 }, { hits: '1' });
    const { rows, calls } = await read(
      table,
      range(8).map((id) => ({ id })),
    );
    expect(valuesOf(rows[4])).toEqual({ id: 4, hits: '2147483647', other: '1' });
    expect(valuesOf(rows[5])).toEqual({ id: 5, other: '1' });
    expect((rows[5] as Row).errors).toEqual({ hits: expect.any(UpstreamError) });
    expect(calls.length).toBeLessThanOrEqual(1 + 2 * 3 + 1);
  });
});
