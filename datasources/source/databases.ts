/** Databases: the control plane, and sign-in. */
import type { MaybePromise } from '../shared/maybe-promise.ts';
import type { Page, Result } from './values.ts';

export type Capability =
  | 'DEVOPS' // databases can be listed, created and changed
  | 'KEYSPACES' // keyspaces and namespaces can be created and deleted
  | 'ROWS'
  | 'DOCUMENTS'
  | 'JSON_SCHEMA'
  | 'DOCUMENT_FUNCTIONS'
  | 'DOCUMENT_TTL'
  | 'COUNTERS'
  | 'USER_DEFINED_TYPES'
  | 'INDEXES'
  | 'REPLICATION' // replicas and datacenters of keyspaces can be chosen
  | 'TABLE_OPTIONS' // a default time to live, also of a table that exists
  | 'COLUMN_RENAMES'
  | 'STATIC_COLUMNS' // they can be created, and changed without a whole key
  | 'DOCUMENT_PATTERNS' // wildcards and alternatives in the paths of conditions
  | 'DOCUMENT_COUNT'
  | 'VECTOR_SEARCH';

/** Plain fields are those of the DevOps API, with missing ones `null` and "never" times `null`. */
export interface Database {
  readonly databaseId: string;
  readonly name: string | null;
  /** Upper case, as upstream answers it; `null` where there is no DevOps API. */
  readonly status: string | null;
  readonly region: string | null;
  readonly cloudProvider: string | null;
  readonly tier: string | null;
  readonly capacityUnits: number | null;
  /** RFC 3339. */
  readonly createdAt: string | null;
  readonly terminatedAt: string | null;
  readonly lastUsedAt: string | null;
  readonly availableActions: readonly string[] | null;
  readonly datacenters: readonly Datacenter[] | null;
  readonly storage: DatabaseStorage | null;
  /** The DevOps API's own field names, in cents. */
  readonly cost: Readonly<Record<string, number>> | null;
  readonly metrics: DatabaseMetrics | null;
  readonly dataEndpointUrl: string | null;
  readonly message: string | null;
  readonly organizationId: string | null;
  readonly ownerId: string | null;
  readonly databaseType: string | null;
}

export interface Datacenter {
  readonly datacenterId: string | null;
  readonly name: string | null;
  readonly tier: string | null;
  readonly status: string | null;
  readonly cloudProvider: string | null;
  readonly region: string | null;
  readonly regionZone: string | null;
  readonly regionClassification: string | null;
  readonly capacityUnits: number | null;
  readonly createdAt: string | null;
}

export interface DatabaseStorage {
  readonly nodeCount: number | null;
  readonly replicationFactor: number | null;
  readonly totalStorageGb: number | null;
  readonly usedStorageGb: number | null;
}

export interface DatabaseMetrics {
  readonly writeRequestsTotalCount: number | null;
  readonly readRequestsTotalCount: number | null;
  readonly liveDataSizeBytes: number | null;
  readonly errorsTotalCount: number | null;
}

export interface DatabaseQuery {
  /** The DevOps API's words, lower case: `nonterminated`, `all`, `active` … */
  readonly include: string;
  /** `ALL`, `AWS`, `GCP` or `AZURE`. */
  readonly provider: string;
  /** Id of the last database of the page before. */
  readonly startingAfter?: string;
  /** 1 to `maxPageSize`. */
  readonly pageSize: number;
}

/** A row of `GET /v2/availableRegions`. */
export interface Region {
  readonly tier: string | null;
  readonly cloudProvider: string | null;
  readonly region: string | null;
  readonly description: string | null;
  readonly displayName: string | null;
  readonly continent: string | null;
  readonly databaseCountUsed: number | null;
  readonly databaseCountLimit: number | null;
  readonly capacityUnitsUsed: number | null;
  readonly capacityUnitsLimit: number | null;
  readonly defaultStoragePerCapacityUnitGb: number | null;
  readonly cost: Readonly<Record<string, number>> | null;
}

/** A row of `GET /v2/regions/serverless`. */
export interface ServerlessRegion {
  readonly name: string | null;
  readonly displayName: string | null;
  readonly cloudProvider: string | null;
  readonly zone: string | null;
  readonly classification: string | null;
  readonly enabled: boolean | null;
  readonly reservedForQualifiedUsers: boolean | null;
  readonly regionType: string | null;
}

export interface NewDatabase {
  readonly name: string;
  readonly cloudProvider: string;
  readonly tier: string;
  readonly capacityUnits: number;
  readonly region: string;
  readonly keyspace?: string;
  readonly databaseType?: string;
  /** Classic only. */
  readonly user?: string;
  readonly password?: string;
}

export interface SecureBundle {
  readonly downloadUrl: string;
  readonly internalDownloadUrl: string | null;
  readonly migrationProxyDownloadUrl: string | null;
  readonly internalMigrationProxyDownloadUrl: string | null;
  readonly datacenterId: string | null;
  readonly region: string | null;
  readonly cloudProvider: string | null;
}

export interface DatabaseSource {
  /** What can be done with a database. Costs a call at most, where databases are of several kinds. @throws NotFoundError */
  capabilities(databaseId: string): MaybePromise<readonly Capability[]>;
  readonly maxPageSize: number;
  findPage(query: DatabaseQuery): Promise<Page<Database>>;
  readMany(databaseIds: readonly string[]): Promise<Result<Database>[]>;
  availableRegions(): Promise<readonly Region[]>;
  serverlessRegions(): Promise<readonly ServerlessRegion[]>;
  /** Answers the new id. Never sent twice: names need not be unique, so a retry would create a second database. */
  create(database: NewDatabase): Promise<string>;
  terminate(databaseId: string): Promise<void>;
  park(databaseId: string): Promise<void>;
  unpark(databaseId: string): Promise<void>;
  /** @param capacityUnits - the new total */
  resize(databaseId: string, capacityUnits: number): Promise<void>;
  resetPassword(databaseId: string, username: string, password: string): Promise<void>;
  /** @param all - one bundle for each datacenter, instead of only that of the first */
  createSecureBundles(databaseId: string, all: boolean): Promise<readonly SecureBundle[]>;
}

/** Sign-in. Needs no token. */
export interface AuthSource {
  createAuthToken(databaseId: string, username: string, password: string): Promise<string>;
  /** Answers the token without the word `Bearer`. */
  authenticateServiceAccount(clientId: string, clientName: string, clientSecret: string): Promise<string>;
}
