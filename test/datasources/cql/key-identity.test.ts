/** Which keys are one row: what the gateway says of two spellings is what the database does with them. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toKey } from '../../../datasources/cql/check.ts';
import { keyIdentity } from '../../../datasources/cql/identity.ts';
import type { CqlValue, RowValues, Table } from '../../../datasources/source/source.ts';
import { IN_KEYSPACE, startDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
  const fields = [
    { name: 'amount', type: 'decimal' },
    { name: 'unit', type: 'text' },
  ];
  await database.open().source.catalog.createType(IN_KEYSPACE, { name: 'money', fields }, false);
}, 30_000);
afterAll(() => database.close());

/** Two spellings; whether they are one value of a clustering column, and one of a partition key. */
type Case = readonly [type: string, one: CqlValue, other: CqlValue, isOne: boolean, isOnePartition?: boolean];

const UUID = '6f1c5d3e-2f64-4c7a-9d0b-0a1b2c3d4e5f';
const TIME_UUID = '8b1ad5e0-9a1f-11ec-8d3d-0242ac130003';

const CASES: readonly Case[] = [
  ['decimal', '1.5', '1.50', true, false],
  ['decimal', '1.5', '15E-1', true],
  ['decimal', '1E+3', '1000', true, false],
  ['decimal', '0', '-0.000', true, false],
  ['decimal', '1.5', '1.51', false],
  ['decimal', '-1.5', '1.5', false],
  ['varint', '7', '+007', true],
  ['varint', '0', '-0', true],
  ['bigint', 12, '+0012', true],
  ['int', 5, '5', true],
  ['smallint', 0, '-0', true],
  ['double', 1, '1.0', true],
  ['double', '1e3', 1000, true],
  ['double', '-0', 0, false],
  ['double', 'NaN', 'NaN', true],
  ['double', 'Infinity', '-Infinity', false],
  ['float', 0.1, '0.10000000149011612', true],
  ['float', '-0', 0, false],
  ['timestamp', '2026-11-24T10:15:30Z', '2026-11-24T12:15:30.000+02:00', true],
  ['timestamp', 0, '1970-01-01T00:00:00Z', true],
  ['timestamp', '2026-11-24T10:15:30.001Z', '2026-11-24T10:15:30Z', false],
  ['date', '2026-11-24', '+2026-11-24', true],
  ['time', '10:15', '10:15:00.000000000', true],
  ['time', '10:15:00.1', '10:15:00.100', true],
  ['uuid', UUID, UUID.toUpperCase(), true],
  ['timeuuid', TIME_UUID, TIME_UUID.toUpperCase(), true],
  ['inet', '2001:db8::1', '2001:0DB8:0:0:0:0:0:1', true],
  ['inet', '::ffff:1.2.3.4', '1.2.3.4', true],
  ['blob', 'AA==', 'AB==', true],
  ['boolean', true, false, false],
  ['text', 'é', 'e\u0301', false],
  ['text', 'a', 'A', false],
  ['ascii', 'a', 'a ', false],
  ['frozen<list<decimal>>', ['1.5', '2'], ['1.50', '2.0'], true, false],
  ['frozen<list<int>>', [1, 2], [2, 1], false],
  ['frozen<set<int>>', [2, 1, 2], [1, 2], true],
  ['frozen<set<decimal>>', ['2', '1.5', '1.50'], ['1.5', '2'], true],
  ['frozen<set<decimal>>', ['1.50', '1.5'], ['1.5'], true, false],
  ['frozen<map<text, decimal>>', { b: '1', a: '2.0' }, { a: '2', b: '1.0' }, true, false],
  [
    'frozen<map<int, text>>',
    [
      { key: 2, value: 'b' },
      { key: 1, value: 'a' },
    ],
    [
      { key: '1', value: 'a' },
      { key: 2, value: 'b' },
    ],
    true,
  ],
  [
    'frozen<map<decimal, int>>',
    [
      { key: '1.5', value: 1 },
      { key: '1.50', value: 2 },
    ],
    [{ key: '1.5', value: 2 }],
    true,
  ],
  ['tuple<decimal, text>', ['1.5', 'x'], ['1.50', 'x'], true, false],
  ['tuple<int, frozen<set<uuid>>>', [1, [UUID]], ['1', [UUID.toUpperCase()]], true],
  ['frozen<money>', { amount: '1.5', unit: 'EUR' }, { unit: 'EUR', amount: '1.50' }, true, false],
  ['frozen<money>', { amount: null, unit: 'EUR' }, { unit: 'EUR' }, true],
  ['frozen<list<frozen<money>>>', [{ amount: '1' }], [{ amount: '1.0' }], true, false],
];

async function keysOf(table: Table, one: RowValues, other: RowValues) {
  const { source } = database.open();
  const types = (await source.catalog.types(IN_KEYSPACE)) ?? [];
  const keys = await Promise.all([one, other].map((key) => toKey(table, key, () => types)));
  const identities = keys.map((key) => JSON.stringify(keyIdentity(table, key, types)));
  return { keys, isOne: identities[0] === identities[1] };
}

/** How many rows the two keys are to the database. */
async function countRows(table: Table, keys: readonly RowValues[]): Promise<number> {
  const { source } = database.open();
  // An upsert: whether there is such a row is the database's to say.
  for (const key of keys) await source.rows.replace(table, key, {});
  return (await source.rows.findPage(table, { pageSize: 10 })).items.length;
}

describe('two spellings', () => {
  test.each(CASES.map((each, index) => [index, ...each] as const))(
    'as clustering values, %i: %s %j and %j',
    async (index, type, one, other, isOne) => {
      const table = await database.table(`clustering_${index}`, { p: 'int', c: type }, ['p'], ['c']);
      const compared = await keysOf(table, { p: 1, c: one }, { p: 1, c: other });
      expect(compared.isOne).toBe(isOne);
      expect(await countRows(table, compared.keys)).toBe(isOne ? 1 : 2);
      const { source } = database.open();
      const found = await source.rows.readMany(table, compared.keys);
      expect(found.map((row) => (row instanceof Error ? row.message : row !== null))).toEqual([true, true]);
    },
  );

  test.each(CASES.map((each, index) => [index, ...each] as const))(
    'as partition keys, %i: %s %j and %j',
    async (index, type, one, other, isOne, isOnePartition = isOne) => {
      const table = await database.table(`partition_${index}`, { p: type }, ['p']);
      const compared = await keysOf(table, { p: one }, { p: other });
      expect(compared.isOne).toBe(isOnePartition);
      expect(await countRows(table, compared.keys)).toBe(isOnePartition ? 1 : 2);
    },
  );
});

describe('random decimals', () => {
  const table: Table = {
    ...IN_KEYSPACE,
    table: 'random',
    columns: [
      { name: 'p', type: 'decimal', kind: 'PARTITION_KEY' },
      { name: 'c', type: 'frozen<list<decimal>>', kind: 'CLUSTERING_KEY' },
    ],
    partitionKey: ['p'],
    clusteringKey: [{ name: 'c', order: 'ASC' }],
    defaultTtlSeconds: 0,
  };
  const identify = async (p: string, c: string) => keyIdentity(table, await toKey(table, { p, c: [c] }, () => []));
  const unscaled = fc.oneof(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.constantFrom(0n, 10n, -100n));
  const exponent = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.constantFrom(2 ** 31 - 6, -(2 ** 31) + 12));

  test('are one clustering value and two partition keys when zeros are written behind them', async () => {
    await fc.assert(
      fc.asyncProperty(unscaled, exponent, fc.integer({ min: 1, max: 5 }), async (digits, power, zeros) => {
        const [one, other] = [`${digits}E${power}`, `${digits}${'0'.repeat(zeros)}E${power - zeros}`];
        const [[p, c], [otherP, otherC]] = [await identify(one, one), await identify(other, other)];
        expect(c).toEqual(otherC);
        expect(p).not.toEqual(otherP);
        // What an id holds is a value again, and the same.
        const [again] = (c ?? []) as readonly string[];
        expect((await identify('1', again ?? ''))[1]).toEqual(c);
      }),
    );
  });

  test('are two clustering values when they are two numbers', async () => {
    const small = fc.tuple(fc.bigInt({ min: -2000n, max: 2000n }), fc.integer({ min: 0, max: 3 }));
    await fc.assert(
      fc.asyncProperty(small, small, async ([one, scale], [other, otherScale]) => {
        const isOne = one * 10n ** BigInt(otherScale) === other * 10n ** BigInt(scale);
        const [, c] = await identify('1', `${one}E-${scale}`);
        const [, otherC] = await identify('1', `${other}E-${otherScale}`);
        expect(JSON.stringify(c) === JSON.stringify(otherC)).toBe(isOne);
      }),
      { numRuns: 500 },
    );
  });
});
