/** @datastax/astra-db-ts: a value of each type that a table can hold, there and back. */
import {
  blob,
  type CreateTableDefinition,
  DataAPIBlob,
  DataAPIDate,
  DataAPIDuration,
  DataAPIInet,
  DataAPITime,
  DataAPIVector,
  date,
  duration,
  inet,
  type SomeRow,
  time,
  UUID,
  uuid,
  vector,
} from '@datastax/astra-db-ts';
import { BigNumber } from 'bignumber.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedDatabase, openDatabase } from '../clients.ts';

const PERSON = { fields: { name: 'text', born: 'date', height: 'decimal' } } as const;

const DEFINITION: CreateTableDefinition = {
  columns: {
    id: 'uuid',
    ascii: 'ascii',
    bigint: 'bigint',
    blob: 'blob',
    boolean: 'boolean',
    date: 'date',
    decimal: 'decimal',
    double: 'double',
    duration: 'duration',
    float: 'float',
    inet: 'inet',
    int: 'int',
    smallint: 'smallint',
    text: 'text',
    time: 'time',
    timestamp: 'timestamp',
    tinyint: 'tinyint',
    varint: 'varint',
    vector: { type: 'vector', dimension: 3 },
    list: { type: 'list', valueType: 'varint' },
    set: { type: 'set', valueType: 'uuid' },
    map: { type: 'map', keyType: 'text', valueType: 'duration' },
    numbers: { type: 'map', keyType: 'int', valueType: 'text' },
    person: { type: 'userDefined', udtName: 'person' },
    people: { type: 'list', valueType: { type: 'userDefined', udtName: 'person' } },
    // The client reads decimals below text keys as numbers.
    byNumber: { type: 'map', keyType: 'int', valueType: { type: 'userDefined', udtName: 'person' } },
  },
  primaryKey: 'id',
};

const ID = uuid('550e8400-e29b-41d4-a716-446655440000');
const ADA = { name: 'Ada', born: date('1815-12-10'), height: BigNumber('1.6') };

const ROW = {
  id: ID,
  ascii: 'ascii',
  bigint: 9223372036854775807n,
  blob: blob(Buffer.from([0, 1, 254, 255])),
  boolean: true,
  date: date('2024-02-29'),
  decimal: BigNumber('123456789012345678901234567890.123456789'),
  double: 1.5e300,
  duration: duration('1mo2d3h4m5s6ms7us8ns'),
  float: 0.25,
  inet: inet('2001:db8::1'),
  int: -2147483648,
  smallint: 32767,
  text: 'tëxt 🦉 "quoted"',
  time: time('10:11:12.123456789'),
  timestamp: new Date('2024-02-29T10:11:12.345Z'),
  tinyint: -128,
  varint: 123456789012345678901234567890n,
  vector: vector([0.5, -0.25, 1]),
  list: [1n, 123456789012345678901234567890n],
  set: new Set([ID]),
  map: new Map([['long', duration('P1Y2M')]]),
  numbers: new Map([
    [1, 'one'],
    [2, 'two'],
  ]),
  person: ADA,
  people: [ADA, { name: 'Alan', born: null, height: null }],
  byNumber: new Map([[1, ADA]]),
};

let opened: OpenedDatabase;
beforeAll(async () => {
  opened = await openDatabase('hcd');
  await opened.db.createType('person', { definition: PERSON });
  await opened.db.createTable('values', { definition: DEFINITION });
});
afterAll(() => opened.close());

const values = () => opened.db.table<SomeRow>('values');

test('a row of all types comes back as it was sent', async () => {
  expect(await values().insertOne(ROW)).toEqual({ insertedId: { id: ID } });
  const found = await values().findOne({ id: ID });
  expect(plain(found)).toEqual(plain({ ...ROW, inet: '2001:db8:0:0:0:0:0:1' }));
  expect(found?.blob).toBeInstanceOf(DataAPIBlob);
  expect(found?.date).toBeInstanceOf(DataAPIDate);
  expect(found?.decimal).toBeInstanceOf(BigNumber);
  expect(found?.duration).toBeInstanceOf(DataAPIDuration);
  expect(found?.inet).toBeInstanceOf(DataAPIInet);
  expect(found?.time).toBeInstanceOf(DataAPITime);
  expect(found?.timestamp).toBeInstanceOf(Date);
  expect(found?.id).toBeInstanceOf(UUID);
  expect(found?.vector).toBeInstanceOf(DataAPIVector);
  expect(typeof found?.bigint).toBe('bigint');
  expect(typeof found?.varint).toBe('bigint');
});

test('a row of a key alone has nulls and empty collections', async () => {
  const { insertedIds } = await values().insertMany([{ id: UUID.v7() }]);
  const found = (await values().findOne({ id: insertedIds[0]?.id })) ?? {};
  const { id, list, set, map, numbers, people, byNumber, person, ...others } = found;
  expect([list, people]).toEqual([[], []]);
  expect(set).toEqual(new Set());
  expect([map, numbers, byNumber]).toEqual([new Map(), new Map(), new Map()]);
  expect(person).toEqual({ name: null, born: null, height: null });
  expect(new Set(Object.values(others))).toEqual(new Set([null]));
  expect(Object.keys(found)).toHaveLength(Object.keys(DEFINITION.columns).length);
});

test.each([
  ['bigint', { bigint: 9223372036854775807n }],
  ['decimal', { decimal: BigNumber('123456789012345678901234567890.123456789') }],
  ['varint', { varint: { $gt: 123456789012345678901234567889n } }],
  ['timestamp', { timestamp: new Date('2024-02-29T10:11:12.345Z') }],
  ['date', { date: { $gte: date('2024-02-29') } }],
  ['time', { time: time('10:11:12.123456789') }],
  ['inet', { inet: inet('2001:db8::1') }],
  ['blob', { blob: blob(Buffer.from([0, 1, 254, 255])) }],
  ['boolean', { boolean: true, tinyint: { $lt: 0 } }],
  ['double', { double: { $gt: 1e299 }, float: 0.25 }],
])('rows are found by a %s', async (_, filter) => {
  expect(
    await values()
      .find(filter, { projection: { id: 1 } })
      .toArray(),
  ).toEqual([{ id: ID }]);
});

test('numbers that are none', async () => {
  const id = UUID.v4();
  await values().insertOne({ id, double: Number.NaN, float: Number.NEGATIVE_INFINITY });
  expect(await values().findOne({ id }, { projection: { double: 1, float: 1 } })).toEqual({
    double: Number.NaN,
    float: Number.NEGATIVE_INFINITY,
  });
});

test('values are changed and taken back', async () => {
  const id = UUID.v4();
  await values().insertOne({ ...ROW, id });
  await values().updateOne(
    { id },
    {
      $set: { bigint: -1n, person: { name: 'Grace' }, vector: vector([1, 2, 3]), decimal: null },
      $unset: { blob: '', map: '' },
      $push: { list: 7n, numbers: [3, 'three'] },
    },
  );
  const found = await values().findOne({ id });
  expect(plain(found)).toMatchObject({
    bigint: '-1n',
    decimal: null,
    blob: null,
    person: { name: 'Grace', born: null, height: null },
    vector: [1, 2, 3],
  });
  expect(found?.list).toEqual([...ROW.list, 7n]);
  expect(found?.numbers.get(3)).toBe('three');
  expect(found?.map).toEqual(new Map());
});

test('types are made, altered, listed and dropped', async () => {
  const { db } = opened;
  await db.createType('point', { definition: { fields: { x: 'int', y: 'int' } } });
  await db.createType('point', { definition: { fields: { x: 'int' } }, ifNotExists: true });
  await db.alterType('point', { operation: { add: { fields: { z: 'int' } } } });
  await db.alterType('point', { operation: { rename: { fields: { x: 'a' } } } });
  expect((await db.listTypes({ nameOnly: true })).sort()).toEqual(['person', 'point']);
  expect((await db.listTypes()).find(({ name }) => name === 'point')).toMatchObject({
    definition: { fields: { a: { type: 'int' }, y: { type: 'int' }, z: { type: 'int' } } },
  });
  await db.dropType('point');
  await db.dropType('point', { ifExists: true });
  await expect(db.dropType('person')).rejects.toMatchObject({
    errorDescriptors: [{ errorCode: 'CANNOT_DROP_TYPE_USED_BY_TABLE' }],
  });
});

/** With objects of the client as their text: those of equal value need not be equal member by member. */
// biome-ignore lint/suspicious/noExplicitAny: what a row holds is what the client makes of it
function plain(value: unknown): any {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof DataAPIVector) return value.asArray();
  if (value instanceof DataAPIBlob) return value.asBase64();
  if (value instanceof DataAPIDuration) return [value.months, value.days, String(value.nanoseconds)];
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Map) return [...value].map(plain);
  if (value instanceof Set || Array.isArray(value)) return [...value].map(plain);
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return typeof value === 'object' && value !== null ? String(value) : value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
