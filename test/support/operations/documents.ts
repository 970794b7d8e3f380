/** Namespaces, collections and documents. */
import { expect } from 'vitest';
import { NOTES, noteOne, notes, notesAre, type Operation } from './operation.ts';

export const DOCUMENT_OPERATIONS: readonly Operation[] = [
  {
    api: 'document',
    name: 'search a collection by a pattern',
    capability: 'DOCUMENT_PATTERNS',
    needs: ['add documents at once'],
    query: () => notes('documents(where: { path: "*.[1]", eq: 2 }) { nodes { documentId } }'),
    data: notesAre({ documents: { nodes: [{ documentId: 'one' }] } }),
    call: new RegExp(`^GET ${NOTES}\\?where=`),
  },
  {
    api: 'document',
    name: 'list namespaces',
    needs: ['add a keyspace'],
    query: () => '{ database { namespaces { name } } }',
    data: { database: { namespaces: expect.arrayContaining([{ name: 'shop' }]) } },
    call: /^GET \/v2\/schemas\/namespaces$/,
  },
  {
    api: 'document',
    name: 'get a namespace',
    needs: ['add a keyspace'],
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
    needs: ['create a namespace'],
    query: () => 'mutation { deleteNamespace(input: { namespace: "more" }) { deletedId } }',
    data: { deleteNamespace: { deletedId: expect.any(String) } },
    call: /^DELETE \/v2\/databases\/[\w-]+\/keyspaces\/more$/,
  },
  {
    api: 'document',
    name: 'create a collection',
    needs: ['add a keyspace'],
    query: () => 'mutation { createCollection(input: { namespace: "shop", name: "notes" }) { created } }',
    data: { createCollection: { created: true } },
    call: /^POST \/v2\/namespaces\/shop\/collections$/,
  },
  {
    api: 'document',
    name: 'list collections',
    needs: ['create a collection'],
    query: () => '{ namespace(name: "shop") { collections { name } } }',
    data: { namespace: { collections: [{ name: 'notes' }] } },
    call: /^GET \/v2\/namespaces\/shop\/collections$/,
  },
  {
    api: 'document',
    name: 'get a collection',
    needs: ['create a collection'],
    query: () => notes('name namespaceName'),
    data: notesAre({ name: 'notes', namespaceName: 'shop' }),
  },
  {
    api: 'document',
    name: 'add a document',
    needs: ['create a collection'],
    query: () =>
      'mutation { createDocument(input: { namespace: "shop", collection: "notes", data: { n: 0 } }) { document { documentId data } } }',
    data: { createDocument: { document: { data: { n: 0 } } } },
    call: new RegExp(`^POST ${NOTES}$`),
  },
  {
    api: 'document',
    name: 'add a document with a time to live',
    capability: 'DOCUMENT_TTL',
    needs: ['create a collection'],
    query: () =>
      'mutation { createDocument(input: { namespace: "shop", collection: "notes", data: { n: 0 }, ttlSeconds: 1000 }) { document { documentId data } } }',
    data: { createDocument: { document: { data: { n: 0 } } } },
    call: new RegExp(`^POST ${NOTES}\\?ttl=1000$`),
  },
  {
    api: 'document',
    name: 'add documents at once',
    needs: ['create a collection'],
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
    needs: ['add documents at once'],
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
    needs: ['add documents at once'],
    query: () => notes('document(documentId: "one") { data }'),
    data: notesAre({ document: { data: { author: 2, key: 'one', list: [1, 2], n: 1 } } }),
    call: new RegExp(`^GET ${NOTES}/one$`),
  },
  {
    api: 'document',
    name: 'get a sub-document',
    needs: ['add documents at once'],
    query: () => notes('document(documentId: "one") { value(path: "list.[1]") }'),
    data: notesAre({ document: { value: 2 } }),
    call: new RegExp(`^GET ${NOTES}/one\\?fields=`),
  },
  {
    api: 'document',
    name: 'update part of a document',
    needs: ['add documents at once'],
    query: () =>
      `mutation { updateDocument(input: { ${noteOne}, data: { extra: { a: 1 } } }) { document { value(path: "extra.a") } } }`,
    data: { updateDocument: { document: { value: 1 } } },
    call: new RegExp(`^PATCH ${NOTES}/one$`),
  },
  {
    api: 'document',
    name: 'replace a sub-document',
    needs: ['update part of a document'],
    query: () =>
      `mutation { replaceDocument(input: { ${noteOne}, path: "extra.b", data: [1] }) { document { value(path: "extra") } } }`,
    data: { replaceDocument: { document: { value: { a: 1, b: [1] } } } },
    call: new RegExp(`^PUT ${NOTES}/one/extra/b$`),
  },
  {
    api: 'document',
    name: 'update part of a sub-document',
    needs: ['replace a sub-document'],
    query: () =>
      `mutation { updateDocument(input: { ${noteOne}, path: "extra", data: { a: 2 } }) { document { value(path: "extra") } } }`,
    data: { updateDocument: { document: { value: { a: 2, b: [1] } } } },
    call: new RegExp(`^PATCH ${NOTES}/one/extra$`),
  },
  {
    api: 'document',
    name: 'delete a sub-document',
    needs: ['update part of a document'],
    query: () => `mutation { deleteDocument(input: { ${noteOne}, path: "extra" }) { deletedPath document { data } } }`,
    data: { deleteDocument: { deletedPath: 'extra' } },
    call: new RegExp(`^DELETE ${NOTES}/one/extra$`),
  },
  {
    api: 'document',
    name: '$push',
    capability: 'DOCUMENT_FUNCTIONS',
    needs: ['add documents at once'],
    query: () => `mutation { pushToDocument(input: { ${noteOne}, path: "list", value: 3 }) { value } }`,
    data: { pushToDocument: { value: [1, 2, 3] } },
    call: new RegExp(`^POST ${NOTES}/one/list/function$`),
  },
  {
    api: 'document',
    name: '$pop',
    capability: 'DOCUMENT_FUNCTIONS',
    needs: ['$push'],
    query: () => `mutation { popFromDocument(input: { ${noteOne}, path: "list" }) { value } }`,
    data: { popFromDocument: { value: 3 } },
    call: new RegExp(`^POST ${NOTES}/one/list/function$`),
  },
  {
    api: 'document',
    name: '$set',
    capability: 'DOCUMENT_FUNCTIONS',
    needs: ['add documents at once'],
    query: () =>
      `mutation { setInDocument(input: { ${noteOne}, values: { n: 9 } }) { document { value(path: "n") } } }`,
    data: { setInDocument: { document: { value: 9 } } },
    call: new RegExp(`^POST ${NOTES}/one/function$`),
  },
  {
    api: 'document',
    name: 'search in a document',
    needs: ['add documents at once'],
    query: () =>
      notes('document(documentId: "one") { search(where: { path: "list.[0]", lt: 5 }) { nodes { path data } } }'),
    data: notesAre({ document: { search: { nodes: [{ path: 'list.[0]', data: 1 }] } } }),
    call: new RegExp(`^GET ${NOTES}/one\\?where=`),
  },
  {
    api: 'document',
    name: 'replace a document',
    needs: ['add documents at once'],
    query: () => `mutation { replaceDocument(input: { ${noteOne}, data: { all: "new" } }) { document { data } } }`,
    data: { replaceDocument: { document: { data: { all: 'new' } } } },
    call: new RegExp(`^PUT ${NOTES}/one$`),
  },
  {
    api: 'document',
    name: 'JSON schema',
    capability: 'JSON_SCHEMA',
    needs: ['create a collection'],
    query: () =>
      'mutation { replaceCollectionJsonSchema(input: { namespace: "shop", collection: "notes", jsonSchema: { type: "object" } }) { collection { jsonSchema } } }',
    data: { replaceCollectionJsonSchema: { collection: { jsonSchema: { type: 'object' } } } },
    call: new RegExp(`^PUT ${NOTES}/json-schema$`),
  },
  {
    api: 'document',
    name: 'delete documents',
    needs: ['add documents at once'],
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
    needs: ['create a collection'],
    query: () => 'mutation { deleteCollection(input: { namespace: "shop", collection: "notes" }) { deletedId } }',
    data: { deleteCollection: { deletedId: expect.any(String) } },
    call: new RegExp(`^DELETE ${NOTES}$`),
  },
];
