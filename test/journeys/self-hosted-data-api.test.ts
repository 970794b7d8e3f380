/** The same graph over a Data API of one's own, as HCD and DSE have it: one base URL, a token made of a name and a password. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import type { Fault } from '../../emulator/server/faults.ts';
import { type Listening, listen } from '../../emulator/server/server.ts';
import { createGateway, type Gateway } from '../../gateway/index.ts';
import type { GraphQLAnswer } from '../support/gateway.ts';

const PASSWORD = 'Canary-Password-"quoted"-7f3a91c2';
const WRONG_PASSWORD = 'Canary-Wrong-Password-5d1e';
const SIGN_IN = 'mutation ($input: CreateAuthTokenInput!) { createAuthToken(input: $input) { authToken } }';

let emulator: Emulator;
let server: Listening;
let gateway: Gateway;
let token: string | undefined;
const log: unknown[] = [];

beforeAll(async () => {
  emulator = await createEmulator({ user: 'canary', password: PASSWORD, loggedRequests: 1000 });
  server = await listen(emulator);
  const root = `${server.url}/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}`;
  gateway = createGateway({
    dataApiUrl: `${root}/api/json/v1`,
    dataApiName: 'home',
    maxRetries: 0,
    breakerMinCalls: 100_000,
    log: (entry) => log.push(entry),
  });
  const { data, errors } = await query(SIGN_IN, { input: { username: 'canary', password: PASSWORD } });
  expect(errors).toBeUndefined();
  token = data.createAuthToken.authToken;
}, 60_000);

afterEach(() => emulator.faults.clear());

afterAll(async () => {
  await gateway.close();
  await server.close();
  await emulator.close();
});

async function query(document: string, variables: object = {}): Promise<GraphQLAnswer> {
  const request = new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query: document, variables }),
  });
  return (await (await gateway.fetch(request)).json()) as GraphQLAnswer;
}

const READ = '{ keyspace(name: "shop") { tables { name } } namespace(name: "shop") { collections { name } } }';

test('a token by sign-in serves the schema, and goes in the header Token alone', async () => {
  const { data, errors } = await query(`mutation {
    createKeyspace(input: { name: "shop" }) { created }
    createTable(input: { keyspace: "shop", name: "items", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }] }) { created }
    createCollection(input: { namespace: "shop", name: "notes" }) { created }
  }`);
  expect(errors).toBeUndefined();
  expect(data.createTable.created).toBe(true);
  emulator.requests.clear();
  expect(await query(READ)).toEqual({
    data: { keyspace: { tables: [{ name: 'items' }] }, namespace: { collections: [{ name: 'notes' }] } },
  });
  const sent = emulator.requests.entries;
  expect(sent.map(({ api, method }) => `${api} ${method}`)).toEqual(['data POST', 'data POST']);
  for (const { headers } of sent) {
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('x-cassandra-token');
  }
});

test('databases are those that are configured, with what they can do', async () => {
  const { data } = await query('{ databases { nodes { databaseId name status capabilities } } }');
  expect(data.databases.nodes).toMatchObject([{ databaseId: 'home', name: 'home', status: null }]);
  expect(data.databases.nodes[0].capabilities).toEqual(expect.arrayContaining(['REPLICATION', 'VECTOR_SEARCH']));
});

test('what needs the DevOps API is not supported, and says so', async () => {
  const { errors } = await query('{ availableRegions { region } }');
  expect(errors?.[0]).toMatchObject({
    message: 'A self-hosted upstream has no DevOps API: databases are made and changed by its operator.',
    extensions: { code: 'NOT_SUPPORTED' },
  });
});

test('wrong credentials are that, in the words of every other upstream', async () => {
  const { errors } = await query(SIGN_IN, { input: { username: 'canary', password: WRONG_PASSWORD } });
  expect(errors).toMatchObject([
    { message: 'The credentials are not correct.', extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('a hibernated database wakes up by being called, and says when to come again', async () => {
  const body = { message: 'Resuming your database, please try again shortly.' };
  emulator.faults.add({ match: { api: 'data' }, fault: { kind: 'answer', status: 503, body } });
  emulator.requests.clear();
  const { errors } = await query('{ keyspace(name: "elsewhere") { tables { name } } }');
  expect(errors?.[0]).toMatchObject({
    extensions: { code: 'DATABASE_UNAVAILABLE', retryAfterMs: 60_000, upstream: { api: 'data', status: 503 } },
  });
  expect(emulator.requests.entries).toHaveLength(1);
});

describe('no password and no token is in an error or the log', () => {
  /** As texts, and as tokens spell them. */
  const secrets = () => {
    const words = [PASSWORD, WRONG_PASSWORD, token ?? ''];
    return [...words, ...words.map((word) => JSON.stringify(word).slice(1, -1)), ...words.map(toBase64)];
  };
  const toBase64 = (word: string) => Buffer.from(word).toString('base64');
  const expectNone = (text: string) => expect(secrets().filter((secret) => text.includes(secret))).toEqual([]);

  const faults: Record<string, (told: string) => Fault> = {
    'hangs up': () => ({ kind: 'cut' }),
    'breaks off': () => ({ kind: 'truncate', afterBytes: 5 }),
    ...Object.fromEntries(
      [200, 400, 401, 403, 404, 409, 500, 503].map((status) => [
        `answers ${status} and repeats what it was told`,
        (told: string): Fault => ({
          kind: 'answer',
          status,
          body: {
            message: told,
            errors: [{ family: 'REQUEST', scope: '', errorCode: told, title: told, message: `It was ${told}` }],
          },
        }),
      ]),
    ),
    'fails with a 200 and repeats what it was told': (told) => ({
      kind: 'answer',
      status: 200,
      body: {
        errors: [{ family: 'SERVER', scope: '', errorCode: 'UNEXPECTED_SERVER_ERROR', title: told, message: told }],
      },
    }),
    'answers a web page': (told) => ({ kind: 'answer', status: 200, body: `<html>${told}</html>` }),
  };

  test.each(Object.entries(faults))('of an upstream that %s', async (_, fault) => {
    for (const password of [PASSWORD, WRONG_PASSWORD]) {
      emulator.faults.clear();
      emulator.faults.add({ fault: fault([token, password, toBase64(password)].join(' ')) });
      const { errors } = await query(SIGN_IN, { input: { username: 'canary', password } });
      expect(errors).toHaveLength(1);
      expectNone(JSON.stringify(errors));
    }
    emulator.faults.clear();
    emulator.faults.add({ fault: fault([token, toBase64(PASSWORD), PASSWORD].join(' ')) });
    const { errors } = await query('{ keyspace(name: "elsewhere") { tables { name } } }');
    expect(errors).toHaveLength(1);
    expectNone(JSON.stringify(errors));
  });

  test('in the log, of all of the above', () => {
    expect(log.length).toBeGreaterThan(20);
    expectNone(JSON.stringify(log));
  });
});
