/** Parts, lists and batches of documents: what is written in one place is found there, and nothing beside it changes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphQLAnswer } from '../support/gateway.ts';
import { asText, KEYSPACE, openRoundTrip, type RoundTrip } from './graph.ts';
import { hostileTexts } from './hostile.ts';

let trip: RoundTrip;
const AT = { namespace: KEYSPACE, collection: 'notes' };

beforeAll(async () => {
  trip = await openRoundTrip();
  await trip.data(`mutation { createCollection(input: {namespace: "${KEYSPACE}", name: "notes"}) { created } }`);
}, 60_000);
afterAll(() => trip.close());

const run = (name: string, input: object, selection = 'document { data }') =>
  trip.query(
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`,
    { input },
  );
const codeOf = ({ errors }: GraphQLAnswer) => errors?.[0]?.extensions.code;
const escaped = (name: string) => name.replace(/[\\.,*[\]]/g, '\\$&');

async function dataOf(documentId: string): Promise<Record<string, unknown>> {
  const query = `query ($documentId: ID!) { namespace(name: "${KEYSPACE}") { collection(name: "notes") { document(documentId: $documentId) { data } } } }`;
  return (await trip.data(query, { documentId })).namespace.collection.document?.data;
}

const stored = hostileTexts.filter((name) => !/[[\]'\\]/.test(name) && name !== '');

describe('lists under any name', () => {
  test('are pushed to and popped from, or refused', async () => {
    const id = { ...AT, documentId: 'lists' };
    const data: Record<string, number[]> = Object.fromEntries(stored.map((name, n) => [name, [n]]));
    expect(codeOf(await run('createDocument', { ...id, data }))).toBeUndefined();
    const refused: string[] = [];
    for (const name of stored) {
      const pushed = await run(
        'pushToDocument',
        { ...id, path: escaped(name), value: name },
        'value document { data }',
      );
      // Upstream takes a star for a wildcard, and finds the list only where no other name comes before it.
      if (codeOf(pushed) === 'BAD_USER_INPUT' || (name === '*' && codeOf(pushed) === 'NOT_FOUND')) {
        refused.push(name);
        expect(sorted(await dataOf('lists')), name).toEqual(sorted(data));
        continue;
      }
      const expected = { ...data, ...Object.fromEntries([[name, [...(data[name] ?? []), name]]]) };
      expect(codeOf(pushed), `${name} ${pushed.errors?.[0]?.message}`).toBeUndefined();
      expect(sorted(pushed.data.pushToDocument.document.data), name).toEqual(sorted(expected));
      const popped = await run('popFromDocument', { ...id, path: escaped(name) }, 'value');
      expect(popped.data?.popFromDocument.value, popped.errors?.[0]?.message).toBe(name);
      expect(sorted(await dataOf('lists')), name).toEqual(sorted(data));
    }
    expect(
      refused.every((name) => /[,/]|^\.{1,2}$|^\*$/.test(name)),
      asText(refused),
    ).toBe(true);
  });

  test('are set, or refused', async () => {
    const id = { ...AT, documentId: 'set' };
    const members = new Map<string, unknown>([['first', 0]]);
    await run('createDocument', { ...id, data: { first: 0 } });
    const refused: string[] = [];
    for (const [n, name] of stored.entries()) {
      const set = await run('setInDocument', { ...id, values: Object.fromEntries([[escaped(name), { n }]]) });
      if (codeOf(set) === 'BAD_USER_INPUT') refused.push(name);
      else members.set(name, { n });
      expect(sorted(await dataOf('set')), name).toEqual(sorted(Object.fromEntries(members)));
    }
    expect(
      refused.every((name) => name.includes('.')),
      asText(refused),
    ).toBe(true);
  });
});

describe('places', () => {
  const data = { a: { b: [1, { c: null }], d: {} }, e: 'x' };

  test.each([
    ['replaceDocument', 'a.b.[1]', { z: 1 }, { a: { b: [1, { z: 1 }], d: {} }, e: 'x' }],
    ['replaceDocument', 'a.b.[3]', 4, { a: { b: [1, { c: null }, null, 4], d: {} }, e: 'x' }],
    ['replaceDocument', 'a.d', null, { a: { b: [1, { c: null }], d: null }, e: 'x' }],
    ['replaceDocument', 'a.d', [], { a: { b: [1, { c: null }], d: [] }, e: 'x' }],
    ['replaceDocument', 'e', false, { a: data.a, e: false }],
    ['updateDocument', 'a', { d: 5, n: { m: 1 } }, { a: { b: [1, { c: null }], d: 5, n: { m: 1 } }, e: 'x' }],
    ['updateDocument', '', { e: null }, { a: data.a, e: null }],
    ['updateDocument', 'a.d', { x: 1 }, { a: { b: [1, { c: null }], d: { x: 1 } }, e: 'x' }],
  ] as const)('%s at "%s" with %j', async (name, path, value, expected) => {
    const id = { ...AT, documentId: 'places' };
    await run('replaceDocument', { ...id, data });
    const written = await run(name, { ...id, path, data: value });
    expect(codeOf(written), written.errors?.[0]?.message).toBeUndefined();
    expect(await dataOf('places')).toEqual(expected);
  });

  test.each(['e.f', 'a.b.c', 'a.[0]', '[0]', 'a.b.[-1]', 'a.b.[*]', 'a.*', 'a..b', '.', 'a.b.[1000000]'])(
    'refused: %s',
    async (path) => {
      const id = { ...AT, documentId: 'refused' };
      await run('replaceDocument', { ...id, data });
      for (const name of ['replaceDocument', 'updateDocument'])
        expect(codeOf(await run(name, { ...id, path, data: { z: 1 } })), name).toBe('BAD_USER_INPUT');
      expect(await dataOf('refused')).toEqual(data);
    },
  );
});

test('literals keep their numbers, or are refused', async () => {
  const create = (data: string) =>
    trip.query(
      `mutation { createDocument(input: {namespace: "${KEYSPACE}", collection: "notes", data: ${data}}) { document { data } } }`,
    );
  const { data } = await create(
    '{a: 1e21, b: 0.1, c: -0, d: 9007199254740991, e: [1.50, null], __proto__: {x: "\\u0041"}, constructor: """block"""}',
  );
  expect(asText(data.createDocument.document.data)).toBe(
    '{"__proto__":{"x":"A"},"a":1e+21,"b":0.1,"c":0,"constructor":"block","d":9007199254740991,"e":[1.5,null]}',
  );
  expect(codeOf(await create('{a: 9007199254740993}'))).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
  expect(codeOf(await create('{a: 1e400}'))).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
});

test('many documents with ids of their own making', async () => {
  const ids: (string | number | boolean)[] = [
    ...stored.filter((id) => !['.', '..'].includes(id)),
    7,
    0.5,
    false,
    1e7 + 0.5,
  ];
  const documents = ids.map((key, n) => ({ 'the.id': { key }, n }));
  const created = await run(
    'createDocuments',
    { ...AT, documents, idPath: 'the\\.id.key' },
    'results { documentId error { message } document { data } }',
  );
  expect(codeOf(created), created.errors?.[0]?.message).toBeUndefined();
  const results: { documentId: string; error: unknown; document: unknown }[] = created.data.createDocuments.results;
  for (const [n, { documentId, error, document }] of results.entries()) {
    expect(error).toBeNull();
    if (typeof ids[n] === 'string') expect(documentId).toBe(ids[n]);
    expect(document, documentId).toEqual({ data: documents[n] });
  }
  const documentIds = results.map(({ documentId }) => documentId).filter((_, n) => n % 2 === 0);
  const deleted = await run('deleteDocuments', { ...AT, documentIds }, 'results { error { message } }');
  expect(deleted.data.deleteDocuments.results).toEqual(documentIds.map(() => ({ error: null })));
  for (const [n, { documentId }] of results.entries())
    expect(await dataOf(documentId), documentId).toEqual(n % 2 === 0 ? undefined : documents[n]);
});

const sorted = (data: object) => Object.entries(data).map(asText).sort();
