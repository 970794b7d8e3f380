/**
 * What a client sends in lists takes time in proportion to it. Four times as much is compared with once, by the time that the
 * process spends: a product of two lists would take sixteen times as long.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toPattern } from '../../resolvers/projection/path.ts';
import { pick } from '../../resolvers/projection/pick.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';

const MOST = 8;
const TRIES = 6;
/** Less than this is noise. */
const LEAST_MS = 8;
const ANY = 1e9;

let gateway: RunningGateway;
let subgraph: RunningGateway;

beforeAll(async () => {
  const limits = { maxBodyBytes: ANY, maxCost: ANY, maxIds: ANY, maxItems: ANY, maxFirst: ANY, maxTokens: ANY };
  const raised = { ...limits, maxDocumentBytes: ANY, maxRootFields: ANY, maxAliases: ANY, maxFields: ANY };
  gateway = await startGateway({ limits: raised });
  subgraph = await startGateway({ limits: raised, subgraph: {} });
  await prepare(gateway);
  await prepare(subgraph);
});
afterAll(() => Promise.all([gateway.close(), subgraph.close()]));

async function prepare({ query }: RunningGateway): Promise<void> {
  const answer = await query(`mutation {
    keyspace: createKeyspace(input: { name: "k" }) { created }
    table: createTable(input: { keyspace: "k", name: "t", primaryKey: { partitionKey: ["a"], clusteringKey: [{ name: "b" }] },
      columns: [{ name: "a", type: "int" }, { name: "b", type: "int" }, { name: "c", type: "int" }, { name: "tags", type: "set<text>" },
        { name: "counts", type: "map<text, int>" }] }) { created }
    row: createRow(input: { keyspace: "k", table: "t", values: { a: 1, b: 1 } }) { created }
    collection: createCollection(input: { namespace: "k", name: "c" }) { created }
    document: createDocument(input: { namespace: "k", collection: "c", documentId: "d", data: { x: 1 } }) { created }
  }`);
  expect(answer.errors).toBeUndefined();
}

interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface Input {
  readonly name: string;
  /** So many that a product of two lists would show. */
  readonly n: number;
  readonly make: (n: number) => Operation;
  /** What the answer says, so that it is known to have come that far. */
  readonly says?: RegExp;
  readonly isSubgraph?: boolean;
}

const list = <T>(n: number, item: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => item(index));
const members = (n: number, name: (index: number) => string) =>
  Object.fromEntries(list(n, (index) => [name(index), 1]));
const inTable = (selection: string) => `{ keyspace(name: "k") { table(name: "t") { ${selection} } } }`;
const inCollection = (selection: string) => `{ namespace(name: "k") { collection(name: "c") { ${selection} } } }`;
const inDocument = (selection: string) => inCollection(`document(documentId: "d") { ${selection} }`);
const mutation = (name: string, selection: string, input: object): Operation => ({
  query: `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`,
  variables: { input },
});
const aliases = (n: number, field: string) => list(n, (index) => `a${index}: ${field}`).join(' ');

const ERRORS: readonly Input[] = [
  {
    name: 'errors beside many variables',
    n: 4000,
    make: (n) => ({
      query: `{ ${aliases(n / 40, 'node(id: "x") { id }')} }`,
      variables: { all: list(n, (index) => ({ password: `word ${index}` })) },
    }),
    says: /is not an id/,
  },
  {
    name: 'errors behind many lines',
    n: 300,
    make: (n) => ({
      query: `query ($ids: [ID!]!) {${'\n'.repeat(n * 40)} nodes(ids: $ids) { id } }`,
      variables: { ids: list(n, () => 'x') },
    }),
    says: /more errors are left out/,
  },
  {
    name: 'errors of one document at many places',
    n: 100,
    make: (n) => ({
      query: `{ ${list(n, (index) => `a${index}: node(id: "x") { id } ${'\n'.repeat(40)}`).join('')} }`,
    }),
    says: /is not an id/,
  },
  {
    name: 'many secrets that begin alike',
    n: 4000,
    make: (n) => ({
      query: `{ ${aliases(50, `node(id: "${'a'.repeat(1500)}") { id }`)} }`,
      variables: { password: list(n, (index) => `${'a'.repeat(index % 100)}${index}`) },
    }),
    says: /is not an id/,
  },
];

const MEMBERS: Input = {
  name: 'members that an input does not have',
  n: 4000,
  make: (n) => ({
    query: `query ($where: [ColumnFilter!]) ${inTable('rows(where: $where) { nodes { id } }')}`,
    variables: { where: [members(n, (index) => `x${index}`)] },
  }),
  says: /x5/,
};

const DOCUMENTS: readonly Input[] = [
  {
    name: 'paths of setInDocument',
    n: 3000,
    make: (n) =>
      mutation('setInDocument', 'document { documentId }', {
        namespace: 'k',
        collection: 'c',
        documentId: 'd',
        values: { ...members(n, (index) => `n${index}.a`), 'n1.a.b': 1 },
      }),
    says: /lead through each other/,
  },
  {
    name: 'ids of createDocuments',
    n: 8000,
    make: (n) =>
      mutation('createDocuments', 'results { index }', {
        namespace: 'k',
        collection: 'c',
        idPath: 'id',
        documents: [...list(n, (index) => ({ id: `i${index}` })), { id: 'i1' }],
      }),
    says: /Two documents have the id/,
  },
  {
    name: 'ids of deleteDocuments',
    n: 8000,
    make: (n) =>
      mutation('deleteDocuments', 'results { index }', {
        namespace: 'k',
        collection: 'c',
        documentIds: [...list(n, (index) => `i${index}`), 'i1'],
      }),
    says: /twice/,
  },
  {
    name: 'conditions of a document filter',
    n: 4000,
    make: (n) => ({
      query: `query ($where: DocumentFilter) ${inCollection('documents(where: $where) { nodes { documentId } }')}`,
      variables: { where: { and: list(n, (index) => ({ path: `x${index}`, in: [index] })) } },
    }),
  },
  {
    name: 'paths of data',
    n: 4000,
    make: (n) => ({
      query: `query ($fields: [DocumentPath!]) ${inDocument('data(fields: $fields)')}`,
      variables: { fields: list(n, (index) => `x.y${index}`) },
    }),
    says: /"data":\{\}/,
  },
  {
    name: 'steps of a path',
    n: 20_000,
    make: (n) => ({
      query: `query ($path: DocumentPath!) ${inDocument('value(path: $path)')}`,
      variables: { path: list(n, () => 'x').join('.') },
    }),
    says: /"value":null/,
  },
];

const ROWS: readonly Input[] = [
  {
    name: 'conditions on one column',
    n: 4000,
    make: (n) => ({
      query: `query ($where: [ColumnFilter!]) ${inTable('rows(where: $where) { nodes { id } }')}`,
      variables: { where: list(n, (index) => ({ column: 'a', eq: index })) },
    }),
    says: /another condition \(eq\)/,
  },
  {
    name: 'columns to sort by',
    n: 8000,
    make: (n) => ({
      query: `query ($sort: [ColumnSort!]) ${inTable('rows(key: { a: 1 }, sort: $sort) { nodes { id } }')}`,
      variables: { sort: list(n, (index) => ({ column: `x${index}` })) },
    }),
    says: /no column/,
  },
  {
    name: 'parts of a related key',
    n: 4000,
    make: (n) => ({
      query: `query ($key: [RelatedKeyPart!]!) ${inTable('rows { nodes { relatedRows(table: "t", key: $key) { nodes { id } } } }')}`,
      variables: { key: list(n, (index) => ({ column: `x${index}`, from: 'a' })) },
    }),
    says: /the key of the table/,
  },
  {
    name: 'columns to read',
    n: 20_000,
    make: (n) => ({
      query: `query ($columns: [String!]) ${inTable('rows { nodes { values(columns: $columns) } }')}`,
      variables: { columns: list(n, (index) => (index % 2 ? 'a' : 'c')) },
    }),
    says: /"values":/,
  },
  {
    name: 'keys of deleteRows',
    n: 2000,
    make: (n) =>
      mutation('deleteRows', 'results { index }', {
        keyspace: 'k',
        table: 't',
        keys: [...list(n, (index) => ({ a: 1, b: index })), { a: 1, b: 1 }],
      }),
    says: /twice/,
  },
  {
    name: 'elements of a set',
    n: 8000,
    make: (n) =>
      mutation('updateRow', 'row { key }', {
        keyspace: 'k',
        table: 't',
        key: { a: 1, b: 1 },
        values: { tags: list(n, (index) => `tag ${index}`) },
      }),
    says: /"key":/,
  },
  {
    name: 'representations',
    n: 1000,
    make: (n) => ({
      query: 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }',
      variables: {
        all: list(n, () => ({
          __typename: 'Row',
          databaseId: 'default',
          keyspaceName: 'k',
          tableName: 't',
          key: { a: 1, b: 1 },
        })),
      },
    }),
    says: /"_entities":\[\{/,
    isSubgraph: true,
  },
];

const SCHEMA: readonly Input[] = [
  {
    name: 'columns of a table',
    n: 2000,
    make: (n) =>
      mutation('createTable', 'created', {
        keyspace: 'k',
        name: `t${n}`,
        columns: list(n, (index) => ({ name: `c${index}`, type: 'int' })),
        primaryKey: { partitionKey: ['c0'], clusteringKey: list(n / 2, (index) => ({ name: `c${index + 1}` })) },
        ifNotExists: true,
      }),
    says: /"created":/,
  },
  {
    name: 'brackets of types',
    n: 200,
    make: (n) =>
      mutation('createUserDefinedType', 'created', {
        keyspace: 'k',
        name: 'u',
        fields: list(100, (index) => ({ name: `f${index}`, type: `${'list<'.repeat(n)}x${index}${'>'.repeat(n)}` })),
      }),
    says: /is no CQL type/,
  },
];

async function send({ query, variables }: Operation, { isSubgraph }: Input): Promise<GraphQLAnswer> {
  return (isSubgraph ? subgraph : gateway).query(query, variables);
}

/** Processor time of the whole process, the emulator's part included. */
async function spend(operation: Operation, input: Input): Promise<number> {
  const before = process.cpuUsage();
  const answer = await send(operation, input);
  const { user, system } = process.cpuUsage(before);
  const text = JSON.stringify(answer);
  if (input.says) expect(text).toMatch(input.says);
  for (const { message } of answer.errors ?? []) expect(message.length).toBeLessThan(2500);
  expect(answer.errors?.length ?? 0).toBeLessThanOrEqual(101);
  return (user + system) / 1000;
}

/** @param spendOn - answers the processor time that so much of the input takes, in milliseconds */
async function expectProportion(n: number, spendOn: (n: number) => Promise<number>): Promise<void> {
  let [once, fourTimes] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let tries = 0; tries < TRIES && !(fourTimes < MOST * Math.max(once, LEAST_MS)); tries += 1) {
    once = Math.min(once, await spendOn(n));
    fourTimes = Math.min(fourTimes, await spendOn(4 * n));
  }
  expect(fourTimes / Math.max(once, LEAST_MS)).toBeLessThan(MOST);
}

async function expectLinear(input: Input): Promise<void> {
  await send(input.make(40), input);
  await expectProportion(input.n, (n) => spend(input.make(n), input));
}

describe('takes time in proportion', () => {
  test.each(ERRORS.map((input) => [input.name, input] as const))('%s', (_, input) => expectLinear(input));
  test(MEMBERS.name, () => expectLinear(MEMBERS));
  test.each(DOCUMENTS.map((input) => [input.name, input] as const))('%s', (_, input) => expectLinear(input));
  test.each(ROWS.map((input) => [input.name, input] as const))('%s', (_, input) => expectLinear(input));
  test.each(SCHEMA.map((input) => [input.name, input] as const))('%s', (_, input) => expectLinear(input));
});

test('a document is cut by many paths in time proportional to both', () =>
  expectProportion(1500, async (n) => {
    const data = members(n, (index) => `m${index}`);
    const paths = [...Object.keys(data), ...list(n, (index) => `*.x${index}`)].map(toPattern);
    const before = process.cpuUsage();
    expect(pick(data, paths)).toEqual(data);
    return process.cpuUsage(before).user / 1000;
  }));

/** Whether a small request that is sent behind a big one is answered before it. */
async function isAnsweredMeanwhile(operation: Operation): Promise<boolean> {
  let hasEnded = false;
  const big = gateway.query(operation.query, operation.variables).then(() => {
    hasEnded = true;
  });
  await gateway.query('{ __typename }');
  const isBefore = !hasEnded;
  await big;
  return isBefore;
}

test('another client is answered while mutations fail one after the other', async () => {
  const data = members(2000, (index) => `m${index}`);
  const write = 'createDocument(input: { namespace: "k", collection: "none", data: $data }) { created }';
  const query = `mutation ($data: JSON!) { ${aliases(100, write)} }`;
  expect(await isAnsweredMeanwhile({ query, variables: { data } })).toBe(true);
});
