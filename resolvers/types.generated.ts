import type { CqlValue } from '../datasources/source.ts';
import type { Json } from '../datasources/source.ts';
import type { JsonObject } from '../datasources/source.ts';
import type { RowValues } from '../datasources/source.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DatabaseModel, KeyspaceModel, TableModel, RowModel, NamespaceModel, CollectionModel, DocumentModel, DocumentPartModel, PageInfoModel, RegionModel, ServerlessRegionModel, ColumnModel, IndexModel, UserDefinedTypeModel, DatacenterModel, DatabaseStorageModel, DatabaseMetricsModel, DatabaseCostModel, SecureBundleModel } from './models.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A CQL value as JSON. What comes out can be sent back in, unchanged.
   *
   * - `bigint`, `counter`, `varint` and `decimal` are strings, such as `"9223372036854775807"`, so that no digit is lost.
   *   Integers are accepted as JSON numbers too, as long as they are exact, that is up to 9007199254740991.
   * - `float` and `double` are numbers; `"NaN"`, `"Infinity"` and `"-Infinity"` are strings.
   * - `blob` is standard base64.
   * - `uuid`, `timeuuid`, `inet`, `duration`, `date`, `time` and `timestamp` are strings, times as in ISO 8601:
   *   `"2024-02-29"`, `"13:30:00.000000001"`, `"2024-02-29T13:30:00.000Z"`.
   * - `list`, `set` and `tuple` are lists. A `map` with text keys is an object, any other a list of `{key, value}`. An unset
   *   collection is empty, because Cassandra knows no difference.
   * - A user-defined type is an object.
   */
  CqlValue: { input: CqlValue; output: CqlValue; }
  /** A moment in time as RFC 3339 text, such as `2026-03-01T12:00:00Z`. */
  DateTime: { input: string; output: string; }
  /**
   * A path in a document: steps joined by dots. A name is a member of an object, `[2]` is the element 2 of a list, counted from 0:
   * `address.phones.[0].number`. The empty string is the whole document.
   *
   * A dot, comma, asterisk, opening bracket or backslash that belongs to a name is escaped with a backslash: `v1\\.0` is one step.
   *
   * Where a path selects or filters, it may also hold `*` (any member or element), `[*]` (any element) and alternatives joined
   * by commas (`home,work` or `[0],[2]`). Where it names one place it may not.
   */
  DocumentPath: { input: string; output: string; }
  /**
   * Any JSON value: an object, a list, a string, a number, a boolean or null.
   *
   * Numbers in documents are IEEE doubles. An integer beyond 9007199254740991 would lose digits and is refused: send it as a
   * string. A variable may stand inside a literal; one that has no value is an error, it is never left out.
   */
  JSON: { input: Json; output: Json; }
  /** A JSON object: member name to any JSON value. The order of the members is kept. The same rules as for `JSON` apply. */
  JSONObject: { input: JsonObject; output: JsonObject; }
  /**
   * The primary key of a row: column name to value, such as `{isbn: "9780140449136"}`. All key columns are needed, except where
   * an argument asks for a leading part of the key: then the partition key and any number of clustering columns that follow.
   *
   * Pass it as one variable, `$key: RowKey!`. A null or a missing column in it is an error, it never widens what is read.
   */
  RowKey: { input: RowValues; output: RowValues; }
  /**
   * Values of a row: column name to `CqlValue`, such as `{title: "The Odyssey", pages: 541}`. Names are the exact names of
   * the columns, in their own letter case.
   */
  RowValues: { input: RowValues; output: RowValues; }
};

/** Something that the back end of a database can do. */
export type Capability =
  /** Tables can have counter columns. */
  | 'COUNTERS'
  /** Databases can be listed, created and changed. */
  | 'DEVOPS'
  /** Collections and documents can be read and written. */
  | 'DOCUMENTS'
  /** Values can be pushed to, popped from and set in documents. */
  | 'DOCUMENT_FUNCTIONS'
  /** Documents can be given a time to live. */
  | 'DOCUMENT_TTL'
  /** Columns can be given an index. */
  | 'INDEXES'
  /** A collection can have a JSON schema, which its documents must follow. */
  | 'JSON_SCHEMA'
  /** Keyspaces and namespaces can be created and deleted. */
  | 'KEYSPACES'
  /** The replicas and datacenters of a keyspace can be chosen. */
  | 'REPLICATION'
  /** Tables and rows can be read and written. */
  | 'ROWS'
  /** User-defined types can be created, changed and used. */
  | 'USER_DEFINED_TYPES';

/** A cloud provider. */
export type CloudProvider =
  /** Amazon Web Services. */
  | 'AWS'
  /** Microsoft Azure. */
  | 'AZURE'
  /** Google Cloud. */
  | 'GCP';

/** A clustering column, and how it orders the rows of a partition. */
export type ClusteringColumn = {
  /** The name of the column. */
  readonly name: Scalars['String']['output'];
  /** The order in which the rows of a partition are kept. */
  readonly order: SortOrder;
};

/** A collection of JSON documents. */
export type Collection = Node & {
  /** The id of the database to which the collection belongs. */
  readonly databaseId: Scalars['ID']['output'];
  /** The document with this id, or `null` when there is none. */
  readonly document: Maybe<Document>;
  /**
   * The documents of the collection, in the order of the database: stable, but by hash and so of no meaning. At most 20 come
   * in one upstream request.
   */
  readonly documents: Maybe<DocumentConnection>;
  /** The id of this object in the graph. */
  readonly id: Scalars['ID']['output'];
  /** The JSON schema (draft 4) that documents must meet; `null` when none is set. */
  readonly jsonSchema: Maybe<Scalars['JSONObject']['output']>;
  /** The name of the collection. */
  readonly name: Scalars['String']['output'];
  /** The namespace to which the collection belongs. */
  readonly namespace: Namespace;
  /** The name of the namespace to which the collection belongs. */
  readonly namespaceName: Scalars['String']['output'];
};


/** A collection of JSON documents. */
export type CollectionDocumentArgs = {
  documentId: Scalars['ID']['input'];
};


/** A collection of JSON documents. */
export type CollectionDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  where?: InputMaybe<DocumentFilter>;
};

/** A column of a table. */
export type Column = {
  /** What part the column has in the table. */
  readonly kind: ColumnKind;
  /** The name of the column. */
  readonly name: Scalars['String']['output'];
  /** The CQL type of the column, such as `map<text, int>`. It can be sent back as the type of a new column. */
  readonly type: Scalars['String']['output'];
};

/**
 * A condition on one column. Several operators in one entry must all hold. An entry without an operator, and one that is
 * null, is refused, because the whole table would be read.
 */
export type ColumnFilter = {
  /** The exact name of the column. */
  readonly column: Scalars['String']['input'];
  /** The list, set or map holds this value. */
  readonly contains?: InputMaybe<Scalars['CqlValue']['input']>;
  /** The map holds this value under this key. */
  readonly containsEntry?: InputMaybe<MapEntryInput>;
  /** The map holds this key. */
  readonly containsKey?: InputMaybe<Scalars['CqlValue']['input']>;
  /** The value is this one. */
  readonly eq?: InputMaybe<Scalars['CqlValue']['input']>;
  /** For boolean columns: the value is this one, as with `eq`. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The value is greater than this one. */
  readonly gt?: InputMaybe<Scalars['CqlValue']['input']>;
  /** The value is this one or greater. */
  readonly gte?: InputMaybe<Scalars['CqlValue']['input']>;
  /** The value is one of these. With an empty list there is no such row, and nothing is asked upstream. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['CqlValue']['input']>>;
  /** The value is less than this one. */
  readonly lt?: InputMaybe<Scalars['CqlValue']['input']>;
  /** The value is this one or less. */
  readonly lte?: InputMaybe<Scalars['CqlValue']['input']>;
};

/** What part a column has in its table. */
export type ColumnKind =
  /** It is a clustering column: it belongs to the key, and gives the rows of a partition their order. */
  | 'CLUSTERING_KEY'
  /** It belongs to the partition key, which decides on which nodes a row is kept. */
  | 'PARTITION_KEY'
  /** It has a value for each row. */
  | 'REGULAR'
  /** It has one value for all rows of a partition. */
  | 'STATIC';

/** An order by one clustering column. */
export type ColumnSort = {
  /** The exact name of the clustering column. */
  readonly column: Scalars['String']['input'];
  /** Which value comes first. */
  readonly order?: SortOrder;
};

/**
 * A database: keyspaces with tables, which are at the same time namespaces with collections of documents.
 *
 * What Astra's DevOps API tells about it is `null` for a self-hosted Stargate. The token's own data can be reached without
 * the DevOps API: `database { keyspaces { name } }` makes no call to it when the default database is meant.
 */
export type Database = Node & {
  /** What can be done with the database now, in the words of the DevOps API, such as `addKeyspace`, `park` or `terminate`. */
  readonly availableActions: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What can be done with this database through this graph. What is not listed answers `NOT_SUPPORTED`. */
  readonly capabilities: ReadonlyArray<Capability>;
  /** The capacity units; 1 for serverless databases. */
  readonly capacityUnits: Maybe<Scalars['Int']['output']>;
  /** The cloud provider of the first region: `AWS`, `GCP` or `AZURE`. */
  readonly cloudProvider: Maybe<Scalars['String']['output']>;
  /** What the database costs. */
  readonly cost: Maybe<DatabaseCost>;
  /** When the database was created. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The base URL of the data plane of this database. */
  readonly dataEndpointUrl: Maybe<Scalars['String']['output']>;
  /** The id that Astra gave the database, a UUID; for a self-hosted Stargate the configured name. */
  readonly databaseId: Scalars['ID']['output'];
  /** The kind of the database: `vector`, or `null` for one without vectors. */
  readonly databaseType: Maybe<Scalars['String']['output']>;
  /** The datacenters, one for each region. */
  readonly datacenters: Maybe<ReadonlyArray<Datacenter>>;
  /** The id of this object in the graph. */
  readonly id: Scalars['ID']['output'];
  /** One keyspace, or `null` when there is none of this name. */
  readonly keyspace: Maybe<Keyspace>;
  /** The keyspaces that the token may see. */
  readonly keyspaces: Maybe<ReadonlyArray<Keyspace>>;
  /** When the database was last used; `null` when it never was, or when it is not known. */
  readonly lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** A remark of the DevOps API about the status, such as why the database was parked. */
  readonly message: Maybe<Scalars['String']['output']>;
  /** How much the database has been used. */
  readonly metrics: Maybe<DatabaseMetrics>;
  /** The name that was given at creation. It need not be unique. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** One namespace, or `null` when there is none of this name. */
  readonly namespace: Maybe<Namespace>;
  /** The namespaces that the token may see: the keyspaces, as the Document API sees them. */
  readonly namespaces: Maybe<ReadonlyArray<Namespace>>;
  /** The id of the organization to which the database belongs. */
  readonly organizationId: Maybe<Scalars['ID']['output']>;
  /** The id of the user who created the database. */
  readonly ownerId: Maybe<Scalars['ID']['output']>;
  /** The first region, by the provider's name, such as `us-east1`. */
  readonly region: Maybe<Scalars['String']['output']>;
  /** What the database is doing. A word that this graph does not know is `UNKNOWN`; `statusText` holds it. */
  readonly status: Maybe<DatabaseStatus>;
  /** The status in the words of the DevOps API, in upper case. */
  readonly statusText: Maybe<Scalars['String']['output']>;
  /** How much room the database has and uses. */
  readonly storage: Maybe<DatabaseStorage>;
  /** When the database was terminated; `null` while it lives. */
  readonly terminatedAt: Maybe<Scalars['DateTime']['output']>;
  /** The tier, such as `serverless` or `C10`. */
  readonly tier: Maybe<Scalars['String']['output']>;
};


/**
 * A database: keyspaces with tables, which are at the same time namespaces with collections of documents.
 *
 * What Astra's DevOps API tells about it is `null` for a self-hosted Stargate. The token's own data can be reached without
 * the DevOps API: `database { keyspaces { name } }` makes no call to it when the default database is meant.
 */
export type DatabaseKeyspaceArgs = {
  name: Scalars['String']['input'];
};


/**
 * A database: keyspaces with tables, which are at the same time namespaces with collections of documents.
 *
 * What Astra's DevOps API tells about it is `null` for a self-hosted Stargate. The token's own data can be reached without
 * the DevOps API: `database { keyspaces { name } }` makes no call to it when the default database is meant.
 */
export type DatabaseKeyspacesArgs = {
  includeSystem?: Scalars['Boolean']['input'];
};


/**
 * A database: keyspaces with tables, which are at the same time namespaces with collections of documents.
 *
 * What Astra's DevOps API tells about it is `null` for a self-hosted Stargate. The token's own data can be reached without
 * the DevOps API: `database { keyspaces { name } }` makes no call to it when the default database is meant.
 */
export type DatabaseNamespaceArgs = {
  name: Scalars['String']['input'];
};


/**
 * A database: keyspaces with tables, which are at the same time namespaces with collections of documents.
 *
 * What Astra's DevOps API tells about it is `null` for a self-hosted Stargate. The token's own data can be reached without
 * the DevOps API: `database { keyspaces { name } }` makes no call to it when the default database is meant.
 */
export type DatabaseNamespacesArgs = {
  includeSystem?: Scalars['Boolean']['input'];
};

/** A page of databases. */
export type DatabaseConnection = {
  /** The databases of this page, each with its cursor. */
  readonly edges: ReadonlyArray<DatabaseEdge>;
  /** The databases of this page. */
  readonly nodes: ReadonlyArray<Database>;
  /** Where the page begins and ends, and whether more follows. */
  readonly pageInfo: PageInfo;
};

/** Prices, in cents of a US dollar. What does not apply is `null`. */
export type DatabaseCost = {
  /** For each day. */
  readonly costPerDayCents: Maybe<Scalars['Float']['output']>;
  /** For each day, in several regions. */
  readonly costPerDayMRCents: Maybe<Scalars['Float']['output']>;
  /** For each day while parked. */
  readonly costPerDayParkedCents: Maybe<Scalars['Float']['output']>;
  /** For each hour. */
  readonly costPerHourCents: Maybe<Scalars['Float']['output']>;
  /** For each hour, in several regions. */
  readonly costPerHourMRCents: Maybe<Scalars['Float']['output']>;
  /** For each hour while parked. */
  readonly costPerHourParkedCents: Maybe<Scalars['Float']['output']>;
  /** For each minute. */
  readonly costPerMinCents: Maybe<Scalars['Float']['output']>;
  /** For each minute, in several regions. */
  readonly costPerMinMRCents: Maybe<Scalars['Float']['output']>;
  /** For each minute while parked. */
  readonly costPerMinParkedCents: Maybe<Scalars['Float']['output']>;
  /** For each month. */
  readonly costPerMonthCents: Maybe<Scalars['Float']['output']>;
  /** For each month, in several regions. */
  readonly costPerMonthMRCents: Maybe<Scalars['Float']['output']>;
  /** For each month while parked. */
  readonly costPerMonthParkedCents: Maybe<Scalars['Float']['output']>;
  /** For each gigabyte of network traffic. */
  readonly costPerNetworkGbCents: Maybe<Scalars['Float']['output']>;
  /** For each gigabyte read. */
  readonly costPerReadGbCents: Maybe<Scalars['Float']['output']>;
  /** For each gigabyte written. */
  readonly costPerWrittenGbCents: Maybe<Scalars['Float']['output']>;
};

/** A database in a page. */
export type DatabaseEdge = {
  /** The place of this database in the list: pass it as `after` to go on behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The database. */
  readonly node: Database;
};

/** Which databases to list, by their status. */
export type DatabaseInclude =
  /** Those that serve. */
  | 'ACTIVE'
  /** All, those that are terminated included. */
  | 'ALL'
  /** Those that have failed. */
  | 'ERROR'
  /** Those that hibernate. */
  | 'HIBERNATED'
  /** Those that are about to hibernate. */
  | 'HIBERNATING'
  /** Those that are being created. */
  | 'INITIALIZING'
  /** Those that are being changed. */
  | 'MAINTENANCE'
  /** All but those that are terminated. */
  | 'NON_TERMINATED'
  /** Those that are parked. */
  | 'PARKED'
  /** Those that are being parked. */
  | 'PARKING'
  /** Those that wait for their creation. */
  | 'PENDING'
  /** Those that are prepared. */
  | 'PREPARED'
  /** Those that are being prepared. */
  | 'PREPARING'
  /** Those whose capacity is being changed. */
  | 'RESIZING'
  /** Those that wake up from hibernation. */
  | 'RESUMING'
  /** Those that are suspended. */
  | 'SUSPENDED'
  /** Those that are being suspended. */
  | 'SUSPENDING'
  /** Those that are terminated. */
  | 'TERMINATED'
  /** Those that are being terminated. */
  | 'TERMINATING'
  /** Those that are being taken back from parking. */
  | 'UNPARKING';

/** How much a database has been used. */
export type DatabaseMetrics = {
  /** How many requests have failed. A whole number, which may be beyond 32 bits. */
  readonly errorsTotalCount: Maybe<Scalars['Float']['output']>;
  /** How large the live data is, in bytes. A whole number, which may be beyond 32 bits. */
  readonly liveDataSizeBytes: Maybe<Scalars['Float']['output']>;
  /** How many requests have read. A whole number, which may be beyond 32 bits. */
  readonly readRequestsTotalCount: Maybe<Scalars['Float']['output']>;
  /** How many requests have written. A whole number, which may be beyond 32 bits. */
  readonly writeRequestsTotalCount: Maybe<Scalars['Float']['output']>;
};

/** What a database is doing. */
export type DatabaseStatus =
  /** It serves. */
  | 'ACTIVE'
  /** It is being joined with resources that were prepared; creation goes on. */
  | 'ASSOCIATING'
  /** It is being taken out of service. */
  | 'DECOMMISSIONING'
  /** It serves, but not with all its nodes. */
  | 'DEGRADED'
  /** It has failed, and will not become active by itself. */
  | 'ERROR'
  /** It was not used for a while and sleeps. The next request to its data wakes it up. */
  | 'HIBERNATED'
  /** It is about to hibernate. */
  | 'HIBERNATING'
  /** It is being created. */
  | 'INITIALIZING'
  /** A keyspace or a datacenter is being added or taken away; it will be active again shortly. */
  | 'MAINTENANCE'
  /** It is parked: its data is kept, and it does not serve until it is unparked. */
  | 'PARKED'
  /** It is being parked. */
  | 'PARKING'
  /** It waits for its creation. */
  | 'PENDING'
  /** It is prepared for use, and not yet anybody's. */
  | 'PREPARED'
  /** It is being prepared. */
  | 'PREPARING'
  /** Its capacity is being changed. */
  | 'RESIZING'
  /** It wakes up from hibernation. */
  | 'RESUMING'
  /** It is suspended, for example because credits are used up. */
  | 'SUSPENDED'
  /** It is being suspended. */
  | 'SUSPENDING'
  /** Its datacenters are being brought into line. */
  | 'SYNCHRONIZING'
  /** It is terminated, with its data. This cannot be undone. */
  | 'TERMINATED'
  /** It is being terminated. */
  | 'TERMINATING'
  /** A status that this graph does not know; `statusText` holds the word. */
  | 'UNKNOWN'
  /** It is being taken back from parking. */
  | 'UNPARKING';

/** How much room a database has and uses. */
export type DatabaseStorage = {
  /** The number of nodes. */
  readonly nodeCount: Maybe<Scalars['Int']['output']>;
  /** How many copies of each row are kept. */
  readonly replicationFactor: Maybe<Scalars['Int']['output']>;
  /** All the room that there is, in gigabytes. */
  readonly totalStorageGb: Maybe<Scalars['Int']['output']>;
  /** The room that is used, in gigabytes. */
  readonly usedStorageGb: Maybe<Scalars['Int']['output']>;
};

/** A datacenter of a database: one region in which it serves. */
export type Datacenter = {
  /** The capacity units. */
  readonly capacityUnits: Maybe<Scalars['Int']['output']>;
  /** The cloud provider: `AWS`, `GCP` or `AZURE`. */
  readonly cloudProvider: Maybe<Scalars['String']['output']>;
  /** When the datacenter was created. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Astra's id of the datacenter: the id of the database, a hyphen and a number. */
  readonly datacenterId: Maybe<Scalars['ID']['output']>;
  /** The name of the datacenter, such as `dc-1`. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The provider's name of the region, such as `us-east1`. */
  readonly region: Maybe<Scalars['String']['output']>;
  /** The price class: `standard`, `premium` or `premium_plus`. */
  readonly regionClassification: Maybe<Scalars['String']['output']>;
  /** The part of the world: `na`, `emea`, `apac` or `sa`. */
  readonly regionZone: Maybe<Scalars['String']['output']>;
  /** The status in the words of the DevOps API; often empty. */
  readonly status: Maybe<Scalars['String']['output']>;
  /** The tier, such as `serverless`. */
  readonly tier: Maybe<Scalars['String']['output']>;
};

/** A JSON document. */
export type Document = Node & {
  /** The collection to which the document belongs. */
  readonly collection: Collection;
  /** The name of the collection to which the document belongs. */
  readonly collectionName: Scalars['String']['output'];
  /**
   * The document, or parts of it in their places. Members come in the order of their names, as they are stored, and list
   * elements that were not selected before one that was are null.
   */
  readonly data: Maybe<Scalars['JSON']['output']>;
  /** The id of the database to which the document belongs. */
  readonly databaseId: Scalars['ID']['output'];
  /** The id of the document within its collection. */
  readonly documentId: Scalars['ID']['output'];
  /** The id of this object in the graph. */
  readonly id: Scalars['ID']['output'];
  /** The name of the namespace to which the document belongs. */
  readonly namespaceName: Scalars['String']['output'];
  /** The document whose id stands at a path of this one: `null` when nothing stands there, or when there is no such document. */
  readonly relatedDocument: Maybe<Document>;
  /** The one row whose whole key is made from this document: `null` when a value is null, or when there is no such row. */
  readonly relatedRow: Maybe<Row>;
  /** Rows of a table by a leading part of its key, which is made from this document; `null` when a value is null. */
  readonly relatedRows: Maybe<RowConnection>;
  /**
   * Parts of this document that match, each with the path where it was found. Conditions may name one path only, relative to
   * `path`; a step `*` in it makes many candidates of one document:
   *
   *     search(where: {path: "products.*.price", lt: 10}) { nodes { path data } }
   */
  readonly search: Maybe<DocumentPartConnection>;
  /** What is at a path: `null` when nothing is there, and when null is. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};


/** A JSON document. */
export type DocumentDataArgs = {
  fields?: InputMaybe<ReadonlyArray<Scalars['DocumentPath']['input']>>;
};


/** A JSON document. */
export type DocumentRelatedDocumentArgs = {
  collection: Scalars['String']['input'];
  idPath: Scalars['DocumentPath']['input'];
  namespace?: InputMaybe<Scalars['String']['input']>;
};


/** A JSON document. */
export type DocumentRelatedRowArgs = {
  key: ReadonlyArray<RelatedKeyPart>;
  keyspace?: InputMaybe<Scalars['String']['input']>;
  table: Scalars['String']['input'];
};


/** A JSON document. */
export type DocumentRelatedRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  key: ReadonlyArray<RelatedKeyPart>;
  keyspace?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<ReadonlyArray<ColumnSort>>;
  table: Scalars['String']['input'];
  where?: InputMaybe<ReadonlyArray<ColumnFilter>>;
};


/** A JSON document. */
export type DocumentSearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  fields?: InputMaybe<ReadonlyArray<Scalars['DocumentPath']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  path?: InputMaybe<Scalars['DocumentPath']['input']>;
  where: DocumentFilter;
};


/** A JSON document. */
export type DocumentValueArgs = {
  path: Scalars['DocumentPath']['input'];
};

/** A page of documents. */
export type DocumentConnection = {
  /** The documents of this page, each with its cursor. */
  readonly edges: ReadonlyArray<DocumentEdge>;
  /** The documents of this page. */
  readonly nodes: ReadonlyArray<Document>;
  /** Where the page begins and ends, and whether more follows. */
  readonly pageInfo: PageInfo;
};

/** A document in a page. */
export type DocumentEdge = {
  /** The place of this document in the list: pass it as `after` to go on behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The document. */
  readonly node: Document;
};

/**
 * What documents must meet. An entry names one path and at least one operator, or holds other entries in `and`, `or` or `not`;
 * all that stands in one entry must hold. An entry with nothing in it is refused, because every document would meet it.
 *
 * Only leaves are compared: text, numbers, booleans, null, and empty objects and lists. A path that leads to an object or a
 * list with something in it counts as missing.
 */
export type DocumentFilter = {
  /** All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<DocumentFilter>>;
  /** The value is this one; with null: the value is null. */
  readonly eq?: InputMaybe<Scalars['JSON']['input']>;
  /** Whether the field is there. Null is there. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The value is greater than this one, and of its type. */
  readonly gt?: InputMaybe<Scalars['JSON']['input']>;
  /** The value is this one or greater, and of its type. */
  readonly gte?: InputMaybe<Scalars['JSON']['input']>;
  /** The value is one of these. With an empty list nothing is found, and nothing is asked upstream. */
  readonly in?: InputMaybe<ReadonlyArray<InputMaybe<Scalars['JSON']['input']>>>;
  /** The value is less than this one, and of its type. */
  readonly lt?: InputMaybe<Scalars['JSON']['input']>;
  /** The value is this one or less, and of its type. */
  readonly lte?: InputMaybe<Scalars['JSON']['input']>;
  /** The value is another one, or the field is missing; with null: the value is not null, or the field is missing. */
  readonly ne?: InputMaybe<Scalars['JSON']['input']>;
  /** The value is none of these, or the field is missing. */
  readonly nin?: InputMaybe<ReadonlyArray<InputMaybe<Scalars['JSON']['input']>>>;
  /**
   * This does not hold. In a collection the operators are turned round (`lt` becomes `gte`), so a document without the field is
   * not found by `not: {path: "a", lt: 5}`.
   */
  readonly not?: InputMaybe<DocumentFilter>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<DocumentFilter>>;
  /**
   * The path of the field, such as `address.city`. Before the last step it may hold `*` (any member or element), `[*]` (any
   * element) and alternatives joined by commas. The last step is taken literally.
   */
  readonly path?: InputMaybe<Scalars['DocumentPath']['input']>;
};

/** A part of a document that was found by a search in it. */
export type DocumentPart = {
  /** What stands there. */
  readonly data: Maybe<Scalars['JSON']['output']>;
  /** Where the part stands in the document. */
  readonly path: Scalars['DocumentPath']['output'];
};

/** A page of parts of a document. */
export type DocumentPartConnection = {
  /** The parts of this page, each with its cursor. */
  readonly edges: ReadonlyArray<DocumentPartEdge>;
  /** The parts of this page. */
  readonly nodes: ReadonlyArray<DocumentPart>;
  /** Where the page begins and ends, and whether more follows. */
  readonly pageInfo: PageInfo;
};

/** A part of a document in a page. */
export type DocumentPartEdge = {
  /** The place of this part in the list: pass it as `after` to go on behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The part. */
  readonly node: DocumentPart;
};

/** An index on a column: it makes conditions on this column possible. */
export type Index = {
  /** The column that is indexed; `null` when it cannot be told. */
  readonly column: Maybe<Scalars['String']['output']>;
  /** The kind of the index in Cassandra's words: `COMPOSITES`, `CUSTOM` or `KEYS`. */
  readonly kind: Scalars['String']['output'];
  /** The name of the index, which is unique in its keyspace. */
  readonly name: Scalars['String']['output'];
  /** The options of the index, such as `class_name` of a custom one. */
  readonly options: Scalars['JSONObject']['output'];
  /** What of a collection column is indexed: `keys`, `values`, `entries` or `full`; `null` for other columns. */
  readonly target: Maybe<Scalars['String']['output']>;
};

/** A keyspace: a set of tables that are replicated alike. The Document API sees the same thing as a namespace. */
export type Keyspace = Node & {
  /** The database to which the keyspace belongs. */
  readonly database: Database;
  /** The id of the database to which the keyspace belongs. */
  readonly databaseId: Scalars['ID']['output'];
  /** Where and how often the data is kept; `null` when replication is not by datacenter. */
  readonly datacenters: Maybe<ReadonlyArray<KeyspaceDatacenter>>;
  /** The id of this object in the graph. */
  readonly id: Scalars['ID']['output'];
  /** The name of the keyspace. */
  readonly name: Scalars['String']['output'];
  /** The same thing, as the Document API sees it. */
  readonly namespace: Namespace;
  /** One table, or `null` when there is none of this name. */
  readonly table: Maybe<Table>;
  /**
   * The tables with their columns, in one upstream request for the whole keyspace. Collections of documents are tables as
   * well, but are left out here: see `namespace`.
   */
  readonly tables: Maybe<ReadonlyArray<Table>>;
  /** One user-defined type, or `null` when there is none of this name. */
  readonly type: Maybe<UserDefinedType>;
  /** The user-defined types of the keyspace, in the order of their names. */
  readonly types: Maybe<ReadonlyArray<UserDefinedType>>;
};


/** A keyspace: a set of tables that are replicated alike. The Document API sees the same thing as a namespace. */
export type KeyspaceTableArgs = {
  name: Scalars['String']['input'];
};


/** A keyspace: a set of tables that are replicated alike. The Document API sees the same thing as a namespace. */
export type KeyspaceTypeArgs = {
  name: Scalars['String']['input'];
};

/** How often a datacenter keeps the data of a keyspace. */
export type KeyspaceDatacenter = {
  /** The name of the datacenter. */
  readonly name: Scalars['String']['output'];
  /** How many copies of each row it keeps. */
  readonly replicas: Scalars['Int']['output'];
};

/** An entry of a map. */
export type MapEntryInput = {
  /** The key of the entry. */
  readonly key: Scalars['CqlValue']['input'];
  /** The value of the entry. */
  readonly value: Scalars['CqlValue']['input'];
};

/** A namespace: a set of collections of documents. The REST API sees the same thing as a keyspace. */
export type Namespace = Node & {
  /** One collection, or `null` when there is none of this name. */
  readonly collection: Maybe<Collection>;
  /** The collections of the namespace, in one upstream request. Other tables are left out: see `keyspace`. */
  readonly collections: Maybe<ReadonlyArray<Collection>>;
  /** The database to which the namespace belongs. */
  readonly database: Database;
  /** The id of the database to which the namespace belongs. */
  readonly databaseId: Scalars['ID']['output'];
  /** The id of this object in the graph. */
  readonly id: Scalars['ID']['output'];
  /** The same thing, as the REST API sees it. */
  readonly keyspace: Keyspace;
  /** The name of the namespace. */
  readonly name: Scalars['String']['output'];
  /**
   * How many copies of each document are kept; `null` when that is said by datacenter. Stargate answers 1 for every namespace
   * that is not replicated by datacenter, whatever was asked for when it was created.
   */
  readonly replicas: Maybe<Scalars['Int']['output']>;
};


/** A namespace: a set of collections of documents. The REST API sees the same thing as a keyspace. */
export type NamespaceCollectionArgs = {
  name: Scalars['String']['input'];
};

/** An object that can be read again by its id: a database, keyspace, table, row, namespace, collection or document. */
export type Node = {
  /** An opaque id, unique in this graph and always the same for the same object. Keep it as it is; do not take it apart. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page of a list begins and ends, and whether more follows. Lists are read forwards only. */
export type PageInfo = {
  /** The cursor of the last item of this page: pass it as `after` to get the next page. `null` when the page is empty. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /**
   * Whether at least one more item follows. It is exact: where the page does not tell, one item more is looked for, and only
   * when this field is selected.
   */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page was asked for with `after`, that is, whether it does not begin at the start of the list. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item of this page; `null` when the page is empty. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** Which columns make the key of a row, in the order that counts. */
export type PrimaryKey = {
  /** The clustering columns, which tell the rows of a partition apart; empty when a partition is one row. */
  readonly clusteringKey: ReadonlyArray<ClusteringColumn>;
  /** The names of the columns that make the partition key. */
  readonly partitionKey: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * What can be read. A database, keyspace, table, row, namespace, collection or document that does not exist is `null`
 * without an error; any other failure is an error on its own field, and what stands beside it is answered all the same.
 */
export type Query = {
  /**
   * The regions in which a database can be created, one entry for each tier, cloud provider and region. Astra only: a
   * self-hosted Stargate answers `NOT_SUPPORTED`.
   */
  readonly availableRegions: Maybe<ReadonlyArray<Region>>;
  /** One database, or `null` when there is none with this id. */
  readonly database: Maybe<Database>;
  /** The databases that the token may see, page by page. A self-hosted Stargate lists the databases that are configured. */
  readonly databases: Maybe<DatabaseConnection>;
  /** A keyspace of the default database, or `null` when there is none of this name. */
  readonly keyspace: Maybe<Keyspace>;
  /** A namespace of the default database, or `null` when there is none of this name. */
  readonly namespace: Maybe<Namespace>;
  /** The object with this id, or `null` when it no longer exists. */
  readonly node: Maybe<Node>;
  /**
   * The objects with these ids, in the same order, with `null` for those that no longer exist. Rows of one table are read
   * together, so a hundred of them cost a few upstream requests.
   */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** The regions in which a serverless database can be created. Astra only: a self-hosted Stargate answers `NOT_SUPPORTED`. */
  readonly serverlessRegions: Maybe<ReadonlyArray<ServerlessRegion>>;
};


/**
 * What can be read. A database, keyspace, table, row, namespace, collection or document that does not exist is `null`
 * without an error; any other failure is an error on its own field, and what stands beside it is answered all the same.
 */
export type QueryDatabaseArgs = {
  databaseId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * What can be read. A database, keyspace, table, row, namespace, collection or document that does not exist is `null`
 * without an error; any other failure is an error on its own field, and what stands beside it is answered all the same.
 */
export type QueryDatabasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  include?: InputMaybe<DatabaseInclude>;
  provider?: InputMaybe<CloudProvider>;
};


/**
 * What can be read. A database, keyspace, table, row, namespace, collection or document that does not exist is `null`
 * without an error; any other failure is an error on its own field, and what stands beside it is answered all the same.
 */
export type QueryKeyspaceArgs = {
  name: Scalars['String']['input'];
};


/**
 * What can be read. A database, keyspace, table, row, namespace, collection or document that does not exist is `null`
 * without an error; any other failure is an error on its own field, and what stands beside it is answered all the same.
 */
export type QueryNamespaceArgs = {
  name: Scalars['String']['input'];
};


/**
 * What can be read. A database, keyspace, table, row, namespace, collection or document that does not exist is `null`
 * without an error; any other failure is an error on its own field, and what stands beside it is answered all the same.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be read. A database, keyspace, table, row, namespace, collection or document that does not exist is `null`
 * without an error; any other failure is an error on its own field, and what stands beside it is answered all the same.
 */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};

/** A tier in a region of a cloud provider, with what the organization has used of it, its limits and its prices. */
export type Region = {
  /** How many capacity units of this tier the organization may use here. */
  readonly capacityUnitsLimit: Maybe<Scalars['Int']['output']>;
  /** How many capacity units of this tier the organization uses here. */
  readonly capacityUnitsUsed: Maybe<Scalars['Int']['output']>;
  /** The cloud provider: `AWS`, `GCP` or `AZURE`. */
  readonly cloudProvider: Maybe<Scalars['String']['output']>;
  /** The continent on which the region is. */
  readonly continent: Maybe<Scalars['String']['output']>;
  /** What a database of this tier costs here. */
  readonly cost: Maybe<DatabaseCost>;
  /** How many databases of this tier the organization may have here. */
  readonly databaseCountLimit: Maybe<Scalars['Int']['output']>;
  /** How many databases of this tier the organization has here. */
  readonly databaseCountUsed: Maybe<Scalars['Int']['output']>;
  /** Storage that comes with one capacity unit, in gigabytes. */
  readonly defaultStoragePerCapacityUnitGb: Maybe<Scalars['Int']['output']>;
  /** A few words about the tier. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The region in words, such as `Moncks Corner, South Carolina`. */
  readonly displayName: Maybe<Scalars['String']['output']>;
  /** The provider's name of the region, such as `us-east1`. This is what `createDatabase` takes. */
  readonly region: Maybe<Scalars['String']['output']>;
  /** The tier, such as `serverless` or `C10`. */
  readonly tier: Maybe<Scalars['String']['output']>;
};

/**
 * One column of the related table's key, and where its value comes from: from a column of this row (or a path of this
 * document), or from a constant. Exactly one of `from` and `value` is given.
 */
export type RelatedKeyPart = {
  /** The column of the related table. */
  readonly column: Scalars['String']['input'];
  /** The column of this row whose value is taken; on a document the path whose value is taken, such as `author.id`. */
  readonly from?: InputMaybe<Scalars['String']['input']>;
  /** A constant value. It may not be null. */
  readonly value?: InputMaybe<Scalars['CqlValue']['input']>;
};

/** A row of a table. */
export type Row = Node & {
  /** The id of the database to which the row belongs. */
  readonly databaseId: Scalars['ID']['output'];
  /**
   * The id of this object in the graph. It is made from the values of the key, so it stays the same however they are spelled.
   * A partition in which only static columns are set is a row whose clustering columns are `null`.
   */
  readonly id: Scalars['ID']['output'];
  /** The primary key: the values of the key columns. */
  readonly key: Scalars['RowKey']['output'];
  /** The name of the keyspace to which the row belongs. */
  readonly keyspaceName: Scalars['String']['output'];
  /** The document whose id a column of this row holds: `null` when the value is null, or when there is no such document. */
  readonly relatedDocument: Maybe<Document>;
  /**
   * The one row of another table whose whole key is made from this row: `null` when a value is null, or when there is no such
   * row. Rows that an operation asks for so are read together:
   *
   *     relatedRow(table: "author", key: [{column: "id", from: "author_id"}]) { value(column: "name") }
   */
  readonly relatedRow: Maybe<Row>;
  /**
   * Rows of another table by a leading part of its key, which is made from this row; `null` when a value is null. It costs
   * one search for each different key.
   */
  readonly relatedRows: Maybe<RowConnection>;
  /** The table to which the row belongs. */
  readonly table: Table;
  /** The name of the table to which the row belongs. */
  readonly tableName: Scalars['String']['output'];
  /** The value of one column. */
  readonly value: Maybe<Scalars['CqlValue']['output']>;
  /** Values by the names of their columns. Unset columns are `null`, unset collections are empty. */
  readonly values: Maybe<Scalars['RowValues']['output']>;
};


/** A row of a table. */
export type RowRelatedDocumentArgs = {
  collection: Scalars['String']['input'];
  idColumn: Scalars['String']['input'];
  namespace?: InputMaybe<Scalars['String']['input']>;
};


/** A row of a table. */
export type RowRelatedRowArgs = {
  key: ReadonlyArray<RelatedKeyPart>;
  keyspace?: InputMaybe<Scalars['String']['input']>;
  table: Scalars['String']['input'];
};


/** A row of a table. */
export type RowRelatedRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  key: ReadonlyArray<RelatedKeyPart>;
  keyspace?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<ReadonlyArray<ColumnSort>>;
  table: Scalars['String']['input'];
  where?: InputMaybe<ReadonlyArray<ColumnFilter>>;
};


/** A row of a table. */
export type RowValueArgs = {
  column: Scalars['String']['input'];
};


/** A row of a table. */
export type RowValuesArgs = {
  columns?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A page of rows. */
export type RowConnection = {
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<RowEdge>;
  /** The rows of this page. */
  readonly nodes: ReadonlyArray<Row>;
  /** Where the page begins and ends, and whether more follows. */
  readonly pageInfo: PageInfo;
};

/** A row in a page. */
export type RowEdge = {
  /** The place of this row in the list: pass it as `after` to go on behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Row;
};

/** A region for serverless databases. */
export type ServerlessRegion = {
  /** The price class: `standard`, `premium` or `premium_plus`. */
  readonly classification: Maybe<Scalars['String']['output']>;
  /** The cloud provider: `AWS`, `GCP` or `AZURE`. */
  readonly cloudProvider: Maybe<Scalars['String']['output']>;
  /** The region in words, such as `US West (Oregon)`. */
  readonly displayName: Maybe<Scalars['String']['output']>;
  /** Whether this organization may create databases here. */
  readonly enabled: Maybe<Scalars['Boolean']['output']>;
  /** The provider's name of the region, such as `us-east1`. This is what `createDatabase` takes. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The kind of databases that can be created here: `serverless` or `vector`. */
  readonly regionType: Maybe<Scalars['String']['output']>;
  /** Whether only qualified users may create databases here. */
  readonly reservedForQualifiedUsers: Maybe<Scalars['Boolean']['output']>;
  /** The part of the world: `na`, `emea`, `apac` or `sa`. */
  readonly zone: Maybe<Scalars['String']['output']>;
};

/** An order of values. */
export type SortOrder =
  /** The least value first. */
  | 'ASC'
  /** The greatest value first. */
  | 'DESC';

/** A table: its definition, and the way to its rows. */
export type Table = Node & {
  /** One column, or `null` when there is none of this name. */
  readonly column: Maybe<Column>;
  /** The columns: those of the partition key, the clustering columns, the static ones, then all others by name. */
  readonly columns: Maybe<ReadonlyArray<Column>>;
  /** The id of the database to which the table belongs. */
  readonly databaseId: Scalars['ID']['output'];
  /** The id of this object in the graph. */
  readonly id: Scalars['ID']['output'];
  /** The indexes on columns of the table. */
  readonly indexes: Maybe<ReadonlyArray<Index>>;
  /** The keyspace to which the table belongs. */
  readonly keyspace: Keyspace;
  /** The name of the keyspace to which the table belongs. */
  readonly keyspaceName: Scalars['String']['output'];
  /** The name of the table. */
  readonly name: Scalars['String']['output'];
  /** What else is set for the table. */
  readonly options: Maybe<TableOptions>;
  /** Which columns make the key of a row. */
  readonly primaryKey: Maybe<PrimaryKey>;
  /**
   * The row with this key, or `null` when there is none. Rows of a table that one operation asks for by key, wherever it
   * does so, are read together.
   */
  readonly row: Maybe<Row>;
  /**
   * Rows by a leading part of the key, by conditions, or all of them. What Cassandra cannot search for without reading the
   * whole table (a column without an index, for example) is refused with `BAD_USER_INPUT`.
   */
  readonly rows: Maybe<RowConnection>;
};


/** A table: its definition, and the way to its rows. */
export type TableColumnArgs = {
  name: Scalars['String']['input'];
};


/** A table: its definition, and the way to its rows. */
export type TableRowArgs = {
  key: Scalars['RowKey']['input'];
};


/** A table: its definition, and the way to its rows. */
export type TableRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  key?: InputMaybe<Scalars['RowKey']['input']>;
  sort?: InputMaybe<ReadonlyArray<ColumnSort>>;
  where?: InputMaybe<ReadonlyArray<ColumnFilter>>;
};

/** What is set for a table as a whole. */
export type TableOptions = {
  /** After how many seconds rows are deleted by themselves; 0 for never. */
  readonly defaultTtlSeconds: Scalars['Int']['output'];
};

/** A user-defined type: named fields that are stored together as one value. */
export type UserDefinedType = {
  /** The fields, in the order of their definition. */
  readonly fields: ReadonlyArray<UserDefinedTypeField>;
  /** The name of the type. */
  readonly name: Scalars['String']['output'];
};

/** A field of a user-defined type. */
export type UserDefinedTypeField = {
  /** The name of the field. */
  readonly name: Scalars['String']['output'];
  /** The CQL type of the field, in a form that can be sent back, such as `frozen<list<text>>`. */
  readonly type: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( CollectionModel )
    | ( DatabaseModel )
    | ( DocumentModel )
    | ( KeyspaceModel )
    | ( NamespaceModel )
    | ( RowModel )
    | ( TableModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Capability: Capability;
  CloudProvider: CloudProvider;
  ClusteringColumn: ResolverTypeWrapper<ClusteringColumn>;
  Collection: ResolverTypeWrapper<CollectionModel>;
  Column: ResolverTypeWrapper<ColumnModel>;
  ColumnFilter: ColumnFilter;
  ColumnKind: ColumnKind;
  ColumnSort: ColumnSort;
  CqlValue: ResolverTypeWrapper<Scalars['CqlValue']['output']>;
  Database: ResolverTypeWrapper<DatabaseModel>;
  DatabaseConnection: ResolverTypeWrapper<Omit<DatabaseConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['DatabaseEdge']>, nodes: ReadonlyArray<ResolversTypes['Database']>, pageInfo: ResolversTypes['PageInfo'] }>;
  DatabaseCost: ResolverTypeWrapper<DatabaseCostModel>;
  DatabaseEdge: ResolverTypeWrapper<Omit<DatabaseEdge, 'node'> & { node: ResolversTypes['Database'] }>;
  DatabaseInclude: DatabaseInclude;
  DatabaseMetrics: ResolverTypeWrapper<DatabaseMetricsModel>;
  DatabaseStatus: DatabaseStatus;
  DatabaseStorage: ResolverTypeWrapper<DatabaseStorageModel>;
  Datacenter: ResolverTypeWrapper<DatacenterModel>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Document: ResolverTypeWrapper<DocumentModel>;
  DocumentConnection: ResolverTypeWrapper<Omit<DocumentConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['DocumentEdge']>, nodes: ReadonlyArray<ResolversTypes['Document']>, pageInfo: ResolversTypes['PageInfo'] }>;
  DocumentEdge: ResolverTypeWrapper<Omit<DocumentEdge, 'node'> & { node: ResolversTypes['Document'] }>;
  DocumentFilter: DocumentFilter;
  DocumentPart: ResolverTypeWrapper<DocumentPartModel>;
  DocumentPartConnection: ResolverTypeWrapper<Omit<DocumentPartConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['DocumentPartEdge']>, nodes: ReadonlyArray<ResolversTypes['DocumentPart']>, pageInfo: ResolversTypes['PageInfo'] }>;
  DocumentPartEdge: ResolverTypeWrapper<Omit<DocumentPartEdge, 'node'> & { node: ResolversTypes['DocumentPart'] }>;
  DocumentPath: ResolverTypeWrapper<Scalars['DocumentPath']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Index: ResolverTypeWrapper<IndexModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Keyspace: ResolverTypeWrapper<KeyspaceModel>;
  KeyspaceDatacenter: ResolverTypeWrapper<KeyspaceDatacenter>;
  MapEntryInput: MapEntryInput;
  Namespace: ResolverTypeWrapper<NamespaceModel>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfoModel>;
  PrimaryKey: ResolverTypeWrapper<PrimaryKey>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<RegionModel>;
  RelatedKeyPart: RelatedKeyPart;
  Row: ResolverTypeWrapper<RowModel>;
  RowConnection: ResolverTypeWrapper<Omit<RowConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['RowEdge']>, nodes: ReadonlyArray<ResolversTypes['Row']>, pageInfo: ResolversTypes['PageInfo'] }>;
  RowEdge: ResolverTypeWrapper<Omit<RowEdge, 'node'> & { node: ResolversTypes['Row'] }>;
  RowKey: ResolverTypeWrapper<Scalars['RowKey']['output']>;
  RowValues: ResolverTypeWrapper<Scalars['RowValues']['output']>;
  ServerlessRegion: ResolverTypeWrapper<ServerlessRegionModel>;
  SortOrder: SortOrder;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Table: ResolverTypeWrapper<TableModel>;
  TableOptions: ResolverTypeWrapper<TableOptions>;
  UserDefinedType: ResolverTypeWrapper<UserDefinedTypeModel>;
  UserDefinedTypeField: ResolverTypeWrapper<UserDefinedTypeField>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Boolean: Scalars['Boolean']['output'];
  ClusteringColumn: ClusteringColumn;
  Collection: CollectionModel;
  Column: ColumnModel;
  ColumnFilter: ColumnFilter;
  ColumnSort: ColumnSort;
  CqlValue: Scalars['CqlValue']['output'];
  Database: DatabaseModel;
  DatabaseConnection: Omit<DatabaseConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['DatabaseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Database']>, pageInfo: ResolversParentTypes['PageInfo'] };
  DatabaseCost: DatabaseCostModel;
  DatabaseEdge: Omit<DatabaseEdge, 'node'> & { node: ResolversParentTypes['Database'] };
  DatabaseMetrics: DatabaseMetricsModel;
  DatabaseStorage: DatabaseStorageModel;
  Datacenter: DatacenterModel;
  DateTime: Scalars['DateTime']['output'];
  Document: DocumentModel;
  DocumentConnection: Omit<DocumentConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['DocumentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Document']>, pageInfo: ResolversParentTypes['PageInfo'] };
  DocumentEdge: Omit<DocumentEdge, 'node'> & { node: ResolversParentTypes['Document'] };
  DocumentFilter: DocumentFilter;
  DocumentPart: DocumentPartModel;
  DocumentPartConnection: Omit<DocumentPartConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['DocumentPartEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DocumentPart']>, pageInfo: ResolversParentTypes['PageInfo'] };
  DocumentPartEdge: Omit<DocumentPartEdge, 'node'> & { node: ResolversParentTypes['DocumentPart'] };
  DocumentPath: Scalars['DocumentPath']['output'];
  Float: Scalars['Float']['output'];
  ID: Scalars['ID']['output'];
  Index: IndexModel;
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  Keyspace: KeyspaceModel;
  KeyspaceDatacenter: KeyspaceDatacenter;
  MapEntryInput: MapEntryInput;
  Namespace: NamespaceModel;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfoModel;
  PrimaryKey: PrimaryKey;
  Query: Record<PropertyKey, never>;
  Region: RegionModel;
  RelatedKeyPart: RelatedKeyPart;
  Row: RowModel;
  RowConnection: Omit<RowConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['RowEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Row']>, pageInfo: ResolversParentTypes['PageInfo'] };
  RowEdge: Omit<RowEdge, 'node'> & { node: ResolversParentTypes['Row'] };
  RowKey: Scalars['RowKey']['output'];
  RowValues: Scalars['RowValues']['output'];
  ServerlessRegion: ServerlessRegionModel;
  String: Scalars['String']['output'];
  Table: TableModel;
  TableOptions: TableOptions;
  UserDefinedType: UserDefinedTypeModel;
  UserDefinedTypeField: UserDefinedTypeField;
};

export type ClusteringColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClusteringColumn'] = ResolversParentTypes['ClusteringColumn']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['SortOrder'], ParentType, ContextType>;
};

export type CollectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Collection'] = ResolversParentTypes['Collection']> = {
  databaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType, RequireFields<CollectionDocumentArgs, 'documentId'>>;
  documents?: Resolver<Maybe<ResolversTypes['DocumentConnection']>, ParentType, ContextType, RequireFields<CollectionDocumentsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jsonSchema?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<ResolversTypes['Namespace'], ParentType, ContextType>;
  namespaceName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Column'] = ResolversParentTypes['Column']> = {
  kind?: Resolver<ResolversTypes['ColumnKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CqlValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CqlValue'], any> {
  name: 'CqlValue';
}

export type DatabaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Database'] = ResolversParentTypes['Database']> = {
  availableActions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['Capability']>, ParentType, ContextType>;
  capacityUnits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cloudProvider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['DatabaseCost']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dataEndpointUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  databaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  databaseType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  datacenters?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Datacenter']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keyspace?: Resolver<Maybe<ResolversTypes['Keyspace']>, ParentType, ContextType, RequireFields<DatabaseKeyspaceArgs, 'name'>>;
  keyspaces?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Keyspace']>>, ParentType, ContextType, RequireFields<DatabaseKeyspacesArgs, 'includeSystem'>>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['DatabaseMetrics']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  namespace?: Resolver<Maybe<ResolversTypes['Namespace']>, ParentType, ContextType, RequireFields<DatabaseNamespaceArgs, 'name'>>;
  namespaces?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Namespace']>>, ParentType, ContextType, RequireFields<DatabaseNamespacesArgs, 'includeSystem'>>;
  organizationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ownerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['DatabaseStatus']>, ParentType, ContextType>;
  statusText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  storage?: Resolver<Maybe<ResolversTypes['DatabaseStorage']>, ParentType, ContextType>;
  terminatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DatabaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseConnection'] = ResolversParentTypes['DatabaseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DatabaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Database']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DatabaseCostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseCost'] = ResolversParentTypes['DatabaseCost']> = {
  costPerDayCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerDayMRCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerDayParkedCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerHourCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerHourMRCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerHourParkedCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerMinCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerMinMRCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerMinParkedCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerMonthCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerMonthMRCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerMonthParkedCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerNetworkGbCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerReadGbCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerWrittenGbCents?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type DatabaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseEdge'] = ResolversParentTypes['DatabaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Database'], ParentType, ContextType>;
};

export type DatabaseMetricsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseMetrics'] = ResolversParentTypes['DatabaseMetrics']> = {
  errorsTotalCount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  liveDataSizeBytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  readRequestsTotalCount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  writeRequestsTotalCount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type DatabaseStorageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseStorage'] = ResolversParentTypes['DatabaseStorage']> = {
  nodeCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  replicationFactor?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalStorageGb?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  usedStorageGb?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DatacenterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Datacenter'] = ResolversParentTypes['Datacenter']> = {
  capacityUnits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cloudProvider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  datacenterId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  regionClassification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  regionZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Document'] = ResolversParentTypes['Document']> = {
  collection?: Resolver<ResolversTypes['Collection'], ParentType, ContextType>;
  collectionName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType, Partial<DocumentDataArgs>>;
  databaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  documentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  namespaceName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relatedDocument?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType, RequireFields<DocumentRelatedDocumentArgs, 'collection' | 'idPath'>>;
  relatedRow?: Resolver<Maybe<ResolversTypes['Row']>, ParentType, ContextType, RequireFields<DocumentRelatedRowArgs, 'key' | 'table'>>;
  relatedRows?: Resolver<Maybe<ResolversTypes['RowConnection']>, ParentType, ContextType, RequireFields<DocumentRelatedRowsArgs, 'first' | 'key' | 'table'>>;
  search?: Resolver<Maybe<ResolversTypes['DocumentPartConnection']>, ParentType, ContextType, RequireFields<DocumentSearchArgs, 'first' | 'where'>>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType, RequireFields<DocumentValueArgs, 'path'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DocumentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentConnection'] = ResolversParentTypes['DocumentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DocumentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Document']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DocumentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentEdge'] = ResolversParentTypes['DocumentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
};

export type DocumentPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentPart'] = ResolversParentTypes['DocumentPart']> = {
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['DocumentPath'], ParentType, ContextType>;
};

export type DocumentPartConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentPartConnection'] = ResolversParentTypes['DocumentPartConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DocumentPartEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DocumentPart']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DocumentPartEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentPartEdge'] = ResolversParentTypes['DocumentPartEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DocumentPart'], ParentType, ContextType>;
};

export interface DocumentPathScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DocumentPath'], any> {
  name: 'DocumentPath';
}

export type IndexResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Index'] = ResolversParentTypes['Index']> = {
  column?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type KeyspaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Keyspace'] = ResolversParentTypes['Keyspace']> = {
  database?: Resolver<ResolversTypes['Database'], ParentType, ContextType>;
  databaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  datacenters?: Resolver<Maybe<ReadonlyArray<ResolversTypes['KeyspaceDatacenter']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<ResolversTypes['Namespace'], ParentType, ContextType>;
  table?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType, RequireFields<KeyspaceTableArgs, 'name'>>;
  tables?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Table']>>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['UserDefinedType']>, ParentType, ContextType, RequireFields<KeyspaceTypeArgs, 'name'>>;
  types?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UserDefinedType']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KeyspaceDatacenterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KeyspaceDatacenter'] = ResolversParentTypes['KeyspaceDatacenter']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  replicas?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NamespaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Namespace'] = ResolversParentTypes['Namespace']> = {
  collection?: Resolver<Maybe<ResolversTypes['Collection']>, ParentType, ContextType, RequireFields<NamespaceCollectionArgs, 'name'>>;
  collections?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Collection']>>, ParentType, ContextType>;
  database?: Resolver<ResolversTypes['Database'], ParentType, ContextType>;
  databaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keyspace?: Resolver<ResolversTypes['Keyspace'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  replicas?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'Collection' | 'Database' | 'Document' | 'Keyspace' | 'Namespace' | 'Row' | 'Table', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PrimaryKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrimaryKey'] = ResolversParentTypes['PrimaryKey']> = {
  clusteringKey?: Resolver<ReadonlyArray<ResolversTypes['ClusteringColumn']>, ParentType, ContextType>;
  partitionKey?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  availableRegions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Region']>>, ParentType, ContextType>;
  database?: Resolver<Maybe<ResolversTypes['Database']>, ParentType, ContextType, Partial<QueryDatabaseArgs>>;
  databases?: Resolver<Maybe<ResolversTypes['DatabaseConnection']>, ParentType, ContextType, RequireFields<QueryDatabasesArgs, 'first' | 'include'>>;
  keyspace?: Resolver<Maybe<ResolversTypes['Keyspace']>, ParentType, ContextType, RequireFields<QueryKeyspaceArgs, 'name'>>;
  namespace?: Resolver<Maybe<ResolversTypes['Namespace']>, ParentType, ContextType, RequireFields<QueryNamespaceArgs, 'name'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  serverlessRegions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ServerlessRegion']>>, ParentType, ContextType>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region']> = {
  capacityUnitsLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  capacityUnitsUsed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cloudProvider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  continent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['DatabaseCost']>, ParentType, ContextType>;
  databaseCountLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  databaseCountUsed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  defaultStoragePerCapacityUnitGb?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Row'] = ResolversParentTypes['Row']> = {
  databaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['RowKey'], ParentType, ContextType>;
  keyspaceName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relatedDocument?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType, RequireFields<RowRelatedDocumentArgs, 'collection' | 'idColumn'>>;
  relatedRow?: Resolver<Maybe<ResolversTypes['Row']>, ParentType, ContextType, RequireFields<RowRelatedRowArgs, 'key' | 'table'>>;
  relatedRows?: Resolver<Maybe<ResolversTypes['RowConnection']>, ParentType, ContextType, RequireFields<RowRelatedRowsArgs, 'first' | 'key' | 'table'>>;
  table?: Resolver<ResolversTypes['Table'], ParentType, ContextType>;
  tableName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['CqlValue']>, ParentType, ContextType, RequireFields<RowValueArgs, 'column'>>;
  values?: Resolver<Maybe<ResolversTypes['RowValues']>, ParentType, ContextType, Partial<RowValuesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RowConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RowConnection'] = ResolversParentTypes['RowConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RowEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Row']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RowEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RowEdge'] = ResolversParentTypes['RowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Row'], ParentType, ContextType>;
};

export interface RowKeyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RowKey'], any> {
  name: 'RowKey';
}

export interface RowValuesScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RowValues'], any> {
  name: 'RowValues';
}

export type ServerlessRegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServerlessRegion'] = ResolversParentTypes['ServerlessRegion']> = {
  classification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cloudProvider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  regionType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reservedForQualifiedUsers?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  zone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Table'] = ResolversParentTypes['Table']> = {
  column?: Resolver<Maybe<ResolversTypes['Column']>, ParentType, ContextType, RequireFields<TableColumnArgs, 'name'>>;
  columns?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Column']>>, ParentType, ContextType>;
  databaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indexes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Index']>>, ParentType, ContextType>;
  keyspace?: Resolver<ResolversTypes['Keyspace'], ParentType, ContextType>;
  keyspaceName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<Maybe<ResolversTypes['TableOptions']>, ParentType, ContextType>;
  primaryKey?: Resolver<Maybe<ResolversTypes['PrimaryKey']>, ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['Row']>, ParentType, ContextType, RequireFields<TableRowArgs, 'key'>>;
  rows?: Resolver<Maybe<ResolversTypes['RowConnection']>, ParentType, ContextType, RequireFields<TableRowsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TableOptionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TableOptions'] = ResolversParentTypes['TableOptions']> = {
  defaultTtlSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserDefinedTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserDefinedType'] = ResolversParentTypes['UserDefinedType']> = {
  fields?: Resolver<ReadonlyArray<ResolversTypes['UserDefinedTypeField']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserDefinedTypeFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserDefinedTypeField'] = ResolversParentTypes['UserDefinedTypeField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ClusteringColumn?: ClusteringColumnResolvers<ContextType>;
  Collection?: CollectionResolvers<ContextType>;
  Column?: ColumnResolvers<ContextType>;
  CqlValue?: GraphQLScalarType;
  Database?: DatabaseResolvers<ContextType>;
  DatabaseConnection?: DatabaseConnectionResolvers<ContextType>;
  DatabaseCost?: DatabaseCostResolvers<ContextType>;
  DatabaseEdge?: DatabaseEdgeResolvers<ContextType>;
  DatabaseMetrics?: DatabaseMetricsResolvers<ContextType>;
  DatabaseStorage?: DatabaseStorageResolvers<ContextType>;
  Datacenter?: DatacenterResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Document?: DocumentResolvers<ContextType>;
  DocumentConnection?: DocumentConnectionResolvers<ContextType>;
  DocumentEdge?: DocumentEdgeResolvers<ContextType>;
  DocumentPart?: DocumentPartResolvers<ContextType>;
  DocumentPartConnection?: DocumentPartConnectionResolvers<ContextType>;
  DocumentPartEdge?: DocumentPartEdgeResolvers<ContextType>;
  DocumentPath?: GraphQLScalarType;
  Index?: IndexResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JSONObject?: GraphQLScalarType;
  Keyspace?: KeyspaceResolvers<ContextType>;
  KeyspaceDatacenter?: KeyspaceDatacenterResolvers<ContextType>;
  Namespace?: NamespaceResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PrimaryKey?: PrimaryKeyResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  Row?: RowResolvers<ContextType>;
  RowConnection?: RowConnectionResolvers<ContextType>;
  RowEdge?: RowEdgeResolvers<ContextType>;
  RowKey?: GraphQLScalarType;
  RowValues?: GraphQLScalarType;
  ServerlessRegion?: ServerlessRegionResolvers<ContextType>;
  Table?: TableResolvers<ContextType>;
  TableOptions?: TableOptionsResolvers<ContextType>;
  UserDefinedType?: UserDefinedTypeResolvers<ContextType>;
  UserDefinedTypeField?: UserDefinedTypeFieldResolvers<ContextType>;
};

