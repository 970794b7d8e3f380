import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codecOf } from '../../../emulator/cql/types/codecs.ts';
import { javaDouble, javaFloat } from '../../../emulator/cql/types/java.ts';
import { cqlTypeText, parseType } from '../../../emulator/cql/types/type.ts';
import { partitionToken, tokenBytes } from '../../../emulator/cql/write/token.ts';
import { type Json, parseJson, printJson } from '../../../emulator/shared/json.ts';

const COMPACT = { compactMaps: true };

function read(type: string, json: string): string {
  const codec = codecOf(parseType(type), {});
  const value = parseJson(json);
  const bytes = typeof value === 'string' ? codec.fromText(value, COMPACT) : codec.fromJson(value, COMPACT);
  return printJson(codec.toJson(bytes, COMPACT));
}

describe('a value that is printed reads back as itself', () => {
  const printed: Readonly<Record<string, fc.Arbitrary<Json | string>>> = {
    int: fc.integer().map(String),
    bigint: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
    varint: fc.bigInt().map(String),
    double: fc.double({ noNaN: true }).map(javaDouble),
    float: fc.float({ noNaN: true }).map(javaFloat),
    decimal: fc.tuple(fc.bigInt(), fc.integer({ min: -30, max: 30 })).map(([digits, scale]) => `${digits}e${scale}`),
    uuid: fc.uuid(),
    blob: fc.base64String(),
    date: fc
      .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
      .map((day) => day.toISOString().slice(0, 10)),
    timestamp: fc
      .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
      .map((day) => day.toISOString()),
    inet: fc.oneof(fc.ipV4(), fc.ipV6()),
    'list<int>': fc.array(fc.integer()).map((list) => JSON.stringify(list)),
    'tuple<int,int>': fc.tuple(fc.integer(), fc.integer()).map(([one, other]) => `(${one}, ${other})`),
  };
  test.each(Object.entries(printed))('%s', (type, texts) => {
    const codec = codecOf(parseType(type), {});
    fc.assert(
      fc.property(texts as fc.Arbitrary<string>, (text) => {
        const bytes = codec.fromText(text, COMPACT);
        const shown = codec.toJson(bytes, COMPACT);
        const again = Array.isArray(shown)
          ? codec.fromJson(shown, COMPACT)
          : codec.fromText(typeof shown === 'string' ? shown : printJson(shown), COMPACT);
        expect(Buffer.from(again)).toEqual(Buffer.from(bytes));
      }),
    );
  });
});

describe('numbers as Java prints them', () => {
  test.each([
    [1, '1.0'],
    [0.001, '0.001'],
    [1e-4, '1.0E-4'],
    [1e7, '1.0E7'],
    [12_345_678.9, '1.23456789E7'],
    [Number.MIN_VALUE, '4.9E-324'],
    [-0, '-0.0'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ])('%d is %s', (value, text) => {
    expect(javaDouble(value)).toBe(text);
  });

  test('floats need fewer digits', () => {
    expect([1.1, 16_777_216, 3.4028234663852886e38].map(Math.fround).map(javaFloat)).toEqual([
      '1.1',
      '1.6777216E7',
      '3.4028235E38',
    ]);
  });
});

describe('unexpected conversions of the real service', () => {
  test.each([
    ['int', '2147483648', '-2147483648'],
    ['int', '1e40', '2147483647'],
    ['tinyint', '300', '44'],
    ['bigint', '1e19', '9223372036854775807'],
    ['decimal', '1.50', '1.5'],
    ['decimal', '"1.50"', '1.50'],
    ['decimal', '1e308', '1.0E+308'],
    ['text', '{"a":[1,null]}', '"{a=[1, null]}"'],
    ['duration', '"2w"', '"14d"'],
    ['duration', '"P0001-02-03T04:05:06"', '"1y2mo3d4h5m6s"'],
    ['inet', '"::ffff:1.2.3.4"', '"1.2.3.4"'],
    ['inet', '""', '"127.0.0.1"'],
    ['uuid', '"1-1-1-1-1"', '"00000001-0001-0001-0001-000000000001"'],
    ['timestamp', '"2021-04-23T18:42:22.5-0330"', '"2021-04-23T22:12:22.500Z"'],
    ['date', '"+10000-01-01"', '"+10000-01-01"'],
    ['map<decimal,decimal>', '"{1.50: 2.50, 1E+3: 0.0}"', '{"1.50":2.50,"1E+3":0.0}'],
    ['map<frozen<tuple<decimal,int>>,int>', '"{(1.50,1): 1}"', '{"[1.50, 1]":1}'],
    ['map<inet,int>', '{"127.0.0.1":1}', '{"/127.0.0.1":1}'],
    ['map<time,int>', '{"10:15:00":1}', '{"10:15":1}'],
    ['map<frozen<list<int>>,int>', '"{[1,2]:1}"', '{"[1, 2]":1}'],
    ['list<int>', '" [ 1 , 2 ] and more"', '[1,2]'],
    ['tuple<int,text>', '"()"', 'null'],
  ])('%s from %s', (type, json, shown) => {
    expect(read(type, json)).toBe(shown);
  });

  test.each([
    [
      'int',
      '"1.0"',
      "Invalid String value ('1.0'): not valid representation/value for target protobuf type: TypeSpec.Basic.INT",
    ],
    ['varint', '1e3', 'For input string: "1000.0"'],
    ['uuid', '1', 'Cannot coerce Number 1 into expected protobuf type: TypeSpec.Basic.UUID'],
    [
      'date',
      '"2021-02-29"',
      "Text '2021-02-29' could not be parsed: Invalid date 'February 29' as '2021' is not a leap year",
    ],
    ['blob', '"a-_b"', 'Illegal base64 character 2d'],
    ['list<int>', '"[1"', "Invalid List value '[1': at character 2 expecting ',' or ']' but got EOF"],
    ['tuple<int,text>', '"(1)"', 'Illegal Tuple representation, expected 2 values, received 1'],
  ])('%s refuses %s', (type, json, problem) => {
    expect(() => read(type, json)).toThrow(problem);
  });
});

describe('types', () => {
  test('print and parse', () => {
    for (const text of ['map<int, frozen<list<frozen<tuple<date, "Udt Name">>>>>', 'frozen<set<frozen<list<int>>>>']) {
      const printed = cqlTypeText(parseType(text));
      expect(cqlTypeText(parseType(printed))).toBe(printed);
    }
  });

  test('what is in a frozen type is frozen', () => {
    expect(cqlTypeText(parseType('FROZEN<map<varchar,list<int>>>'))).toBe('frozen<map<text, frozen<list<int>>>>');
  });
});

describe('tokens', () => {
  test('are those of Cassandra', () => {
    expect(partitionToken(Buffer.from('123'))).toBe(-7468325962851647638n);
    expect(partitionToken(Uint8Array.of(0, 0, 0, 1))).toBe(-4069959284402364209n);
  });

  test('sort as bytes', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        (one, other) => {
          expect(Buffer.compare(tokenBytes(one), tokenBytes(other))).toBe(one < other ? -1 : one > other ? 1 : 0);
        },
      ),
    );
  });
});
