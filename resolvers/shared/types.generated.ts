import type { CqlValue } from '../../datasources/source/source.ts';
import type { Json } from '../../datasources/source/source.ts';
import type { JsonObject } from '../../datasources/source/source.ts';
import type { RowValues } from '../../datasources/source/source.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { NodeModel, DatabaseModel, KeyspaceModel, TableModel, RowModel, NamespaceModel, CollectionModel, DocumentModel, DocumentPartModel, PageInfoModel, RegionModel, ServerlessRegionModel, ColumnModel, IndexModel, UserDefinedTypeModel, DatacenterModel, DatabaseStorageModel, DatabaseMetricsModel, DatabaseCostModel, SecureBundleModel } from './models.ts';
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
   *   Numbers are accepted too, and keep all their digits (`1.50` is not `1.5`); in variables, integers up to 9007199254740991,
   *   since clients round longer ones.
   * - `float` and `double` are numbers, rounded to the nearest that there is, and refused above the greatest; `"NaN"`, `"Infinity"` and `"-Infinity"` are strings.
   * - `blob` is standard base64.
   * - `uuid`, `timeuuid`, `inet`, `duration`, `date`, `time` and `timestamp` are strings, times as in ISO 8601:
   *   `"2024-02-29"`, `"13:30:00.000000001"`, `"2024-02-29T13:30:00Z"`. Digits beyond the millisecond of a `timestamp` and the
   *   nanosecond of a `time` are refused unless they are zeros.
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
   * Numbers in documents are IEEE doubles. An integer beyond 9007199254740991, a fraction with more digits than a double has, and
   * `1e400` would be changed and are refused, in literals and in variables: send them as strings. A variable may stand inside a literal; one that has no value is an error, it is never left out.
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

/** A service account, as its file of credentials holds it. */
export type AuthenticateServiceAccountInput = {
  /** The id of the client. */
  readonly clientId: Scalars['String']['input'];
  /** The name of the client. */
  readonly clientName: Scalars['String']['input'];
  /** The secret of the client. */
  readonly clientSecret: Scalars['String']['input'];
};

/** The token of a service account. */
export type AuthenticateServiceAccountPayload = {
  /** The token, without the word `Bearer`. Keep it secret. */
  readonly token: Scalars['String']['output'];
};

/** Something that the back end of a database can do. */
export type Capability =
  /** Columns of the key can be given another name. */
  | 'COLUMN_RENAMES'
  /** Tables can have counter columns. */
  | 'COUNTERS'
  /** Databases can be listed, created and changed. */
  | 'DEVOPS'
  /** Collections and documents can be read and written. */
  | 'DOCUMENTS'
  /** The documents of a collection can be counted: `Collection.count` and `Collection.estimatedCount`. */
  | 'DOCUMENT_COUNT'
  /** Values can be pushed to, popped from and set in documents. */
  | 'DOCUMENT_FUNCTIONS'
  /** Paths of conditions on documents may hold wildcards and alternatives. */
  | 'DOCUMENT_PATTERNS'
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
  /** Tables can be created with static columns, and these changed for a whole partition. */
  | 'STATIC_COLUMNS'
  /** A table can have a default time to live, which can be changed. */
  | 'TABLE_OPTIONS'
  /** User-defined types can be created, changed and used. */
  | 'USER_DEFINED_TYPES'
  /** Collections and columns can hold vectors, and rows and documents can be searched for by the nearness of theirs: `near`. */
  | 'VECTOR_SEARCH';

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

/** A clustering column of a new table. */
export type ClusteringColumnInput = {
  /** The name of the column. */
  readonly name: Scalars['String']['input'];
  /** The order in which the rows of a partition are kept. */
  readonly order?: SortOrder;
};

/** A collection of JSON documents. */
export type Collection = Node & {
  /**
   * How many documents meet a filter. The database reads them to count them, and stops at 1,000: `isExact` tells whether it did.
   * Needs the capability `DOCUMENT_COUNT`.
   */
  readonly count: Maybe<DocumentCount>;
  /** The id of the database to which the collection belongs. */
  readonly databaseId: Scalars['ID']['output'];
  /** The document with this id, or `null` when there is none. */
  readonly document: Maybe<Document>;
  /**
   * The documents of the collection, in the order of the database: stable, but by hash and so of no meaning. With `near` the
   * nearest come first, in one page. How many come in one upstream request depends on the back end: 20 with a Stargate, and
   * mostly 20 with the Data API too, which tells itself where a page ends.
   */
  readonly documents: Maybe<DocumentConnection>;
  /**
   * About how many documents there are, by the statistics of the database. It costs little, and documents that were written a
   * moment ago are not in it. Needs the capability `DOCUMENT_COUNT`.
   */
  readonly estimatedCount: Maybe<Scalars['Int']['output']>;
  /** The id of this object in the graph. */
  readonly id: Scalars['ID']['output'];
  /** The JSON schema (draft 4) that documents must meet; `null` when none is set. Needs the capability `JSON_SCHEMA`. */
  readonly jsonSchema: Maybe<Scalars['JSONObject']['output']>;
  /** The name of the collection. */
  readonly name: Scalars['String']['output'];
  /** The namespace to which the collection belongs. */
  readonly namespace: Namespace;
  /** The name of the namespace to which the collection belongs. */
  readonly namespaceName: Scalars['String']['output'];
  /** How the vectors of its documents are compared; `null` for a collection without vectors. */
  readonly vector: Maybe<CollectionVector>;
};


/** A collection of JSON documents. */
export type CollectionCountArgs = {
  where?: InputMaybe<DocumentFilter>;
};


/** A collection of JSON documents. */
export type CollectionDocumentArgs = {
  documentId: Scalars['ID']['input'];
};


/** A collection of JSON documents. */
export type CollectionDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  near?: InputMaybe<VectorNear>;
  where?: InputMaybe<DocumentFilter>;
};

/** How the vectors of a collection are compared, and what makes them. */
export type CollectionVector = {
  /** How many numbers each vector has; `null` when the embedding service decides it. */
  readonly dimension: Maybe<Scalars['Int']['output']>;
  /** How the nearness of two vectors is measured. */
  readonly metric: VectorMetric;
  /**
   * The embedding service that makes vectors of texts: its `provider` and its `modelName`. `null` when documents bring their own
   * vectors.
   */
  readonly service: Maybe<Scalars['JSONObject']['output']>;
};

/** What vectors the documents of a new collection shall have. */
export type CollectionVectorInput = {
  /** How many numbers each vector has: 1 to 4,096. It may be left out when the embedding service decides it. */
  readonly dimension?: InputMaybe<Scalars['Int']['input']>;
  /** How the nearness of two vectors is measured; `COSINE` when left out. */
  readonly metric?: InputMaybe<VectorMetric>;
  /** The embedding service that makes vectors of texts; documents bring their own vectors when left out. */
  readonly service?: InputMaybe<EmbeddingServiceInput>;
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

/** A column of a new table. */
export type ColumnInput = {
  /** Whether all rows of a partition share the value. Only in tables with clustering columns, and not for key columns. */
  readonly isStatic?: Scalars['Boolean']['input'];
  /** The name: letters, digits and underscores, at most 48 characters. Letter case counts. */
  readonly name: Scalars['String']['input'];
  /** The CQL type in lower case, such as `text`, `map<text, int>` or `frozen<address>`. */
  readonly type: Scalars['String']['input'];
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

/** Who signs in, and to which database. */
export type CreateAuthTokenInput = {
  /** The database to sign in to. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The password of the user. */
  readonly password: Scalars['String']['input'];
  /** The name of the user. */
  readonly username: Scalars['String']['input'];
};

/** The token of a user. */
export type CreateAuthTokenPayload = {
  /** The token. Keep it secret. */
  readonly authToken: Scalars['String']['output'];
};

/** What a new collection shall be. */
export type CreateCollectionInput = {
  /** The database in which to create it. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to leave a collection of this name as it is, instead of failing with `CONFLICT`. */
  readonly ifNotExists?: Scalars['Boolean']['input'];
  /** The name: letters, digits and underscores, at most 48 characters. Letter case counts. */
  readonly name: Scalars['String']['input'];
  /** The exact name of the namespace. */
  readonly namespace: Scalars['String']['input'];
  /** What vectors its documents shall have; none when left out. Needs the capability `VECTOR_SEARCH`. */
  readonly vector?: InputMaybe<CollectionVectorInput>;
};

/** The new collection. */
export type CreateCollectionPayload = {
  /** The collection. */
  readonly collection: Maybe<Collection>;
  /** Whether the collection was created: false when it existed, and `ifNotExists` was set. */
  readonly created: Scalars['Boolean']['output'];
};

/** What a new column shall be. Its table is named by `tableId` or by `keyspace` and `table`, exactly one of the two. */
export type CreateColumnInput = {
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to leave a column of this name as it is, instead of failing with `CONFLICT`. It may have another type. */
  readonly ifNotExists?: Scalars['Boolean']['input'];
  /** Whether all rows of a partition share the value. Only in tables with clustering columns. */
  readonly isStatic?: Scalars['Boolean']['input'];
  /** The exact name of the keyspace, with `table`. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
  /** The name: letters, digits and underscores, at most 48 characters. Letter case counts. */
  readonly name: Scalars['String']['input'];
  /** The exact name of the table, with `keyspace`. */
  readonly table?: InputMaybe<Scalars['String']['input']>;
  /** The object id of the table, instead of `keyspace` and `table`. */
  readonly tableId?: InputMaybe<Scalars['ID']['input']>;
  /** The CQL type in lower case, such as `text`, `map<text, int>` or `frozen<address>`. */
  readonly type: Scalars['String']['input'];
};

/** The new column. */
export type CreateColumnPayload = {
  /** The column. When it existed, as it is: it may have another type than was asked for. */
  readonly column: Maybe<Column>;
  /** Whether the column was created: false when it existed, and `ifNotExists` was set. */
  readonly created: Scalars['Boolean']['output'];
  /** The table, with its columns as they are now. */
  readonly table: Maybe<Table>;
};

/** What a new database shall be. */
export type CreateDatabaseInput = {
  /** The capacity units, 1 or more; 1 for serverless databases. */
  readonly capacityUnits: Scalars['Int']['input'];
  /** The cloud provider. */
  readonly cloudProvider: CloudProvider;
  /** `vector` for a database with vectors; without them when left out. */
  readonly databaseType?: InputMaybe<Scalars['String']['input']>;
  /** The name of the first keyspace; Astra's choice (`default_keyspace`) when left out. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
  /** The name: letters, digits and a few signs, at most 50 characters. It need not be unique. */
  readonly name: Scalars['String']['input'];
  /** The password of the first user. Classic databases only. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** The provider's name of the region, such as `us-east1`. */
  readonly region: Scalars['String']['input'];
  /** The tier, such as `serverless`, as `availableRegions` lists them. */
  readonly tier: Scalars['String']['input'];
  /** The name of the first user. Classic databases only. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** The new database. */
export type CreateDatabasePayload = {
  /** The database. For a moment after its creation Astra may not know it yet: then `status` and the like are `null`. Ask again. */
  readonly database: Maybe<Database>;
  /** The id that Astra gave the database. */
  readonly databaseId: Scalars['ID']['output'];
};

/** A new document. */
export type CreateDocumentInput = {
  /** The exact name of the collection. */
  readonly collection: Scalars['String']['input'];
  /** The document: an object or a list, not empty. */
  readonly data: Scalars['JSON']['input'];
  /** The database of the collection. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The id of the document within its collection; a new random one when left out. */
  readonly documentId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to leave a document that has the id as it is, instead of failing with `CONFLICT`. Of use only with `documentId`. */
  readonly ifNotExists?: Scalars['Boolean']['input'];
  /** The exact name of the namespace. */
  readonly namespace: Scalars['String']['input'];
  /** After how many seconds the document is deleted by itself, 1 or more; never when left out. */
  readonly ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** The vector of the document, with as many numbers as the `dimension` of the collection. Needs the capability `VECTOR_SEARCH`. */
  readonly vector?: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  /** A text of which the embedding service of the collection makes the vector. Not together with `vector`. */
  readonly vectorText?: InputMaybe<Scalars['String']['input']>;
};

/** The new document. */
export type CreateDocumentPayload = {
  /** Whether the document was created: false when it existed, and `ifNotExists` was set. */
  readonly created: Scalars['Boolean']['output'];
  /** The document. Selecting more of it than its ids and the names of its parents costs one upstream request more. */
  readonly document: Maybe<Document>;
};

/** New documents of one collection. */
export type CreateDocumentsInput = {
  /** The exact name of the collection. */
  readonly collection: Scalars['String']['input'];
  /** The database of the collection. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The documents: objects or lists, not empty. At most as many as the operator allows. */
  readonly documents: ReadonlyArray<Scalars['JSON']['input']>;
  /**
   * Where each document holds its id: a text, a number or a boolean, whose text is the id. A document without one, and an id
   * that occurs twice, is refused before anything is written. New random ids when left out.
   */
  readonly idPath?: InputMaybe<Scalars['DocumentPath']['input']>;
  /** The exact name of the namespace. */
  readonly namespace: Scalars['String']['input'];
  /** After how many seconds the documents are deleted by themselves, 1 or more; never when left out. */
  readonly ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
  /**
   * The vectors of the documents, as many as there are documents and in their order; null for a document without one. No
   * document has one when left out. Needs the capability `VECTOR_SEARCH`.
   */
  readonly vectors?: InputMaybe<ReadonlyArray<InputMaybe<ReadonlyArray<Scalars['Float']['input']>>>>;
};

/** How it ended for each of the new documents. */
export type CreateDocumentsPayload = {
  /** One result for each document, in the order in which they were given. */
  readonly results: ReadonlyArray<CreateDocumentsResult>;
};

/** How the creation of one document ended. */
export type CreateDocumentsResult = {
  /** The document; `null` when it failed. Selecting more of it than its ids costs one upstream request for each. */
  readonly document: Maybe<Document>;
  /** The id of the document within its collection; `null` when it failed. */
  readonly documentId: Maybe<Scalars['ID']['output']>;
  /** Why it failed; `null` when it did not. */
  readonly error: Maybe<WriteError>;
  /** The place of the document in `documents`, counted from 0. */
  readonly index: Scalars['Int']['output'];
};

/** What a new index shall be. Its table is named by `tableId` or by `keyspace` and `table`, exactly one of the two. */
export type CreateIndexInput = {
  /** The exact name of the column. */
  readonly column: Scalars['String']['input'];
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to leave an index of this name as it is, instead of failing with `CONFLICT`. */
  readonly ifNotExists?: Scalars['Boolean']['input'];
  /** The exact name of the keyspace, with `table`. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
  /** What of a collection column to index; Cassandra's choice (`VALUES`) when left out. For collection columns only. */
  readonly kind?: InputMaybe<IndexKind>;
  /** How the nearness of two vectors is measured; `COSINE` when left out. For vector columns only. Needs the capability `VECTOR_SEARCH`. */
  readonly metric?: InputMaybe<VectorMetric>;
  /** The name of the index, which must be unique in the keyspace; Cassandra's choice (`table_column_idx`) when left out. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Options of a custom index: name to text. Only with `type`. */
  readonly options?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The exact name of the table, with `keyspace`. */
  readonly table?: InputMaybe<Scalars['String']['input']>;
  /** The object id of the table, instead of `keyspace` and `table`. */
  readonly tableId?: InputMaybe<Scalars['ID']['input']>;
  /** The class of a custom index, such as `StorageAttachedIndex`; Cassandra's own secondary index when left out. */
  readonly type?: InputMaybe<Scalars['String']['input']>;
};

/** The new index. */
export type CreateIndexPayload = {
  /** Whether the index was created: false when it existed, and `ifNotExists` was set. */
  readonly created: Scalars['Boolean']['output'];
  /** The index. Without a name in the input it is the last one on the column. */
  readonly index: Maybe<Index>;
  /** The table of the index. */
  readonly table: Maybe<Table>;
};

/** What a new keyspace shall be. */
export type CreateKeyspaceInput = {
  /** The database in which to create it. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** How many copies to keep in which datacenter. `NOT_SUPPORTED` on Astra. */
  readonly datacenters?: InputMaybe<ReadonlyArray<KeyspaceDatacenterInput>>;
  /** Whether to leave a keyspace of this name as it is, instead of failing with `CONFLICT`. */
  readonly ifNotExists?: Scalars['Boolean']['input'];
  /** The name: letters, digits and underscores, at most 48 characters. Letter case counts. */
  readonly name: Scalars['String']['input'];
  /** How many copies of each row to keep, where that is not said by datacenter. `NOT_SUPPORTED` on Astra. */
  readonly replicas?: InputMaybe<Scalars['Int']['input']>;
};

/** The new keyspace. */
export type CreateKeyspacePayload = {
  /** Whether the keyspace was created: false when it existed, and `ifNotExists` was set. */
  readonly created: Scalars['Boolean']['output'];
  /** The database, whose status tells how far the creation is. */
  readonly database: Maybe<Database>;
  /** The keyspace. */
  readonly keyspace: Maybe<Keyspace>;
};

/** What a new namespace shall be. */
export type CreateNamespaceInput = {
  /** The database in which to create it. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** How many copies to keep in which datacenter. `NOT_SUPPORTED` on Astra. */
  readonly datacenters?: InputMaybe<ReadonlyArray<KeyspaceDatacenterInput>>;
  /** Whether to leave a namespace of this name as it is, instead of failing with `CONFLICT`. */
  readonly ifNotExists?: Scalars['Boolean']['input'];
  /** The name: letters, digits and underscores, at most 48 characters. Letter case counts. */
  readonly name: Scalars['String']['input'];
  /** How many copies of each document to keep, where that is not said by datacenter. `NOT_SUPPORTED` on Astra. */
  readonly replicas?: InputMaybe<Scalars['Int']['input']>;
};

/** The new namespace. */
export type CreateNamespacePayload = {
  /** Whether the namespace was created: false when it existed, and `ifNotExists` was set. */
  readonly created: Scalars['Boolean']['output'];
  /** The database, whose status tells how far the creation is. */
  readonly database: Maybe<Database>;
  /** The namespace. */
  readonly namespace: Maybe<Namespace>;
};

/** A new row. */
export type CreateRowInput = {
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to leave a row with this key as it is, instead of failing with `CONFLICT`. */
  readonly ifNotExists?: Scalars['Boolean']['input'];
  /** The exact name of the keyspace. */
  readonly keyspace: Scalars['String']['input'];
  /** The exact name of the table. */
  readonly table: Scalars['String']['input'];
  /** The values, all key columns among them. Columns that are left out are null. */
  readonly values: Scalars['RowValues']['input'];
};

/** The new row. */
export type CreateRowPayload = {
  /** Whether the row was created: false when it existed, and `ifNotExists` was set. */
  readonly created: Scalars['Boolean']['output'];
  /** The row. Selecting more of it than its id, its key and the names of its parents costs one upstream request more. */
  readonly row: Maybe<Row>;
};

/** New rows of one table. */
export type CreateRowsInput = {
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to leave rows with these keys as they are, instead of failing with `CONFLICT`. */
  readonly ifNotExists?: Scalars['Boolean']['input'];
  /** The exact name of the keyspace. */
  readonly keyspace: Scalars['String']['input'];
  /** The values of each row, all key columns among them. No key may occur twice. At most as many as the operator allows. */
  readonly rows: ReadonlyArray<Scalars['RowValues']['input']>;
  /** The exact name of the table. */
  readonly table: Scalars['String']['input'];
};

/** How it ended for each of the new rows. */
export type CreateRowsPayload = {
  /** One result for each row, in the order in which they were given. */
  readonly results: ReadonlyArray<CreateRowsResult>;
};

/** How the creation of one row ended. */
export type CreateRowsResult = {
  /** Whether the row was created: false when it failed, or when it existed and `ifNotExists` was set. */
  readonly created: Scalars['Boolean']['output'];
  /** Why it failed; `null` when it did not. */
  readonly error: Maybe<WriteError>;
  /** The place of the row in `rows`, counted from 0. */
  readonly index: Scalars['Int']['output'];
  /** The row; `null` when it failed. */
  readonly row: Maybe<Row>;
};

/** Which database to connect to. */
export type CreateSecureBundleUrlInput = {
  /** Whether to answer one bundle for each datacenter, instead of the first datacenter's alone. */
  readonly all?: Scalars['Boolean']['input'];
  /** The id that Astra gave the database. The default database when neither this nor `id` is given, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the database, instead of `databaseId`. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
};

/** Where the files are that drivers need to connect. */
export type CreateSecureBundleUrlPayload = {
  /** One bundle, or one for each datacenter. */
  readonly bundles: ReadonlyArray<SecureBundle>;
};

/** What a new table shall be. */
export type CreateTableInput = {
  /** The columns, those of the key included, each name once. */
  readonly columns: ReadonlyArray<ColumnInput>;
  /** The database in which to create it. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** After how many seconds rows are deleted by themselves; never when left out, or 0. */
  readonly defaultTtlSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Whether to leave a table of this name as it is, instead of failing with `CONFLICT`. It may have other columns. */
  readonly ifNotExists?: Scalars['Boolean']['input'];
  /** The exact name of the keyspace. */
  readonly keyspace: Scalars['String']['input'];
  /** The name: letters, digits and underscores, at most 48 characters. Letter case counts. */
  readonly name: Scalars['String']['input'];
  /** Which of the columns make the key, in the order that counts. It cannot be changed later. */
  readonly primaryKey: PrimaryKeyInput;
};

/** The new table. */
export type CreateTablePayload = {
  /** Whether the table was created: false when it existed, and `ifNotExists` was set. */
  readonly created: Scalars['Boolean']['output'];
  /** The table. When it existed, as it is: it may have other columns than were asked for. */
  readonly table: Maybe<Table>;
};

/** What a new user-defined type shall be. */
export type CreateUserDefinedTypeInput = {
  /** The database in which to create it. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The fields, at least one, each name once. */
  readonly fields: ReadonlyArray<UserDefinedTypeFieldInput>;
  /** Whether to leave a type of this name as it is, instead of failing with `CONFLICT`. It may have other fields. */
  readonly ifNotExists?: Scalars['Boolean']['input'];
  /** The exact name of the keyspace. */
  readonly keyspace: Scalars['String']['input'];
  /** The name: letters, digits and underscores, at most 48 characters. Letter case counts. */
  readonly name: Scalars['String']['input'];
};

/** The new type. */
export type CreateUserDefinedTypePayload = {
  /** Whether the type was created: false when it existed, and `ifNotExists` was set. */
  readonly created: Scalars['Boolean']['output'];
  /** The keyspace of the type. */
  readonly keyspace: Maybe<Keyspace>;
  /** The type. When it existed, as it is: it may have other fields than were asked for. */
  readonly type: Maybe<UserDefinedType>;
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
  /**
   * What can be done with this database through this graph. It depends on the API that serves its data: the Stargate APIs, or the
   * Data API. What is not listed answers `NOT_SUPPORTED`.
   */
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
  /**
   * The kind of the database in the words of the DevOps API: `vector` for one whose data the Data API serves, `null` for an older
   * one and for a database that the DevOps API does not know. What it can do is in `capabilities`.
   */
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

/** Which collection to delete: by `id` or by `namespace` and `collection`, exactly one of the two. */
export type DeleteCollectionInput = {
  /** The exact name of the collection. */
  readonly collection?: InputMaybe<Scalars['String']['input']>;
  /** The database of the collection. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the collection. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to do nothing when there is no such collection, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** The exact name of the namespace. */
  readonly namespace?: InputMaybe<Scalars['String']['input']>;
};

/** The collection that was deleted. */
export type DeleteCollectionPayload = {
  /** The object id that the collection had; `null` when there was none. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
};

/** Which column to delete. Its table is named by `tableId` or by `keyspace` and `table`, exactly one of the two. */
export type DeleteColumnInput = {
  /** The exact name of the column. */
  readonly column: Scalars['String']['input'];
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to do nothing when there is no such column, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** The exact name of the keyspace, with `table`. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
  /** The exact name of the table, with `keyspace`. */
  readonly table?: InputMaybe<Scalars['String']['input']>;
  /** The object id of the table, instead of `keyspace` and `table`. */
  readonly tableId?: InputMaybe<Scalars['ID']['input']>;
};

/** The column that was deleted. */
export type DeleteColumnPayload = {
  /** The name that the column had, for columns have no object ids; `null` when there was none. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** The table, with its columns as they are now. */
  readonly table: Maybe<Table>;
};

/** What to delete. The document is named by `id` or by `namespace`, `collection` and `documentId`, exactly one of the two. */
export type DeleteDocumentInput = {
  /** The exact name of the collection. */
  readonly collection?: InputMaybe<Scalars['String']['input']>;
  /** The database of the document. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The id of the document within its collection. */
  readonly documentId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the document. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to do nothing when there is nothing to delete, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** The exact name of the namespace. */
  readonly namespace?: InputMaybe<Scalars['String']['input']>;
  /** What of the document to delete; the whole document when left out. */
  readonly path?: InputMaybe<Scalars['DocumentPath']['input']>;
};

/** What was deleted. */
export type DeleteDocumentPayload = {
  /** The object id that the document had; `null` when there was none, and when only a part was to be deleted. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** The path in the document that was deleted; `null` when nothing was there, and when no path was given. */
  readonly deletedPath: Maybe<Scalars['DocumentPath']['output']>;
  /**
   * The document of which a part was to be deleted; `null` when no path was given. Its `data` is `null` when nothing is left
   * of it. Selecting more of it than its ids and the names of its parents costs one upstream request more.
   */
  readonly document: Maybe<Document>;
};

/** Which documents of one collection to delete. */
export type DeleteDocumentsInput = {
  /** The exact name of the collection. */
  readonly collection: Scalars['String']['input'];
  /** The database of the collection. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The ids of the documents within their collection. None may occur twice. At most as many as the operator allows. */
  readonly documentIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Whether to do nothing for ids without a document, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** The exact name of the namespace. */
  readonly namespace: Scalars['String']['input'];
};

/** How it ended for each of the ids. */
export type DeleteDocumentsPayload = {
  /** One result for each id, in the order in which they were given. */
  readonly results: ReadonlyArray<DeleteDocumentsResult>;
};

/** How the deletion of one document ended. */
export type DeleteDocumentsResult = {
  /** The object id that the document had; `null` when there was none, or when it failed. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** Why it failed; `null` when it did not. */
  readonly error: Maybe<WriteError>;
  /** The place of the id in `documentIds`, counted from 0. */
  readonly index: Scalars['Int']['output'];
};

/** Which index to delete. Its table is named by `tableId` or by `keyspace` and `table`, exactly one of the two. */
export type DeleteIndexInput = {
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to do nothing when the table has no such index, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** The exact name of the index. */
  readonly index: Scalars['String']['input'];
  /** The exact name of the keyspace, with `table`. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
  /** The exact name of the table, with `keyspace`. */
  readonly table?: InputMaybe<Scalars['String']['input']>;
  /** The object id of the table, instead of `keyspace` and `table`. */
  readonly tableId?: InputMaybe<Scalars['ID']['input']>;
};

/** The index that was deleted. */
export type DeleteIndexPayload = {
  /** The name that the index had, for indexes have no object ids; `null` when there was none. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** The table that had the index. */
  readonly table: Maybe<Table>;
};

/** Which keyspace to delete: by `id` or by `keyspace`, exactly one of the two. */
export type DeleteKeyspaceInput = {
  /** The database of the keyspace. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the keyspace. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to do nothing when there is no such keyspace, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** The exact name of the keyspace. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
};

/** The keyspace that was deleted. */
export type DeleteKeyspacePayload = {
  /** The database, whose status tells how far the deletion is. */
  readonly database: Maybe<Database>;
  /** The object id that the keyspace had; `null` when there was none. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
};

/** Which namespace to delete: by `id` or by `namespace`, exactly one of the two. */
export type DeleteNamespaceInput = {
  /** The database of the namespace. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the namespace. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to do nothing when there is no such namespace, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** The exact name of the namespace. */
  readonly namespace?: InputMaybe<Scalars['String']['input']>;
};

/** The namespace that was deleted. */
export type DeleteNamespacePayload = {
  /** The database, whose status tells how far the deletion is. */
  readonly database: Maybe<Database>;
  /** The object id that the namespace had; `null` when there was none. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
};

/** Which row to delete: by `id` or by `keyspace`, `table` and `key`, exactly one of the two. */
export type DeleteRowInput = {
  /** The database of the row. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the row. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to do nothing when there is no such row, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** The whole primary key. */
  readonly key?: InputMaybe<Scalars['RowKey']['input']>;
  /** The exact name of the keyspace. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
  /** The exact name of the table. */
  readonly table?: InputMaybe<Scalars['String']['input']>;
};

/** The row that was deleted. */
export type DeleteRowPayload = {
  /** The object id that the row had; `null` when there was none. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
};

/** Which rows to delete by the beginning of their key. */
export type DeleteRowRangeInput = {
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to do nothing when there is no such row, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** A leading part of the primary key: the whole partition key, and any number of clustering columns in their order. */
  readonly keyPrefix: Scalars['RowKey']['input'];
  /** The exact name of the keyspace. */
  readonly keyspace: Scalars['String']['input'];
  /** The exact name of the table. */
  readonly table: Scalars['String']['input'];
};

/** The rows that were deleted. */
export type DeleteRowRangePayload = {
  /** The leading part of the key of all rows that were deleted; `null` when there was none. How many they were is not known. */
  readonly deletedKeyPrefix: Maybe<Scalars['RowKey']['output']>;
  /** The table that had the rows. */
  readonly table: Maybe<Table>;
};

/** Which rows of one table to delete. */
export type DeleteRowsInput = {
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to do nothing for keys without a row, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** The whole primary keys. No key may occur twice. At most as many as the operator allows. */
  readonly keys: ReadonlyArray<Scalars['RowKey']['input']>;
  /** The exact name of the keyspace. */
  readonly keyspace: Scalars['String']['input'];
  /** The exact name of the table. */
  readonly table: Scalars['String']['input'];
};

/** How it ended for each of the keys. */
export type DeleteRowsPayload = {
  /** One result for each key, in the order in which they were given. */
  readonly results: ReadonlyArray<DeleteRowsResult>;
};

/** How the deletion of one row ended. */
export type DeleteRowsResult = {
  /** The object id that the row had; `null` when there was none, or when it failed. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** Why it failed; `null` when it did not. */
  readonly error: Maybe<WriteError>;
  /** The place of the key in `keys`, counted from 0. */
  readonly index: Scalars['Int']['output'];
};

/** Which table to delete: by `id` or by `keyspace` and `table`, exactly one of the two. */
export type DeleteTableInput = {
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the table. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to do nothing when there is no such table, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** The exact name of the keyspace. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
  /** The exact name of the table. */
  readonly table?: InputMaybe<Scalars['String']['input']>;
};

/** The table that was deleted. */
export type DeleteTablePayload = {
  /** The object id that the table had; `null` when there was none. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
};

/** Which user-defined type to delete. */
export type DeleteUserDefinedTypeInput = {
  /** The database of the type. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to do nothing when there is no such type, instead of failing with `NOT_FOUND`. */
  readonly ifExists?: Scalars['Boolean']['input'];
  /** The exact name of the keyspace. */
  readonly keyspace: Scalars['String']['input'];
  /** The exact name of the type. */
  readonly type: Scalars['String']['input'];
};

/** The type that was deleted. */
export type DeleteUserDefinedTypePayload = {
  /** The name that the type had, for types have no object ids; `null` when there was none. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** The keyspace that had the type. */
  readonly keyspace: Maybe<Keyspace>;
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
  /**
   * The id of the document within its collection. The Data API has ids of other types than text. A UUID or an ObjectId reads as its
   * text. A number, a boolean, null or a date is marked: `@json:1`, `@json:true`, `@json:null`, `@json:{"$date":0}`; and so is a text
   * that begins with `@json:`. That spelling is taken back wherever an id is asked for.
   */
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
  /**
   * The vector of the document; `null` when it has none. It is read only when it is selected, in the same upstream request as the
   * rest.
   */
  readonly vector: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
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

/** How many documents were counted. */
export type DocumentCount = {
  /** How many there are; where `isExact` is false there are more. */
  readonly count: Scalars['Int']['output'];
  /** Whether this is all. The database stops counting at 1,000. */
  readonly isExact: Scalars['Boolean']['output'];
};

/** A document in a page. */
export type DocumentEdge = {
  /** The place of this document in the list: pass it as `after` to go on behind it. A search by `near` takes none. */
  readonly cursor: Scalars['String']['output'];
  /** The document. */
  readonly node: Document;
  /** How near the document is, from 0 to 1, the greater the nearer; `null` without `near`. */
  readonly similarity: Maybe<Scalars['Float']['output']>;
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

/** An embedding service, which makes vectors of texts. */
export type EmbeddingServiceInput = {
  /** Names of the keys that the database holds for the provider, such as `{providerKey: "my-key"}`. A key itself does not belong here. */
  readonly authentication?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The name of the provider's model, such as `text-embedding-3-small`. */
  readonly modelName: Scalars['String']['input'];
  /** What else the provider needs, such as `{projectId: "my-project"}`. */
  readonly parameters?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The name of the provider, such as `openai`, as the database knows it. */
  readonly provider: Scalars['String']['input'];
};

/**
 * The kinds of failures, as `extensions.code` of an error and `WriteError.code` name them. A request that is not a GraphQL
 * operation that could be run (bad JSON, bad syntax, unknown fields) has the usual codes of GraphQL servers beside these.
 */
export type ErrorCode =
  /** A name, key, value, filter, option or variable cannot be used as it is; the message names it and the cure. */
  | 'BAD_USER_INPUT'
  /** It exists already, or its present state does not allow the change. */
  | 'CONFLICT'
  /** The database does not serve at the moment: it is parked, hibernated, resuming or terminated; `retryAfterMs` where it wakes up. */
  | 'DATABASE_UNAVAILABLE'
  /** The token is known, but may not do this. */
  | 'FORBIDDEN'
  /** A fault of the gateway itself. Its message is in the log, under the same `requestId`, and kept from the client. */
  | 'INTERNAL_SERVER_ERROR'
  /** A cursor was altered, or is used with other arguments than those it was made for. */
  | 'INVALID_CURSOR'
  /** What should be changed or deleted does not exist. Reading a missing object by its key answers `null` instead. */
  | 'NOT_FOUND'
  /** The back end of this database cannot do it at all; see `Database.capabilities`. */
  | 'NOT_SUPPORTED'
  /** Upstream or the gateway asks to slow down; `retryAfterMs` says how long, where that is known. */
  | 'RATE_LIMITED'
  /** No token was sent, or one that is not known (any more). */
  | 'UNAUTHENTICATED'
  /** The operation needed more upstream requests than one operation may make. What was done before stands. */
  | 'UPSTREAM_BUDGET_EXCEEDED'
  /** Upstream failed, or answered something that it should not. */
  | 'UPSTREAM_ERROR'
  /** No answer came in time. A write may have happened all the same. */
  | 'UPSTREAM_TIMEOUT'
  /**
   * Upstream or its database could not be reached, closed the connection, has an open circuit breaker, or a full queue. A write may
   * have happened all the same.
   */
  | 'UPSTREAM_UNAVAILABLE';

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

/** What of a collection column is indexed. */
export type IndexKind =
  /** The entries of a map, key and value together. */
  | 'ENTRIES'
  /** A frozen collection as a whole. */
  | 'FULL'
  /** The keys of a map. */
  | 'KEYS'
  /** The values of a map, or the elements of a list or set. */
  | 'VALUES';

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
  /**
   * The path of the typed graph of this keyspace, which has a type for each of its tables: send operations for it there, with
   * the same token.
   */
  readonly typedEndpoint: Scalars['String']['output'];
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

/** How often a datacenter shall keep the data of a keyspace. */
export type KeyspaceDatacenterInput = {
  /** The name of the datacenter. */
  readonly name: Scalars['String']['input'];
  /** How many copies of each row to keep, 1 or more. */
  readonly replicas: Scalars['Int']['input'];
};

/** An entry of a map. */
export type MapEntryInput = {
  /** The key of the entry. */
  readonly key: Scalars['CqlValue']['input'];
  /** The value of the entry. */
  readonly value: Scalars['CqlValue']['input'];
};

/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type Mutation = {
  /**
   * Signs in to Astra with a service account. The token is for the DevOps API: send it as `Authorization: Bearer …`. Needs no
   * token. Service accounts are Astra's older way: an application token needs no sign-in at all.
   */
  readonly authenticateServiceAccount: Maybe<AuthenticateServiceAccountPayload>;
  /**
   * Signs in to a database with a user name and a password. The token is for its keyspaces, tables, namespaces and
   * collections: send it as `X-Cassandra-Token`. Needs no token. On a Stargate it is good for 30 minutes after its last use.
   */
  readonly createAuthToken: Maybe<CreateAuthTokenPayload>;
  /** Creates an empty collection. On a Stargate this takes seconds, because a table with its indexes is made. */
  readonly createCollection: Maybe<CreateCollectionPayload>;
  /** Adds a column to a table. It cannot belong to the key. */
  readonly createColumn: Maybe<CreateColumnPayload>;
  /**
   * Asks Astra for a new database. It takes minutes until it serves: read `database(databaseId) { status }` until it is
   * `ACTIVE`. The request is never repeated by itself, because names need not be unique and a second database could come of
   * it: after `UPSTREAM_TIMEOUT` look at `databases` before trying again.
   */
  readonly createDatabase: Maybe<CreateDatabasePayload>;
  /**
   * Creates a document, an object or a list that is not empty. The collection must exist: see `createCollection`. When you
   * give the id, the document is looked for first, which costs one upstream request; looking and writing are two steps, and of
   * two clients that create the same document at the same time both may succeed.
   */
  readonly createDocument: Maybe<CreateDocumentPayload>;
  /**
   * Creates many documents. It is not atomic: `results` tells for each document how it ended. With `idPath` it is one upstream
   * request, and documents that have the id already are replaced; without it each document gets an id of its own and is
   * written by itself, several at a time.
   */
  readonly createDocuments: Maybe<CreateDocumentsPayload>;
  /** Creates an index on a column, which makes conditions on this column possible. It is filled after the answer. */
  readonly createIndex: Maybe<CreateIndexPayload>;
  /**
   * Creates a keyspace. On Astra the database is in `MAINTENANCE` for a while afterwards: `database { status }` tells how far it
   * is. What needs the keyspace meanwhile waits for it.
   */
  readonly createKeyspace: Maybe<CreateKeyspacePayload>;
  /**
   * Creates a namespace, which is a keyspace at the same time. On Astra the database is in `MAINTENANCE` for a while
   * afterwards: `database { status }` tells how far it is.
   */
  readonly createNamespace: Maybe<CreateNamespacePayload>;
  /**
   * Creates a row. Cassandra itself would overwrite a row with the same key, so it is looked for first, which costs one
   * upstream request. Looking and writing are two steps: of two clients that create the same row at the same time both may
   * succeed, and the later one's values stand. Counter tables: use `updateRow`.
   */
  readonly createRow: Maybe<CreateRowPayload>;
  /**
   * Creates many rows, several at a time. It is not atomic: `results` tells for each row how it ended. As with `createRow`
   * the rows are looked for first, but together.
   */
  readonly createRows: Maybe<CreateRowsPayload>;
  /**
   * Makes URLs under which the files with certificates and addresses can be fetched that drivers need to connect. They are
   * good for about five minutes, and whoever has one can fetch the file: keep them secret.
   */
  readonly createSecureBundleUrl: Maybe<CreateSecureBundleUrlPayload>;
  /**
   * Creates a table. A default time to live is set by a second upstream request; when only that one fails, the error says
   * that the table exists without it, and `replaceTableOptions` can make up for it.
   */
  readonly createTable: Maybe<CreateTablePayload>;
  /** Creates a user-defined type in a keyspace. */
  readonly createUserDefinedType: Maybe<CreateUserDefinedTypePayload>;
  /** Deletes a collection with all its documents. This cannot be undone. A table that holds no documents is refused. */
  readonly deleteCollection: Maybe<DeleteCollectionPayload>;
  /**
   * Deletes a column with all its values. Columns of the key and columns with an index cannot be deleted. A column of the same
   * name can be created again only with the same type, and without the old values.
   */
  readonly deleteColumn: Maybe<DeleteColumnPayload>;
  /**
   * Deletes a document, or what is at a path in it. Whatever becomes empty by it goes too, up to the document itself. A list
   * element leaves a null behind, except the last one. It is looked first whether there is something to delete, which costs one
   * upstream request; looking and deleting are two steps.
   */
  readonly deleteDocument: Maybe<DeleteDocumentPayload>;
  /**
   * Deletes many documents, several at a time. It is not atomic: `results` tells for each id how it ended. As with
   * `deleteDocument` each is looked for first, which doubles the upstream requests.
   */
  readonly deleteDocuments: Maybe<DeleteDocumentsPayload>;
  /** Deletes an index. Conditions that need it are refused from then on. */
  readonly deleteIndex: Maybe<DeleteIndexPayload>;
  /**
   * Deletes a keyspace with all its tables, collections and their data. This cannot be undone. On Astra the database is in
   * `MAINTENANCE` for a while afterwards.
   */
  readonly deleteKeyspace: Maybe<DeleteKeyspacePayload>;
  /**
   * Deletes a namespace with all its collections, the tables of the keyspace that it is, and their data. This cannot be
   * undone.
   */
  readonly deleteNamespace: Maybe<DeleteNamespacePayload>;
  /**
   * Deletes one row by its whole key. A part of a key is refused: `deleteRowRange` deletes many. The row is looked for first,
   * which costs one upstream request; looking and deleting are two steps, and a row that appears in between is deleted too.
   */
  readonly deleteRow: Maybe<DeleteRowPayload>;
  /**
   * Deletes all rows whose key begins with the given values: a whole partition, or a part of one. This cannot be undone. It is
   * looked first whether there is one, in a step of its own.
   */
  readonly deleteRowRange: Maybe<DeleteRowRangePayload>;
  /**
   * Deletes many rows by their whole keys, several at a time. It is not atomic: `results` tells for each key how it ended. As
   * with `deleteRow` the rows are looked for first, but together.
   */
  readonly deleteRows: Maybe<DeleteRowsPayload>;
  /** Deletes a table with all its rows. This cannot be undone. */
  readonly deleteTable: Maybe<DeleteTablePayload>;
  /** Deletes a user-defined type. One that a table or another type uses cannot be deleted. */
  readonly deleteUserDefinedType: Maybe<DeleteUserDefinedTypePayload>;
  /**
   * Parks a database: its data is kept, and it does not serve until it is unparked. It goes on after the answer: `status`
   * tells how far it is. Classic databases only; serverless ones hibernate by themselves.
   */
  readonly parkDatabase: Maybe<ParkDatabasePayload>;
  /**
   * Takes the last element off a list in a document. The upstream reads and writes the whole list: two clients that do so at the
   * same time may get the same element. `NOT_FOUND` when there is no such document or nothing at the path.
   */
  readonly popFromDocument: Maybe<PopFromDocumentPayload>;
  /**
   * Appends a value to a list in a document. The upstream reads and writes the whole list: of two clients that do so at the
   * same time one may be lost. `NOT_FOUND` when there is no such document or nothing at the path.
   */
  readonly pushToDocument: Maybe<PushToDocumentPayload>;
  /** Renames a column of the primary key; Cassandra renames no others. Object ids of rows stay good. */
  readonly renameColumn: Maybe<RenameColumnPayload>;
  /**
   * Gives a collection a JSON schema, or another one. Documents that are written from then on must follow it; those that are
   * there are not looked at. A schema cannot be taken away again, and with one, even an empty one, no parts of documents can be
   * written: only whole documents, and `updateDocument` without a path, which checks what is sent, not what comes of it.
   */
  readonly replaceCollectionJsonSchema: Maybe<ReplaceCollectionJsonSchemaPayload>;
  /** Replaces a document, or what is at a path in it. What does not exist yet is created, with all that leads to it. */
  readonly replaceDocument: Maybe<ReplaceDocumentPayload>;
  /**
   * Replaces a row, or creates it when there is none. Regular columns that are not given become null; static columns, which
   * the rows of a partition share, change only when they are given. Counter tables: use `updateRow`.
   */
  readonly replaceRow: Maybe<ReplaceRowPayload>;
  /** Sets the options of a table. Its columns and its key stay as they are. */
  readonly replaceTableOptions: Maybe<ReplaceTableOptionsPayload>;
  /** Sets the password of a user of a classic database. */
  readonly resetDatabasePassword: Maybe<ResetDatabasePasswordPayload>;
  /**
   * Gives a classic database more capacity; it cannot be given less. It goes on after the answer: `status` tells how far it
   * is.
   */
  readonly resizeDatabase: Maybe<ResizeDatabasePayload>;
  /** Sets values at several paths of a document at once; the rest stays. What does not exist yet is created. */
  readonly setInDocument: Maybe<SetInDocumentPayload>;
  /** Terminates a database with all its data. This cannot be undone. It goes on after the answer: `status` tells how far it is. */
  readonly terminateDatabase: Maybe<TerminateDatabasePayload>;
  /** Takes a parked database back into service. It goes on after the answer: `status` tells how far it is. */
  readonly unparkDatabase: Maybe<UnparkDatabasePayload>;
  /**
   * Merges an object into a document, or into the object at a path in it. The merge is one level deep: each member that is given
   * takes the place of the whole former one; the others stay. A null is stored as null. A scalar at a path takes the place of
   * what was there. What does not exist yet is created.
   */
  readonly updateDocument: Maybe<UpdateDocumentPayload>;
  /**
   * Changes columns of a row; the others stay. A row that does not exist is created. On counter columns the value is added to
   * what is stored, so a repeated call counts twice. Without clustering columns in the key the static columns of a partition
   * are changed.
   */
  readonly updateRow: Maybe<UpdateRowPayload>;
  /** Changes columns of many rows, several at a time. It is not atomic: `results` tells for each row how it ended. */
  readonly updateRows: Maybe<UpdateRowsPayload>;
  /**
   * Adds fields to a user-defined type and renames fields. Fields are added one by one, then all renames happen at once; when
   * it fails in between, the fields that were added stay.
   */
  readonly updateUserDefinedType: Maybe<UpdateUserDefinedTypePayload>;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationAuthenticateServiceAccountArgs = {
  input: AuthenticateServiceAccountInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateAuthTokenArgs = {
  input: CreateAuthTokenInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateCollectionArgs = {
  input: CreateCollectionInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateColumnArgs = {
  input: CreateColumnInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateDatabaseArgs = {
  input: CreateDatabaseInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateDocumentArgs = {
  input: CreateDocumentInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateDocumentsArgs = {
  input: CreateDocumentsInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateIndexArgs = {
  input: CreateIndexInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateKeyspaceArgs = {
  input: CreateKeyspaceInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateNamespaceArgs = {
  input: CreateNamespaceInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateRowArgs = {
  input: CreateRowInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateRowsArgs = {
  input: CreateRowsInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateSecureBundleUrlArgs = {
  input: CreateSecureBundleUrlInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateTableArgs = {
  input: CreateTableInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationCreateUserDefinedTypeArgs = {
  input: CreateUserDefinedTypeInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteCollectionArgs = {
  input: DeleteCollectionInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteColumnArgs = {
  input: DeleteColumnInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteDocumentArgs = {
  input: DeleteDocumentInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteDocumentsArgs = {
  input: DeleteDocumentsInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteIndexArgs = {
  input: DeleteIndexInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteKeyspaceArgs = {
  input: DeleteKeyspaceInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteNamespaceArgs = {
  input: DeleteNamespaceInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteRowArgs = {
  input: DeleteRowInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteRowRangeArgs = {
  input: DeleteRowRangeInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteRowsArgs = {
  input: DeleteRowsInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteTableArgs = {
  input: DeleteTableInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationDeleteUserDefinedTypeArgs = {
  input: DeleteUserDefinedTypeInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationParkDatabaseArgs = {
  input: ParkDatabaseInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationPopFromDocumentArgs = {
  input: PopFromDocumentInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationPushToDocumentArgs = {
  input: PushToDocumentInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationRenameColumnArgs = {
  input: RenameColumnInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationReplaceCollectionJsonSchemaArgs = {
  input: ReplaceCollectionJsonSchemaInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationReplaceDocumentArgs = {
  input: ReplaceDocumentInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationReplaceRowArgs = {
  input: ReplaceRowInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationReplaceTableOptionsArgs = {
  input: ReplaceTableOptionsInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationResetDatabasePasswordArgs = {
  input: ResetDatabasePasswordInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationResizeDatabaseArgs = {
  input: ResizeDatabaseInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationSetInDocumentArgs = {
  input: SetInDocumentInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationTerminateDatabaseArgs = {
  input: TerminateDatabaseInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationUnparkDatabaseArgs = {
  input: UnparkDatabaseInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationUpdateDocumentArgs = {
  input: UpdateDocumentInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationUpdateRowArgs = {
  input: UpdateRowInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationUpdateRowsArgs = {
  input: UpdateRowsInput;
};


/**
 * What can be changed. Each mutation takes one `input` and answers one payload. Those of one operation run one after another;
 * when one fails, those before it stand, and those behind it run all the same.
 *
 * A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
 * the operator allows less, it is refused as a whole, with the number of items that fits.
 *
 * What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
 * `CONFLICT` unless `ifNotExists` is set, deleting something that does not exist with `NOT_FOUND` unless `ifExists` is set.
 */
export type MutationUpdateUserDefinedTypeArgs = {
  input: UpdateUserDefinedTypeInput;
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
   * when this field is selected. A search by `near` has one page, so it is false there.
   */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page was asked for with `after`, that is, whether it does not begin at the start of the list. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item of this page; `null` when the page is empty. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** Which database to park. */
export type ParkDatabaseInput = {
  /** The id that Astra gave the database. The default database when neither this nor `id` is given, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the database, instead of `databaseId`. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
};

/** A database that is being parked. */
export type ParkDatabasePayload = {
  /** The database, as Astra tells it after the request. */
  readonly database: Maybe<Database>;
};

/** Which list to take the last element off. The document is named by `id` or by `namespace`, `collection` and `documentId`, exactly one of the two. */
export type PopFromDocumentInput = {
  /** The exact name of the collection. */
  readonly collection?: InputMaybe<Scalars['String']['input']>;
  /** The database of the document. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The id of the document within its collection. */
  readonly documentId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the document. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** The exact name of the namespace. */
  readonly namespace?: InputMaybe<Scalars['String']['input']>;
  /** Where the list is. An empty path is the document itself. */
  readonly path: Scalars['DocumentPath']['input'];
};

/** The element that was taken off. */
export type PopFromDocumentPayload = {
  /** The document. Selecting more of it than its ids and the names of its parents costs one upstream request more. */
  readonly document: Maybe<Document>;
  /** The element. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** Which columns make the key of a row, in the order that counts. */
export type PrimaryKey = {
  /** The clustering columns, which tell the rows of a partition apart; empty when a partition is one row. */
  readonly clusteringKey: ReadonlyArray<ClusteringColumn>;
  /** The names of the columns that make the partition key. */
  readonly partitionKey: ReadonlyArray<Scalars['String']['output']>;
};

/** Which columns make the key of a new table, in the order that counts. */
export type PrimaryKeyInput = {
  /** The clustering columns, which tell the rows of a partition apart and give them their order. */
  readonly clusteringKey?: ReadonlyArray<ClusteringColumnInput>;
  /** The columns of the partition key, which decides on which nodes a row is kept. At least one. */
  readonly partitionKey: ReadonlyArray<Scalars['String']['input']>;
};

/** What to append to which list. The document is named by `id` or by `namespace`, `collection` and `documentId`, exactly one of the two. */
export type PushToDocumentInput = {
  /** The exact name of the collection. */
  readonly collection?: InputMaybe<Scalars['String']['input']>;
  /** The database of the document. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The id of the document within its collection. */
  readonly documentId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the document. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** The exact name of the namespace. */
  readonly namespace?: InputMaybe<Scalars['String']['input']>;
  /** Where the list is. An empty path is the document itself. */
  readonly path: Scalars['DocumentPath']['input'];
  /** The value to append, as one element; null when left out. */
  readonly value?: InputMaybe<Scalars['JSON']['input']>;
};

/** The longer list. */
export type PushToDocumentPayload = {
  /** The document. Selecting more of it than its ids and the names of its parents costs one upstream request more. */
  readonly document: Maybe<Document>;
  /** The whole list, with the new value at its end. */
  readonly value: Maybe<Scalars['JSON']['output']>;
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

/** A new name of a column. Its table is named by `tableId` or by `keyspace` and `table`, exactly one of the two. */
export type RenameColumnInput = {
  /** The present name of the column, exactly. */
  readonly column: Scalars['String']['input'];
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The exact name of the keyspace, with `table`. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
  /** The new name: letters, digits and underscores, at most 48 characters. Letter case counts. */
  readonly newName: Scalars['String']['input'];
  /** The exact name of the table, with `keyspace`. */
  readonly table?: InputMaybe<Scalars['String']['input']>;
  /** The object id of the table, instead of `keyspace` and `table`. */
  readonly tableId?: InputMaybe<Scalars['ID']['input']>;
};

/** The column under its new name. */
export type RenameColumnPayload = {
  /** The column. */
  readonly column: Maybe<Column>;
  /** The table, with its columns as they are now. */
  readonly table: Maybe<Table>;
};

/** A new name of a field. */
export type RenameFieldInput = {
  /** The present name of the field, exactly. */
  readonly from: Scalars['String']['input'];
  /** The new name: letters, digits and underscores, at most 48 characters. Letter case counts. */
  readonly to: Scalars['String']['input'];
};

/** A JSON schema for a collection, which is named by `id` or by `namespace` and `collection`, exactly one of the two. */
export type ReplaceCollectionJsonSchemaInput = {
  /** The exact name of the collection. */
  readonly collection?: InputMaybe<Scalars['String']['input']>;
  /** The database of the collection. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the collection. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** The schema, in the language of JSON Schema draft 4. */
  readonly jsonSchema: Scalars['JSONObject']['input'];
  /** The exact name of the namespace. */
  readonly namespace?: InputMaybe<Scalars['String']['input']>;
};

/** The collection with its new schema. */
export type ReplaceCollectionJsonSchemaPayload = {
  /** The collection. */
  readonly collection: Maybe<Collection>;
};

/** What to put in the place of a document, which is named by `id` or by `namespace`, `collection` and `documentId`, exactly one of the two. */
export type ReplaceDocumentInput = {
  /** The exact name of the collection. */
  readonly collection?: InputMaybe<Scalars['String']['input']>;
  /** The document, an object or a list that is not empty; at a path any value. Null is a value, so it may not be left out. */
  readonly data?: InputMaybe<Scalars['JSON']['input']>;
  /** The database of the document. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The id of the document within its collection. */
  readonly documentId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the document. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the new values live as long as the rest of the document; for ever when not set. Only with `path`. */
  readonly keepTtl?: Scalars['Boolean']['input'];
  /** The exact name of the namespace. */
  readonly namespace?: InputMaybe<Scalars['String']['input']>;
  /** Where in the document to put it; the whole document is replaced when left out. */
  readonly path?: InputMaybe<Scalars['DocumentPath']['input']>;
  /** After how many seconds the document is deleted by itself, 1 or more; never when left out. Only for whole documents. */
  readonly ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
  /**
   * The vector of the document, with as many numbers as the `dimension` of the collection; the document has none when left out.
   * Only for whole documents. Needs the capability `VECTOR_SEARCH`.
   */
  readonly vector?: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  /** A text of which the embedding service of the collection makes the vector. Not together with `vector`, and only for whole documents. */
  readonly vectorText?: InputMaybe<Scalars['String']['input']>;
};

/** The document of which something was replaced. */
export type ReplaceDocumentPayload = {
  /** The document. Selecting more of it than its ids and the names of its parents costs one upstream request more. */
  readonly document: Maybe<Document>;
};

/** All values of a row, which is named by `id` or by `keyspace`, `table` and `key`, exactly one of the two. */
export type ReplaceRowInput = {
  /** The database of the row. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the row. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** The whole primary key. */
  readonly key?: InputMaybe<Scalars['RowKey']['input']>;
  /** The exact name of the keyspace. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
  /** The exact name of the table. */
  readonly table?: InputMaybe<Scalars['String']['input']>;
  /** The values of the other columns. Regular columns that are left out become null. */
  readonly values: Scalars['RowValues']['input'];
};

/** The replaced row. */
export type ReplaceRowPayload = {
  /** The row. Selecting more of it than its id, its key and the names of its parents costs one upstream request more. */
  readonly row: Maybe<Row>;
};

/** New options of a table, which is named by `id` or by `keyspace` and `table`, exactly one of the two. */
export type ReplaceTableOptionsInput = {
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** After how many seconds rows that are written from now on are deleted by themselves: 1 to 630,720,000, or 0 for never. */
  readonly defaultTtlSeconds: Scalars['Int']['input'];
  /** The object id of the table. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** The exact name of the keyspace. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
  /** The exact name of the table. */
  readonly table?: InputMaybe<Scalars['String']['input']>;
};

/** The table with its new options. */
export type ReplaceTableOptionsPayload = {
  /** The table. */
  readonly table: Maybe<Table>;
};

/** A new password. */
export type ResetDatabasePasswordInput = {
  /** The id that Astra gave the database. The default database when neither this nor `id` is given, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the database, instead of `databaseId`. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** The new password, at least 6 characters. */
  readonly password: Scalars['String']['input'];
  /** The name of the user. */
  readonly username: Scalars['String']['input'];
};

/** The database whose password was set. */
export type ResetDatabasePasswordPayload = {
  /** The database, as Astra tells it after the request. */
  readonly database: Maybe<Database>;
};

/** Which database to give more capacity, and how much. */
export type ResizeDatabaseInput = {
  /** The new total of capacity units: more than now, by at most 3. */
  readonly capacityUnits: Scalars['Int']['input'];
  /** The id that Astra gave the database. The default database when neither this nor `id` is given, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the database, instead of `databaseId`. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
};

/** A database that is being given more capacity. */
export type ResizeDatabasePayload = {
  /** The database, as Astra tells it after the request. */
  readonly database: Maybe<Database>;
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
  /** The place of this row in the list: pass it as `after` to go on behind it. A search by `near` takes none. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Row;
  /** How near the row is, from 0 to 1, the greater the nearer; `null` without `near`. */
  readonly similarity: Maybe<Scalars['Float']['output']>;
};

/** Where a file is that drivers need to connect to one datacenter. */
export type SecureBundle = {
  /** The cloud provider: `AWS`, `GCP` or `AZURE`. */
  readonly cloudProvider: Maybe<Scalars['String']['output']>;
  /** Astra's id of the datacenter. */
  readonly datacenterId: Maybe<Scalars['ID']['output']>;
  /** The URL of the file, for connections over the internet. */
  readonly downloadUrl: Scalars['String']['output'];
  /** The URL of the file for connections within a private network. */
  readonly internalDownloadUrl: Maybe<Scalars['String']['output']>;
  /** The URL of the file for connections of a migration proxy within a private network. */
  readonly internalMigrationProxyDownloadUrl: Maybe<Scalars['String']['output']>;
  /** The URL of the file for connections of a migration proxy. */
  readonly migrationProxyDownloadUrl: Maybe<Scalars['String']['output']>;
  /** The provider's name of the region. */
  readonly region: Maybe<Scalars['String']['output']>;
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

/** What to set in a document, which is named by `id` or by `namespace`, `collection` and `documentId`, exactly one of the two. */
export type SetInDocumentInput = {
  /** The exact name of the collection. */
  readonly collection?: InputMaybe<Scalars['String']['input']>;
  /** The database of the document. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The id of the document within its collection. */
  readonly documentId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the document. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** The exact name of the namespace. */
  readonly namespace?: InputMaybe<Scalars['String']['input']>;
  /** Where in the document the paths of `values` begin; at the document itself when left out. */
  readonly path?: InputMaybe<Scalars['DocumentPath']['input']>;
  /** Path to value, at least one, such as `{"address.city": "Bern", "tags.[0]": null}`. No path may lead through another. */
  readonly values: Scalars['JSONObject']['input'];
};

/** The changed document. */
export type SetInDocumentPayload = {
  /** The document. Selecting more of it than its ids and the names of its parents costs one upstream request more. */
  readonly document: Maybe<Document>;
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
  /** What else is set for the table; `null` where upstream does not tell, as without the capability `TABLE_OPTIONS`. */
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
   * whole table (a column without an index, for example) is refused with `BAD_USER_INPUT`. With `near` the nearest come first,
   * in one page.
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
  near?: InputMaybe<VectorNearColumn>;
  sort?: InputMaybe<ReadonlyArray<ColumnSort>>;
  where?: InputMaybe<ReadonlyArray<ColumnFilter>>;
};

/** What is set for a table as a whole. */
export type TableOptions = {
  /** After how many seconds rows are deleted by themselves; 0 for never. */
  readonly defaultTtlSeconds: Scalars['Int']['output'];
};

/** Which database to terminate: `id` or `databaseId`, exactly one of the two. There is no default. */
export type TerminateDatabaseInput = {
  /** The id that Astra gave the database, or `default` for the default database. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the database. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
};

/** A database that is being terminated. */
export type TerminateDatabasePayload = {
  /** The database, as Astra tells it after the request. */
  readonly database: Maybe<Database>;
};

/** Which database to take back into service. */
export type UnparkDatabaseInput = {
  /** The id that Astra gave the database. The default database when neither this nor `id` is given, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the database, instead of `databaseId`. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
};

/** A database that is being taken back into service. */
export type UnparkDatabasePayload = {
  /** The database, as Astra tells it after the request. */
  readonly database: Maybe<Database>;
};

/** What to merge into a document, which is named by `id` or by `namespace`, `collection` and `documentId`, exactly one of the two. */
export type UpdateDocumentInput = {
  /** The exact name of the collection. */
  readonly collection?: InputMaybe<Scalars['String']['input']>;
  /**
   * An object that is not empty; at a path also a text, a number, a boolean or null. It may be left out only where a vector is
   * given, which then changes alone.
   */
  readonly data?: InputMaybe<Scalars['JSON']['input']>;
  /** The database of the document. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The id of the document within its collection. */
  readonly documentId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the document. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the new values live as long as the rest of the document; for ever when not set. */
  readonly keepTtl?: Scalars['Boolean']['input'];
  /** The exact name of the namespace. */
  readonly namespace?: InputMaybe<Scalars['String']['input']>;
  /** Into what of the document to merge; into the document itself when left out. */
  readonly path?: InputMaybe<Scalars['DocumentPath']['input']>;
  /**
   * The new vector of the document, with as many numbers as the `dimension` of the collection; the vector stays as it is when left
   * out. Not together with `path`. Needs the capability `VECTOR_SEARCH`.
   */
  readonly vector?: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  /** A text of which the embedding service of the collection makes the new vector. Not together with `vector` or `path`. */
  readonly vectorText?: InputMaybe<Scalars['String']['input']>;
};

/** The changed document. */
export type UpdateDocumentPayload = {
  /** The document. Selecting more of it than its ids and the names of its parents costs one upstream request more. */
  readonly document: Maybe<Document>;
};

/** Values to change in a row, which is named by `id` or by `keyspace`, `table` and `key`, exactly one of the two. */
export type UpdateRowInput = {
  /** The database of the row. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The object id of the row. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** The whole primary key; without the clustering columns when all values are static. */
  readonly key?: InputMaybe<Scalars['RowKey']['input']>;
  /** The exact name of the keyspace. */
  readonly keyspace?: InputMaybe<Scalars['String']['input']>;
  /** The exact name of the table. */
  readonly table?: InputMaybe<Scalars['String']['input']>;
  /** The values to change, at least one. Null deletes a value. On counter columns the value is added. */
  readonly values: Scalars['RowValues']['input'];
};

/** The changed row. */
export type UpdateRowPayload = {
  /** The row. Selecting more of it than its id, its key and the names of its parents costs one upstream request more. */
  readonly row: Maybe<Row>;
};

/** Values to change in rows of one table. */
export type UpdateRowsInput = {
  /** The database of the table. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The exact name of the keyspace. */
  readonly keyspace: Scalars['String']['input'];
  /** The keys and values. No key may occur twice. At most as many as the operator allows. */
  readonly rows: ReadonlyArray<UpdateRowsItem>;
  /** The exact name of the table. */
  readonly table: Scalars['String']['input'];
};

/** Values to change in one row of many. */
export type UpdateRowsItem = {
  /** The whole primary key; without the clustering columns when all values are static. */
  readonly key: Scalars['RowKey']['input'];
  /** The values to change, at least one. Null deletes a value. On counter columns the value is added. */
  readonly values: Scalars['RowValues']['input'];
};

/** How it ended for each of the changed rows. */
export type UpdateRowsPayload = {
  /** One result for each row, in the order in which they were given. */
  readonly results: ReadonlyArray<UpdateRowsResult>;
};

/** How the change of one row ended. */
export type UpdateRowsResult = {
  /** Why it failed; `null` when it did not. */
  readonly error: Maybe<WriteError>;
  /** The place of the row in `rows`, counted from 0. */
  readonly index: Scalars['Int']['output'];
  /** The row; `null` when it failed. */
  readonly row: Maybe<Row>;
};

/** What to change in a user-defined type: at least one of `addFields` and `renameFields`. */
export type UpdateUserDefinedTypeInput = {
  /** Fields to add behind the present ones. They are null in values that are stored already. */
  readonly addFields?: InputMaybe<ReadonlyArray<UserDefinedTypeFieldInput>>;
  /** The database of the type. The default database when left out, or `default`. */
  readonly databaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The exact name of the keyspace. */
  readonly keyspace: Scalars['String']['input'];
  /** Fields to rename, all at once. A field that was added by the same mutation may be among them. */
  readonly renameFields?: InputMaybe<ReadonlyArray<RenameFieldInput>>;
  /** The exact name of the type. */
  readonly type: Scalars['String']['input'];
};

/** The changed type. */
export type UpdateUserDefinedTypePayload = {
  /** The keyspace of the type. */
  readonly keyspace: Maybe<Keyspace>;
  /** The type, with its fields as they are now. */
  readonly type: Maybe<UserDefinedType>;
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

/** A field of a user-defined type. */
export type UserDefinedTypeFieldInput = {
  /** The name: letters, digits and underscores, at most 48 characters. Letter case counts. */
  readonly name: Scalars['String']['input'];
  /** The CQL type in lower case. Types within it must be frozen, as in `frozen<list<text>>`. */
  readonly type: Scalars['String']['input'];
};

/** How the nearness of two vectors is measured. */
export type VectorMetric =
  /** By the angle between them; their lengths do not count. */
  | 'COSINE'
  /** By their dot product, which is the same as `COSINE` for vectors of length 1, and takes less time. */
  | 'DOT_PRODUCT'
  /** By the distance between their ends. */
  | 'EUCLIDEAN';

/** What the documents of a vector search must be near to: exactly one of the two. */
export type VectorNear = {
  /** A text, of which the embedding service of the collection makes a vector. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** A vector, with as many numbers as the `dimension` of the collection. */
  readonly vector?: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
};

/** What the rows of a vector search must be near to. */
export type VectorNearColumn = {
  /** The exact name of a vector column, which must have a vector index: see `createIndex`. */
  readonly column: Scalars['String']['input'];
  /** The vector, with as many numbers as the type of the column says. */
  readonly vector: ReadonlyArray<Scalars['Float']['input']>;
};

/** How one item of many failed. The other items stand. */
export type WriteError = {
  /** The kind of the failure: what `extensions.code` of an error would say. */
  readonly code: ErrorCode;
  /** What is wrong, in a sentence, with the value that was given and the cure where there is one. */
  readonly message: Scalars['String']['output'];
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





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AuthenticateServiceAccountInput: AuthenticateServiceAccountInput;
  AuthenticateServiceAccountPayload: ResolverTypeWrapper<AuthenticateServiceAccountPayload>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Capability: Capability;
  CloudProvider: CloudProvider;
  ClusteringColumn: ResolverTypeWrapper<ClusteringColumn>;
  ClusteringColumnInput: ClusteringColumnInput;
  Collection: ResolverTypeWrapper<CollectionModel>;
  CollectionVector: ResolverTypeWrapper<CollectionVector>;
  CollectionVectorInput: CollectionVectorInput;
  Column: ResolverTypeWrapper<ColumnModel>;
  ColumnFilter: ColumnFilter;
  ColumnInput: ColumnInput;
  ColumnKind: ColumnKind;
  ColumnSort: ColumnSort;
  CqlValue: ResolverTypeWrapper<Scalars['CqlValue']['output']>;
  CreateAuthTokenInput: CreateAuthTokenInput;
  CreateAuthTokenPayload: ResolverTypeWrapper<CreateAuthTokenPayload>;
  CreateCollectionInput: CreateCollectionInput;
  CreateCollectionPayload: ResolverTypeWrapper<Omit<CreateCollectionPayload, 'collection'> & { collection?: Maybe<ResolversTypes['Collection']> }>;
  CreateColumnInput: CreateColumnInput;
  CreateColumnPayload: ResolverTypeWrapper<Omit<CreateColumnPayload, 'column' | 'table'> & { column?: Maybe<ResolversTypes['Column']>, table?: Maybe<ResolversTypes['Table']> }>;
  CreateDatabaseInput: CreateDatabaseInput;
  CreateDatabasePayload: ResolverTypeWrapper<Omit<CreateDatabasePayload, 'database'> & { database?: Maybe<ResolversTypes['Database']> }>;
  CreateDocumentInput: CreateDocumentInput;
  CreateDocumentPayload: ResolverTypeWrapper<Omit<CreateDocumentPayload, 'document'> & { document?: Maybe<ResolversTypes['Document']> }>;
  CreateDocumentsInput: CreateDocumentsInput;
  CreateDocumentsPayload: ResolverTypeWrapper<Omit<CreateDocumentsPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['CreateDocumentsResult']> }>;
  CreateDocumentsResult: ResolverTypeWrapper<Omit<CreateDocumentsResult, 'document'> & { document?: Maybe<ResolversTypes['Document']> }>;
  CreateIndexInput: CreateIndexInput;
  CreateIndexPayload: ResolverTypeWrapper<Omit<CreateIndexPayload, 'index' | 'table'> & { index?: Maybe<ResolversTypes['Index']>, table?: Maybe<ResolversTypes['Table']> }>;
  CreateKeyspaceInput: CreateKeyspaceInput;
  CreateKeyspacePayload: ResolverTypeWrapper<Omit<CreateKeyspacePayload, 'database' | 'keyspace'> & { database?: Maybe<ResolversTypes['Database']>, keyspace?: Maybe<ResolversTypes['Keyspace']> }>;
  CreateNamespaceInput: CreateNamespaceInput;
  CreateNamespacePayload: ResolverTypeWrapper<Omit<CreateNamespacePayload, 'database' | 'namespace'> & { database?: Maybe<ResolversTypes['Database']>, namespace?: Maybe<ResolversTypes['Namespace']> }>;
  CreateRowInput: CreateRowInput;
  CreateRowPayload: ResolverTypeWrapper<Omit<CreateRowPayload, 'row'> & { row?: Maybe<ResolversTypes['Row']> }>;
  CreateRowsInput: CreateRowsInput;
  CreateRowsPayload: ResolverTypeWrapper<Omit<CreateRowsPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['CreateRowsResult']> }>;
  CreateRowsResult: ResolverTypeWrapper<Omit<CreateRowsResult, 'row'> & { row?: Maybe<ResolversTypes['Row']> }>;
  CreateSecureBundleUrlInput: CreateSecureBundleUrlInput;
  CreateSecureBundleUrlPayload: ResolverTypeWrapper<Omit<CreateSecureBundleUrlPayload, 'bundles'> & { bundles: ReadonlyArray<ResolversTypes['SecureBundle']> }>;
  CreateTableInput: CreateTableInput;
  CreateTablePayload: ResolverTypeWrapper<Omit<CreateTablePayload, 'table'> & { table?: Maybe<ResolversTypes['Table']> }>;
  CreateUserDefinedTypeInput: CreateUserDefinedTypeInput;
  CreateUserDefinedTypePayload: ResolverTypeWrapper<Omit<CreateUserDefinedTypePayload, 'keyspace' | 'type'> & { keyspace?: Maybe<ResolversTypes['Keyspace']>, type?: Maybe<ResolversTypes['UserDefinedType']> }>;
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
  DeleteCollectionInput: DeleteCollectionInput;
  DeleteCollectionPayload: ResolverTypeWrapper<DeleteCollectionPayload>;
  DeleteColumnInput: DeleteColumnInput;
  DeleteColumnPayload: ResolverTypeWrapper<Omit<DeleteColumnPayload, 'table'> & { table?: Maybe<ResolversTypes['Table']> }>;
  DeleteDocumentInput: DeleteDocumentInput;
  DeleteDocumentPayload: ResolverTypeWrapper<Omit<DeleteDocumentPayload, 'document'> & { document?: Maybe<ResolversTypes['Document']> }>;
  DeleteDocumentsInput: DeleteDocumentsInput;
  DeleteDocumentsPayload: ResolverTypeWrapper<DeleteDocumentsPayload>;
  DeleteDocumentsResult: ResolverTypeWrapper<DeleteDocumentsResult>;
  DeleteIndexInput: DeleteIndexInput;
  DeleteIndexPayload: ResolverTypeWrapper<Omit<DeleteIndexPayload, 'table'> & { table?: Maybe<ResolversTypes['Table']> }>;
  DeleteKeyspaceInput: DeleteKeyspaceInput;
  DeleteKeyspacePayload: ResolverTypeWrapper<Omit<DeleteKeyspacePayload, 'database'> & { database?: Maybe<ResolversTypes['Database']> }>;
  DeleteNamespaceInput: DeleteNamespaceInput;
  DeleteNamespacePayload: ResolverTypeWrapper<Omit<DeleteNamespacePayload, 'database'> & { database?: Maybe<ResolversTypes['Database']> }>;
  DeleteRowInput: DeleteRowInput;
  DeleteRowPayload: ResolverTypeWrapper<DeleteRowPayload>;
  DeleteRowRangeInput: DeleteRowRangeInput;
  DeleteRowRangePayload: ResolverTypeWrapper<Omit<DeleteRowRangePayload, 'table'> & { table?: Maybe<ResolversTypes['Table']> }>;
  DeleteRowsInput: DeleteRowsInput;
  DeleteRowsPayload: ResolverTypeWrapper<DeleteRowsPayload>;
  DeleteRowsResult: ResolverTypeWrapper<DeleteRowsResult>;
  DeleteTableInput: DeleteTableInput;
  DeleteTablePayload: ResolverTypeWrapper<DeleteTablePayload>;
  DeleteUserDefinedTypeInput: DeleteUserDefinedTypeInput;
  DeleteUserDefinedTypePayload: ResolverTypeWrapper<Omit<DeleteUserDefinedTypePayload, 'keyspace'> & { keyspace?: Maybe<ResolversTypes['Keyspace']> }>;
  Document: ResolverTypeWrapper<DocumentModel>;
  DocumentConnection: ResolverTypeWrapper<Omit<DocumentConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['DocumentEdge']>, nodes: ReadonlyArray<ResolversTypes['Document']>, pageInfo: ResolversTypes['PageInfo'] }>;
  DocumentCount: ResolverTypeWrapper<DocumentCount>;
  DocumentEdge: ResolverTypeWrapper<Omit<DocumentEdge, 'node'> & { node: ResolversTypes['Document'] }>;
  DocumentFilter: DocumentFilter;
  DocumentPart: ResolverTypeWrapper<DocumentPartModel>;
  DocumentPartConnection: ResolverTypeWrapper<Omit<DocumentPartConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['DocumentPartEdge']>, nodes: ReadonlyArray<ResolversTypes['DocumentPart']>, pageInfo: ResolversTypes['PageInfo'] }>;
  DocumentPartEdge: ResolverTypeWrapper<Omit<DocumentPartEdge, 'node'> & { node: ResolversTypes['DocumentPart'] }>;
  DocumentPath: ResolverTypeWrapper<Scalars['DocumentPath']['output']>;
  EmbeddingServiceInput: EmbeddingServiceInput;
  ErrorCode: ErrorCode;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Index: ResolverTypeWrapper<IndexModel>;
  IndexKind: IndexKind;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Keyspace: ResolverTypeWrapper<KeyspaceModel>;
  KeyspaceDatacenter: ResolverTypeWrapper<KeyspaceDatacenter>;
  KeyspaceDatacenterInput: KeyspaceDatacenterInput;
  MapEntryInput: MapEntryInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Namespace: ResolverTypeWrapper<NamespaceModel>;
  Node: ResolverTypeWrapper<NodeModel>;
  PageInfo: ResolverTypeWrapper<PageInfoModel>;
  ParkDatabaseInput: ParkDatabaseInput;
  ParkDatabasePayload: ResolverTypeWrapper<Omit<ParkDatabasePayload, 'database'> & { database?: Maybe<ResolversTypes['Database']> }>;
  PopFromDocumentInput: PopFromDocumentInput;
  PopFromDocumentPayload: ResolverTypeWrapper<Omit<PopFromDocumentPayload, 'document'> & { document?: Maybe<ResolversTypes['Document']> }>;
  PrimaryKey: ResolverTypeWrapper<PrimaryKey>;
  PrimaryKeyInput: PrimaryKeyInput;
  PushToDocumentInput: PushToDocumentInput;
  PushToDocumentPayload: ResolverTypeWrapper<Omit<PushToDocumentPayload, 'document'> & { document?: Maybe<ResolversTypes['Document']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<RegionModel>;
  RelatedKeyPart: RelatedKeyPart;
  RenameColumnInput: RenameColumnInput;
  RenameColumnPayload: ResolverTypeWrapper<Omit<RenameColumnPayload, 'column' | 'table'> & { column?: Maybe<ResolversTypes['Column']>, table?: Maybe<ResolversTypes['Table']> }>;
  RenameFieldInput: RenameFieldInput;
  ReplaceCollectionJsonSchemaInput: ReplaceCollectionJsonSchemaInput;
  ReplaceCollectionJsonSchemaPayload: ResolverTypeWrapper<Omit<ReplaceCollectionJsonSchemaPayload, 'collection'> & { collection?: Maybe<ResolversTypes['Collection']> }>;
  ReplaceDocumentInput: ReplaceDocumentInput;
  ReplaceDocumentPayload: ResolverTypeWrapper<Omit<ReplaceDocumentPayload, 'document'> & { document?: Maybe<ResolversTypes['Document']> }>;
  ReplaceRowInput: ReplaceRowInput;
  ReplaceRowPayload: ResolverTypeWrapper<Omit<ReplaceRowPayload, 'row'> & { row?: Maybe<ResolversTypes['Row']> }>;
  ReplaceTableOptionsInput: ReplaceTableOptionsInput;
  ReplaceTableOptionsPayload: ResolverTypeWrapper<Omit<ReplaceTableOptionsPayload, 'table'> & { table?: Maybe<ResolversTypes['Table']> }>;
  ResetDatabasePasswordInput: ResetDatabasePasswordInput;
  ResetDatabasePasswordPayload: ResolverTypeWrapper<Omit<ResetDatabasePasswordPayload, 'database'> & { database?: Maybe<ResolversTypes['Database']> }>;
  ResizeDatabaseInput: ResizeDatabaseInput;
  ResizeDatabasePayload: ResolverTypeWrapper<Omit<ResizeDatabasePayload, 'database'> & { database?: Maybe<ResolversTypes['Database']> }>;
  Row: ResolverTypeWrapper<RowModel>;
  RowConnection: ResolverTypeWrapper<Omit<RowConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['RowEdge']>, nodes: ReadonlyArray<ResolversTypes['Row']>, pageInfo: ResolversTypes['PageInfo'] }>;
  RowEdge: ResolverTypeWrapper<Omit<RowEdge, 'node'> & { node: ResolversTypes['Row'] }>;
  RowKey: ResolverTypeWrapper<Scalars['RowKey']['output']>;
  RowValues: ResolverTypeWrapper<Scalars['RowValues']['output']>;
  SecureBundle: ResolverTypeWrapper<SecureBundleModel>;
  ServerlessRegion: ResolverTypeWrapper<ServerlessRegionModel>;
  SetInDocumentInput: SetInDocumentInput;
  SetInDocumentPayload: ResolverTypeWrapper<Omit<SetInDocumentPayload, 'document'> & { document?: Maybe<ResolversTypes['Document']> }>;
  SortOrder: SortOrder;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Table: ResolverTypeWrapper<TableModel>;
  TableOptions: ResolverTypeWrapper<TableOptions>;
  TerminateDatabaseInput: TerminateDatabaseInput;
  TerminateDatabasePayload: ResolverTypeWrapper<Omit<TerminateDatabasePayload, 'database'> & { database?: Maybe<ResolversTypes['Database']> }>;
  UnparkDatabaseInput: UnparkDatabaseInput;
  UnparkDatabasePayload: ResolverTypeWrapper<Omit<UnparkDatabasePayload, 'database'> & { database?: Maybe<ResolversTypes['Database']> }>;
  UpdateDocumentInput: UpdateDocumentInput;
  UpdateDocumentPayload: ResolverTypeWrapper<Omit<UpdateDocumentPayload, 'document'> & { document?: Maybe<ResolversTypes['Document']> }>;
  UpdateRowInput: UpdateRowInput;
  UpdateRowPayload: ResolverTypeWrapper<Omit<UpdateRowPayload, 'row'> & { row?: Maybe<ResolversTypes['Row']> }>;
  UpdateRowsInput: UpdateRowsInput;
  UpdateRowsItem: UpdateRowsItem;
  UpdateRowsPayload: ResolverTypeWrapper<Omit<UpdateRowsPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['UpdateRowsResult']> }>;
  UpdateRowsResult: ResolverTypeWrapper<Omit<UpdateRowsResult, 'row'> & { row?: Maybe<ResolversTypes['Row']> }>;
  UpdateUserDefinedTypeInput: UpdateUserDefinedTypeInput;
  UpdateUserDefinedTypePayload: ResolverTypeWrapper<Omit<UpdateUserDefinedTypePayload, 'keyspace' | 'type'> & { keyspace?: Maybe<ResolversTypes['Keyspace']>, type?: Maybe<ResolversTypes['UserDefinedType']> }>;
  UserDefinedType: ResolverTypeWrapper<UserDefinedTypeModel>;
  UserDefinedTypeField: ResolverTypeWrapper<UserDefinedTypeField>;
  UserDefinedTypeFieldInput: UserDefinedTypeFieldInput;
  VectorMetric: VectorMetric;
  VectorNear: VectorNear;
  VectorNearColumn: VectorNearColumn;
  WriteError: ResolverTypeWrapper<WriteError>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AuthenticateServiceAccountInput: AuthenticateServiceAccountInput;
  AuthenticateServiceAccountPayload: AuthenticateServiceAccountPayload;
  Boolean: Scalars['Boolean']['output'];
  ClusteringColumn: ClusteringColumn;
  ClusteringColumnInput: ClusteringColumnInput;
  Collection: CollectionModel;
  CollectionVector: CollectionVector;
  CollectionVectorInput: CollectionVectorInput;
  Column: ColumnModel;
  ColumnFilter: ColumnFilter;
  ColumnInput: ColumnInput;
  ColumnSort: ColumnSort;
  CqlValue: Scalars['CqlValue']['output'];
  CreateAuthTokenInput: CreateAuthTokenInput;
  CreateAuthTokenPayload: CreateAuthTokenPayload;
  CreateCollectionInput: CreateCollectionInput;
  CreateCollectionPayload: Omit<CreateCollectionPayload, 'collection'> & { collection?: Maybe<ResolversParentTypes['Collection']> };
  CreateColumnInput: CreateColumnInput;
  CreateColumnPayload: Omit<CreateColumnPayload, 'column' | 'table'> & { column?: Maybe<ResolversParentTypes['Column']>, table?: Maybe<ResolversParentTypes['Table']> };
  CreateDatabaseInput: CreateDatabaseInput;
  CreateDatabasePayload: Omit<CreateDatabasePayload, 'database'> & { database?: Maybe<ResolversParentTypes['Database']> };
  CreateDocumentInput: CreateDocumentInput;
  CreateDocumentPayload: Omit<CreateDocumentPayload, 'document'> & { document?: Maybe<ResolversParentTypes['Document']> };
  CreateDocumentsInput: CreateDocumentsInput;
  CreateDocumentsPayload: Omit<CreateDocumentsPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['CreateDocumentsResult']> };
  CreateDocumentsResult: Omit<CreateDocumentsResult, 'document'> & { document?: Maybe<ResolversParentTypes['Document']> };
  CreateIndexInput: CreateIndexInput;
  CreateIndexPayload: Omit<CreateIndexPayload, 'index' | 'table'> & { index?: Maybe<ResolversParentTypes['Index']>, table?: Maybe<ResolversParentTypes['Table']> };
  CreateKeyspaceInput: CreateKeyspaceInput;
  CreateKeyspacePayload: Omit<CreateKeyspacePayload, 'database' | 'keyspace'> & { database?: Maybe<ResolversParentTypes['Database']>, keyspace?: Maybe<ResolversParentTypes['Keyspace']> };
  CreateNamespaceInput: CreateNamespaceInput;
  CreateNamespacePayload: Omit<CreateNamespacePayload, 'database' | 'namespace'> & { database?: Maybe<ResolversParentTypes['Database']>, namespace?: Maybe<ResolversParentTypes['Namespace']> };
  CreateRowInput: CreateRowInput;
  CreateRowPayload: Omit<CreateRowPayload, 'row'> & { row?: Maybe<ResolversParentTypes['Row']> };
  CreateRowsInput: CreateRowsInput;
  CreateRowsPayload: Omit<CreateRowsPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['CreateRowsResult']> };
  CreateRowsResult: Omit<CreateRowsResult, 'row'> & { row?: Maybe<ResolversParentTypes['Row']> };
  CreateSecureBundleUrlInput: CreateSecureBundleUrlInput;
  CreateSecureBundleUrlPayload: Omit<CreateSecureBundleUrlPayload, 'bundles'> & { bundles: ReadonlyArray<ResolversParentTypes['SecureBundle']> };
  CreateTableInput: CreateTableInput;
  CreateTablePayload: Omit<CreateTablePayload, 'table'> & { table?: Maybe<ResolversParentTypes['Table']> };
  CreateUserDefinedTypeInput: CreateUserDefinedTypeInput;
  CreateUserDefinedTypePayload: Omit<CreateUserDefinedTypePayload, 'keyspace' | 'type'> & { keyspace?: Maybe<ResolversParentTypes['Keyspace']>, type?: Maybe<ResolversParentTypes['UserDefinedType']> };
  Database: DatabaseModel;
  DatabaseConnection: Omit<DatabaseConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['DatabaseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Database']>, pageInfo: ResolversParentTypes['PageInfo'] };
  DatabaseCost: DatabaseCostModel;
  DatabaseEdge: Omit<DatabaseEdge, 'node'> & { node: ResolversParentTypes['Database'] };
  DatabaseMetrics: DatabaseMetricsModel;
  DatabaseStorage: DatabaseStorageModel;
  Datacenter: DatacenterModel;
  DateTime: Scalars['DateTime']['output'];
  DeleteCollectionInput: DeleteCollectionInput;
  DeleteCollectionPayload: DeleteCollectionPayload;
  DeleteColumnInput: DeleteColumnInput;
  DeleteColumnPayload: Omit<DeleteColumnPayload, 'table'> & { table?: Maybe<ResolversParentTypes['Table']> };
  DeleteDocumentInput: DeleteDocumentInput;
  DeleteDocumentPayload: Omit<DeleteDocumentPayload, 'document'> & { document?: Maybe<ResolversParentTypes['Document']> };
  DeleteDocumentsInput: DeleteDocumentsInput;
  DeleteDocumentsPayload: DeleteDocumentsPayload;
  DeleteDocumentsResult: DeleteDocumentsResult;
  DeleteIndexInput: DeleteIndexInput;
  DeleteIndexPayload: Omit<DeleteIndexPayload, 'table'> & { table?: Maybe<ResolversParentTypes['Table']> };
  DeleteKeyspaceInput: DeleteKeyspaceInput;
  DeleteKeyspacePayload: Omit<DeleteKeyspacePayload, 'database'> & { database?: Maybe<ResolversParentTypes['Database']> };
  DeleteNamespaceInput: DeleteNamespaceInput;
  DeleteNamespacePayload: Omit<DeleteNamespacePayload, 'database'> & { database?: Maybe<ResolversParentTypes['Database']> };
  DeleteRowInput: DeleteRowInput;
  DeleteRowPayload: DeleteRowPayload;
  DeleteRowRangeInput: DeleteRowRangeInput;
  DeleteRowRangePayload: Omit<DeleteRowRangePayload, 'table'> & { table?: Maybe<ResolversParentTypes['Table']> };
  DeleteRowsInput: DeleteRowsInput;
  DeleteRowsPayload: DeleteRowsPayload;
  DeleteRowsResult: DeleteRowsResult;
  DeleteTableInput: DeleteTableInput;
  DeleteTablePayload: DeleteTablePayload;
  DeleteUserDefinedTypeInput: DeleteUserDefinedTypeInput;
  DeleteUserDefinedTypePayload: Omit<DeleteUserDefinedTypePayload, 'keyspace'> & { keyspace?: Maybe<ResolversParentTypes['Keyspace']> };
  Document: DocumentModel;
  DocumentConnection: Omit<DocumentConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['DocumentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Document']>, pageInfo: ResolversParentTypes['PageInfo'] };
  DocumentCount: DocumentCount;
  DocumentEdge: Omit<DocumentEdge, 'node'> & { node: ResolversParentTypes['Document'] };
  DocumentFilter: DocumentFilter;
  DocumentPart: DocumentPartModel;
  DocumentPartConnection: Omit<DocumentPartConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['DocumentPartEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DocumentPart']>, pageInfo: ResolversParentTypes['PageInfo'] };
  DocumentPartEdge: Omit<DocumentPartEdge, 'node'> & { node: ResolversParentTypes['DocumentPart'] };
  DocumentPath: Scalars['DocumentPath']['output'];
  EmbeddingServiceInput: EmbeddingServiceInput;
  Float: Scalars['Float']['output'];
  ID: Scalars['ID']['output'];
  Index: IndexModel;
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  Keyspace: KeyspaceModel;
  KeyspaceDatacenter: KeyspaceDatacenter;
  KeyspaceDatacenterInput: KeyspaceDatacenterInput;
  MapEntryInput: MapEntryInput;
  Mutation: Record<PropertyKey, never>;
  Namespace: NamespaceModel;
  Node: NodeModel;
  PageInfo: PageInfoModel;
  ParkDatabaseInput: ParkDatabaseInput;
  ParkDatabasePayload: Omit<ParkDatabasePayload, 'database'> & { database?: Maybe<ResolversParentTypes['Database']> };
  PopFromDocumentInput: PopFromDocumentInput;
  PopFromDocumentPayload: Omit<PopFromDocumentPayload, 'document'> & { document?: Maybe<ResolversParentTypes['Document']> };
  PrimaryKey: PrimaryKey;
  PrimaryKeyInput: PrimaryKeyInput;
  PushToDocumentInput: PushToDocumentInput;
  PushToDocumentPayload: Omit<PushToDocumentPayload, 'document'> & { document?: Maybe<ResolversParentTypes['Document']> };
  Query: Record<PropertyKey, never>;
  Region: RegionModel;
  RelatedKeyPart: RelatedKeyPart;
  RenameColumnInput: RenameColumnInput;
  RenameColumnPayload: Omit<RenameColumnPayload, 'column' | 'table'> & { column?: Maybe<ResolversParentTypes['Column']>, table?: Maybe<ResolversParentTypes['Table']> };
  RenameFieldInput: RenameFieldInput;
  ReplaceCollectionJsonSchemaInput: ReplaceCollectionJsonSchemaInput;
  ReplaceCollectionJsonSchemaPayload: Omit<ReplaceCollectionJsonSchemaPayload, 'collection'> & { collection?: Maybe<ResolversParentTypes['Collection']> };
  ReplaceDocumentInput: ReplaceDocumentInput;
  ReplaceDocumentPayload: Omit<ReplaceDocumentPayload, 'document'> & { document?: Maybe<ResolversParentTypes['Document']> };
  ReplaceRowInput: ReplaceRowInput;
  ReplaceRowPayload: Omit<ReplaceRowPayload, 'row'> & { row?: Maybe<ResolversParentTypes['Row']> };
  ReplaceTableOptionsInput: ReplaceTableOptionsInput;
  ReplaceTableOptionsPayload: Omit<ReplaceTableOptionsPayload, 'table'> & { table?: Maybe<ResolversParentTypes['Table']> };
  ResetDatabasePasswordInput: ResetDatabasePasswordInput;
  ResetDatabasePasswordPayload: Omit<ResetDatabasePasswordPayload, 'database'> & { database?: Maybe<ResolversParentTypes['Database']> };
  ResizeDatabaseInput: ResizeDatabaseInput;
  ResizeDatabasePayload: Omit<ResizeDatabasePayload, 'database'> & { database?: Maybe<ResolversParentTypes['Database']> };
  Row: RowModel;
  RowConnection: Omit<RowConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['RowEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Row']>, pageInfo: ResolversParentTypes['PageInfo'] };
  RowEdge: Omit<RowEdge, 'node'> & { node: ResolversParentTypes['Row'] };
  RowKey: Scalars['RowKey']['output'];
  RowValues: Scalars['RowValues']['output'];
  SecureBundle: SecureBundleModel;
  ServerlessRegion: ServerlessRegionModel;
  SetInDocumentInput: SetInDocumentInput;
  SetInDocumentPayload: Omit<SetInDocumentPayload, 'document'> & { document?: Maybe<ResolversParentTypes['Document']> };
  String: Scalars['String']['output'];
  Table: TableModel;
  TableOptions: TableOptions;
  TerminateDatabaseInput: TerminateDatabaseInput;
  TerminateDatabasePayload: Omit<TerminateDatabasePayload, 'database'> & { database?: Maybe<ResolversParentTypes['Database']> };
  UnparkDatabaseInput: UnparkDatabaseInput;
  UnparkDatabasePayload: Omit<UnparkDatabasePayload, 'database'> & { database?: Maybe<ResolversParentTypes['Database']> };
  UpdateDocumentInput: UpdateDocumentInput;
  UpdateDocumentPayload: Omit<UpdateDocumentPayload, 'document'> & { document?: Maybe<ResolversParentTypes['Document']> };
  UpdateRowInput: UpdateRowInput;
  UpdateRowPayload: Omit<UpdateRowPayload, 'row'> & { row?: Maybe<ResolversParentTypes['Row']> };
  UpdateRowsInput: UpdateRowsInput;
  UpdateRowsItem: UpdateRowsItem;
  UpdateRowsPayload: Omit<UpdateRowsPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['UpdateRowsResult']> };
  UpdateRowsResult: Omit<UpdateRowsResult, 'row'> & { row?: Maybe<ResolversParentTypes['Row']> };
  UpdateUserDefinedTypeInput: UpdateUserDefinedTypeInput;
  UpdateUserDefinedTypePayload: Omit<UpdateUserDefinedTypePayload, 'keyspace' | 'type'> & { keyspace?: Maybe<ResolversParentTypes['Keyspace']>, type?: Maybe<ResolversParentTypes['UserDefinedType']> };
  UserDefinedType: UserDefinedTypeModel;
  UserDefinedTypeField: UserDefinedTypeField;
  UserDefinedTypeFieldInput: UserDefinedTypeFieldInput;
  VectorNear: VectorNear;
  VectorNearColumn: VectorNearColumn;
  WriteError: WriteError;
};

export type AuthenticateServiceAccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthenticateServiceAccountPayload'] = ResolversParentTypes['AuthenticateServiceAccountPayload']> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClusteringColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClusteringColumn'] = ResolversParentTypes['ClusteringColumn']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['SortOrder'], ParentType, ContextType>;
};

export type CollectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Collection'] = ResolversParentTypes['Collection']> = {
  count?: Resolver<Maybe<ResolversTypes['DocumentCount']>, ParentType, ContextType, Partial<CollectionCountArgs>>;
  databaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType, RequireFields<CollectionDocumentArgs, 'documentId'>>;
  documents?: Resolver<Maybe<ResolversTypes['DocumentConnection']>, ParentType, ContextType, RequireFields<CollectionDocumentsArgs, 'first'>>;
  estimatedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jsonSchema?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  namespace?: Resolver<ResolversTypes['Namespace'], ParentType, ContextType>;
  namespaceName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vector?: Resolver<Maybe<ResolversTypes['CollectionVector']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CollectionVectorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectionVector'] = ResolversParentTypes['CollectionVector']> = {
  dimension?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['VectorMetric'], ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
};

export type ColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Column'] = ResolversParentTypes['Column']> = {
  kind?: Resolver<ResolversTypes['ColumnKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CqlValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CqlValue'], any> {
  name: 'CqlValue';
}

export type CreateAuthTokenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateAuthTokenPayload'] = ResolversParentTypes['CreateAuthTokenPayload']> = {
  authToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateCollectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCollectionPayload'] = ResolversParentTypes['CreateCollectionPayload']> = {
  collection?: Resolver<Maybe<ResolversTypes['Collection']>, ParentType, ContextType>;
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CreateColumnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateColumnPayload'] = ResolversParentTypes['CreateColumnPayload']> = {
  column?: Resolver<Maybe<ResolversTypes['Column']>, ParentType, ContextType>;
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  table?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType>;
};

export type CreateDatabasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateDatabasePayload'] = ResolversParentTypes['CreateDatabasePayload']> = {
  database?: Resolver<Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  databaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateDocumentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateDocumentPayload'] = ResolversParentTypes['CreateDocumentPayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
};

export type CreateDocumentsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateDocumentsPayload'] = ResolversParentTypes['CreateDocumentsPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['CreateDocumentsResult']>, ParentType, ContextType>;
};

export type CreateDocumentsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateDocumentsResult'] = ResolversParentTypes['CreateDocumentsResult']> = {
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  documentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['WriteError']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateIndexPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateIndexPayload'] = ResolversParentTypes['CreateIndexPayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  index?: Resolver<Maybe<ResolversTypes['Index']>, ParentType, ContextType>;
  table?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType>;
};

export type CreateKeyspacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateKeyspacePayload'] = ResolversParentTypes['CreateKeyspacePayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  database?: Resolver<Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  keyspace?: Resolver<Maybe<ResolversTypes['Keyspace']>, ParentType, ContextType>;
};

export type CreateNamespacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateNamespacePayload'] = ResolversParentTypes['CreateNamespacePayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  database?: Resolver<Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  namespace?: Resolver<Maybe<ResolversTypes['Namespace']>, ParentType, ContextType>;
};

export type CreateRowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateRowPayload'] = ResolversParentTypes['CreateRowPayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['Row']>, ParentType, ContextType>;
};

export type CreateRowsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateRowsPayload'] = ResolversParentTypes['CreateRowsPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['CreateRowsResult']>, ParentType, ContextType>;
};

export type CreateRowsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateRowsResult'] = ResolversParentTypes['CreateRowsResult']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['WriteError']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['Row']>, ParentType, ContextType>;
};

export type CreateSecureBundleUrlPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSecureBundleUrlPayload'] = ResolversParentTypes['CreateSecureBundleUrlPayload']> = {
  bundles?: Resolver<ReadonlyArray<ResolversTypes['SecureBundle']>, ParentType, ContextType>;
};

export type CreateTablePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTablePayload'] = ResolversParentTypes['CreateTablePayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  table?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType>;
};

export type CreateUserDefinedTypePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateUserDefinedTypePayload'] = ResolversParentTypes['CreateUserDefinedTypePayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keyspace?: Resolver<Maybe<ResolversTypes['Keyspace']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['UserDefinedType']>, ParentType, ContextType>;
};

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

export type DeleteCollectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCollectionPayload'] = ResolversParentTypes['DeleteCollectionPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DeleteColumnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteColumnPayload'] = ResolversParentTypes['DeleteColumnPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  table?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType>;
};

export type DeleteDocumentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteDocumentPayload'] = ResolversParentTypes['DeleteDocumentPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  deletedPath?: Resolver<Maybe<ResolversTypes['DocumentPath']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
};

export type DeleteDocumentsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteDocumentsPayload'] = ResolversParentTypes['DeleteDocumentsPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['DeleteDocumentsResult']>, ParentType, ContextType>;
};

export type DeleteDocumentsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteDocumentsResult'] = ResolversParentTypes['DeleteDocumentsResult']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['WriteError']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeleteIndexPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteIndexPayload'] = ResolversParentTypes['DeleteIndexPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  table?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType>;
};

export type DeleteKeyspacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteKeyspacePayload'] = ResolversParentTypes['DeleteKeyspacePayload']> = {
  database?: Resolver<Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DeleteNamespacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteNamespacePayload'] = ResolversParentTypes['DeleteNamespacePayload']> = {
  database?: Resolver<Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DeleteRowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteRowPayload'] = ResolversParentTypes['DeleteRowPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DeleteRowRangePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteRowRangePayload'] = ResolversParentTypes['DeleteRowRangePayload']> = {
  deletedKeyPrefix?: Resolver<Maybe<ResolversTypes['RowKey']>, ParentType, ContextType>;
  table?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType>;
};

export type DeleteRowsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteRowsPayload'] = ResolversParentTypes['DeleteRowsPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['DeleteRowsResult']>, ParentType, ContextType>;
};

export type DeleteRowsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteRowsResult'] = ResolversParentTypes['DeleteRowsResult']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['WriteError']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeleteTablePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteTablePayload'] = ResolversParentTypes['DeleteTablePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DeleteUserDefinedTypePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteUserDefinedTypePayload'] = ResolversParentTypes['DeleteUserDefinedTypePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  keyspace?: Resolver<Maybe<ResolversTypes['Keyspace']>, ParentType, ContextType>;
};

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
  vector?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DocumentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentConnection'] = ResolversParentTypes['DocumentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DocumentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Document']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DocumentCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentCount'] = ResolversParentTypes['DocumentCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DocumentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentEdge'] = ResolversParentTypes['DocumentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  similarity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
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
  typedEndpoint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  types?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UserDefinedType']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KeyspaceDatacenterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KeyspaceDatacenter'] = ResolversParentTypes['KeyspaceDatacenter']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  replicas?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  authenticateServiceAccount?: Resolver<Maybe<ResolversTypes['AuthenticateServiceAccountPayload']>, ParentType, ContextType, RequireFields<MutationAuthenticateServiceAccountArgs, 'input'>>;
  createAuthToken?: Resolver<Maybe<ResolversTypes['CreateAuthTokenPayload']>, ParentType, ContextType, RequireFields<MutationCreateAuthTokenArgs, 'input'>>;
  createCollection?: Resolver<Maybe<ResolversTypes['CreateCollectionPayload']>, ParentType, ContextType, RequireFields<MutationCreateCollectionArgs, 'input'>>;
  createColumn?: Resolver<Maybe<ResolversTypes['CreateColumnPayload']>, ParentType, ContextType, RequireFields<MutationCreateColumnArgs, 'input'>>;
  createDatabase?: Resolver<Maybe<ResolversTypes['CreateDatabasePayload']>, ParentType, ContextType, RequireFields<MutationCreateDatabaseArgs, 'input'>>;
  createDocument?: Resolver<Maybe<ResolversTypes['CreateDocumentPayload']>, ParentType, ContextType, RequireFields<MutationCreateDocumentArgs, 'input'>>;
  createDocuments?: Resolver<Maybe<ResolversTypes['CreateDocumentsPayload']>, ParentType, ContextType, RequireFields<MutationCreateDocumentsArgs, 'input'>>;
  createIndex?: Resolver<Maybe<ResolversTypes['CreateIndexPayload']>, ParentType, ContextType, RequireFields<MutationCreateIndexArgs, 'input'>>;
  createKeyspace?: Resolver<Maybe<ResolversTypes['CreateKeyspacePayload']>, ParentType, ContextType, RequireFields<MutationCreateKeyspaceArgs, 'input'>>;
  createNamespace?: Resolver<Maybe<ResolversTypes['CreateNamespacePayload']>, ParentType, ContextType, RequireFields<MutationCreateNamespaceArgs, 'input'>>;
  createRow?: Resolver<Maybe<ResolversTypes['CreateRowPayload']>, ParentType, ContextType, RequireFields<MutationCreateRowArgs, 'input'>>;
  createRows?: Resolver<Maybe<ResolversTypes['CreateRowsPayload']>, ParentType, ContextType, RequireFields<MutationCreateRowsArgs, 'input'>>;
  createSecureBundleUrl?: Resolver<Maybe<ResolversTypes['CreateSecureBundleUrlPayload']>, ParentType, ContextType, RequireFields<MutationCreateSecureBundleUrlArgs, 'input'>>;
  createTable?: Resolver<Maybe<ResolversTypes['CreateTablePayload']>, ParentType, ContextType, RequireFields<MutationCreateTableArgs, 'input'>>;
  createUserDefinedType?: Resolver<Maybe<ResolversTypes['CreateUserDefinedTypePayload']>, ParentType, ContextType, RequireFields<MutationCreateUserDefinedTypeArgs, 'input'>>;
  deleteCollection?: Resolver<Maybe<ResolversTypes['DeleteCollectionPayload']>, ParentType, ContextType, RequireFields<MutationDeleteCollectionArgs, 'input'>>;
  deleteColumn?: Resolver<Maybe<ResolversTypes['DeleteColumnPayload']>, ParentType, ContextType, RequireFields<MutationDeleteColumnArgs, 'input'>>;
  deleteDocument?: Resolver<Maybe<ResolversTypes['DeleteDocumentPayload']>, ParentType, ContextType, RequireFields<MutationDeleteDocumentArgs, 'input'>>;
  deleteDocuments?: Resolver<Maybe<ResolversTypes['DeleteDocumentsPayload']>, ParentType, ContextType, RequireFields<MutationDeleteDocumentsArgs, 'input'>>;
  deleteIndex?: Resolver<Maybe<ResolversTypes['DeleteIndexPayload']>, ParentType, ContextType, RequireFields<MutationDeleteIndexArgs, 'input'>>;
  deleteKeyspace?: Resolver<Maybe<ResolversTypes['DeleteKeyspacePayload']>, ParentType, ContextType, RequireFields<MutationDeleteKeyspaceArgs, 'input'>>;
  deleteNamespace?: Resolver<Maybe<ResolversTypes['DeleteNamespacePayload']>, ParentType, ContextType, RequireFields<MutationDeleteNamespaceArgs, 'input'>>;
  deleteRow?: Resolver<Maybe<ResolversTypes['DeleteRowPayload']>, ParentType, ContextType, RequireFields<MutationDeleteRowArgs, 'input'>>;
  deleteRowRange?: Resolver<Maybe<ResolversTypes['DeleteRowRangePayload']>, ParentType, ContextType, RequireFields<MutationDeleteRowRangeArgs, 'input'>>;
  deleteRows?: Resolver<Maybe<ResolversTypes['DeleteRowsPayload']>, ParentType, ContextType, RequireFields<MutationDeleteRowsArgs, 'input'>>;
  deleteTable?: Resolver<Maybe<ResolversTypes['DeleteTablePayload']>, ParentType, ContextType, RequireFields<MutationDeleteTableArgs, 'input'>>;
  deleteUserDefinedType?: Resolver<Maybe<ResolversTypes['DeleteUserDefinedTypePayload']>, ParentType, ContextType, RequireFields<MutationDeleteUserDefinedTypeArgs, 'input'>>;
  parkDatabase?: Resolver<Maybe<ResolversTypes['ParkDatabasePayload']>, ParentType, ContextType, RequireFields<MutationParkDatabaseArgs, 'input'>>;
  popFromDocument?: Resolver<Maybe<ResolversTypes['PopFromDocumentPayload']>, ParentType, ContextType, RequireFields<MutationPopFromDocumentArgs, 'input'>>;
  pushToDocument?: Resolver<Maybe<ResolversTypes['PushToDocumentPayload']>, ParentType, ContextType, RequireFields<MutationPushToDocumentArgs, 'input'>>;
  renameColumn?: Resolver<Maybe<ResolversTypes['RenameColumnPayload']>, ParentType, ContextType, RequireFields<MutationRenameColumnArgs, 'input'>>;
  replaceCollectionJsonSchema?: Resolver<Maybe<ResolversTypes['ReplaceCollectionJsonSchemaPayload']>, ParentType, ContextType, RequireFields<MutationReplaceCollectionJsonSchemaArgs, 'input'>>;
  replaceDocument?: Resolver<Maybe<ResolversTypes['ReplaceDocumentPayload']>, ParentType, ContextType, RequireFields<MutationReplaceDocumentArgs, 'input'>>;
  replaceRow?: Resolver<Maybe<ResolversTypes['ReplaceRowPayload']>, ParentType, ContextType, RequireFields<MutationReplaceRowArgs, 'input'>>;
  replaceTableOptions?: Resolver<Maybe<ResolversTypes['ReplaceTableOptionsPayload']>, ParentType, ContextType, RequireFields<MutationReplaceTableOptionsArgs, 'input'>>;
  resetDatabasePassword?: Resolver<Maybe<ResolversTypes['ResetDatabasePasswordPayload']>, ParentType, ContextType, RequireFields<MutationResetDatabasePasswordArgs, 'input'>>;
  resizeDatabase?: Resolver<Maybe<ResolversTypes['ResizeDatabasePayload']>, ParentType, ContextType, RequireFields<MutationResizeDatabaseArgs, 'input'>>;
  setInDocument?: Resolver<Maybe<ResolversTypes['SetInDocumentPayload']>, ParentType, ContextType, RequireFields<MutationSetInDocumentArgs, 'input'>>;
  terminateDatabase?: Resolver<Maybe<ResolversTypes['TerminateDatabasePayload']>, ParentType, ContextType, RequireFields<MutationTerminateDatabaseArgs, 'input'>>;
  unparkDatabase?: Resolver<Maybe<ResolversTypes['UnparkDatabasePayload']>, ParentType, ContextType, RequireFields<MutationUnparkDatabaseArgs, 'input'>>;
  updateDocument?: Resolver<Maybe<ResolversTypes['UpdateDocumentPayload']>, ParentType, ContextType, RequireFields<MutationUpdateDocumentArgs, 'input'>>;
  updateRow?: Resolver<Maybe<ResolversTypes['UpdateRowPayload']>, ParentType, ContextType, RequireFields<MutationUpdateRowArgs, 'input'>>;
  updateRows?: Resolver<Maybe<ResolversTypes['UpdateRowsPayload']>, ParentType, ContextType, RequireFields<MutationUpdateRowsArgs, 'input'>>;
  updateUserDefinedType?: Resolver<Maybe<ResolversTypes['UpdateUserDefinedTypePayload']>, ParentType, ContextType, RequireFields<MutationUpdateUserDefinedTypeArgs, 'input'>>;
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

export type ParkDatabasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParkDatabasePayload'] = ResolversParentTypes['ParkDatabasePayload']> = {
  database?: Resolver<Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
};

export type PopFromDocumentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PopFromDocumentPayload'] = ResolversParentTypes['PopFromDocumentPayload']> = {
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type PrimaryKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrimaryKey'] = ResolversParentTypes['PrimaryKey']> = {
  clusteringKey?: Resolver<ReadonlyArray<ResolversTypes['ClusteringColumn']>, ParentType, ContextType>;
  partitionKey?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PushToDocumentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PushToDocumentPayload'] = ResolversParentTypes['PushToDocumentPayload']> = {
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
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

export type RenameColumnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenameColumnPayload'] = ResolversParentTypes['RenameColumnPayload']> = {
  column?: Resolver<Maybe<ResolversTypes['Column']>, ParentType, ContextType>;
  table?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType>;
};

export type ReplaceCollectionJsonSchemaPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplaceCollectionJsonSchemaPayload'] = ResolversParentTypes['ReplaceCollectionJsonSchemaPayload']> = {
  collection?: Resolver<Maybe<ResolversTypes['Collection']>, ParentType, ContextType>;
};

export type ReplaceDocumentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplaceDocumentPayload'] = ResolversParentTypes['ReplaceDocumentPayload']> = {
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
};

export type ReplaceRowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplaceRowPayload'] = ResolversParentTypes['ReplaceRowPayload']> = {
  row?: Resolver<Maybe<ResolversTypes['Row']>, ParentType, ContextType>;
};

export type ReplaceTableOptionsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplaceTableOptionsPayload'] = ResolversParentTypes['ReplaceTableOptionsPayload']> = {
  table?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType>;
};

export type ResetDatabasePasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetDatabasePasswordPayload'] = ResolversParentTypes['ResetDatabasePasswordPayload']> = {
  database?: Resolver<Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
};

export type ResizeDatabasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResizeDatabasePayload'] = ResolversParentTypes['ResizeDatabasePayload']> = {
  database?: Resolver<Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
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
  similarity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export interface RowKeyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RowKey'], any> {
  name: 'RowKey';
}

export interface RowValuesScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RowValues'], any> {
  name: 'RowValues';
}

export type SecureBundleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecureBundle'] = ResolversParentTypes['SecureBundle']> = {
  cloudProvider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  datacenterId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  downloadUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  internalDownloadUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  internalMigrationProxyDownloadUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  migrationProxyDownloadUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

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

export type SetInDocumentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetInDocumentPayload'] = ResolversParentTypes['SetInDocumentPayload']> = {
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
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

export type TerminateDatabasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TerminateDatabasePayload'] = ResolversParentTypes['TerminateDatabasePayload']> = {
  database?: Resolver<Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
};

export type UnparkDatabasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnparkDatabasePayload'] = ResolversParentTypes['UnparkDatabasePayload']> = {
  database?: Resolver<Maybe<ResolversTypes['Database']>, ParentType, ContextType>;
};

export type UpdateDocumentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateDocumentPayload'] = ResolversParentTypes['UpdateDocumentPayload']> = {
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
};

export type UpdateRowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateRowPayload'] = ResolversParentTypes['UpdateRowPayload']> = {
  row?: Resolver<Maybe<ResolversTypes['Row']>, ParentType, ContextType>;
};

export type UpdateRowsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateRowsPayload'] = ResolversParentTypes['UpdateRowsPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['UpdateRowsResult']>, ParentType, ContextType>;
};

export type UpdateRowsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateRowsResult'] = ResolversParentTypes['UpdateRowsResult']> = {
  error?: Resolver<Maybe<ResolversTypes['WriteError']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['Row']>, ParentType, ContextType>;
};

export type UpdateUserDefinedTypePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateUserDefinedTypePayload'] = ResolversParentTypes['UpdateUserDefinedTypePayload']> = {
  keyspace?: Resolver<Maybe<ResolversTypes['Keyspace']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['UserDefinedType']>, ParentType, ContextType>;
};

export type UserDefinedTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserDefinedType'] = ResolversParentTypes['UserDefinedType']> = {
  fields?: Resolver<ReadonlyArray<ResolversTypes['UserDefinedTypeField']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserDefinedTypeFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserDefinedTypeField'] = ResolversParentTypes['UserDefinedTypeField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WriteErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WriteError'] = ResolversParentTypes['WriteError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AuthenticateServiceAccountPayload?: AuthenticateServiceAccountPayloadResolvers<ContextType>;
  ClusteringColumn?: ClusteringColumnResolvers<ContextType>;
  Collection?: CollectionResolvers<ContextType>;
  CollectionVector?: CollectionVectorResolvers<ContextType>;
  Column?: ColumnResolvers<ContextType>;
  CqlValue?: GraphQLScalarType;
  CreateAuthTokenPayload?: CreateAuthTokenPayloadResolvers<ContextType>;
  CreateCollectionPayload?: CreateCollectionPayloadResolvers<ContextType>;
  CreateColumnPayload?: CreateColumnPayloadResolvers<ContextType>;
  CreateDatabasePayload?: CreateDatabasePayloadResolvers<ContextType>;
  CreateDocumentPayload?: CreateDocumentPayloadResolvers<ContextType>;
  CreateDocumentsPayload?: CreateDocumentsPayloadResolvers<ContextType>;
  CreateDocumentsResult?: CreateDocumentsResultResolvers<ContextType>;
  CreateIndexPayload?: CreateIndexPayloadResolvers<ContextType>;
  CreateKeyspacePayload?: CreateKeyspacePayloadResolvers<ContextType>;
  CreateNamespacePayload?: CreateNamespacePayloadResolvers<ContextType>;
  CreateRowPayload?: CreateRowPayloadResolvers<ContextType>;
  CreateRowsPayload?: CreateRowsPayloadResolvers<ContextType>;
  CreateRowsResult?: CreateRowsResultResolvers<ContextType>;
  CreateSecureBundleUrlPayload?: CreateSecureBundleUrlPayloadResolvers<ContextType>;
  CreateTablePayload?: CreateTablePayloadResolvers<ContextType>;
  CreateUserDefinedTypePayload?: CreateUserDefinedTypePayloadResolvers<ContextType>;
  Database?: DatabaseResolvers<ContextType>;
  DatabaseConnection?: DatabaseConnectionResolvers<ContextType>;
  DatabaseCost?: DatabaseCostResolvers<ContextType>;
  DatabaseEdge?: DatabaseEdgeResolvers<ContextType>;
  DatabaseMetrics?: DatabaseMetricsResolvers<ContextType>;
  DatabaseStorage?: DatabaseStorageResolvers<ContextType>;
  Datacenter?: DatacenterResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteCollectionPayload?: DeleteCollectionPayloadResolvers<ContextType>;
  DeleteColumnPayload?: DeleteColumnPayloadResolvers<ContextType>;
  DeleteDocumentPayload?: DeleteDocumentPayloadResolvers<ContextType>;
  DeleteDocumentsPayload?: DeleteDocumentsPayloadResolvers<ContextType>;
  DeleteDocumentsResult?: DeleteDocumentsResultResolvers<ContextType>;
  DeleteIndexPayload?: DeleteIndexPayloadResolvers<ContextType>;
  DeleteKeyspacePayload?: DeleteKeyspacePayloadResolvers<ContextType>;
  DeleteNamespacePayload?: DeleteNamespacePayloadResolvers<ContextType>;
  DeleteRowPayload?: DeleteRowPayloadResolvers<ContextType>;
  DeleteRowRangePayload?: DeleteRowRangePayloadResolvers<ContextType>;
  DeleteRowsPayload?: DeleteRowsPayloadResolvers<ContextType>;
  DeleteRowsResult?: DeleteRowsResultResolvers<ContextType>;
  DeleteTablePayload?: DeleteTablePayloadResolvers<ContextType>;
  DeleteUserDefinedTypePayload?: DeleteUserDefinedTypePayloadResolvers<ContextType>;
  Document?: DocumentResolvers<ContextType>;
  DocumentConnection?: DocumentConnectionResolvers<ContextType>;
  DocumentCount?: DocumentCountResolvers<ContextType>;
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
  Mutation?: MutationResolvers<ContextType>;
  Namespace?: NamespaceResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParkDatabasePayload?: ParkDatabasePayloadResolvers<ContextType>;
  PopFromDocumentPayload?: PopFromDocumentPayloadResolvers<ContextType>;
  PrimaryKey?: PrimaryKeyResolvers<ContextType>;
  PushToDocumentPayload?: PushToDocumentPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RenameColumnPayload?: RenameColumnPayloadResolvers<ContextType>;
  ReplaceCollectionJsonSchemaPayload?: ReplaceCollectionJsonSchemaPayloadResolvers<ContextType>;
  ReplaceDocumentPayload?: ReplaceDocumentPayloadResolvers<ContextType>;
  ReplaceRowPayload?: ReplaceRowPayloadResolvers<ContextType>;
  ReplaceTableOptionsPayload?: ReplaceTableOptionsPayloadResolvers<ContextType>;
  ResetDatabasePasswordPayload?: ResetDatabasePasswordPayloadResolvers<ContextType>;
  ResizeDatabasePayload?: ResizeDatabasePayloadResolvers<ContextType>;
  Row?: RowResolvers<ContextType>;
  RowConnection?: RowConnectionResolvers<ContextType>;
  RowEdge?: RowEdgeResolvers<ContextType>;
  RowKey?: GraphQLScalarType;
  RowValues?: GraphQLScalarType;
  SecureBundle?: SecureBundleResolvers<ContextType>;
  ServerlessRegion?: ServerlessRegionResolvers<ContextType>;
  SetInDocumentPayload?: SetInDocumentPayloadResolvers<ContextType>;
  Table?: TableResolvers<ContextType>;
  TableOptions?: TableOptionsResolvers<ContextType>;
  TerminateDatabasePayload?: TerminateDatabasePayloadResolvers<ContextType>;
  UnparkDatabasePayload?: UnparkDatabasePayloadResolvers<ContextType>;
  UpdateDocumentPayload?: UpdateDocumentPayloadResolvers<ContextType>;
  UpdateRowPayload?: UpdateRowPayloadResolvers<ContextType>;
  UpdateRowsPayload?: UpdateRowsPayloadResolvers<ContextType>;
  UpdateRowsResult?: UpdateRowsResultResolvers<ContextType>;
  UpdateUserDefinedTypePayload?: UpdateUserDefinedTypePayloadResolvers<ContextType>;
  UserDefinedType?: UserDefinedTypeResolvers<ContextType>;
  UserDefinedTypeField?: UserDefinedTypeFieldResolvers<ContextType>;
  WriteError?: WriteErrorResolvers<ContextType>;
};

