/** Which keys share a search: every key once, never more searches than leading parts, and exact counts for known shapes. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyColumns } from '../../../datasources/cql/table-columns.ts';
import { planSearches } from '../../../datasources/rows/row-plan.ts';
import type { CqlValue, RowValues, Table } from '../../../datasources/source/source.ts';
import { listedBytes } from '../../../datasources/stargate/rest/row-batches.ts';
import { MAX_LINE_BYTES } from '../../../datasources/stargate/shared/request-line.ts';
import { startDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let cube: Table;

beforeAll(async () => {
  database = await startDatabase();
  cube = await database.table('cube', { p: 'int', a: 'int', b: 'text', c: 'bigint', n: 'int' }, ['p'], ['a', 'b', 'c']);
}, 30_000);
afterAll(() => database.close());

const range = (count: number) => Array.from({ length: count }, (_, n) => n);
/** Numbers without a pattern: all of one cycle differ. */
const scattered = (n: number) => (n * 7919) % 104_729;
const cubeKey = (p: number, a: number, b: number, c: number): RowValues => ({ p, a, b: `${b}`, c: `${c}` });

function plan(table: Table, keys: readonly RowValues[], limits: { maxKeys?: number; mayFindOthers?: boolean } = {}) {
  const { maxKeys = Number.POSITIVE_INFINITY, mayFindOthers = true } = limits;
  let measured = 0;
  const options = {
    table,
    maxKeysPerSearch: maxKeys,
    mayFindOthers,
    capacity: MAX_LINE_BYTES,
    sizeOf: () => {
      measured += 1;
      return 200;
    },
    listedSize: (column: string, value: CqlValue) => listedBytes(table, column, value),
  };
  return { searches: planSearches(options, keys), measured };
}

describe('known shapes', () => {
  const apart = range(400).map((n) => cubeKey(1, scattered(n), scattered(n + 500), scattered(n + 1000)));
  const cross = range(60).flatMap((n) => [cubeKey(1, n, 0, 0), cubeKey(1, 0, n + 1, 0), cubeKey(1, 0, 0, n + 1)]);

  test.each<[string, readonly RowValues[], { maxKeys?: number; mayFindOthers?: boolean }, number]>([
    ['400 keys of one partition that differ in three columns', apart, {}, 40],
    ['the same where upstream takes 20 combinations', apart, { maxKeys: 20 }, 200],
    ['the same where other rows would be read whole', apart, { mayFindOthers: false }, 400],
    ['a grid', range(20).flatMap((a) => range(20).map((b) => cubeKey(1, a, b, 7))), {}, 1],
    [
      'a grid, line by line',
      range(20).flatMap((a) => range(30).map((b) => cubeKey(1, a, b, 7))),
      { mayFindOthers: false },
      20,
    ],
    ['keys that differ in the first clustering column', range(300).map((a) => cubeKey(1, a, 5, 5)), {}, 1],
    ['partitions with the same clustering values', range(300).map((p) => cubeKey(p, 5, 5, 5)), {}, 1],
    ['four rows in each of 100 partitions', range(400).map((n) => cubeKey(n % 100, 1, 1, scattered(n))), {}, 7],
    ['three lines along three columns', cross, { mayFindOthers: false }, 3],
  ])('%s', (_, keys, options, count) => {
    const { searches, measured } = plan(cube, keys, options);
    expect(searches).toHaveLength(count);
    expect(searches.flatMap((search) => search.keys).length).toBe(keys.length);
    expect(measured).toBeLessThanOrEqual(keys.length);
  });
});

const small = fc.integer({ min: 0, max: 6 });
const shapes: readonly { readonly types: Readonly<Record<string, string>>; readonly partition: number }[] = [
  { types: { a: 'int' }, partition: 1 },
  { types: { a: 'int', b: 'int' }, partition: 1 },
  { types: { a: 'int', b: 'int' }, partition: 2 },
  { types: { a: 'int', b: 'decimal', c: 'double' }, partition: 1 },
  { types: { a: 'text', b: 'int', c: 'int', d: 'int' }, partition: 2 },
];
const VALUES: Readonly<Record<string, (n: number) => CqlValue>> = {
  int: (n) => n,
  text: (n) => `t${n}`,
  decimal: (n) => (n % 2 ? `${n}` : `${n}.5`),
  double: (n) => (n === 6 ? 'NaN' : n === 5 ? '-0' : n),
};

/** Tables of all shapes with keys of them, close to each other or far apart. */
const tablesAndKeys = fc.constantFrom(...shapes).chain(({ types, partition }) => {
  const names = Object.keys(types);
  const table: Table = {
    ...cube,
    columns: names.map((name, index) => ({
      name,
      type: types[name] ?? '',
      kind: index < partition ? 'PARTITION_KEY' : 'CLUSTERING_KEY',
    })),
    partitionKey: names.slice(0, partition),
    clusteringKey: names.slice(partition).map((name) => ({ name, order: 'ASC' as const })),
  };
  const numbers = fc.array(small, { minLength: names.length, maxLength: names.length });
  const toKey = (each: readonly number[]): RowValues =>
    Object.fromEntries(names.map((name, index) => [name, VALUES[types[name] ?? '']?.(each[index] ?? 0) ?? null]));
  const keys = fc
    .uniqueArray(numbers, { selector: (each) => each.join(), minLength: 1, maxLength: 120 })
    .map((all) => all.map(toKey));
  return fc.record({ table: fc.constant(table), keys });
});

const textsOf = (keys: readonly RowValues[], columns: readonly string[]) =>
  new Set(keys.map((key) => JSON.stringify(columns.map((name) => key[name]))));

test('any plan asks for each key once, in searches that upstream takes', () => {
  const options = fc.record({ maxKeys: fc.constantFrom(1, 2, 20, 1_000_000), mayFindOthers: fc.boolean() });
  fc.assert(
    fc.property(tablesAndKeys, options, ({ table, keys }, { maxKeys, mayFindOthers }) => {
      const { searches } = plan(table, keys, { maxKeys, mayFindOthers });
      const all = keyColumns(table);
      expect(
        searches
          .flatMap((search) => search.keys)
          .map((key) => JSON.stringify(key))
          .sort(),
      ).toEqual(keys.map((key) => JSON.stringify(key)).sort());
      for (const { keys: together, columns } of searches) {
        const alike = all.filter((name) => !columns.includes(name));
        expect(textsOf(together, alike).size).toBe(1);
        const found = columns.reduce((product, name) => product * textsOf(together, [name]).size, 1);
        expect(found).toBeLessThanOrEqual(maxKeys);
        if (!mayFindOthers) expect(found).toBe(together.length);
        const listed = columns.flatMap((name) => together.map((key) => key[name]));
        expect(listed.filter((value) => value === 'NaN' || value === '-0')).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

test('no plan has more searches than the keys have leading parts, or parts without any one column', () => {
  const isPlain = ({ table }: { table: Table }) => table.columns.every(({ type }) => type === 'int' || type === 'text');
  fc.assert(
    fc.property(tablesAndKeys.filter(isPlain), fc.boolean(), ({ table, keys }, mayFindOthers) => {
      const { searches } = plan(table, keys, { mayFindOthers });
      for (const column of keyColumns(table)) {
        const others = keyColumns(table).filter((name) => name !== column);
        expect(searches.length).toBeLessThanOrEqual(textsOf(keys, others).size);
      }
    }),
    { numRuns: 500 },
  );
});

test('any set of keys finds exactly its rows, in as many requests as were counted', async () => {
  const { source } = database.open();
  const stored = fc.sample(fc.tuple(small, small, small, small), { numRuns: 300, seed: 7 });
  const isStored = new Set(stored.map((each) => each.join()));
  for (const [n, [p, a, b, c]] of stored.entries()) await source.rows.create(cube, { ...cubeKey(p, a, b, c), n }, true);
  const wanted = fc.uniqueArray(fc.oneof(fc.constantFrom(...stored), fc.tuple(small, small, small, small)), {
    selector: (each) => each.join(),
    minLength: 1,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(wanted, fc.boolean(), async (tuples, isWhole) => {
      const keys = tuples.map(([p, a, b, c]) => cubeKey(p, a, b, c));
      const columns = isWhole ? undefined : keyColumns(cube);
      const { source: reader, calls } = database.open();
      const counted = (await reader.rows.countCalls(cube, 'remove', keys)) - keys.length;
      const rows = await reader.rows.readMany(cube, keys, columns);
      expect(rows.map((row) => (row instanceof Error ? row.message : (row?.key ?? null)))).toEqual(
        keys.map((key, index) => (isStored.has(tuples[index]?.join() ?? '') ? key : null)),
      );
      if (!isWhole) expect(calls).toHaveLength(counted);
      expect(calls.length).toBeLessThanOrEqual(textsOf(keys, ['p', 'a', 'b']).size);
    }),
    { numRuns: 60 },
  );
}, 60_000);
