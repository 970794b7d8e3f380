/** A database of the emulator, whose schema the Data API and a Stargate serve at once. */
import { afterAll, beforeAll } from 'vitest';
import { createUpstream } from '../../../../datasources/back-ends/upstream.ts';
import { adaptFetch } from '../../../../datasources/http/adapt-fetch.ts';
import type { CatalogSource, NewTable } from '../../../../datasources/source/source.ts';
import { createScope } from '../../../support/scripted-server.ts';
import { DATABASE, IN_KEYSPACE, startDataApi, type TestDatabase } from '../../support/database.ts';

export interface TestCatalog {
  open(): { readonly catalog: CatalogSource; readonly commands: () => (string | undefined)[] };
  /** The same keyspace through the Stargate REST API, which makes what the Data API only reads. */
  stargate(): CatalogSource;
}

/** With the keyspace `IN_KEYSPACE`. */
export function useCatalog(): TestCatalog {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startDataApi();
    await database.open().source.catalog.createKeyspace(IN_KEYSPACE, {}, false);
  }, 30_000);
  afterAll(() => database.close());
  return {
    open() {
      const { source, calls } = database.open();
      return { catalog: source.catalog, commands: () => calls.map(({ command }) => command) };
    },
    stargate() {
      const { emulator } = database;
      const base = `http://emulator/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}/api/rest`;
      const upstream = createUpstream({
        kind: 'stargate',
        databases: [{ name: DATABASE, restUrl: base, documentUrl: base, authUrl: base }],
        timeoutMs: 5000,
        schemaTimeoutMs: 5000,
        fetch: adaptFetch((url, init) => emulator.fetch(new Request(url, init))),
      });
      return upstream.open(createScope({ tokens: { data: emulator.applicationToken } })).catalog;
    },
  };
}

/** A table with the key `p` and `c`, unless a part says otherwise. */
export function newTable(table: string, part: Partial<NewTable> = {}): NewTable {
  const columns = [
    { name: 'p', type: 'int', isStatic: false },
    { name: 'c', type: 'int', isStatic: false },
    { name: 'v', type: 'text', isStatic: false },
  ];
  return { ...IN_KEYSPACE, table, columns, partitionKey: ['p'], clusteringKey: [{ name: 'c', order: 'ASC' }], ...part };
}

/** Columns by their types, of which one ends with `static`. */
export function columnsOf(types: Readonly<Record<string, string>>): NewTable['columns'] {
  return Object.entries(types).map(([name, text]) => ({
    name,
    type: text.replace(/ static$/, ''),
    isStatic: text.endsWith(' static'),
  }));
}
