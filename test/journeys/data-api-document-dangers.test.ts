/** What a Data API would misread or do silently with documents, kept away from it: watched in what reaches it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { watchCommands } from '../support/commands.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';

const count = (n: number) => Array.from({ length: n }, (_, index) => index);

const watch = watchCommands();
let gateway: RunningGateway;
let ids: readonly string[];

beforeAll(async () => {
  gateway = await startGateway({ api: 'data', upstream: { fetch: watch.fetch }, emulator: { dataPageSize: 20 } });
  await run(`mutation {
    keyspace: createKeyspace(input: { name: "shop" }) { created }
    notes: createCollection(input: { namespace: "shop", name: "notes" }) { created }
    points: createCollection(input: { namespace: "shop", name: "points", vector: { dimension: 2 } }) { created } }`);
  const documents = count(105).map((n) => ({ n, odd: n % 2, tags: [n] }));
  const { data } = await run(
    `mutation ($documents: [JSON!]!) {
      createDocuments(input: { namespace: "shop", collection: "notes", documents: $documents }) { results { documentId } } }`,
    { documents },
  );
  ids = data.createDocuments.results.map(({ documentId }: { documentId: string }) => documentId);
}, 60_000);

afterAll(() => gateway.close());

beforeEach(() => watch.clear());

const notes = (fields: string) => `{ namespace(name: "shop") { collection(name: "notes") { ${fields} } } }`;
const points = (fields: string) => `{ namespace(name: "shop") { collection(name: "points") { ${fields} } } }`;

test.each([10, 20, 60, 105])('by first %s: all documents once, and never a limit', async (first) => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const list = `documents(first: ${first}, after: $after) { nodes { documentId } pageInfo { hasNextPage endCursor } }`;
    const { data } = await run(`query ($after: String) ${notes(list)}`, { after });
    const { nodes, pageInfo } = data.namespace.collection.documents;
    seen.push(...nodes.map(({ documentId }: { documentId: string }) => documentId));
    expect(pageInfo.hasNextPage).toBe(seen.length < 105);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect([...seen].sort()).toEqual([...ids].sort());
  for (const { body } of watch.sent) expect(body.options ?? {}).not.toHaveProperty('limit');
});

test('a cursor goes on with its own filter alone', async () => {
  const list = (args: string) => notes(`documents(first: 20${args}) { nodes { documentId } pageInfo { endCursor } }`);
  const { data } = await run(list(', where: { path: "odd", eq: 1 }'));
  const cursor = data.namespace.collection.documents.pageInfo.endCursor;
  watch.clear();
  for (const other of ['', ', where: { path: "odd", eq: 0 }', ', where: { path: "odd", gte: 1 }']) {
    expect(await refusal(list(`${other}, after: "${cursor}"`))).toMatchObject({ code: 'INVALID_CURSOR' });
  }
  expect(watch.sent.filter(({ name }) => name === 'find')).toEqual([]);
});

describe('conditions', () => {
  test('one without an operator, and none at all, are refused', async () => {
    for (const where of ['{}', '{ path: "n" }', '{ and: [] }', '{ or: [] }', '{ not: {} }', '{ and: [{}] }']) {
      const query = notes(`documents(where: ${where}) { nodes { documentId } }`);
      expect(await refusal(query), where).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    expect(watch.sent.filter(({ name }) => name === 'find')).toEqual([]);
  });

  test('those of one entry of "or" hold together, though upstream flattens them', async () => {
    const where = '{ or: [{ and: [{ path: "odd", eq: 1 }, { path: "n", lt: 4 }] }, { path: "n", gte: 103, lt: 104 }] }';
    const { data } = await run(notes(`documents(where: ${where}, first: 100) { nodes { value(path: "n") } }`));
    const found = data.namespace.collection.documents.nodes.map(({ value }: { value: number }) => value);
    expect(found.sort((a: number, b: number) => a - b)).toEqual([1, 3, 103]);
  });

  test('nothing that reaches upstream is an empty condition or list of conditions', async () => {
    for (const where of [
      '{ not: { path: "odd", eq: 1 } }',
      '{ path: "n", gt: 100 }',
      '{ and: [{ path: "n", eq: 1 }] }',
    ]) {
      await run(notes(`documents(where: ${where}) { nodes { documentId } }`));
    }
    const { data } = await run(notes('documents(where: { path: "n", in: [] }) { nodes { documentId } }'));
    expect(data.namespace.collection.documents.nodes).toEqual([]);
    for (const { body } of watch.sent) {
      expect(JSON.stringify(body.filter ?? {})).not.toMatch(/:(\{\}|\[\])/);
    }
  });
});

test('ids alone are read by a projection that restricts', async () => {
  await run(notes('documents(first: 5) { nodes { documentId } }'));
  const projection = watch.sent.find(({ name }) => name === 'find')?.body.projection ?? {};
  expect(Object.keys(projection).length).toBeGreaterThan(1);
});

describe('writes', () => {
  test('each names its document', async () => {
    const input = `namespace: "shop", collection: "notes", documentId: "${ids[0]}"`;
    await run(`mutation {
      a: updateDocument(input: { ${input}, data: { x: 1 } }) { document { documentId } }
      b: pushToDocument(input: { ${input}, path: "tags", value: 2 }) { value }
      c: popFromDocument(input: { ${input}, path: "tags" }) { value }
      d: setInDocument(input: { ${input}, values: { y: 1 } }) { document { documentId } }
      e: replaceDocument(input: { ${input}, data: { z: 1 } }) { document { documentId } }
      f: deleteDocument(input: { ${input}, path: "z" }) { deletedPath }
      g: deleteDocument(input: { ${input} }) { deletedId } }`);
    const writes = watch.sent.filter(({ name }) => /update|replace|delete|Update|Replace|Delete/.test(name));
    expect(writes.length).toBeGreaterThanOrEqual(6);
    for (const { name, body } of writes) expect(JSON.stringify(body.filter._id ?? null), name).toContain(ids[0]);
  });

  test.each([
    ['a name that begins with $', '{ data: { "$x": 1 } }'],
    ['such a name below', '{ data: { a: { "$x": 1 } } }'],
    ['an empty name', '{ data: { "": 1 } }'],
    ['an _id of its own', '{ data: { "_id": "x" } }'],
  ])('%s is refused before it is sent', async (_, text) => {
    const value = text.slice('{ data: '.length, -2);
    const answer = await gateway.query(
      `mutation ($data: JSON!) { createDocument(input: { namespace: "shop", collection: "notes", documentId: "bad", data: $data }) { created } }`,
      { data: JSON.parse(value.replace(/(\w+):/g, '"$1":')) },
    );
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(watch.sent.filter(({ name }) => name === 'insertOne')).toEqual([]);
  });
});

describe('vectors', () => {
  test.each([
    ['another dimension', 'documents(near: { vector: [1, 2, 3] })'],
    ['near with after', 'documents(near: { vector: [1, 2] }, after: "x")'],
    ['more than a search finds', 'documents(near: { vector: [1, 2] }, first: 1001)'],
    ['neither a vector nor a text', 'documents(near: {})'],
  ])('%s is refused before it is sent', async (_, field) => {
    const { code } = await refusal(points(`${field} { nodes { documentId } }`));
    expect(['BAD_USER_INPUT', 'INVALID_CURSOR']).toContain(code);
    expect(watch.sent.filter(({ name }) => name === 'find')).toEqual([]);
  });

  test('a search in a collection without vectors is refused', async () => {
    const query = notes('documents(near: { vector: [1, 2] }) { nodes { documentId } }');
    expect((await refusal(query)).code).toMatch(/BAD_USER_INPUT|NOT_SUPPORTED/);
    expect(watch.sent.filter(({ name }) => name === 'find')).toEqual([]);
  });

  test('a vector of another dimension is not written', async () => {
    const query = `mutation { createDocument(input: { namespace: "shop", collection: "points", data: { n: 1 }, vector: [1, 2, 3] }) { created } }`;
    expect(await refusal(query)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('a search has one page, with a limit, and no cursor follows', async () => {
    await run(`mutation { createDocuments(input: { namespace: "shop", collection: "points", documents: [{ n: 1 }, { n: 2 }],
      vectors: [[1, 0], [0, 1]] }) { results { documentId } } }`);
    watch.clear();
    const { data } = await run(
      points(
        'documents(near: { vector: [1, 0.1] }, first: 1) { edges { similarity node { value(path: "n") } } pageInfo { hasNextPage } }',
      ),
    );
    const { edges, pageInfo } = data.namespace.collection.documents;
    expect([edges[0].node.value, pageInfo.hasNextPage]).toEqual([1, false]);
    expect(edges[0].similarity).toBeGreaterThan(0.9);
    expect(watch.sent.at(-1)?.body.options).toEqual({ limit: 1, includeSimilarity: true });
  });
});

describe('ids of kinds that others have written', () => {
  const ODD = [
    1,
    true,
    null,
    { $date: 1767323045000 },
    { $objectId: '507f191e810c19729de860ea' },
    { $uuid: '550e8400-e29b-41d4-a716-446655440000' },
  ];

  test('each has one text, by which it is found again', async () => {
    const { sampleDatabase, applicationToken } = gateway.emulator;
    const url = `${gateway.emulatorUrl}/${sampleDatabase.databaseId}-${sampleDatabase.region}/api/json/v1/shop`;
    const headers = { token: applicationToken, 'content-type': 'application/json' };
    const post = (path: string, body: object) =>
      fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    await run('mutation { createCollection(input: { namespace: "shop", name: "odd" }) { created } }');
    await post('/odd', { insertMany: { documents: ODD.map((_id, n) => ({ _id, n })) } });
    const odd = (fields: string) => `{ namespace(name: "shop") { collection(name: "odd") { ${fields} } } }`;
    const { data } = await run(odd('documents(first: 10) { nodes { documentId value(path: "n") } }'));
    const nodes: { documentId: string; value: number }[] = data.namespace.collection.documents.nodes;
    expect(new Set(nodes.map(({ documentId }) => documentId)).size).toBe(ODD.length);
    for (const { documentId, value } of nodes) {
      const found = await run(odd(`document(documentId: ${JSON.stringify(documentId)}) { value(path: "n") }`));
      expect(found.data.namespace.collection.document?.value, documentId).toBe(value);
    }
  });
});

/** The extensions of the first error. */
async function refusal(query: string): Promise<Record<string, unknown>> {
  const { errors } = await gateway.query(query);
  expect(errors, query).toBeDefined();
  return errors?.[0]?.extensions ?? {};
}

async function run(document: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer> {
  const answer = await gateway.query(document, variables);
  expect(answer.errors).toBeUndefined();
  return answer;
}
