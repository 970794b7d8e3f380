/** Puts together a source whose data is served by a Stargate, on Astra and elsewhere. */
import { createCatalogSource } from '../catalog/catalog.ts';
import type { KeyspaceChanges } from '../catalog/keyspace-changes.ts';
import { createSchemaState } from '../catalog/schema-state.ts';
import type { HttpClient } from '../http/client.ts';
import { createBulk } from '../resilience/bulk.ts';
import type { AuthSource, OperationScope, Source } from '../source/source.ts';
import { createAuthToken } from '../stargate/auth.ts';
import { createStargateCatalog, type NamespaceCatalog } from '../stargate/catalog/catalog.ts';
import { createDocumentSource } from '../stargate/documents/documents.ts';
import { createRowSource } from '../stargate/rest/rows.ts';
import { createStargateConnection, type FindBaseUrl, type StargateConnection } from '../stargate/shared/connection.ts';
import { createPageSizes } from '../stargate/shared/page-sizes.ts';
import type { CommonConfig } from './back-end.ts';

/** What differs between the upstreams that serve data by a Stargate. */
export interface StargateParts
  extends Pick<Source, 'databaseId' | 'databases'>,
    Pick<AuthSource, 'authenticateServiceAccount'> {
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
export function createStargateSources({ schemaTimeoutMs, schemaLifetimeMs }: CommonConfig, http: HttpClient) {
  const state = createSchemaState(schemaLifetimeMs);
  const pageSizes = createPageSizes();
  return (scope: OperationScope, parts: StargateParts): Source => {
    const { databaseId, databases, authenticateServiceAccount, findBaseUrl, maxKeysPerSearch, createChanges } = parts;
    const connection = createStargateConnection({ http, scope, findBaseUrl, pageSizes });
    const plainCatalog = createStargateCatalog(connection, createChanges(connection));
    const catalog = createCatalogSource(plainCatalog, { scope, state, schemaTimeoutMs });
    const documents = lazy(() => createDocumentSource(connection, catalog));
    return {
      databaseId,
      bulkCallsLeft: createBulk(scope).callsLeft,
      databases,
      catalog,
      rows: createRowSource({ connection, catalog, maxKeysPerSearch }),
      get documents() {
        return documents();
      },
      auth: {
        createAuthToken: (...credentials) => createAuthToken(connection, ...credentials),
        authenticateServiceAccount,
      },
    };
  };
}

/** Creates on first use, and once: most operations read only rows. */
function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
