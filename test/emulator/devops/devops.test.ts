/** One test for each statement about the DevOps API that its contract makes without doubt. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TRANSITIONS } from '../../../emulator/devops/state/lifecycle.ts';
import { type Answer, type Harness, openEmulator } from '../support/emulator-harness.ts';

const NEW = { name: 'made', cloudProvider: 'GCP', tier: 'serverless', capacityUnits: 1, region: 'us-east1' };
const CLASSIC = { ...NEW, tier: 'C10' };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const JSON_TYPE = { 'content-type': 'application/json' };
const MISSING = '11111111-2222-4333-8444-555555555555';
const READ_ONLY_ROLE = '00000000-0000-4000-8000-0000000000a2';

let harness: Harness;
let id: string;
beforeAll(async () => {
  harness = await openEmulator();
});
beforeEach(async () => {
  id = await create();
});
afterAll(() => harness.emulator.close());

async function create(body: object = NEW): Promise<string> {
  return (await harness.devops('POST', '/v2/databases', body)).headers.get('location') ?? '';
}

interface DatabaseView {
  readonly id: string;
  readonly status: string;
  readonly info: Record<string, unknown> & { readonly keyspaces?: string[] };
  readonly [name: string]: unknown;
}

async function read(databaseId = id): Promise<DatabaseView> {
  return (await harness.devops('GET', `/v2/databases/${databaseId}`)).body as DatabaseView;
}

async function list(query = ''): Promise<DatabaseView[]> {
  return (await harness.devops('GET', `/v2/databases${query}`)).body as DatabaseView[];
}

function errorsOf({ body }: Answer): { ID: number; message: string }[] {
  return (body as { errors: { ID: number; message: string }[] }).errors;
}

describe('tokens of the caller', () => {
  test.each([
    ['no header', {}, 340012],
    ['another scheme', { authorization: 'Basic AstraCS:a:b' }, 340012],
    ['a token of the auth service', { authorization: `Bearer ${MISSING}` }, 340012],
    ['the header of the data plane', { 'x-cassandra-token': 'AstraCS:a:b' }, 340012],
    ['an unknown application', { authorization: 'Bearer AstraCS:a:b' }, 340018],
  ])('%s: 401', async (_, headers, code) => {
    const answer = await harness.ask('GET', '/v2/databases', { headers });
    expect([answer.status, errorsOf(answer)[0]?.ID]).toEqual([401, code]);
  });

  test('that lack a permission: 401 on database operations, 403 on those for tokens', async () => {
    const made = await harness.devops('POST', '/v2/tokens', { roles: [READ_ONLY_ROLE] });
    const headers = { authorization: `Bearer ${(made.body as { token: string }).token}` };
    const statusOf = async (method: string, path: string) => (await harness.ask(method, path, { headers })).status;
    expect(await statusOf('GET', '/v2/databases')).toBe(200);
    expect(await statusOf('POST', '/v2/databases')).toBe(401);
    expect(await statusOf('POST', `/v2/databases/${id}/keyspaces/a`)).toBe(401);
    expect(await statusOf('POST', `/v2/databases/${id}/terminate`)).toBe(401);
    expect(await statusOf('GET', '/v2/clientIdSecrets')).toBe(403);
  });
});

describe('errors', () => {
  test('are an array of objects with ID and message', async () => {
    const answer = await harness.devops('GET', `/v2/databases/${MISSING}`);
    expect(answer.status).toBe(404);
    expect(errorsOf(answer)).toEqual([{ ID: expect.any(Number), message: expect.any(String) }]);
  });

  test.each([
    'terminate',
    'park',
    'unpark',
    'resize',
    'resetPassword',
    'secureBundleURL',
    'keyspaces/a',
    'datacenters',
  ])('POST …/%s of a missing database: 404', async (operation) => {
    expect((await harness.devops('POST', `/v2/databases/${MISSING}/${operation}`, {})).status).toBe(404);
  });

  test.each(['0', 'x', 'not-a-uuid', `${MISSING}x`, MISSING.slice(1), '%20'])(
    'an id that is no UUID names no database: 404 on every path (%s)',
    async (wrong) => {
      const calls: [string, string][] = [
        ['GET', ''],
        ['GET', '/datacenters'],
        ['GET', '/access-list'],
        ['DELETE', '/keyspaces/a'],
        ...['terminate', 'park', 'resize', 'resetPassword', 'secureBundleURL', 'keyspaces/a', 'datacenters'].map(
          (operation): [string, string] => ['POST', `/${operation}`],
        ),
      ];
      for (const [method, below] of calls) {
        const answer = await harness.devops(method, `/v2/databases/${wrong}${below}`);
        expect([below, answer.status, answer.body]).toEqual([below, 404, { errors: expect.anything() }]);
      }
    },
  );

  test('unknown paths are 404, unknown methods 405', async () => {
    expect((await harness.devops('GET', '/v2/nothing')).status).toBe(404);
    const answer = await harness.devops('DELETE', '/v2/databases');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

describe('creating a database', () => {
  test('answers 201, no body, and the bare id in Location', async () => {
    const answer = await harness.devops('POST', '/v2/databases', NEW);
    expect([answer.status, answer.text]).toEqual([201, '']);
    expect(answer.headers.get('location')).toMatch(UUID);
  });

  test('leads to an ACTIVE database with a first keyspace', async () => {
    expect(await read()).toMatchObject({
      id,
      status: 'ACTIVE',
      observedStatus: 'ACTIVE',
      info: { ...NEW, keyspace: 'default_keyspace', keyspaces: ['default_keyspace'], additionalKeyspaces: null },
      terminationTime: '0001-01-01T00:00:00Z',
    });
  });

  test('takes the name of the keyspace and the kind of database', async () => {
    const made = await read(await create({ ...NEW, keyspace: 'shop', dbType: 'vector' }));
    expect(made.info).toMatchObject({ keyspace: 'shop', keyspaces: ['shop'], dbType: 'vector' });
  });

  test('allows a name twice', async () => {
    expect(await create()).not.toBe(await create());
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
    const ids = async (query: string) => (await list(query)).map((database) => database.id);
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
    const ids = async (include: string) => (await list(`?limit=100&include=${include}`)).map((database) => database.id);
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

  test('tells providers apart in any case', async () => {
    const azure = await create({ ...NEW, cloudProvider: 'AZURE', region: 'westus3' });
    for (const provider of ['AZURE', 'Azure', 'azure']) {
      expect((await list(`?provider=${provider}`)).map((database) => database.id)).toEqual([azure]);
    }
  });

  test('goes page by page, and the end is a short page', async () => {
    const all = await list('?include=all&limit=100');
    const paged: DatabaseView[] = [];
    for (;;) {
      const after = paged.at(-1);
      const page = await list(`?include=all&limit=3${after ? `&starting_after=${after.id}` : ''}`);
      paged.push(...page);
      if (page.length < 3) break;
    }
    expect(paged.map((database) => database.id)).toEqual(all.map((database) => database.id));
  });

  test('gives 25 without a limit, and takes one that is too high', async () => {
    for (let count = (await list('?limit=1000')).length; count < 27; count += 1) await create();
    expect(await list()).toHaveLength(25);
    expect((await list('?limit=1000')).length).toBeGreaterThan(26);
  });
});

describe('a database', () => {
  test('has the fields of a live answer', async () => {
    const database = await read();
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
    const { dataEndpointUrl } = await read();
    const headers = { 'x-cassandra-token': harness.emulator.applicationToken };
    const answer = await harness.ask('GET', `${dataEndpointUrl}/v2/schemas/keyspaces/default_keyspace`, { headers });
    expect(answer.body).toEqual({
      data: { name: 'default_keyspace', datacenters: [{ name: 'us-east1', replicas: 3 }] },
    });
  });

  test('keeps its data to itself', async () => {
    const headers = { ...JSON_TYPE, 'x-cassandra-token': harness.emulator.applicationToken };
    const other = await create();
    const keyspaces = (databaseId: string) => `/${databaseId}-us-east1/api/rest/v2/schemas/keyspaces`;
    await harness.ask('POST', keyspaces(id), { headers, body: { name: 'mine' } });
    expect((await harness.ask('GET', `${keyspaces(id)}/mine`, { headers })).status).toBe(200);
    expect((await harness.ask('GET', `${keyspaces(other)}/mine`, { headers })).status).toBe(404);
    expect((await read()).info.keyspaces).toEqual(['default_keyspace', 'mine']);
  });
});

describe('keyspaces', () => {
  test('are added with 201 and no body, and show in the list of the database', async () => {
    const answer = await harness.devops('POST', `/v2/databases/${id}/keyspaces/second`);
    expect([answer.status, answer.text]).toEqual([201, '']);
    expect((await read()).info).toMatchObject({
      keyspace: 'default_keyspace',
      keyspaces: ['default_keyspace', 'second'],
      additionalKeyspaces: ['second'],
    });
  });

  test('that exist are added again without complaint', async () => {
    expect((await harness.devops('POST', `/v2/databases/${id}/keyspaces/default_keyspace`)).status).toBe(201);
  });

  test.each(['a-b', '_a', 'x'.repeat(49), 'system', 'dse_system', 'a%20b'])('cannot be called %s', async (name) => {
    expect((await harness.devops('POST', `/v2/databases/${id}/keyspaces/${name}`)).status).toBe(422);
  });

  test('are removed with 202, and 204 when there was none', async () => {
    const path = `/v2/databases/${id}/keyspaces/default_keyspace`;
    expect((await harness.devops('DELETE', path)).status).toBe(202);
    expect((await harness.devops('DELETE', path)).status).toBe(204);
    expect((await read()).info.keyspaces).toBeUndefined();
  });
});

describe('the secure bundle', () => {
  const path = () => `/v2/databases/${id}/secureBundleURL`;

  test('is an object', async () => {
    const answer = await harness.devops('POST', path());
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      downloadURL: expect.stringContaining('secure-connect-made.zip'),
      datacenterID: `${id}-1`,
      datcenterID: `${id}-1`,
      region: 'us-east1',
      cloudProvider: 'GCP',
    });
  });

  test('is an array with all=true, with one for each region', async () => {
    expect((await harness.devops('POST', `${path()}?all=true`)).body).toHaveLength(1);
    const place = [{ tier: 'serverless', cloudProvider: 'GCP', region: 'us-east4' }];
    await harness.devops('POST', `/v2/databases/${id}/datacenters`, place);
    const { body } = await harness.devops('POST', `${path()}?all=true`);
    expect(body).toMatchObject([{ region: 'us-east1' }, { region: 'us-east4', datacenterID: `${id}-2` }]);
  });
});

describe('terminating', () => {
  test('is 202, keeps the record and drops the data', async () => {
    const answer = await harness.devops('POST', `/v2/databases/${id}/terminate`);
    expect([answer.status, answer.text]).toEqual([202, '']);
    const gone = await read();
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
    classic = await create({ ...CLASSIC, capacityUnits: 2 });
  });

  test('are parked and unparked with 202', async () => {
    expect((await harness.devops('POST', `/v2/databases/${classic}/park`)).status).toBe(202);
    const parked = await read(classic);
    expect([parked.status, parked.availableActions]).toEqual(['PARKED', ['unpark', 'terminate']]);
    const headers = { 'x-cassandra-token': harness.emulator.applicationToken };
    expect((await harness.ask('GET', `/${classic}-us-east1/api/rest/v2/schemas/keyspaces`, { headers })).status).toBe(
      503,
    );
    expect((await harness.devops('POST', `/v2/databases/${classic}/park`)).status).toBe(409);
    expect((await harness.devops('POST', `/v2/databases/${classic}/unpark`)).status).toBe(202);
    expect((await read(classic)).status).toBe('ACTIVE');
  });

  test('grow by up to three units, and never shrink', async () => {
    const resize = (capacityUnits: unknown) =>
      harness.devops('POST', `/v2/databases/${classic}/resize`, { capacityUnits });
    for (const refused of [1, 2, 6, '3', undefined]) expect((await resize(refused)).status).toBe(400);
    expect((await resize(5)).status).toBe(202);
    expect((await read(classic)).info.capacityUnits).toBe(5);
  });

  test.each(['park', 'unpark', 'resize', 'resetPassword'])('alone know %s', async (operation) => {
    const body = { capacityUnits: 2, username: 'a', password: '123456' };
    const answer = await harness.devops('POST', `/v2/databases/${id}/${operation}`, body);
    expect([answer.status, errorsOf(answer)[0]?.message]).toEqual([400, expect.stringContaining('serverless')]);
    expect((await read()).availableActions).not.toContain(operation);
  });
});

describe('setting a password', () => {
  beforeEach(async () => {
    id = await create(CLASSIC);
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

describe('datacenters', () => {
  const path = () => `/v2/databases/${id}/datacenters`;
  const places = (region: string) => [{ tier: 'serverless', cloudProvider: 'GCP', region }];

  test('are listed with number and name', async () => {
    expect((await harness.devops('GET', path())).body).toMatchObject([
      { id: `${id}-1`, name: 'dc-1', region: 'us-east1', regionZone: 'na', regionClassification: 'standard' },
    ]);
  });

  test('are added with 201, and answer at a host of their own', async () => {
    const answer = await harness.devops('POST', path(), places('europe-west2'));
    expect([answer.status, answer.text]).toEqual([201, '']);
    expect((await read()).info.datacenters).toMatchObject([{ region: 'us-east1' }, { region: 'europe-west2' }]);
    const headers = { 'x-cassandra-token': harness.emulator.applicationToken };
    expect((await harness.ask('GET', `/${id}-europe-west2/api/rest/v2/schemas/keyspaces`, { headers })).status).toBe(
      200,
    );
  });

  test('of a wrong kind have four errors in one answer', async () => {
    const answer = await harness.devops('POST', path(), [{ tier: 'x', cloudProvider: 'y', region: 'z' }]);
    expect(errorsOf(answer).map(({ ID }) => ID)).toEqual([2000011, 2000012, 2000013, 2000106]);
  });

  test('are terminated with 202, and then listed only with all=true', async () => {
    await harness.devops('POST', path(), places('us-east4'));
    expect((await harness.devops('POST', `${path()}/${id}-2/terminate`)).status).toBe(202);
    expect((await harness.devops('GET', path())).body).toHaveLength(1);
    expect((await harness.devops('GET', `${path()}?all=true`)).body).toHaveLength(2);
    expect((await harness.devops('POST', `${path()}/${id}-2/terminate`)).status).toBe(404);
  });
});

describe('regions', () => {
  test('are listed for each tier', async () => {
    const rows = (await harness.devops('GET', '/v2/availableRegions')).body as Record<string, unknown>[];
    expect(rows).toContainEqual({
      tier: 'C10',
      cloudProvider: 'GCP',
      region: 'us-east1',
      regionDisplay: expect.any(String),
      regionContinent: 'North America',
      databaseCountUsed: expect.any(Number),
      databaseCountLimit: expect.any(Number),
      capacityUnitsUsed: expect.any(Number),
      capacityUnitsLimit: expect.any(Number),
      defaultStoragePerCapacityUnitGb: expect.any(Number),
      cost: expect.objectContaining({ costPerHourCents: 0 }),
    });
  });

  test('for serverless databases are told apart by kind', async () => {
    const kinds = async (query: string) => {
      const rows = (await harness.devops('GET', `/v2/regions/serverless${query}`)).body as { region_type: string }[];
      return [...new Set(rows.map((row) => row.region_type))].sort();
    };
    expect(await kinds('')).toEqual(['serverless']);
    expect(await kinds('?region-type=vector')).toEqual(['vector']);
    expect(await kinds('?region-type=all&filter-by-org=enabled')).toEqual(['serverless', 'vector']);
    const [row] = (await harness.devops('GET', '/v2/regions/serverless')).body as object[];
    expect(Object.keys(row ?? {})).toEqual(
      expect.arrayContaining(['cloudProvider', 'name', 'displayName', 'zone', 'classification', 'enabled']),
    );
  });
});

describe('applications', () => {
  const roles = [READ_ONLY_ROLE];

  test.each(['/v2/tokens', '/v2/clientIdSecrets'])('are made by POST %s, with the secret for once', async (path) => {
    const answer = await harness.devops('POST', path, { roles, description: 'a test' });
    expect(answer.status).toBe(200);
    const made = answer.body as Record<string, string>;
    expect(made).toMatchObject({ orgId: expect.stringMatching(UUID), roles, description: 'a test', tokenExpiry: null });
    expect(made.token).toMatch(/^AstraCS:[A-Za-z0-9]{24}:[0-9a-f]{64}$/);
    expect(made.token).toContain(made.clientId);
    const listed = (await harness.devops('GET', path)).text;
    expect(listed).toContain(made.clientId);
    expect(listed).not.toContain(made.secret);
    expect(listed).not.toContain(made.token);
  });

  test('have a token that is made of the hash of the secret', async () => {
    const { subtle } = globalThis.crypto;
    const made = (await harness.devops('POST', '/v2/tokens', { roles })).body as Record<string, string>;
    const hash = await subtle.digest('SHA-256', new TextEncoder().encode(made.secret));
    expect(made.token).toBe(`AstraCS:${made.clientId}:${Buffer.from(hash).toString('hex')}`);
  });

  test.each([
    (clientId: string) => `/v2/clientIdSecrets/${clientId}`,
    (clientId: string) => `/v2/clientIdSecret/${clientId}`,
    (clientId: string) => `/v2/tokens/${clientId}`,
    (clientId: string) => `/v2/tokens?clientId=${clientId}`,
  ])('are deleted by any of the known paths', async (path) => {
    const made = (await harness.devops('POST', '/v2/tokens', { roles })).body as Record<string, string>;
    expect((await harness.devops('DELETE', path(made.clientId ?? ''))).status).toBe(200);
    const headers = { authorization: `Bearer ${made.token}` };
    expect((await harness.ask('GET', '/v2/databases', { headers })).status).toBe(401);
  });

  test('expire when they are told to', async () => {
    const tokenExpiry = new Date(Date.now() - 1000).toISOString();
    const made = (await harness.devops('POST', '/v2/tokens', { roles, tokenExpiry })).body as Record<string, string>;
    expect(made.tokenExpiry).toBe(tokenExpiry);
    const headers = { authorization: `Bearer ${made.token}` };
    expect((await harness.ask('GET', '/v2/databases', { headers })).status).toBe(401);
  });

  test('need roles', async () => {
    expect((await harness.devops('POST', '/v2/tokens', {})).status).toBe(400);
    expect((await harness.devops('POST', '/v2/tokens', { roles: 'all' })).status).toBe(400);
  });

  test('can sign in as service accounts, without a token', async () => {
    const made = (await harness.devops('POST', '/v2/tokens', { roles })).body as Record<string, string>;
    const account = { clientId: made.clientId, clientName: 'me@example.org', clientSecret: made.secret };
    const signIn = (body: object) => harness.ask('POST', '/v2/authenticateServiceAccount', { body });
    const { status, body } = await signIn(account);
    const { token } = body as { token: string };
    expect([status, token.replace(/^Bearer /, '').slice(0, 3)]).toEqual([200, 'eyJ']);
    expect((await harness.ask('GET', '/v2/databases', { headers: { authorization: token } })).status).toBe(200);
    const forged = { authorization: `${token.slice(0, -4)}AAAA` };
    expect((await harness.ask('GET', '/v2/databases', { headers: forged })).status).toBe(401);
    expect((await signIn({ ...account, clientSecret: 'wrong' })).status).toBe(401);
    expect((await signIn({ ...account, clientName: undefined })).status).toBe(400);
  });
});

test('the organisation is the one of the databases', async () => {
  const organization = (await harness.devops('GET', '/v2/currentOrg')).body as { id: string };
  expect(organization).toEqual({ id: expect.stringMatching(UUID), name: expect.any(String) });
  expect((await read()).orgId).toBe(organization.id);
});

test('a hibernated database wakes up when it is asked with a token', async () => {
  const { databases, applicationToken } = harness.emulator;
  databases.begin(id, TRANSITIONS.hibernate);
  const ask = (headers: Record<string, string>) =>
    harness.ask('GET', `/${id}-us-east1/api/rest/v2/schemas/keyspaces`, { headers });
  expect((await ask({})).status).toBe(401);
  expect((await read()).status).toBe('HIBERNATED');
  const answer = await ask({ 'x-cassandra-token': applicationToken });
  const message = 'Resuming your database, please try again shortly.';
  expect([answer.status, answer.body]).toEqual([503, { message }]);
  expect((await ask({ 'x-cassandra-token': applicationToken })).status).toBe(200);
});
