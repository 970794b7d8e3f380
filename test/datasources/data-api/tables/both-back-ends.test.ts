/** A row that is written through one back end and read through the other is equal: every type, alone and in containers. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toValues } from '../../../../datasources/cql/check.ts';
import { withoutTrailingZeros } from '../../../../datasources/cql/decimal.ts';
import type { CqlValue, Row, RowValues, Table } from '../../../../datasources/source/source.ts';
import { IN_KEYSPACE, type TestDatabase } from '../../support/database.ts';
import { type SharedTables, startSharedTables } from './tables.ts';

let tables: SharedTables;

beforeAll(async () => {
  tables = await startSharedTables();
  const fields = [
    { name: 'street', type: 'text' },
    { name: 'number', type: 'bigint' },
    { name: 'since', type: 'timestamp' },
    { name: 'raw', type: 'blob' },
  ];
  await tables.stargate.open().source.catalog.createType(IN_KEYSPACE, { name: 'address', fields }, false);
}, 30_000);
afterAll(() => tables.close());

const types = async () => (await tables.stargate.open().source.catalog.types(IN_KEYSPACE)) ?? [];

async function write(database: TestDatabase, table: Table, values: RowValues): Promise<void> {
  await database.open().source.rows.create(table, values, false);
}

async function read(database: TestDatabase, table: Table, id: CqlValue): Promise<RowValues> {
  const [row] = await database.open().source.rows.readMany(table, [{ id }]);
  if (!row || row instanceof Error) throw row ?? new Error('no row');
  return row.values;
}

/** Equal through both, whoever wrote it. */
async function expectEqual(table: Table, input: RowValues, ids: { next: number }): Promise<void> {
  for (const writer of [tables.stargate, tables.dataApi]) {
    const id = ids.next++;
    const values = await toValues(table, { ...input, id }, types);
    await write(writer, table, values);
    expect(await read(tables.dataApi, table, id)).toEqual(await read(tables.stargate, table, id));
    expect(await read(tables.dataApi, table, id)).toEqual({ ...values, id });
  }
}

/** What both can carry: the Data API has no minus zero, and drops zeros at the end of decimals. */
const values: Readonly<Record<string, fc.Arbitrary<CqlValue>>> = {
  ascii: fc.string({ unit: 'binary-ascii' }),
  text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', "'", '$in', '{}', '[1]', 'null', '\u0000')),
  boolean: fc.boolean(),
  tinyint: fc.integer({ min: -128, max: 127 }),
  smallint: fc.integer({ min: -32768, max: 32767 }),
  int: fc.integer(),
  bigint: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  varint: fc.bigInt({ min: -(10n ** 90n), max: 10n ** 90n }).map(String),
  float: fc
    .float({ noNaN: true })
    .filter((n) => !Object.is(n, -0))
    .map((n) => (Number.isFinite(n) ? n : String(n))),
  double: fc
    .double()
    .filter((n) => !Object.is(n, -0))
    .map((n) => (Number.isFinite(n) ? n : String(n))),
  decimal: fc
    .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 20 }))
    .map(([unscaled, scale]) => withoutTrailingZeros(`${unscaled}E-${scale}`))
    .filter((text) => !text.includes('E+')),
  uuid: fc.uuid(),
  timestamp: fc
    .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  date: fc.constantFrom('2024-02-29', '+10000-01-01', '-0001-12-31', '0000-01-01', '1969-12-31'),
  time: fc
    .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }), fc.nat({ max: 59 }), fc.nat({ max: 999_999_999 }))
    .map(
      ([hours, minutes, seconds, nanos]) =>
        `${[hours, minutes, seconds].map((n) => String(n).padStart(2, '0')).join(':')}.${String(nanos).padStart(9, '0')}`,
    ),
  duration: fc
    .tuple(fc.boolean(), fc.nat(), fc.nat(), fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }))
    .map(([isNegative, months, days, nanos]) => `${isNegative ? '-' : ''}${months}mo${days}d${nanos}ns`),
  inet: fc.oneof(fc.ipV4(), fc.ipV6()),
  blob: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('base64')),
};

describe('values of simple types', () => {
  test.each(Object.entries(values))(
    '%s',
    async (type, value) => {
      const isOrdered = type !== 'duration';
      const table = await tables.stargate.table(
        `v_${type}`,
        {
          id: 'int',
          v: type,
          list: `list<${type}>`,
          named: `map<text, ${type}>`,
          ...(isOrdered && { set: `set<${type}>`, keyed: `map<${type}, int>` }),
        },
        ['id'],
      );
      const ids = { next: 1 };
      const isNamed = type === 'text' || type === 'ascii';
      await fc.assert(
        fc.asyncProperty(value, value, async (one, other) => {
          const both = [one, other];
          await expectEqual(
            table,
            {
              v: one,
              list: both,
              named: { "it's": one, $in: other },
              ...(isOrdered && {
                set: both,
                keyed: isNamed
                  ? Object.fromEntries(both.map((each) => [String(each), 1]))
                  : both.map((key, n) => ({ key, value: n })),
              }),
            },
            ids,
          );
        }),
        { numRuns: 8 },
      );
    },
    60_000,
  );
});

test('user-defined types, alone and within, also where fields are left out', async () => {
  const table = await tables.stargate.table(
    'homes',
    { id: 'int', home: 'address', old: 'list<frozen<address>>', by: 'map<text, frozen<address>>' },
    ['id'],
  );
  const ids = { next: 1 };
  const home = { street: 'S', number: '9007199254740993', since: null, raw: 'yv4=' };
  await expectEqual(table, { home, old: [home, { number: '1' }], by: { a: { since: '2026-01-01T00:00:00Z' } } }, ids);
  await expectEqual(table, { home: { number: 1 }, old: [], by: {} }, ids);
});

test('vectors', async () => {
  const { catalog } = tables.dataApi.open().source;
  const columns = [
    { name: 'id', type: 'int', isStatic: false },
    { name: 'v', type: 'vector<float, 3>', isStatic: false },
  ];
  const ref = { ...IN_KEYSPACE, table: 'vectors' };
  await catalog.createTable({ ...ref, columns, partitionKey: ['id'], clusteringKey: [] }, false);
  const table = (await catalog.tables(IN_KEYSPACE))?.find((each) => each.table === 'vectors');
  if (!table) throw new Error('no table');
  const { rows } = tables.dataApi.open().source;
  for (const [id, v] of [[0.1, -0.5, 1e10], ['-0', 'NaN', 'Infinity'], null].entries()) {
    await rows.create(table, { id, v }, false);
    expect(await read(tables.dataApi, table, id)).toEqual({ id, v });
  }
});

test('what is unset is alike', async () => {
  const columns = {
    id: 'int',
    l: 'list<int>',
    s: 'set<int>',
    m: 'map<text, int>',
    i: 'map<int, int>',
    u: 'address',
    v: 'text',
  };
  const table = await tables.stargate.table('unset', columns, ['id']);
  for (const [id, writer] of [tables.stargate, tables.dataApi].entries()) {
    await write(writer, table, { id });
    const expected = { id, l: [], s: [], m: {}, i: [], u: null, v: null };
    expect(await read(tables.stargate, table, id)).toEqual(expected);
    expect(await read(tables.dataApi, table, id)).toEqual(expected);
  }
});

test('what upstream changes is the same number all the same', async () => {
  const table = await tables.stargate.table('prices', { id: 'int', v: 'decimal' }, ['id']);
  const { rows } = tables.dataApi.open().source;
  for (const [id, [sent, kept]] of (
    [
      ['1.50', '1.5'],
      ['10.0', '10'],
      ['1E+3', '1E+3'],
      ['0.00', '0'],
    ] as const
  ).entries()) {
    await rows.create(table, { id, v: sent }, false);
    const [row] = await rows.readMany(table, [{ id }]);
    expect((row as Row).values.v).toBe(kept);
    expect(await read(tables.stargate, table, id)).toEqual({ id, v: kept });
  }
});
