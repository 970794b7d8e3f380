/** @datastax/astra-db-ts: keyspaces and databases, of Astra through the DevOps API, elsewhere through the Data API. */
import { type DataAPIClient, DataAPIResponseError, DevOpsAPIResponseError } from '@datastax/astra-db-ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningEmulator, startEmulator } from '../../emulator/machine.ts';
import { astraAddress, astraClient, openDatabase } from '../clients.ts';

const POLL = { isBlocking: true, pollInterval: 20 } as const;

describe("a server of one's own", () => {
  test('keyspaces are made, listed and dropped', async () => {
    const opened = await openDatabase('hcd');
    const admin = opened.db.admin({ environment: 'hcd' });
    await admin.createKeyspace('first', { updateDbKeyspace: true });
    await admin.createKeyspace('second', { replication: { class: 'NetworkTopologyStrategy', datacenter1: 1 } });
    expect(await admin.listKeyspaces()).toEqual(expect.arrayContaining(['shop', 'first', 'second']));
    expect(opened.db.keyspace).toBe('first');
    await opened.db.createCollection('here');
    expect(await opened.db.listCollections({ nameOnly: true, keyspace: 'first' })).toEqual(['here']);
    await admin.dropKeyspace('first');
    expect(await admin.listKeyspaces()).not.toContain('first');
    await expect(opened.db.listCollections({ keyspace: 'first' })).rejects.toThrow(DataAPIResponseError);
    await expect(admin.findEmbeddingProviders()).rejects.toMatchObject({
      errorDescriptors: [{ errorCode: 'VECTORIZE_FEATURE_NOT_AVAILABLE' }],
    });
    await expect(admin.findRerankingProviders()).rejects.toMatchObject({
      errorDescriptors: [{ errorCode: 'RERANKING_FEATURE_NOT_ENABLED' }],
    });
    await opened.close();
  });
});

describe('Astra', () => {
  let running: RunningEmulator;
  let client: DataAPIClient;
  beforeAll(async () => {
    running = await startEmulator();
    client = astraClient(running);
  });
  afterAll(async () => {
    await client.close();
    await running.close();
  });

  test('databases are made, found, listed and dropped', async () => {
    const admin = client.admin();
    const config = { name: 'made', cloudProvider: 'GCP', region: 'us-east1', keyspace: 'first' } as const;
    const made = await admin.createDatabase(config, POLL);
    const info = await admin.dbInfo(made.id);
    expect(info).toMatchObject({ name: 'made', status: 'ACTIVE', keyspaces: ['first'], cloudProvider: 'GCP' });
    expect(info.regions.map(({ name }) => name)).toEqual(['us-east1']);
    expect((await admin.listDatabases()).map(({ name }) => name)).toEqual(['local', 'made']);
    expect((await made.info()).id).toBe(made.id);
    await admin.dropDatabase(made.id, POLL);
    expect((await admin.listDatabases()).map(({ name }) => name)).toEqual(['local']);
    expect((await admin.listDatabases({ include: 'terminated' })).map(({ name }) => name)).toEqual(['made']);
    await expect(admin.dbInfo('00000000-0000-4000-8000-00000000ffff')).rejects.toThrow(DevOpsAPIResponseError);
    expect((await admin.findAvailableRegions()).map(({ name }) => name)).toContain('us-east1');
  });

  test('keyspaces are made, listed and dropped', async () => {
    const { defaultDatabaseId, defaultDatabaseRegion } = running.emulator;
    const admin = client.admin().dbAdmin(defaultDatabaseId, defaultDatabaseRegion, { keyspace: 'first' });
    await admin.createKeyspace('first', POLL);
    await admin.createKeyspace('second', { ...POLL, updateDbKeyspace: true });
    expect(await admin.listKeyspaces()).toEqual(['first', 'second']);
    expect(admin.db().keyspace).toBe('second');
    await admin.dropKeyspace('second', POLL);
    expect(await admin.listKeyspaces()).toEqual(['first']);
    const db = client.db(astraAddress(running), { keyspace: 'first' });
    await db.createCollection('here');
    expect(await db.listCollections({ nameOnly: true })).toEqual(['here']);
    expect(await db.info()).toMatchObject({ name: 'local', keyspaces: ['first'], region: defaultDatabaseRegion });
  });
});
