/** Searches find what their conditions say, in whatever pages, and documents live as long as they were told to. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopClock } from '../support/clock.ts';
import { KEYSPACE, openRoundTrip, type RoundTrip } from './graph.ts';

let trip: RoundTrip;
const COUNT = 45;

beforeAll(async () => {
  trip = await openRoundTrip();
  for (const name of ['many', 'kinds', 'short'])
    await trip.data(`mutation { createCollection(input: {namespace: "${KEYSPACE}", name: "${name}"}) { created } }`);
  const many = Array.from({ length: COUNT }, (_, n) => ({
    id: `d${n}`,
    n,
    isEven: n % 2 === 0,
    tags: [{ t: n % 3 }, { t: n % 5 }],
  }));
  const kinds = Object.entries(KINDS).map(([id, data]) => ({ id, ...data }));
  for (const [collection, documents] of Object.entries({ many, kinds })) {
    const { createDocuments } = await trip.data(
      'mutation ($input: CreateDocumentsInput!) { createDocuments(input: $input) { results { documentId error { message } } } }',
      { input: { namespace: KEYSPACE, collection, documents, idPath: 'id' } },
    );
    expect(createDocuments.results).toEqual(documents.map(({ id }) => ({ documentId: id, error: null })));
  }
}, 60_000);
afterAll(() => trip.close());

const KINDS: Readonly<Record<string, object>> = {
  none: { other: 1 },
  null: { v: null },
  one: { v: 1 },
  two: { v: 2.5 },
  text: { v: '1' },
  empty: { v: '' },
  yes: { v: true },
  no: { v: false },
};

interface Found {
  readonly nodes: readonly { readonly documentId: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const LIST = `query ($collection: String!, $first: Int, $after: String, $where: DocumentFilter) {
  namespace(name: "${KEYSPACE}") { collection(name: $collection) {
    documents(first: $first, after: $after, where: $where) { nodes { documentId } edges { cursor } pageInfo { hasNextPage endCursor } }
  } } }`;

async function find(collection: string, variables: object): Promise<Found> {
  return (await trip.data(LIST, { collection, ...variables })).namespace.collection.documents;
}

/** The ids on each page, until there is no next one. */
async function pages(collection: string, variables: object): Promise<string[][]> {
  const all: string[][] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo }: Found = await find(collection, { ...variables, after });
    all.push(nodes.map(({ documentId }) => documentId));
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}

describe('pages', () => {
  const ids = Array.from({ length: COUNT }, (_, n) => `d${n}`);

  test.each([1, 7, 20, 21, 100])('of %i give each document once, in one order', async (first) => {
    const all = await pages('many', { first });
    expect(all.flat().sort()).toEqual(ids.toSorted());
    expect(all.flat()).toEqual((await pages('many', { first: 1000 })).flat());
    expect(all.map((page) => page.length)).toEqual([
      ...Array.from({ length: Math.ceil(COUNT / first) - 1 }, () => first),
      COUNT % first || first,
    ]);
  });

  test('go on behind any document', async () => {
    const { nodes, edges } = await find('many', { first: 45 });
    for (const at of [0, 6, 18, 19, 20, 43, 44]) {
      const rest = await pages('many', { first: 7, after: undefined });
      expect(rest.flat()).toHaveLength(COUNT);
      const behind = await find('many', { first: 45, after: edges[at]?.cursor });
      expect(behind.nodes).toEqual(nodes.slice(at + 1));
    }
  });

  test('of documents whose ids are numbers, which JavaScript would sort', async () => {
    await trip.data(`mutation { createCollection(input: {namespace: "${KEYSPACE}", name: "numbers"}) { created } }`);
    const numbers = Array.from({ length: 25 }, (_, n) => `${n}`);
    const mutation =
      'mutation ($input: CreateDocumentsInput!) { createDocuments(input: $input) { results { documentId } } }';
    await trip.data(mutation, {
      input: { namespace: KEYSPACE, collection: 'numbers', documents: numbers.map((id) => ({ id })), idPath: 'id' },
    });
    const whole = (await pages('numbers', { first: 1000 })).flat();
    expect(whole.toSorted()).toEqual(numbers.toSorted());
    expect(whole).not.toEqual(numbers);
    for (const first of [1, 4, 20]) expect((await pages('numbers', { first })).flat()).toEqual(whole);
  });

  test('of a search', async () => {
    const where = {
      and: [
        { path: 'isEven', eq: true },
        { path: 'n', gte: 4 },
        { path: 'n', lt: 40 },
      ],
    };
    const expected = ids.filter((_, n) => n % 2 === 0 && n >= 4 && n < 40);
    for (const first of [1, 7, 18, 100])
      expect((await pages('many', { first, where })).flat().sort()).toEqual(expected.toSorted());
    expect((await find('many', { first: 18, where })).pageInfo.hasNextPage).toBe(false);
    expect((await find('many', { first: 17, where })).pageInfo.hasNextPage).toBe(true);
  });
});

describe('conditions', () => {
  const all = Object.keys(KINDS);
  const except = (...some: string[]) => all.filter((id) => !some.includes(id));

  test.each([
    ['eq', { eq: 1 }, ['one']],
    ['eq text', { eq: '1' }, ['text']],
    ['eq empty', { eq: '' }, ['empty']],
    ['eq true', { eq: true }, ['yes']],
    ['eq null', { eq: null }, ['null']],
    ['ne', { ne: 1 }, except('one')],
    ['ne null', { ne: null }, except('null')],
    ['in', { in: [1, '1', false] }, ['one', 'text', 'no']],
    ['in with null', { in: [null, 1] }, ['null', 'one']],
    ['in nothing', { in: [] }, []],
    ['nin', { nin: [1, null] }, except('one', 'null')],
    ['lt', { lt: 2 }, ['one']],
    ['lte', { lte: 2.5 }, ['one', 'two']],
    ['gt', { gt: 1 }, ['two']],
    ['gte', { gte: 1 }, ['one', 'two']],
    ['gt text', { gt: '' }, ['text']],
    ['exists', { exists: true }, except('none')],
    ['not there', { exists: false }, ['none']],
    ['two of one', { gte: 1, lt: 2 }, ['one']],
  ] as const)('%s', async (_, operators, expected) => {
    const found = await pages('kinds', { first: 3, where: { path: 'v', ...operators } });
    expect(found.flat().sort()).toEqual([...expected].sort());
  });

  test.each([
    [
      'or',
      {
        or: [
          { path: 'v', eq: 1 },
          { path: 'other', exists: true },
        ],
      },
      ['one', 'none'],
    ],
    ['not', { not: { path: 'v', eq: 1 } }, except('one')],
    [
      'not or',
      {
        not: {
          or: [
            { path: 'v', eq: 1 },
            { path: 'v', eq: true },
          ],
        },
      },
      except('one', 'yes'),
    ],
    ['not not', { not: { not: { path: 'v', eq: 1 } } }, ['one']],
    [
      'and or',
      {
        and: [
          { path: 'v', exists: true },
          {
            or: [
              { path: 'v', eq: 1 },
              { path: 'v', eq: null },
            ],
          },
        ],
      },
      ['one', 'null'],
    ],
  ] as const)('%s', async (_, where, expected) => {
    expect((await pages('kinds', { where })).flat().sort()).toEqual([...expected].sort());
  });

  test.each([
    ['any element', { path: 'tags.[*].t', eq: 4 }, (n: number) => n % 3 === 4 || n % 5 === 4],
    ['any member', { path: 'tags.*.t', eq: 0 }, (n: number) => n % 3 === 0 || n % 5 === 0],
    ['one element', { path: 'tags.[1].t', gt: 3 }, (n: number) => n % 5 > 3],
    ['alternatives', { path: 'tags.[0],[1].t', eq: 3 }, (n: number) => n % 5 === 3],
  ] as const)('with wildcards: %s', async (_, where, isMet) => {
    const expected = Array.from({ length: COUNT }, (__, n) => n).filter(isMet);
    expect((await pages('many', { first: 7, where })).flat().sort()).toEqual(expected.map((n) => `d${n}`).sort());
  });

  test.each([
    {},
    { path: 'v' },
    { eq: 1 },
    { path: '', eq: 1 },
    { path: 'v.*', eq: 1 },
    { path: 'v', eq: { a: 1 } },
    { path: 'v', lt: null },
  ])('refused: %j', async (where) => {
    const { errors } = await trip.query(LIST, { collection: 'kinds', where });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

test('a search in a document finds parts, page by page', async () => {
  const items = Array.from({ length: 30 }, (_, n) => ({ price: n, name: `p${n}`, 'x.y': n % 2 }));
  const id = { namespace: KEYSPACE, collection: 'short', documentId: 'shop' };
  await trip.data('mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { created } }', {
    input: { ...id, data: { items, named: { a: { price: 1 }, 'b.c': { price: 2 } } } },
  });
  const query = `query ($path: DocumentPath, $where: DocumentFilter!, $fields: [DocumentPath!], $after: String) {
    namespace(name: "${KEYSPACE}") { collection(name: "short") { document(documentId: "shop") {
      search(path: $path, where: $where, fields: $fields, first: 7, after: $after) { nodes { path data } pageInfo { hasNextPage endCursor } }
    } } } }`;
  async function search(variables: object): Promise<{ path: string; data: unknown }[]> {
    const all: { path: string; data: unknown }[] = [];
    for (let after: string | null = null; ; ) {
      const { namespace } = await trip.data(query, { ...variables, after });
      const { nodes, pageInfo } = namespace.collection.document.search;
      all.push(...nodes);
      if (!pageInfo.hasNextPage) return all;
      after = pageInfo.endCursor;
    }
  }
  const dear = await search({ where: { path: 'items.[*].price', gte: 10 } });
  expect(dear).toEqual(items.slice(10).map(({ price }) => ({ path: `items.[${price}].price`, data: price })));
  const odd = await search({ path: 'items', where: { path: '*.x\\.y', eq: 1 }, fields: ['x\\.y', 'name'] });
  expect(odd).toEqual(
    items
      .filter(({ price }) => price % 2 === 1)
      .map(({ name }, n) => ({ path: `items.[${2 * n + 1}]`, data: { name, 'x.y': 1 } })),
  );
  expect(await search({ path: 'named', where: { path: '*.price', gt: 1 } })).toEqual([
    { path: 'named.b\\.c.price', data: 2 },
  ]);
  expect(await search({ where: { path: 'items.[*].price', gt: 99 } })).toEqual([]);
});

test('a document with a time to live goes, and a part may keep it', async () => {
  const clock = stopClock();
  const at = { namespace: KEYSPACE, collection: 'short' };
  const run = (name: string, input: object) =>
    trip.data(
      `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { document { data } } }`,
      { input: { ...at, ...input } },
    );
  await run('createDocument', { documentId: 'brief', data: { a: 1 }, ttlSeconds: 2 });
  await run('createDocument', { documentId: 'stays', data: { a: 1 } });
  await run('replaceDocument', { documentId: 'mixed', data: { a: 1 }, ttlSeconds: 2 });
  await run('updateDocument', { documentId: 'mixed', data: { kept: 1 } });
  await run('updateDocument', { documentId: 'mixed', data: { brief: 1 }, keepTtl: true });
  clock.pass(3100);
  const document = (id: string) => `${id}: document(documentId: "${id}") { data }`;
  const { namespace } = await trip.data(
    `{ namespace(name: "${KEYSPACE}") { collection(name: "short") { ${['brief', 'stays', 'mixed'].map(document).join(' ')} } } }`,
  );
  expect(namespace.collection).toEqual({ brief: null, stays: { data: { a: 1 } }, mixed: { data: { kept: 1 } } });
  const refused = await trip.query(
    'mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { created } }',
    { input: { ...at, data: { a: 1 }, ttlSeconds: 0 } },
  );
  expect(refused.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
