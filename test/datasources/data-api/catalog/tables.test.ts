/** Tables and their columns over the Data API: what each costs, what is refused, and what is read back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CatalogSource, NewTable, UpstreamCall } from '../../../../datasources/source/source.ts';
import { IN_KEYSPACE, startDataApi, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startDataApi();
  await database.open().source.catalog.createKeyspace(IN_KEYSPACE, {}, false);
}, 30_000);

afterAll(() => database.close());

function open(): { catalog: CatalogSource; calls: UpstreamCall[]; commands: () => (string | undefined)[] } {
  const { source, calls } = database.open();
  return { catalog: source.catalog, calls, commands: () => calls.map(({ command }) => command) };
}

function newTable(table: string, part: Partial<NewTable> = {}): NewTable {
  const columns = [
    { name: 'p', type: 'int', isStatic: false },
    { name: 'c', type: 'int', isStatic: false },
    { name: 'v', type: 'text', isStatic: false },
  ];
  return { ...IN_KEYSPACE, table, columns, partitionKey: ['p'], clusteringKey: [{ name: 'c', order: 'ASC' }], ...part };
}

test('a name of the other kind is neither made, nor taken for there, nor deleted', async () => {
  const { catalog, commands } = open();
  await catalog.createTable(newTable('rows_here'), false);
  await catalog.createCollection({ ...IN_KEYSPACE, collection: 'documents_here' }, false);
  await expect(catalog.createTable(newTable('documents_here'), true)).rejects.toThrow(/has a collection/);
  await expect(catalog.createCollection({ ...IN_KEYSPACE, collection: 'rows_here' }, true)).rejects.toThrow(
    /has a table/,
  );
  await expect(catalog.deleteTable({ ...IN_KEYSPACE, table: 'documents_here' }, false)).rejects.toThrow(
    /is a collection/,
  );
  expect(await catalog.deleteTable({ ...IN_KEYSPACE, table: 'documents_here' }, true)).toBe(false);
  expect(await catalog.deleteCollection({ ...IN_KEYSPACE, collection: 'rows_here' }, true)).toBe(false);
  expect(commands()).not.toContain('dropTable');
  expect(commands()).not.toContain('deleteCollection');
  expect((await catalog.tables(IN_KEYSPACE))?.map(({ table }) => table)).toEqual(['rows_here']);
  expect((await catalog.collections(IN_KEYSPACE))?.map(({ collection }) => collection)).toEqual(['documents_here']);
});
