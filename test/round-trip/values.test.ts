/** What `values` gives out can be sent back in: every type, in every place, by each of the three mutations. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asText, KEYSPACE, openRoundTrip, type RoundTrip, valuesOf } from './graph.ts';

let trip: RoundTrip;

beforeAll(async () => {
  trip = await openRoundTrip();
  const fields = [
    { name: 'street', type: 'text' },
    { name: 'Number', type: 'bigint' },
    { name: 'floors', type: 'frozen<map<int, text>>' },
  ];
  await trip.data(
    'mutation ($input: CreateUserDefinedTypeInput!) { createUserDefinedType(input: $input) { created } }',
    {
      input: { keyspace: KEYSPACE, name: 'address', fields },
    },
  );
}, 60_000);
afterAll(() => trip.close());

const BIG = `-${'1234567890'.repeat(30)}`;

/** Inputs, each followed by what comes out where that is spelled otherwise. */
const samples: Readonly<Record<string, readonly (readonly [unknown, unknown?])[]>> = {
  ascii: [[''], [' '], ["'quoted'"], ['%2F;'], ['\u0000\u001f\u007f']],
  text: [
    [''],
    ["'"],
    ["''"],
    ["'a'"],
    ['"a"'],
    ["it's"],
    ['null'],
    ['{}'],
    ['[1,2]'],
    ['👩‍👩‍👧 é'],
    ['שלום \u202e'],
    ['a\u0000\n\r\t\u2028'],
    ['\\'],
    ['%;+&?#/'],
    ['9007199254740993'],
  ],
  bigint: [
    ['-9223372036854775808'],
    ['9223372036854775807'],
    [0, '0'],
    ['+5', '5'],
    [9007199254740991, '9007199254740991'],
  ],
  blob: [[''], ['AA=='], ['+/+/'], ['yv4=']],
  boolean: [[true], [false]],
  date: [['2024-02-29'], ['0000-01-01'], ['-0001-12-31'], ['+10000-01-01']],
  decimal: [['1.50'], ['1.5'], ['0.00'], ['-0', '0'], ['1E+3'], ['1e-10', '1E-10'], [1.25, '1.25'], [`${BIG}.5`]],
  double: [[0.1], [1e300], [5e-324], ['NaN'], ['Infinity'], ['-Infinity'], ['-0'], [-1], [1.7976931348623157e308]],
  duration: [['1y2mo3d4h5m6s7ms8us9ns'], ['-30h'], ['14d'], ['0s'], ['2w', '14d'], ['P1Y2M3DT4H5M6S', '1y2mo3d4h5m6s']],
  float: [[0.1], [3.4028235e38], [1e-45], ['NaN'], ['Infinity'], ['-Infinity'], ['-0'], [16777216]],
  inet: [['127.0.0.1'], ['255.255.255.255'], ['::1', '0:0:0:0:0:0:0:1'], ['2001:DB8::', '2001:db8:0:0:0:0:0:0']],
  int: [[-2147483648], [2147483647], [0], ['7', 7]],
  smallint: [[-32768], [32767]],
  tinyint: [[-128], [127]],
  time: [['00:00:00'], ['23:59:59.999999999'], ['10:15:30.500000000', '10:15:30.5']],
  timestamp: [
    ['2026-11-24T10:15:30.120Z'],
    ['1969-12-31T23:59:59.999Z'],
    ['2026-11-24T10:15:30+02:00', '2026-11-24T08:15:30Z'],
  ],
  timeuuid: [['8b1ad5e0-9a1f-11ec-8d3d-0242ac130003']],
  uuid: [
    ['6F1C5D3E-2F64-4C7A-9D0B-0A1B2C3D4E5F', '6f1c5d3e-2f64-4c7a-9d0b-0a1b2c3d4e5f'],
    ['00000000-0000-0000-0000-000000000000'],
  ],
  varint: [[BIG], ['0'], [`1${'0'.repeat(1000)}`], ['-0', '0']],
};

const KEY = ['part', 'row'];

/** Sends what comes out by each mutation, and expects it to come out again. */
async function stays(table: string, input: Record<string, unknown>): Promise<Readonly<Record<string, unknown>>> {
  const key = { part: input.part, row: input.row };
  const out = valuesOf(await trip.createRow(table, input), KEY);
  expect(asText(valuesOf(await trip.replaceRow(table, key, out), KEY))).toBe(asText(out));
  expect(asText(valuesOf(await trip.updateRow(table, key, out), KEY))).toBe(asText(out));
  const { row } = await trip.readRow(table, key);
  expect(asText((await trip.readNode(row?.id ?? '')).row)).toBe(asText(row));
  expect(asText(valuesOf({ row: row ?? null }, KEY))).toBe(asText(out));
  return out;
}

describe('every type', () => {
  for (const [type, values] of Object.entries(samples)) {
    test(`${type}, alone, in containers and static`, async () => {
      const isOrdered = type !== 'duration';
      const table = `t_${type}`;
      await trip.createTable(
        table,
        {
          part: 'int',
          row: 'int',
          v: type,
          shared: type,
          listed: `list<${type}>`,
          frozen_list: `frozen<list<${type}>>`,
          by_text: `map<text, ${type}>`,
          by_int: `map<int, frozen<list<${type}>>>`,
          pair: `tuple<${type}, frozen<map<text, ${type}>>>`,
          ...(isOrdered && { keyed: `map<${type}, int>`, as_set: `set<${type}>`, nested: `set<frozen<set<${type}>>>` }),
        },
        { partition: ['part'], clustering: ['row'], statics: ['shared'] },
      );
      for (const [row, [v, other]] of values.entries()) {
        const expected = other ?? v;
        const out = await stays(table, {
          part: row,
          row,
          v,
          shared: v,
          listed: [v, v],
          frozen_list: [v],
          by_text: { "it's": v, '': v },
          by_int: [{ key: 1, value: [v] }],
          pair: [v, { a: v }],
          ...(isOrdered && {
            keyed: type === 'text' || type === 'ascii' ? { [String(v)]: 1 } : [{ key: v, value: 1 }],
            as_set: [v, v],
            nested: [[v]],
          }),
        });
        expect(out).toMatchObject({
          v: expected,
          shared: expected,
          listed: [expected, expected],
          by_int: [{ key: 1, value: [expected] }],
          pair: [expected, { a: expected }],
          ...(isOrdered && { as_set: [expected], nested: [[expected]] }),
        });
      }
    });
  }
});

test('user-defined types, frozen and not, and nothing at all', async () => {
  await trip.createTable(
    'homes',
    {
      part: 'int',
      row: 'int',
      open: 'address',
      closed: 'frozen<address>',
      many: 'map<text, frozen<list<frozen<address>>>>',
      names: 'set<text>',
    },
    { partition: ['part'], clustering: ['row'] },
  );
  const whole = { street: "'Quai' d’Été", Number: '9223372036854775807', floors: [{ key: -1, value: '"cellar"' }] };
  const part = { street: null, Number: '0', floors: [] };
  const inputs = [
    { open: whole, closed: whole, many: { a: [whole, part], '': [] } },
    { open: part, closed: part, many: { b: [part] } },
    { open: { street: 'x' }, closed: { street: '' } },
    { names: ['only'] },
    {},
  ];
  for (const [row, input] of inputs.entries()) await stays('homes', { part: 1, row, ...input });
  expect(valuesOf(await trip.readRow('homes', { part: 1, row: 0 }), KEY)).toMatchObject({ ...inputs[0], names: [] });
  expect(valuesOf(await trip.readRow('homes', { part: 1, row: 4 }), KEY)).toEqual({
    open: null,
    closed: null,
    many: {},
    names: [],
  });
});

test('keys of maps that JavaScript treats in its own way', async () => {
  await trip.createTable(
    'maps',
    { part: 'int', row: 'int', m: 'map<text, text>', f: 'frozen<map<text, frozen<map<text, int>>>>' },
    { partition: ['part'], clustering: ['row'] },
  );
  const names = ['__proto__', 'constructor', 'toString', '10', '9', '-1', '', "'", 'key', 'value', 'a:b'];
  const m = Object.fromEntries(names.map((name) => [name, name]));
  const out = await stays('maps', { part: 1, row: 1, m, f: { ['__proto__']: { ['__proto__']: 1 } } });
  expect(Object.entries(out.m as object).sort()).toEqual(Object.entries(m).sort());
  expect(asText(out.f)).toBe('{"__proto__":{"__proto__":1}}');
});

test('any text and any number', async () => {
  await trip.createTable(
    'any',
    { part: 'int', row: 'int', s: 'text', l: 'list<text>', m: 'map<text, text>', d: 'double', i: 'varint' },
    { partition: ['part'], clustering: ['row'] },
  );
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  const values = fc.record({
    s: text,
    l: fc.array(text, { maxLength: 3 }),
    m: fc.dictionary(text, text, { maxKeys: 3 }),
    d: fc.double({ noDefaultInfinity: true, noNaN: true }).filter((number) => !Object.is(number, -0)),
    i: fc.bigInt().map(String),
  });
  await fc.assert(
    fc.asyncProperty(values, async (input) => {
      await trip.deleteRow('any', { part: 1, row: 1 });
      const out = await stays('any', { part: 1, row: 1, ...input });
      expect({ ...out, m: Object.entries(out.m as object).sort() }).toEqual({
        ...input,
        m: Object.entries(input.m).sort(),
      });
    }),
    { numRuns: 40 },
  );
});

test('out of range and ill-formed values are refused', async () => {
  await trip.createTable(
    'refused',
    { part: 'int', row: 'int', tiny: 'tinyint', big: 'bigint', s: 'text', a: 'ascii', l: 'list<text>', f: 'float' },
    { partition: ['part'], clustering: ['row'] },
  );
  const refused = [
    { tiny: 128 },
    { tiny: -129 },
    { big: '9223372036854775808' },
    { big: 2 ** 53 },
    { s: '\ud800' },
    { s: 5 },
    { a: 'é' },
    { l: [null] },
    { f: 1e39 },
    { row: 2147483648 },
    { nosuch: 1 },
  ];
  for (const values of refused)
    expect((await trip.createRow('refused', { part: 1, row: 1, ...values })).code, asText(values)).toBe(
      'BAD_USER_INPUT',
    );
  expect(await trip.readRow('refused', { part: 1, row: 1 })).toEqual({ row: null });
});
