/** Vectors and counts where a Stargate serves the data: refused by name, with what to do instead, before any data is asked for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Graph, openGraph } from '../support/graph.ts';

let graph: Graph;
const NOTES = 'namespace: "office", collection: "notes"';
const inNotes = (fields: string) => `{ namespace(name: "office") { collection(name: "notes") { ${fields} } } }`;
const inDesks = (fields: string) => `{ keyspace(name: "office") { table(name: "desks") { ${fields} } } }`;

beforeAll(async () => {
  graph = await openGraph();
  await graph.data(`mutation {
    createNamespace(input: {name: "office"}) { created }
    createCollection(input: {namespace: "office", name: "notes"}) { created }
    createDocument(input: {${NOTES}, documentId: "one", data: {n: 1}}) { created }
    createTable(input: {keyspace: "office", name: "desks", columns: [{name: "id", type: "int"}], primaryKey: {partitionKey: ["id"]}}) { created }
  }`);
  await graph.data(inNotes('name'));
  await graph.data(inDesks('name'));
}, 60_000);

afterAll(() => graph.close());

describe('NOT_SUPPORTED is the answer', () => {
  test.each([
    ['documents near', inNotes('documents(near: {vector: [1, 2]}) { nodes { id } }')],
    ['rows near', inDesks('rows(near: {column: "id", vector: [1]}) { nodes { id } }')],
    ['count', inNotes('count { count }')],
    ['estimatedCount', inNotes('estimatedCount')],
  ])('to %s, without a call', async (_, query) => {
    const { codes, errors, calls } = await graph.run(query);
    expect(codes).toEqual(['NOT_SUPPORTED']);
    expect(errors[0]?.message).toMatch(/Data API serves/);
    expect(calls).toHaveLength(0);
  });

  test.each([
    ['a collection', 'createCollection(input: {namespace: "office", name: "v", vector: {dimension: 2}}) { created }'],
    ['an index', 'createIndex(input: {keyspace: "office", table: "desks", column: "id", metric: COSINE}) { created }'],
    ['a new document', `createDocument(input: {${NOTES}, data: {a: 1}, vector: [1]}) { created }`],
    [
      'a new document with an id',
      `createDocument(input: {${NOTES}, documentId: "x", data: {a: 1}, vector: [1]}) { created }`,
    ],
    ['new documents', `createDocuments(input: {${NOTES}, documents: [{a: 1}], vectors: [[1]]}) { results { index } }`],
    [
      'a replacement',
      `replaceDocument(input: {${NOTES}, documentId: "one", data: {a: 1}, vectorText: "t"}) { document { id } }`,
    ],
    ['a change', `updateDocument(input: {${NOTES}, documentId: "one", data: {a: 1}, vector: [1]}) { document { id } }`],
    [
      'a change of nothing else',
      `updateDocument(input: {${NOTES}, documentId: "one", vector: [1]}) { document { id } }`,
    ],
  ])('to vectors of %s, and nothing is written', async (_, mutation) => {
    const { codes, errors, calls } = await graph.run(`mutation { ${mutation} }`);
    expect(codes).toEqual(['NOT_SUPPORTED']);
    expect(errors[0]?.message).toMatch(/Data API serves/);
    expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

test('what has no vectors says so', async () => {
  const { namespace } = await graph.data(inNotes('vector { dimension } document(documentId: "one") { vector }'));
  expect(namespace).toEqual({ collection: { vector: null, document: { vector: null } } });
  const { namespace: listed } = await graph.data(inNotes('documents { edges { similarity node { vector } } }'));
  expect(listed).toEqual({ collection: { documents: { edges: [{ similarity: null, node: { vector: null } }] } } });
});
