import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Codec } from '../../../emulator/cql/types/codec.ts';
import { codecOf } from '../../../emulator/cql/types/codecs.ts';
import { complement } from '../../../emulator/cql/types/ordered.ts';
import { parseType } from '../../../emulator/cql/types/type.ts';
import { arrangeOf } from '../../../emulator/cql/write/arrange.ts';

/** Order of the encodings must be the order of the values, and no encoding may begin another one. */

const FORM = { compactMaps: true };

interface Ordering<T> {
  readonly type: string;
  readonly values: fc.Arbitrary<T>;
  /** How a value is written in a path. */
  readonly text: (value: T) => string;
  readonly compare: (one: T, other: T) => number;
}

const ascending = <T extends bigint | number>(one: T, other: T) => (one < other ? -1 : one > other ? 1 : 0);
const bytewise = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
const integers = (type: string, bits: number): Ordering<bigint> => ({
  type,
  values: fc.bigInt({ min: -(2n ** BigInt(bits - 1)), max: 2n ** BigInt(bits - 1) - 1n }),
  text: String,
  compare: ascending,
});
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 9 }));
const scaled = ([unscaled, scale]: [bigint, number]) => unscaled * 10n ** BigInt(9 - scale);

const lists = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 3 });
function compareLists(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((value, index) => value !== other[index]);
  if (place < 0 || place >= other.length) return one.length - other.length;
  return ascending(one[place] ?? 0, other[place] ?? 0);
}

const ORDERINGS: readonly Ordering<never>[] = [
  integers('tinyint', 8),
  integers('smallint', 16),
  integers('int', 32),
  integers('bigint', 64),
  { type: 'varint', values: fc.bigInt(), text: String, compare: ascending },
  {
    type: 'double',
    values: fc.double({ noNaN: true }),
    text: (value: number) => (Object.is(value, -0) ? '-0.0' : String(value)),
    compare: (one: number, other: number) =>
      ascending(one, other) || ascending(Object.is(one, -0) ? 0 : 1, Object.is(other, -0) ? 0 : 1),
  },
  {
    type: 'decimal',
    values: decimals,
    text: ([unscaled, scale]: [bigint, number]) => `${unscaled}e-${scale}`,
    compare: (one: [bigint, number], other: [bigint, number]) => ascending(scaled(one), scaled(other)),
  },
  { type: 'text', values: fc.string({ unit: 'grapheme' }), text: String, compare: bytewise },
  {
    type: 'blob',
    values: fc.uint8Array({ maxLength: 6 }),
    text: (value: Uint8Array) => Buffer.from(value).toString('base64'),
    compare: (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other),
  },
  {
    type: 'timestamp',
    values: fc.date({ noInvalidDate: true, min: new Date(-62_135_596_800_000), max: new Date(253_402_300_799_000) }),
    text: (value: Date) => value.toISOString(),
    compare: (one: Date, other: Date) => ascending(one.getTime(), other.getTime()),
  },
  { type: 'frozen<list<int>>', values: lists, text: (value: number[]) => `[${value}]`, compare: compareLists },
] as unknown as Ordering<never>[];

test.each(ORDERINGS)('order of $type', ({ type, values, text, compare }) => {
  const codec = codecFor(type);
  const encoded = (value: never) => codec.toOrdered(codec.fromText(text(value), FORM));
  fc.assert(
    fc.property(values, values, (one, other) => {
      const [a, b] = [encoded(one), encoded(other)];
      expect(Math.sign(Buffer.compare(a, b))).toBe(Math.sign(compare(one, other)));
      expect(Math.sign(Buffer.compare(complement(a), complement(b)))).toBe(-Math.sign(compare(one, other)) + 0);
      if (hex(a) !== hex(b)) expect(hex(a).startsWith(hex(b))).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test('uuids sort by version, then by time or bytes', () => {
  const sorted = [
    '00000001-0001-1000-8000-000000000000',
    '00000000-0002-1000-8000-000000000000',
    '00000000-0000-1001-8000-000000000000',
    '10000000-0000-4000-8000-000000000001',
    '90000000-0000-4000-8000-000000000001',
  ];
  const codec = codecFor('uuid');
  expect([...sorted].sort((one, other) => compareEncoded(codec, one, other))).toEqual(sorted);
});

test('timeuuids of one time sort by signed bytes', () => {
  const sorted = ['00000001-0001-1000-8000-000000000000', '00000001-0001-1000-0000-000000000000'];
  expect(compareEncoded(codecFor('timeuuid'), sorted[0] ?? '', sorted[1] ?? '')).toBe(-1);
});

test('sets and maps are sorted as their elements are, down to tuples', () => {
  const type = parseType('frozen<map<text, frozen<set<int>>>>');
  const codec = codecOf(type, {});
  const shown = (text: string) => codec.toJson(arrangeOf(type, {})(codec.fromText(text, FORM)), { compactMaps: true });
  expect(shown('{b:{3,-1,3},a:{}}')).toEqual(shown('{a:{},b:{-1,3}}'));
  const tuple = parseType('tuple<frozen<set<int>>>');
  const stored = codecOf(tuple, {}).fromText('({3,1,3})', FORM);
  expect(codecOf(tuple, {}).toText(arrangeOf(tuple, {})(stored))).toBe('[[3, 1]]');
});

function codecFor(type: string): Codec {
  return codecOf(parseType(type), {});
}

function compareEncoded(codec: Codec, one: string, other: string): number {
  return Buffer.compare(codec.toOrdered(codec.fromText(one, FORM)), codec.toOrdered(codec.fromText(other, FORM)));
}
