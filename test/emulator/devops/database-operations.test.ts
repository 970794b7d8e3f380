/** Creates, lists and reads databases. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DatabaseView, type DevopsHarness, errorsOf, JSON_TYPE, NEW, openDevops, UUID } from './devops-harness.ts';

let harness: DevopsHarness;
let id: string;
beforeAll(async () => {
  harness = await openDevops();
});
beforeEach(async () => {
  id = await harness.create();
});
afterAll(() => harness.emulator.close());

describe('creating a database', () => {
  test('answers 201, no body, and the bare id in Location', async () => {
    const answer = await harness.devops('POST', '/v2/databases', NEW);
    expect([answer.status, answer.text]).toEqual([201, '']);
    expect(answer.headers.get('location')).toMatch(UUID);
  });

  test('leads to an ACTIVE database with a first keyspace', async () => {
    expect(await harness.read(id)).toMatchObject({
      id,
      status: 'ACTIVE',
      observedStatus: 'ACTIVE',
      info: { ...NEW, keyspace: 'default_keyspace', keyspaces: ['default_keyspace'], additionalKeyspaces: null },
      terminationTime: '0001-01-01T00:00:00Z',
    });
  });

  test('takes the name of the keyspace and the kind of database', async () => {
    const made = await harness.read(await harness.create({ ...NEW, keyspace: 'shop', dbType: 'vector' }));
    expect(made.info).toMatchObject({ keyspace: 'shop', keyspaces: ['shop'], dbType: 'vector' });
  });

  test('allows a name twice', async () => {
    expect(await harness.create()).not.toBe(await harness.create());
  });

  test('names all of tier, provider and region that are wrong, in this order', async () => {
    const wrong = { ...NEW, tier: 'gold', cloudProvider: 'ACME', region: 'moon' };
    const answer = await harness.devops('POST', '/v2/databases', wrong);
    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual([
      { ID: 2000011, message: 'unsupported database tier' },
      { ID: 2000012, message: 'unsupported cloud provider' },
      { ID: 2000013, message: 'unsupported region' },
    ]);
  });

  test.each([
    ['an empty name', { name: '' }, 400],
    ['a name too long', { name: 'x'.repeat(51) }, 422],
    ['a name that ends in a dash', { name: 'x-' }, 422],
    ['a region of another provider', { cloudProvider: 'AWS' }, 422],
    ['more capacity than there is', { capacityUnits: 101 }, 422],
    ['more capacity than a new Classic may have', { tier: 'C10', capacityUnits: 13 }, 422],
    ['capacity as text', { capacityUnits: '1' }, 400],
    ['a keyspace of the system', { keyspace: 'system' }, 422],
    ['an unknown kind', { dbType: 'graph' }, 422],
  ])('refuses %s', async (_, part, status) => {
    expect((await harness.devops('POST', '/v2/databases', { ...NEW, ...part })).status).toBe(status);
  });

  test('refuses a body that is no JSON object', async () => {
    expect((await harness.devops('POST', '/v2/databases', '{')).status).toBe(400);
    expect((await harness.devops('POST', '/v2/databases', [])).status).toBe(400);
  });
});

describe('listing databases', () => {
  test('answers a bare array without the terminated', async () => {
    await harness.devops('POST', `/v2/databases/${id}/terminate`);
    const ids = async (query: string) => (await harness.list(query)).map((database) => database.id);
    expect(await ids('')).not.toContain(id);
    expect(await ids('?include=nonterminated')).not.toContain(id);
    expect(await ids('?include=all&limit=100')).toContain(id);
    expect(await ids('?include=terminated')).toContain(id);
    expect(await ids('?include=active')).not.toContain(id);
  });

  test('takes every published value of include', async () => {
    const published =
      'nonterminated all active pending preparing prepared initializing parked parking unparking terminating terminated resizing error maintenance suspended suspending hibernating hibernated resuming';
    for (const include of published.split(' ')) {
      expect((await harness.devops('GET', `/v2/databases?include=${include}`)).status).toBe(200);
    }
  });

  test('takes include in any letter case, and the name of the constant that clients have for nonterminated', async () => {
    await harness.devops('POST', `/v2/databases/${id}/terminate`);
    const ids = async (include: string) =>
      (await harness.list(`?limit=100&include=${include}`)).map((database) => database.id);
    for (const all of ['all', 'ALL', 'All']) expect(await ids(all)).toContain(id);
    for (const alive of ['nonterminated', 'NONTERMINATED', 'nonTerminated', 'non_terminated', 'NON_TERMINATED']) {
      expect(await ids(alive)).toEqual(await ids('nonterminated'));
    }
    for (const include of ['active', 'terminated', 'initializing', 'hibernated']) {
      expect(await ids(include.toUpperCase())).toEqual(await ids(include));
    }
    expect(await ids('TERMINATED')).toContain(id);
  });

  test.each(['include=non-terminated', 'include=n_onterminated', 'include=_all', 'include=moon', 'provider=acme'])(
    'refuses %s, and names it',
    async (query) => {
      const answer = await harness.devops('GET', `/v2/databases?${query}`);
      expect(answer.status).toBe(400);
      expect(errorsOf(answer)[0]?.message).toContain(query.split('=')[1]);
    },
  );

  test('filters by provider in any letter case', async () => {
    const azure = await harness.create({ ...NEW, cloudProvider: 'AZURE', region: 'westus3' });
    for (const provider of ['AZURE', 'Azure', 'azure']) {
      expect((await harness.list(`?provider=${provider}`)).map((database) => database.id)).toEqual([azure]);
    }
  });

  test('goes page by page, and the end is a short page', async () => {
    const all = await harness.list('?include=all&limit=100');
    const paged: DatabaseView[] = [];
    for (;;) {
      const after = paged.at(-1);
      const page = await harness.list(`?include=all&limit=3${after ? `&starting_after=${after.id}` : ''}`);
      paged.push(...page);
      if (page.length < 3) break;
    }
    expect(paged.map((database) => database.id)).toEqual(all.map((database) => database.id));
  });

  test('gives 25 without a limit, and takes one that is too high', async () => {
    for (let count = (await harness.list('?limit=1000')).length; count < 27; count += 1) await harness.create();
    expect(await harness.list()).toHaveLength(25);
    expect((await harness.list('?limit=1000')).length).toBeGreaterThan(26);
  });
});

describe('a database', () => {
  test('has the fields of a live answer', async () => {
    const database = await harness.read(id);
    const base = `http://emulator/${id}-us-east1`;
    expect(database).toMatchObject({
      orgId: expect.stringMatching(UUID),
      ownerId: expect.stringMatching(UUID),
      creationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      storage: { nodeCount: 3, replicationFactor: 1, totalStorage: 5, usedStorage: 0 },
      metrics: { writeRequestsTotalCount: 0, readRequestsTotalCount: 0, liveDataSizeBytes: 0, errorsTotalCount: 0 },
      availableActions: expect.arrayContaining(['addKeyspace', 'terminate', 'getCreds']),
      dataEndpointUrl: `${base}/api/rest`,
      graphqlUrl: `${base}/api/graphql`,
      cqlshUrl: `${base}/cqlsh`,
      studioUrl: null,
    });
    expect(database.cost).toMatchObject({ costPerMinCents: 0, costPerDayMRCents: 0, costPerNetworkGbCents: 0 });
  });

  test('answers at its data endpoint', async () => {
    const { dataEndpointUrl } = await harness.read(id);
    const headers = { 'x-cassandra-token': harness.emulator.applicationToken };
    const answer = await harness.ask('GET', `${dataEndpointUrl}/v2/schemas/keyspaces/default_keyspace`, { headers });
    expect(answer.body).toEqual({
      data: { name: 'default_keyspace', datacenters: [{ name: 'us-east1', replicas: 3 }] },
    });
  });

  test('keeps its data to itself', async () => {
    const headers = { ...JSON_TYPE, 'x-cassandra-token': harness.emulator.applicationToken };
    const other = await harness.create();
    const keyspaces = (databaseId: string) => `/${databaseId}-us-east1/api/rest/v2/schemas/keyspaces`;
    await harness.ask('POST', keyspaces(id), { headers, body: { name: 'mine' } });
    expect((await harness.ask('GET', `${keyspaces(id)}/mine`, { headers })).status).toBe(200);
    expect((await harness.ask('GET', `${keyspaces(other)}/mine`, { headers })).status).toBe(404);
    expect((await harness.read(id)).info.keyspaces).toEqual(['default_keyspace', 'mine']);
  });
});
