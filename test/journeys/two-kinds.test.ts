/** One GraphQL operation over a Stargate and a Data API of one organization. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseId } from '../../emulator/devops/state/further-databases.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

const VECTORS = { name: 'vectors', region: 'us-east1', dbType: 'vector' } as const;
const OTHER = databaseId(VECTORS);

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ emulator: { databases: [VECTORS] } });
  for (const id of ['default', OTHER]) {
    const { errors } = await gateway.query(
      `mutation ($id: ID!) {
        createKeyspace(input: { databaseId: $id, name: "shop" }) { created }
        createTable(input: { databaseId: $id, keyspace: "shop", name: "items", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }, { name: "price", type: "decimal" }] }) { created }
        createRow(input: { databaseId: $id, keyspace: "shop", table: "items", values: { id: 1, price: "1.5" } }) { created }
        createCollection(input: { databaseId: $id, namespace: "shop", name: "notes" }) { created }
        createDocument(input: { databaseId: $id, namespace: "shop", collection: "notes", documentId: "one", data: { item: 1, tags: ["a"] } }) { created } }`,
      { id },
    );
    expect(errors).toBeUndefined();
  }
}, 60_000);

afterAll(() => gateway.close());

const FIELDS = `
  keyspace(name: "shop") { table(name: "items") { row(key: { id: 1 }) { id values } } }
  namespace(name: "shop") { collection(name: "notes") { document(documentId: "one") { id data } } }`;

test('rows and documents come from each by its own API, and are equal', async () => {
  gateway.clearUpstreamRequests();
  const { data, errors } = await gateway.query(
    `{ one: database { ${FIELDS} } other: database(databaseId: "${OTHER}") { ${FIELDS} } }`,
  );
  expect(errors).toBeUndefined();
  for (const each of [data.one, data.other]) {
    expect(each.keyspace.table.row.values).toEqual({ id: 1, price: '1.5' });
    expect(each.namespace.collection.document.data).toEqual({ item: 1, tags: ['a'] });
  }
  const apis = gateway.upstreamRequests().map(({ api, method }) => `${api} ${method}`);
  expect(apis.sort()).toEqual(
    [
      // The record of the other database, which names its address.
      'devops GET',
      // Tables and the row; the document, which proves its collection.
      ...['data POST', 'data POST', 'data POST'],
      ...['rest GET', 'rest GET', 'document GET'],
    ].sort(),
  );
});

test('an id leads to the API of its database again', async () => {
  const { data } = await gateway.query(`{ database(databaseId: "${OTHER}") { ${FIELDS} } }`);
  const ids = [data.database.keyspace.table.row.id, data.database.namespace.collection.document.id];
  const found = await gateway.query(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Row { databaseId values } ... on Document { databaseId data } } }',
    { ids },
  );
  expect(found).toEqual({
    data: {
      nodes: [
        { databaseId: OTHER, values: { id: 1, price: '1.5' } },
        { databaseId: OTHER, data: { item: 1, tags: ['a'] } },
      ],
    },
  });
});

test('what one kind lacks is refused there alone, with the cure', async () => {
  const mutation = (id: string) =>
    gateway.query(
      `mutation ($id: ID!) { createAuthToken(input: { databaseId: $id, username: "cassandra", password: "cassandra" }) { authToken } }`,
      { id },
    );
  expect((await mutation('default')).errors).toBeUndefined();
  const { errors } = await mutation(OTHER);
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('authenticateServiceAccount'),
    extensions: { code: 'NOT_SUPPORTED' },
  });
});

test('writes go to the database that they name', async () => {
  const update = (id: string, price: string) =>
    gateway.query(
      `mutation ($id: ID!, $values: RowValues!) {
        updateRow(input: { databaseId: $id, keyspace: "shop", table: "items", key: { id: 1 }, values: $values }) { row { databaseId values } } }`,
      { id, values: { price } },
    );
  expect((await update(OTHER, '2.25')).data.updateRow.row).toEqual({
    databaseId: OTHER,
    values: { id: 1, price: '2.25' },
  });
  const { data } = await gateway.query(`{ database { ${FIELDS} } }`);
  expect(data.database.keyspace.table.row.values.price).toBe('1.5');
  expect((await update(OTHER, '1.5')).errors).toBeUndefined();
});
