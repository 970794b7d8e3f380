/** What a client sends in lists takes time in proportion to it. Four times as much is compared with once, by the time that the process spends: a product of two lists would take sixteen times as long. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pick } from '../../datasources/documents/pick.ts';
import { toPattern } from '../../resolvers/projection/path.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';
import {
  aliases,
  DOCUMENTS,
  ERRORS,
  type Input,
  list,
  MEMBERS,
  members,
  type Operation,
  ROWS,
  SCHEMA,
} from './scaling-inputs.ts';

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
