/** Puts together what serves the data of a database by the Data API, on Astra and elsewhere. */
import { createCatalogSource } from '../catalog/catalog.ts';
import { createSchemaState } from '../catalog/schema-state.ts';
import { createDataApiCatalog, type DataApiCatalogOptions } from '../data-api/catalog/catalog.ts';
import { createCollectionDocumentSource } from '../data-api/collections/documents.ts';
import { createDataApiConnection, type FindDataApi } from '../data-api/command/connection.ts';
import { createTableRowSource } from '../data-api/tables/rows.ts';
import type { HttpClient } from '../http/client.ts';
import type { OperationScope, Source } from '../source/source.ts';
import type { CommonConfig } from './back-end.ts';

/** What is served by the database itself, as opposed to the services around it. */
export type DataPlane = Pick<Source, 'catalog' | 'rows' | 'documents'>;

export interface DataApiParts extends DataApiCatalogOptions {
  readonly findBaseUrl: FindDataApi;
}

/** Its sources share definitions and the order of schema changes. */
export function createDataApiPlanes(
  { schemaTimeoutMs, schemaLifetimeMs, allowFiltering = false }: CommonConfig,
  http: HttpClient,
) {
  const state = createSchemaState(schemaLifetimeMs);
  return (scope: OperationScope, { findBaseUrl, ...options }: DataApiParts): DataPlane => {
    const connection = createDataApiConnection({ http, scope, findBaseUrl });
    const catalog = createCatalogSource(createDataApiCatalog(connection, options), { scope, state, schemaTimeoutMs });
    return {
      catalog,
      rows: createTableRowSource({ connection, catalog, allowFiltering }),
      documents: createCollectionDocumentSource(connection, catalog),
    };
  };
}
