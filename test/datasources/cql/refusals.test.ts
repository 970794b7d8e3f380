/** What is said of values of the wrong kind: each type × each kind, alone and within every container. */
import { describe, expect, test } from 'vitest';
import { toKey } from '../../../datasources/cql/check.ts';
import { SCALAR_NAMES, type ScalarName } from '../../../datasources/cql/type.ts';
import { parseType } from '../../../datasources/cql/type-parser.ts';
import { canonical } from '../../../datasources/cql/value.ts';
import { NumberText } from '../../../datasources/json/json-value.ts';
import type { CqlValue, Table } from '../../../datasources/source/source.ts';

const HOME = {
  name: 'home',
  fields: [
    { name: 'street', type: 'text' },
    { name: 'floors', type: 'list<int>' },
  ],
};

/** The message; empty when the value is taken. */
function refusal(type: string, value: CqlValue): string {
  try {
    canonical(parseType(type), value, { what: 'column "v"', types: [HOME] });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const kinds: Readonly<Record<string, CqlValue>> = {
  number: 5,
  fraction: 1.5,
  string: 'é!',
  boolean: true,
  list: [[]],
  object: { deep: { er: 1 } },
  null: null,
};

const needed: Readonly<Record<ScalarName, string>> = {
  ascii: 'a string of ASCII characters is needed',
  bigint: 'an integer from -9223372036854775808 to 9223372036854775807',
  blob: 'a string of bytes in standard base64',
  boolean: 'true or false is needed',
  counter: 'an integer from -9223372036854775808 to 9223372036854775807',
  date: 'a date such as',
  decimal: 'a decimal number',
  double: 'a number, or one of the strings "NaN"',
  duration: 'a duration such as',
  float: 'a number of at most 3.4028235e38',
  inet: 'an IPv4 or IPv6 address is needed',
  int: 'an integer from -2147483648 to 2147483647 is needed',
  smallint: 'an integer from -32768 to 32767 is needed',
  text: 'a string is needed',
  time: 'a time of day such as',
  timestamp: 'a time such as',
  timeuuid: 'a UUID of version 1',
  tinyint: 'an integer from -128 to 127 is needed',
  uuid: 'a UUID such as',
  varint: 'an integer, best sent as a string of digits',
};

const WHOLE: readonly string[] = ['bigint', 'counter', 'int', 'smallint', 'timestamp', 'tinyint', 'varint'];
const FRACTIONS: readonly string[] = ['decimal', 'double', 'float'];

function isTaken(type: ScalarName, kind: string): boolean {
  if (kind === 'number') return WHOLE.includes(type) || FRACTIONS.includes(type);
  if (kind === 'fraction') return FRACTIONS.includes(type);
  return kind === 'string' ? type === 'text' : kind === type;
}

/** Where a value stands: its type, a value that holds it, and how messages name the place. */
const places: Readonly<Record<string, (type: string, value: CqlValue) => readonly [string, CqlValue, string]>> = {
  alone: (type, value) => [type, value, 'column "v"'],
  'in a list': (type, value) => [`list<${type}>`, [value], 'element 0 of the column "v"'],
  'in a set': (type, value) => [`set<${type}>`, [value], 'element 0 of the column "v"'],
  'in a tuple': (type, value) => [`tuple<text, ${type}>`, ['a', value], 'element 1 of the column "v"'],
  'in a vector': (type, value) => [`vector<${type}, 1>`, [value], 'element 0 of the column "v"'],
  'in a map': (type, value) => [`map<text, ${type}>`, { a: value }, 'value at "a" of the column "v"'],
  'as a key': (type, value) => [
    `map<${type}, int>`,
    [{ key: value, value: 1 }],
    `key ${JSON.stringify(value)} of the column "v"`,
  ],
  deeper: (type, value) => [
    `map<text, frozen<list<frozen<list<${type}>>>>>`,
    { a: [[], [value]] },
    'element 0 of the element 1 of the value at "a" of the column "v"',
  ],
};

describe.each(Object.keys(places))('%s', (place) => {
  test.each(SCALAR_NAMES)('%s', (type) => {
    for (const [kind, value] of Object.entries(kinds)) {
      const [outer, whole, named] = places[place]?.(type, value) ?? [type, value, ''];
      const message = refusal(outer, whole);
      if (isTaken(type, kind)) expect(message, kind).toBe('');
      else if (value === null && place !== 'alone')
        expect(message).toBe(`The ${named} is null, and CQL takes no null inside a value. Leave it out.`);
      else {
        const beginning = `The ${named} has the type ${type}, and ${JSON.stringify(value)} does not fit it: `;
        expect(message.startsWith(beginning + needed[type]), `${kind}: ${message}`).toBe(true);
        expect(message).toMatch(/ is needed\./);
      }
    }
  });
});

describe('containers', () => {
  test.each([
    ['list<int>', 'a list is needed.'],
    ['set<int>', 'a list is needed.'],
    ['tuple<int, text>', 'a list is needed.'],
    ['vector<float, 2>', 'a list is needed.'],
    ['map<text, int>', 'an object is needed.'],
    ['map<int, int>', 'a list of {key, value} is needed.'],
    ['home', 'an object with the fields street, floors is needed.'],
  ])('%s is no scalar', (type, end) => {
    for (const value of [5, 1.5, 'é!', true]) {
      expect(refusal(type, value)).toBe(
        `The column "v" has the type ${type}, and ${JSON.stringify(value)} does not fit it: ${end}`,
      );
    }
  });

  test.each([
    ['tuple<int, text>', [1], 'a list of 2 values is needed.'],
    ['vector<float, 2>', [1, 2, 3], 'a list of 2 numbers is needed.'],
    ['list<int>', { a: 1 }, 'a list is needed.'],
    ['map<int, int>', [1], 'a list of {key, value} is needed.'],
    ['home', [], 'an object with the fields street, floors is needed.'],
    ['home', { zip: 1 }, 'an object with no fields but street, floors, and so without "zip", is needed.'],
  ] as const)('%s does not take %j', (type, value, end) => {
    expect(refusal(type, value)).toContain(`and ${JSON.stringify(value)} does not fit it: ${end}`);
  });

  test('a field, and an element within it, are named', () => {
    expect(refusal('home', { street: 5 })).toMatch(
      /^The field "street" of the column "v" has the type text, and 5 .*: a string is needed\.$/,
    );
    expect(refusal('list<frozen<home>>', [{ floors: [1, 'x'] }])).toMatch(
      /^The element 1 of the field "floors" of the element 0 of the column "v" has the type int, and "x" /,
    );
  });

  test('a long value is cut short, and so is a long key', () => {
    expect(refusal('int', 'x'.repeat(5000)).length).toBeLessThan(300);
    expect(refusal('map<text, int>', { ['k'.repeat(5000)]: 'x' }).length).toBeLessThan(400);
    expect(refusal('list<int>', 'x'.repeat(5000))).toContain('x…');
  });
});

describe('text', () => {
  test('half of a surrogate pair is refused in other words than what is no text', () => {
    expect(refusal('text', '\ud800')).toContain('half of a surrogate pair');
    for (const value of [5, true, [], {}]) expect(refusal('text', value)).not.toContain('surrogate');
  });

  test.each([
    'text',
    'ascii',
    'boolean',
    'blob',
    'uuid',
    'inet',
    'date',
    'time',
    'duration',
    'list<int>',
    'map<text, int>',
    'home',
  ])('%s takes no number, however it is spelled', (type) => {
    for (const text of ['5.0', '12345678901234567890', '1e2', '-0']) {
      const number = new NumberText(text) as unknown as CqlValue;
      expect(refusal(type, number)).toContain(`and ${text} does not fit it: `);
    }
  });
});

describe('numbers with their digits', () => {
  const taken = (type: string, text: string) =>
    canonical(parseType(type), new NumberText(text) as unknown as CqlValue, { what: 'column "v"', types: [] });

  test.each([
    ['int', '541.0', 541],
    ['int', '1e3', 1000],
    ['tinyint', '-0', 0],
    ['bigint', '9223372036854775807', '9223372036854775807'],
    ['bigint', '9007199254740992', '9007199254740992'],
    ['varint', '123456789012345678901234567890', '123456789012345678901234567890'],
    ['timestamp', '1795515330000.0', '2026-11-24T10:15:30Z'],
    ['decimal', '1.50', '1.50'],
    ['decimal', '0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
    ['double', '1e2', 100],
    ['double', '-0', '-0'],
    ['float', '1.50', 1.5],
    ['double', '0.10000000000000001', 0.1],
    ['double', '5.684341886080802E-14', Number('5.684341886080802E-14')],
    ['double', '9.007199254740993E15', 9007199254740992],
    ['double', '0.000', 0],
    ['double', '5e-324', 5e-324],
    ['double', '100000000000000000000', 1e20],
    ['float', '1.4e-45', 1e-45],
    ['float', '0e-99', 0],
    ['float', '0.1000000014901161', 0.1],
  ])('%s takes %s', (type, text, expected) => expect(taken(type, text)).toBe(expected));

  test.each([
    ['double', '1e400'],
    ['double', '1e-400'],
    ['double', '0.10000000000000000000001'],
    ['double', '9007199254740993'],
    ['double', '123456789012345678901234567890'],
    ['float', '1e39'],
    ['float', '1e-50'],
    ['float', '0.10000000000000000000001'],
    ['int', '1.50'],
    ['int', '1.00000000000000000001'],
    ['bigint', '9223372036854775808'],
    ['bigint', '1e-400'],
    ['timestamp', '1e400'],
  ])('%s does not take %s', (type, text) => expect(() => taken(type, text)).toThrow(`and ${text} does not fit it`));
});

describe('precision', () => {
  test.each([true, [], [5], {}, 'x', '', ' 5'])('of a double, %j is not a matter', (value) => {
    expect(refusal('double', value)).toContain('does not fit it');
    expect(refusal('double', value)).not.toContain('Precision');
  });

  test.each([
    ['timestamp', '2026-11-24T10:15:30.1234Z', '2026-11-24T10:15:30.123Z'],
    ['timestamp', '2026-11-24T10:15:30.12345+02:00', '2026-11-24T08:15:30.123Z'],
    ['timestamp', '2026-11-24T10:15:30.000000001Z', '2026-11-24T10:15:30Z'],
    ['timestamp', '1969-12-31T23:59:59.9999Z', '1969-12-31T23:59:59.999Z'],
    ['timestamp', '2026-11-24T10:15:30.1230000001Z', '2026-11-24T10:15:30.123Z'],
    ['timestamp', 1.5, '1970-01-01T00:00:00.001Z'],
    ['double', '0.10000000000000000000001', 0.1],
    ['double', '1e-400', 0],
    ['float', '1e-50', 0],
    ['time', '10:15:30.1234567891', '10:15:30.123456789'],
    ['time', '10:15:30.0000000001', '10:15:30'],
  ])('%s %j would be cut', (type, value, kept) => {
    expect(refusal(type, value)).toContain(`Precision would be lost`);
    expect(refusal(type, value)).toContain(`and ${JSON.stringify(kept)} would be kept. Send that.`);
    expect(refusal(type, kept)).toBe('');
  });

  test.each([
    ['timestamp', '2026-11-24T10:15:30.123000000Z', '2026-11-24T10:15:30.123Z'],
    ['timestamp', '2026-11-24T10:15:30.1230000000000Z', '2026-11-24T10:15:30.123Z'],
    ['time', '10:15:30.123456789000', '10:15:30.123456789'],
  ])('%s %s loses nothing', (type, value, kept) => {
    expect(canonical(parseType(type), value, { what: 'column "v"', types: [] })).toBe(kept);
  });

  test.each([
    ['date', '+5881580-07-12', 'Dates go from "-5877641-06-23" to "+5881580-07-11".'],
    ['date', '-5877641-06-22', 'Dates go from'],
    ['timestamp', '+292278995-01-01T00:00:00Z', 'Times go from "-292275055-05-16T16:47:04.192Z" to'],
    ['duration', '1.5h', 'a whole number'],
    ['duration', 'PT0.5S', 'a whole number'],
    ['duration', '99999999999mo', '32 bits'],
  ])('%s %s: %s', (type, value, hint) => expect(refusal(type, value)).toContain(hint));
});

test('a long key is cut short', () => {
  const columns = [{ name: 'id', type: 'int', kind: 'PARTITION_KEY' }] as const;
  const table = { databaseId: 'd', keyspace: 'k', table: 't', columns, partitionKey: ['id'], clusteringKey: [] };
  const key = { id: 1, other: 'x'.repeat(5000) };
  expect(() => toKey(table as unknown as Table, key, () => [])).toThrow(
    /^The key \{"id":1,"other":"x{1,100}… of the table/,
  );
});
