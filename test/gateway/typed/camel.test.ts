/** Typed graphs in camel case. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop({ gateway: { names: 'camel' } });
  const { errors } = await shop.gateway.query(`mutation {
    createUserDefinedType(input: { keyspace: "shop", name: "post_address", fields: [{ name: "zip_code", type: "text" }] }) { created }
    lines: createTable(input: { keyspace: "shop", name: "lines_by_user", columns: [
      { name: "user_id", type: "int" }, { name: "line_no", type: "int" }, { name: "sent_to", type: "frozen<post_address>" },
      { name: "node_id", type: "text" }
    ], primaryKey: { partitionKey: ["user_id"], clusteringKey: [{ name: "line_no" }] } }) { created }
    one: createTable(input: { keyspace: "shop", name: "old_items", columns: [{ name: "id", type: "int" }],
      primaryKey: { partitionKey: ["id"] } }) { created }
    other: createTable(input: { keyspace: "shop", name: "old__items", columns: [{ name: "id", type: "int" }],
      primaryKey: { partitionKey: ["id"] } }) { created }
  }`);
  expect(errors).toBeUndefined();
}, 60_000);
afterAll(() => shop.close());

test('types, root fields, columns and fields of types are in camel case', async () => {
  const { errors, data } = await shop.ask(
    '/shop',
    `mutation ($row: LinesByUserInput!) { createLinesByUser(input: $row) { row { __typename nodeId userId lineNo sentTo { zipCode } node_id } } }`,
    { row: { userId: 1, lineNo: 2, sentTo: { zipCode: '1000' }, node_id: 'own' } },
  );
  expect(errors).toBeUndefined();
  const { row } = data.createLinesByUser;
  expect(row).toMatchObject({ __typename: 'LinesByUser', userId: 1, lineNo: 2, sentTo: { zipCode: '1000' } });
  const read = await shop.ask(
    '/shop',
    `{ linesByUser(where: { userId: { eq: 1 }, lineNo: { gt: 1 } }, orderBy: [{ lineNo: ASC }]) { nodes { sentTo { zipCode } node_id } }
       linesByUserByKey(userId: 1, lineNo: 2) { lineNo }
       node(nodeId: "${row.nodeId}") { __typename ... on LinesByUser { userId } } }`,
  );
  expect(read).toEqual({
    status: 200,
    data: {
      linesByUser: { nodes: [{ sentTo: { zipCode: '1000' }, node_id: 'own' }] },
      linesByUserByKey: { lineNo: 2 },
      node: { __typename: 'LinesByUser', userId: 1 },
    },
  });
});

test('names that would meet keep their spelling, and the log and the description say so', async () => {
  const { data } = await shop.ask(
    '/shop',
    '{ __schema { description } old_items { nodes { id } } old__items { nodes { id } } }',
  );
  expect(data.__schema.description).toMatch(
    /The fields of Query and Mutation .*`old_items`.* keep their exact spelling/,
  );
  expect(data.__schema.description).toContain('The fields of the table `lines_by_user` `node_id` keep');
  const warnings = shop.gateway.logLines.filter(({ event, level }) => event === 'schema' && level === 'warn');
  expect(warnings.map(({ message }) => message)).toContainEqual(expect.stringContaining('`old__items`'));
});
