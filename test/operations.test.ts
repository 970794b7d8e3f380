/**
 * Every operation of the reference and the field that answers it, in an order in which each finds what it needs: the query, what
 * comes back, and the upstream request that it became.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from './support/gateway.ts';

let gateway: RunningGateway;
/** What one step tells the next. */
const told: Record<string, string> = {};

beforeAll(async () => {
  gateway = await startGateway({ upstream: { schemaLifetimeMs: 0 } });
});

afterAll(() => gateway.close());

beforeEach(() => gateway.clearUpstreamRequests());

interface Operation {
  readonly api: 'auth' | 'devops' | 'rest' | 'document' | 'graph';
  readonly name: string;
  readonly query: () => string;
  /** A part of the data. */
  readonly data: unknown;
  /** The upstream request: method and path. */
  readonly call?: RegExp;
  readonly keep?: (data: Record<string, Record<string, string>>) => Record<string, string>;
}

const table = (fields: string) => `{ keyspace(name: "shop") { table(name: "items") { ${fields} } } }`;
const tableIs = (fields: unknown) => ({ keyspace: { table: fields } });
const notes = (fields: string) => `{ namespace(name: "shop") { collection(name: "notes") { ${fields} } } }`;
const notesAre = (fields: unknown) => ({ namespace: { collection: fields } });
const items = 'keyspace: "shop", table: "items"';
const noteOne = 'namespace: "shop", collection: "notes", documentId: "one"';
const database = (mutation: string, more = '') =>
  `mutation { ${mutation}(input: { databaseId: "${told.databaseId}"${more} }) { database { status } } }`;
const SCHEMA = '/v2/schemas/keyspaces/shop';
const NOTES = '/v2/namespaces/shop/collections/notes';

const operations: readonly Operation[] = [
  {
    api: 'auth',
    name: 'create an auth token',
    query: () => 'mutation { createAuthToken(input: { username: "cassandra", password: "cassandra" }) { authToken } }',
    data: { createAuthToken: { authToken: expect.any(String) } },
    call: /^POST \/v1\/auth$/,
  },
  {
    api: 'devops',
    name: 'list databases',
    query: () => '{ databases { nodes { name status region } } }',
    data: { databases: { nodes: [{ name: 'local', status: 'ACTIVE' }] } },
    call: /^GET \/v2\/databases\?/,
  },
  {
    api: 'devops',
    name: 'create a database',
    query: () =>
      'mutation { createDatabase(input: { name: "classic", cloudProvider: AWS, tier: "C10", capacityUnits: 1, region: "us-east-1", keyspace: "first" }) { databaseId database { name } } }',
    data: { createDatabase: { database: { name: 'classic' } } },
    call: /^POST \/v2\/databases$/,
    keep: ({ createDatabase }) => ({ databaseId: createDatabase?.databaseId ?? '' }),
  },
  {
    api: 'devops',
    name: 'find a database',
    query: () => `{ database(databaseId: "${told.databaseId}") { name tier keyspaces { name } } }`,
    data: { database: { name: 'classic', tier: 'C10' } },
    call: /^GET \/v2\/databases\/[\w-]+$/,
  },
  {
    api: 'devops',
    name: 'add a keyspace',
    query: () => 'mutation { createKeyspace(input: { name: "shop" }) { created keyspace { name } } }',
    data: { createKeyspace: { created: true, keyspace: { name: 'shop' } } },
    call: /^POST \/v2\/databases\/[\w-]+\/keyspaces\/shop$/,
  },
  {
    api: 'devops',
    name: 'secure bundle',
    query: () =>
      `mutation { createSecureBundleUrl(input: { databaseId: "${told.databaseId}", all: true }) { bundles { downloadUrl datacenterId } } }`,
    data: { createSecureBundleUrl: { bundles: [{ downloadUrl: expect.stringContaining('http') }] } },
    call: /^POST \/v2\/databases\/[\w-]+\/secureBundleURL\?all=true$/,
  },
  {
    api: 'devops',
    name: 'resize',
    query: () => database('resizeDatabase', ', capacityUnits: 2'),
    data: { resizeDatabase: {} },
    call: /^POST .*\/resize$/,
  },
  {
    api: 'devops',
    name: 'reset password',
    query: () => database('resetDatabasePassword', ', username: "u", password: "secret-1"'),
    data: { resetDatabasePassword: {} },
    call: /^POST .*\/resetPassword$/,
  },
  {
    api: 'devops',
    name: 'park',
    query: () => database('parkDatabase'),
    data: { parkDatabase: { database: { status: 'PARKED' } } },
    call: /^POST .*\/park$/,
  },
  {
    api: 'devops',
    name: 'unpark',
    query: () => database('unparkDatabase'),
    data: { unparkDatabase: { database: { status: 'ACTIVE' } } },
    call: /^POST .*\/unpark$/,
  },
  {
    api: 'devops',
    name: 'terminate',
    query: () => database('terminateDatabase'),
    data: { terminateDatabase: { database: { status: 'TERMINATED' } } },
    call: /^POST .*\/terminate/,
  },
  {
    api: 'devops',
    name: 'regions',
    query: () => '{ availableRegions { tier cloudProvider region } }',
    data: { availableRegions: expect.arrayContaining([expect.objectContaining({ cloudProvider: 'AWS' })]) },
    call: /^GET \/v2\/availableRegions$/,
  },
  {
    api: 'devops',
    name: 'serverless regions',
    query: () => '{ serverlessRegions { name cloudProvider } }',
    data: { serverlessRegions: expect.arrayContaining([expect.objectContaining({ cloudProvider: 'AWS' })]) },
    call: /^GET \/v2\/regions\/serverless/,
  },

  {
    api: 'rest',
    name: 'list keyspaces',
    query: () => '{ database { keyspaces { name } } }',
    data: { database: { keyspaces: expect.arrayContaining([{ name: 'shop' }]) } },
    call: /^GET \/v2\/schemas\/keyspaces$/,
  },
  {
    api: 'rest',
    name: 'get a keyspace',
    query: () => '{ keyspace(name: "shop") { name datacenters { name replicas } } }',
    data: { keyspace: { name: 'shop' } },
    call: new RegExp(`^GET ${SCHEMA}$`),
  },
  {
    api: 'rest',
    name: 'create a table',
    query: () =>
      `mutation { createTable(input: { keyspace: "shop", name: "items", columns: [{ name: "id", type: "int" }, { name: "at", type: "int" }, { name: "v", type: "text" }, { name: "tags", type: "set<text>" }], primaryKey: { partitionKey: ["id"], clusteringKey: [{ name: "at", order: DESC }] } }) { created } }`,
    data: { createTable: { created: true } },
    call: new RegExp(`^POST ${SCHEMA}/tables$`),
  },
  {
    api: 'rest',
    name: 'list tables',
    query: () => '{ keyspace(name: "shop") { tables { name } } }',
    data: { keyspace: { tables: [{ name: 'items' }] } },
    call: new RegExp(`^GET ${SCHEMA}/tables$`),
  },
  {
    api: 'rest',
    name: 'get a table',
    query: () => table('name primaryKey { partitionKey clusteringKey { name order } }'),
    data: tableIs({
      name: 'items',
      primaryKey: { partitionKey: ['id'], clusteringKey: [{ name: 'at', order: 'DESC' }] },
    }),
  },
  {
    api: 'rest',
    name: 'replace a table definition',
    query: () =>
      `mutation { replaceTableOptions(input: { ${items}, defaultTtlSeconds: 100000 }) { table { options { defaultTtlSeconds } } } }`,
    data: { replaceTableOptions: { table: { options: { defaultTtlSeconds: 100000 } } } },
    call: new RegExp(`^PUT ${SCHEMA}/tables/items$`),
  },
  {
    api: 'rest',
    name: 'list columns',
    query: () => table('columns { name type kind }'),
    data: tableIs({ columns: expect.arrayContaining([{ name: 'tags', type: 'set<text>', kind: 'REGULAR' }]) }),
  },
  {
    api: 'rest',
    name: 'get a column',
    query: () => table('column(name: "at") { name type kind }'),
    data: tableIs({ column: { name: 'at', type: 'int', kind: 'CLUSTERING_KEY' } }),
  },
  {
    api: 'rest',
    name: 'create a column',
    query: () => `mutation { createColumn(input: { ${items}, name: "extra", type: "int" }) { column { name type } } }`,
    data: { createColumn: { column: { name: 'extra', type: 'int' } } },
    call: new RegExp(`^POST ${SCHEMA}/tables/items/columns$`),
  },
  {
    api: 'rest',
    name: 'replace a column definition',
    query: () => `mutation { renameColumn(input: { ${items}, column: "at", newName: "moment" }) { column { name } } }`,
    data: { renameColumn: { column: { name: 'moment' } } },
    call: new RegExp(`^PUT ${SCHEMA}/tables/items/columns/at$`),
  },
  {
    api: 'rest',
    name: 'delete a column',
    query: () => `mutation { deleteColumn(input: { ${items}, column: "extra" }) { deletedId } }`,
    data: { deleteColumn: { deletedId: 'extra' } },
    call: new RegExp(`^DELETE ${SCHEMA}/tables/items/columns/extra$`),
  },
  {
    api: 'rest',
    name: 'add rows',
    query: () =>
      `mutation { createRow(input: { ${items}, values: { id: 1, moment: 1, v: "a" } }) { row { key } } createRows(input: { ${items}, rows: [{ id: 1, moment: 2, v: "b" }, { id: 2, moment: 1, v: "c" }] }) { results { index error { message } } } }`,
    data: {
      createRow: { row: { key: { id: 1, moment: 1 } } },
      createRows: {
        results: [
          { index: 0, error: null },
          { index: 1, error: null },
        ],
      },
    },
    call: /^POST \/v2\/keyspaces\/shop\/items$/,
  },
  {
    api: 'rest',
    name: 'search a table',
    query: () =>
      table(
        'rows(where: [{ column: "id", eq: 1 }, { column: "moment", gte: 2 }]) { nodes { values(columns: ["v"]) } }',
      ),
    data: tableIs({ rows: { nodes: [{ values: { v: 'b' } }] } }),
    call: /^GET \/v2\/keyspaces\/shop\/items\?where=/,
  },
  {
    api: 'rest',
    name: 'get rows by primary key',
    query: () => table('row(key: { id: 1, moment: 2 }) { value(column: "v") } rows(key: { id: 1 }) { nodes { key } }'),
    data: tableIs({
      row: { value: 'b' },
      rows: { nodes: [{ key: { id: 1, moment: 2 } }, { key: { id: 1, moment: 1 } }] },
    }),
  },
  {
    api: 'rest',
    name: 'replace rows',
    query: () =>
      `mutation { replaceRow(input: { ${items}, key: { id: 1, moment: 1 }, values: { tags: ["x"] } }) { row { values(columns: ["v", "tags"]) } } }`,
    data: { replaceRow: { row: { values: { v: null, tags: ['x'] } } } },
    call: /^PUT \/v2\/keyspaces\/shop\/items\/1\/1$/,
  },
  {
    api: 'rest',
    name: 'update part of rows',
    query: () =>
      `mutation { updateRow(input: { ${items}, key: { id: 1, moment: 1 }, values: { v: "z" } }) { row { values(columns: ["v", "tags"]) } } updateRows(input: { ${items}, rows: [{ key: { id: 2, moment: 1 }, values: { v: "y" } }] }) { results { row { value(column: "v") } } } }`,
    data: {
      updateRow: { row: { values: { v: 'z', tags: ['x'] } } },
      updateRows: { results: [{ row: { value: 'y' } }] },
    },
    call: /^PATCH \/v2\/keyspaces\/shop\/items\/1\/1$/,
  },
  {
    api: 'rest',
    name: 'list, create and delete indexes: create',
    query: () => `mutation { createIndex(input: { ${items}, column: "v", name: "by_v" }) { created } }`,
    data: { createIndex: { created: true } },
    call: new RegExp(`^POST ${SCHEMA}/tables/items/indexes$`),
  },
  {
    api: 'rest',
    name: 'list indexes',
    query: () => table('indexes { name column } rows(where: [{ column: "v", eq: "z" }]) { nodes { key } }'),
    data: tableIs({ indexes: [{ name: 'by_v', column: 'v' }], rows: { nodes: [{ key: { id: 1, moment: 1 } }] } }),
    call: new RegExp(`^GET ${SCHEMA}/tables/items/indexes$`),
  },
  {
    api: 'rest',
    name: 'delete an index',
    query: () => `mutation { deleteIndex(input: { ${items}, index: "by_v" }) { deletedId } }`,
    data: { deleteIndex: { deletedId: 'by_v' } },
    call: new RegExp(`^DELETE ${SCHEMA}/tables/items/indexes/by_v$`),
  },
  {
    api: 'rest',
    name: 'create a user-defined type',
    query: () =>
      'mutation { createUserDefinedType(input: { keyspace: "shop", name: "address", fields: [{ name: "street", type: "text" }] }) { type { name } } }',
    data: { createUserDefinedType: { type: { name: 'address' } } },
    call: new RegExp(`^POST ${SCHEMA}/types$`),
  },
  {
    api: 'rest',
    name: 'list types and get one',
    query: () => '{ keyspace(name: "shop") { types { name } type(name: "address") { fields { name type } } } }',
    data: { keyspace: { types: [{ name: 'address' }], type: { fields: [{ name: 'street', type: 'text' }] } } },
    call: new RegExp(`^GET ${SCHEMA}/types$`),
  },
  {
    api: 'rest',
    name: 'update a type',
    query: () =>
      'mutation { updateUserDefinedType(input: { keyspace: "shop", type: "address", addFields: [{ name: "Zip", type: "int" }] }) { type { fields { name } } } }',
    data: { updateUserDefinedType: { type: { fields: [{ name: 'street' }, { name: 'Zip' }] } } },
    call: new RegExp(`^PUT ${SCHEMA}/types$`),
  },
  {
    api: 'rest',
    name: 'delete a type',
    query: () => 'mutation { deleteUserDefinedType(input: { keyspace: "shop", type: "address" }) { deletedId } }',
    data: { deleteUserDefinedType: { deletedId: 'address' } },
    call: new RegExp(`^DELETE ${SCHEMA}/types/address$`),
  },

  {
    api: 'document',
    name: 'list namespaces',
    query: () => '{ database { namespaces { name } } }',
    data: { database: { namespaces: expect.arrayContaining([{ name: 'shop' }]) } },
    call: /^GET \/v2\/schemas\/namespaces$/,
  },
  {
    api: 'document',
    name: 'get a namespace',
    query: () => '{ namespace(name: "shop") { name replicas } }',
    data: { namespace: { name: 'shop', replicas: null } },
    call: /^GET \/v2\/schemas\/namespaces\/shop$/,
  },
  {
    api: 'document',
    name: 'create a namespace',
    query: () => 'mutation { createNamespace(input: { name: "more" }) { created namespace { name } } }',
    data: { createNamespace: { created: true, namespace: { name: 'more' } } },
    call: /^POST \/v2\/databases\/[\w-]+\/keyspaces\/more$/,
  },
  {
    api: 'document',
    name: 'delete a namespace',
    query: () => 'mutation { deleteNamespace(input: { namespace: "more" }) { deletedId } }',
    data: { deleteNamespace: { deletedId: expect.any(String) } },
    call: /^DELETE \/v2\/databases\/[\w-]+\/keyspaces\/more$/,
  },
  {
    api: 'document',
    name: 'create a collection',
    query: () => 'mutation { createCollection(input: { namespace: "shop", name: "notes" }) { created } }',
    data: { createCollection: { created: true } },
    call: /^POST \/v2\/namespaces\/shop\/collections$/,
  },
  {
    api: 'document',
    name: 'list collections',
    query: () => '{ namespace(name: "shop") { collections { name } } }',
    data: { namespace: { collections: [{ name: 'notes' }] } },
    call: /^GET \/v2\/namespaces\/shop\/collections$/,
  },
  {
    api: 'document',
    name: 'get a collection',
    query: () => notes('name namespaceName'),
    data: notesAre({ name: 'notes', namespaceName: 'shop' }),
  },
  {
    api: 'document',
    name: 'add a document',
    query: () =>
      'mutation { createDocument(input: { namespace: "shop", collection: "notes", data: { n: 0 }, ttlSeconds: 1000 }) { document { documentId data } } }',
    data: { createDocument: { document: { data: { n: 0 } } } },
    call: new RegExp(`^POST ${NOTES}\\?ttl=1000$`),
  },
  {
    api: 'document',
    name: 'add documents at once',
    query: () =>
      'mutation { createDocuments(input: { namespace: "shop", collection: "notes", idPath: "key", documents: [{ key: "one", n: 1, list: [1, 2], author: 2 }, { key: "two", n: 2 }] }) { results { documentId error { message } } } }',
    data: {
      createDocuments: {
        results: [
          { documentId: 'one', error: null },
          { documentId: 'two', error: null },
        ],
      },
    },
    call: new RegExp(`^POST ${NOTES}/batch\\?id-path=key$`),
  },
  {
    api: 'document',
    name: 'search a collection',
    query: () =>
      notes(
        'documents(where: { and: [{ path: "n", gt: 1 }, { path: "list", exists: false }] }) { nodes { documentId } }',
      ),
    data: notesAre({ documents: { nodes: [{ documentId: 'two' }] } }),
    call: new RegExp(`^GET ${NOTES}\\?where=`),
  },
  {
    api: 'document',
    name: 'get a document',
    query: () => notes('document(documentId: "one") { data }'),
    data: notesAre({ document: { data: { author: 2, key: 'one', list: [1, 2], n: 1 } } }),
    call: new RegExp(`^GET ${NOTES}/one$`),
  },
  {
    api: 'document',
    name: 'get a sub-document',
    query: () => notes('document(documentId: "one") { value(path: "list.[1]") }'),
    data: notesAre({ document: { value: 2 } }),
    call: new RegExp(`^GET ${NOTES}/one\\?fields=`),
  },
  {
    api: 'document',
    name: 'update part of a document',
    query: () =>
      `mutation { updateDocument(input: { ${noteOne}, data: { extra: { a: 1 } } }) { document { value(path: "extra.a") } } }`,
    data: { updateDocument: { document: { value: 1 } } },
    call: new RegExp(`^PATCH ${NOTES}/one$`),
  },
  {
    api: 'document',
    name: 'replace a sub-document',
    query: () =>
      `mutation { replaceDocument(input: { ${noteOne}, path: "extra.b", data: [1] }) { document { value(path: "extra") } } }`,
    data: { replaceDocument: { document: { value: { a: 1, b: [1] } } } },
    call: new RegExp(`^PUT ${NOTES}/one/extra/b$`),
  },
  {
    api: 'document',
    name: 'update part of a sub-document',
    query: () =>
      `mutation { updateDocument(input: { ${noteOne}, path: "extra", data: { a: 2 } }) { document { value(path: "extra") } } }`,
    data: { updateDocument: { document: { value: { a: 2, b: [1] } } } },
    call: new RegExp(`^PATCH ${NOTES}/one/extra$`),
  },
  {
    api: 'document',
    name: 'delete a sub-document',
    query: () => `mutation { deleteDocument(input: { ${noteOne}, path: "extra" }) { deletedPath document { data } } }`,
    data: { deleteDocument: { deletedPath: 'extra' } },
    call: new RegExp(`^DELETE ${NOTES}/one/extra$`),
  },
  {
    api: 'document',
    name: '$push',
    query: () => `mutation { pushToDocument(input: { ${noteOne}, path: "list", value: 3 }) { value } }`,
    data: { pushToDocument: { value: [1, 2, 3] } },
    call: new RegExp(`^POST ${NOTES}/one/list/function$`),
  },
  {
    api: 'document',
    name: '$pop',
    query: () => `mutation { popFromDocument(input: { ${noteOne}, path: "list" }) { value } }`,
    data: { popFromDocument: { value: 3 } },
    call: new RegExp(`^POST ${NOTES}/one/list/function$`),
  },
  {
    api: 'document',
    name: '$set',
    query: () =>
      `mutation { setInDocument(input: { ${noteOne}, values: { n: 9 } }) { document { value(path: "n") } } }`,
    data: { setInDocument: { document: { value: 9 } } },
    call: new RegExp(`^POST ${NOTES}/one/function$`),
  },
  {
    api: 'document',
    name: 'search in a document',
    query: () =>
      notes('document(documentId: "one") { search(where: { path: "list.[0]", lt: 5 }) { nodes { path data } } }'),
    data: notesAre({ document: { search: { nodes: [{ path: 'list.[0]', data: 1 }] } } }),
    call: new RegExp(`^GET ${NOTES}/one\\?where=`),
  },
  {
    api: 'graph',
    name: 'related rows and documents',
    query: () =>
      notes(
        'document(documentId: "one") { relatedRow(table: "items", key: [{ column: "id", from: "author" }, { column: "moment", value: 1 }]) { value(column: "v") relatedDocument(collection: "notes", idColumn: "v") { id } } relatedRows(table: "items", key: [{ column: "id", from: "author" }]) { nodes { key } } }',
      ),
    data: notesAre({
      document: {
        relatedRow: { value: 'y', relatedDocument: null },
        relatedRows: { nodes: [{ key: { id: 2, moment: 1 } }] },
      },
    }),
  },
  {
    api: 'document',
    name: 'replace a document',
    query: () => `mutation { replaceDocument(input: { ${noteOne}, data: { all: "new" } }) { document { data } } }`,
    data: { replaceDocument: { document: { data: { all: 'new' } } } },
    call: new RegExp(`^PUT ${NOTES}/one$`),
  },
  {
    api: 'document',
    name: 'JSON schema',
    query: () =>
      'mutation { replaceCollectionJsonSchema(input: { namespace: "shop", collection: "notes", jsonSchema: { type: "object" } }) { collection { jsonSchema } } }',
    data: { replaceCollectionJsonSchema: { collection: { jsonSchema: { type: 'object' } } } },
    call: new RegExp(`^PUT ${NOTES}/json-schema$`),
  },
  {
    api: 'document',
    name: 'delete documents',
    query: () =>
      `mutation { deleteDocument(input: { ${noteOne} }) { deletedId } deleteDocuments(input: { namespace: "shop", collection: "notes", documentIds: ["two"] }) { results { deletedId error { message } } } }`,
    data: {
      deleteDocument: { deletedId: expect.any(String) },
      deleteDocuments: { results: [{ deletedId: expect.any(String), error: null }] },
    },
    call: new RegExp(`^DELETE ${NOTES}/one$`),
  },
  {
    api: 'document',
    name: 'delete a collection',
    query: () => 'mutation { deleteCollection(input: { namespace: "shop", collection: "notes" }) { deletedId } }',
    data: { deleteCollection: { deletedId: expect.any(String) } },
    call: new RegExp(`^DELETE ${NOTES}$`),
  },
  {
    api: 'rest',
    name: 'delete rows',
    query: () =>
      `mutation { deleteRow(input: { ${items}, key: { id: 1, moment: 1 } }) { deletedId } deleteRows(input: { ${items}, keys: [{ id: 1, moment: 2 }] }) { results { deletedId } } deleteRowRange(input: { ${items}, keyPrefix: { id: 2 } }) { deletedKeyPrefix table { rows { nodes { id } } } } }`,
    data: {
      deleteRow: { deletedId: expect.any(String) },
      deleteRowRange: { deletedKeyPrefix: { id: 2 }, table: { rows: { nodes: [] } } },
    },
    call: /^DELETE \/v2\/keyspaces\/shop\/items\/1\/1$/,
  },
  {
    api: 'rest',
    name: 'delete a table',
    query: () => `mutation { deleteTable(input: { ${items} }) { deletedId } }`,
    data: { deleteTable: { deletedId: expect.any(String) } },
    call: new RegExp(`^DELETE ${SCHEMA}/tables/items$`),
  },
  {
    api: 'devops',
    name: 'delete a keyspace',
    query: () => 'mutation { deleteKeyspace(input: { keyspace: "shop" }) { deletedId } }',
    data: { deleteKeyspace: { deletedId: expect.any(String) } },
    call: /^DELETE \/v2\/databases\/[\w-]+\/keyspaces\/shop$/,
  },
];

test.each(operations.map((operation) => [`${operation.api}: ${operation.name}`, operation] as const))(
  '%s',
  async (_, operation) => {
    const { data, errors } = await gateway.query(operation.query());
    expect(errors).toBeUndefined();
    expect(data).toMatchObject(operation.data as object);
    if (operation.call)
      expect(gateway.upstreamRequests().map(({ method, target }) => `${method} ${target}`)).toContainEqual(
        expect.stringMatching(operation.call),
      );
    Object.assign(told, operation.keep?.(data));
  },
);

test('devops: create a token for a service account', async () => {
  const unknown =
    'mutation { authenticateServiceAccount(input: { clientId: "a", clientName: "b", clientSecret: "c" }) { token } }';
  const { errors } = await gateway.query(unknown, {}, {});
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(gateway.upstreamRequests()).toMatchObject([
    { api: 'devops', method: 'POST', target: '/v2/authenticateServiceAccount' },
  ]);
});
