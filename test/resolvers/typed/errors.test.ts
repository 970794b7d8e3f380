/** Errors of typed graphs: on the field that failed, with the names that the client wrote. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { askTyped } from './support.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: { name: "odd" }) { created }
    createUserDefinedType(input: { keyspace: "odd", name: "spot", fields: [{ name: "__n", type: "int" }, { name: "constructor", type: "tinyint" }, { name: "at", type: "double" }] }) { created }
    createTable(input: { keyspace: "odd", name: "things", columns: [
      { name: "__id", type: "text" }, { name: "x2d_", type: "tinyint" }, { name: "then", type: "int" }, { name: "nodeId", type: "tinyint" },
      { name: "plain", type: "int" }, { name: "heat", type: "double" }, { name: "x0_", type: "float" }, { name: "list", type: "list<double>" }, { name: "spot", type: "frozen<spot>" }
    ], primaryKey: { partitionKey: ["__id"], clusteringKey: [{ name: "x2d_" }, { name: "then" }] } }) { created }
    createRow(input: { keyspace: "odd", table: "things", values: { __id: "a", x2d_: 1, then: 1, heat: "NaN", x0_: "-Infinity", list: [1, "Infinity"], spot: { at: "NaN", __n: 1 }, plain: 7 } }) { created }
  }`);
  expect(errors).toBeUndefined();
});
afterAll(() => gateway.close());

const ask = (query: string, variables?: Readonly<Record<string, unknown>>) =>
  askTyped(gateway, 'odd', query, variables);
const messages = async (query: string) => (await ask(query)).errors?.map(({ message }) => message);

const KEY = 'x5f__id: "a", x78_2d_: 1, then: 1';

test('a negative zero is zero', async () => {
  await gateway.query(
    'mutation { createRow(input: { keyspace: "odd", table: "things", values: { __id: "z", x2d_: 1, then: 1, heat: "-0" } }) { created } }',
  );
  const { data } = await ask('{ things_by_key(x5f__id: "z", x78_2d_: 1, then: 1) { heat } }');
  expect(data.things_by_key).toEqual({ heat: 0 });
});

test('what a Float cannot be fails its own field, and the others stand', async () => {
  const { data, errors } = await ask(`{ things_by_key(${KEY}) { plain heat x78_0_ list spot { at } } }`);
  expect(data).toEqual({ things_by_key: { plain: 7, heat: null, x78_0_: null, list: null, spot: null } });
  expect(errors?.map(({ path, extensions, message }) => [path?.[1], extensions.code, message])).toEqual([
    ['heat', 'NOT_SUPPORTED', expect.stringContaining('The column "heat" is NaN')],
    ['x78_0_', 'NOT_SUPPORTED', expect.stringContaining('The column "x78_0_" is -Infinity')],
    ['list', 'NOT_SUPPORTED', expect.stringContaining('The column "list" is Infinity')],
    ['spot', 'NOT_SUPPORTED', expect.stringContaining('in the universal graph, at /graphql')],
  ]);
});

describe('a message has the names of fields', () => {
  test.each([
    ['things_by_key(x5f__id: "a", x78_2d_: 300, then: 1) { plain }', 'The column "x78_2d_" has the type tinyint'],
    [
      'things(where: { x78_2d_: { eq: 1 } }) { nodes { plain } }',
      '"x78_2d_" needs values for the whole partition key: "x5f__id" is missing',
    ],
    ['things(where: { x5f__id: { eq: "a" }, then: { eq: 1 } }) { nodes { plain } }', 'Add a condition on "x78_2d_"'],
    [
      'things(where: { x5f__id: { eq: "a", in: ["b"] } }) { nodes { plain } }',
      'The column "x5f__id" has "eq" and another condition',
    ],
    ['things(where: { x5f__id: { eq: null } }) { nodes { plain } }', 'The filter on "x5f__id" has null for "eq"'],
    ['things(where: { x5f__id: {} }) { nodes { plain } }', 'The filter on "x5f__id" has no operator'],
    ['things(where: { x5f__id: null }) { nodes { plain } }', 'The condition on "x5f__id" is null'],
    ['things(where: {}) { nodes { plain } }', '"where" is empty'],
    ['things(where: null) { nodes { plain } }', '"where" is null'],
  ])('%s', async (field, message) => {
    expect(await messages(`{ ${field} }`)).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    [
      `update_things(input: { key: { ${KEY} }, set: { nodeIx64_: 300 } }) { row { plain } }`,
      'The column "nodeIx64_" has the type tinyint',
    ],
    [
      `update_things(input: { key: { ${KEY} }, set: { x78_0_: 1e39 } }) { row { plain } }`,
      'The column "x78_0_" has the type float',
    ],
    [
      `update_things(input: { key: { ${KEY} }, set: { spot: { constructox72_: 300 } } }) { row { plain } }`,
      'field "constructox72_" of the column "spot"',
    ],
    [`delete_things(input: { x5f__id: "none", x78_2d_: 1, then: 1 }) { deletedId }`, '"x5f__id":"none"'],
  ])('%s', async (field, message) => {
    expect(await messages(`mutation { ${field} }`)).toEqual([expect.stringContaining(message)]);
  });

  test('that of one item of many too', async () => {
    const { data } = await ask(
      `mutation { create_things_many(input: [{ x5f__id: "m", x78_2d_: 1, then: 1, nodeIx64_: 300 }, { x5f__id: "m", x78_2d_: 2, then: 1 }]) { results { created error { message } } } }`,
    );
    expect(data.create_things_many.results).toEqual([
      { created: false, error: { message: expect.stringContaining('The column "nodeIx64_" has the type tinyint') } },
      { created: true, error: null },
    ]);
  });
});

test('a field that every object inherits is absent when it is not given', async () => {
  const { data, errors } = await ask(
    'mutation ($input: things_input!) { create_things(input: $input) { row { spot { x5f__n constructox72_ } } } }',
    JSON.parse('{ "input": { "x5f__id": "v", "x78_2d_": 1, "then": 1, "spot": { "x5f__n": 3 } } }'),
  );
  expect(errors).toBeUndefined();
  expect(data.create_things.row.spot).toEqual({ x5f__n: 3, constructox72_: null });
});
