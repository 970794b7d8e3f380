/** The gateway as a subgraph, over HTTP: what a router asks of it, and what that costs upstream. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

type Representation = Readonly<Record<string, unknown>>;

const NONE = '00000000-0000-4000-8000-999999999999';
const uuids = Array.from({ length: 100 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const [first = '', second = ''] = uuids;

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ subgraph: {}, upstream: { schemaLifetimeMs: 60_000 } });
  await run(`mutation {
    keyspace: createKeyspace(input: { name: "shop" }) { created }
    posts: createTable(input: { keyspace: "shop", name: "posts", primaryKey: { partitionKey: ["id"] }, columns: [
      { name: "id", type: "uuid" }, { name: "title", type: "text" }, { name: "body", type: "text" }] }) { created }
    events: createTable(input: { keyspace: "shop", name: "events", primaryKey: { partitionKey: ["day"], clusteringKey: [{ name: "at" }] }, columns: [
      { name: "day", type: "int" }, { name: "at", type: "int" }, { name: "what", type: "text" }, { name: "weather", type: "text", isStatic: true }] }) { created }
    notes: createCollection(input: { namespace: "shop", name: "notes" }) { created }
    sun: updateRow(input: { keyspace: "shop", table: "events", key: { day: 9 }, values: { weather: "sun" } }) { row { key } }
    note: createDocument(input: { namespace: "shop", collection: "notes", documentId: "n1", data: { text: "Buy bread", pages: 1 } }) { document { documentId } }
  }`);
  const createRows = `mutation ($table: String!, $rows: [RowValues!]!) {
    createRows(input: { keyspace: "shop", table: $table, rows: $rows }) { results { index } } }`;
  await run(createRows, { table: 'posts', rows: uuids.map((id, n) => ({ id, title: `Post ${n}`, body: 'text' })) });
  const rows = Array.from({ length: 40 }, (_, n) => ({ day: n % 4, at: n, what: `Event ${n}` }));
  await run(createRows, { table: 'events', rows });
}, 60_000);

afterAll(() => gateway.close());

beforeEach(() => gateway.clearUpstreamRequests());

const place = { databaseId: 'default', keyspaceName: 'shop' };
const post = (id: string): Representation => ({ __typename: 'Row', ...place, tableName: 'posts', key: { id } });
const event = (day: number, at: number | null): Representation => ({
  ...{ __typename: 'Row', ...place, tableName: 'events', key: { day, at } },
});
const note = (documentId: string): Representation => ({
  ...{ __typename: 'Document', databaseId: 'default', namespaceName: 'shop', collectionName: 'notes', documentId },
});

function ask(selection: string, representations: readonly unknown[]) {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;
  return gateway.query(query, { representations });
}

async function run(document: string, variables: Record<string, unknown> = {}) {
  const answer = await gateway.query(document, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

function calls(): string[] {
  return gateway.upstreamRequests().map(({ method, target }) => `${method} ${target}`);
}

describe('cost', () => {
  test('100 references to rows of one table take the searches that their keys fill', async () => {
    const { data, errors } = await ask('... on Row { value(column: "title") }', uuids.map(post));
    expect(errors).toBeUndefined();
    expect(data._entities.map(({ value }: { value: string }) => value)).toEqual(uuids.map((_, n) => `Post ${n}`));
    expect(calls()).toHaveLength(2);
    expect(calls()[0]).toMatch(/&fields=id%2Ctitle$/);
  });

  test('40 rows by composite key take one search for each partition', async () => {
    const references = Array.from({ length: 40 }, (_, n) => event(n % 4, n));
    const { data } = await ask('... on Row { value(column: "what") }', references);
    expect(data._entities[39]).toEqual({ value: 'Event 39' });
    expect(calls()).toHaveLength(4);
  });

  test('by id and by parts, in two spellings and twice, a row is read once', async () => {
    const [{ id }] = (await ask('... on Row { id }', [post(first)])).data._entities;
    gateway.clearUpstreamRequests();
    const references = [{ __typename: 'Row', id }, post(first.toUpperCase()), post(first), post(second)];
    const { data } = await ask('... on Row { id value(column: "title") }', references);
    expect(data._entities.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => ({ id, value: 'Post 0' })));
    expect(calls()).toHaveLength(1);
  });

  test('a router that finds nothing cold asks for the tables once', async () => {
    const cold = await startGateway({ subgraph: {}, emulator: { sample: true } });
    const representations = ['SFO', 'LAX', 'JFK'].map((iata) => ({
      ...{ __typename: 'Row', databaseId: 'default', keyspaceName: 'travel', tableName: 'airports', key: { iata } },
    }));
    const { data } = await cold.query(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Row { value(column: "city") } } }',
      { representations },
    );
    expect(data._entities.map(({ value }: { value: string }) => value)).toEqual([
      'San Francisco',
      'Los Angeles',
      'New York',
    ]);
    expect(cold.upstreamRequests()).toHaveLength(2);
    await cold.close();
  }, 60_000);

  test('the service is described without a call and without a token', async () => {
    const { data } = await gateway.query('{ _service { sdl } }', {}, {});
    expect(data._service.sdl).toContain('@link(');
    expect(calls()).toEqual([]);
  });
});

describe('references', () => {
  test('all seven types are found by their parts, and again by the id that they answer', async () => {
    const databaseId = gateway.emulator.defaultDatabaseId;
    const references = [
      { __typename: 'Database', databaseId },
      { __typename: 'Keyspace', databaseId, name: 'shop' },
      { __typename: 'Table', databaseId, keyspaceName: 'shop', name: 'posts' },
      post(first),
      { __typename: 'Namespace', databaseId, name: 'shop' },
      { __typename: 'Collection', databaseId, namespaceName: 'shop', name: 'notes' },
      note('n1'),
    ];
    const selection = '__typename ... on Node { id }';
    const { data } = await ask(selection, references);
    const kinds = references.map(({ __typename }) => __typename);
    expect(data._entities.map((each: Representation) => each.__typename)).toEqual(kinds);
    expect((await ask(selection, data._entities)).data).toEqual(data);
  });

  test('types and kinds of keys are mixed in one call, and the order is kept; what does not exist is null', async () => {
    const { data, errors } = await ask(
      '__typename ... on Row { value(column: "title") } ... on Document { data } ... on Table { name }',
      [
        note('n1'),
        post(second),
        note('none'),
        post(NONE),
        { __typename: 'Table', ...place, name: 'none' },
        post(first),
      ],
    );
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([
      { __typename: 'Document', data: { pages: 1, text: 'Buy bread' } },
      { __typename: 'Row', value: 'Post 1' },
      null,
      null,
      null,
      { __typename: 'Row', value: 'Post 0' },
    ]);
  });

  test('the key that a row of static columns gives out refers to it', async () => {
    const { data, errors } = await ask('... on Row { key value(column: "weather") }', [event(9, null)]);
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([{ key: { day: 9, at: null }, value: 'sun' }]);
  });

  test('what another field requires may come along', async () => {
    const { data } = await ask('... on Row { value(column: "title") }', [{ ...post(first), value: 'x', extra: [1] }]);
    expect(data._entities).toEqual([{ value: 'Post 0' }]);
  });

  test('a literal is read as a variable is', async () => {
    const literal = `{ __typename: "Row", databaseId: "default", keyspaceName: "shop", tableName: "posts", key: { id: "${first}" } }`;
    const data = await run(`{ _entities(representations: [${literal}]) { ... on Row { value(column: "title") } } }`);
    expect(data._entities).toEqual([{ value: 'Post 0' }]);
  });
});

describe('faults', () => {
  const row = { __typename: 'Row', ...place, tableName: 'posts' };
  test.each<[string, unknown, RegExp]>([
    ['no object', 'Row', /must be an object with "__typename"/],
    ['a list', [], /must be an object with "__typename"/],
    ['no __typename', { id: 'x' }, /"__typename" is undefined: it must be one of Collection, Database/],
    ['a type that is no entity', { __typename: 'PageInfo' }, /"__typename" is "PageInfo": it must be one of/],
    ['a type of the prototype', { __typename: 'constructor' }, /"__typename" is "constructor"/],
    [
      'no key',
      { __typename: 'Row' },
      /needs "id", or else "databaseId", "keyspaceName", "tableName", "key": "databaseId" is/,
    ],
    ['half a key', row, /"key" is missing/],
    ['a key of another type', { ...row, key: 'x' }, /"key" is "x"/],
    ['a null in a key', { ...row, keyspaceName: null, key: {} }, /"keyspaceName" is null/],
    [
      'a database that is no UUID',
      { ...row, databaseId: 'evil.example/', key: { id: first } },
      /is not the id of a database/,
    ],
    ['an id that is none', { __typename: 'Row', id: 'x' }, /"x" is not an id of this graph/],
    ['a column that is not of the key', { ...row, key: { id: first, title: 'x' } }, /title/],
    ['an empty document id', { ...note('') }, /empty|id/],
  ])('%s is an error on its index, and costs no call', async (_, given, message) => {
    const { data, errors } = await ask('... on Row { value(column: "title") }', [given]);
    expect(data).toEqual({ _entities: [null] });
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toMatch(message);
    expect(calls()).toEqual([]);
  });

  test('the id of an object of another type is refused', async () => {
    const [{ id }] = (await ask('... on Document { id }', [note('n1')])).data._entities;
    const { errors } = await ask('__typename', [{ __typename: 'Row', id }]);
    expect(errors?.[0]?.message).toBe(`"${id}" is the id of a Document, and a Row is needed here.`);
  });

  test('one that fails leaves the others as they are', async () => {
    const given = [post(first), { __typename: 'Row' }, post('no uuid'), post(second)];
    const { data, errors } = await ask('... on Row { value(column: "title") }', given);
    expect(data._entities).toEqual([{ value: 'Post 0' }, null, null, { value: 'Post 1' }]);
    expect(errors?.map(({ path }) => path)).toEqual([
      ['_entities', 1],
      ['_entities', 2],
    ]);
    expect(calls()).toHaveLength(1);
  });
});

describe('what is not part of a subgraph', () => {
  test.each(['{ node(id: "x") { id } }', 'mutation { terminateDatabase(input: {}) { database { id } } }'])(
    '%s is not known',
    async (query) => {
      const { errors } = await gateway.query(query);
      expect(errors?.[0]?.message).toMatch(/^Cannot query field/);
    },
  );

  test('a graph of its own has no _entities', async () => {
    const plain = await startGateway();
    const { errors } = await plain.query('{ _service { sdl } }');
    expect(errors?.[0]?.message).toMatch(/^Cannot query field "_service"/);
    await plain.close();
  });
});

test('with a prefix, entities and the projection of their columns work as without', async () => {
  const prefixed = await startGateway({ subgraph: { typePrefix: 'Astra' }, emulator: { sample: true } });
  const { data, errors } = await prefixed.query(
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on AstraRow { value(column: "city") } } }',
    {
      r: [
        {
          __typename: 'AstraRow',
          databaseId: 'default',
          keyspaceName: 'travel',
          tableName: 'airports',
          key: { iata: 'SFO' },
        },
      ],
    },
  );
  expect(errors).toBeUndefined();
  expect(data._entities).toEqual([{ __typename: 'AstraRow', value: 'San Francisco' }]);
  expect(prefixed.upstreamRequests().at(-1)?.target).toMatch(/&fields=iata%2Ccity$/);
  await prefixed.close();
}, 60_000);
