/** The catalog over the Data API: one command for each read; see `catalog/catalog.ts` for cache and order. */
import type { PlainCatalog } from '../../catalog/catalog.ts';
import type { KeyspaceChanges } from '../../catalog/keyspace-changes.ts';
import type { DataApiConnection } from '../command/connection.ts';

export interface DataApiCatalogOptions {
  /** Makes, deletes and lists keyspaces where another service does: on Astra. Without it the Data API does. */
  readonly keyspaces?: KeyspaceChanges & { list(databaseId: string): Promise<readonly string[]> };
}

export function createDataApiCatalog(
  _connection: DataApiConnection,
  _options: DataApiCatalogOptions = {},
): PlainCatalog {
  throw new Error('To be written');
}
