/** Databases that do not serve, and tokens that are not good any more. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TRANSITIONS } from '../../emulator/devops/state/lifecycle.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;
let now = Date.now();

beforeAll(async () => {
  gateway = await startGateway({ emulator: { tokenLifetimeSeconds: 60, now: () => now } });
});

afterAll(() => gateway.close());

async function createDatabase(tier: string): Promise<string> {
  const { data } = await gateway.query(
    `mutation { createDatabase(input: { name: "other", cloudProvider: AWS, tier: "${tier}", capacityUnits: 1, region: "us-east-1" }) { databaseId } }`,
  );
  return data.createDatabase.databaseId;
}

const keyspaces = (databaseId: string) => `{ database(databaseId: "${databaseId}") { status keyspaces { name } } }`;

test('a parked database says so, and how to go on', async () => {
  const databaseId = await createDatabase('C10');
  const parked = await gateway.query(
    `mutation { parkDatabase(input: { databaseId: "${databaseId}" }) { database { status } } }`,
  );
  expect(parked.errors).toBeUndefined();
  const { data, errors } = await gateway.query(keyspaces(databaseId));
  expect(data.database).toEqual({ status: 'PARKED', keyspaces: null });
  expect(errors?.[0]).toMatchObject({ path: ['database', 'keyspaces'], extensions: { code: 'DATABASE_UNAVAILABLE' } });
  expect(errors?.[0]?.message).toContain('PARKED');
  expect(errors?.[0]?.message).toContain('Unpark it');
});

test('a terminated database is gone for good', async () => {
  const databaseId = await createDatabase('serverless');
  await gateway.query(`mutation { terminateDatabase(input: { databaseId: "${databaseId}" }) { database { status } } }`);
  const { data, errors } = await gateway.query(keyspaces(databaseId));
  expect(data.database.status).toBe('TERMINATED');
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'DATABASE_UNAVAILABLE' } });
  expect(errors?.[0]?.message).toContain('TERMINATED');
});

test('a hibernated database is woken up by the first call, and says when to come back', async () => {
  gateway.emulator.databases.startTransition(gateway.emulator.defaultDatabaseId, TRANSITIONS.hibernate);
  const { errors } = await gateway.query('{ database { keyspaces { name } } }');
  expect(errors?.[0]).toMatchObject({
    extensions: { code: 'DATABASE_UNAVAILABLE', upstream: { api: 'rest', status: 503, retryable: true } },
  });
  expect(errors?.[0]?.message).toMatch(/resum/i);
  expect((await gateway.query('{ database { keyspaces { name } } }')).errors).toBeUndefined();
});

test('a token of the auth API is good until it has not been used for its lifetime', async () => {
  const { data } = await gateway.query(
    'mutation { createAuthToken(input: { username: "cassandra", password: "cassandra" }) { authToken } }',
    {},
    {},
  );
  const headers = { 'x-cassandra-token': data.createAuthToken.authToken };
  const query = '{ database { keyspaces { name } } }';
  expect((await gateway.query(query, {}, headers)).errors).toBeUndefined();
  now += 61_000;
  const { errors } = await gateway.query('{ database { namespaces { name } } }', {}, headers);
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('wrong credentials are refused without saying which part is wrong', async () => {
  const { errors } = await gateway.query(
    'mutation { createAuthToken(input: { username: "cassandra", password: "wrong" }) { authToken } }',
    {},
    {},
  );
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(JSON.stringify(errors)).not.toContain('wrong');
});

test('a data token alone does not open the DevOps API, and the message names the header that does', async () => {
  const headers = { 'x-cassandra-token': gateway.emulator.applicationToken };
  const { data, errors } = await gateway.query('{ database { keyspaces { name } name } }', {}, headers);
  expect(data.database.keyspaces).not.toBeNull();
  expect(errors?.[0]).toMatchObject({ path: ['database', 'name'], extensions: { code: 'UNAUTHENTICATED' } });
  expect(errors?.[0]?.message).toContain('Authorization: Bearer');
});
