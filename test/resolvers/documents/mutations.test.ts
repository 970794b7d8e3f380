/** Documents and their parts: created, replaced, changed and deleted. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Graph, openGraph } from '../support/graph.ts';

let graph: Graph;
const AT = { namespace: 'office', collection: 'notes' };
const CREATE = `mutation ($input: CreateDocumentInput!) {
  createDocument(input: $input) { created document { id documentId data } }
}`;
const REPLACE = 'mutation ($input: ReplaceDocumentInput!) { replaceDocument(input: $input) { document { data } } }';
const UPDATE = 'mutation ($input: UpdateDocumentInput!) { updateDocument(input: $input) { document { data } } }';
const DELETE = `mutation ($input: DeleteDocumentInput!) {
  deleteDocument(input: $input) { deletedId deletedPath document { data } }
}`;
const CREATE_MANY = `mutation ($input: CreateDocumentsInput!) {
  createDocuments(input: $input) { results { index documentId document { data } error { code message } } }
}`;
const DELETE_MANY = `mutation ($input: DeleteDocumentsInput!) {
  deleteDocuments(input: $input) { results { index deletedId error { code } } }
}`;

beforeAll(async () => {
  graph = await openGraph({ limits: { maxItems: 50 } });
  await graph.data(`mutation {
    createNamespace(input: {name: "office"}) { created }
    createCollection(input: {namespace: "office", name: "notes"}) { created }
  }`);
}, 60_000);

afterAll(() => graph.close());

const put = (documentId: string, data: object) => graph.data(REPLACE, { input: { ...AT, documentId, data } });

test('createDocument makes an id, or takes one that is free', async () => {
  expect((await graph.run(CREATE, { input: { ...AT, data: { a: 1 } } })).data.createDocument).toEqual({
    created: true,
    document: { id: expect.any(String), documentId: expect.stringMatching(/^[0-9a-f-]{36}$/), data: { a: 1 } },
  });
  const input = { ...AT, documentId: 'own', data: { a: 1 } };
  expect((await graph.run(CREATE, { input })).data.createDocument).toMatchObject({
    created: true,
    document: { documentId: 'own' },
  });
  expect((await graph.run(CREATE, { input })).codes).toEqual(['CONFLICT']);
  const kept = await graph.run(CREATE, { input: { ...input, data: { a: 2 }, ifNotExists: true } });
  expect(kept.data.createDocument).toMatchObject({ created: false, document: { data: { a: 1 } } });
});

test('createDocument names what is wrong', async () => {
  for (const data of [{}, [], 5, 'text']) {
    expect((await graph.run(CREATE, { input: { ...AT, data } })).codes).toEqual(['BAD_USER_INPUT']);
  }
  const never = await graph.run(CREATE, { input: { ...AT, data: { a: 1 }, ttlSeconds: 0 } });
  expect(never.errors).toMatchObject([{ message: expect.stringContaining('"ttlSeconds" is 0') }]);
  const nowhere = { ...AT, namespace: 'nosuch', data: { a: 1 } };
  expect((await graph.run(CREATE, { input: nowhere })).codes).toEqual(['NOT_FOUND']);
});

test('a payload that selects ids alone costs no read', async () => {
  const query =
    'mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { document { id documentId } } }';
  const { calls } = await graph.run(query, { input: { ...AT, data: { a: 1 } } });
  expect(calls.filter(({ method, target }) => method === 'GET' && target.includes('/collections/notes/'))).toEqual([]);
});

test('replaceDocument replaces a document or a part, with null too', async () => {
  await put('r', { a: { b: 1, c: 2 }, d: 3 });
  const input = { ...AT, documentId: 'r' };
  expect((await graph.run(REPLACE, { input: { ...input, path: 'a.b', data: null } })).data.replaceDocument).toEqual({
    document: { data: { a: { b: null, c: 2 }, d: 3 } },
  });
  expect((await graph.run(REPLACE, { input: { ...input, data: { e: 4 } } })).data.replaceDocument).toEqual({
    document: { data: { e: 4 } },
  });
  expect((await graph.run(REPLACE, { input })).codes).toEqual(['BAD_USER_INPUT']);
  const bothTtl = await graph.run(REPLACE, { input: { ...input, path: 'a', data: 1, ttlSeconds: 9 } });
  expect(bothTtl.codes).toEqual(['BAD_USER_INPUT']);
  expect((await graph.run(REPLACE, { input: { ...input, data: { a: 1 }, keepTtl: true } })).codes).toEqual([
    'BAD_USER_INPUT',
  ]);
});

test('updateDocument merges one level', async () => {
  await put('u', { a: { b: 1 }, c: 2 });
  const input = { ...AT, documentId: 'u' };
  expect((await graph.run(UPDATE, { input: { ...input, data: { a: { d: 3 } } } })).data.updateDocument).toEqual({
    document: { data: { a: { d: 3 }, c: 2 } },
  });
  expect((await graph.run(UPDATE, { input: { ...input, path: 'a', data: { e: 4 } } })).data.updateDocument).toEqual({
    document: { data: { a: { d: 3, e: 4 }, c: 2 } },
  });
  expect((await graph.run(UPDATE, { input: { ...input, data: {} } })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await graph.run(UPDATE, { input: { ...input, path: 'a.*', data: 1 } })).codes).toEqual(['BAD_USER_INPUT']);
});

test('deleteDocument deletes a document or a part, and tells when there is none', async () => {
  await put('d', { a: { b: null, c: 2 }, list: [1, 2] });
  const input = { ...AT, documentId: 'd' };
  expect((await graph.run(DELETE, { input: { ...input, path: 'a.b' } })).data.deleteDocument).toEqual({
    deletedId: null,
    deletedPath: 'a.b',
    document: { data: { a: { c: 2 }, list: [1, 2] } },
  });
  expect((await graph.run(DELETE, { input: { ...input, path: 'list.[1]' } })).data.deleteDocument).toMatchObject({
    deletedPath: 'list.[1]',
  });
  expect((await graph.run(DELETE, { input: { ...input, path: 'a.b' } })).codes).toEqual(['NOT_FOUND']);
  const unharmed = await graph.run(DELETE, { input: { ...input, path: 'a.b', ifExists: true } });
  expect(unharmed.data.deleteDocument).toMatchObject({ deletedPath: null, document: { data: { list: [1] } } });
  const whole = await graph.run(DELETE, { input });
  expect(whole.data.deleteDocument).toEqual({ deletedId: expect.any(String), deletedPath: null, document: null });
  expect((await graph.run(DELETE, { input })).codes).toEqual(['NOT_FOUND']);
  expect((await graph.run(DELETE, { input: { ...input, ifExists: true } })).data.deleteDocument).toMatchObject({
    deletedId: null,
  });
});

test('a later mutation does not believe what an earlier payload read', async () => {
  await put('seq', { a: 1, b: 2 });
  const at = 'namespace: "office", collection: "notes", documentId: "seq"';
  const { data, errors } = await graph.run(`mutation {
    setInDocument(input: {${at}, values: {c: 3}}) { document { data(fields: ["a"]) } }
    deleteDocument(input: {${at}, path: "b"}) { deletedPath document { data(fields: ["a", "b", "c"]) } }
  }`);
  expect(errors).toEqual([]);
  expect(data.deleteDocument).toEqual({ deletedPath: 'b', document: { data: { a: 1, c: 3 } } });
});

test('createDocuments with ids of its own, and with ids from the documents', async () => {
  const free = await graph.run(CREATE_MANY, { input: { ...AT, documents: [{ n: 1 }, {}, { n: 3 }] } });
  expect(free.data.createDocuments).toMatchObject({
    results: [
      { index: 0, documentId: expect.any(String), document: { data: { n: 1 } }, error: null },
      { index: 1, documentId: null, document: null, error: { code: 'BAD_USER_INPUT' } },
      { index: 2, document: { data: { n: 3 } }, error: null },
    ],
  });
  const query =
    'mutation ($input: CreateDocumentsInput!) { createDocuments(input: $input) { results { documentId error { code } } } }';
  const batch = { ...AT, idPath: 'k.id', documents: [{ k: { id: 'b1' } }, { k: { id: 7 } }] };
  const { data, calls } = await graph.run(query, { input: batch });
  expect(data.createDocuments).toEqual({
    results: [
      { documentId: 'b1', error: null },
      { documentId: '7', error: null },
    ],
  });
  expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('createDocuments refuses ids that occur twice', async () => {
  const documents = [{ id: 'x' }, { id: 7 }, { id: '7' }];
  const { errors, calls } = await graph.run(CREATE_MANY, { input: { ...AT, idPath: 'id', documents } });
  expect(errors).toMatchObject([{ message: expect.stringContaining('7'), extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(calls.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('deleteDocuments tells for each id how it ended', async () => {
  await put('m1', { a: 1 });
  await put('m2', { a: 1 });
  const { data } = await graph.run(DELETE_MANY, { input: { ...AT, documentIds: ['m1', 'none', 'm2'] } });
  expect(data.deleteDocuments).toEqual({
    results: [
      { index: 0, deletedId: expect.any(String), error: null },
      { index: 1, deletedId: null, error: { code: 'NOT_FOUND' } },
      { index: 2, deletedId: expect.any(String), error: null },
    ],
  });
  const twice = await graph.run(DELETE_MANY, { input: { ...AT, documentIds: ['m1', 'm1'] } });
  expect(twice.errors).toMatchObject([{ message: expect.stringContaining('"m1"') }]);
});

test('push, pop and set', async () => {
  await put('f', { list: [1], other: 0 });
  const at = { ...AT, documentId: 'f', path: 'list' };
  const push = 'mutation ($input: PushToDocumentInput!) { pushToDocument(input: $input) { value document { data } } }';
  expect((await graph.run(push, { input: { ...at, value: { x: 2 } } })).data.pushToDocument).toEqual({
    value: [1, { x: 2 }],
    document: { data: { list: [1, { x: 2 }], other: 0 } },
  });
  const pop = 'mutation ($input: PopFromDocumentInput!) { popFromDocument(input: $input) { value document { data } } }';
  expect((await graph.run(pop, { input: at })).data.popFromDocument).toEqual({
    value: { x: 2 },
    document: { data: { list: [1], other: 0 } },
  });
  const set = 'mutation ($input: SetInDocumentInput!) { setInDocument(input: $input) { document { data } } }';
  const values = { 'a.b': 1, 'list.[1]': null };
  expect((await graph.run(set, { input: { ...AT, documentId: 'f', values } })).data.setInDocument).toEqual({
    document: { data: { a: { b: 1 }, list: [1, null], other: 0 } },
  });
  expect((await graph.run(push, { input: { ...at, path: 'none' } })).codes).toEqual(['NOT_FOUND']);
  expect((await graph.run(pop, { input: { ...at, path: 'other' } })).codes).toEqual(['BAD_USER_INPUT']);
  for (const wrong of [{}, { a: { c: 1 }, 'a.d': 2 }, { 'a..b': 1 }]) {
    const { codes } = await graph.run(set, { input: { ...AT, documentId: 'f', values: wrong } });
    expect(codes).toEqual(['BAD_USER_INPUT']);
  }
});
