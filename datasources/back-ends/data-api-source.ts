/** Puts together what serves the data of a database by the Data API, on Astra and elsewhere. */
import { createCatalogSource } from '../catalog/catalog.ts';
import { createSchemaState } from '../catalog/schema-state.ts';
import { createDataApiCatalog, type DataApiCatalogOptions } from '../data-api/catalog/catalog.ts';
import { createCollectionDocumentSource } from '../data-api/collections/documents.ts';
import { createDataApiConnection, type DataApiConnection, type FindDataApi } from '../data-api/command/connection.ts';
import { createTableRowSource } from '../data-api/tables/rows.ts';
import type { HttpClient } from '../http/client.ts';
import { createLargeLists } from '../rows/large-lists.ts';
import { lazy } from '../shared/lazy.ts';
import type { OperationScope } from '../source/source.ts';
import type { CommonConfig } from './back-end.ts';
import type { DataPlane } from './data-plane.ts';

/** What differs between the upstreams that serve data by a Data API. */
export interface DataApiParts extends DataApiCatalogOptions {
  readonly findBaseUrl: FindDataApi;
  readonly createAuth: (connection: DataApiConnection) => ReturnType<DataPlane['auth']>;
}

/** Where a Data API answers as long as it is there. */
export const DATA_API_PROBE_PATH = '/v1';

/** Its sources share definitions and the order of schema changes. */
export function createDataApiPlanes(
  { schemaTimeoutMs, schemaLifetimeMs, peers, allowFiltering = false }: CommonConfig,
  http: HttpClient,
) {
  const state = createSchemaState(schemaLifetimeMs, peers);
  const large = createLargeLists();
  const open = (scope: OperationScope, { findBaseUrl, createAuth, ...options }: DataApiParts): DataPlane => {
    const connection = createDataApiConnection({ http, scope, findBaseUrl });
    const plain = lazy(() => createDataApiCatalog(connection, options));
    const catalog = lazy(() => createCatalogSource(plain(), { scope, state, schemaTimeoutMs }));
    return {
      catalog,
      rows: lazy(() => {
        const { tables: readTables } = plain();
        return createTableRowSource({ connection, catalog: catalog(), readTables, allowFiltering, large });
      }),
      documents: lazy(() => createCollectionDocumentSource(connection, catalog())),
      auth: () => createAuth(connection),
    };
  };
  return { open, schemaChanges: state.cache.changes };
}
