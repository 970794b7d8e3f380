/** Types as they are written, and the order of their values. */
import { describe, expect, test } from 'vitest';
import { toNewType } from '../../../datasources/cql/check-definition.ts';
import { compareValues } from '../../../datasources/cql/order.ts';
import { scalars } from '../../../datasources/cql/scalars.ts';
import { printType, type ScalarName } from '../../../datasources/cql/type.ts';
import { parseType } from '../../../datasources/cql/type-parser.ts';
import { InputError } from '../../../datasources/source/errors.ts';
import type { CqlValue } from '../../../datasources/source/source.ts';
import { toCanonical } from './point.ts';

describe('types', () => {
  test.each([
    ['text', 'text'],
    ['varchar', 'text'],
    ['list<text>', 'list<text>'],
    ['map<text,frozen<list<int>>>', 'map<text, frozen<list<int>>>'],
    ['udt<addr>', 'addr'],
    ['udt<Shown Too>', 'Shown Too'],
    ['frozen<udt<Addr>>', 'frozen<Addr>'],
    ['list<frozen<udt<addr>>>', 'list<frozen<addr>>'],
    ['frozen<"Addr">', 'frozen<Addr>'],
    ['FROZEN<tuple<int, udt<a>>>', 'tuple<int, a>'],
    ['vector<float, 3>', 'vector<float, 3>'],
    [' map < int , text > '.trim(), 'map<int, text>'],
    ["'org.apache.cassandra.db.marshal.DateType'", "'org.apache.cassandra.db.marshal.DateType'"],
  ])('%s is sent as %s', (text, sent) => {
    expect(printType(parseType(text))).toBe(sent);
    expect(printType(parseType(sent))).toBe(sent);
  });

  test.each(['', 'list<', 'list<int', 'tuple<>', 'map<int>', 'list<>', 'vector<float, x>', 'a-b', 'list<a b>'])(
    '%j is refused as the type of a column',
    (text) => expect(() => toNewType('column "c"', text)).toThrow(InputError),
  );
});

describe('order', () => {
  test.each<[ScalarName, readonly CqlValue[]]>([
    ['int', [-5, 0, 3, 20]],
    ['varint', ['-100000000000000000000', '-1', '9', '10']],
    ['decimal', ['-12', '-1.5', '0', '1E-10', '1.49', '1.5', '2', '1E+3']],
    ['double', ['-Infinity', -1, '-0', 0, 1e-300, 2, 'Infinity', 'NaN']],
    ['text', ['', 'Z', 'a', 'aa', 'é', '😀']],
    ['boolean', [false, true]],
    ['blob', ['', 'AA==', 'AAE=', '/w==']],
    ['date', ['-0001-01-01', '2026-01-01', '+10000-01-01']],
    ['time', ['09:00:00', '10:00:00', '10:00:00.05', '10:00:00.1']],
    [
      'timestamp',
      ['-0044-03-15T12:00:00Z', '2026-11-24T10:15:30Z', '2026-11-24T10:15:30.001Z', '+10000-01-01T00:00:00Z'],
    ],
    ['inet', ['1.2.3.4', '9.0.0.0', '10.0.0.0', '200.0.0.0']],
    ['timeuuid', ['ffffffff-9a1f-11ec-8d3d-0242ac130003', '00000000-9a20-11ec-8d3d-0242ac130003']],
    ['uuid', ['8b1ad5e0-9a1f-11ec-8d3d-0242ac130003', '00000000-0000-4000-8000-000000000000']],
  ])('%s', (type, sorted) => {
    for (const value of sorted) expect(scalars[type].canonical(value)).toEqual(value);
    const shuffled = [...sorted].reverse();
    expect(shuffled.sort((one, other) => compareValues(parseType(type), one, other))).toEqual(sorted);
  });

  test('goes through containers', () => {
    expect(toCanonical('set<frozen<list<int>>>', [[2], [10], [2, 1]])).toEqual([[2], [2, 1], [10]]);
  });
});
