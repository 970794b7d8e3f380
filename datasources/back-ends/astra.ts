/** The back end of Astra: databases and keyspaces through the DevOps API, data through the Stargate of each database. */
import { delegateKeyspaceChanges } from '../catalog/keyspace-changes.ts';
import { createDevopsClient, DEVOPS_HINTS } from '../devops/client.ts';
import { createAstraDatabases } from '../devops/databases.ts';
import { findDataUrl } from '../devops/endpoint.ts';
import { createDevopsKeyspaces } from '../devops/keyspaces.ts';
import { createDatabaseLookup } from '../devops/lookup.ts';
import { authenticateServiceAccount } from '../devops/service-account.ts';
import type { OperationScope, Source } from '../source/source.ts';
import { createNamespaceCatalog } from '../stargate/catalog/namespaces.ts';
import { DATA_CAPABILITIES } from '../stargate/databases.ts';
import { STARGATE_HINTS } from '../stargate/shared/hints.ts';
import type { CommonConfig, CreateBackEnd } from './back-end.ts';
import { toDatabaseId } from './database-id.ts';
import { createStargateSources, PROBE_PATH } from './stargate-source.ts';

export interface AstraConfig extends CommonConfig {
  readonly kind: 'astra';
  /** Without `/v2`. */
  readonly devopsUrl: string;
  /** `dataUrl` is the base URL before `/v1` and `/v2`. */
  readonly defaultDatabase: { readonly databaseId: string; readonly region: string; readonly dataUrl: string };
  /** Origins to which tokens may go besides Astra's own. */
  readonly allowedOrigins: readonly string[];
}

/** Astra's guardrail for the values of an `IN`. */
const KEYS_PER_SEARCH = 20;

export const createAstraBackEnd: CreateBackEnd<AstraConfig> = (config, http) => {
  const { defaultDatabase, devopsUrl, allowedOrigins, maxKeysPerSearch = KEYS_PER_SEARCH } = config;
  const openSource = createStargateSources(config, http);

  function open(scope: OperationScope): Source {
    const devops = createDevopsClient(http, devopsUrl, scope);
    const lookup = createDatabaseLookup(devops);
    const keyspaces = delegateKeyspaceChanges(createDevopsKeyspaces(devops, lookup));
    return openSource(scope, {
      databaseId: (input) => toDatabaseId(input, defaultDatabase.databaseId),
      databases: createAstraDatabases(devops, lookup, DATA_CAPABILITIES),
      authenticateServiceAccount: (...account) => authenticateServiceAccount(devops, ...account),
      findBaseUrl: async (databaseId) =>
        databaseId === defaultDatabase.databaseId
          ? defaultDatabase.dataUrl
          : findDataUrl(lookup, databaseId, allowedOrigins),
      maxKeysPerSearch,
      createChanges: (connection) => ({ keyspaces, namespaces: createNamespaceCatalog(connection, keyspaces) }),
    });
  }

  return { open, probeUrl: `${defaultDatabase.dataUrl}${PROBE_PATH}`, hints: { ...STARGATE_HINTS, ...DEVOPS_HINTS } };
};
