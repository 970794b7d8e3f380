/** Puts the back ends together, for each kind of upstream. Nothing above this file knows which one answers. */

import { createDevopsClient } from '../devops/client.ts';
import { createAstraDatabases } from '../devops/databases.ts';
import { findDataUrl } from '../devops/endpoint.ts';
import { createDevopsKeyspaces } from '../devops/keyspaces.ts';
import { createDatabaseLookup } from '../devops/lookup.ts';
import { authenticateServiceAccount } from '../devops/service-account.ts';
import { createHttpClient, type Fetch, type HttpClient } from '../http/client.ts';
import { createBulk } from '../resilience/bulk.ts';
import { coalesceReads } from '../resilience/coalesce-reads.ts';
import { RESILIENCE_DEFAULTS, type ResilienceOptions } from '../resilience/options.ts';
import { withResilience } from '../resilience/resilience.ts';
import type { OperationScope, Source, Upstream } from '../source/source.ts';
import { createAuthToken } from '../stargate/auth.ts';
import { createCatalogSource } from '../stargate/catalog.ts';
import { createConfiguredDatabases, refuse } from '../stargate/databases.ts';
import { createDocumentSource } from '../stargate/documents/documents.ts';
import { createNamespaceCatalog } from '../stargate/documents/namespaces.ts';
import { createDevopsKeyspaceChanges, createRestKeyspaceChanges } from '../stargate/rest/keyspaces.ts';
import { createRowSource } from '../stargate/rest/rows.ts';
import {
  createSharedState,
  createStargateConnection,
  type DataPlaneApi,
  type FindBaseUrl,
  type SharedState,
  type StargateConnection,
} from '../stargate/shared/connection.ts';
import { createSchemaCache, type SchemaCache } from '../stargate/shared/schema-cache.ts';
import { toConfiguredName, toDatabaseId, unknownDatabase } from './database-id.ts';

interface CommonConfig {
  /** For reads and writes. */
  readonly timeoutMs: number;
  /** For changes of a schema, of which some take half a minute. */
  readonly schemaTimeoutMs: number;
  /** How long definitions are kept, per token; default 5000. */
  readonly schemaLifetimeMs?: number;
  /** The most values in one `$in`; default 20 on Astra, else what the request line holds. */
  readonly maxKeysPerSearch?: number;
  readonly resilience?: Partial<ResilienceOptions>;
  readonly fetch?: Fetch;
  /** Whether identical reads that are under way share one request; default false. */
  readonly coalesceReads?: boolean;
}

export interface AstraConfig extends CommonConfig {
  readonly kind: 'astra';
  /** Without `/v2`. */
  readonly devopsUrl: string;
  /** `dataUrl` is what stands before `/v1` and `/v2`. */
  readonly defaultDatabase: { readonly databaseId: string; readonly region: string; readonly dataUrl: string };
  /** Origins to which tokens may go besides Astra's own. */
  readonly allowedOrigins: readonly string[];
}

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

export type UpstreamConfig = AstraConfig | StargateConfig;

/** What lives as long as the process. */
interface Shared {
  readonly http: HttpClient;
  readonly cache: SchemaCache;
  readonly state: SharedState;
}

/** Astra's guardrail for the values of an `IN`. */
const ASTRA_KEYS_PER_SEARCH = 20;

export function createUpstream(config: UpstreamConfig): Upstream {
  const { timeoutMs, schemaTimeoutMs, fetch } = config;
  const resilience = { ...RESILIENCE_DEFAULTS, ...config.resilience };
  const wire = createHttpClient({ timeoutMs, schemaTimeoutMs, fetch, maxSocketsPerHost: resilience.maxCallsAtOnce });
  const calm = withResilience(wire, timeoutMs, resilience);
  const http = config.coalesceReads ? coalesceReads(calm) : calm;
  const cache = createSchemaCache(config.schemaLifetimeMs ?? 5000);
  const shared = { http, cache, state: createSharedState() };
  const probeUrl = config.kind === 'astra' ? config.defaultDatabase.dataUrl : (config.databases[0]?.restUrl ?? '');
  function open(scope: OperationScope): Source {
    const timed = { endsAtMs: performance.now() + resilience.operationTimeoutMs, ...scope };
    return config.kind === 'astra' ? openAstra(config, shared, timed) : openStargate(config, shared, timed);
  }
  return {
    open,
    isReachable: (probeTimeoutMs) => http.isReachable(`${probeUrl}/v2/schemas/keyspaces`, probeTimeoutMs),
    pressure: calm.pressure,
    close: async () => http.close(),
  };
}

function openAstra(config: AstraConfig, shared: Shared, scope: OperationScope): Source {
  const { defaultDatabase, allowedOrigins } = config;
  const devops = createDevopsClient(shared.http, config.devopsUrl, scope);
  const lookup = createDatabaseLookup(devops);
  const findBaseUrl: FindBaseUrl = async (databaseId) =>
    databaseId === defaultDatabase.databaseId
      ? defaultDatabase.dataUrl
      : findDataUrl(lookup, databaseId, allowedOrigins);
  const connection = connect(config, shared, scope, findBaseUrl);
  const keyspaces = createDevopsKeyspaceChanges(createDevopsKeyspaces(devops, lookup));
  const namespaces = createNamespaceCatalog(connection, keyspaces);
  const catalog = createCatalogSource({ connection, cache: shared.cache, keyspaces, namespaces });
  const documents = later(() => createDocumentSource(connection, catalog));
  return {
    databaseId: (input) => toDatabaseId(input, defaultDatabase.databaseId),
    bulkCallsLeft: createBulk(scope).callsLeft,
    databases: createAstraDatabases(devops, lookup),
    catalog,
    rows: createRowSource({ connection, catalog, maxKeysPerSearch: config.maxKeysPerSearch ?? ASTRA_KEYS_PER_SEARCH }),
    get documents() {
      return documents();
    },
    auth: {
      createAuthToken: (...credentials) => createAuthToken(connection, ...credentials),
      authenticateServiceAccount: (...account) => authenticateServiceAccount(devops, ...account),
    },
  };
}

function openStargate(config: StargateConfig, shared: Shared, scope: OperationScope): Source {
  const names = config.databases.map(({ name }) => name);
  const findBaseUrl: FindBaseUrl = async (databaseId, api) => {
    const database = config.databases.find(({ name }) => name === databaseId);
    if (!database) throw unknownDatabase(databaseId, names);
    const urls: Record<DataPlaneApi, string> = {
      rest: database.restUrl,
      document: database.documentUrl,
      auth: database.authUrl,
    };
    return urls[api];
  };
  const connection = connect(config, shared, scope, findBaseUrl);
  const keyspaces = createRestKeyspaceChanges(connection);
  const namespaces = createNamespaceCatalog(connection);
  const catalog = createCatalogSource({ connection, cache: shared.cache, keyspaces, namespaces });
  const documents = later(() => createDocumentSource(connection, catalog));
  return {
    databaseId: (input) => toConfiguredName(input, names),
    bulkCallsLeft: createBulk(scope).callsLeft,
    databases: createConfiguredDatabases(names),
    catalog,
    rows: createRowSource({
      connection,
      catalog,
      maxKeysPerSearch: config.maxKeysPerSearch ?? Number.POSITIVE_INFINITY,
    }),
    get documents() {
      return documents();
    },
    auth: {
      createAuthToken: (...credentials) => createAuthToken(connection, ...credentials),
      authenticateServiceAccount: refuse,
    },
  };
}

function connect(
  { schemaTimeoutMs }: CommonConfig,
  { http, state }: Shared,
  scope: OperationScope,
  findBaseUrl: FindBaseUrl,
): StargateConnection {
  return createStargateConnection({ http, scope, findBaseUrl, schemaTimeoutMs, state });
}

/** Made once, when it is asked for: most operations want rows alone. */
function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
