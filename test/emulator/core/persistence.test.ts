import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClock, type Harness, openEmulator } from '../support/emulator-harness.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens the folder, lets `use` do its work, and closes it again. */
async function session<T>(use: (harness: Harness) => Promise<T>, options = {}): Promise<T> {
  const harness = await openEmulator({ folder, ...options });
  try {
    return await use(harness);
  } finally {
    await harness.emulator.close();
  }
}

test('the development token stays the same', async () => {
  const token = await session(async ({ emulator }) => emulator.applicationToken);
  await session(async ({ emulator, devops }) => {
    expect(emulator.applicationToken).toBe(token);
    expect((await devops('GET', '/v2/databases')).status).toBe(200);
  });
});

test('keyspaces and rows stay', async () => {
  const rows = '/v2/keyspaces/shop/items';
  await session(async ({ data }) => {
    await data('POST', '/v2/schemas/keyspaces', { name: 'shop', replicas: 1 });
    await data('POST', '/v2/schemas/keyspaces/shop/tables', {
      name: 'items',
      columnDefinitions: [{ name: 'id', typeDefinition: 'int' }],
      primaryKey: { partitionKey: ['id'], clusteringKey: [] },
    });
    await data('POST', rows, { id: 7 });
  });
  await session(async ({ data }) => {
    expect((await data('GET', `${rows}/7`)).body).toEqual({ count: 1, data: [{ id: 7 }] });
  });
});

test('tokens of the auth service stay, until they expire', async () => {
  const clock = createClock();
  const options = { now: clock.now };
  const headers = { 'content-type': 'application/json' };
  const body = { username: 'cassandra', password: 'cassandra' };
  const { authToken } = await session(async ({ ask, base }) => {
    return (await ask('POST', `${base}/v1/auth`, { headers, body })).body as { authToken: string };
  }, options);
  const status = () =>
    session(async ({ ask, base }) => {
      const token = { 'x-cassandra-token': authToken };
      return (await ask('GET', `${base}/v2/schemas/keyspaces`, { headers: token })).status;
    }, options);
  expect(await status()).toBe(200);
  clock.pass(1_801_000);
  expect(await status()).toBe(401);
});

test('databases go on where they were', async () => {
  const clock = createClock();
  const options = { now: clock.now, delaysMs: 1000 };
  const made = { name: 'made', cloudProvider: 'GCP', tier: 'serverless', capacityUnits: 1, region: 'us-east1' };
  const id = await session(
    async ({ devops }) => (await devops('POST', '/v2/databases', made)).headers.get('location'),
    options,
  );
  const read = () =>
    session(async ({ devops }) => (await devops('GET', `/v2/databases/${id}`)).body as { status: string }, options);
  expect((await read()).status).toBe('PENDING');
  clock.pass(1000);
  expect((await read()).status).toBe('INITIALIZING');
  clock.pass(1000);
  expect(await read()).toMatchObject({ status: 'ACTIVE', info: { keyspaces: ['default_keyspace'] } });
});

test('roles, users and access lists are still there', async () => {
  const policy = { description: 'a test', effect: 'allow', resources: ['*'], actions: ['org-db-view'] };
  const read = ({ devops, emulator }: Harness) =>
    Promise.all(
      [
        '/v2/organizations/roles',
        '/v2/organizations/users',
        '/v2/access-lists',
        `/v2/databases/${emulator.defaultDatabaseId}/access-list`,
      ].map(async (path) => (await devops('GET', path)).body),
    );
  const before = await session(async (harness) => {
    const { devops, emulator } = harness;
    const made = await devops('POST', '/v2/organizations/roles', { name: 'viewer', policy });
    const roles = [(made.body as { ID: string }).ID];
    await devops('PUT', '/v2/organizations/users', { email: 'a@example.org', roles });
    await devops('POST', `/v2/databases/${emulator.defaultDatabaseId}/access-list`, [{ address: '10.1.2.3' }]);
    return read(harness);
  });
  expect(before).toEqual([
    expect.arrayContaining([expect.objectContaining({ Name: 'viewer' })]),
    expect.objectContaining({ Users: [expect.anything(), expect.objectContaining({ Email: 'a@example.org' })] }),
    [expect.anything()],
    expect.objectContaining({ addresses: [expect.objectContaining({ address: '10.1.2.3' })] }),
  ]);
  expect(await session(read)).toEqual(before);
});

test('passwords and secrets are not in the files', async () => {
  const body = { username: 'somebody', password: 'opensesame' };
  const classic = { name: 'made', cloudProvider: 'GCP', tier: 'C10', capacityUnits: 1, region: 'us-east1' };
  const secret = await session(async ({ devops, ask }) => {
    const id = (await devops('POST', '/v2/databases', classic)).headers.get('location');
    expect((await devops('POST', `/v2/databases/${id}/resetPassword`, body)).status).toBe(202);
    const base = `/${id}-us-east1/api/rest`;
    const headers = { 'content-type': 'application/json' };
    const { authToken } = (await ask('POST', `${base}/v1/auth`, { headers, body })).body as { authToken: string };
    const made = (await devops('POST', '/v2/tokens', { roles: ['any'] })).body as Record<string, string>;
    return [authToken, made.secret, made.token];
  });
  const bytes = readFileSync(join(folder, 'data.mdb'));
  for (const text of ['opensesame', ...secret]) expect(bytes.includes(text ?? '')).toBe(false);
});
