/** Databases of one organization by the API that each has: exact calls, capabilities, sign-in. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConflictError, NotFoundError, NotSupportedError } from '../../../datasources/source/errors.ts';
import type { Source } from '../../../datasources/source/source.ts';
import { failureOf } from '../../support/scripted-server.ts';
import { CLASSIC, type Organization, startOrganization, VECTORS } from './organization.ts';

const DEVOPS = 'devops GET /v2/databases/{databaseId}';
const NOWHERE = '99999999-0000-4000-8000-000000000000';

async function prepare({ catalog }: Source, databaseId: string): Promise<void> {
  const ref = { databaseId, keyspace: 'shop' };
  await catalog.createKeyspace(ref, {}, true);
  const columns = [
    { name: 'id', type: 'int', isStatic: false },
    { name: 'name', type: 'text', isStatic: false },
  ];
  await catalog.createTable({ ...ref, table: 'items', columns, partitionKey: ['id'], clusteringKey: [] }, true);
  await catalog.createCollection({ ...ref, collection: 'notes' }, true);
}

describe('where the default database is a Stargate', () => {
  let organization: Organization;
  let home: string;
  beforeAll(async () => {
    organization = await startOrganization('stargate', { schemaLifetimeMs: 0 });
    home = organization.emulator.defaultDatabaseId;
    for (const databaseId of [home, VECTORS, CLASSIC]) await prepare(organization.open().source, databaseId);
  }, 60_000);
  afterAll(() => organization.close());

  test('one operation reads from both kinds, and looks only others up, each once', async () => {
    const { source, calls } = organization.open();
    for (const databaseId of [home, VECTORS, CLASSIC, VECTORS]) {
      const tables = await source.catalog.tables({ databaseId, keyspace: 'shop' });
      expect(tables).toMatchObject([{ databaseId, keyspace: 'shop', table: 'items' }]);
    }
    expect(calls).toEqual([
      'rest GET /v2/schemas/keyspaces/{keyspace}/tables',
      DEVOPS,
      'data listTables /v1/{keyspace}',
      DEVOPS,
      'rest GET /v2/schemas/keyspaces/{keyspace}/tables',
      'data listTables /v1/{keyspace}',
    ]);
  });

  test('collections are those of the API that the database has', async () => {
    const { source, calls } = organization.open();
    const found = async (databaseId: string) => source.catalog.collections({ databaseId, keyspace: 'shop' });
    expect(await found(VECTORS)).toMatchObject([{ collection: 'notes', vector: null }]);
    expect(await found(CLASSIC)).toMatchObject([{ collection: 'notes' }]);
    expect(calls).toEqual([
      DEVOPS,
      'data findCollections /v1/{keyspace}',
      DEVOPS,
      'document GET /v2/namespaces/{namespace}/collections',
    ]);
  });

  test('a database of a list is not looked up again', async () => {
    const { source, calls } = organization.open();
    const { items } = await source.databases.findPage({ include: 'nonterminated', provider: 'ALL', pageSize: 10 });
    for (const { databaseId } of items) {
      await source.catalog.tables({ databaseId, keyspace: 'shop' });
      await source.databases.capabilities(databaseId);
    }
    expect(calls.filter((call) => call.startsWith('devops'))).toEqual(['devops GET /v2/databases']);
  });

  test('capabilities are those of the kind, and the control plane is there for all', async () => {
    const { source, calls } = organization.open();
    expect(source.databases.capabilities(home)).toContain('JSON_SCHEMA');
    expect(calls).toEqual([]);
    for (const databaseId of [VECTORS, CLASSIC, home]) {
      const capabilities = await source.databases.capabilities(databaseId);
      expect(capabilities).toContain('DEVOPS');
      expect(capabilities).not.toContain('REPLICATION');
      expect(capabilities.includes('VECTOR_SEARCH')).toBe(databaseId === VECTORS);
      expect(capabilities.includes('COUNTERS')).toBe(databaseId !== VECTORS);
    }
  });

  test('a kind is learnt once in the life of the process', async () => {
    const fresh = await startOrganization('stargate');
    const first = fresh.open();
    await first.source.databases.capabilities(VECTORS);
    const second = fresh.open();
    expect(second.source.databases.capabilities(VECTORS)).toContain('VECTOR_SEARCH');
    expect([first.calls, second.calls]).toEqual([[DEVOPS], []]);
    await fresh.close();
  });

  test('a database that is none is not there for either kind', async () => {
    const { source } = organization.open();
    expect(await failureOf(source.catalog.keyspaces(NOWHERE))).toBeInstanceOf(NotFoundError);
    expect(await failureOf(Promise.resolve(source.databases.capabilities(NOWHERE)))).toBeInstanceOf(NotFoundError);
  });

  test('names and passwords are taken where there is an auth API', async () => {
    const { source } = organization.open();
    expect(await source.auth.createAuthToken(home, 'cassandra', 'cassandra')).toMatch(/^\S{20,}$/);
    expect(await source.auth.createAuthToken(CLASSIC, 'cassandra', 'cassandra')).toMatch(/^\S{20,}$/);
    const refused = await failureOf(source.auth.createAuthToken(VECTORS, 'cassandra', 'cassandra'));
    expect(refused).toBeInstanceOf(NotSupportedError);
    expect(String(refused)).toContain('authenticateServiceAccount');
  });

  test('both planes have the same methods, so that each can be routed', async () => {
    const both = await Promise.all(['data' as const, 'stargate' as const].map((api) => startOrganization(api)));
    const [ofData, ofStargate] = both.map(({ open }) => {
      const { catalog, rows, documents } = open().source;
      return [catalog, rows, documents].map((part) => Object.keys(part).sort());
    });
    expect(ofData).toEqual(ofStargate);
    for (const each of both) await each.close();
  });
});

describe('where the default database has the Data API', () => {
  let organization: Organization;
  let home: string;
  beforeAll(async () => {
    organization = await startOrganization('data', { schemaLifetimeMs: 0 });
    home = organization.emulator.defaultDatabaseId;
    for (const databaseId of [home, CLASSIC]) await prepare(organization.open().source, databaseId);
  }, 60_000);
  afterAll(() => organization.close());

  test('its tables and collections need no DevOps API', async () => {
    const { source, calls } = organization.open();
    expect(await source.catalog.tables({ databaseId: home, keyspace: 'shop' })).toMatchObject([{ table: 'items' }]);
    expect(await source.catalog.collections({ databaseId: home, keyspace: 'shop' })).toMatchObject([
      { collection: 'notes' },
    ]);
    expect(source.databases.capabilities(home)).toContain('VECTOR_SEARCH');
    expect(calls).toEqual(['data listTables /v1/{keyspace}', 'data findCollections /v1/{keyspace}']);
  });

  test('its keyspaces are made, listed and deleted by the DevOps API', async () => {
    const { source, calls } = organization.open();
    const { catalog } = source;
    const ref = { databaseId: home, keyspace: 'fresh' };
    const names = async () => (await catalog.keyspaces(home)).map(({ name }) => name);
    expect(await names()).toEqual(['shop']);
    expect(await catalog.createKeyspace(ref, {}, false)).toBe(true);
    expect(await names()).toEqual(['fresh', 'shop']);
    expect(await failureOf(catalog.createKeyspace(ref, {}, false))).toBeInstanceOf(ConflictError);
    expect(await failureOf(catalog.createNamespace({ ...ref, keyspace: 'x' }, { replicas: 2 }, false))).toBeInstanceOf(
      NotSupportedError,
    );
    expect(await catalog.deleteKeyspace(ref, false)).toBe(true);
    expect(await names()).toEqual(['shop']);
    // One that was just made is looked for before it is deleted.
    expect(calls.filter((call) => call !== DEVOPS)).toEqual([
      'devops POST /v2/databases/{databaseId}/keyspaces/{keyspace}',
      'data listTables /v1/{keyspace}',
      'devops DELETE /v2/databases/{databaseId}/keyspaces/{keyspace}',
    ]);
  });

  test('a list of keyspaces takes what was read of the database already', async () => {
    const { source, calls } = organization.open();
    const [database] = await source.databases.readMany([home]);
    expect(database).toMatchObject({ databaseId: home });
    expect(await source.catalog.keyspace({ databaseId: home, keyspace: 'shop' })).toMatchObject({ name: 'shop' });
    expect(calls).toEqual([DEVOPS]);
    expect(await source.catalog.keyspace({ databaseId: home, keyspace: 'none' })).toBeNull();
    expect(calls).toEqual([DEVOPS, DEVOPS]);
  });

  test('others go by what they are', async () => {
    const { source, calls } = organization.open();
    expect(await source.catalog.tables({ databaseId: CLASSIC, keyspace: 'shop' })).toHaveLength(1);
    expect(calls).toEqual([DEVOPS, 'rest GET /v2/schemas/keyspaces/{keyspace}/tables']);
  });
});
