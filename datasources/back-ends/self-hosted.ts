/** The back end of a self-hosted Stargate: databases by configuration, all else through its REST, Document and auth APIs. */
import { createRestKeyspaceChanges } from '../stargate/catalog/keyspaces.ts';
import { createNamespaceCatalog } from '../stargate/catalog/namespaces.ts';
import type { FindBaseUrl } from '../stargate/shared/connection.ts';
import { STARGATE_HINTS } from '../stargate/shared/hints.ts';
import type { CommonConfig, CreateBackEnd } from './back-end.ts';
import { STARGATE_CAPABILITIES } from './capabilities.ts';
import { createConfiguredDatabases, refuseDevops } from './configured-databases.ts';
import { createSource } from './data-plane.ts';
import { toConfiguredName, unknownDatabase } from './database-id.ts';
import { createStargatePlanes, PROBE_PATH } from './stargate-source.ts';

export interface StargateConfig extends CommonConfig {
  readonly kind: 'stargate';
  /** The first is the default. URLs without `/v1` and `/v2`. */
  readonly databases: readonly {
    readonly name: string;
    readonly restUrl: string;
    readonly documentUrl: string;
    readonly authUrl: string;
  }[];
}

export const createSelfHostedBackEnd: CreateBackEnd<StargateConfig> = (config, http) => {
  const { databases, maxKeysPerSearch = Number.POSITIVE_INFINITY } = config;
  const names = databases.map(({ name }) => name);
  const { open: openPlane, schemaChanges } = createStargatePlanes(config, http);

  const findBaseUrl: FindBaseUrl = async (databaseId, api) => {
    const database = databases.find(({ name }) => name === databaseId);
    if (!database) throw unknownDatabase(databaseId, names);
    return { rest: database.restUrl, document: database.documentUrl, auth: database.authUrl }[api];
  };

  return {
    open(scope) {
      const plane = openPlane(scope, {
        findBaseUrl,
        maxKeysPerSearch,
        createChanges: (connection) => ({
          keyspaces: createRestKeyspaceChanges(connection),
          namespaces: createNamespaceCatalog(connection),
        }),
      });
      return createSource(scope, plane, {
        databaseId: (input) => toConfiguredName(input, names),
        databases: createConfiguredDatabases(names, STARGATE_CAPABILITIES),
        authenticateServiceAccount: refuseDevops,
      });
    },
    probeUrl: `${databases[0]?.restUrl ?? ''}${PROBE_PATH}`,
    hints: STARGATE_HINTS,
    schemaChanges,
  };
};
