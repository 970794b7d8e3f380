/** Names of members that paths have a meaning for: each write meets its own member or is refused, and never another one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphQLAnswer } from '../support/gateway.ts';
import { asText, KEYSPACE, openRoundTrip, type RoundTrip } from './graph.ts';

let trip: RoundTrip;
const AT = { namespace: KEYSPACE, collection: 'paths', documentId: 'one' };

beforeAll(async () => {
  trip = await openRoundTrip();
  await trip.data(`mutation { createCollection(input: {namespace: "${KEYSPACE}", name: "paths"}) { created } }`);
}, 60_000);
afterAll(() => trip.close());

const SIGNS = ['a', '.', ',', '*', '[', ']', '\\', '1'];
const NAMES = [
  ...SIGNS.flatMap((one) => [one, ...SIGNS.map((other) => one + other)]),
  ...[
    'a,b',
    'a,b,',
    'a,,',
    ',,a',
    '[1]',
    '[a]',
    '[*]',
    '[01]',
    '[000001]',
    '000001',
    '-1',
    '[-1]',
    'a[1]',
    '[1],',
    '[1],[2]',
  ],
  ...[
    'a,[1]',
    '[1],a',
    'a,[x]',
    'a\\,',
    'a\\\\,',
    'a\\.',
    'a.b.',
    '.a.',
    '**',
    '*,*',
    'a/',
    '/a',
    '~0',
    '~1',
    '%2C',
    'a%2C',
    'a;',
    ';',
  ],
  ...['constructor', '__proto__', 'toString', ' ', 'a ', '$and', '$or', 'a,$'],
];

type Data = Record<string, unknown>;
const escaped = (name: string) => name.replace(/[\\.,*[\]]/g, '\\$&');
const sorted = (data: Data) => asText(Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1)));
const isStorable = (name: string) => name !== '' && !/['[\\]/.test(name);
const withMember = (data: Data, name: string, value: unknown): Data =>
  Object.fromEntries([...Object.entries(data).filter(([other]) => other !== name), [name, value]]);
const without = (data: Data, name: string): Data =>
  Object.fromEntries(Object.entries(data).filter(([other]) => other !== name));

/** Members that a misread path would meet. */
function lookalikes(name: string): Data {
  const parts = [
    ...name.split(/[.,]/),
    name.replace(/[.,\\]+$/, ''),
    name.replaceAll('\\', ''),
    name.replace(/[[\]]/g, ''),
    'a',
    '1',
    name,
  ];
  return Object.fromEntries(parts.filter(isStorable).map((part) => [part, { x: part }]));
}

const run = (name: string, input: object): Promise<GraphQLAnswer> =>
  trip.query(
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { document { documentId } } }`,
    { input },
  );

async function reset(data: Data): Promise<void> {
  const { errors } = await run('replaceDocument', { ...AT, data });
  expect(errors?.[0]?.message).toBeUndefined();
}

async function read(selection: string, variables: object = {}): Promise<GraphQLAnswer> {
  const definitions = Object.keys(variables).length > 0 ? '($path: DocumentPath!, $fields: [DocumentPath!])' : '';
  return trip.query(
    `query ${definitions} { namespace(name: "${KEYSPACE}") { collection(name: "paths") { document(documentId: "one") { ${selection} } } } }`,
    { ...variables },
  );
}

async function dataOf(): Promise<Data> {
  const { data, errors } = await read('data');
  expect(errors?.[0]?.message).toBeUndefined();
  return data.namespace.collection.document.data;
}

type Write = readonly [string, (path: string) => object, (data: Data, name: string) => Data];

const writes: readonly Write[] = [
  ['replaceDocument', (path) => ({ path, data: 'new' }), (data, name) => withMember(data, name, 'new')],
  [
    'setInDocument',
    (path) => ({ values: Object.fromEntries([[path, 'new']]) }),
    (data, name) => withMember(data, name, 'new'),
  ],
  ['deleteDocument', (path) => ({ path, ifExists: true }), without],
  [
    'updateDocument',
    (path) => ({ path, data: { z: 1 } }),
    (data, name) =>
      withMember(data, name, { ...(new Map(Object.entries(data)).get(name) as object | undefined), z: 1 }),
  ],
];

describe.each(writes)('%s', (mutation, input, change) => {
  test('meets its own member or is refused', async () => {
    const refused: string[] = [];
    for (const name of NAMES) {
      const data = lookalikes(name);
      await reset(data);
      const { errors } = await run(mutation, { ...AT, ...input(escaped(name)) });
      if (errors) {
        refused.push(name);
        expect(errors[0]?.extensions.code, `${name}: ${errors[0]?.message}`).toBe('BAD_USER_INPUT');
        expect(sorted(await dataOf()), `refused: ${name}`).toBe(sorted(data));
      } else {
        expect(sorted(await dataOf()), name).toBe(sorted(change(data, name)));
      }
    }
    for (const name of NAMES.filter((each) => each.endsWith(',') && isStorable(each))) expect(refused).toContain(name);
    for (const name of ['a', 'a,b', '1', '000001', '*', 'constructor', '__proto__', '~0', 'a%2C'])
      expect(refused).not.toContain(name);
  }, 60_000);

  test('below another member too', async () => {
    for (const name of NAMES.filter((each) => each !== '.')) {
      const data = { in: lookalikes(name), ...lookalikes(name) };
      await reset(data);
      const { errors } = await run(mutation, { ...AT, ...input(`in.${escaped(name)}`) });
      const expected = errors ? data : { ...data, in: change(data.in, name) };
      const found = await dataOf();
      expect(sorted(found.in as Data), `${name}: ${errors?.[0]?.message}`).toBe(sorted(expected.in));
      expect(sorted({ ...found, in: 0 }), name).toBe(sorted({ ...expected, in: 0 }));
    }
  }, 60_000);
});

test('values and fields are those of the member', async () => {
  for (const name of NAMES.filter(isStorable)) {
    const data = lookalikes(name);
    await reset(data);
    const expected = { x: name };
    const { data: found, errors } = await read('value(path: $path) data(fields: $fields)', {
      path: escaped(name),
      fields: [escaped(name)],
    });
    expect(errors, name).toBeUndefined();
    expect(found.namespace.collection.document.value, name).toEqual(expected);
    expect(found.namespace.collection.document.data, name).toEqual(Object.fromEntries([[name, expected]]));
  }
});

test('a condition meets the member, or is refused', async () => {
  const query = `query ($where: DocumentFilter!) { namespace(name: "${KEYSPACE}") { collection(name: "paths") { documents(where: $where) { nodes { documentId } } } } }`;
  for (const name of NAMES.filter(isStorable)) {
    await reset(lookalikes(name));
    for (const [value, count] of [
      [name, 1],
      ['none', 0],
    ] as const) {
      const { data, errors } = await trip.query(query, { where: { path: `${escaped(name)}.x`, eq: value } });
      if (errors) expect(errors[0]?.extensions.code, `${name}: ${errors[0]?.message}`).toBe('BAD_USER_INPUT');
      else expect(data.namespace.collection.documents.nodes, name).toHaveLength(count);
    }
    await reset(withMember({}, name, 'leaf'));
    const { data, errors } = await trip.query(query, { where: { path: escaped(name), eq: 'leaf' } });
    if (errors) expect(errors[0]?.extensions.code, `${name}: ${errors[0]?.message}`).toBe('BAD_USER_INPUT');
    else expect(data.namespace.collection.documents.nodes, name).toHaveLength(1);
  }
});

test('lists are pushed to and popped from under their own name, or refused', async () => {
  for (const name of NAMES.filter(isStorable)) {
    const data = Object.fromEntries(Object.keys(lookalikes(name)).map((each) => [each, [each]]));
    await reset(data);
    const { errors } = await trip.query(
      'mutation ($input: PushToDocumentInput!) { pushToDocument(input: $input) { value } }',
      { input: { ...AT, path: escaped(name), value: 'new' } },
    );
    const expected = errors ? data : withMember(data, name, [name, 'new']);
    expect(sorted(await dataOf()), `${name}: ${errors?.[0]?.message}`).toBe(sorted(expected));
  }
});

test('ids are found under their own name, or refused', async () => {
  const query = `mutation ($input: CreateDocumentsInput!) { createDocuments(input: $input) { results { documentId error { message } } } }`;
  for (const [index, name] of NAMES.filter(isStorable).entries()) {
    const others = Object.fromEntries(Object.keys(lookalikes(name)).map((each) => [each, `other-${index}`]));
    const input = { namespace: KEYSPACE, collection: 'paths', idPath: escaped(name) };
    const documents = [withMember(others, name, `own-${index}`)];
    const { data, errors } = await trip.query(query, { input: { ...input, documents } });
    if (errors) expect(errors[0]?.extensions.code, `${name}: ${errors[0]?.message}`).toBe('BAD_USER_INPUT');
    else expect(data.createDocuments.results, name).toEqual([{ documentId: `own-${index}`, error: null }]);
    const stored = await trip.data(
      `query ($own: ID!, $other: ID!) { namespace(name: "${KEYSPACE}") { collection(name: "paths") { own: document(documentId: $own) { data } other: document(documentId: $other) { data } } } }`,
      { own: `own-${index}`, other: `other-${index}` },
    );
    const { own, other } = stored.namespace.collection;
    expect(other, name).toBeNull();
    expect(own === null ? null : sorted(own.data), name).toBe(errors ? null : sorted(documents[0] ?? {}));
  }
}, 60_000);

test('a search within finds its own member, or is refused', async () => {
  const query = `query ($path: DocumentPath!, $where: DocumentFilter!) { namespace(name: "${KEYSPACE}") { collection(name: "paths") { document(documentId: "one") { search(path: $path, where: $where) { nodes { path data } } } } } }`;
  for (const name of NAMES.filter(isStorable)) {
    const data = Object.fromEntries(Object.keys(lookalikes(name)).map((each) => [each, { x: 'same' }]));
    await reset(data);
    const { data: found, errors } = await trip.query(query, { path: escaped(name), where: { path: 'x', eq: 'same' } });
    if (errors) expect(errors[0]?.extensions.code, `${name}: ${errors[0]?.message}`).toBe('BAD_USER_INPUT');
    else
      expect(
        found.namespace.collection.document.search.nodes.map(({ path }: { path: string }) => path),
        name,
      ).toEqual([`${escaped(name).replace(/\\\]/g, ']')}.x`]);
  }
}, 60_000);
