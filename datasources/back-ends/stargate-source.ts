/** Puts together what serves the data of a database by a Stargate, on Astra and elsewhere. */
import { createCatalogSource } from '../catalog/catalog.ts';
import type { KeyspaceChanges } from '../catalog/keyspace-changes.ts';
import { createSchemaState } from '../catalog/schema-state.ts';
import type { HttpClient } from '../http/client.ts';
import { createLargeLists } from '../rows/large-lists.ts';
import { lazy } from '../shared/lazy.ts';
import type { OperationScope } from '../source/source.ts';
import { createAuthToken } from '../stargate/auth.ts';
import { createStargateCatalog, type NamespaceCatalog } from '../stargate/catalog/catalog.ts';
import { createDocumentSource } from '../stargate/documents/documents.ts';
import { createRowSource } from '../stargate/rest/rows.ts';
import { createStargateConnection, type FindBaseUrl, type StargateConnection } from '../stargate/shared/connection.ts';
import { createPageSizes } from '../stargate/shared/page-sizes.ts';
import type { CommonConfig } from './back-end.ts';
import type { DataPlane } from './data-plane.ts';

/** What differs between the upstreams that serve data by a Stargate. */
export interface StargateParts {
  readonly findBaseUrl: FindBaseUrl;
  readonly maxKeysPerSearch: number;
  readonly createChanges: (connection: StargateConnection) => {
    readonly keyspaces: KeyspaceChanges;
    readonly namespaces: NamespaceCatalog;
  };
}

/** Where a Stargate answers as long as it is there. */
export const PROBE_PATH = '/v2/schemas/keyspaces';

/** Its sources share definitions, page sizes and the order of schema changes. */
export function createStargatePlanes({ schemaTimeoutMs, schemaLifetimeMs, peers }: CommonConfig, http: HttpClient) {
  const state = createSchemaState(schemaLifetimeMs, peers);
  const pageSizes = createPageSizes();
  const large = createLargeLists();
  const open = (scope: OperationScope, { findBaseUrl, maxKeysPerSearch, createChanges }: StargateParts): DataPlane => {
    const connection = createStargateConnection({ http, scope, findBaseUrl, pageSizes });
    const catalog = lazy(() => {
      const plain = createStargateCatalog(connection, createChanges(connection));
      return createCatalogSource(plain, { scope, state, schemaTimeoutMs });
    });
    return {
      catalog,
      rows: lazy(() => createRowSource({ connection, catalog: catalog(), maxKeysPerSearch, large })),
      documents: lazy(() => createDocumentSource(connection, catalog())),
      auth: () => ({ createAuthToken: (...credentials) => createAuthToken(connection, ...credentials) }),
    };
  };
  return { open, schemaChanges: state.cache.changes };
}
