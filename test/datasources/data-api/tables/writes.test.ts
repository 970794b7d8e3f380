/** Writes of rows: the commands that they take, what each row of many is told, and what never goes upstream. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  BudgetExceededError,
  ConflictError,
  InputError,
  NotFoundError,
  NotSupportedError,
  UpstreamUnavailableError,
} from '../../../../datasources/source/errors.ts';
import type { RowValues, Table } from '../../../../datasources/source/source.ts';
import { commandsOf, range, type SharedTables, startSharedTables } from './tables.ts';

let tables: SharedTables;
let written: Table;

beforeAll(async () => {
  tables = await startSharedTables();
  written = await tables.stargate.table(
    'written',
    { p: 'int', c: 'text', s: 'text static', a: 'int', l: 'list<int>', m: 'map<text, int>' },
    ['p'],
    ['c'],
  );
}, 30_000);
afterAll(() => tables.close());
beforeEach(async () => {
  await tables.stargate.open().source.rows.removeRange(written, { p: 1 }, true);
});

const open = () => tables.dataApi.open();
async function rowsOf(key: RowValues, table = written): Promise<readonly RowValues[]> {
  const { items } = await open().source.rows.findPage(table, { key, pageSize: 100 });
  return items.map(({ values }) => values);
}
const empty = { p: 1, s: null, a: null, l: [], m: {} };

describe('one row', () => {
  test.each<[string, (rows: ReturnType<typeof open>['source']['rows']) => Promise<unknown>, string[]]>([
    [
      'is created after a look',
      (rows) => rows.create(written, { p: 1, c: 'new', a: 1 }, false),
      ['findOne', 'insertOne'],
    ],
    ['is patched without one', (rows) => rows.patch(written, { p: 1, c: 'new' }, { a: 1 }), ['updateOne']],
    [
      'is replaced by the definition of now',
      (rows) => rows.replace(written, { p: 1, c: 'new' }, { a: 1 }),
      ['listTables', 'insertOne'],
    ],
    ['that is not there is not deleted', (rows) => rows.remove(written, { p: 1, c: 'none' }, true), ['findOne']],
  ])('%s', async (_, write, commands) => {
    const { source, calls } = open();
    await write(source.rows);
    expect(commandsOf(calls)).toEqual(commands);
  });

  test('is deleted after a look, alone or with all below a leading part of its key', async () => {
    await open().source.rows.putMany(
      written,
      range(3).map((n) => ({ p: 1, c: `c${n}` })),
    );
    const one = open();
    expect(await one.source.rows.remove(written, { p: 1, c: 'c0' }, false)).toBe(true);
    expect(commandsOf(one.calls)).toEqual(['findOne', 'deleteOne']);
    const all = open();
    expect(await all.source.rows.removeRange(written, { p: 1 }, false)).toBe(true);
    expect(commandsOf(all.calls)).toEqual(['findOne', 'deleteMany']);
    expect(await rowsOf({ p: 1 })).toEqual([]);
    await expect(all.source.rows.removeRange(written, { p: 1 }, false)).rejects.toThrow(NotFoundError);
  });

  test('that is there is a conflict, and stays', async () => {
    const { rows } = open().source;
    await rows.create(written, { p: 1, c: 'x', a: 1, s: 'shared' }, false);
    await expect(rows.create(written, { p: 1, c: 'x', a: 2 }, false)).rejects.toThrow(ConflictError);
    expect(await rows.create(written, { p: 1, c: 'x', a: 2 }, true)).toBe(false);
    expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: 'x', a: 1, s: 'shared' }]);
  });

  test('is replaced as a whole, but for what its partition shares, and stays where nothing is set', async () => {
    const { rows } = open().source;
    await rows.create(written, { p: 1, c: 'x', a: 1, l: [1], m: { k: 1 }, s: 'shared' }, false);
    await rows.replace(written, { p: 1, c: 'x' }, { l: [2] });
    expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: 'x', l: [2], s: 'shared' }]);
    await rows.replace(written, { p: 1, c: 'x' }, {});
    expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: 'x', s: 'shared' }]);
  });

  test('is patched by null too, and made where it is missing', async () => {
    const { rows } = open().source;
    await rows.patch(written, { p: 1, c: 'x' }, { a: 1, l: [1, 2], m: { k: 1 } });
    await rows.patch(written, { p: 1, c: 'x' }, { l: null, m: {}, s: 'beside others' });
    expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: 'x', a: 1, s: 'beside others' }]);
  });
});

describe('refused before a call', () => {
  const key = { p: 1, c: 'x' };
  test.each<
    [
      string,
      (rows: ReturnType<typeof open>['source']['rows']) => Promise<unknown>,
      new (...args: never[]) => Error,
      RegExp,
    ]
  >([
    [
      'static columns alone',
      (rows) => rows.patch(written, { p: 1 }, { s: 'x' }),
      NotSupportedError,
      /"s" is static.*createRow/,
    ],
    ['no values', (rows) => rows.patch(written, key, {}), InputError, /No values/],
    ['a shorter key to patch', (rows) => rows.patch(written, { p: 1 }, { a: 1 }), InputError, /no value for "c"/],
    ['a shorter key to delete', (rows) => rows.remove(written, { p: 1 }, true), InputError, /no value for "c"/],
    ['no key to delete a range', (rows) => rows.removeRange(written, {}, true), InputError, /no value for "p"/],
    [
      'null as key to delete a range',
      (rows) => rows.removeRange(written, { p: null }, true),
      InputError,
      /no value for "p"/,
    ],
    ['a shorter key to replace', (rows) => rows.replace(written, { p: 1 }, { a: 1 }), InputError, /no value for "c"/],
  ])('%s', async (_, write, error, message) => {
    const { source, calls } = open();
    const result = write(source.rows);
    await expect(result).rejects.toThrow(error);
    await expect(result).rejects.toThrow(message);
    expect(calls).toEqual([]);
  });

  test('counters, which can be read', async () => {
    const hits = await tables.stargate.table('hits', { id: 'int', n: 'counter' }, ['id']);
    await tables.stargate.open().source.rows.patch(hits, { id: 1 }, { n: '5' });
    const { source, calls } = open();
    for (const write of [
      () => source.rows.patch(hits, { id: 1 }, { n: '1' }),
      () => source.rows.replace(hits, { id: 1 }, {}),
    ])
      await expect(write()).rejects.toThrow(NotSupportedError);
    expect(calls).toEqual([]);
    await expect(source.rows.create(hits, { id: 2, n: '1' }, false)).rejects.toThrow(/"n" is a counter.*CQL/);
    expect(await source.rows.readMany(hits, [{ id: 1 }])).toMatchObject([{ values: { n: '5' } }]);
  });

  test('columns that cannot be written, by name', async () => {
    const pairs = await tables.stargate.table('pairs', { id: 'int', pair: 'tuple<int, int>', n: 'int' }, ['id']);
    const { source } = open();
    await expect(source.rows.create(pairs, { id: 1, pair: [1, 2] }, false)).rejects.toThrow(
      /"pair" has the type tuple/,
    );
    await expect(source.rows.replace(pairs, { id: 1 }, { n: 1 })).rejects.toThrow(
      /"pair" would have to be cleared.*Update the row/,
    );
    expect(await source.rows.create(pairs, { id: 1, n: 1 }, false)).toBe(true);
    await source.rows.patch(pairs, { id: 1 }, { n: 2 });
    expect(await source.rows.readMany(pairs, [{ id: 1 }], ['n'])).toMatchObject([{ values: { id: 1, n: 2 } }]);
  });

  test('the empty text as whole partition key', async () => {
    const texts = await tables.stargate.table('texts', { id: 'text', n: 'int' }, ['id']);
    const { source, calls } = open();
    await expect(source.rows.create(texts, { id: '', n: 1 }, false)).rejects.toThrow(/"id".*empty text/);
    await expect(source.rows.patch(texts, { id: '' }, { n: 1 })).rejects.toThrow(InputError);
    expect(await source.rows.remove(texts, { id: '' }, true)).toBe(false);
    expect(await source.rows.removeRange(texts, { id: '' }, true)).toBe(false);
    expect(calls).toEqual([]);
  });
});

describe('many rows', () => {
  let many: Table;
  beforeAll(async () => {
    many = await tables.stargate.table('many', { id: 'int', n: 'int', raw: 'varint' }, ['id']);
  });
  const rowOf = (id: number) => ({ id, n: id });

  test('a hundred new ones are a look and one write', async () => {
    const rows = range(100).map(rowOf);
    const { source, calls } = open();
    expect(await source.rows.createMany(many, rows, false)).toEqual(rows.map(() => true));
    expect(commandsOf(calls)).toEqual(['find', 'insertMany']);
    expect(await source.rows.countCalls(many, 'create', rows)).toBe(5 + 1);
  });

  test('those that are there are told apart, and stay', async () => {
    const { source, calls } = open();
    const rows = [...range(3), 500].map((id) => ({ id, n: -1 }));
    const conflict = expect.any(ConflictError);
    expect(await source.rows.createMany(many, rows, false)).toEqual([conflict, conflict, conflict, true]);
    expect(await source.rows.createMany(many, rows, true)).toEqual([false, false, false, false]);
    expect(commandsOf(calls)).toEqual(['find', 'insertMany', 'find']);
    expect(await source.rows.readMany(many, [{ id: 0 }, { id: 500 }], ['n'])).toMatchObject([
      { values: { n: 0 } },
      { values: { n: -1 } },
    ]);
  });

  test('copies are a hundred a call, without a look, and one that cannot be sent fails alone', async () => {
    const { source, calls } = open();
    const rows = range(250).map((n) => ({ ...rowOf(1000 + n), raw: n === 7 ? '9'.repeat(101) : '9'.repeat(100) }));
    const results = await source.rows.putMany(many, rows);
    expect(results[7]).toBeInstanceOf(InputError);
    expect(results.filter((result) => result === true)).toHaveLength(249);
    expect(commandsOf(calls)).toEqual(['insertMany', 'insertMany', 'insertMany']);
    expect(calls.map(({ keys }) => keys)).toEqual([100, 100, 49]);
  });

  test('one that upstream refuses fails alone', async () => {
    const { source } = open();
    const longs = await tables.stargate.table('longs', { id: 'text', n: 'int' }, ['id']);
    const rows = [
      { id: 'a', n: 1 },
      { id: 'x'.repeat(70_000), n: 2 },
      { id: 'b', n: 3 },
    ];
    expect(await source.rows.putMany(longs, rows)).toEqual([true, expect.any(InputError), true]);
    expect(await source.rows.checkMany(many, [rowOf(1), { id: 1, raw: '9'.repeat(101) }], [])).toEqual([
      true,
      expect.any(InputError),
    ]);
  });

  test('are patched and deleted one by one, and counted', async () => {
    const { source, calls } = open();
    const keys = [0, 1, 9999].map((id) => ({ id }));
    await source.rows.patchMany(
      many,
      keys.slice(0, 2).map((key) => ({ key, values: { n: 7 } })),
    );
    expect(commandsOf(calls)).toEqual(['updateOne', 'updateOne']);
    calls.length = 0;
    const results = await source.rows.removeMany(many, keys, false);
    expect(results).toEqual([true, true, expect.any(NotFoundError)]);
    expect(commandsOf(calls)).toEqual(['find', 'deleteOne', 'deleteOne']);
    expect(await source.rows.countCalls(many, 'remove', keys)).toBe(1 + 3);
    expect(await source.rows.countCalls(many, 'patch', keys)).toBe(3);
  });

  test('are refused as a whole where the calls do not suffice', async () => {
    const { source, calls } = tables.dataApi.open({ maxCalls: 1 });
    const rows = range(150).map((n) => rowOf(5000 + n));
    await expect(source.rows.createMany(many, rows, false)).rejects.toThrow(BudgetExceededError);
    expect(commandsOf(calls)).not.toContain('insertMany');
  });
});

test('no write is sent twice, whatever becomes of it', async () => {
  await open().source.rows.create(written, { p: 1, c: 'kept' }, false);
  const { source, calls } = open();
  const after: Record<string, () => Promise<unknown>> = {
    insertOne: () => source.rows.replace(written, { p: 1, c: 'new' }, { a: 1 }),
    updateOne: () => source.rows.patch(written, { p: 1, c: 'kept' }, { a: 1 }),
    insertMany: () => source.rows.putMany(written, [{ p: 1, c: 'other' }]).then(([first]) => Promise.reject(first)),
  };
  for (const [command, write] of Object.entries(after)) {
    calls.length = 0;
    const remove = tables.dataApi.emulator.faults.add({
      match: { method: 'POST', target: /shop\/written/ },
      fault: { kind: 'cut' },
    });
    await expect(write()).rejects.toThrow(UpstreamUnavailableError);
    remove();
    expect(commandsOf(calls).filter((name) => name === command)).toEqual([command]);
  }
});
