/** Statuses, their order and what they allow, with a clock that is moved by hand. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClock, type Harness, openEmulator } from '../support/emulator-harness.ts';

const STEP_MS = 1000;
const NEW = { name: 'made', cloudProvider: 'GCP', tier: 'C10', capacityUnits: 1, region: 'us-east1' };

let harness: Harness;
let clock: ReturnType<typeof createClock>;
let path: string;
beforeEach(async () => {
  clock = createClock();
  harness = await openEmulator({ now: clock.now, delaysMs: STEP_MS });
  path = `/v2/databases/${(await harness.devops('POST', '/v2/databases', NEW)).headers.get('location')}`;
});
afterEach(() => harness.emulator.close());

async function status(): Promise<string> {
  return ((await harness.devops('GET', path)).body as { status: string }).status;
}

/** The statuses that follow each other until nothing changes any more. */
async function course(): Promise<string[]> {
  const seen = [await status()];
  for (;;) {
    clock.pass(STEP_MS);
    const next = await status();
    if (next === seen.at(-1)) return seen;
    seen.push(next);
  }
}

test('a new database', async () => {
  expect(await course()).toEqual(['PENDING', 'INITIALIZING', 'ACTIVE']);
});

test.each([
  ['keyspaces/a', undefined, ['MAINTENANCE', 'ACTIVE']],
  ['datacenters', [{ tier: 'C10', cloudProvider: 'GCP', region: 'us-east4' }], ['MAINTENANCE', 'ACTIVE']],
  ['park', undefined, ['PARKING', 'PARKED']],
  ['resize', { capacityUnits: 2 }, ['RESIZING', 'ACTIVE']],
  ['terminate', undefined, ['TERMINATING', 'TERMINATED']],
])('after POST …/%s', async (operation, body, expected) => {
  await course();
  expect((await harness.devops('POST', `${path}/${operation}`, body)).status).toBeLessThan(300);
  expect(await course()).toEqual(expected);
});

test('after removing a keyspace, and after unparking', async () => {
  await course();
  await harness.devops('DELETE', `${path}/keyspaces/default_keyspace`);
  expect(await course()).toEqual(['MAINTENANCE', 'ACTIVE']);
  await harness.devops('POST', `${path}/park`);
  await course();
  await harness.devops('POST', `${path}/unpark`);
  expect(await course()).toEqual(['UNPARKING', 'ACTIVE']);
});

test('every change of a database that is not ACTIVE is 409', async () => {
  const changes: [string, string, unknown?][] = [
    ['POST', 'keyspaces/a'],
    ['DELETE', 'keyspaces/a'],
    ['POST', 'secureBundleURL'],
    ['POST', 'terminate'],
    ['POST', 'park'],
    ['POST', 'unpark'],
    ['POST', 'resize', { capacityUnits: 2 }],
    ['POST', 'resetPassword', { username: 'a', password: '123456' }],
    ['POST', 'datacenters', []],
  ];
  for (const [method, operation, body] of changes) {
    expect((await harness.devops(method, `${path}/${operation}`, body)).status, operation).toBe(409);
  }
});

test('a keyspace is there when the database is ACTIVE again, and the data can be read meanwhile', async () => {
  await course();
  const keyspaces = `${path.replace('/v2/databases', '')}-us-east1/api/rest/v2/schemas/keyspaces`;
  const read = async (name: string) => {
    const headers = { 'x-cassandra-token': harness.emulator.applicationToken };
    return (await harness.ask('GET', `${keyspaces}/${name}`, { headers })).status;
  };
  await harness.devops('POST', `${path}/keyspaces/later`);
  expect(await read('later')).toBe(404);
  expect(await read('default_keyspace')).toBe(200);
  clock.pass(STEP_MS);
  expect(await read('later')).toBe(200);
});

test('the data of a database that is not there yet is 503', async () => {
  const headers = { 'x-cassandra-token': harness.emulator.applicationToken };
  const target = `${path.replace('/v2/databases', '')}-us-east1/api/rest/v2/schemas/keyspaces`;
  expect((await harness.ask('GET', target, { headers })).status).toBe(503);
});

test('delays can be set for each status', async () => {
  const own = await openEmulator({ now: clock.now, delaysMs: { PENDING: 5000, INITIALIZING: 0 } });
  const { headers } = await own.devops('POST', '/v2/databases', NEW);
  const statusNow = async () =>
    ((await own.devops('GET', `/v2/databases/${headers.get('location')}`)).body as { status: string }).status;
  clock.pass(4999);
  expect(await statusNow()).toBe('PENDING');
  clock.pass(1);
  expect(await statusNow()).toBe('ACTIVE');
  await own.emulator.close();
});
