/** Databases, regions and bundles of the DevOps API: read as they are, changed once, and what its errors come to. */
import { expect, test } from 'vitest';
import {
  ConflictError,
  ForbiddenError,
  InputError,
  NotFoundError,
  RateLimitedError,
  UnauthenticatedError,
  UpstreamError,
} from '../../../datasources/source/errors.ts';
import { failureOf } from '../../support/scripted-server.ts';
import { DEFAULT_ID, ID, lines, NAMED, useAstra } from './astra.ts';

const open = useAstra();

test('a database is read with "never" as null, numbers as they are, and what is missing as null', async () => {
  const json = {
    ...NAMED,
    status: 'active',
    orgId: 'organizations/o-1',
    ownerId: 'o-2',
    creationTime: '2025-06-17T02:28:00Z',
    terminationTime: '0001-01-01T00:00:00Z',
    message: '',
    storage: { nodeCount: 3, totalStorage: 5 },
    cost: { costPerMinCents: 0.5, odd: 'text' },
    info: { name: 'one', dbType: 'vector', datacenters: [{ id: `${ID}-1`, status: '', capacityUnits: 1 }] },
  };
  const { source } = await open({ [`GET /v2/databases/${ID}`]: { body: json } });
  expect(await source.databases.readMany([ID])).toMatchObject([
    {
      databaseId: ID,
      status: 'ACTIVE',
      organizationId: 'o-1',
      ownerId: 'o-2',
      createdAt: '2025-06-17T02:28:00Z',
      terminatedAt: null,
      lastUsedAt: null,
      message: null,
      storage: { nodeCount: 3, replicationFactor: null, totalStorageGb: 5, usedStorageGb: null },
      cost: { costPerMinCents: 0.5 },
      databaseType: 'vector',
      datacenters: [{ datacenterId: `${ID}-1`, status: null, capacityUnits: 1 }],
      metrics: null,
    },
  ]);
});

test('right after its creation a database may be the word null, or not found', async () => {
  const { source } = await open({ [`GET /v2/databases/${ID}`]: { body: 'null' } });
  expect(await source.databases.readMany([ID, DEFAULT_ID])).toEqual([null, null]);
});

test('one database that fails leaves the others', async () => {
  const { source } = await open({
    [`GET /v2/databases/${ID}`]: { body: NAMED },
    [`GET /v2/databases/${DEFAULT_ID}`]: { status: 500, body: 'host 10.0.0.1 is down' },
  });
  const [one, other] = await source.databases.readMany([ID, DEFAULT_ID]);
  expect(one).toMatchObject({ databaseId: ID });
  expect(other).toBeInstanceOf(UpstreamError);
  expect((other as Error).message).not.toContain('10.0.0.1');
});

test('a full page of databases may go on after its last id, a short one does not', async () => {
  const { source, server } = await open({ 'GET /v2/databases?': { body: [NAMED, { ...NAMED, id: DEFAULT_ID }] } });
  const query = { include: 'nonterminated', provider: 'ALL', startingAfter: 'x', pageSize: 2 };
  expect((await source.databases.findPage(query)).nextPageState).toBe(DEFAULT_ID);
  expect(await source.databases.findPage({ ...query, pageSize: 3 })).not.toHaveProperty('nextPageState');
  expect(lines(server)[0]).toBe('GET /v2/databases?include=nonterminated&provider=ALL&starting_after=x&limit=2');
});

test.each([ID, `https://api.example/v2/databases/${ID}`, ` ${ID.toUpperCase()} `])(
  'the id of a new database is read from %j',
  async (location) => {
    const { source, server } = await open({ 'POST /v2/databases': { status: 201, headers: { location } } });
    const database = { name: 'n', cloudProvider: 'AWS', tier: 'serverless', capacityUnits: 1, region: 'us-east-1' };
    expect(await source.databases.create({ ...database, databaseType: 'vector' })).toBe(ID);
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({ ...database, dbType: 'vector' });
  },
);

test('a new database without an id is an error that says that it was made, and is not made again', async () => {
  const { source, server } = await open({ 'POST /v2/databases': { status: 201 } });
  const creating = source.databases.create({
    name: 'n',
    cloudProvider: 'AWS',
    tier: 't',
    capacityUnits: 1,
    region: 'r',
  });
  expect(await failureOf(creating)).toMatchObject({
    message: expect.stringContaining('was made'),
    call: { retryable: false },
  });
  expect(server.received).toHaveLength(1);
});

test('each change of a database is one POST, and a missing database is named', async () => {
  const { source, server } = await open({ [`POST /v2/databases/${ID}/`]: { status: 202 } });
  await source.databases.terminate(ID);
  await source.databases.park(ID);
  await source.databases.unpark(ID);
  await source.databases.resize(ID, 3);
  await source.databases.resetPassword(ID, 'user', 'secret');
  expect(server.received.map(({ line, body }) => [line.split('/').at(-1), body])).toEqual([
    ['terminate', ''],
    ['park', ''],
    ['unpark', ''],
    ['resize', '{"capacityUnits":3}'],
    ['resetPassword', '{"username":"user","password":"secret"}'],
  ]);
  expect(server.received[0]?.headers['content-type']).toBeUndefined();
  const error = await failureOf(source.databases.park(DEFAULT_ID));
  expect(error).toBeInstanceOf(NotFoundError);
  expect((error as Error).message).toContain(DEFAULT_ID);
});

test('secure bundles come as an object or as a list, with either spelling of the datacenter', async () => {
  const bundle = { downloadURL: 'https://x/1', datacenterID: 'd-1' };
  const list = [bundle, { downloadURL: 'https://x/2', datcenterID: 'd-2' }];
  const { source } = await open({
    [`POST /v2/databases/${ID}/secureBundleURL`]: { body: list },
    [`POST /v2/databases/${DEFAULT_ID}/secureBundleURL`]: { body: bundle },
  });
  const { createSecureBundles } = source.databases;
  expect((await createSecureBundles(ID, true)).map(({ datacenterId }) => datacenterId)).toEqual(['d-1', 'd-2']);
  expect(await createSecureBundles(ID, false)).toHaveLength(1);
  expect(await createSecureBundles(DEFAULT_ID, false)).toMatchObject([
    { downloadUrl: 'https://x/1', datacenterId: 'd-1' },
  ]);
  expect(await createSecureBundles(DEFAULT_ID, true)).toHaveLength(1);
});

test.each([
  [
    400,
    {
      errors: [
        { ID: 1, message: 'bad' },
        { id: 2, message: 'worse' },
      ],
    },
    InputError,
    'bad; worse',
  ],
  [422, { errors: [{ ID: 2000013, message: 'unsupported region' }] }, InputError, 'unsupported region'],
  [401, { errors: [{ ID: 340018, message: 'call to https://internal/host' }] }, UnauthenticatedError, 'permission'],
  [403, '"a bare text"', ForbiddenError, 'a bare text'],
  [409, 'null', ConflictError, 'ACTIVE'],
  [429, '', RateLimitedError, 'slow down'],
  [503, '<html>gateway 10.0.0.1</html>', UpstreamError, '503'],
  [418, '{"errors":"odd"}', UpstreamError, '418'],
])('a %i of the DevOps API is told with what helps', async (status, body, type, says) => {
  const { source } = await open({ [`POST /v2/databases/${ID}/park`]: { status, body } });
  const error = (await failureOf(source.databases.park(ID))) as Error;
  expect(error).toBeInstanceOf(type);
  expect(error.message).toContain(says);
  expect(error.message).not.toMatch(/internal|10\.0\.0\.1/);
});

test('how long to wait is read from seconds and from a date', async () => {
  const { source } = await open({ 'GET /v2/availableRegions': { status: 429, headers: { 'retry-after': '7' } } });
  expect(await failureOf(source.databases.availableRegions())).toMatchObject({ retryAfterMs: 7000 });
  const headers = { 'retry-after': new Date(Date.now() + 60_000).toUTCString() };
  const other = await open({ 'GET /v2/availableRegions': { status: 429, headers } });
  const error = (await failureOf(other.source.databases.availableRegions())) as RateLimitedError;
  expect(error.retryAfterMs).toBeGreaterThan(50_000);
});

const REGION = { tier: 'serverless', cloudProvider: 'AWS', region: 'us-east-1', cost: { costPerMinCents: 1 } };

test('regions are lists, and serverless ones with and without vectors', async () => {
  const { source, server } = await open({
    'GET /v2/availableRegions': { body: [REGION] },
    'GET /v2/regions/serverless': { body: [{ name: 'r', cloudProvider: 'aws', region_type: 'vector', enabled: true }] },
  });
  expect(await source.databases.availableRegions()).toMatchObject([{ ...REGION, continent: null }]);
  expect(await source.databases.serverlessRegions()).toMatchObject([
    { name: 'r', cloudProvider: 'AWS', regionType: 'vector', enabled: true },
  ]);
  expect(lines(server)[1]).toContain('region-type=all');
});
