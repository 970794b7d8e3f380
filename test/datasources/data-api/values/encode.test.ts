/** How canonical values are sent, and which are refused before a call. */
import { describe, expect, test } from 'vitest';
import { parseType } from '../../../../datasources/cql/type-parser.ts';
import { reachableKey } from '../../../../datasources/data-api/values/decimal-key.ts';
import { decode } from '../../../../datasources/data-api/values/decode.ts';
import { encode } from '../../../../datasources/data-api/values/encode.ts';
import { isReadable } from '../../../../datasources/data-api/values/readable.ts';
import { parseJson, printJson } from '../../../../datasources/json/json.ts';
import { InputError, NotSupportedError } from '../../../../datasources/source/errors.ts';
import type { CqlValue, Table } from '../../../../datasources/source/source.ts';

const types = [
  {
    name: 'address',
    fields: [
      { name: 'street', type: 'text' },
      { name: 'zip', type: 'int' },
      { name: 'raw', type: 'blob' },
    ],
  },
];
const send = (type: string, value: CqlValue) => printJson(encode(parseType(type), value, { column: 'c', types }));
const receive = (type: string, text: string) => decode(parseType(type), parseJson(text), types);

test.each<[string, CqlValue, string]>([
  ['bigint', '9223372036854775807', '9223372036854775807'],
  ['varint', '-123456789012345678901234567890', '-123456789012345678901234567890'],
  ['decimal', '12345678901234567890.123', '12345678901234567890.123'],
  ['decimal', '1.5', '1.5'],
  ['decimal', '10', '10'],
  ['decimal', '1E+1', '1E+1'],
  ['double', 1e300, '1e+300'],
  ['float', 'NaN', '"NaN"'],
  ['double', '-Infinity', '"-Infinity"'],
  ['blob', 'yv4=', '{"$binary":"yv4="}'],
  ['blob', '', '{"$binary":""}'],
  ['time', '10:00:00', '"10:00:00"'],
  ['timestamp', '2026-11-24T10:15:30.120Z', '"2026-11-24T10:15:30.120Z"'],
  ['duration', '1y2mo3d4h', '"1y2mo3d4h"'],
  ['inet', '2001:db8:0:0:0:0:0:1', '"2001:db8:0:0:0:0:0:1"'],
  ['list<bigint>', ['1', '2'], '[1,2]'],
  ['map<text, int>', { b: 1, '2': 2 }, '{"2":2,"b":1}'],
  ['map<text, int>', { $binary: 1 }, '[["$binary",1]]'],
  ['map<text, int>', {}, '{}'],
  ['map<int, text>', [{ key: 1, value: 'one' }], '[[1,"one"]]'],
  ['map<int, text>', [], '{}'],
  ['map<blob, boolean>', [{ key: 'AA==', value: true }], '[[{"$binary":"AA=="},true]]'],
  ['address', { street: null, zip: 5, raw: 'AA==' }, '{"zip":5,"raw":{"$binary":"AA=="}}'],
  ['address', { street: null, zip: null, raw: null }, 'null'],
  ['list<frozen<address>>', [{ street: 'S', zip: null, raw: null }], '[{"street":"S"}]'],
  ['vector<float, 3>', [1, -0.5, 0.1], '[1,-0.5,0.1]'],
  ['vector<float, 2>', ['-0', 1], '{"$binary":"gAAAAD+AAAA="}'],
  ['set<text>', null, 'null'],
])('%s: %j goes as %s', (type, value, expected) => {
  expect(send(type, value)).toBe(expected);
});

test.each<[string, CqlValue, typeof InputError | typeof NotSupportedError, RegExp]>([
  ['double', '-0', InputError, /"c" cannot be given minus zero.*Send 0/],
  ['list<float>', ['-0'], InputError, /minus zero/],
  ['varint', '1'.repeat(101), InputError, /101 digits.*takes 100/],
  ['decimal', `0.${'1'.repeat(101)}`, InputError, /"c" has 102 digits/],
  ['counter', '1', NotSupportedError, /"c" is a counter.*CQL/],
  ['tuple<int, int>', [1, 2], NotSupportedError, /"c" has the type tuple<int, int>.*Leave it out/],
  ['list<frozen<list<int>>>', [[1]], NotSupportedError, /"c" has the type list<frozen<list<int>>>/],
  [
    'list<frozen<address>>',
    [{ street: null, zip: null, raw: null }],
    InputError,
    /type frozen<address> without any member/,
  ],
])('%s: %j is refused', (type, value, error, message) => {
  expect(() => send(type, value)).toThrow(error);
  expect(() => send(type, value)).toThrow(message);
});

test.each<[string, string, CqlValue]>([
  ['bigint', '9223372036854775807', '9223372036854775807'],
  ['decimal', '1E+5', '1E+5'],
  ['decimal', '0', '0'],
  ['double', '1.23456789E8', 123456789],
  ['float', '1.6777216E7', 16777216],
  ['float', '"Infinity"', 'Infinity'],
  ['float', '0.1', 0.1],
  ['time', '"10:00"', '10:00:00'],
  ['time', '"10:00:00.500"', '10:00:00.5'],
  ['timestamp', '"2024-02-29T10:34:56Z"', '2024-02-29T10:34:56Z'],
  ['inet', '"2001:db8:0:0:0:0:0:1"', '2001:db8:0:0:0:0:0:1'],
  ['blob', '{"$binary":"yv4="}', 'yv4='],
  [
    'map<int, text>',
    '[[1,"one"],[10,"ten"]]',
    [
      { key: 1, value: 'one' },
      { key: 10, value: 'ten' },
    ],
  ],
  ['map<ascii, int>', '{"b":1,"a":2}', { b: 1, a: 2 }],
  ['address', '{"zip":5}', { street: null, zip: 5, raw: null }],
  [
    'list<frozen<address>>',
    '[{"street":"S"},{"raw":{"$binary":"AA=="}}]',
    [
      { street: 'S', zip: null, raw: null },
      { street: null, zip: null, raw: 'AA==' },
    ],
  ],
  ['vector<float, 3>', '[1.0,"Infinity",-0.0]', [1, 'Infinity', '-0']],
])('%s: %s comes as %j', (type, text, expected) => {
  expect(receive(type, text)).toEqual(expected);
});

test.each([
  ['list<int>', []],
  ['set<text>', []],
  ['map<text, int>', {}],
  ['map<int, int>', []],
  ['address', null],
  ['vector<float, 3>', null],
  ['int', null],
])('%s that is left out is %j', (type, expected) => {
  expect(decode(parseType(type), undefined, types)).toEqual(expected);
});

test.each([
  ['int', true],
  ['list<frozen<address>>', true],
  ['frozen<map<text, frozen<address>>>', true],
  ['vector<float, 3>', true],
  ['vector<int, 3>', false],
  ['tuple<int, int>', false],
  ['map<text, frozen<list<int>>>', false],
  ["'org.apache.cassandra.db.marshal.DynamicCompositeType'", false],
])('whether %s can be read: %j', (type, expected) => {
  expect(isReadable(parseType(type))).toBe(expected);
});

describe('decimals in keys', () => {
  const table: Table = {
    databaseId: 'd',
    keyspace: 'k',
    table: 't',
    columns: [{ name: 'k', type: 'decimal', kind: 'PARTITION_KEY' }],
    partitionKey: ['k'],
    clusteringKey: [],
    defaultTtlSeconds: 0,
  };
  test.each([
    ['1.50', '1.5'],
    ['10.0', '10'],
    ['0.00', '0'],
    ['-0.0', '0'],
    ['10', '10'],
    ['1E+1', '1E+1'],
    ['1.0E+3', '1E+3'],
    ['1.5', '1.5'],
    ['1E-10', '1E-10'],
  ])('%s is sent as %s', (given, sent) => {
    const canonical = String(given).replace('-0.0', '0.0');
    expect(reachableKey(table, { k: canonical })).toEqual({ k: sent });
  });
});
