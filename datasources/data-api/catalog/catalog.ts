/** The catalog over the Data API: one command for each read; see `catalog/catalog.ts` for cache and order. */
import type { PlainCatalog } from '../../catalog/catalog.ts';
import type { KeyspaceChanges } from '../../catalog/keyspace-changes.ts';
import type { LoadName } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { createCollectionChanges } from './collections.ts';
import { DATA_API_CHECKS } from './definition-checks.ts';
import { toKeyspace } from './definitions.ts';
import { readIndexes } from './index-read.ts';
import { createIndexChanges } from './indexes.ts';
import { createDataApiKeyspaceChanges } from './keyspaces.ts';
import { isName, readCollections, readKeyspaces, readTables, readTypes, toKeyspaces } from './schema-read.ts';
import { createDataApiTableChanges } from './tables.ts';
import { createTypeChanges } from './types.ts';

export interface DataApiCatalogOptions {
  /** Makes, deletes and lists keyspaces where another service does: on Astra. Without it the Data API does. */
  readonly keyspaces?: KeyspaceChanges & { list(databaseId: string): Promise<readonly string[]> };
}

export function createDataApiCatalog(
  connection: DataApiConnection,
  { keyspaces: service }: DataApiCatalogOptions = {},
): PlainCatalog {
  const listNames = (databaseId: string, reads: LoadName) =>
    service ? service.list(databaseId) : readKeyspaces(connection, databaseId, reads);
  const keyspaces = service ?? createDataApiKeyspaceChanges(connection, 'keyspace');
  const namespaces = service ?? createDataApiKeyspaceChanges(connection, 'namespace');

  const readAll = async (databaseId: string, reads: LoadName) =>
    toKeyspaces(databaseId, await listNames(databaseId, reads));

  async function readOne(databaseId: string, name: string, reads: LoadName) {
    if (!isName(name)) return null;
    return (await listNames(databaseId, reads)).includes(name) ? toKeyspace(databaseId, name) : null;
  }

  return {
    checks: () => DATA_API_CHECKS,
    keyspaces: (databaseId) => readAll(databaseId, 'keyspaces'),
    keyspace: ({ databaseId, keyspace }) => readOne(databaseId, keyspace, 'keyspace'),
    tables: (ref) => readTables(connection, ref),
    types: (ref) => readTypes(connection, ref),
    indexes: (ref, tables) => readIndexes(connection, ref, tables),
    createKeyspace: (...keyspace) => keyspaces.createKeyspace(...keyspace),
    deleteKeyspace: (...keyspace) => keyspaces.deleteKeyspace(...keyspace),
    ...createDataApiTableChanges(connection),
    ...createIndexChanges(connection),
    ...createTypeChanges(connection),
    namespaces: (databaseId) => readAll(databaseId, 'namespaces'),
    namespace: ({ databaseId, keyspace }) => readOne(databaseId, keyspace, 'namespace'),
    collections: (ref) => readCollections(connection, ref),
    createNamespace: (...namespace) => namespaces.createKeyspace(...namespace),
    deleteNamespace: (...namespace) => namespaces.deleteKeyspace(...namespace),
    ...createCollectionChanges(connection),
  };
}
