/** Keyspaces, tables, columns, indexes, types, namespaces and collections: created, changed and deleted. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Graph, openGraph } from '../support/graph.ts';

let graph: Graph;

beforeAll(async () => {
  graph = await openGraph();
  await graph.data(`mutation {
    createKeyspace(input: {name: "shop"}) { created }
    createTable(input: {
      keyspace: "shop", name: "items", columns: [{name: "id", type: "int"}, {name: "name", type: "text"}],
      primaryKey: {partitionKey: ["id"]}
    }) { created }
  }`);
}, 60_000);

afterAll(() => graph.close());

/** Runs a mutation whose input is written out, and answers its payload or the codes of its errors. */
async function change(name: string, input: string, payload: string): Promise<unknown> {
  const { data, codes } = await graph.run(`mutation { ${name}(input: {${input}}) { ${payload} } }`);
  return codes.length > 0 ? codes : data[name];
}

const TABLE = 'keyspace: "shop", table: "items"';

test('keyspaces', async () => {
  const payload = 'created keyspace { id name tables { name } } database { databaseId }';
  expect(await change('createKeyspace', 'name: "extra"', payload)).toMatchObject({
    created: true,
    keyspace: { name: 'extra', tables: [] },
  });
  expect(await change('createKeyspace', 'name: "extra"', payload)).toEqual(['CONFLICT']);
  expect(await change('createKeyspace', 'name: "extra", ifNotExists: true', payload)).toMatchObject({ created: false });
  expect(await change('createKeyspace', 'name: "no-good"', payload)).toEqual(['BAD_USER_INPUT']);
  expect(await change('deleteKeyspace', 'keyspace: "extra"', 'deletedId')).toEqual({ deletedId: expect.any(String) });
  expect(await change('deleteKeyspace', 'keyspace: "extra"', 'deletedId')).toEqual(['NOT_FOUND']);
  expect(await change('deleteKeyspace', 'keyspace: "extra", ifExists: true', 'deletedId')).toEqual({ deletedId: null });
  expect(await change('deleteKeyspace', '', 'deletedId')).toEqual(['BAD_USER_INPUT']);
});

test('replicas and datacenters do not go together', async () => {
  const datacenters = 'datacenters: [{name: "dc1", replicas: 1}]';
  expect(await change('createKeyspace', `name: "two", replicas: 1, ${datacenters}`, 'created')).toEqual([
    'BAD_USER_INPUT',
  ]);
  expect(await change('createNamespace', 'name: "two", replicas: 0', 'created')).toEqual(['BAD_USER_INPUT']);
});

test('tables', async () => {
  const columns =
    'columns: [{name: "a", type: "int"}, {name: "b", type: "text"}, {name: "s", type: "int", isStatic: true}]';
  const key = 'primaryKey: {partitionKey: ["a"], clusteringKey: [{name: "b", order: DESC}]}';
  const wanted = `keyspace: "shop", name: "made", ${columns}, ${key}, defaultTtlSeconds: 60`;
  const payload = `created table {
    name options { defaultTtlSeconds } columns { name kind } primaryKey { clusteringKey { name order } }
  }`;
  expect(await change('createTable', wanted, payload)).toEqual({
    created: true,
    table: {
      name: 'made',
      options: { defaultTtlSeconds: 60 },
      columns: [
        { name: 'a', kind: 'PARTITION_KEY' },
        { name: 'b', kind: 'CLUSTERING_KEY' },
        { name: 's', kind: 'STATIC' },
      ],
      primaryKey: { clusteringKey: [{ name: 'b', order: 'DESC' }] },
    },
  });
  expect(await change('createTable', wanted, 'created')).toEqual(['CONFLICT']);
  expect(await change('createTable', `${wanted}, ifNotExists: true`, 'created')).toEqual({ created: false });
  const unknownKey = 'columns: [{name: "a", type: "int"}], primaryKey: {partitionKey: ["x"]}';
  expect(await change('createTable', `keyspace: "shop", name: "bad", ${unknownKey}`, 'created')).toEqual([
    'BAD_USER_INPUT',
  ]);
  const made = 'keyspace: "shop", table: "made"';
  expect(
    await change('replaceTableOptions', `${made}, defaultTtlSeconds: 0`, 'table { options { defaultTtlSeconds } }'),
  ).toEqual({
    table: { options: { defaultTtlSeconds: 0 } },
  });
  expect(await change('replaceTableOptions', `${made}, defaultTtlSeconds: -1`, 'table { name }')).toEqual([
    'BAD_USER_INPUT',
  ]);
  expect(
    await change('replaceTableOptions', 'keyspace: "shop", table: "no", defaultTtlSeconds: 1', 'table { name }'),
  ).toEqual(['NOT_FOUND']);
  expect(await change('deleteTable', made, 'deletedId')).toEqual({ deletedId: expect.any(String) });
  expect(await change('deleteTable', made, 'deletedId')).toEqual(['NOT_FOUND']);
  expect(await change('deleteTable', `${made}, ifExists: true`, 'deletedId')).toEqual({ deletedId: null });
  expect(await change('deleteTable', 'table: "made"', 'deletedId')).toEqual(['BAD_USER_INPUT']);
});

test('columns, of a table by its id or its names', async () => {
  const found = await graph.data('{ keyspace(name: "shop") { table(name: "items") { id } } }');
  const tableId = (found.keyspace as { table: { id: string } }).table.id;
  expect(
    await change(
      'createColumn',
      `tableId: "${tableId}", name: "price", type: "map<text, int>"`,
      'created column { type kind } table { columns { name } }',
    ),
  ).toEqual({
    created: true,
    column: { type: 'map<text, int>', kind: 'REGULAR' },
    table: { columns: [{ name: 'id' }, { name: 'name' }, { name: 'price' }] },
  });
  expect(await change('createColumn', `${TABLE}, name: "price", type: "int"`, 'created')).toEqual(['CONFLICT']);
  expect(
    await change('createColumn', `${TABLE}, name: "price", type: "int", ifNotExists: true`, 'created column { type }'),
  ).toEqual({
    created: false,
    column: { type: 'map<text, int>' },
  });
  expect(await change('createColumn', `tableId: "${tableId}", ${TABLE}, name: "x", type: "int"`, 'created')).toEqual([
    'BAD_USER_INPUT',
  ]);
  expect(await change('renameColumn', `${TABLE}, column: "id", newName: "number"`, 'column { name kind }')).toEqual({
    column: { name: 'number', kind: 'PARTITION_KEY' },
  });
  expect(await change('renameColumn', `${TABLE}, column: "none", newName: "x"`, 'column { name }')).toEqual([
    'NOT_FOUND',
  ]);
  expect(await change('renameColumn', `${TABLE}, column: "name", newName: "x"`, 'column { name }')).toEqual([
    'BAD_USER_INPUT',
  ]);
  expect(await change('deleteColumn', `${TABLE}, column: "price"`, 'deletedId table { columns { name } }')).toEqual({
    deletedId: 'price',
    table: { columns: [{ name: 'number' }, { name: 'name' }] },
  });
  expect(await change('deleteColumn', `${TABLE}, column: "price"`, 'deletedId')).toEqual(['NOT_FOUND']);
  expect(await change('deleteColumn', `${TABLE}, column: "price", ifExists: true`, 'deletedId')).toEqual({
    deletedId: null,
  });
});

test('indexes', async () => {
  expect(
    await change('createIndex', `${TABLE}, column: "name"`, 'created index { name column } table { name }'),
  ).toEqual({
    created: true,
    index: { name: 'items_name_idx', column: 'name' },
    table: { name: 'items' },
  });
  const named = `${TABLE}, column: "name", name: "items_name_idx"`;
  expect(await change('createIndex', named, 'created')).toEqual(['CONFLICT']);
  expect(await change('createIndex', `${named}, ifNotExists: true`, 'created')).toEqual({ created: false });
  expect(await change('createIndex', `${TABLE}, column: "name", options: {a: "b"}`, 'created')).toEqual([
    'BAD_USER_INPUT',
  ]);
  const index = `${TABLE}, index: "items_name_idx"`;
  expect(await change('deleteIndex', index, 'deletedId')).toEqual({ deletedId: 'items_name_idx' });
  expect(await change('deleteIndex', index, 'deletedId')).toEqual(['NOT_FOUND']);
  expect(await change('deleteIndex', `${index}, ifExists: true`, 'deletedId')).toEqual({ deletedId: null });
});

test('user-defined types', async () => {
  const wanted = 'keyspace: "shop", name: "address", fields: [{name: "street", type: "text"}]';
  const payload = 'created type { name fields { name type } } keyspace { name }';
  expect(await change('createUserDefinedType', wanted, payload)).toEqual({
    created: true,
    type: { name: 'address', fields: [{ name: 'street', type: 'text' }] },
    keyspace: { name: 'shop' },
  });
  expect(await change('createUserDefinedType', wanted, 'created')).toEqual(['CONFLICT']);
  expect(await change('createUserDefinedType', `${wanted}, ifNotExists: true`, 'created')).toEqual({ created: false });
  expect(await change('createUserDefinedType', 'keyspace: "shop", name: "empty", fields: []', 'created')).toEqual([
    'BAD_USER_INPUT',
  ]);
  const type = 'keyspace: "shop", type: "address"';
  const changes = 'addFields: [{name: "zip", type: "int"}], renameFields: [{from: "street", to: "road"}]';
  expect(await change('updateUserDefinedType', `${type}, ${changes}`, 'type { fields { name } }')).toEqual({
    type: { fields: [{ name: 'road' }, { name: 'zip' }] },
  });
  expect(await change('updateUserDefinedType', type, 'type { name }')).toEqual(['BAD_USER_INPUT']);
  expect(await change('updateUserDefinedType', `keyspace: "shop", type: "none", ${changes}`, 'type { name }')).toEqual([
    'NOT_FOUND',
  ]);
  expect(await change('deleteUserDefinedType', type, 'deletedId')).toEqual({ deletedId: 'address' });
  expect(await change('deleteUserDefinedType', type, 'deletedId')).toEqual(['NOT_FOUND']);
  expect(await change('deleteUserDefinedType', `${type}, ifExists: true`, 'deletedId')).toEqual({ deletedId: null });
});

test('namespaces and collections', async () => {
  const payload = 'created namespace { name collections { name } }';
  expect(await change('createNamespace', 'name: "office"', payload)).toEqual({
    created: true,
    namespace: { name: 'office', collections: [] },
  });
  expect(await change('createNamespace', 'name: "office"', payload)).toEqual(['CONFLICT']);
  expect(await change('createNamespace', 'name: "office", ifNotExists: true', 'created')).toEqual({ created: false });
  const wanted = 'namespace: "office", name: "notes"';
  expect(await change('createCollection', wanted, 'created collection { name namespaceName jsonSchema }')).toEqual({
    created: true,
    collection: { name: 'notes', namespaceName: 'office', jsonSchema: null },
  });
  expect(await change('createCollection', wanted, 'created')).toEqual(['CONFLICT']);
  expect(await change('createCollection', `${wanted}, ifNotExists: true`, 'created')).toEqual({ created: false });
  expect(await change('createCollection', 'namespace: "nosuch", name: "notes"', 'created')).toEqual(['NOT_FOUND']);
  const notes = 'namespace: "office", collection: "notes"';
  const schema = 'jsonSchema: {type: "object", required: ["a"]}';
  expect(await change('replaceCollectionJsonSchema', `${notes}, ${schema}`, 'collection { jsonSchema }')).toEqual({
    collection: { jsonSchema: { type: 'object', required: ['a'] } },
  });
  expect(
    await change('replaceCollectionJsonSchema', `${notes}, jsonSchema: {type: "nonsense"}`, 'collection { name }'),
  ).toEqual(['BAD_USER_INPUT']);
  expect(await change('createDocument', `${notes}, data: {b: 1}`, 'document { id }')).toEqual(['BAD_USER_INPUT']);
  expect(await change('deleteCollection', notes, 'deletedId')).toEqual({ deletedId: expect.any(String) });
  expect(await change('deleteCollection', notes, 'deletedId')).toEqual(['NOT_FOUND']);
  expect(await change('deleteCollection', `${notes}, ifExists: true`, 'deletedId')).toEqual({ deletedId: null });
  expect(await change('deleteNamespace', 'namespace: "office"', 'deletedId')).toEqual({
    deletedId: expect.any(String),
  });
  expect(await change('deleteNamespace', 'namespace: "office"', 'deletedId')).toEqual(['NOT_FOUND']);
});
