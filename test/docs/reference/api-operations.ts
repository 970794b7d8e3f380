/** Every operation of the upstream APIs that the graph covers, and the fields that answer it. The page is written from it, and tests keep it whole. */

export interface ApiOperation {
  readonly name: string;
  /** Method and route, or the name of a command. */
  readonly request: string;
  /** Of the graph, as `Type.field` or the name of a mutation. */
  readonly fields: readonly string[];
  /** The request by which the gateway reads the same, where it reads more at once. */
  readonly insteadBy?: string;
  /** Why no field sends it. */
  readonly unused?: string;
}

const KEYSPACES = '/v2/schemas/keyspaces';
const TABLES = `${KEYSPACES}/{keyspace}/tables`;
const TYPES = `${KEYSPACES}/{keyspace}/types`;
const ROWS = '/v2/keyspaces/{keyspace}/{table}';
const NAMESPACES = '/v2/schemas/namespaces';
const COLLECTIONS = '/v2/namespaces/{namespace}/collections';
const DOCUMENT = `${COLLECTIONS}/{collection}/{documentId}`;
const DATABASE = '/v2/databases/{databaseId}';
const LIST_OF_TABLES = `GET ${TABLES}`;
const UPDATED_BY_MANY = 'rows and documents are changed one by one, so that each tells how it ended';

function operation(name: string, request: string, ...fields: readonly string[]): ApiOperation {
  return { name, request, fields };
}

const DEVOPS: readonly ApiOperation[] = [
  operation(
    'create a token for a service account',
    'POST /v2/authenticateServiceAccount',
    'authenticateServiceAccount',
  ),
  operation('list databases', 'GET /v2/databases', 'Query.databases'),
  operation('create a database', 'POST /v2/databases', 'createDatabase'),
  operation('find a database', `GET ${DATABASE}`, 'Query.database'),
  operation('add a keyspace', `POST ${DATABASE}/keyspaces/{keyspace}`, 'createKeyspace', 'createNamespace'),
  operation('delete a keyspace', `DELETE ${DATABASE}/keyspaces/{keyspace}`, 'deleteKeyspace', 'deleteNamespace'),
  operation('make a secure bundle', `POST ${DATABASE}/secureBundleURL`, 'createSecureBundleUrl'),
  operation('terminate a database', `POST ${DATABASE}/terminate`, 'terminateDatabase'),
  operation('park a database', `POST ${DATABASE}/park`, 'parkDatabase'),
  operation('unpark a database', `POST ${DATABASE}/unpark`, 'unparkDatabase'),
  operation('resize a database', `POST ${DATABASE}/resize`, 'resizeDatabase'),
  operation('reset a password', `POST ${DATABASE}/resetPassword`, 'resetDatabasePassword'),
  operation('list regions', 'GET /v2/availableRegions', 'Query.availableRegions'),
  operation('list serverless regions', 'GET /v2/regions/serverless', 'Query.serverlessRegions'),
];

const REST: readonly ApiOperation[] = [
  operation('create an auth token', 'POST /v1/auth', 'createAuthToken'),
  operation('list keyspaces', `GET ${KEYSPACES}`, 'Database.keyspaces'),
  operation('get a keyspace', `GET ${KEYSPACES}/{keyspace}`, 'Query.keyspace', 'Keyspace.datacenters'),
  operation('create a keyspace', `POST ${KEYSPACES}`, 'createKeyspace'),
  operation('delete a keyspace', `DELETE ${KEYSPACES}/{keyspace}`, 'deleteKeyspace'),
  operation('list tables', LIST_OF_TABLES, 'Keyspace.tables'),
  { ...operation('get a table', `GET ${TABLES}/{table}`, 'Keyspace.table'), insteadBy: LIST_OF_TABLES },
  operation('create a table', `POST ${TABLES}`, 'createTable'),
  operation('replace a table definition, except columns', `PUT ${TABLES}/{table}`, 'replaceTableOptions'),
  operation('delete a table', `DELETE ${TABLES}/{table}`, 'deleteTable'),
  { ...operation('list columns', `GET ${TABLES}/{table}/columns`, 'Table.columns'), insteadBy: LIST_OF_TABLES },
  { ...operation('get a column', `GET ${TABLES}/{table}/columns/{column}`, 'Table.column'), insteadBy: LIST_OF_TABLES },
  operation('create a column', `POST ${TABLES}/{table}/columns`, 'createColumn'),
  operation('replace a column definition', `PUT ${TABLES}/{table}/columns/{column}`, 'renameColumn'),
  operation('delete a column', `DELETE ${TABLES}/{table}/columns/{column}`, 'deleteColumn'),
  operation('list indexes', `GET ${TABLES}/{table}/indexes`, 'Table.indexes'),
  operation('create an index', `POST ${TABLES}/{table}/indexes`, 'createIndex'),
  operation('delete an index', `DELETE ${TABLES}/{table}/indexes/{index}`, 'deleteIndex'),
  operation('list user-defined types', `GET ${TYPES}`, 'Keyspace.types'),
  { ...operation('get a user-defined type', `GET ${TYPES}/{type}`, 'Keyspace.type'), insteadBy: `GET ${TYPES}` },
  operation('create a user-defined type', `POST ${TYPES}`, 'createUserDefinedType'),
  operation('update a user-defined type', `PUT ${TYPES}`, 'updateUserDefinedType'),
  operation('delete a user-defined type', `DELETE ${TYPES}/{type}`, 'deleteUserDefinedType'),
  operation('search a table', `GET ${ROWS}`, 'Table.rows', 'Row.relatedRows', 'Document.relatedRows'),
  {
    ...operation('get rows by primary key', `GET ${ROWS}/{key}`, 'Table.row', 'Row.relatedRow', 'Document.relatedRow'),
    insteadBy: `GET ${ROWS}`,
  },
  operation('add a row', `POST ${ROWS}`, 'createRow', 'createRows'),
  operation('replace rows', `PUT ${ROWS}/{key}`, 'replaceRow'),
  operation('update part of rows', `PATCH ${ROWS}/{key}`, 'updateRow', 'updateRows'),
  operation('delete rows', `DELETE ${ROWS}/{key}`, 'deleteRow', 'deleteRows', 'deleteRowRange'),
];

const DOCUMENTS: readonly ApiOperation[] = [
  operation('list namespaces', `GET ${NAMESPACES}`, 'Database.namespaces'),
  operation('get a namespace', `GET ${NAMESPACES}/{namespace}`, 'Namespace.replicas'),
  operation('create a namespace', `POST ${NAMESPACES}`, 'createNamespace'),
  operation('delete a namespace', `DELETE ${NAMESPACES}/{namespace}`, 'deleteNamespace'),
  operation(
    'list collections, get one',
    `GET ${COLLECTIONS}`,
    'Query.namespace',
    'Namespace.collections',
    'Namespace.collection',
  ),
  operation('create a collection', `POST ${COLLECTIONS}`, 'createCollection'),
  operation('delete a collection', `DELETE ${COLLECTIONS}/{collection}`, 'deleteCollection'),
  operation('get a JSON schema', `GET ${COLLECTIONS}/{collection}/json-schema`, 'Collection.jsonSchema'),
  operation('set a JSON schema', `PUT ${COLLECTIONS}/{collection}/json-schema`, 'replaceCollectionJsonSchema'),
  operation('search a collection', `GET ${COLLECTIONS}/{collection}`, 'Collection.documents'),
  operation('add a document', `POST ${COLLECTIONS}/{collection}`, 'createDocument'),
  operation('add many documents', `POST ${COLLECTIONS}/{collection}/batch`, 'createDocuments'),
  operation(
    'get a document, search in it',
    `GET ${DOCUMENT}`,
    'Collection.document',
    'Document.data',
    'Document.value',
    'Row.relatedDocument',
    'Document.relatedDocument',
  ),
  operation('replace a document', `PUT ${DOCUMENT}`, 'replaceDocument'),
  operation('update part of a document', `PATCH ${DOCUMENT}`, 'updateDocument'),
  operation('delete a document', `DELETE ${DOCUMENT}`, 'deleteDocument', 'deleteDocuments'),
  operation('get a sub-document, search in it', `GET ${DOCUMENT}/{path}`, 'Document.search'),
  operation('replace a sub-document', `PUT ${DOCUMENT}/{path}`, 'replaceDocument'),
  operation('update part of a sub-document', `PATCH ${DOCUMENT}/{path}`, 'updateDocument'),
  operation('delete a sub-document', `DELETE ${DOCUMENT}/{path}`, 'deleteDocument'),
  operation('call a function on a document', `POST ${DOCUMENT}/function`, 'setInDocument'),
  operation(
    'call a function on a sub-document',
    `POST ${DOCUMENT}/{path}/function`,
    'pushToDocument',
    'popFromDocument',
    'setInDocument',
  ),
];

const DATA: readonly ApiOperation[] = [
  operation('list keyspaces', 'findKeyspaces', 'Database.keyspaces', 'Database.namespaces'),
  operation('create a keyspace', 'createKeyspace', 'createKeyspace', 'createNamespace'),
  operation('delete a keyspace', 'dropKeyspace', 'deleteKeyspace', 'deleteNamespace'),
  operation('list tables', 'listTables', 'Keyspace.tables', 'Keyspace.table', 'Table.columns'),
  operation('create a table', 'createTable', 'createTable'),
  operation('alter a table', 'alterTable', 'createColumn', 'deleteColumn'),
  operation('drop a table', 'dropTable', 'deleteTable'),
  operation('list indexes', 'listIndexes', 'Table.indexes'),
  operation('create an index', 'createIndex', 'createIndex'),
  operation('create an index of vectors', 'createVectorIndex', 'createIndex'),
  operation('drop an index', 'dropIndex', 'deleteIndex'),
  operation('list user-defined types', 'listTypes', 'Keyspace.types', 'Keyspace.type'),
  operation('create a user-defined type', 'createType', 'createUserDefinedType'),
  operation('alter a user-defined type', 'alterType', 'updateUserDefinedType'),
  operation('drop a user-defined type', 'dropType', 'deleteUserDefinedType'),
  operation(
    'list collections',
    'findCollections',
    'Namespace.collections',
    'Namespace.collection',
    'Collection.vector',
  ),
  operation('create a collection', 'createCollection', 'createCollection'),
  operation('delete a collection', 'deleteCollection', 'deleteCollection'),
  operation(
    'find rows or documents',
    'find',
    'Table.rows',
    'Collection.documents',
    'Row.relatedRows',
    'Collection.document',
  ),
  operation('find one row or document', 'findOne', 'Table.row', 'Document.search'),
  operation('insert one', 'insertOne', 'createRow', 'replaceRow', 'createDocument'),
  operation('insert many', 'insertMany', 'createRows', 'createDocuments'),
  operation('update one row', 'updateOne', 'updateRow', 'updateRows'),
  operation(
    'find and update one document',
    'findOneAndUpdate',
    'updateDocument',
    'setInDocument',
    'pushToDocument',
    'popFromDocument',
    'deleteDocument',
  ),
  operation('find and replace one document', 'findOneAndReplace', 'replaceDocument', 'createDocuments'),
  operation('find and delete one document', 'findOneAndDelete', 'deleteDocument', 'deleteDocuments'),
  operation('delete one row', 'deleteOne', 'deleteRow', 'deleteRows'),
  operation('delete many rows', 'deleteMany', 'deleteRowRange'),
  operation('count documents', 'countDocuments', 'Collection.count'),
  operation('estimate the count of documents', 'estimatedDocumentCount', 'Collection.estimatedCount'),
  { ...operation('update many', 'updateMany'), unused: UPDATED_BY_MANY },
  { ...operation('create an index of texts', 'createTextIndex'), unused: 'no field asks for text search' },
  { ...operation('find and rerank', 'findAndRerank'), unused: 'it needs a reranking service, which no field names' },
];

export const API_OPERATIONS: Readonly<Record<string, readonly ApiOperation[]>> = {
  'DevOps API': DEVOPS,
  'REST API': REST,
  'Document API': DOCUMENTS,
  'Data API': DATA,
};
