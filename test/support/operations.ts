/** Every operation of the reference and the field that answers it, in an order in which each finds what it needs. */
import { expect } from 'vitest';
import { database, items, type Operation, SCHEMA, table, tableIs, told } from './operation.ts';
import { operationsOnDocuments } from './operations-on-documents.ts';

export const operations: readonly Operation[] = [
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
  ...operationsOnDocuments,
];
