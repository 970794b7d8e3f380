import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { framed } from '../../../emulator/cql/types/bytes.ts';
import { type CqlType, parseType } from '../../../emulator/cql/types/type.ts';
import { arrangeOf } from '../../../emulator/cql/write/arrange.ts';
import { cellBytes } from '../../../emulator/data-api/tables/values/read.ts';
import { ValueError } from '../../../emulator/data-api/tables/values/value-error.ts';
import { cellJson } from '../../../emulator/data-api/tables/values/write.ts';
import { type Json, JsonNumber, parseJson, printJson } from '../../../emulator/shared/json.ts';
import { type Answer, codes, type Harness, openHarness } from './harness.ts';

const TYPES = {
  point: {
    name: 'point',
    fields: [
      { name: 'x', type: 'int' },
      { name: 'y', type: 'text' },
    ],
  },
};

/** From JSON to bytes and back, as a column keeps it. */
function kept(type: CqlType, json: Exclude<Json, null>): Json {
  return cellJson(type, TYPES, arrangeOf(type, TYPES)(cellBytes(type, TYPES, json)));
}

function shown(type: string, json: string): string {
  return printJson(kept(parseType(type), parseJson(json) as Exclude<Json, null>));
}

function problem(type: string, json: string): string {
  try {
    shown(type, json);
  } catch (error) {
    if (error instanceof ValueError) return error.message;
    throw error;
  }
  return '';
}

const number = (value: bigint | number) => new JsonNumber(String(value));
const whole = (bits: bigint) => fc.bigInt({ min: -(2n ** (bits - 1n)), max: 2n ** (bits - 1n) - 1n }).map(number);
const binary = fc.uint8Array().map((bytes): Json => new Map([['$binary', Buffer.from(bytes).toString('base64')]]));
const instant = fc.date({ noInvalidDate: true }).map((date) => date.toISOString().replace('.000Z', 'Z'));

/** Values that come back as they were sent. */
const STABLE: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  ascii: fc.string({ unit: 'binary-ascii' }),
  bigint: whole(64n),
  blob: binary,
  boolean: fc.boolean(),
  date: fc
    .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  int: whole(32n),
  smallint: whole(16n),
  text: fc.string({ unit: 'grapheme' }),
  tinyint: whole(8n),
  uuid: fc.uuid(),
  varint: fc.bigInt().map(number),
};

describe('values of columns', () => {
  it.each(Object.entries(STABLE))('of the type %s come back as they were sent', (type, values) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(kept(parseType(type), value as Exclude<Json, null>)).toEqual(value);
      }),
    );
  });

  it('of the type timestamp name the same instant', () => {
    fc.assert(
      fc.property(
        instant.filter((text) => /^\d{4}-/.test(text)),
        (text) => {
          expect(kept(parseType('timestamp'), text)).toBe(text);
        },
      ),
    );
  });

  it.each(['float', 'double'])('of the type %s come back as the nearest number', (type) => {
    const round = type === 'float' ? Math.fround : (value: number) => value;
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const answer = kept(parseType(type), number(value));
        expect(round(Number(answer instanceof JsonNumber ? answer.text : answer)) + 0).toBe(round(value) + 0);
      }),
    );
  });

  it('of the type decimal are exact, in one spelling', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 1, max: 30 }), (digits, scale) => {
        const sent = new JsonNumber(`${digits}E-${scale}`);
        const once = kept(parseType('decimal'), sent) as JsonNumber;
        const longer = kept(parseType('decimal'), new JsonNumber(`${digits}0E-${scale + 1}`));
        expect(longer).toEqual(once);
      }),
    );
  });

  it('are sorted and single in sets, and sorted by key in maps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 })), (values) => {
        const sorted = [...new Set(values)].sort((one, other) => one - other).map(number);
        expect(kept(parseType('set<int>'), values.map(number))).toEqual(sorted);
        const pairs = values.map((value) => [number(value), 'x']);
        if (pairs.length > 0)
          expect(kept(parseType('map<int, text>'), pairs)).toEqual(sorted.map((value) => [value, 'x']));
      }),
    );
  });

  it.each([
    ['decimal', '1.50', '1.5'],
    ['decimal', '10', '10'],
    ['decimal', '10.0', '1E+1'],
    ['decimal', '-0.00', '0'],
    ['double', '-0.0', '0.0'],
    ['double', '1e309', '"Infinity"'],
    ['float', '16777217', '1.6777216E7'],
    ['int', '1e3', '1000'],
    ['varint', '12E+40', `12${'0'.repeat(40)}`],
    ['time', '"10:00:00"', '"10:00"'],
    ['time', '"10:00:00.5"', '"10:00:00.500"'],
    ['timestamp', '"2024-02-29T12:34:56.789999+02:00"', '"2024-02-29T10:34:56.789Z"'],
    ['timestamp', '{"$date":-1}', '"1969-12-31T23:59:59.999Z"'],
    ['duration', '"14mo"', '"P1Y2M"'],
    ['duration', '"-1d12h"', '"-P1DT12H"'],
    ['duration', '"1500ms"', '"PT1.5S"'],
    ['duration', '"P1W"', '"P7D"'],
    ['duration', '"P"', '"PT0S"'],
    ['inet', '""', '"127.0.0.1"'],
    ['inet', '"::ffff:1.2.3.4"', '"1.2.3.4"'],
    ['uuid', '"1-1-1-1-1"', '"00000001-0001-0001-0001-000000000001"'],
    ['map<text, int>', '[["b",1],["a",2],["b",3]]', '{"a":2,"b":3}'],
    ['map<date, int>', '{"2024-01-01":1}', '[["2024-01-01",1]]'],
    ['vector<float, 2>', '{"$binary":"P4AAAEAAAAA="}', '[1.0,2.0]'],
    ['list<frozen<point>>', '[{"x":1},{},{"y":null,"x":2}]', '[{"x":1},{},{"x":2}]'],
  ])('%s %s comes back as %s', (type, sent, answer) => expect(shown(type, sent)).toBe(answer));

  it.each([
    ['int', '1.5'],
    ['int', '2147483648'],
    ['int', '"5"'],
    ['text', '5'],
    ['ascii', '"ä"'],
    ['boolean', '"true"'],
    ['blob', '"AQID"'],
    ['blob', '{"$binary":"AQI"}'],
    ['date', '"2023-02-29"'],
    ['timestamp', '"2024-02-30T00:00:00Z"'],
    ['timestamp', '"2024-02-29T12:34:56+0200"'],
    ['duration', '"PT1.5S"'],
    ['uuid', '{"$uuid":"5f0b5b8a-6ff0-4f1d-8f0a-2a4a5e1b9c11"}'],
    ['list<int>', '[1,null]'],
    ['map<int, text>', '{"1":"x"}'],
    ['map<text, int>', '[]'],
    ['vector<float, 2>', '[1]'],
    ['frozen<point>', '{"z":1}'],
  ])('%s does not take %s', (type, sent) => expect(problem(type, sent)).not.toBe(''));

  it('are refused in the same words for the same reason, and in others for another', () => {
    expect(problem('int', '1.5')).toBe(problem('int', '0.1'));
    expect(problem('int', 'true')).toBe(problem('int', '"5"'));
    expect(problem('int', '2147483648')).not.toBe(problem('int', '-2147483649'));
    expect(problem('date', '"x"')).not.toBe(problem('date', '"y"'));
    expect(problem('list<int>', '["a"]')).not.toBe(problem('list<int>', '[[1]]'));
  });
});

describe('rows', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(() => harness.close());

  const define = (name: string, columns: object, primaryKey: unknown) =>
    harness.command('/shop', { createTable: { name, definition: { columns, primaryKey } } });

  it('share one error when they fail for one reason', async () => {
    await define('shared', { id: 'int', n: 'int' }, 'id');
    const documents = [{ id: 1 }, { id: 2, n: 'x' }, { id: 3, n: true }, { id: 4, n: 1.5 }, { nope: 1 }];
    const answer: Answer = await harness.command('/shop/shared', {
      insertMany: { documents, options: { returnDocumentResponses: true } },
    });
    expect(answer.status?.documentResponses).toEqual([
      { _id: [1], status: 'OK' },
      { _id: [], status: 'ERROR', errorsIdx: 0 },
      { _id: [], status: 'ERROR', errorsIdx: 0 },
      { _id: [], status: 'ERROR', errorsIdx: 1 },
      { _id: [], status: 'ERROR', errorsIdx: 2 },
    ]);
    expect(codes(answer)).toEqual([
      'DOCUMENT/INVALID_COLUMN_VALUES',
      'DOCUMENT/INVALID_COLUMN_VALUES',
      'DOCUMENT/UNKNOWN_TABLE_COLUMNS',
    ]);
  });

  it('are those of the REST API, vectors and user-defined types among them', async () => {
    await harness.command('/shop', {
      createType: { name: 'pair', definition: { fields: { left: 'int', right: 'text' } } },
    });
    const columns = {
      id: 'text',
      v: { type: 'vector', dimension: 2 },
      u: { type: 'userDefined', udtName: 'pair' },
      s: { type: 'set', valueType: 'int' },
    };
    await define('both', columns, 'id');
    await harness.command('/shop/both', {
      insertOne: { document: { id: 'a', v: [1, 0.5], u: { left: 1 }, s: [2, 1] } },
    });
    const token = harness.emulator.applicationToken;
    const headers = { 'X-Cassandra-Token': token, 'Content-Type': 'application/json' };
    const rest = `${harness.base}/rest/v2`;
    const read = await (await fetch(`${rest}/keyspaces/shop/both/a`, { headers })).json();
    expect(read).toEqual({ count: 1, data: [{ id: 'a', v: [1, 0.5], u: { left: 1, right: null }, s: [1, 2] }] });
    const table = await (await fetch(`${rest}/schemas/keyspaces/shop/tables/both`, { headers })).json();
    expect(JSON.stringify(table)).toContain('"typeDefinition":"vector<float, 2>"');
    await fetch(`${rest}/keyspaces/shop/both`, { method: 'POST', headers, body: '{"id":"b","s":[7]}' });
    const found = await harness.command('/shop/both', { findOne: { filter: { id: 'b' } } });
    expect(found.data?.document).toEqual({ id: 'b', s: [7] });
  });
});

it('keeps vectors as floats one behind another', () => {
  const bytes = cellBytes(parseType('vector<float, 2>'), {}, [number(1), number(-2)]);
  expect(Buffer.from(bytes).toString('hex')).toBe('3f800000c0000000');
  expect(framed([bytes]).length).toBe(12);
});
