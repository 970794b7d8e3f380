/** A key is found again by path, by condition and by id, whatever is in it, and never meets another row. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asText, KEYSPACE, openRoundTrip, type RoundTrip } from './graph.ts';
import { hostileTexts } from './hostile.ts';

/** Some make hundreds of requests. */
vi.setConfig({ testTimeout: 60_000 });

let trip: RoundTrip;

beforeAll(async () => {
  trip = await openRoundTrip();
}, 60_000);
afterAll(() => trip.close());

/** Canonical keys, each with other spellings of it. */
const keys: Readonly<Record<string, readonly (readonly [unknown, ...unknown[]])[]>> = {
  ascii: [['a'], ["'a'"], ['a;b'], ['%41'], ['A']],
  bigint: [['9223372036854775807'], ['-9223372036854775808'], ['1', 1, '+1', '01']],
  blob: [['AA=='], ['+/+/'], ['yv4=']],
  boolean: [[true], [false]],
  date: [['2024-02-29'], ['-0001-12-31'], ['+10000-01-01']],
  decimal: [['1.50'], ['2.5', 2.5, '+2.5', '25e-1'], ['0.00'], ['1E+3', '1e3'], ['-1']],
  double: [[0.1, '0.1', '1e-1'], ['NaN'], ['Infinity'], ['-Infinity'], ['-0'], [0], [1e300]],
  float: [[0.1, '0.1'], ['NaN'], ['Infinity'], ['-Infinity'], ['-0'], [0], [16777216]],
  inet: [
    ['127.0.0.1', '::ffff:127.0.0.1'],
    ['0:0:0:0:0:0:0:1', '::1', '0::0001'],
    ['2001:db8:0:0:0:0:0:0', '2001:DB8::'],
  ],
  int: [[-2147483648], [2147483647, '2147483647'], [0, '-0']],
  smallint: [[-32768], [32767]],
  tinyint: [[-128], [127]],
  text: [['a'], ['A'], ["'a'"], ["''a''"]],
  time: [['00:00:00', '00:00', '00:00:00.000'], ['23:59:59.999999999']],
  timestamp: [
    ['2026-11-24T08:15:30Z', '2026-11-24T10:15:30+02:00', '2026-11-24T08:15:30.000Z', 1795508130000],
    ['1969-12-31T23:59:59.999Z'],
  ],
  timeuuid: [['8b1ad5e0-9a1f-11ec-8d3d-0242ac130003', '8B1AD5E0-9A1F-11EC-8D3D-0242AC130003']],
  uuid: [
    ['6f1c5d3e-2f64-4c7a-9d0b-0a1b2c3d4e5f', '6F1C5D3E-2F64-4C7A-9D0B-0A1B2C3D4E5F'],
    ['00000000-0000-0000-0000-000000000000'],
  ],
  varint: [
    ['123456789012345678901234567890', '+123456789012345678901234567890'],
    ['-1', -1],
    ['0', '-0'],
  ],
  'frozen<list<text>>': [[['a', "it's"]], [['a;b', '%2F']]],
  'frozen<set<int>>': [
    [
      [1, 2],
      [2, 1, 1],
    ],
  ],
  'frozen<map<text, int>>': [
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ __proto: 1, '10': 1 }],
  ],
  'frozen<map<int, text>>': [[[{ key: 1, value: '%;/' }]]],
  'frozen<tuple<int, text>>': [[[1, 'x;y']]],
};

const LIST = `{ keyspace(name: "${KEYSPACE}") { table(name: "$") { rows(first: 1000) { nodes { key value(column: "n") } } } } }`;

/** Key to number, of every row of the table. */
async function contents(table: string): Promise<ReadonlyMap<string, unknown>> {
  const { keyspace } = await trip.data(LIST.replace('$', table));
  return new Map(
    keyspace.table.rows.nodes.map((row: { key: unknown; value: unknown }) => [asText(row.key), row.value]),
  );
}

/** Each row is written, read and deleted by every spelling of its key, while the others must stay as they are. */
async function holdsApart(
  table: string,
  rows: readonly (readonly Readonly<Record<string, unknown>>[])[],
): Promise<void> {
  const expected = new Map<string, unknown>();
  for (const [canonical = {}, ...others] of rows) {
    const made = await trip.createRow(table, { ...canonical, n: 'new' });
    expect(asText(made.row?.key), made.message).toBe(asText(canonical));
    expected.set(asText(canonical), 'new');
    for (const [index, spelling] of [canonical, ...others].entries()) {
      const changed = await trip.updateRow(table, spelling, { n: `n${index}` });
      expect(asText(changed.row?.key), changed.message).toBe(asText(canonical));
      expected.set(asText(canonical), `n${index}`);
      expect(changed.row?.id).toBe(made.row?.id);
      expect((await trip.readRow(table, spelling)).row, asText(spelling)).toEqual(changed.row);
      expect((await trip.readNode(changed.row?.id ?? '')).row).toEqual(changed.row);
      const replaced = await trip.replaceRow(table, spelling, { n: `n${index}` });
      expect(asText(replaced.row), replaced.message).toBe(asText(changed.row));
    }
  }
  expect(sorted(await contents(table))).toEqual(sorted(expected));
  for (const spellings of rows) {
    const deleted = await trip.deleteRow(table, spellings.at(-1) ?? {});
    expect(deleted.code, deleted.message).toBeUndefined();
    expected.delete(asText(spellings[0]));
    expect(sorted(await contents(table))).toEqual(sorted(expected));
  }
}

const sorted = (entries: ReadonlyMap<string, unknown>) => [...entries].sort();

describe('every type that can be a key', () => {
  for (const [type, values] of Object.entries(keys)) {
    const name = type.replace(/\W+/g, '_');
    test(`${type} as the partition key, as a clustering key, and as a part of both`, async () => {
      const columns = { v: type, w: type, p: 'int', n: 'text' };
      await trip.createTable(`partition_${name}`, { v: type, n: 'text' }, { partition: ['v'] });
      await holdsApart(
        `partition_${name}`,
        values.map((spellings) => spellings.map((v) => ({ v }))),
      );
      await trip.createTable(
        `clustering_${name}`,
        { p: 'int', v: type, n: 'text' },
        { partition: ['p'], clustering: ['v'] },
      );
      await holdsApart(
        `clustering_${name}`,
        values.map((spellings) => spellings.map((v) => ({ p: 1, v }))),
      );
      await trip.createTable(`both_${name}`, columns, { partition: ['p', 'v'], clustering: ['w'] });
      await holdsApart(
        `both_${name}`,
        values.map((spellings) => spellings.map((v) => ({ p: 1, v, w: v }))),
      );
    });
  }
});

test('decimals that differ in their last zeros are two partitions, and one row of a partition', async () => {
  const all = [[{ v: '1.5' }], [{ v: '1.50' }], [{ v: '1.500' }]];
  await holdsApart('partition_decimal', all);
  await trip.createRow('clustering_decimal', { p: 1, v: '1.5', n: 'one' });
  expect((await trip.createRow('clustering_decimal', { p: 1, v: '1.50', n: 'two' })).code).toBe('CONFLICT');
  const { row } = await trip.readRow('clustering_decimal', { p: 1, v: '1.500' });
  expect(row).toEqual((await trip.readRow('clustering_decimal', { p: 1, v: '1.5' })).row);
  const updated = await trip.updateRow('clustering_decimal', { p: 1, v: '1.50' }, { n: 'two' });
  expect(updated.row?.id).toBe(row?.id);
  const hundred = await trip.createRow('clustering_decimal', { p: 1, v: '1.00E+2', n: 'hundred' });
  expect((await trip.updateRow('clustering_decimal', { p: 1, v: 100 }, { n: '100' })).row?.id).toBe(hundred.row?.id);
  expect((await trip.readNode(hundred.row?.id ?? '')).row?.values).toMatchObject({ n: '100' });
  const zero = await trip.createRow('clustering_decimal', { p: 1, v: '0.00', n: 'zero' });
  expect((await trip.updateRow('clustering_decimal', { p: 1, v: 0 }, { n: '0' })).row?.id).toBe(zero.row?.id);
  expect((await trip.updateRow('clustering_decimal', { p: 1, v: '1.50' }, { n: 'three' })).row?.values).toEqual({
    p: 1,
    v: '1.5',
    n: 'three',
  });
});

describe('texts that a path could lose', () => {
  test('as partition keys', async () => {
    await trip.createTable('hostile', { k: 'text', n: 'text' }, { partition: ['k'] });
    await holdsApart(
      'hostile',
      hostileTexts.map((k) => [{ k }]),
    );
  });

  test('as clustering keys, between others', async () => {
    await trip.createTable(
      'between',
      { p: 'text', k: 'text', l: 'text', n: 'text' },
      { partition: ['p'], clustering: ['k', 'l'] },
    );
    await holdsApart(
      'between',
      ['', ...hostileTexts].map((k) => [{ p: 'a', k, l: '' }]),
    );
    await holdsApart(
      'between',
      hostileTexts.map((k) => [{ p: k, k: '', l: k }]),
    );
  });

  test('of any kind', async () => {
    await trip.createTable('any', { k: 'text', l: 'text', n: 'text' }, { partition: ['k'], clustering: ['l'] });
    const unit = fc.oneof(
      fc.constantFrom(...`;%/.?#&+ "'\\20F`),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    const text = fc.string({ unit, minLength: 1, maxLength: 6 });
    const texts = fc.uniqueArray(text, { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(texts, text, (all, l) =>
        holdsApart(
          'any',
          all.map((k) => [{ k, l }]),
        ),
      ),
      { numRuns: 15 },
    );
  });

  test('what cannot be carried is refused, and nothing is touched', async () => {
    await trip.createTable('refused', { k: 'text', l: 'text', n: 'text' }, { partition: ['k'], clustering: ['l'] });
    await trip.createRow('refused', { k: 'a', l: 'b', n: 'there' });
    const before = await contents('refused');
    const long = '😀'.repeat(2000);
    for (const key of [
      { k: 'a', l: '\ud800' },
      { k: '\udc00a', l: 'b' },
      { k: 'a', l: long },
      { k: 'a' },
      { k: 'a', l: null },
      { k: 'a', l: 'b', n: 'c' },
    ]) {
      for (const change of [
        trip.updateRow('refused', key, { n: 'x' }),
        trip.replaceRow('refused', key, { n: 'x' }),
        trip.deleteRow('refused', key),
      ])
        expect((await change).code, asText(key)?.slice(0, 60)).toBe('BAD_USER_INPUT');
    }
    for (const change of [
      trip.createRow('refused', { k: '', l: 'b' }),
      trip.updateRow('refused', { k: '', l: 'b' }, { n: 'x' }),
    ])
      expect((await change).code).toBe('BAD_USER_INPUT');
    expect((await trip.deleteRow('refused', { k: '', l: 'b' })).code).toBe('NOT_FOUND');
    expect(await contents('refused')).toEqual(before);
  });
});
