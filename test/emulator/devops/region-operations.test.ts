/** Keyspaces, datacenters, regions and secure bundles of databases. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DevopsHarness, errorsOf, openDevops } from './devops-harness.ts';

let harness: DevopsHarness;
let id: string;
beforeAll(async () => {
  harness = await openDevops();
});
beforeEach(async () => {
  id = await harness.create();
});
afterAll(() => harness.emulator.close());

describe('keyspaces', () => {
  test('are added with 201 and no body, and show in the list of the database', async () => {
    const answer = await harness.devops('POST', `/v2/databases/${id}/keyspaces/second`);
    expect([answer.status, answer.text]).toEqual([201, '']);
    expect((await harness.read(id)).info).toMatchObject({
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

  test('are removed with 202; a missing one answers 204', async () => {
    const path = `/v2/databases/${id}/keyspaces/default_keyspace`;
    expect((await harness.devops('DELETE', path)).status).toBe(202);
    expect((await harness.devops('DELETE', path)).status).toBe(204);
    expect((await harness.read(id)).info.keyspaces).toBeUndefined();
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
    expect((await harness.read(id)).info.datacenters).toMatchObject([
      { region: 'us-east1' },
      { region: 'europe-west2' },
    ]);
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

  test('for serverless databases are listed by type', async () => {
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
