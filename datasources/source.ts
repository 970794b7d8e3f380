/**
 * What the graph needs from a back end, whichever it is: databases, catalog, rows and documents.
 *
 * Reads are batch-first: `readMany` answers in the order of its keys, each with a value, `null` (there is no such thing)
 * or an `Error` (this one failed, its siblings stand). `find…` answers one page. Everything else throws a `SourceError`.
 * Values are in the public form that GraphQL gives out and takes in (see `CqlValue`); a back end converts at its own border.
 */
import type { Api, FailedCall } from './errors.ts';
import type { LoadName } from './load-count.ts';

// ── calls ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Tokens of one caller. A missing one is an `UnauthenticatedError` when it is needed, before any call. */
export interface Tokens {
  /** For the DevOps API. */
  readonly devops?: string;
  /** For the data plane: REST and Document API. */
  readonly data?: string;
}

/** One upstream request that was made, for receipts, logs and metrics. Holds no key, host or token. */
export interface UpstreamCall {
  readonly api: Api;
  readonly method: string;
  /** Route template. */
  readonly route: string;
  /** HTTP status; absent when there was no answer. */
  readonly status?: number;
  /** By `performance.now()`. */
  readonly startedAtMs: number;
  readonly durationMs: number;
  readonly responseBytes: number;
  /** How many keys the call carried, where it was a batch. */
  readonly keys?: number;
  /** What it reads, where it is a read that loaders know. */
  readonly reads?: LoadName;
  /** Another operation's request, whose answer was waited for too; the times are those of the wait. */
  readonly isShared?: boolean;
  /** From 2 on where a read was sent again that had failed in passing. */
  readonly attempt?: number;
  /** Why there was no answer, or none that could be used. */
  readonly failure?: 'timeout' | 'cancel' | 'connection';
  readonly error?: FailedCall;
}

/** What is known of an upstream request before it is sent. */
export type StartedCall = Pick<UpstreamCall, 'api' | 'method' | 'route' | 'startedAtMs' | 'keys' | 'attempt' | 'reads'>;

/** Watches one upstream request from when it is sent. */
export interface CallWatch {
  /** Sent along: the ids of a trace, say. They win over no header of the call's own. */
  readonly headers: Readonly<Record<string, string>>;
  end(call: UpstreamCall): void;
}

/** One GraphQL operation, as the sources see it. */
export interface OperationScope {
  readonly tokens: Tokens;
  readonly signal?: AbortSignal;
  /** Sent along as `X-Request-Id`. */
  readonly requestId: string;
  /** Upstream calls that the operation may make. */
  readonly maxCalls: number;
  /** When its calls are to be over, by `performance.now()`; writes that have left are waited for all the same. */
  readonly endsAtMs?: number;
  /** Told of each request just before it is sent, a second attempt included. */
  readonly onSend?: (call: StartedCall) => CallWatch;
  /** Told of each request when it has ended. */
  readonly onCall?: (call: UpstreamCall) => void;
}

/** The upstream as the process knows it, from start to end; connections, schema cache and write order live here. */
export interface Upstream {
  /** Sources for one operation and one caller. Costs nothing until it is used. */
  open(scope: OperationScope): Source;
  /** Whether the upstream answers at all (any HTTP answer counts); makes one cheap call, without a token. */
  isReachable(timeoutMs: number): Promise<boolean>;
  /** How its calls are doing at this moment. */
  pressure(): UpstreamPressure;
  close(): Promise<void>;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

/** Over all hosts of the upstream. */
export interface UpstreamPressure {
  readonly callsUnderWay: number;
  /** For their turn. */
  readonly callsWaiting: number;
  /** How many hosts are asked, left alone after failures, or tried again. */
  readonly breakers: Readonly<Record<BreakerState, number>>;
}

export interface Source {
  /** Canonical id of a database: the default's for `undefined` and `"default"`; else a UUID (self-hosted: the configured name), or `InputError`. */
  databaseId(databaseId: string | null | undefined): string;
  readonly databases: DatabaseSource;
  readonly catalog: CatalogSource;
  readonly rows: RowSource;
  readonly documents: DocumentSource;
  readonly auth: AuthSource;
}

export type Result<T> = T | null | Error;

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts; absent at the end. A page may be short or empty and still have one. */
  readonly nextPageState?: string;
}

// ── databases (control plane) ────────────────────────────────────────────────────────────────────────────────────────

export type Capability =
  | 'DEVOPS' // databases can be listed, made and changed
  | 'KEYSPACES' // keyspaces and namespaces can be made and deleted
  | 'ROWS'
  | 'DOCUMENTS'
  | 'JSON_SCHEMA'
  | 'DOCUMENT_FUNCTIONS'
  | 'DOCUMENT_TTL'
  | 'COUNTERS'
  | 'USER_DEFINED_TYPES'
  | 'INDEXES'
  | 'REPLICATION'; // replicas and datacenters of keyspaces can be chosen

/** Plain fields are those of the DevOps API, with missing ones `null` and "never" times `null`. */
export interface Database {
  readonly databaseId: string;
  readonly name: string | null;
  /** Upper case, as upstream says it; absent for a self-hosted Stargate. */
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
  /** 1 to 100. */
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
  /** What can be done with a database; makes no call. */
  capabilities(databaseId: string): readonly Capability[];
  findPage(query: DatabaseQuery): Promise<Page<Database>>;
  readMany(databaseIds: readonly string[]): Promise<Result<Database>[]>;
  availableRegions(): Promise<readonly Region[]>;
  serverlessRegions(): Promise<readonly ServerlessRegion[]>;
  /** Answers the new id. Never sent twice: names need not be unique, so a retry would make a second database. */
  create(database: NewDatabase): Promise<string>;
  terminate(databaseId: string): Promise<void>;
  park(databaseId: string): Promise<void>;
  unpark(databaseId: string): Promise<void>;
  /** @param capacityUnits - the new total */
  resize(databaseId: string, capacityUnits: number): Promise<void>;
  resetPassword(databaseId: string, username: string, password: string): Promise<void>;
  /** @param all - one bundle per datacenter instead of the first's alone */
  createSecureBundles(databaseId: string, all: boolean): Promise<readonly SecureBundle[]>;
}

/** Sign-in. Needs no token. */
export interface AuthSource {
  createAuthToken(databaseId: string, username: string, password: string): Promise<string>;
  /** Answers the token without the word `Bearer`. */
  authenticateServiceAccount(clientId: string, clientName: string, clientSecret: string): Promise<string>;
}

// ── catalog: keyspaces, tables, types, indexes; namespaces and collections ──────────────────────────────────────────

/** A keyspace, which is also a namespace. */
export interface KeyspaceRef {
  /** Canonical. */
  readonly databaseId: string;
  readonly keyspace: string;
}

export interface TableRef extends KeyspaceRef {
  readonly table: string;
}

export interface CollectionRef extends KeyspaceRef {
  readonly collection: string;
}

export interface KeyspaceDatacenter {
  readonly name: string;
  readonly replicas: number;
}

export interface Keyspace {
  readonly databaseId: string;
  readonly name: string;
  /** `null` for a keyspace whose replication is not by datacenter. */
  readonly datacenters: readonly KeyspaceDatacenter[] | null;
  /** Seen by the Document API alone. */
  readonly replicas: number | null;
}

export type ColumnKind = 'PARTITION_KEY' | 'CLUSTERING_KEY' | 'STATIC' | 'REGULAR';
export type SortOrder = 'ASC' | 'DESC';

export interface Column {
  readonly name: string;
  /** A CQL type that can be sent back as the type of a new column. */
  readonly type: string;
  readonly kind: ColumnKind;
}

export interface Table extends TableRef {
  /** Partition key, clustering key, static, then regular columns. */
  readonly columns: readonly Column[];
  readonly partitionKey: readonly string[];
  readonly clusteringKey: readonly { readonly name: string; readonly order: SortOrder }[];
  readonly defaultTtlSeconds: number;
}

export interface Index {
  readonly name: string;
  /** `COMPOSITES`, `CUSTOM`, `KEYS`. */
  readonly kind: string;
  /** The column that it is on. */
  readonly column: string | null;
  /** What of a collection is indexed. */
  readonly target: string | null;
  readonly options: Readonly<Record<string, string>>;
}

export interface UserDefinedType {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
}

export interface Replication {
  readonly replicas?: number;
  readonly datacenters?: readonly KeyspaceDatacenter[];
}

export interface NewTable extends TableRef {
  readonly columns: readonly { readonly name: string; readonly type: string; readonly isStatic: boolean }[];
  readonly partitionKey: readonly string[];
  readonly clusteringKey: readonly { readonly name: string; readonly order: SortOrder }[];
  readonly defaultTtlSeconds?: number;
}

export interface NewIndex extends TableRef {
  readonly column: string;
  readonly name?: string;
  readonly kind?: 'KEYS' | 'VALUES' | 'ENTRIES' | 'FULL';
  /** Class of a custom index. */
  readonly type?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/**
 * The schema. Reads may be a few seconds old (they are kept per token); each change forgets what it touched, here and
 * upstream (a table is read again after its schema changed). Creating answers `false` when the thing existed and
 * `ifNotExists` is set, and is a `ConflictError` when it is not; deleting answers `false` when there was nothing and
 * `ifExists` is set, and is a `NotFoundError` when it is not.
 */
export interface CatalogSource {
  keyspaces(databaseId: string): Promise<readonly Keyspace[]>;
  keyspace(ref: KeyspaceRef): Promise<Keyspace | null>;
  /** All tables with their columns, collections left out; `null` when there is no such keyspace. */
  tables(ref: KeyspaceRef): Promise<readonly Table[] | null>;
  types(ref: KeyspaceRef): Promise<readonly UserDefinedType[] | null>;
  indexes(ref: TableRef): Promise<readonly Index[] | null>;
  createKeyspace(ref: KeyspaceRef, replication: Replication, ifNotExists: boolean): Promise<boolean>;
  deleteKeyspace(ref: KeyspaceRef, ifExists: boolean): Promise<boolean>;
  createTable(table: NewTable, ifNotExists: boolean): Promise<boolean>;
  replaceTableOptions(ref: TableRef, defaultTtlSeconds: number): Promise<void>;
  deleteTable(ref: TableRef, ifExists: boolean): Promise<boolean>;
  createColumn(
    ref: TableRef,
    column: { name: string; type: string; isStatic: boolean },
    ifNotExists: boolean,
  ): Promise<boolean>;
  /** Only columns of the primary key can be renamed. */
  renameColumn(ref: TableRef, column: string, newName: string): Promise<void>;
  deleteColumn(ref: TableRef, column: string, ifExists: boolean): Promise<boolean>;
  createIndex(index: NewIndex, ifNotExists: boolean): Promise<boolean>;
  deleteIndex(ref: TableRef, index: string, ifExists: boolean): Promise<boolean>;
  createType(ref: KeyspaceRef, type: UserDefinedType, ifNotExists: boolean): Promise<boolean>;
  updateType(
    ref: KeyspaceRef,
    name: string,
    change: { addFields?: UserDefinedType['fields']; renameFields?: readonly { from: string; to: string }[] },
  ): Promise<void>;
  deleteType(ref: KeyspaceRef, name: string, ifExists: boolean): Promise<boolean>;

  namespaces(databaseId: string): Promise<readonly Keyspace[]>;
  namespace(ref: KeyspaceRef): Promise<Keyspace | null>;
  /** Names of the collections; `null` when there is no such namespace. */
  collections(ref: KeyspaceRef): Promise<readonly string[] | null>;
  createNamespace(ref: KeyspaceRef, replication: Replication, ifNotExists: boolean): Promise<boolean>;
  deleteNamespace(ref: KeyspaceRef, ifExists: boolean): Promise<boolean>;
  createCollection(ref: CollectionRef, ifNotExists: boolean): Promise<boolean>;
  deleteCollection(ref: CollectionRef, ifExists: boolean): Promise<boolean>;
  /** `null` when none is set. */
  jsonSchema(ref: CollectionRef): Promise<Readonly<Record<string, Json>> | null>;
  replaceJsonSchema(ref: CollectionRef, schema: Readonly<Record<string, Json>>): Promise<void>;
}

// ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/**
 * A CQL value as JSON: bigint, counter, varint and decimal as strings; float and double NaN and infinities as the strings
 * `NaN`, `Infinity`, `-Infinity`; blob as standard base64; times as ISO 8601 text; list, set and tuple as arrays; a map with
 * text keys as an object, else as an array of `{key, value}`; a user-defined type as an object. An unset collection is empty.
 */
export type CqlValue = Json;

/** Column name to value. */
export type RowValues = Readonly<Record<string, CqlValue>>;

export interface Row {
  /** The values of the key columns. For a partition that has only static cells the clustering ones are `null`. */
  readonly key: RowValues;
  /** The columns that were asked for, key columns included. */
  readonly values: RowValues;
  /** Columns that the server could not print, by name; they are not in `values`. */
  readonly errors?: Readonly<Record<string, Error>>;
}

export interface ColumnFilter {
  readonly column: string;
  readonly eq?: CqlValue;
  readonly in?: readonly CqlValue[];
  readonly lt?: CqlValue;
  readonly lte?: CqlValue;
  readonly gt?: CqlValue;
  readonly gte?: CqlValue;
  readonly contains?: CqlValue;
  readonly containsKey?: CqlValue;
  readonly containsEntry?: { readonly key: CqlValue; readonly value: CqlValue };
  readonly exists?: boolean;
}

export interface ColumnSort {
  readonly column: string;
  readonly order: SortOrder;
}

/** Conditions are joined by AND. Checked and canonical (see `cql/check.ts`) before it comes here. */
export interface RowQuery {
  /** A leading part of the key, possibly all of it. */
  readonly key?: RowValues;
  readonly where?: readonly ColumnFilter[];
  readonly sort?: readonly ColumnSort[];
  /** All columns when absent. Key columns always come along. */
  readonly columns?: readonly string[];
  readonly pageSize: number;
  readonly pageState?: string;
}

/**
 * Rows of one table. Keys and values come in canonical (see `cql/check.ts`): every column exists, every value fits its type.
 * Each table is passed as its definition, which the caller has read through the catalog.
 */
export interface RowSource {
  /** @param columns - for all keys alike; all columns when absent */
  readMany(table: Table, keys: readonly RowValues[], columns?: readonly string[]): Promise<Result<Row>[]>;
  findPage(table: Table, query: RowQuery): Promise<Page<Row>>;
  /** An upsert: columns that are not given stay. Refused on counter tables. */
  insert(table: Table, values: RowValues): Promise<void>;
  /** Clears the regular columns that are not given. Reads the definition fresh. Refused on counter tables. */
  replace(table: Table, key: RowValues, values: RowValues): Promise<void>;
  /** Sets the columns given; on counter columns adds. A key without clustering columns sets static columns. */
  patch(table: Table, key: RowValues, values: RowValues): Promise<void>;
  /** Deletes one row by its whole key. No error when there was none. */
  remove(table: Table, key: RowValues): Promise<void>;
  /** Deletes all rows whose key begins so. */
  removeRange(table: Table, keyPrefix: RowValues): Promise<void>;
}

// ── documents ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The steps of a path below a document: a member's name, or an index. The root is `[]`. */
export type PathStep = string | number;
export type Path = readonly PathStep[];

/** A step of a path that searches: `'*'` any member or element, `'[*]'` any element, `names`/`indexes` alternatives. */
export type PatternStep =
  | { readonly name: string }
  | { readonly index: number }
  | { readonly any: 'member' | 'element' }
  | { readonly oneOf: readonly PatternStep[] };
export type Pattern = readonly PatternStep[];

export type DocumentFilter =
  | {
      readonly path: Pattern;
      readonly operator: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
      readonly value: string | number | boolean;
    }
  | {
      readonly path: Pattern;
      readonly operator: 'in' | 'nin';
      readonly value: readonly (string | number | boolean | null)[];
    }
  | { readonly path: Pattern; readonly operator: 'exists'; readonly value: boolean }
  | { readonly and: readonly DocumentFilter[] }
  | { readonly or: readonly DocumentFilter[] }
  | { readonly not: DocumentFilter };

export interface Document {
  readonly documentId: string;
  /** The whole document, or the parts that were asked for, in their places. */
  readonly data: Json;
}

export interface DocumentQuery {
  readonly where?: DocumentFilter;
  /** Whole documents when absent. */
  readonly fields?: readonly Pattern[];
  /** 1 to 20. */
  readonly pageSize: number;
  readonly pageState?: string;
}

/** A search for parts of one document. */
export interface PartQuery {
  /** Where to look; the root when absent. May hold wildcards. */
  readonly path?: Pattern;
  readonly where: DocumentFilter;
  /** Relative to the parent of the filtered field. */
  readonly fields?: readonly Pattern[];
  readonly pageSize: number;
  readonly pageState?: string;
}

export interface DocumentPart {
  /** Where the part stands in the document. */
  readonly path: Path;
  readonly data: Json;
}

export interface WriteDocumentOptions {
  /** Whole documents only. */
  readonly ttlSeconds?: number;
  /** Parts and patches only: new leaves get the time to live that the document has left. */
  readonly keepTtl?: boolean;
}

/** Documents of one collection. Ids and steps are any text that upstream can carry; others are an `InputError` before a call. */
export interface DocumentSource {
  /** @param fields - for all ids alike; whole documents when absent */
  readMany(
    collection: CollectionRef,
    documentIds: readonly string[],
    fields?: readonly Pattern[],
  ): Promise<Result<Document>[]>;
  findPage(collection: CollectionRef, query: DocumentQuery): Promise<Page<Document>>;
  /** No parts, and no error, when the document does not exist. */
  findParts(collection: CollectionRef, documentId: string, query: PartQuery): Promise<Page<DocumentPart>>;
  /** Makes the id. Answers it. */
  insert(collection: CollectionRef, data: Json, options: WriteDocumentOptions): Promise<string>;
  /**
   * Several documents. With `idPath` it is one request, and documents that have the id are replaced; without it each is
   * written by itself under a new id, several at a time. Answers in the order of the documents.
   */
  insertMany(
    collection: CollectionRef,
    documents: readonly Json[],
    options: WriteDocumentOptions & { readonly idPath?: Path },
  ): Promise<(string | Error)[]>;
  /** Replaces or makes a document, or what is at a path. */
  replace(
    collection: CollectionRef,
    documentId: string,
    path: Path,
    data: Json,
    options: WriteDocumentOptions,
  ): Promise<void>;
  /** Merges the members of an object, one level deep; below the root a scalar replaces. */
  patch(
    collection: CollectionRef,
    documentId: string,
    path: Path,
    data: Json,
    options: WriteDocumentOptions,
  ): Promise<void>;
  /** No error when there was nothing. */
  remove(collection: CollectionRef, documentId: string, path: Path): Promise<void>;
  /** Appends to an array; answers the whole array. */
  push(collection: CollectionRef, documentId: string, path: Path, value: Json): Promise<Json>;
  /** Takes the last element off an array; answers it. */
  pop(collection: CollectionRef, documentId: string, path: Path): Promise<Json>;
  /** Sets several paths (relative to `path`) at once. */
  set(
    collection: CollectionRef,
    documentId: string,
    path: Path,
    values: readonly { readonly path: Path; readonly value: Json }[],
  ): Promise<void>;
}
