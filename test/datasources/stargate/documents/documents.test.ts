/** Documents against the emulator: what upstream does silently is carried exactly, or refused before anything is sent. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { InputError, NotFoundError } from '../../../../datasources/source/errors.ts';
import type { DocumentSource, Json, Path, UpstreamCall } from '../../../../datasources/source/source.ts';
import { IN_KEYSPACE, startDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let documents: DocumentSource;
let calls: UpstreamCall[];
const notes = { ...IN_KEYSPACE, collection: 'notes' };

beforeAll(async () => {
  database = await startDatabase();
  await database.open().source.catalog.createCollection(notes, false);
});

beforeEach(() => {
  const opened = database.open();
  documents = opened.source.documents;
  calls = opened.calls;
});

afterAll(() => database.close());

const put = (id: string, data: Json) => documents.replace(notes, id, [], data, {});

async function dataOf(id: string): Promise<Json | undefined> {
  const [read] = await documents.readMany(notes, [id]);
  if (read instanceof Error) throw read;
  return read?.data;
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Refused as input, and nothing was asked upstream. */
async function expectRefused(promise: Promise<unknown>, what = ''): Promise<void> {
  expect(await failure(promise), what).toBeInstanceOf(InputError);
  expect(calls, what).toEqual([]);
}

test.each(['', "it's", 'a[0]', '[0]', 'a\\b'])('no body can carry the member %j: it is named', async (name) => {
  const error = await failure(put('x', { in: [Object.fromEntries([[name, 1]])] }));
  expect(error).toBeInstanceOf(InputError);
  if (name !== '') expect((error as Error).message).toContain(JSON.stringify(name));
  expect(calls).toEqual([]);
});

const BAD_PATHS: Path[] = [
  [''],
  ['a', ''],
  ['.'],
  ['a', '..'],
  [-1],
  ['a', -1],
  [1.5],
  [1_000_000],
  ['[0]'],
  ['a', '[*]'],
  ['\udc00'],
];

test.each(BAD_PATHS.map((path) => ({ path })))('the path $path is refused by every write', async ({ path }) => {
  await expectRefused(documents.replace(notes, 'x', path, 1, {}), 'replace');
  await expectRefused(documents.patch(notes, 'x', path, { a: 1 }, {}), 'patch');
  await expectRefused(documents.remove(notes, 'x', path, true), 'remove');
  await expectRefused(documents.push(notes, 'x', path, 1), 'push');
  await expectRefused(documents.pop(notes, 'x', path), 'pop');
  await expectRefused(documents.set(notes, 'x', [], [{ path, value: 1 }]), 'set');
  await expectRefused(documents.set(notes, 'x', path, [{ path: ['a'], value: 1 }]), 'set below');
});

test('set refuses names that would be split, an empty path, and paths that meet', async () => {
  const set = (...paths: Path[]) =>
    documents.set(
      notes,
      'x',
      [],
      paths.map((path) => ({ path, value: 1 })),
    );
  for (const path of [[], ['a.b'], ['a\\b'], ['a[0]']]) await expectRefused(set(path), JSON.stringify(path));
  await expectRefused(set());
  await expectRefused(set(['a'], ['a', 'b']), 'overlap');
  await expectRefused(set(['a'], ['a']), 'twice');
  await expectRefused(set(['a', 0], ['a', 'b']), 'list and object');
  await put('x', { b: 1, l: [{ p: 1 }] });
  await documents.set(
    notes,
    'x',
    [],
    [
      { path: ['c', 'd'], value: { 'e.f': 1 } },
      { path: ['l', 0, 'q'], value: [] },
      { path: ['i,j'], value: 2 },
    ],
  );
  expect(await dataOf('x')).toEqual({ b: 1, c: { d: { 'e.f': 1 } }, l: [{ p: 1, q: [] }], 'i,j': 2 });
});

test('push and pop reach what they can, and refuse a name whose list they would miss', async () => {
  await put('lists', { 'a.b': [1], '*': [1], plain: [[]] });
  expect(await documents.push(notes, 'lists', ['a.b'], { 'c.d': 2 })).toEqual([1, { 'c.d': 2 }]);
  expect(await documents.push(notes, 'lists', ['*'], null)).toEqual([1, null]);
  expect(await documents.push(notes, 'lists', ['plain', 0], 'in')).toEqual(['in']);
  expect(await documents.pop(notes, 'lists', ['a.b'])).toEqual({ 'c.d': 2 });
  expect(await dataOf('lists')).toEqual({ 'a.b': [1], '*': [1, null], plain: [['in']] });
  expect(await failure(documents.push(notes, 'lists', ['none'], 1))).toBeInstanceOf(NotFoundError);
  expect(await failure(documents.push(notes, 'nobody', ['none'], 1))).toBeInstanceOf(NotFoundError);
  calls.length = 0;
  for (const name of ['a,b', 'a/b', 'a\\b', '~0', '~1'])
    await expectRefused(documents.push(notes, 'lists', [name], 1), name);
});

test('a write that would be lost below another type is refused, and nothing changes', async () => {
  const data = { object: { k: 1, K: 1 }, list: [1, 2], text: 'x' };
  await put('types', data);
  for (const path of [
    ['object', 0],
    ['list', 'K'],
    ['list', 'k', 'l'],
    [0],
    ['object', 'k', 'x'],
    ['text', 0],
  ] as Path[]) {
    expect(await failure(documents.replace(notes, 'types', path, 9, {})), String(path)).toBeInstanceOf(InputError);
    expect(await failure(documents.patch(notes, 'types', path, { a: 9 }, {})), String(path)).toBeInstanceOf(InputError);
    expect(await failure(documents.set(notes, 'types', [], [{ path, value: 9 }])), String(path)).toBeInstanceOf(
      InputError,
    );
  }
  expect(await dataOf('types')).toEqual(data);
  await put('list', [1, 2]);
  expect(await failure(documents.replace(notes, 'list', ['a'], 9, {}))).toBeInstanceOf(InputError);
  await documents.replace(notes, 'list', [3], 9, {});
  expect(await dataOf('list')).toEqual([1, 2, null, 9]);
  await documents.replace(notes, 'types', ['constructor', 'name'], 9, {});
  expect(await dataOf('types')).toEqual({ ...data, constructor: { name: 9 } });
});

test('a time to live is taken for whole documents, and kept for parts; elsewhere it would be ignored', async () => {
  await expectRefused(documents.replace(notes, 'x', ['a'], 1, { ttlSeconds: 5 }));
  await expectRefused(documents.patch(notes, 'x', [], { a: 1 }, { ttlSeconds: 5 }));
  await expectRefused(documents.replace(notes, 'x', [], { a: 1 }, { keepTtl: true }));
  await documents.replace(notes, 'x', [], { a: 1 }, { ttlSeconds: 500 });
  await documents.patch(notes, 'x', [], { b: 1 }, { keepTtl: true });
  expect(await dataOf('x')).toEqual({ a: 1, b: 1 });
});

test('a missing collection is not made on the way: the error names the cure', async () => {
  const missing = { ...IN_KEYSPACE, collection: 'missing' };
  const writes = [
    documents.create(missing, { a: 1 }, {}),
    documents.createMany(missing, [{ a: 1 }], {}),
    documents.createMany(missing, [{ a: 1 }], { idPath: ['a'] }),
    documents.replace(missing, 'x', [], { a: 1 }, {}),
    documents.patch(missing, 'x', ['a'], 1, {}),
    documents.createWithId(missing, 'x', { a: 1 }, { ifNotExists: false }),
    documents.push(missing, 'x', ['a'], 1),
    documents.set(missing, 'x', [], [{ path: ['a'], value: 1 }]),
  ];
  for (const error of await Promise.all(writes.map(failure))) {
    expect(error).toBeInstanceOf(NotFoundError);
    expect((error as Error).message).toContain('createCollection');
  }
  expect(
    (await database.open().source.catalog.collections(IN_KEYSPACE))?.map(({ collection }) => collection),
  ).not.toContain('missing');
  expect(await documents.readMany(missing, ['x'])).toEqual([null]);
  expect(await failure(documents.remove(missing, 'x', [], false))).toBeInstanceOf(NotFoundError);
});

test('a batch answers in the order of its documents, whatever their ids are', async () => {
  const ids = [7, 0.5, 0.0001, 12345678.5, 1e21, true, 'b', '10', 'ü/;%'];
  const written = await documents.createMany(
    notes,
    ids.map((id) => ({ in: [{ 'the.id': id }] })),
    { idPath: ['in', 0, 'the.id'] },
  );
  expect(written).toEqual(['7', '0.5', '1.0E-4', '1.23456785E7', '1.0E21', 'true', 'b', '10', 'ü/;%']);
  expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(await dataOf('1.0E-4')).toEqual({ in: [{ 'the.id': 0.0001 }] });
  expect(await documents.createMany(notes, [{ 'a/b': { '~': 'tilde' } }], { idPath: ['a/b', '~'] })).toEqual(['tilde']);
});

test.each(['', '.', '..', 'json-schema', null, {}])('a batch with the id %j is refused', async (id) => {
  expect(await failure(documents.createMany(notes, [{ id: 'fine' }, { id }], { idPath: ['id'] }))).toBeInstanceOf(
    InputError,
  );
  expect(calls.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('a batch of which upstream refuses one tells which', async () => {
  const strict = { ...IN_KEYSPACE, collection: 'strict' };
  const { catalog } = database.open().source;
  await catalog.createCollection(strict, false);
  await catalog.replaceJsonSchema(strict, { type: 'object', required: ['n'] });
  const written = await documents.createMany(strict, [{ id: 'p', n: 1 }, { id: 'q' }, { id: 'r', n: 1 }], {
    idPath: ['id'],
  });
  expect(written).toEqual(['p', expect.any(InputError), 'r']);
  expect(await documents.readMany(strict, ['p', 'q', 'r'])).toMatchObject([
    { data: { n: 1 } },
    null,
    { data: { n: 1 } },
  ]);
});

test('a long condition leaves room by reading whole documents', async () => {
  await put('long', { a: 'x', b: 1 });
  const value = ['x', ...Array.from({ length: 100 }, (_, n) => `value-${n}`)];
  const page = await documents.findPage(notes, {
    where: { path: [{ name: 'a' }], operator: 'in', value },
    fields: Array.from({ length: 60 }, (_, n) => [{ name: `member-${n}` }]),
    pageSize: 5,
  });
  expect(page.items.map(({ documentId }) => documentId)).toContain('long');
});

test.each([
  ['a last step that is a wildcard', [{ name: 'a' }, { any: 'member' }]],
  ['a last step of alternatives', [{ oneOf: [{ name: 'a' }, { name: 'b' }] }]],
  ['a name that is an index', [{ name: '[0]' }]],
  ['a name with a backslash', [{ name: 'a\\' }]],
  ['an index that is none', [{ name: 'a' }, { index: -1 }]],
  ['no step', []],
] as const)('a condition on %s is refused', async (_, path) => {
  await expectRefused(documents.findPage(notes, { where: { path, operator: 'eq', value: 1 }, pageSize: 5 }));
});

test.each(['.', '..', 'json-schema'])('the id %j is refused, because its path means something else', async (id) => {
  await expectRefused(put(id, { a: 1 }));
  await expectRefused(documents.remove(notes, id, [], false));
  await expectRefused(documents.push(notes, id, ['a'], 1));
  expect((await documents.readMany(notes, [id]))[0]).toBeInstanceOf(InputError);
  expect(calls).toEqual([]);
});

test('a member may be called like an operator', async () => {
  await put('operator', { $set: 1, z: 0 });
  await documents.replace(notes, 'operator', ['$set'], { in: 2 }, {});
  await documents.patch(notes, 'operator', ['$set'], { more: 3 }, {});
  const where = { path: [{ name: '$set' }, { name: 'more' }], operator: 'eq', value: 3 } as const;
  const page = await documents.findPage(notes, { where, fields: [[{ name: '$set' }]], pageSize: 2 });
  expect(page.items[0]?.data).toEqual({ $set: { in: 2, more: 3 } });
  await documents.remove(notes, 'operator', ['$set'], false);
  expect(await dataOf('operator')).toEqual({ z: 0 });
});

test('of many new documents one may be a list, and empty ones are refused', async () => {
  const written = await documents.createMany(notes, [{ a: 1 }, { "it's": 1 }, {}, [1]], {});
  expect(written).toEqual([expect.any(String), expect.any(InputError), expect.any(InputError), expect.any(String)]);
  expect(await dataOf(String(written[3]))).toEqual([1]);
});

test('a page holds as many documents as are asked for', async () => {
  for (let n = 0; n < 6; n++) await put(`page${n}`, { n });
  expect((await documents.findPage(notes, { pageSize: 5 })).items).toHaveLength(5);
});
