/** Values of every type: what is taken, what they become, and what is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScalarName } from '../../../datasources/cql/type.ts';
import { InputError } from '../../../datasources/source/errors.ts';
import type { CqlValue } from '../../../datasources/source/source.ts';
import { toCanonical } from './point.ts';

describe('values', () => {
  const taken: Readonly<Partial<Record<ScalarName, readonly (readonly [CqlValue, CqlValue])[]>>> = {
    int: [
      ['+7', 7],
      ['007', 7],
      [-2147483648, -2147483648],
      [2147483647, 2147483647],
      ['-0', 0],
    ],
    tinyint: [['-128', -128]],
    bigint: [
      [1, '1'],
      ['+01', '1'],
      ['9223372036854775807', '9223372036854775807'],
    ],
    varint: [['-000123456789012345678901234567890', '-123456789012345678901234567890']],
    counter: [[-5, '-5']],
    float: [
      [0.1, 0.1],
      [0.10000000149011612, 0.1],
      ['1e3', 1000],
      [-0, '-0'],
      ['-0.0', '-0'],
      ['NaN', 'NaN'],
    ],
    double: [
      [1e300, 1e300],
      ['-Infinity', '-Infinity'],
      ['.5', 0.5],
      [-0, '-0'],
    ],
    decimal: [
      [1.5, '1.5'],
      ['+01.50', '1.50'],
      ['1e3', '1E+3'],
      ['0.0000001', '1E-7'],
      ['-0', '0'],
      ['123.45e-10', '1.2345E-8'],
      ['12e3', '1.2E+4'],
    ],
    uuid: [['6F1C5D3E-2F64-4C7A-9D0B-0A1B2C3D4E5F', '6f1c5d3e-2f64-4c7a-9d0b-0a1b2c3d4e5f']],
    timestamp: [
      ['2026-11-24T11:15:30+01:00', '2026-11-24T10:15:30Z'],
      ['2026-11-24t10:15:30.1z', '2026-11-24T10:15:30.100Z'],
      ['2026-11-24T10:15Z', '2026-11-24T10:15:00Z'],
      ['2026-11-24T10:15:30.000000+0000', '2026-11-24T10:15:30Z'],
      ['2026-01-01T00:30:00+02', '2025-12-31T22:30:00Z'],
      [0, '1970-01-01T00:00:00Z'],
      [-1, '1969-12-31T23:59:59.999Z'],
      ['+292278994-08-17T07:12:55.807Z', '+292278994-08-17T07:12:55.807Z'],
    ],
    date: [
      ['2024-02-29', '2024-02-29'],
      ['+10000-01-01', '+10000-01-01'],
      ['-5877641-06-23', '-5877641-06-23'],
    ],
    time: [
      ['10:15', '10:15:00'],
      ['10:15:30.120000000', '10:15:30.12'],
    ],
    duration: [
      ['2w', '14d'],
      ['14mo', '1y2mo'],
      ['30h20m', '30h20m'],
      ['P1Y2M3DT4H5M6S', '1y2mo3d4h5m6s'],
      ['P2W', '14d'],
      ['P0001-02-03T04:05:06', '1y2mo3d4h5m6s'],
      ['-1D', '-1d'],
      ['1500ms', '1s500ms'],
      ['5µs', '5us'],
      ['', '0s'],
    ],
    inet: [
      ['2001:DB8::1', '2001:db8:0:0:0:0:0:1'],
      ['::ffff:1.2.3.4', '1.2.3.4'],
      ['1::', '1:0:0:0:0:0:0:0'],
    ],
    blob: [
      ['', ''],
      ['AB==', 'AA=='],
    ],
  };

  for (const [type, pairs] of Object.entries(taken)) {
    test.each(pairs)(`${type} %j is %j`, (value, expected) => expect(toCanonical(type, value)).toEqual(expected));
  }

  const refused: Readonly<Partial<Record<ScalarName, readonly CqlValue[]>>> = {
    ascii: ['é', 1],
    text: [1, true, ['a'], '\ud800'],
    boolean: ['true', 1],
    tinyint: [128, '-129', 1.5, '1.0', '', ' 1'],
    smallint: [32768],
    int: [2147483648, '2147483648', true, [1], '0x1', '1e3'],
    bigint: ['9223372036854775808', '-9223372036854775809', 2 ** 53, 1.5],
    varint: ['1.0', 'ten', 1e30],
    float: [1e39, '1e39', 'nan', '', 'Infinit', '0x10'],
    double: ['1e400', 'one', true],
    decimal: ['', '.', 'NaN', '1e99999999999', '1,5'],
    uuid: ['1-1-1-1-1', '6f1c5d3e2f644c7a9d0b0a1b2c3d4e5f', ''],
    timeuuid: ['6f1c5d3e-2f64-4c7a-9d0b-0a1b2c3d4e5f'],
    timestamp: [
      '2026-11-24',
      '2026-11-24T10:15:30',
      '2026-11-24 10:15:30Z',
      '2026-02-30T10:15:30Z',
      '2026-11-24T24:00:00Z',
      '2026-11-24T10:15:30.1234Z',
      '2026-11-24T10:15:30+19:00',
      '1764000000000',
      '+292278994-08-17T07:12:55.808Z',
    ],
    date: ['2023-02-29', '2026-13-01', '2026-1-1', '10000-01-01', '+5881580-07-12', 20000],
    time: ['24:00', '10', '10:60', '10:15:30.1234567891'],
    duration: ['1', 'P', '-', '1h2d', '1.5h', 'PT', '3000000000d'],
    inet: ['localhost', '', '1.2.3', '1.2.3.256', 'fe80::1%eth0', '01.2.3.4'],
    blob: ['0xcafe', 'YQ', 'a-b_', 'YQ=', '===='],
  };

  for (const [type, values] of Object.entries(refused)) {
    test.each(values)(`${type} does not take %j`, (value) => {
      expect(() => toCanonical(type, value)).toThrow(InputError);
      expect(() => toCanonical(type, value)).toThrow(`has the type ${type}`);
    });
  }

  test.each<[string, CqlValue, CqlValue]>([
    ['set<int>', [3, '1', 1], [1, 3]],
    ['set<text>', ['é', 'z', 'Z'], ['Z', 'z', 'é']],
    ['list<bigint>', [1, '1'], ['1', '1']],
    [
      'map<int, text>',
      { '2': 'b', '1': 'a' },
      [
        { key: 1, value: 'a' },
        { key: 2, value: 'b' },
      ],
    ],
    ['map<text, int>', [{ key: 'a', value: '1' }], { a: 1 }],
    ['map<text, int>', JSON.parse('{"__proto__": 1}') as CqlValue, JSON.parse('{"__proto__": 1}') as CqlValue],
    ['tuple<int, text>', ['1', 'x'], [1, 'x']],
    ['Point', { at: 0 }, { x: null, at: '1970-01-01T00:00:00Z' }],
    ['vector<float, 2>', [1, 'NaN'], [1, 'NaN']],
  ])('%s %j is %j', (type, value, expected) => expect(toCanonical(type, value)).toEqual(expected));

  test.each<[string, CqlValue]>([
    ['list<int>', [1, null]],
    ['list<int>', 'x'],
    ['set<int>', { a: 1 }],
    ['map<text, int>', { a: null }],
    ['map<int, int>', [{ key: 1 }]],
    ['tuple<int, int>', [1]],
    ['tuple<int, int>', [1, null]],
    ['Point', { z: 1 }],
    ['Point', { constructor: 1 }],
    ['Point', [1]],
    ['vector<float, 2>', [1]],
  ])('%s does not take %j', (type, value) => expect(() => toCanonical(type, value)).toThrow(InputError));

  test('what is canonical stays as it is', () => {
    const value = fc.oneof(
      fc.constantFrom(
        ...Object.entries(taken).flatMap(([type, pairs]) => pairs.map(([given]) => [type, given] as const)),
      ),
      fc.tuple(fc.constant('float'), fc.float()),
      fc.tuple(fc.constant('double'), fc.double()),
      fc.tuple(
        fc.constant('decimal'),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n.toExponential()),
      ),
      fc.tuple(fc.constant('inet'), fc.ipV6()),
      fc.tuple(fc.constant('timestamp'), fc.maxSafeInteger()),
    );
    fc.assert(
      fc.property(value, ([type, given]) => {
        const input = typeof given === 'number' && !Number.isFinite(given) ? String(given) : given;
        const once = toCanonical(type, input);
        expect(toCanonical(type, once)).toEqual(once);
        expect(toCanonical(type, JSON.parse(JSON.stringify(once)))).toEqual(once);
      }),
    );
  });

  test('times are those of the calendar', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (instant) => {
        const iso = instant
          .toISOString()
          .replace(/^([+-])0+(?=\d{4})/, '$1')
          .replace(/^\+(?=\d{4}-)/, '')
          .replace('.000', '');
        expect(toCanonical('timestamp', instant.getTime())).toBe(iso);
        expect(toCanonical('timestamp', iso)).toBe(iso);
      }),
    );
  });

  test('a time in the form that upstream prints is the same time as with an offset of zero, or none either', () => {
    const two = (max: number) => fc.nat(max).map((part) => String(part).padStart(2, '0'));
    const year = fc.nat(9999).map((part) => String(part).padStart(4, '0'));
    const day = fc.tuple(year, two(13), two(32)).map((parts) => parts.join('-'));
    const clock = fc.tuple(two(25), two(61), two(61)).map((parts) => parts.join(':'));
    const fraction = fc.constantFrom('', '.000', '.120', '.007', '.1', '.1234');
    const orNone = (type: ScalarName, text: string) => {
      try {
        return toCanonical(type, text);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        return undefined;
      }
    };
    fc.assert(
      fc.property(day, clock, fraction, (date, time, digits) => {
        const at = orNone('timestamp', `${date}T${time}${digits}+00:00`);
        expect(orNone('timestamp', `${date}T${time}${digits}Z`)).toBe(at);
        const midnight = orNone('timestamp', `${date}T00:00+00:00`);
        expect(orNone('date', date)).toBe(midnight === undefined ? undefined : date);
      }),
      { numRuns: 2000 },
    );
  });

  test('floats keep their value in the fewest digits', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (float) => {
        const found = toCanonical('float', float);
        expect(Math.fround(Number(found))).toBe(float);
        if (float !== 0) expect(String(found).length).toBeLessThanOrEqual(String(float).length);
      }),
    );
  });
});
