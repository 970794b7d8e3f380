/** Keys and values of rows, checked by the definition of their table. */
import { describe, expect, test } from 'vitest';
import { toKey, toKeyPrefix, toValues } from '../../../datasources/cql/check.ts';
import { toColumns } from '../../../datasources/cql/table-columns.ts';
import { InputError } from '../../../datasources/source/errors.ts';
import type { RowValues, Table } from '../../../datasources/source/source.ts';
import { POINT } from './point.ts';

const table: Table = {
  databaseId: 'd',
  keyspace: 'k',
  table: 't',
  columns: [
    { name: 'a', type: 'uuid', kind: 'PARTITION_KEY' },
    { name: 'b', type: 'int', kind: 'PARTITION_KEY' },
    { name: 'c', type: 'timestamp', kind: 'CLUSTERING_KEY' },
    { name: 'constructor', type: 'text', kind: 'CLUSTERING_KEY' },
    { name: 'v', type: 'text', kind: 'REGULAR' },
    { name: 'p', type: 'Point', kind: 'REGULAR' },
  ],
  partitionKey: ['a', 'b'],
  clusteringKey: [
    { name: 'c', order: 'ASC' },
    { name: 'constructor', order: 'DESC' },
  ],
  defaultTtlSeconds: 0,
};

describe('keys', () => {
  const noTypes = () => Promise.reject(new Error('types were asked for'));
  const a = '6f1c5d3e-2f64-4c7a-9d0b-0a1b2c3d4e5f';
  const whole = {
    constructor: 'x',
    c: '2026-11-24T11:00:00+01:00',
    b: '7',
    a: a.toUpperCase(),
  } as unknown as RowValues;

  test('are canonical, in the order of the key', async () => {
    const key = await toKey(table, whole, noTypes);
    expect(Object.entries(key)).toEqual([
      ['a', a],
      ['b', 7],
      ['c', '2026-11-24T10:00:00Z'],
      ['constructor', 'x'],
    ]);
    expect(await toKeyPrefix(table, { b: 7, a }, noTypes)).toEqual({ a, b: 7 });
    expect(await toKeyPrefix(table, { b: 7, a, c: 0 }, noTypes)).toEqual({ a, b: 7, c: '1970-01-01T00:00:00Z' });
  });

  test.each<[RowValues, RegExp]>([
    [{ a, b: 7, c: 0 }, /no value for "constructor".*"a", "b", "c", "constructor"/],
    [{}, /no value for "a", "b"/],
    [{ ...whole, a: null }, /no value for "a"/],
    [{ ...whole, z: 1 }, /"z", which is no column/],
    [{ ...whole, v: 'x' }, /"v", which is not part of it/],
    [{ ...whole, b: 2147483648 }, /"b".*int.*2147483648.*integer from/],
  ])('%j is refused', async (input, message) => {
    await expect(async () => toKey(table, input, noTypes)).rejects.toThrow(message);
    await expect(async () => toKey(table, input, noTypes)).rejects.toBeInstanceOf(InputError);
  });

  test.each<[RowValues, RegExp]>([
    [{}, /no value for "a", "b"/],
    [{ a }, /no value for "b"/],
    [{ a, b: 1, constructor: 'x' } as unknown as RowValues, /no value for "c"/],
    [{ a, b: 1, v: 'x' }, /"v"/],
  ])('%j is refused as the beginning of one', async (input, message) => {
    await expect(async () => toKeyPrefix(table, input, noTypes)).rejects.toThrow(message);
  });

  test('values take types only where they need them', async () => {
    expect(await toValues(table, { v: 'x', b: '1' }, noTypes)).toEqual({ v: 'x', b: 1 });
    expect(await toValues(table, { p: null }, noTypes)).toEqual({ p: null });
    expect(await toValues(table, { p: { x: 1 } }, async () => [POINT])).toEqual({ p: { x: 1, at: null } });
    await expect(async () => toValues(table, { w: 1 }, noTypes)).rejects.toThrow(/no column "w".*"v"/);
    expect(() => toColumns(table, ['v', 'w'])).toThrow(/no column "w"/);
  });
});
