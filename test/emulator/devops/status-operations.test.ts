/** Terminates, parks, resizes and resumes databases, and sets passwords. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TRANSITIONS } from '../../../emulator/devops/state/lifecycle.ts';
import { type DevopsHarness, errorsOf, JSON_TYPE, NEW, openDevops } from './devops-harness.ts';

const CLASSIC = { ...NEW, tier: 'C10' };

let harness: DevopsHarness;
let id: string;
beforeAll(async () => {
  harness = await openDevops();
});
beforeEach(async () => {
  id = await harness.create();
});
afterAll(() => harness.emulator.close());

describe('terminating', () => {
  test('is 202, keeps the record and drops the data', async () => {
    const answer = await harness.devops('POST', `/v2/databases/${id}/terminate`);
    expect([answer.status, answer.text]).toEqual([202, '']);
    const gone = await harness.read(id);
    expect(gone.status).toBe('TERMINATED');
    expect(gone.terminationTime).not.toBe('0001-01-01T00:00:00Z');
    const headers = { 'x-cassandra-token': harness.emulator.applicationToken };
    expect((await harness.ask('GET', `/${id}-us-east1/api/rest/v2/schemas/keyspaces`, { headers })).status).toBe(404);
  });

  test('cannot be done twice', async () => {
    await harness.devops('POST', `/v2/databases/${id}/terminate`);
    expect((await harness.devops('POST', `/v2/databases/${id}/terminate`)).status).toBe(409);
  });
});

describe('Classic databases', () => {
  let classic: string;
  beforeEach(async () => {
    classic = await harness.create({ ...CLASSIC, capacityUnits: 2 });
  });

  test('are parked and unparked with 202', async () => {
    expect((await harness.devops('POST', `/v2/databases/${classic}/park`)).status).toBe(202);
    const parked = await harness.read(classic);
    expect([parked.status, parked.availableActions]).toEqual(['PARKED', ['unpark', 'terminate']]);
    const headers = { 'x-cassandra-token': harness.emulator.applicationToken };
    expect((await harness.ask('GET', `/${classic}-us-east1/api/rest/v2/schemas/keyspaces`, { headers })).status).toBe(
      503,
    );
    expect((await harness.devops('POST', `/v2/databases/${classic}/park`)).status).toBe(409);
    expect((await harness.devops('POST', `/v2/databases/${classic}/unpark`)).status).toBe(202);
    expect((await harness.read(classic)).status).toBe('ACTIVE');
  });

  test('grow by up to three units, and never shrink', async () => {
    const resize = (capacityUnits: unknown) =>
      harness.devops('POST', `/v2/databases/${classic}/resize`, { capacityUnits });
    for (const refused of [1, 2, 6, '3', undefined]) expect((await resize(refused)).status).toBe(400);
    expect((await resize(5)).status).toBe(202);
    expect((await harness.read(classic)).info.capacityUnits).toBe(5);
  });

  test.each(['park', 'unpark', 'resize', 'resetPassword'])('alone know %s', async (operation) => {
    const body = { capacityUnits: 2, username: 'a', password: '123456' };
    const answer = await harness.devops('POST', `/v2/databases/${id}/${operation}`, body);
    expect([answer.status, errorsOf(answer)[0]?.message]).toEqual([400, expect.stringContaining('serverless')]);
    expect((await harness.read(id)).availableActions).not.toContain(operation);
  });
});

describe('setting a password', () => {
  beforeEach(async () => {
    id = await harness.create(CLASSIC);
  });

  const reset = (body: object) => harness.devops('POST', `/v2/databases/${id}/resetPassword`, body);
  const signIn = (databaseId: string, username: string, password: string) =>
    harness.ask('POST', `/${databaseId}-us-east1/api/rest/v1/auth`, {
      headers: JSON_TYPE,
      body: { username, password },
    });

  test('changes who may sign in at that database alone', async () => {
    expect((await reset({ username: 'cassandra', password: 'opensesame' })).status).toBe(202);
    expect((await signIn(id, 'cassandra', 'opensesame')).status).toBe(201);
    expect((await signIn(id, 'cassandra', 'cassandra')).status).toBe(401);
    expect((await signIn(harness.emulator.defaultDatabaseId, 'cassandra', 'cassandra')).status).toBe(201);
  });

  test('needs a name and six characters', async () => {
    expect((await reset({ username: 'a', password: '12345' })).status).toBe(400);
    expect((await reset({ password: '123456' })).status).toBe(400);
  });
});

test('a call with a token resumes a hibernated database', async () => {
  const { databases, applicationToken } = harness.emulator;
  databases.startTransition(id, TRANSITIONS.hibernate);
  const ask = (headers: Record<string, string>) =>
    harness.ask('GET', `/${id}-us-east1/api/rest/v2/schemas/keyspaces`, { headers });
  expect((await ask({})).status).toBe(401);
  expect((await harness.read(id)).status).toBe('HIBERNATED');
  const answer = await ask({ 'x-cassandra-token': applicationToken });
  const message = 'Resuming your database, please try again shortly.';
  expect([answer.status, answer.body]).toEqual([503, { message }]);
  expect((await ask({ 'x-cassandra-token': applicationToken })).status).toBe(200);
});
