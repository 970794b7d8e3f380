/** Reads of databases, keyspaces and tables: what is answered, and what it costs upstream. */
import { describe, expect, test } from 'vitest';
import { inTable, UNKNOWN_ID, useLibrary } from '../support/library.ts';

const library = useLibrary();
const { read, refusal, calls } = library;

describe('databases', () => {
  test('are listed in pages', async () => {
    const { databases } = await read(
      '{ databases(first: 1) { nodes { id databaseId name status statusText tier availableActions cost { costPerMinCents } } pageInfo { hasNextPage endCursor } } }',
    );
    expect(databases.nodes).toHaveLength(1);
    expect(databases.nodes[0]).toMatchObject({
      databaseId: library.gateway.emulator.defaultDatabaseId,
      status: 'ACTIVE',
      statusText: 'ACTIVE',
    });
    expect(databases.pageInfo.hasNextPage).toBe(false);
  });

  test('the default one is there without a call', async () => {
    const { database } = await read('{ database { id databaseId capabilities } }');
    expect(database.databaseId).toBe(library.gateway.emulator.defaultDatabaseId);
    expect(database.capabilities).toContain('ROWS');
    expect(calls()).toBe(0);
  });

  test('what the DevOps API tells of one is one call', async () => {
    await read(
      '{ database { name status region cloudProvider } again: database(databaseId: "default") { name tier } }',
    );
    expect(calls()).toBe(1);
  });

  test('one that does not exist is null', async () => {
    expect(await read(`{ database(databaseId: "${UNKNOWN_ID}") { name } }`)).toEqual({ database: null });
  });

  test('one whose id is no UUID is refused before any call', async () => {
    expect(await refusal('{ database(databaseId: "x/../y") { name } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(calls()).toBe(0);
  });

  test('regions are listed', async () => {
    const data = await read(
      '{ availableRegions { tier region cost { costPerMinCents } } serverlessRegions { name zone enabled } }',
    );
    expect(data.availableRegions.length).toBeGreaterThan(0);
    expect(data.serverlessRegions.length).toBeGreaterThan(0);
  });
});

describe('keyspaces and namespaces', () => {
  test('hide those of the system unless they are asked for', async () => {
    const data = await read(
      '{ database { keyspaces { name } all: keyspaces(includeSystem: true) { name } namespaces { name } } }',
    );
    const names = data.database.keyspaces.map(({ name }: { name: string }) => name);
    expect(names).toContain('library');
    expect(names.filter((name: string) => name.startsWith('system'))).toEqual([]);
    expect(data.database.all.map(({ name }: { name: string }) => name)).toContain('system_schema');
    expect(data.database.namespaces.map(({ name }: { name: string }) => name)).toContain('library');
    expect(calls()).toBe(2);
  });

  test('cost one call, and one more for the tables of each', async () => {
    const { database } = await read(
      '{ database { keyspaces { name datacenters { name } tables { name columns { name type kind } } } } }',
    );
    expect(calls()).toBe(1 + database.keyspaces.length);
  });

  test('that do not exist are null, and so is what is in them', async () => {
    expect(
      await read(`{
        keyspace(name: "nowhere") { name }
        namespace(name: "nowhere") { name }
        library: keyspace(name: "library") { table(name: "nothing") { name } type(name: "nothing") { name } }
        same: namespace(name: "library") { collection(name: "nothing") { name } }
      }`),
    ).toEqual({
      keyspace: null,
      namespace: null,
      library: { table: null, type: null },
      same: { collection: null },
    });
  });

  test('collections are not among the tables', async () => {
    const data = await read('{ keyspace(name: "library") { tables { name } namespace { collections { name } } } }');
    expect(data.keyspace.tables.map(({ name }: { name: string }) => name).sort()).toEqual(['author', 'book', 'loan']);
    expect(data.keyspace.namespace.collections).toEqual([{ name: 'portraits' }]);
  });
});

describe('tables', () => {
  test('tell their definition', async () => {
    const data = await read(
      inTable(
        'loan',
        'name keyspaceName columns { name type kind } column(name: "isbn") { type } primaryKey { partitionKey clusteringKey { name order } } options { defaultTtlSeconds } indexes { name }',
      ),
    );
    expect(data.keyspace.table).toEqual({
      name: 'loan',
      keyspaceName: 'library',
      columns: [
        { name: 'member', type: 'uuid', kind: 'PARTITION_KEY' },
        { name: 'number', type: 'int', kind: 'CLUSTERING_KEY' },
        { name: 'name', type: 'text', kind: 'STATIC' },
        { name: 'isbn', type: 'text', kind: 'REGULAR' },
      ],
      column: { type: 'text' },
      primaryKey: { partitionKey: ['member'], clusteringKey: [{ name: 'number', order: 'ASC' }] },
      options: { defaultTtlSeconds: 0 },
      indexes: [],
    });
  });
});
