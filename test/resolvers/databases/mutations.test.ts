/** Sign-in, and the life of databases. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMINISTRATOR_ROLE } from '../../../emulator/devops/state/roles.ts';
import { type Graph, openGraph } from '../support/graph.ts';

let graph: Graph;
let databaseId: string;

beforeAll(async () => {
  graph = await openGraph();
  const { createDatabase } = await graph.data(`mutation { createDatabase(input: {
    name: "extra", cloudProvider: GCP, tier: "C10", capacityUnits: 1, region: "us-east1", keyspace: "first",
    username: "ada", password: "lovelace"
  }) { databaseId database { id name } } }`);
  databaseId = (createDatabase as { databaseId: string }).databaseId;
}, 60_000);

afterAll(() => graph.close());

const change = (name: string, more: object = {}) =>
  graph.run(
    `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { database { name status } } }`,
    { input: { databaseId, ...more } },
  );

async function becomes(status: string): Promise<void> {
  await expect
    .poll(async () => (await graph.data(`{ database(databaseId: "${databaseId}") { status } }`)).database)
    .toEqual({ status });
}

test('signing in gives a token, and a wrong password none', async () => {
  const query = `mutation ($input: CreateAuthTokenInput!) { createAuthToken(input: $input) { authToken } }`;
  const right = await graph.run(query, { input: { username: 'cassandra', password: 'cassandra' } });
  expect(right.data.createAuthToken).toEqual({ authToken: expect.any(String) });
  const wrong = await graph.run(query, { input: { username: 'cassandra', password: 'wrong' } });
  expect(wrong.codes).toEqual(['UNAUTHENTICATED']);
});

test('a service account signs in to the DevOps API', async () => {
  const { emulator, emulatorUrl } = graph.gateway;
  const made = await fetch(`${emulatorUrl}/v2/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.applicationToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ roles: [ADMINISTRATOR_ROLE] }),
  });
  const { clientId, secret } = (await made.json()) as { clientId: string; secret: string };
  const query = `mutation ($input: AuthenticateServiceAccountInput!) { authenticateServiceAccount(input: $input) { token } }`;
  const account = { clientId, clientName: 'Local development', clientSecret: secret };
  expect((await graph.run(query, { input: account })).data.authenticateServiceAccount).toEqual({
    token: expect.stringMatching(/^(?!Bearer)./),
  });
  const unknown = { ...account, clientSecret: 'wrong' };
  expect((await graph.run(query, { input: unknown })).codes).toEqual(['UNAUTHENTICATED']);
});

test('a database is parked, unparked, resized and terminated', async () => {
  await becomes('ACTIVE');
  expect((await change('resizeDatabase', { capacityUnits: 2 })).data.resizeDatabase).toMatchObject({
    database: { name: 'extra' },
  });
  await becomes('ACTIVE');
  expect((await change('resizeDatabase', { capacityUnits: 0 })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await change('resetDatabasePassword', { username: 'ada', password: 'analytical' })).codes).toEqual([]);
  await becomes('ACTIVE');
  expect((await change('parkDatabase')).codes).toEqual([]);
  await becomes('PARKED');
  expect((await change('parkDatabase')).codes).toEqual(['CONFLICT']);
  expect((await change('unparkDatabase')).codes).toEqual([]);
  await becomes('ACTIVE');
  expect((await change('terminateDatabase')).codes).toEqual([]);
  await becomes('TERMINATED');
}, 60_000);

test('a database that is to be terminated must be named', async () => {
  const query = 'mutation { terminateDatabase(input: {}) { database { name } } }';
  expect((await graph.run(query)).codes).toEqual(['BAD_USER_INPUT']);
  const both = await change('terminateDatabase', { id: 'x' });
  expect(both.codes).toEqual(['BAD_USER_INPUT']);
});

test('a database that is not there', async () => {
  const nowhere = { databaseId: '00000000-0000-4000-8000-00000000dead' };
  for (const name of ['terminateDatabase', 'parkDatabase', 'unparkDatabase']) {
    expect((await change(name, nowhere)).codes).toEqual(['NOT_FOUND']);
  }
  expect((await change('parkDatabase', { databaseId: 'no uuid' })).codes).toEqual(['BAD_USER_INPUT']);
});

test('secure bundles', async () => {
  const query = `mutation ($input: CreateSecureBundleUrlInput!) {
    createSecureBundleUrl(input: $input) { bundles { downloadUrl region } }
  }`;
  expect((await graph.run(query, { input: { all: true } })).data.createSecureBundleUrl).toMatchObject({
    bundles: [{ downloadUrl: expect.stringMatching(/^https?:/) }],
  });
});

test('a database with impossible details is refused', async () => {
  const query = 'mutation ($input: CreateDatabaseInput!) { createDatabase(input: $input) { databaseId } }';
  const input = { name: 'bad', cloudProvider: 'GCP', tier: 'serverless', capacityUnits: 1, region: 'atlantis' };
  expect((await graph.run(query, { input })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await graph.run(query, { input: { ...input, capacityUnits: 0 } })).codes).toEqual(['BAD_USER_INPUT']);
});
