/**
 * Marked tokens, passwords and client secrets go through operations of all kinds, through failures of all kinds, and are
 * looked for in whatever an operator or a client comes to read, in the keys under which things are kept, and on the disk.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../emulator/server/faults.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';
import { startTelemetry, type Telemetry } from '../support/telemetry.ts';

const PASSWORD = 'Canary-Password-"quoted"-7f3a91c2';
const WRONG_PASSWORD = 'Canary-Wrong-Password-5d1e';
const NEW_PASSWORD = 'Canary-New-Password-c0ffee11';
const WRONG_TOKEN = 'AstraCS:CanaryWrongToken:0123456789abcdef';
const WRONG_SECRET = 'Canary-Wrong-Client-Secret-99aa';

let gateway: RunningGateway;
let telemetry: Telemetry;
let folder: string;
const secrets = new Set([PASSWORD, WRONG_PASSWORD, NEW_PASSWORD, WRONG_TOKEN, WRONG_SECRET]);
/** Of tokens that are right, by what they are. */
const tokens = { auth: '', application: '', clientId: '', clientSecret: '' };
const mapKeys: string[] = [];
const setInMap = Map.prototype.set;

beforeAll(async () => {
  // Whatever is kept in memory under a text is kept in a Map.
  Map.prototype.set = function (key, value) {
    if (typeof key === 'string') mapKeys.push(key);
    return setInMap.call(this, key, value);
  };
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  telemetry = startTelemetry();
  gateway = await startGateway({
    emulator: { folder, user: 'canary', password: PASSWORD },
    upstream: { timeoutMs: 300, schemaTimeoutMs: 300 },
  });
  secrets.add(gateway.emulator.applicationToken);
  await signIn();
  await data(PREPARE);
}, 60_000);

afterEach(() => gateway.emulator.faults.clear());

afterAll(async () => {
  Map.prototype.set = setInMap;
  await telemetry.stop();
  rmSync(folder, { recursive: true });
});

/** Gets a token of each kind, and marks it. */
async function signIn(): Promise<void> {
  const response = await fetch(`${gateway.emulatorUrl}/v2/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.emulator.applicationToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ roles: (await roles()).slice(0, 1) }),
  });
  const made = (await response.json()) as { token: string; clientId: string; secret: string };
  expect(response.status).toBe(200);
  Object.assign(tokens, { application: made.token, clientId: made.clientId, clientSecret: made.secret });
  const { createAuthToken } = await data(SIGN_IN, { input: { username: 'canary', password: PASSWORD } });
  tokens.auth = createAuthToken.authToken;
  for (const secret of [made.token, made.secret, tokens.auth]) secrets.add(secret);
}

async function roles(): Promise<string[]> {
  const headers = { authorization: `Bearer ${gateway.emulator.applicationToken}` };
  const response = await fetch(`${gateway.emulatorUrl}/v2/organizations/roles`, { headers });
  return ((await response.json()) as { ID: string }[]).map(({ ID }) => ID);
}

const SIGN_IN = 'mutation ($input: CreateAuthTokenInput!) { createAuthToken(input: $input) { authToken } }';
const SERVICE_ACCOUNT =
  'mutation ($input: AuthenticateServiceAccountInput!) { authenticateServiceAccount(input: $input) { token } }';
const RESET =
  'mutation ($input: ResetDatabasePasswordInput!) { resetDatabasePassword(input: $input) { database { name } } }';
const CREATE = 'mutation ($input: CreateDatabaseInput!) { createDatabase(input: $input) { database { name } } }';
const PREPARE = `mutation {
  createKeyspace(input: { name: "shop" }) { created }
  createTable(input: { keyspace: "shop", name: "items", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }, { name: "v", type: "text" }] }) { created }
  createRow(input: { keyspace: "shop", table: "items", values: { id: 1, v: "a" } }) { created }
  createCollection(input: { namespace: "shop", name: "notes" }) { created }
  createDocument(input: { namespace: "shop", collection: "notes", documentId: "one", data: { a: 1 } }) { created } }`;

/** One operation for each thing that is read or written, with bad names, keys and values among them. */
const OPERATIONS = [
  '{ databases { nodes { name keyspaces { name } } } availableRegions { name } }',
  '{ keyspace(name: "shop") { name table(name: "items") { name row(key: { id: 1 }) { values } rows(first: 1) { nodes { key } } } } }',
  '{ namespace(name: "shop") { collection(name: "notes") { document(documentId: "one") { data } documents { nodes { documentId } } } } }',
  'mutation { createRow(input: { keyspace: "shop", table: "items", values: { id: 2, v: "b" } }) { row { values } } }',
  'mutation { updateRow(input: { keyspace: "shop", table: "items", key: { id: 2 }, values: { v: "c" } }) { row { values } } }',
  'mutation { deleteRow(input: { keyspace: "shop", table: "items", key: { id: 2 }, ifExists: true }) { deletedId } }',
  'mutation { replaceDocument(input: { namespace: "shop", collection: "notes", documentId: "two", data: { b: 1 } }) { document { data } } }',
  'mutation { createTable(input: { keyspace: "shop", name: "more", ifNotExists: true, primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }] }) { created } }',
  'mutation { createKeyspace(input: { name: "a b" }) { created } }',
  '{ keyspace(name: "shop") { table(name: "items") { row(key: { nonsense: "x" }) { values } } } node(id: "x") { id } }',
  '{ keyspace(name: "../..") { tables { name } } nonsense }',
  '{ keyspace(',
];

type Headers = Readonly<Record<string, string>>;

/** Each kind of token in each of the places in which it may come, right and wrong ones. */
function callers(): Headers[] {
  const values = [tokens.application, tokens.auth, WRONG_TOKEN];
  return [
    ...values.flatMap((token) => [{ authorization: `Bearer ${token}` }, { 'x-cassandra-token': token }]),
    { authorization: `Basic ${WRONG_TOKEN}` },
    { authorization: `Bearer ${tokens.application}`, 'x-cassandra-token': WRONG_TOKEN },
    { authorization: `Bearer ${WRONG_TOKEN}\u00e9` },
  ];
}

/** Asks, and looks at once for secrets in what came back; a payload may hold the token that was asked for, and no password. */
async function ask(query: string, variables: object = {}, headers?: Headers): Promise<GraphQLAnswer> {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(headers ?? ownHeaders()) },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as GraphQLAnswer;
  expectNoSecret('an error', JSON.stringify(answer.errors ?? []));
  for (const password of [PASSWORD, NEW_PASSWORD])
    expect(JSON.stringify(answer)).not.toContain(JSON.stringify(password).slice(1, -1));
  for (const [, value] of response.headers) expectNoSecret('a header', value);
  return answer;
}

const ownHeaders = () => ({ authorization: `Bearer ${gateway.emulator.applicationToken}` });

async function data(query: string, variables: object = {}) {
  const answer = await ask(query, variables);
  if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join(' '));
  return answer.data;
}

/** As it is, and as JSON spells it. */
function expectNoSecret(what: string, text: string): void {
  const found = [...secrets].filter(
    (secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)),
  );
  expect(found, what).toEqual([]);
}

describe('secrets are in no error', () => {
  test('of operations with tokens of all kinds', async () => {
    for (const headers of callers()) for (const query of OPERATIONS) await ask(query, {}, headers);
  });

  test('of sign-in, right and wrong', async () => {
    const { clientId, clientSecret } = tokens;
    const account = await data(SERVICE_ACCOUNT, { input: { clientId, clientName: 'canary', clientSecret } });
    secrets.add(account.authenticateServiceAccount.token);
    for (const [query, input] of [
      [SIGN_IN, { username: 'canary', password: WRONG_PASSWORD }],
      [SIGN_IN, { username: 'canary', password: WRONG_PASSWORD, databaseId: 'nonsense' }],
      [SERVICE_ACCOUNT, { clientId, clientName: 'canary', clientSecret: WRONG_SECRET }],
    ] as const) {
      for (const headers of [{}, undefined, ...callers()]) await ask(query, { input }, headers);
    }
  });

  test('of passwords of databases', async () => {
    const database = { name: 'canaries', cloudProvider: 'GCP', tier: 'C10', capacityUnits: 1, region: 'us-east1' };
    for (const headers of [undefined, { authorization: `Bearer ${WRONG_TOKEN}` }]) {
      await ask(CREATE, { input: { ...database, username: 'canary', password: NEW_PASSWORD } }, headers);
      await ask(CREATE, { input: { ...database, tier: 'none', username: 'canary', password: NEW_PASSWORD } }, headers);
      await ask(RESET, { input: { username: 'canary', password: NEW_PASSWORD } }, headers);
      await ask(RESET, { input: { databaseId: 'x', username: 'canary', password: NEW_PASSWORD } }, headers);
    }
  });

  test.each([
    ['a variable with a member too many', SIGN_IN, { input: { username: 'canary', password: PASSWORD, nonsense: 1 } }],
    ['a variable with a member missing', SIGN_IN, { input: { password: PASSWORD } }],
    ['a list for a text', SIGN_IN, { input: { username: 'canary', password: [PASSWORD] } }],
    ['an object for a text', SIGN_IN, { input: { username: 'canary', password: { deep: [PASSWORD] } } }],
    [
      'a literal with a member too many',
      `mutation { createAuthToken(input: { username: 1, password: "${WRONG_PASSWORD}", x: 1 }) { authToken } }`,
      {},
    ],
    [
      'a block string',
      `mutation { createAuthToken(input: { username: "canary", password: """${WRONG_PASSWORD}""", x: 1 }) { authToken } }`,
      {},
    ],
    ['a document that is broken off', `mutation { createAuthToken(input: { password: "${WRONG_PASSWORD}"`, {}],
  ])('about %s', async (_, query, variables) => {
    const { errors } = await ask(query, variables);
    expect(errors).not.toHaveLength(0);
  });
});

describe('secrets are in no error of an upstream that', () => {
  const faults: Record<string, (told: string) => Fault> = {
    'hangs up': () => ({ kind: 'cut' }),
    'breaks off': () => ({ kind: 'truncate', afterBytes: 5 }),
    'never answers': () => ({ kind: 'hang' }),
    ...Object.fromEntries(
      [400, 401, 403, 404, 409, 418, 429, 500, 503].map((status) => [
        `answers ${status} and repeats what it was told`,
        (told: string): Fault => ({
          kind: 'answer',
          status,
          body: { description: told, message: told, code: status },
        }),
      ]),
    ),
    'answers a web page': (told) => ({ kind: 'answer', status: 200, body: `<html>${told}</html>` }),
  };

  test.each(Object.entries(faults))('%s', async (_, fault) => {
    for (const headers of [{ authorization: `Bearer ${tokens.application}` }, { 'x-cassandra-token': tokens.auth }]) {
      // It knows the gateway's own token and what this request tells it; what others told it, no gateway can know.
      const told = [...Object.values(headers), gateway.emulator.applicationToken];
      const input = { username: 'canary', password: PASSWORD };
      gateway.emulator.faults.clear();
      gateway.emulator.faults.add({ fault: fault([...told, PASSWORD].join(' ')) });
      await Promise.all([ask(SIGN_IN, { input }, headers), ask(RESET, { input }, headers)]);
      gateway.emulator.faults.clear();
      gateway.emulator.faults.add({ fault: fault(told.join(' ')) });
      await Promise.all(OPERATIONS.map((query) => ask(query, {}, headers)));
    }
  });
});

/** Last: after all of the above, and once nothing writes any more. */
describe('secrets are, in the end,', () => {
  test('in no line of the log, with or without its redaction', () => {
    expect(gateway.logLines.length).toBeGreaterThan(100);
    expectNoSecret('the log', JSON.stringify(gateway.logLines));
  });

  test('in no metric', async () => {
    const response = await fetch(new URL('/metrics', gateway.url));
    expectNoSecret('the metrics', await response.text());
  });

  test('in no span and no measurement', async () => {
    expect(telemetry.spans().length).toBeGreaterThan(100);
    expectNoSecret('the telemetry', await telemetry.text());
  });

  test('in no key under which something is kept', () => {
    expect(mapKeys.length).toBeGreaterThan(100);
    expectNoSecret('a key', mapKeys.join('\n'));
  });

  test('in no answer to a probe', async () => {
    for (const path of ['/health', '/ready', '/', '/elsewhere']) {
      expectNoSecret(path, await (await fetch(new URL(path, gateway.url))).text());
    }
  });

  test("in no file of the emulator's, but for the token that it shows to everybody", async () => {
    await gateway.close();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    secrets.delete(gateway.emulator.applicationToken);
    for (const file of files) {
      expectNoSecret(file.name, readFileSync(join(file.parentPath, file.name), 'latin1'));
    }
  });
});
