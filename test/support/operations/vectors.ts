/** What the Data API alone can do: vectors and counts. */
import { expect } from 'vitest';
import { items, notes, notesAre, type Operation, table } from './operation.ts';

const quotes = (fields: string) => `{ namespace(name: "shop") { collection(name: "quotes") { ${fields} } } }`;
const QUOTES = 'namespace: "shop", collection: "quotes"';
const NEW_NOTE =
  'createDocument(input: { namespace: "shop", collection: "notes", data: { a: 1 }, vector: [1, 0] }) { created }';

export const VECTOR_OPERATIONS: readonly Operation[] = [
  {
    api: 'data',
    name: 'create a collection with vectors',
    capability: 'VECTOR_SEARCH',
    needs: ['add a keyspace'],
    query: () =>
      'mutation { createCollection(input: { namespace: "shop", name: "quotes", vector: { dimension: 2, metric: COSINE } }) { collection { vector { dimension metric service } } } }',
    data: { createCollection: { collection: { vector: { dimension: 2, metric: 'COSINE', service: null } } } },
  },
  {
    api: 'data',
    name: 'add a document with a vector',
    capability: 'VECTOR_SEARCH',
    needs: ['create a collection', 'create a collection with vectors'],
    query: () =>
      `mutation { createDocument(input: { ${QUOTES}, documentId: "one", data: { n: 1 }, vector: [1, 0] }) { document { vector } } }`,
    data: { createDocument: { document: { vector: [1, 0] } } },
    lacking: `mutation { ${NEW_NOTE} }`,
  },
  {
    api: 'data',
    name: 'add documents with vectors',
    capability: 'VECTOR_SEARCH',
    needs: ['create a collection', 'create a collection with vectors'],
    query: () =>
      `mutation { createDocuments(input: { ${QUOTES}, idPath: "key", documents: [{ key: "two" }, { key: "three" }], vectors: [[0, 1], null] }) { results { document { vector } error { message } } } }`,
    data: {
      createDocuments: {
        results: [
          { document: { vector: [0, 1] }, error: null },
          { document: { vector: null }, error: null },
        ],
      },
    },
    lacking:
      'mutation { createDocuments(input: { namespace: "shop", collection: "notes", documents: [{ a: 1 }], vectors: [[1]] }) { results { index } } }',
  },
  {
    api: 'data',
    name: 'replace the vector of a document',
    capability: 'VECTOR_SEARCH',
    needs: ['create a collection', 'add a document with a vector'],
    query: () =>
      `mutation { updateDocument(input: { ${QUOTES}, documentId: "one", vector: [0, 1] }) { document { vector data } } replaceDocument(input: { ${QUOTES}, documentId: "one", data: { n: 2 }, vector: [1, 1] }) { document { vector data } } }`,
    data: {
      updateDocument: { document: { vector: [0, 1], data: { n: 1 } } },
      replaceDocument: { document: { vector: [1, 1], data: { n: 2 } } },
    },
    lacking:
      'mutation { updateDocument(input: { namespace: "shop", collection: "notes", documentId: "one", vector: [0, 1] }) { document { id } } }',
  },
  {
    api: 'data',
    name: 'search a collection by a vector',
    capability: 'VECTOR_SEARCH',
    needs: ['create a collection', 'add a document with a vector', 'add documents with vectors'],
    query: () =>
      quotes('documents(near: { vector: [1, 0] }, first: 1) { edges { similarity node { documentId vector } } }'),
    data: {
      namespace: {
        collection: { documents: { edges: [{ similarity: 1, node: { documentId: 'one', vector: [1, 0] } }] } },
      },
    },
    lacking: notes('documents(near: { vector: [1, 0] }) { nodes { id } }'),
  },
  {
    api: 'data',
    name: 'count documents',
    capability: 'DOCUMENT_COUNT',
    needs: ['add documents at once'],
    query: () => notes('count(where: { path: "n", eq: 1 }) { count isExact } all: count { count isExact }'),
    data: notesAre({ count: { count: 1, isExact: true }, all: { count: 2, isExact: true } }),
    lacking: notes('count { count }'),
  },
  {
    api: 'data',
    name: 'estimate how many documents there are',
    capability: 'DOCUMENT_COUNT',
    needs: ['create a collection'],
    query: () => notes('estimatedCount'),
    data: notesAre({ estimatedCount: expect.any(Number) }),
  },
  {
    api: 'data',
    name: 'create an index of vectors',
    capability: 'VECTOR_SEARCH',
    needs: ['create a table', 'create a table with vectors'],
    query: () =>
      'mutation { createIndex(input: { keyspace: "shop", table: "places", column: "at", metric: EUCLIDEAN }) { created } }',
    data: { createIndex: { created: true } },
    lacking: `mutation { createIndex(input: { ${items}, column: "v", metric: EUCLIDEAN }) { created } }`,
  },
  {
    api: 'data',
    name: 'create a table with vectors',
    needs: ['add a keyspace'],
    query: () =>
      'mutation { createTable(input: { keyspace: "shop", name: "places", columns: [{ name: "id", type: "int" }, { name: "at", type: "vector<float, 2>" }], primaryKey: { partitionKey: ["id"] } }) { created } }',
    data: { createTable: { created: true } },
  },
  {
    api: 'data',
    name: 'search a table by a vector',
    capability: 'VECTOR_SEARCH',
    needs: ['create a table', 'create an index of vectors'],
    query: () =>
      'mutation { createRow(input: { keyspace: "shop", table: "places", values: { id: 1, at: [1, 0] } }) { row { table { rows(near: { column: "at", vector: [1, 0] }) { edges { similarity node { key } } } } } } }',
    data: { createRow: { row: { table: { rows: { edges: [{ similarity: 1, node: { key: { id: 1 } } }] } } } } },
    lacking: table('rows(near: { column: "v", vector: [1] }) { nodes { id } }'),
  },
];
