/**
 * Random tables and values: the typed graph answers what the universal one does, converted as documented, and takes it back in.
 * `TYPED_TABLES=200` tries more tables.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CqlType, ScalarName } from '../../../datasources/cql/type.ts';
import { parseType } from '../../../datasources/cql/type-parser.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { askTyped } from './support.ts';

const TABLES = Number(process.env.TYPED_TABLES ?? 6);
const ROWS = 8;

const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const integer = (bits: number) => fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 });
const pad = (value: number, length: number) => String(value).padStart(length, '0');
const day = fc.date({ min: new Date('1600-01-01'), max: new Date('2400-01-01'), noInvalidDate: true });

/** Values of the universal graph. */
const SCALARS: Readonly<Record<Exclude<ScalarName, 'counter'>, fc.Arbitrary<unknown>>> = {
  ascii: fc.string({ unit: fc.constantFrom(...'ab \'"{}:,-'), maxLength: 6 }),
  bigint: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  blob: fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  boolean: fc.boolean(),
  date: day.map((date) => date.toISOString().slice(0, 10)),
  decimal: fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(4))
    .map(([whole, digits]) => (digits === 0 ? String(whole) : `${whole}.${'5'.repeat(digits)}`)),
  double: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  duration: fc.constantFrom('1mo2d', '3h4m5s', '12ns', '-1y', '0s'),
  float: fc
    .float({ noNaN: true, noDefaultInfinity: true })
    .filter((number) => (number === 0 ? !Object.is(number, -0) : Math.abs(number) > 1e-30 && Math.abs(number) < 1e30))
    .map((number) => Number(number.toPrecision(6))),
  inet: fc.constantFrom('127.0.0.1', '0:0:0:0:0:0:0:1', '2001:db8:0:0:0:0:0:0'),
  int: integer(32),
  smallint: integer(16),
  text,
  time: fc
    .integer({ min: 0, max: 86_399 })
    .map(
      (second) => `${pad(Math.floor(second / 3600), 2)}:${pad(Math.floor(second / 60) % 60, 2)}:${pad(second % 60, 2)}`,
    ),
  timestamp: day.map((date) => date.toISOString()),
  timeuuid: fc.constantFrom('8b1ad5e0-9a1f-11ec-8d3d-0242ac130003', '8b1ad5e0-9a1f-11ec-8d3d-0242ac130004'),
  tinyint: integer(8),
  uuid: fc.uuid(),
  varint: fc.bigInt().map(String),
};
const NAMES = Object.keys(SCALARS) as (keyof typeof SCALARS)[];
const KEYS = NAMES.filter((name) => name !== 'duration');
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  point: { x: 'double', __y: 'bigint' },
  line: { from: 'frozen<point>', to: 'frozen<point>', Labels: 'frozen<map<text, text>>', constructor: 'int' },
};
/** Their names in the typed graph, where they are others. */
const GRAPH_FIELDS: Readonly<Record<string, string>> = { __y: 'x5f__y', constructor: 'constructox72_' };

function anyOf(type: CqlType): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'scalar':
      return SCALARS[type.name as keyof typeof SCALARS];
    case 'list':
    case 'set':
      return fc.array(anyOf(type.element), { maxLength: 3 });
    case 'vector':
      return fc.array(fc.constantFrom(0.5, -1, 3.25), { minLength: type.dimension, maxLength: type.dimension });
    case 'map': {
      const entries = fc.array(fc.tuple(anyOf(type.key), anyOf(type.value)), { maxLength: 3 });
      return isText(type.key)
        ? entries.map(Object.fromEntries)
        : entries.map((all) => all.map(([key, value]) => ({ key, value })));
    }
    case 'tuple':
      return fc.tuple(...type.members.map(anyOf));
    case 'udt':
      return fc.record(
        Object.fromEntries(Object.entries(FIELDS[type.name] ?? {}).map(([name, of]) => [name, anyOf(parseType(of))])),
      );
    case 'opaque':
      throw new Error(type.text);
  }
}

const isText = (type: CqlType) => type.kind === 'scalar' && (type.name === 'text' || type.name === 'ascii');

/** The documented mapping, written down once more. */
function toTyped(type: CqlType, value: unknown): unknown {
  if (value === null) return null;
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'vector':
      return (value as unknown[]).map((each) => toTyped(type.element, each));
    case 'map': {
      const entries = isText(type.key)
        ? Object.entries(value as object)
        : (value as { key: unknown; value: unknown }[]).map((entry) => [entry.key, entry.value] as const);
      return entries.map(([key, member]) => ({ key: toTyped(type.key, key), value: toTyped(type.value, member) }));
    }
    case 'tuple':
      return Object.fromEntries(
        type.members.map((member, at) => [`item${at}`, toTyped(member, (value as unknown[])[at])]),
      );
    case 'udt':
      return Object.fromEntries(
        Object.entries(FIELDS[type.name] ?? {}).map(([name, of]) => [
          graphField(name),
          toTyped(parseType(of), Reflect.get(value as object, name) ?? null),
        ]),
      );
    default:
      return value;
  }
}

const graphField = (name: string) => (Object.hasOwn(GRAPH_FIELDS, name) ? GRAPH_FIELDS[name] : name) ?? name;

function selectionOf(type: CqlType): string {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'vector':
      return selectionOf(type.element);
    case 'map':
      return `{ key ${selectionOf(type.key)} value ${selectionOf(type.value)} }`;
    case 'tuple':
      return `{ ${type.members.map((member, at) => `item${at} ${selectionOf(member)}`).join(' ')} }`;
    case 'udt':
      return `{ ${Object.entries(FIELDS[type.name] ?? {})
        .map(([name, of]) => `${graphField(name)} ${selectionOf(parseType(of))}`)
        .join(' ')} }`;
    default:
      return '';
  }
}

const scalar = fc.constantFrom(...NAMES);
const key = fc.constantFrom(...KEYS);
const flat = fc.oneof(
  { arbitrary: scalar, weight: 3 },
  scalar.map((of) => `list<${of}>`),
  key.map((of) => `set<${of}>`),
  fc.tuple(key, scalar).map(([one, other]) => `map<${one}, ${other}>`),
  fc.integer({ min: 1, max: 4 }).map((dimension) => `vector<float, ${dimension}>`),
);
const frozen = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(
      scalar.filter((name) => name !== 'duration'),
      fc.constantFrom('frozen<point>', 'frozen<line>'),
    ),
    tie('any').map((of) => `frozen<list<${of}>>`),
    tie('any').map((of) => `frozen<set<${of}>>`),
    fc.tuple(tie('any'), tie('any')).map(([one, other]) => `frozen<map<${one}, ${other}>>`),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((members) => `tuple<${members.join(', ')}>`),
  ),
})).any;
const nested = fc.oneof(
  flat,
  frozen,
  frozen.map((of) => `list<${of}>`),
  frozen.map((of) => `map<text, ${of}>`),
  fc.constantFrom('point', 'line'),
);
/** Those of which a Data API makes columns. */
const DATA = new Set(['list', 'set', 'map', 'vector']);

describe.each(['stargate', 'data'] as const)('over %s', (api) => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    // Each container in a container counts as a list of many.
    gateway = await startGateway({ api, limits: { maxCost: Number.MAX_SAFE_INTEGER } });
    const types =
      api === 'data'
        ? []
        : Object.entries(FIELDS).map(
            ([name, fields]) =>
              `${name}: createUserDefinedType(input: { keyspace: "e", name: "${name}", fields: [${Object.entries(fields).map(([field, type]) => `{ name: "${field}", type: "${type}" }`)}] }) { created }`,
          );
    const { errors } = await gateway.query(
      `mutation { createKeyspace(input: { name: "e" }) { created } ${types.join(' ')} }`,
    );
    expect(errors).toBeUndefined();
  }, 60_000);
  afterAll(() => gateway.close());

  let count = 0;
  const columnTypes =
    api === 'data'
      ? flat.filter((of) => {
          const { kind } = parseType(of);
          return (
            (kind === 'scalar' && of !== 'timeuuid') ||
            (DATA.has(kind) && !/duration|timeuuid|map<(?!text|ascii)/.test(of))
          );
        })
      : nested;
  const table = fc.array(columnTypes, { minLength: 1, maxLength: 6 }).chain((types) =>
    fc.tuple(
      fc.constant(types),
      fc.array(fc.tuple(...types.map((of) => fc.option(anyOf(parseType(of)), { freq: 5 }))), {
        minLength: 1,
        maxLength: ROWS,
      }),
    ),
  );

  test(`${TABLES} random tables`, { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(table, async ([types, rows]) => {
        count += 1;
        const columns = [['k', 'int'], ['c', 'int'], ...types.map((of, at) => [`v${at}`, of] as const)] as const;
        for (const name of [`a${count}`, `b${count}`]) {
          await must(
            gateway.query(
              'mutation ($columns: [ColumnInput!]!) { ' +
                `createTable(input: { keyspace: "e", name: "${name}", columns: $columns, primaryKey: { partitionKey: ["k"], clusteringKey: [{ name: "c" }] } }) { created } }`,
              { columns: columns.map(([column, type]) => ({ name: column, type })) },
            ),
          );
        }
        const values = rows.map((row, at) => ({
          k: at % 2,
          c: at,
          ...Object.fromEntries(row.map((value, column) => [`v${column}`, value])),
        }));
        const made = await must(
          gateway.query(
            `mutation ($rows: [RowValues!]!) { createRows(input: { keyspace: "e", table: "a${count}", rows: $rows }) { results { error { message } } } }`,
            { rows: values },
          ),
        );
        expect(made.createRows.results.filter(({ error }: { error: unknown }) => error)).toEqual([]);
        const universal = await readUniversal(`a${count}`);
        const selection = columns.map(([column, of]) => `${column} ${selectionOf(parseType(of))}`).join(' ');
        const expected = universal.map(({ id, values: own }) => ({ nodeId: id, ...toTypedRow(columns, own) }));
        const typed = await must(askTyped(gateway, 'e', `{ a${count}(first: 100) { nodes { nodeId ${selection} } } }`));
        expect(typed[`a${count}`].nodes).toEqual(expected);
        const byKey = await must(
          askTyped(
            gateway,
            'e',
            `{ ${universal.map(({ values: { k, c } }, at) => `r${at}: a${count}_by_key(k: ${k}, c: ${c}) { nodeId ${selection} }`).join(' ')} }`,
          ),
        );
        expect(Object.values(byKey)).toEqual(expected);
        // What comes out goes back in.
        const input = universal.map(({ values: own }) => toTypedRow(columns, own));
        const back = await must(
          askTyped(
            gateway,
            'e',
            `mutation ($input: [b${count}_input!]!) { create_b${count}_many(input: $input) { results { error { message } } } }`,
            { input },
          ),
        );
        expect(back[`create_b${count}_many`].results.filter(({ error }: { error: unknown }) => error)).toEqual([]);
        expect((await readUniversal(`b${count}`)).map(({ values: own }) => own)).toEqual(
          universal.map(({ values: own }) => own),
        );
      }),
      { numRuns: TABLES },
    );
  });

  async function readUniversal(
    name: string,
  ): Promise<{ readonly id: string; readonly values: Readonly<Record<string, unknown>> }[]> {
    const data = await must(
      gateway.query(`{ keyspace(name: "e") { table(name: "${name}") { rows(first: 100) { nodes { id values } } } } }`),
    );
    return data.keyspace.table.rows.nodes;
  }
});

function toTypedRow(
  columns: readonly (readonly [string, string])[],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(columns.map(([column, of]) => [column, toTyped(parseType(of), values[column] ?? null)]));
}

/** The data of what must not fail. */
async function must(answer: ReturnType<RunningGateway['query']>) {
  const { data, errors } = await answer;
  if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}
