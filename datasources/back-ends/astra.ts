/**
 * The back end of Astra: databases and keyspaces through the DevOps API; the data of each database through its Data API, or
 * through its Stargate where it has none.
 */
import { delegateKeyspaceChanges } from '../catalog/keyspace-changes.ts';
import { DATA_API_HINTS } from '../data-api/command/hints.ts';
import { createDevopsClient, DEVOPS_HINTS } from '../devops/client.ts';
import { createAstraDatabases } from '../devops/databases.ts';
import { type DataApiKind, findDataUrl } from '../devops/endpoint.ts';
import { createDevopsKeyspaces } from '../devops/keyspaces.ts';
import { createDatabaseLookup } from '../devops/lookup.ts';
import { authenticateServiceAccount } from '../devops/service-account.ts';
import { lazy } from '../shared/lazy.ts';
import { chain } from '../shared/maybe-promise.ts';
import { NotSupportedError } from '../source/errors.ts';
import type { Capability, OperationScope, ReadHints, Source } from '../source/source.ts';
import { createNamespaceCatalog } from '../stargate/catalog/namespaces.ts';
import { STARGATE_HINTS } from '../stargate/shared/hints.ts';
import { createAstraKinds } from './astra-kinds.ts';
import type { CommonConfig, CreateBackEnd } from './back-end.ts';
import { DATA_API_CAPABILITIES, STARGATE_CAPABILITIES } from './capabilities.ts';
import { createDataApiPlanes, DATA_API_PROBE_PATH } from './data-api-source.ts';
import { createSource, type DataPlane } from './data-plane.ts';
import { toDatabaseId } from './database-id.ts';
import { routeByDatabase } from './route-by-database.ts';
import { createStargatePlanes, PROBE_PATH } from './stargate-source.ts';

export interface AstraConfig extends CommonConfig {
  readonly kind: 'astra';
  /** Without `/v2`. */
  readonly devopsUrl: string;
  readonly defaultDatabase: {
    readonly databaseId: string;
    readonly region: string;
    /** What serves its data. Other databases go by what the DevOps API says of them. */
    readonly api: DataApiKind;
    /** The base URL of that API, before `/v1` and `/v2`. */
    readonly dataUrl: string;
  };
  /** Origins to which tokens may go besides Astra's own. */
  readonly allowedOrigins: readonly string[];
}

/** Astra's guardrail for the values of an `IN`. */
const KEYS_PER_SEARCH = 20;

const CAPABILITIES: Readonly<Record<DataApiKind, readonly Capability[]>> = {
  data: ['DEVOPS', ...DATA_API_CAPABILITIES],
  stargate: ['DEVOPS', ...STARGATE_CAPABILITIES],
};

export const createAstraBackEnd: CreateBackEnd<AstraConfig> = (config, http) => {
  const { defaultDatabase, devopsUrl, allowedOrigins, maxKeysPerSearch = KEYS_PER_SEARCH } = config;
  const { open: openStargate, schemaChanges: stargateChanges } = createStargatePlanes(config, http);
  const { open: openDataApi, schemaChanges: dataApiChanges } = createDataApiPlanes(config, http);
  const kinds = createAstraKinds(defaultDatabase);

  function open(scope: OperationScope): Source {
    const devops = createDevopsClient(http, devopsUrl, scope);
    const lookup = createDatabaseLookup(devops);
    const service = createDevopsKeyspaces(devops, lookup);
    const keyspaces = delegateKeyspaceChanges(service);
    const kindOf = (databaseId: string) => kinds.kindOf(lookup, databaseId);
    const findBaseUrl = (kind: DataApiKind) => async (databaseId: string) =>
      databaseId === defaultDatabase.databaseId
        ? defaultDatabase.dataUrl
        : findDataUrl(lookup, databaseId, kind, allowedOrigins);

    const planes: Readonly<Record<DataApiKind, () => DataPlane>> = {
      stargate: lazy(() =>
        openStargate(scope, {
          findBaseUrl: findBaseUrl('stargate'),
          maxKeysPerSearch,
          createChanges: (connection) => ({ keyspaces, namespaces: createNamespaceCatalog(connection, keyspaces) }),
        }),
      ),
      data: lazy(() =>
        openDataApi(scope, {
          findBaseUrl: findBaseUrl('data'),
          keyspaces: { ...keyspaces, list: service.list },
          createAuth: () => ({ createAuthToken: refusePasswords }),
        }),
      ),
    };
    const planeOf = (databaseId: string) => chain(kindOf(databaseId), (kind) => planes[kind]());
    const capabilities = (databaseId: string) => chain(kindOf(databaseId), (kind) => CAPABILITIES[kind]);
    return createSource(scope, routeByDatabase(planes[defaultDatabase.api], planeOf), {
      databaseId: (input) => toDatabaseId(input, defaultDatabase.databaseId),
      databases: createAstraDatabases(devops, lookup, capabilities),
      authenticateServiceAccount: (...account) => authenticateServiceAccount(devops, ...account),
    });
  }

  return {
    open,
    probeUrl: `${defaultDatabase.dataUrl}${PROBE[defaultDatabase.api]}`,
    hints: HINTS[defaultDatabase.api],
    schemaChanges: (databaseId) => stargateChanges(databaseId) + dataApiChanges(databaseId),
  };
};

const PROBE: Readonly<Record<DataApiKind, string>> = { data: DATA_API_PROBE_PATH, stargate: PROBE_PATH };
/** Those of the default database. */
const HINTS: Readonly<Record<DataApiKind, ReadHints>> = {
  data: { ...DATA_API_HINTS, ...DEVOPS_HINTS },
  stargate: { ...STARGATE_HINTS, ...DEVOPS_HINTS },
};

/** @throws NotSupportedError - always */
async function refusePasswords(): Promise<never> {
  throw new NotSupportedError(
    'The Data API of Astra takes no name and password: Astra itself makes tokens. Make an application token in the Astra portal, or sign in a service account with authenticateServiceAccount.',
  );
}
