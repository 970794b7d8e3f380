/** Documents come back as they were sent, whole and in parts, whatever their ids, names and values are. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { GraphQLAnswer } from '../support/gateway.ts';
import { asText, KEYSPACE, openRoundTrip, type RoundTrip } from './graph.ts';
import { hostileTexts } from './hostile.ts';

/** Some make hundreds of requests. */
vi.setConfig({ testTimeout: 60_000 });

let trip: RoundTrip;

beforeAll(async () => {
  trip = await openRoundTrip();
}, 60_000);
afterAll(() => trip.close());

async function createCollection(name: string): Promise<{ readonly namespace: string; readonly collection: string }> {
  await trip.data(`mutation { createCollection(input: {namespace: "${KEYSPACE}", name: "${name}"}) { created } }`);
  return { namespace: KEYSPACE, collection: name };
}

type At = Awaited<ReturnType<typeof createCollection>>;

const mutation = (name: string, selection: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`;
const send = (name: string, input: object, selection = 'document { id documentId data }') =>
  trip.query(mutation(name, selection), { input });

const codeOf = (answer: GraphQLAnswer) => answer.errors?.[0]?.extensions.code;

/** What the query selects of one document. */
async function read(at: At, documentId: string, selection: string, variables: object = {}, types = '') {
  const document = `query ($documentId: ID!${types}) { namespace(name: "${KEYSPACE}") { collection(name: "${at.collection}") { document(documentId: $documentId) { ${selection} } } } }`;
  const data = await trip.data(document, { documentId, ...variables });
  return data.namespace.collection.document;
}

async function everything(at: At): Promise<[string, string][]> {
  const document = `{ namespace(name: "${KEYSPACE}") { collection(name: "${at.collection}") { documents(first: 1000) { nodes { documentId data } } } } }`;
  const { namespace } = await trip.data(document);
  const nodes: { documentId: string; data: unknown }[] = namespace.collection.documents.nodes;
  return nodes.map(({ documentId, data }): [string, string] => [documentId, asText(data)]).sort();
}

describe('data', () => {
  const samples: Readonly<Record<string, unknown>> = {
    nested: { a: { b: [{ c: [1, [2, null, [3]]] }, null, {}] }, e: {}, l: [], n: null },
    numbers: {
      big: 1e21,
      small: 1e-7,
      tenth: 0.1,
      max: Number.MAX_SAFE_INTEGER,
      min: -9007199254740991,
      e: 5e-324,
      f: 1.7976931348623157e308,
    },
    texts: {
      empty: '',
      emoji: '👩‍👩‍👧',
      rtl: 'שלום \u202e',
      controls: '\u0000\u0001\n\r\t\u2028',
      quotes: `'"\``,
      slash: '\\/',
    },
    names: { 'a.b': 1, 'c,d': 2, '*': 3, 'x*y': 4, 'a b': 5, '%2F': 6, 'é👍': 7, '/': 8, ';': 9, 'a..b': 10, '#': 11 },
    integers: { '10': 1, '9': 2, '-1': 3, '01': 4 },
    list: [1, null, 'x', [], {}, [null]],
    oddities: JSON.parse(
      '{"__proto__": {"__proto__": 1}, "constructor": 1, "toString": null, "hasOwnProperty": false}',
    ),
  };

  test('comes back from every mutation and every read', async () => {
    const at = await createCollection('samples');
    const canonical = (data: unknown) => asText(sortMembers(data));
    for (const [documentId, data] of Object.entries(samples)) {
      const created = await send('createDocument', { ...at, documentId, data });
      expect(codeOf(created), created.errors?.[0]?.message).toBeUndefined();
      const out = created.data.createDocument.document.data;
      expect(canonical(out)).toBe(canonical(data));
      const replaced = await send('replaceDocument', { ...at, documentId, data: out });
      expect(asText(replaced.data?.replaceDocument.document.data), replaced.errors?.[0]?.message).toBe(asText(out));
      if (!Array.isArray(data)) {
        const updated = await send('updateDocument', { ...at, documentId, data: out });
        expect(asText(updated.data?.updateDocument.document.data), updated.errors?.[0]?.message).toBe(asText(out));
      }
      expect(asText((await read(at, documentId, 'data')).data)).toBe(asText(out));
    }
    const batch = await send(
      'createDocuments',
      { ...at, documents: Object.values(samples) },
      'results { document { data } error { message } }',
    );
    const results: { document: { data: unknown } }[] = batch.data.createDocuments.results;
    expect(results.map(({ document }) => canonical(document.data))).toEqual(Object.values(samples).map(canonical));
  });

  test('minus zero is zero, as JSON prints it', async () => {
    const at = await createCollection('zero');
    const answer = await trip.data(
      `mutation { createDocument(input: {namespace: "${KEYSPACE}", collection: "zero", documentId: "z", data: {a: -0, b: -0.0}}) { document { data } } }`,
    );
    expect(answer.createDocument.document.data).toEqual({ a: 0, b: 0 });
    expect((await read(at, 'z', 'data')).data).toEqual({ a: 0, b: 0 });
  });

  test('names that cannot be stored are refused', async () => {
    const at = await createCollection('refused');
    await send('createDocument', { ...at, documentId: 'there', data: { a: 1 } });
    const before = await everything(at);
    for (const data of [
      { '': 1 },
      { 'a[0]': 1 },
      { "it's": 1 },
      { 'a\\b': 1 },
      { a: { '[0]': 1 } },
      { '\ud800': 1 },
      { a: '\ud800' },
      { a: ['EMPTYOBJ-bccbeee1-6173-4120-8492-7d7bafaefb1f'] },
      { a: 'EMPTYARRAY-9df4802a-c135-42d6-8be3-d23d9520a4e7' },
      {},
      [],
      5,
      'x',
      null,
    ]) {
      const [created, replaced] = [
        await send('createDocument', { ...at, documentId: 'new', data }),
        await send('replaceDocument', { ...at, documentId: 'there', data }),
      ];
      expect([codeOf(created), codeOf(replaced)], asText(data)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
    }
    expect(await everything(at)).toEqual(before);
  });

  test('of any shape', async () => {
    const at = await createCollection('shapes');
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }).filter((text) => !/[[\]'\\]/.test(text));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.string({ unit: 'grapheme' }),
        tie('object'),
        fc.array(tie('value'), { maxLength: 3 }),
      ),
      object: fc.dictionary(name, tie('value'), { maxKeys: 3 }),
    }));
    const data = fc.dictionary(name, value, { minKeys: 1, maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(data, async (sent) => {
        const replaced = await send('replaceDocument', { ...at, documentId: 'any', data: sent });
        expect(codeOf(replaced), replaced.errors?.[0]?.message).toBeUndefined();
        expect(asText(sortMembers(replaced.data.replaceDocument.document.data))).toBe(asText(sortMembers(sent)));
      }),
      { numRuns: 60 },
    );
  });
});

/** Members come in the order of their names. */
function sortMembers(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(sortMembers);
  if (typeof data !== 'object' || data === null) return data;
  return Object.entries(data)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => [name, sortMembers(member)]);
}

describe('ids and paths that a URL could lose', () => {
  test('each is a document of its own, or refused', async () => {
    const at = await createCollection('ids');
    const expected = new Map<string, string>();
    for (const [n, documentId] of [...hostileTexts, 'json-schema', '', '\ud800'].entries()) {
      const created = await send('createDocument', { ...at, documentId, data: { n } });
      if (codeOf(created) === 'BAD_USER_INPUT') continue;
      expect(
        created.data?.createDocument.document,
        `${asText(documentId)} ${created.errors?.[0]?.message}`,
      ).toMatchObject({ documentId, data: { n } });
      expected.set(documentId, asText({ n }));
    }
    const refused = [...hostileTexts, 'json-schema', '', '\ud800'].filter((id) => !expected.has(id));
    expect(refused).toEqual(['..', '.', 'json-schema', '', '\ud800']);
    expect(await everything(at)).toEqual([...expected].sort());
    for (const [documentId, data] of expected) {
      const { id } = await read(at, documentId, 'id');
      const node = await trip.data('query ($id: ID!) { node(id: $id) { ... on Document { documentId data } } }', {
        id,
      });
      expect(node.node).toEqual({ documentId, data: JSON.parse(data) });
      const updated = await send('updateDocument', { id, data: { m: documentId } });
      expect(updated.data?.updateDocument.document.data, updated.errors?.[0]?.message).toEqual({
        ...JSON.parse(data),
        m: documentId,
      });
      const removed = await send('deleteDocument', { ...at, documentId }, 'deletedId');
      expect(removed.data?.deleteDocument.deletedId, removed.errors?.[0]?.message).toBe(id);
      expected.delete(documentId);
      expect(await everything(at)).toEqual([...expected].sort());
    }
  });

  const escaped = (name: string) => name.replace(/[\\.,*[\]]/g, '\\$&');

  test('each member is written, read and deleted by its path, or refused, and its neighbours stay', async () => {
    const at = await createCollection('paths');
    const documentId = 'd';
    const members = new Map<string, unknown>([['first', 0]]);
    await send('createDocument', { ...at, documentId, data: { first: 0 } });
    const refused: string[] = [];
    const data = async () => new Map(Object.entries((await read(at, documentId, 'data')).data));
    for (const [n, name] of hostileTexts.entries()) {
      const written = await send('replaceDocument', { ...at, documentId, path: escaped(name), data: { n } });
      if (codeOf(written) === 'BAD_USER_INPUT') refused.push(name);
      else {
        expect(codeOf(written), `${name} ${written.errors?.[0]?.message}`).toBeUndefined();
        members.set(name, { n });
      }
      expect(sorted(await data()), name).toEqual(sorted(members));
    }
    expect(refused).toEqual(expect.arrayContaining(['.', '..', '[0]']));
    for (const [name, value] of members) {
      const path = escaped(name);
      const found = await read(
        at,
        documentId,
        'value(path: $path) data(fields: [$path])',
        { path },
        ', $path: DocumentPath!',
      );
      expect(found, name).toEqual({ value, data: Object.fromEntries([[name, value]]) });
    }
    for (const name of [...members.keys()].slice(1)) {
      const removed = await send('deleteDocument', { ...at, documentId, path: escaped(name) }, 'deletedPath');
      expect(codeOf(removed), `${name} ${removed.errors?.[0]?.message}`).toBeUndefined();
      members.delete(name);
      expect(sorted(await data()), name).toEqual(sorted(members));
    }
  });

  test('members with a meaning in paths are set, searched for and selected', async () => {
    const at = await createCollection('odd');
    const data = {
      'a.b': { 'c,d': 1, c: 2, d: 3 },
      a: { b: { c: 4 } },
      '*': { x: 5 },
      'p*': 6,
      p1: 7,
      list: [{ 'q.r': 8 }, { q: { r: 9 } }],
    };
    await send('createDocument', { ...at, documentId: 'd', data });
    await send('createDocument', { ...at, documentId: 'e', data: { a: { b: { c: 1 } } } });
    const selected = (fields: readonly string[]) =>
      read(at, 'd', 'data(fields: $fields)', { fields }, ', $fields: [DocumentPath!]');
    expect((await selected(['a\\.b.c\\,d'])).data).toEqual({ 'a.b': { 'c,d': 1 } });
    expect((await selected(['a\\.b.c,d'])).data).toEqual({ 'a.b': { c: 2, d: 3 } });
    expect((await selected(['\\*'])).data).toEqual({ '*': { x: 5 } });
    expect((await selected(['p\\*', 'list.[1].q'])).data).toEqual({ 'p*': 6, list: [null, { q: { r: 9 } }] });
    expect((await selected(['list.*.q\\.r'])).data).toEqual({ list: [{ 'q.r': 8 }] });
    const found = async (where: object) => {
      const document = `query ($where: DocumentFilter) { namespace(name: "${KEYSPACE}") { collection(name: "odd") { documents(where: $where) { nodes { documentId } } } } }`;
      const answer = await trip.data(document, { where });
      return answer.namespace.collection.documents.nodes.map((node: { documentId: string }) => node.documentId);
    };
    expect(await found({ path: 'a\\.b.c\\,d', eq: 1 })).toEqual(['d']);
    expect(await found({ path: 'a.b.c', eq: 1 })).toEqual(['e']);
    expect(await found({ path: '\\*.x', eq: 5 })).toEqual(['d']);
    expect(await found({ path: 'list.[*].q\\.r', eq: 8 })).toEqual(['d']);
    const set = await send('setInDocument', {
      ...at,
      documentId: 'e',
      values: { 'a.b.c': null, 'a.n.[1]': { 'x.y': 1 }, 'u\\,v': 1 },
    });
    expect(codeOf(set) ?? set.data.setInDocument.document.data).toEqual({
      a: { b: { c: null }, n: [null, { 'x.y': 1 }] },
      'u,v': 1,
    });
  });
});

const sorted = (entries: ReadonlyMap<string, unknown>) => [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
