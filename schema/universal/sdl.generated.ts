/** Written by "npm run codegen" from the SDL files. */
export const SDL: readonly string[] = [
  // schema/universal/collection.graphql
  `"A collection of JSON documents."
type Collection implements Node {
  "The id of this object in the graph."
  id: ID!
  "The id of the database to which the collection belongs."
  databaseId: ID!
  "The name of the namespace to which the collection belongs."
  namespaceName: String!
  "The name of the collection."
  name: String!
  "The namespace to which the collection belongs."
  namespace: Namespace!
  "The JSON schema (draft 4) that documents must meet; \`null\` when none is set. Needs the capability \`JSON_SCHEMA\`."
  jsonSchema: JSONObject
  "How the vectors of its documents are compared; \`null\` for a collection without vectors."
  vector: CollectionVector
  """
  How many documents meet a filter. The database reads them to count them, and stops at 1,000: \`isExact\` tells whether it did.
  Needs the capability \`DOCUMENT_COUNT\`.
  """
  count("What the documents must meet; all are counted when left out." where: DocumentFilter): DocumentCount
  """
  About how many documents there are, by the statistics of the database. It costs little, and documents that were written a
  moment ago are not in it. Needs the capability \`DOCUMENT_COUNT\`.
  """
  estimatedCount: Int
  "The document with this id, or \`null\` when there is none."
  document(
    "The id of the document within its collection, as \`Document.documentId\` spells it."
    documentId: ID!
  ): Document
  """
  The documents of the collection, in the order of the database: stable, but by hash and so of no meaning. With \`near\` the
  nearest come first, in one page. How many come in one upstream request depends on the back end: 20 with a Stargate, and
  mostly 20 with the Data API too, which tells itself where a page ends.
  """
  documents(
    "What the documents must meet; all documents when left out."
    where: DocumentFilter
    "What the documents must be near to: the nearest come first, \`first\` of them, and no page follows. Needs the capability \`VECTOR_SEARCH\`."
    near: VectorNear
    "How many documents to answer: 1 to 1,000, or to the maximum that the operator has set."
    first: Int = 20
    "The \`endCursor\` of the page before, together with the same other arguments. Not together with \`near\`."
    after: String
  ): DocumentConnection
}

"How the vectors of a collection are compared, and what makes them."
type CollectionVector {
  "How many numbers each vector has; \`null\` when the embedding service decides it."
  dimension: Int
  "How the nearness of two vectors is measured."
  metric: VectorMetric!
  """
  The embedding service that makes vectors of texts: its \`provider\` and its \`modelName\`. \`null\` when documents bring their own
  vectors.
  """
  service: JSONObject
}

"How the nearness of two vectors is measured."
enum VectorMetric {
  "By the angle between them; their lengths do not count."
  COSINE
  "By their dot product, which is the same as \`COSINE\` for vectors of length 1, and takes less time."
  DOT_PRODUCT
  "By the distance between their ends."
  EUCLIDEAN
}

"How many documents were counted."
type DocumentCount {
  "How many there are; where \`isExact\` is false there are more."
  count: Int!
  "Whether this is all. The database stops counting at 1,000."
  isExact: Boolean!
}

"What the documents of a vector search must be near to: exactly one of the two."
input VectorNear {
  "A vector, with as many numbers as the \`dimension\` of the collection."
  vector: [Float!]
  "A text, of which the embedding service of the collection makes a vector."
  text: String
}

"A page of documents."
type DocumentConnection {
  "The documents of this page, each with its cursor."
  edges: [DocumentEdge!]!
  "The documents of this page."
  nodes: [Document!]!
  "Where the page begins and ends, and whether more follows."
  pageInfo: PageInfo!
}

"A document in a page."
type DocumentEdge {
  "The document."
  node: Document!
  "The place of this document in the list: pass it as \`after\` to go on behind it. A search by \`near\` takes none."
  cursor: String!
  "How near the document is, from 0 to 1, the greater the nearer; \`null\` without \`near\`."
  similarity: Float
}

"""
What documents must meet. An entry names one path and at least one operator, or holds other entries in \`and\`, \`or\` or \`not\`;
all that stands in one entry must hold. An entry with nothing in it is refused, because every document would meet it.

Only leaves are compared: text, numbers, booleans, null, and empty objects and lists. A path that leads to an object or a
list with something in it counts as missing.
"""
input DocumentFilter {
  """
  The path of the field, such as \`address.city\`. Before the last step it may hold \`*\` (any member or element), \`[*]\` (any
  element) and alternatives joined by commas. The last step is taken literally.
  """
  path: DocumentPath
  "The value is this one; with null: the value is null."
  eq: JSON
  "The value is another one, or the field is missing; with null: the value is not null, or the field is missing."
  ne: JSON
  "The value is one of these. With an empty list nothing is found, and nothing is asked upstream."
  in: [JSON]
  "The value is none of these, or the field is missing."
  nin: [JSON]
  "The value is less than this one, and of its type."
  lt: JSON
  "The value is this one or less, and of its type."
  lte: JSON
  "The value is greater than this one, and of its type."
  gt: JSON
  "The value is this one or greater, and of its type."
  gte: JSON
  "Whether the field is there. Null is there."
  exists: Boolean
  "All of these hold."
  and: [DocumentFilter!]
  "At least one of these holds."
  or: [DocumentFilter!]
  """
  This does not hold. In a collection the operators are turned round (\`lt\` becomes \`gte\`), so a document without the field is
  not found by \`not: {path: "a", lt: 5}\`.
  """
  not: DocumentFilter
}
`,
  // schema/universal/connection.graphql
  `"Where a page of a list begins and ends, and whether more follows. Lists are read forwards only."
type PageInfo {
  """
  Whether at least one more item follows. It is exact: where the page does not tell, one item more is looked for, and only
  when this field is selected. A search by \`near\` has one page, so it is false there.
  """
  hasNextPage: Boolean!
  "Whether the page was asked for with \`after\`, that is, whether it does not begin at the start of the list."
  hasPreviousPage: Boolean!
  "The cursor of the first item of this page; \`null\` when the page is empty."
  startCursor: String
  "The cursor of the last item of this page: pass it as \`after\` to get the next page. \`null\` when the page is empty."
  endCursor: String
}
`,
  // schema/universal/database.graphql
  `extend type Query {
  """
  The databases that the token may see, page by page. A self-hosted Stargate lists the databases that are configured.
  """
  databases(
    "Which databases to list, by their status."
    include: DatabaseInclude = NON_TERMINATED
    "Only databases of this cloud provider; those of all providers when left out."
    provider: CloudProvider
    "How many databases to answer: 1 to 1,000, or to the maximum that the operator has set."
    first: Int = 25
    "The \`endCursor\` of the page before, together with the same other arguments."
    after: String
  ): DatabaseConnection

  "One database, or \`null\` when there is none with this id."
  database(
    "The id that Astra gave it; for a self-hosted Stargate the configured name. The default database when left out, or \`default\`."
    databaseId: ID
  ): Database
}

"""
A database: keyspaces with tables, which are at the same time namespaces with collections of documents.

What Astra's DevOps API tells about it is \`null\` for a self-hosted Stargate. The token's own data can be reached without
the DevOps API: \`database { keyspaces { name } }\` makes no call to it when the default database is meant.
"""
type Database implements Node {
  "The id of this object in the graph."
  id: ID!
  "The id that Astra gave the database, a UUID; for a self-hosted Stargate the configured name."
  databaseId: ID!
  "The name that was given at creation. It need not be unique."
  name: String
  "What the database is doing. A word that this graph does not know is \`UNKNOWN\`; \`statusText\` holds it."
  status: DatabaseStatus
  "The status in the words of the DevOps API, in upper case."
  statusText: String
  "The first region, by the provider's name, such as \`us-east1\`."
  region: String
  "The cloud provider of the first region: \`AWS\`, \`GCP\` or \`AZURE\`."
  cloudProvider: String
  "The tier, such as \`serverless\` or \`C10\`."
  tier: String
  "The capacity units; 1 for serverless databases."
  capacityUnits: Int
  "When the database was created."
  createdAt: DateTime
  "When the database was terminated; \`null\` while it lives."
  terminatedAt: DateTime
  "When the database was last used; \`null\` when it never was, or when it is not known."
  lastUsedAt: DateTime
  "What can be done with the database now, in the words of the DevOps API, such as \`addKeyspace\`, \`park\` or \`terminate\`."
  availableActions: [String!]
  "The datacenters, one for each region."
  datacenters: [Datacenter!]
  "How much room the database has and uses."
  storage: DatabaseStorage
  "What the database costs."
  cost: DatabaseCost
  "How much the database has been used."
  metrics: DatabaseMetrics
  "The base URL of the data plane of this database."
  dataEndpointUrl: String
  "A remark of the DevOps API about the status, such as why the database was parked."
  message: String
  "The id of the organization to which the database belongs."
  organizationId: ID
  "The id of the user who created the database."
  ownerId: ID
  """
  The kind of the database in the words of the DevOps API: \`vector\` for one whose data the Data API serves, \`null\` for an older
  one and for a database that the DevOps API does not know. What it can do is in \`capabilities\`.
  """
  databaseType: String
  """
  What can be done with this database through this graph. It depends on the API that serves its data: the Stargate APIs, or the
  Data API. What is not listed answers \`NOT_SUPPORTED\`.
  """
  capabilities: [Capability!]!
  "The keyspaces that the token may see."
  keyspaces(
    "Whether to list the keyspaces that Cassandra, DSE and Stargate keep for themselves, such as \`system_schema\`."
    includeSystem: Boolean! = false
  ): [Keyspace!]
  "One keyspace, or \`null\` when there is none of this name."
  keyspace("The exact name of the keyspace, in its own letter case." name: String!): Keyspace
  "The namespaces that the token may see: the keyspaces, as the Document API sees them."
  namespaces(
    "Whether to list the namespaces that Cassandra, DSE and Stargate keep for themselves, such as \`system_schema\`."
    includeSystem: Boolean! = false
  ): [Namespace!]
  "One namespace, or \`null\` when there is none of this name."
  namespace("The exact name of the namespace, in its own letter case." name: String!): Namespace
}

"A page of databases."
type DatabaseConnection {
  "The databases of this page, each with its cursor."
  edges: [DatabaseEdge!]!
  "The databases of this page."
  nodes: [Database!]!
  "Where the page begins and ends, and whether more follows."
  pageInfo: PageInfo!
}

"A database in a page."
type DatabaseEdge {
  "The database."
  node: Database!
  "The place of this database in the list: pass it as \`after\` to go on behind it."
  cursor: String!
}

"Which databases to list, by their status."
enum DatabaseInclude {
  "All but those that are terminated."
  NON_TERMINATED
  "All, those that are terminated included."
  ALL
  "Those that serve."
  ACTIVE
  "Those that wait for their creation."
  PENDING
  "Those that are being prepared."
  PREPARING
  "Those that are prepared."
  PREPARED
  "Those that are being created."
  INITIALIZING
  "Those that are parked."
  PARKED
  "Those that are being parked."
  PARKING
  "Those that are being taken back from parking."
  UNPARKING
  "Those that are terminated."
  TERMINATED
  "Those that are being terminated."
  TERMINATING
  "Those whose capacity is being changed."
  RESIZING
  "Those that have failed."
  ERROR
  "Those that are being changed."
  MAINTENANCE
  "Those that are suspended."
  SUSPENDED
  "Those that are being suspended."
  SUSPENDING
  "Those that are about to hibernate."
  HIBERNATING
  "Those that hibernate."
  HIBERNATED
  "Those that wake up from hibernation."
  RESUMING
}

"A cloud provider."
enum CloudProvider {
  "Amazon Web Services."
  AWS
  "Google Cloud."
  GCP
  "Microsoft Azure."
  AZURE
}

"What a database is doing."
enum DatabaseStatus {
  "It serves."
  ACTIVE
  "It is being joined with resources that were prepared; creation goes on."
  ASSOCIATING
  "It is being taken out of service."
  DECOMMISSIONING
  "It serves, but not with all its nodes."
  DEGRADED
  "It has failed, and will not become active by itself."
  ERROR
  "It was not used for a while and sleeps. The next request to its data wakes it up."
  HIBERNATED
  "It is about to hibernate."
  HIBERNATING
  "It is being created."
  INITIALIZING
  "A keyspace or a datacenter is being added or taken away; it will be active again shortly."
  MAINTENANCE
  "It is parked: its data is kept, and it does not serve until it is unparked."
  PARKED
  "It is being parked."
  PARKING
  "It waits for its creation."
  PENDING
  "It is prepared for use, and not yet anybody's."
  PREPARED
  "It is being prepared."
  PREPARING
  "Its capacity is being changed."
  RESIZING
  "It wakes up from hibernation."
  RESUMING
  "It is suspended, for example because credits are used up."
  SUSPENDED
  "It is being suspended."
  SUSPENDING
  "Its datacenters are being brought into line."
  SYNCHRONIZING
  "It is terminated, with its data. This cannot be undone."
  TERMINATED
  "It is being terminated."
  TERMINATING
  "It is being taken back from parking."
  UNPARKING
  "A status that this graph does not know; \`statusText\` holds the word."
  UNKNOWN
}

"Something that the back end of a database can do."
enum Capability {
  "Databases can be listed, created and changed."
  DEVOPS
  "Keyspaces and namespaces can be created and deleted."
  KEYSPACES
  "Tables and rows can be read and written."
  ROWS
  "Collections and documents can be read and written."
  DOCUMENTS
  "A collection can have a JSON schema, which its documents must follow."
  JSON_SCHEMA
  "Values can be pushed to, popped from and set in documents."
  DOCUMENT_FUNCTIONS
  "Documents can be given a time to live."
  DOCUMENT_TTL
  "Tables can have counter columns."
  COUNTERS
  "User-defined types can be created, changed and used."
  USER_DEFINED_TYPES
  "Columns can be given an index."
  INDEXES
  "The replicas and datacenters of a keyspace can be chosen."
  REPLICATION
  "A table can have a default time to live, which can be changed."
  TABLE_OPTIONS
  "Columns of the key can be given another name."
  COLUMN_RENAMES
  "Tables can be created with static columns, and these changed for a whole partition."
  STATIC_COLUMNS
  "Paths of conditions on documents may hold wildcards and alternatives."
  DOCUMENT_PATTERNS
  "The documents of a collection can be counted: \`Collection.count\` and \`Collection.estimatedCount\`."
  DOCUMENT_COUNT
  "Collections and columns can hold vectors, and rows and documents can be searched for by the nearness of theirs: \`near\`."
  VECTOR_SEARCH
}

"A datacenter of a database: one region in which it serves."
type Datacenter {
  "Astra's id of the datacenter: the id of the database, a hyphen and a number."
  datacenterId: ID
  "The name of the datacenter, such as \`dc-1\`."
  name: String
  "The tier, such as \`serverless\`."
  tier: String
  "The status in the words of the DevOps API; often empty."
  status: String
  "The cloud provider: \`AWS\`, \`GCP\` or \`AZURE\`."
  cloudProvider: String
  "The provider's name of the region, such as \`us-east1\`."
  region: String
  "The part of the world: \`na\`, \`emea\`, \`apac\` or \`sa\`."
  regionZone: String
  "The price class: \`standard\`, \`premium\` or \`premium_plus\`."
  regionClassification: String
  "The capacity units."
  capacityUnits: Int
  "When the datacenter was created."
  createdAt: DateTime
}

"How much room a database has and uses."
type DatabaseStorage {
  "The number of nodes."
  nodeCount: Int
  "How many copies of each row are kept."
  replicationFactor: Int
  "All the room that there is, in gigabytes."
  totalStorageGb: Int
  "The room that is used, in gigabytes."
  usedStorageGb: Int
}

"How much a database has been used."
type DatabaseMetrics {
  "How many requests have written. A whole number, which may be beyond 32 bits."
  writeRequestsTotalCount: Float
  "How many requests have read. A whole number, which may be beyond 32 bits."
  readRequestsTotalCount: Float
  "How large the live data is, in bytes. A whole number, which may be beyond 32 bits."
  liveDataSizeBytes: Float
  "How many requests have failed. A whole number, which may be beyond 32 bits."
  errorsTotalCount: Float
}

"Prices, in cents of a US dollar. What does not apply is \`null\`."
type DatabaseCost {
  "For each minute."
  costPerMinCents: Float
  "For each hour."
  costPerHourCents: Float
  "For each day."
  costPerDayCents: Float
  "For each month."
  costPerMonthCents: Float
  "For each minute, in several regions."
  costPerMinMRCents: Float
  "For each hour, in several regions."
  costPerHourMRCents: Float
  "For each day, in several regions."
  costPerDayMRCents: Float
  "For each month, in several regions."
  costPerMonthMRCents: Float
  "For each minute while parked."
  costPerMinParkedCents: Float
  "For each hour while parked."
  costPerHourParkedCents: Float
  "For each day while parked."
  costPerDayParkedCents: Float
  "For each month while parked."
  costPerMonthParkedCents: Float
  "For each gigabyte of network traffic."
  costPerNetworkGbCents: Float
  "For each gigabyte written."
  costPerWrittenGbCents: Float
  "For each gigabyte read."
  costPerReadGbCents: Float
}
`,
  // schema/universal/document.graphql
  `"A JSON document."
type Document implements Node {
  "The id of this object in the graph."
  id: ID!
  "The id of the database to which the document belongs."
  databaseId: ID!
  "The name of the namespace to which the document belongs."
  namespaceName: String!
  "The name of the collection to which the document belongs."
  collectionName: String!
  """
  The id of the document within its collection. The Data API has ids of other types than text. A UUID or an ObjectId reads as its
  text. A number, a boolean, null or a date is marked: \`@json:1\`, \`@json:true\`, \`@json:null\`, \`@json:{"$date":0}\`; and so is a text
  that begins with \`@json:\`. That spelling is taken back wherever an id is asked for.
  """
  documentId: ID!
  "The collection to which the document belongs."
  collection: Collection!
  """
  The document, or parts of it in their places. Members come in the order of their names, as they are stored, and list
  elements that were not selected before one that was are null.
  """
  data(
    "The paths to answer; the whole document when left out. Only what an operation selects is read."
    fields: [DocumentPath!]
  ): JSON
  """
  The vector of the document; \`null\` when it has none. It is read only when it is selected, in the same upstream request as the
  rest.
  """
  vector: [Float!]
  "What is at a path: \`null\` when nothing is there, and when null is."
  value("The path of one place, such as \`address.phones.[0]\`." path: DocumentPath!): JSON
  """
  Parts of this document that match, each with the path where it was found. Conditions may name one path only, relative to
  \`path\`; a step \`*\` in it makes many candidates of one document:

      search(where: {path: "products.*.price", lt: 10}) { nodes { path data } }
  """
  search(
    "Where in the document to look; all of it when left out. It may hold wildcards."
    path: DocumentPath
    "What a part must meet."
    where: DocumentFilter!
    "Paths to answer of each part, relative to the parent of the filtered field, which must be among them; that field when left out."
    fields: [DocumentPath!]
    "How many parts to answer: 1 to 1,000, or to the maximum that the operator has set."
    first: Int = 20
    "The \`endCursor\` of the page before, together with the same other arguments, of the same document."
    after: String
  ): DocumentPartConnection
  "The one row whose whole key is made from this document: \`null\` when a value is null, or when there is no such row."
  relatedRow(
    "The keyspace of the table; the namespace of this document when left out."
    keyspace: String
    "The exact name of the table."
    table: String!
    "Each column of the table's key, with the path of this document or the constant that gives its value."
    key: [RelatedKeyPart!]!
  ): Row
  "Rows of a table by a leading part of its key, which is made from this document; \`null\` when a value is null."
  relatedRows(
    "The keyspace of the table; the namespace of this document when left out."
    keyspace: String
    "The exact name of the table."
    table: String!
    "Columns of the table's key, at least its partition key, with the path of this document or the constant that gives the value."
    key: [RelatedKeyPart!]!
    "Conditions which must all hold as well."
    where: [ColumnFilter!]
    "The order within a partition, by clustering columns."
    sort: [ColumnSort!]
    "How many rows to answer: 1 to 1,000, or to the maximum that the operator has set."
    first: Int = 20
    "The \`endCursor\` of the page before, together with the same other arguments, of the same document."
    after: String
  ): RowConnection
  "The document whose id stands at a path of this one: \`null\` when nothing stands there, or when there is no such document."
  relatedDocument(
    "The namespace of the other document; that of this one when left out."
    namespace: String
    "The exact name of the other collection."
    collection: String!
    "The path that holds the id. A number or a boolean is taken as text."
    idPath: DocumentPath!
  ): Document
}

"A part of a document that was found by a search in it."
type DocumentPart {
  "Where the part stands in the document."
  path: DocumentPath!
  "What stands there."
  data: JSON
}

"A page of parts of a document."
type DocumentPartConnection {
  "The parts of this page, each with its cursor."
  edges: [DocumentPartEdge!]!
  "The parts of this page."
  nodes: [DocumentPart!]!
  "Where the page begins and ends, and whether more follows."
  pageInfo: PageInfo!
}

"A part of a document in a page."
type DocumentPartEdge {
  "The part."
  node: DocumentPart!
  "The place of this part in the list: pass it as \`after\` to go on behind it."
  cursor: String!
}
`,
  // schema/universal/keyspace.graphql
  `extend type Query {
  "A keyspace of the default database, or \`null\` when there is none of this name."
  keyspace("The exact name of the keyspace, in its own letter case." name: String!): Keyspace
}

"A keyspace: a set of tables that are replicated alike. The Document API sees the same thing as a namespace."
type Keyspace implements Node {
  "The id of this object in the graph."
  id: ID!
  "The id of the database to which the keyspace belongs."
  databaseId: ID!
  "The name of the keyspace."
  name: String!
  "The database to which the keyspace belongs."
  database: Database!
  "Where and how often the data is kept; \`null\` when replication is not by datacenter."
  datacenters: [KeyspaceDatacenter!]
  """
  The tables with their columns, in one upstream request for the whole keyspace. Collections of documents are tables as
  well, but are left out here: see \`namespace\`.
  """
  tables: [Table!]
  "One table, or \`null\` when there is none of this name."
  table("The exact name of the table, in its own letter case." name: String!): Table
  "The user-defined types of the keyspace, in the order of their names."
  types: [UserDefinedType!]
  "One user-defined type, or \`null\` when there is none of this name."
  type("The exact name of the type, in its own letter case." name: String!): UserDefinedType
  """
  The path of the typed graph of this keyspace, which has a type for each of its tables: send operations for it there, with
  the same token.
  """
  typedEndpoint: String!
  "The same thing, as the Document API sees it."
  namespace: Namespace!
}

"How often a datacenter keeps the data of a keyspace."
type KeyspaceDatacenter {
  "The name of the datacenter."
  name: String!
  "How many copies of each row it keeps."
  replicas: Int!
}

"A user-defined type: named fields that are stored together as one value."
type UserDefinedType {
  "The name of the type."
  name: String!
  "The fields, in the order of their definition."
  fields: [UserDefinedTypeField!]!
}

"A field of a user-defined type."
type UserDefinedTypeField {
  "The name of the field."
  name: String!
  "The CQL type of the field, in a form that can be sent back, such as \`frozen<list<text>>\`."
  type: String!
}
`,
  // schema/universal/namespace.graphql
  `extend type Query {
  "A namespace of the default database, or \`null\` when there is none of this name."
  namespace("The exact name of the namespace, in its own letter case." name: String!): Namespace
}

"A namespace: a set of collections of documents. The REST API sees the same thing as a keyspace."
type Namespace implements Node {
  "The id of this object in the graph."
  id: ID!
  "The id of the database to which the namespace belongs."
  databaseId: ID!
  "The name of the namespace."
  name: String!
  "The database to which the namespace belongs."
  database: Database!
  """
  How many copies of each document are kept; \`null\` when that is said by datacenter. Stargate answers 1 for every namespace
  that is not replicated by datacenter, whatever was asked for when it was created.
  """
  replicas: Int
  "The collections of the namespace, in one upstream request. Other tables are left out: see \`keyspace\`."
  collections: [Collection!]
  "One collection, or \`null\` when there is none of this name."
  collection("The exact name of the collection, in its own letter case." name: String!): Collection
  "The same thing, as the REST API sees it."
  keyspace: Keyspace!
}
`,
  // schema/universal/node.graphql
  `"An object that can be read again by its id: a database, keyspace, table, row, namespace, collection or document."
interface Node {
  """
  An opaque id, unique in this graph and always the same for the same object. Keep it as it is; do not take it apart.
  """
  id: ID!
}

"""
What can be read. A database, keyspace, table, row, namespace, collection or document that does not exist is \`null\`
without an error; any other failure is an error on its own field, and what stands beside it is answered all the same.
"""
type Query {
  "The object with this id, or \`null\` when it no longer exists."
  node("An \`id\` that this graph has answered." id: ID!): Node

  """
  The objects with these ids, in the same order, with \`null\` for those that no longer exist. Rows of one table are read
  together, so a hundred of them cost a few upstream requests.
  """
  nodes("Ids that this graph has answered, at most 100." ids: [ID!]!): [Node]!
}
`,
  // schema/universal/region.graphql
  `extend type Query {
  """
  The regions in which a database can be created, one entry for each tier, cloud provider and region. Astra only: a
  self-hosted Stargate answers \`NOT_SUPPORTED\`.
  """
  availableRegions: [Region!]

  "The regions in which a serverless database can be created. Astra only: a self-hosted Stargate answers \`NOT_SUPPORTED\`."
  serverlessRegions: [ServerlessRegion!]
}

"A tier in a region of a cloud provider, with what the organization has used of it, its limits and its prices."
type Region {
  "The tier, such as \`serverless\` or \`C10\`."
  tier: String
  "The cloud provider: \`AWS\`, \`GCP\` or \`AZURE\`."
  cloudProvider: String
  "The provider's name of the region, such as \`us-east1\`. This is what \`createDatabase\` takes."
  region: String
  "A few words about the tier."
  description: String
  "The region in words, such as \`Moncks Corner, South Carolina\`."
  displayName: String
  "The continent on which the region is."
  continent: String
  "How many databases of this tier the organization has here."
  databaseCountUsed: Int
  "How many databases of this tier the organization may have here."
  databaseCountLimit: Int
  "How many capacity units of this tier the organization uses here."
  capacityUnitsUsed: Int
  "How many capacity units of this tier the organization may use here."
  capacityUnitsLimit: Int
  "Storage that comes with one capacity unit, in gigabytes."
  defaultStoragePerCapacityUnitGb: Int
  "What a database of this tier costs here."
  cost: DatabaseCost
}

"A region for serverless databases."
type ServerlessRegion {
  "The provider's name of the region, such as \`us-east1\`. This is what \`createDatabase\` takes."
  name: String
  "The region in words, such as \`US West (Oregon)\`."
  displayName: String
  "The cloud provider: \`AWS\`, \`GCP\` or \`AZURE\`."
  cloudProvider: String
  "The part of the world: \`na\`, \`emea\`, \`apac\` or \`sa\`."
  zone: String
  "The price class: \`standard\`, \`premium\` or \`premium_plus\`."
  classification: String
  "Whether this organization may create databases here."
  enabled: Boolean
  "Whether only qualified users may create databases here."
  reservedForQualifiedUsers: Boolean
  "The kind of databases that can be created here: \`serverless\` or \`vector\`."
  regionType: String
}
`,
  // schema/universal/row.graphql
  `"A row of a table."
type Row implements Node {
  """
  The id of this object in the graph. It is made from the values of the key, so it stays the same however they are spelled.
  A partition in which only static columns are set is a row whose clustering columns are \`null\`.
  """
  id: ID!
  "The id of the database to which the row belongs."
  databaseId: ID!
  "The name of the keyspace to which the row belongs."
  keyspaceName: String!
  "The name of the table to which the row belongs."
  tableName: String!
  "The table to which the row belongs."
  table: Table!
  "The primary key: the values of the key columns."
  key: RowKey!
  "Values by the names of their columns. Unset columns are \`null\`, unset collections are empty."
  values(
    "The columns to answer; all when left out. Only what an operation selects is read."
    columns: [String!]
  ): RowValues
  "The value of one column."
  value("The exact name of the column, in its own letter case." column: String!): CqlValue
  """
  The one row of another table whose whole key is made from this row: \`null\` when a value is null, or when there is no such
  row. Rows that an operation asks for so are read together:

      relatedRow(table: "author", key: [{column: "id", from: "author_id"}]) { value(column: "name") }
  """
  relatedRow(
    "The keyspace of the other table; that of this row when left out."
    keyspace: String
    "The exact name of the other table."
    table: String!
    "Each column of the other table's key, with the column of this row or the constant that gives its value."
    key: [RelatedKeyPart!]!
  ): Row
  """
  Rows of another table by a leading part of its key, which is made from this row; \`null\` when a value is null. It costs
  one search for each different key.
  """
  relatedRows(
    "The keyspace of the other table; that of this row when left out."
    keyspace: String
    "The exact name of the other table."
    table: String!
    "Columns of the other table's key, at least its partition key, with the column of this row or the constant that gives the value."
    key: [RelatedKeyPart!]!
    "Conditions which must all hold as well."
    where: [ColumnFilter!]
    "The order within a partition, by clustering columns."
    sort: [ColumnSort!]
    "How many rows to answer: 1 to 1,000, or to the maximum that the operator has set."
    first: Int = 20
    "The \`endCursor\` of the page before, together with the same other arguments, of the same row."
    after: String
  ): RowConnection
  "The document whose id a column of this row holds: \`null\` when the value is null, or when there is no such document."
  relatedDocument(
    "The namespace of the document; the keyspace of this row when left out."
    namespace: String
    "The exact name of the collection."
    collection: String!
    "The column that holds the id. A number or a boolean is taken as text."
    idColumn: String!
  ): Document
}

"A page of rows."
type RowConnection {
  "The rows of this page, each with its cursor."
  edges: [RowEdge!]!
  "The rows of this page."
  nodes: [Row!]!
  "Where the page begins and ends, and whether more follows."
  pageInfo: PageInfo!
}

"A row in a page."
type RowEdge {
  "The row."
  node: Row!
  "The place of this row in the list: pass it as \`after\` to go on behind it. A search by \`near\` takes none."
  cursor: String!
  "How near the row is, from 0 to 1, the greater the nearer; \`null\` without \`near\`."
  similarity: Float
}

"""
One column of the related table's key, and where its value comes from: from a column of this row (or a path of this
document), or from a constant. Exactly one of \`from\` and \`value\` is given.
"""
input RelatedKeyPart {
  "The column of the related table."
  column: String!
  "The column of this row whose value is taken; on a document the path whose value is taken, such as \`author.id\`."
  from: String
  "A constant value. It may not be null."
  value: CqlValue
}

"""
A condition on one column. Several operators in one entry must all hold. An entry without an operator, and one that is
null, is refused, because the whole table would be read.
"""
input ColumnFilter {
  "The exact name of the column."
  column: String!
  "The value is this one."
  eq: CqlValue
  "The value is one of these. With an empty list there is no such row, and nothing is asked upstream."
  in: [CqlValue!]
  "The value is less than this one."
  lt: CqlValue
  "The value is this one or less."
  lte: CqlValue
  "The value is greater than this one."
  gt: CqlValue
  "The value is this one or greater."
  gte: CqlValue
  "The list, set or map holds this value."
  contains: CqlValue
  "The map holds this key."
  containsKey: CqlValue
  "The map holds this value under this key."
  containsEntry: MapEntryInput
  "For boolean columns: the value is this one, as with \`eq\`."
  exists: Boolean
}

"An entry of a map."
input MapEntryInput {
  "The key of the entry."
  key: CqlValue!
  "The value of the entry."
  value: CqlValue!
}

"What the rows of a vector search must be near to."
input VectorNearColumn {
  "The exact name of a vector column, which must have a vector index: see \`createIndex\`."
  column: String!
  "The vector, with as many numbers as the type of the column says."
  vector: [Float!]!
}

"An order by one clustering column."
input ColumnSort {
  "The exact name of the clustering column."
  column: String!
  "Which value comes first."
  order: SortOrder! = ASC
}
`,
  // schema/universal/scalars.graphql
  `"""
Any JSON value: an object, a list, a string, a number, a boolean or null.

Numbers in documents are IEEE doubles. An integer beyond 9007199254740991, a fraction with more digits than a double has, and
\`1e400\` would be changed and are refused, in literals and in variables: send them as strings. A variable may stand inside a literal; one that has no value is an error, it is never left out.
"""
scalar JSON @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc8259")

"""
A JSON object: member name to any JSON value. The order of the members is kept. The same rules as for \`JSON\` apply.
"""
scalar JSONObject @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc8259")

"""
A CQL value as JSON. What comes out can be sent back in, unchanged.

- \`bigint\`, \`counter\`, \`varint\` and \`decimal\` are strings, such as \`"9223372036854775807"\`, so that no digit is lost.
  Numbers are accepted too, and keep all their digits (\`1.50\` is not \`1.5\`); in variables, integers up to 9007199254740991,
  since clients round longer ones.
- \`float\` and \`double\` are numbers, rounded to the nearest that there is, and refused above the greatest; \`"NaN"\`, \`"Infinity"\` and \`"-Infinity"\` are strings.
- \`blob\` is standard base64.
- \`uuid\`, \`timeuuid\`, \`inet\`, \`duration\`, \`date\`, \`time\` and \`timestamp\` are strings, times as in ISO 8601:
  \`"2024-02-29"\`, \`"13:30:00.000000001"\`, \`"2024-02-29T13:30:00Z"\`. Digits beyond the millisecond of a \`timestamp\` and the
  nanosecond of a \`time\` are refused unless they are zeros.
- \`list\`, \`set\` and \`tuple\` are lists. A \`map\` with text keys is an object, any other a list of \`{key, value}\`. An unset
  collection is empty, because Cassandra knows no difference.
- A user-defined type is an object.
"""
scalar CqlValue @specifiedBy(url: "https://cassandra.apache.org/doc/4.0/cassandra/cql/types.html")

"""
The primary key of a row: column name to value, such as \`{isbn: "9780140449136"}\`. All key columns are needed, except where
an argument asks for a leading part of the key: then the partition key and any number of clustering columns that follow.

Pass it as one variable, \`$key: RowKey!\`. A null or a missing column in it is an error, it never widens what is read.
"""
scalar RowKey @specifiedBy(url: "https://cassandra.apache.org/doc/4.0/cassandra/cql/ddl.html#primary-key")

"""
Values of a row: column name to \`CqlValue\`, such as \`{title: "The Odyssey", pages: 541}\`. Names are the exact names of
the columns, in their own letter case.
"""
scalar RowValues @specifiedBy(url: "https://cassandra.apache.org/doc/4.0/cassandra/cql/types.html")

"""
A path in a document: steps joined by dots. A name is a member of an object, \`[2]\` is the element 2 of a list, counted from 0:
\`address.phones.[0].number\`. The empty string is the whole document.

A dot, comma, asterisk, opening bracket or backslash that belongs to a name is escaped with a backslash: \`v1\\\\.0\` is one step.

Where a path selects or filters, it may also hold \`*\` (any member or element), \`[*]\` (any element) and alternatives joined
by commas (\`home,work\` or \`[0],[2]\`). Where it names one place it may not.
"""
scalar DocumentPath @specifiedBy(url: "https://stargate.io/docs/latest/develop/dev-with-doc.html")

"A moment in time as RFC 3339 text, such as \`2026-03-01T12:00:00Z\`."
scalar DateTime @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")
`,
  // schema/universal/schema.graphql
  `"""
Databases, keyspaces, tables, rows, namespaces, collections and documents of Astra, Stargate, HCD and DSE, with edges between them.

- Begin with \`keyspace(name:)\` for tables and rows, with \`namespace(name:)\` for collections and documents, or with \`database\` for what there is.
- Names of tables, columns and collections are data here, and values are JSON. \`Keyspace.typedEndpoint\` leads to a graph in which columns are fields.
- Any object has an \`id\`, and \`node(id:)\` finds it again.
- What is asked for together is read together: a hundred rows by key cost one or two upstream requests. The header \`X-Astra-Receipt: true\` tells what an operation cost.

Every field has an example with its answer in \`docs/reference/README.md\`.
"""
schema {
  query: Query
  mutation: Mutation
}
`,
  // schema/universal/table.graphql
  `"A table: its definition, and the way to its rows."
type Table implements Node {
  "The id of this object in the graph."
  id: ID!
  "The id of the database to which the table belongs."
  databaseId: ID!
  "The name of the keyspace to which the table belongs."
  keyspaceName: String!
  "The name of the table."
  name: String!
  "The keyspace to which the table belongs."
  keyspace: Keyspace!
  "The columns: those of the partition key, the clustering columns, the static ones, then all others by name."
  columns: [Column!]
  "One column, or \`null\` when there is none of this name."
  column("The exact name of the column, in its own letter case." name: String!): Column
  "Which columns make the key of a row."
  primaryKey: PrimaryKey
  "What else is set for the table; \`null\` where upstream does not tell, as without the capability \`TABLE_OPTIONS\`."
  options: TableOptions
  "The indexes on columns of the table."
  indexes: [Index!]
  """
  The row with this key, or \`null\` when there is none. Rows of a table that one operation asks for by key, wherever it
  does so, are read together.
  """
  row("The whole primary key, such as \`{isbn: \\"9780140449136\\"}\`." key: RowKey!): Row
  """
  Rows by a leading part of the key, by conditions, or all of them. What Cassandra cannot search for without reading the
  whole table (a column without an index, for example) is refused with \`BAD_USER_INPUT\`. With \`near\` the nearest come first,
  in one page.
  """
  rows(
    "A leading part of the primary key, at least the partition key: only rows whose key begins so. It may not be empty."
    key: RowKey
    "Conditions which must all hold. Each names one column and has at least one operator."
    where: [ColumnFilter!]
    "The order within a partition, by clustering columns. Needs a partition: give its key in \`key\` or in \`where\`."
    sort: [ColumnSort!]
    "What the rows must be near to: the nearest come first, \`first\` of them, and no page follows. Not together with \`sort\`. Needs the capability \`VECTOR_SEARCH\`."
    near: VectorNearColumn
    "How many rows to answer: 1 to 1,000, or to the maximum that the operator has set."
    first: Int = 20
    "The \`endCursor\` of the page before, together with the same other arguments. Not together with \`near\`."
    after: String
  ): RowConnection
}

"A column of a table."
type Column {
  "The name of the column."
  name: String!
  "The CQL type of the column, such as \`map<text, int>\`. It can be sent back as the type of a new column."
  type: String!
  "What part the column has in the table."
  kind: ColumnKind!
}

"What part a column has in its table."
enum ColumnKind {
  "It belongs to the partition key, which decides on which nodes a row is kept."
  PARTITION_KEY
  "It is a clustering column: it belongs to the key, and gives the rows of a partition their order."
  CLUSTERING_KEY
  "It has one value for all rows of a partition."
  STATIC
  "It has a value for each row."
  REGULAR
}

"Which columns make the key of a row, in the order that counts."
type PrimaryKey {
  "The names of the columns that make the partition key."
  partitionKey: [String!]!
  "The clustering columns, which tell the rows of a partition apart; empty when a partition is one row."
  clusteringKey: [ClusteringColumn!]!
}

"A clustering column, and how it orders the rows of a partition."
type ClusteringColumn {
  "The name of the column."
  name: String!
  "The order in which the rows of a partition are kept."
  order: SortOrder!
}

"An order of values."
enum SortOrder {
  "The least value first."
  ASC
  "The greatest value first."
  DESC
}

"What is set for a table as a whole."
type TableOptions {
  "After how many seconds rows are deleted by themselves; 0 for never."
  defaultTtlSeconds: Int!
}

"An index on a column: it makes conditions on this column possible."
type Index {
  "The name of the index, which is unique in its keyspace."
  name: String!
  "The kind of the index in Cassandra's words: \`COMPOSITES\`, \`CUSTOM\` or \`KEYS\`."
  kind: String!
  "The column that is indexed; \`null\` when it cannot be told."
  column: String
  "What of a collection column is indexed: \`keys\`, \`values\`, \`entries\` or \`full\`; \`null\` for other columns."
  target: String
  "The options of the index, such as \`class_name\` of a custom one."
  options: JSONObject!
}
`,
  // schema/universal/mutations/auth.graphql
  `extend type Mutation {
  """
  Signs in to a database with a user name and a password. The token is for its keyspaces, tables, namespaces and
  collections: send it as \`X-Cassandra-Token\`. Needs no token. On a Stargate it is good for 30 minutes after its last use.
  """
  createAuthToken("Who signs in, and where." input: CreateAuthTokenInput!): CreateAuthTokenPayload

  """
  Signs in to Astra with a service account. The token is for the DevOps API: send it as \`Authorization: Bearer …\`. Needs no
  token. Service accounts are Astra's older way: an application token needs no sign-in at all.
  """
  authenticateServiceAccount(
    "The service account."
    input: AuthenticateServiceAccountInput!
  ): AuthenticateServiceAccountPayload
}

"Who signs in, and to which database."
input CreateAuthTokenInput {
  "The database to sign in to. The default database when left out, or \`default\`."
  databaseId: ID
  "The name of the user."
  username: String!
  "The password of the user."
  password: String!
}

"The token of a user."
type CreateAuthTokenPayload {
  "The token. Keep it secret."
  authToken: String!
}

"A service account, as its file of credentials holds it."
input AuthenticateServiceAccountInput {
  "The id of the client."
  clientId: String!
  "The name of the client."
  clientName: String!
  "The secret of the client."
  clientSecret: String!
}

"The token of a service account."
type AuthenticateServiceAccountPayload {
  "The token, without the word \`Bearer\`. Keep it secret."
  token: String!
}
`,
  // schema/universal/mutations/collection.graphql
  `extend type Mutation {
  "Creates an empty collection. On a Stargate this takes seconds, because a table with its indexes is made."
  createCollection("What the collection shall be." input: CreateCollectionInput!): CreateCollectionPayload

  "Deletes a collection with all its documents. This cannot be undone. A table that holds no documents is refused."
  deleteCollection("Which collection." input: DeleteCollectionInput!): DeleteCollectionPayload

  """
  Gives a collection a JSON schema, or another one. Documents that are written from then on must follow it; those that are
  there are not looked at. A schema cannot be taken away again, and with one, even an empty one, no parts of documents can be
  written: only whole documents, and \`updateDocument\` without a path, which checks what is sent, not what comes of it.
  """
  replaceCollectionJsonSchema(
    "Which collection, and its schema."
    input: ReplaceCollectionJsonSchemaInput!
  ): ReplaceCollectionJsonSchemaPayload
}

"What a new collection shall be."
input CreateCollectionInput {
  "The database in which to create it. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String!
  "The name: letters, digits and underscores, at most 48 characters. Letter case counts."
  name: String!
  "What vectors its documents shall have; none when left out. Needs the capability \`VECTOR_SEARCH\`."
  vector: CollectionVectorInput
  "Whether to leave a collection of this name as it is, instead of failing with \`CONFLICT\`."
  ifNotExists: Boolean! = false
}

"What vectors the documents of a new collection shall have."
input CollectionVectorInput {
  "How many numbers each vector has: 1 to 4,096. It may be left out when the embedding service decides it."
  dimension: Int
  "How the nearness of two vectors is measured; \`COSINE\` when left out."
  metric: VectorMetric
  "The embedding service that makes vectors of texts; documents bring their own vectors when left out."
  service: EmbeddingServiceInput
}

"An embedding service, which makes vectors of texts."
input EmbeddingServiceInput {
  "The name of the provider, such as \`openai\`, as the database knows it."
  provider: String!
  "The name of the provider's model, such as \`text-embedding-3-small\`."
  modelName: String!
  "Names of the keys that the database holds for the provider, such as \`{providerKey: \\"my-key\\"}\`. A key itself does not belong here."
  authentication: JSONObject
  "What else the provider needs, such as \`{projectId: \\"my-project\\"}\`."
  parameters: JSONObject
}

"The new collection."
type CreateCollectionPayload {
  "Whether the collection was created: false when it existed, and \`ifNotExists\` was set."
  created: Boolean!
  "The collection."
  collection: Collection
}

"Which collection to delete: by \`id\` or by \`namespace\` and \`collection\`, exactly one of the two."
input DeleteCollectionInput {
  "The object id of the collection."
  id: ID
  "The database of the collection. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String
  "The exact name of the collection."
  collection: String
  "Whether to do nothing when there is no such collection, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"The collection that was deleted."
type DeleteCollectionPayload {
  "The object id that the collection had; \`null\` when there was none."
  deletedId: ID
}

"A JSON schema for a collection, which is named by \`id\` or by \`namespace\` and \`collection\`, exactly one of the two."
input ReplaceCollectionJsonSchemaInput {
  "The object id of the collection."
  id: ID
  "The database of the collection. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String
  "The exact name of the collection."
  collection: String
  "The schema, in the language of JSON Schema draft 4."
  jsonSchema: JSONObject!
}

"The collection with its new schema."
type ReplaceCollectionJsonSchemaPayload {
  "The collection."
  collection: Collection
}
`,
  // schema/universal/mutations/column.graphql
  `extend type Mutation {
  "Adds a column to a table. It cannot belong to the key."
  createColumn("Which table, and what the column shall be." input: CreateColumnInput!): CreateColumnPayload

  "Renames a column of the primary key; Cassandra renames no others. Object ids of rows stay good."
  renameColumn("Which column, and its new name." input: RenameColumnInput!): RenameColumnPayload

  """
  Deletes a column with all its values. Columns of the key and columns with an index cannot be deleted. A column of the same
  name can be created again only with the same type, and without the old values.
  """
  deleteColumn("Which column." input: DeleteColumnInput!): DeleteColumnPayload
}

"What a new column shall be. Its table is named by \`tableId\` or by \`keyspace\` and \`table\`, exactly one of the two."
input CreateColumnInput {
  "The object id of the table, instead of \`keyspace\` and \`table\`."
  tableId: ID
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace, with \`table\`."
  keyspace: String
  "The exact name of the table, with \`keyspace\`."
  table: String
  "The name: letters, digits and underscores, at most 48 characters. Letter case counts."
  name: String!
  "The CQL type in lower case, such as \`text\`, \`map<text, int>\` or \`frozen<address>\`."
  type: String!
  "Whether all rows of a partition share the value. Only in tables with clustering columns."
  isStatic: Boolean! = false
  "Whether to leave a column of this name as it is, instead of failing with \`CONFLICT\`. It may have another type."
  ifNotExists: Boolean! = false
}

"The new column."
type CreateColumnPayload {
  "Whether the column was created: false when it existed, and \`ifNotExists\` was set."
  created: Boolean!
  "The column. When it existed, as it is: it may have another type than was asked for."
  column: Column
  "The table, with its columns as they are now."
  table: Table
}

"A new name of a column. Its table is named by \`tableId\` or by \`keyspace\` and \`table\`, exactly one of the two."
input RenameColumnInput {
  "The object id of the table, instead of \`keyspace\` and \`table\`."
  tableId: ID
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace, with \`table\`."
  keyspace: String
  "The exact name of the table, with \`keyspace\`."
  table: String
  "The present name of the column, exactly."
  column: String!
  "The new name: letters, digits and underscores, at most 48 characters. Letter case counts."
  newName: String!
}

"The column under its new name."
type RenameColumnPayload {
  "The column."
  column: Column
  "The table, with its columns as they are now."
  table: Table
}

"Which column to delete. Its table is named by \`tableId\` or by \`keyspace\` and \`table\`, exactly one of the two."
input DeleteColumnInput {
  "The object id of the table, instead of \`keyspace\` and \`table\`."
  tableId: ID
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace, with \`table\`."
  keyspace: String
  "The exact name of the table, with \`keyspace\`."
  table: String
  "The exact name of the column."
  column: String!
  "Whether to do nothing when there is no such column, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"The column that was deleted."
type DeleteColumnPayload {
  "The name that the column had, for columns have no object ids; \`null\` when there was none."
  deletedId: ID
  "The table, with its columns as they are now."
  table: Table
}
`,
  // schema/universal/mutations/database.graphql
  `extend type Mutation {
  """
  Asks Astra for a new database. It takes minutes until it serves: read \`database(databaseId) { status }\` until it is
  \`ACTIVE\`. The request is never repeated by itself, because names need not be unique and a second database could come of
  it: after \`UPSTREAM_TIMEOUT\` look at \`databases\` before trying again.
  """
  createDatabase("What the database shall be." input: CreateDatabaseInput!): CreateDatabasePayload

  "Terminates a database with all its data. This cannot be undone. It goes on after the answer: \`status\` tells how far it is."
  terminateDatabase(
    "Which database. It must be named; the default database too."
    input: TerminateDatabaseInput!
  ): TerminateDatabasePayload

  """
  Parks a database: its data is kept, and it does not serve until it is unparked. It goes on after the answer: \`status\`
  tells how far it is. Classic databases only; serverless ones hibernate by themselves.
  """
  parkDatabase("Which database." input: ParkDatabaseInput!): ParkDatabasePayload

  "Takes a parked database back into service. It goes on after the answer: \`status\` tells how far it is."
  unparkDatabase("Which database." input: UnparkDatabaseInput!): UnparkDatabasePayload

  """
  Gives a classic database more capacity; it cannot be given less. It goes on after the answer: \`status\` tells how far it
  is.
  """
  resizeDatabase("Which database, and how large." input: ResizeDatabaseInput!): ResizeDatabasePayload

  "Sets the password of a user of a classic database."
  resetDatabasePassword(
    "Which database, whose password."
    input: ResetDatabasePasswordInput!
  ): ResetDatabasePasswordPayload

  """
  Makes URLs under which the files with certificates and addresses can be fetched that drivers need to connect. They are
  good for about five minutes, and whoever has one can fetch the file: keep them secret.
  """
  createSecureBundleUrl("Which database." input: CreateSecureBundleUrlInput!): CreateSecureBundleUrlPayload
}

"What a new database shall be."
input CreateDatabaseInput {
  "The name: letters, digits and a few signs, at most 50 characters. It need not be unique."
  name: String!
  "The cloud provider."
  cloudProvider: CloudProvider!
  "The tier, such as \`serverless\`, as \`availableRegions\` lists them."
  tier: String!
  "The capacity units, 1 or more; 1 for serverless databases."
  capacityUnits: Int!
  "The provider's name of the region, such as \`us-east1\`."
  region: String!
  "The name of the first keyspace; Astra's choice (\`default_keyspace\`) when left out."
  keyspace: String
  "\`vector\` for a database with vectors; without them when left out."
  databaseType: String
  "The name of the first user. Classic databases only."
  username: String
  "The password of the first user. Classic databases only."
  password: String
}

"The new database."
type CreateDatabasePayload {
  "The id that Astra gave the database."
  databaseId: ID!
  "The database. For a moment after its creation Astra may not know it yet: then \`status\` and the like are \`null\`. Ask again."
  database: Database
}

"Which database to terminate: \`id\` or \`databaseId\`, exactly one of the two. There is no default."
input TerminateDatabaseInput {
  "The object id of the database."
  id: ID
  "The id that Astra gave the database, or \`default\` for the default database."
  databaseId: ID
}

"A database that is being terminated."
type TerminateDatabasePayload {
  "The database, as Astra tells it after the request."
  database: Database
}

"Which database to park."
input ParkDatabaseInput {
  "The object id of the database, instead of \`databaseId\`."
  id: ID
  "The id that Astra gave the database. The default database when neither this nor \`id\` is given, or \`default\`."
  databaseId: ID
}

"A database that is being parked."
type ParkDatabasePayload {
  "The database, as Astra tells it after the request."
  database: Database
}

"Which database to take back into service."
input UnparkDatabaseInput {
  "The object id of the database, instead of \`databaseId\`."
  id: ID
  "The id that Astra gave the database. The default database when neither this nor \`id\` is given, or \`default\`."
  databaseId: ID
}

"A database that is being taken back into service."
type UnparkDatabasePayload {
  "The database, as Astra tells it after the request."
  database: Database
}

"Which database to give more capacity, and how much."
input ResizeDatabaseInput {
  "The object id of the database, instead of \`databaseId\`."
  id: ID
  "The id that Astra gave the database. The default database when neither this nor \`id\` is given, or \`default\`."
  databaseId: ID
  "The new total of capacity units: more than now, by at most 3."
  capacityUnits: Int!
}

"A database that is being given more capacity."
type ResizeDatabasePayload {
  "The database, as Astra tells it after the request."
  database: Database
}

"A new password."
input ResetDatabasePasswordInput {
  "The object id of the database, instead of \`databaseId\`."
  id: ID
  "The id that Astra gave the database. The default database when neither this nor \`id\` is given, or \`default\`."
  databaseId: ID
  "The name of the user."
  username: String!
  "The new password, at least 6 characters."
  password: String!
}

"The database whose password was set."
type ResetDatabasePasswordPayload {
  "The database, as Astra tells it after the request."
  database: Database
}

"Which database to connect to."
input CreateSecureBundleUrlInput {
  "The object id of the database, instead of \`databaseId\`."
  id: ID
  "The id that Astra gave the database. The default database when neither this nor \`id\` is given, or \`default\`."
  databaseId: ID
  "Whether to answer one bundle for each datacenter, instead of the first datacenter's alone."
  all: Boolean! = false
}

"Where the files are that drivers need to connect."
type CreateSecureBundleUrlPayload {
  "One bundle, or one for each datacenter."
  bundles: [SecureBundle!]!
}

"Where a file is that drivers need to connect to one datacenter."
type SecureBundle {
  "The URL of the file, for connections over the internet."
  downloadUrl: String!
  "The URL of the file for connections within a private network."
  internalDownloadUrl: String
  "The URL of the file for connections of a migration proxy."
  migrationProxyDownloadUrl: String
  "The URL of the file for connections of a migration proxy within a private network."
  internalMigrationProxyDownloadUrl: String
  "Astra's id of the datacenter."
  datacenterId: ID
  "The provider's name of the region."
  region: String
  "The cloud provider: \`AWS\`, \`GCP\` or \`AZURE\`."
  cloudProvider: String
}
`,
  // schema/universal/mutations/document.graphql
  `extend type Mutation {
  """
  Creates a document, an object or a list that is not empty. The collection must exist: see \`createCollection\`. When you
  give the id, the document is looked for first, which costs one upstream request; looking and writing are two steps, and of
  two clients that create the same document at the same time both may succeed.
  """
  createDocument("Which collection, and the document." input: CreateDocumentInput!): CreateDocumentPayload

  """
  Creates many documents. It is not atomic: \`results\` tells for each document how it ended. With \`idPath\` it is one upstream
  request, and documents that have the id already are replaced; without it each document gets an id of its own and is
  written by itself, several at a time.
  """
  createDocuments("Which collection, and the documents." input: CreateDocumentsInput!): CreateDocumentsPayload

  """
  Replaces a document, or what is at a path in it. What does not exist yet is created, with all that leads to it.
  """
  replaceDocument("Which document, and what to put there." input: ReplaceDocumentInput!): ReplaceDocumentPayload

  """
  Merges an object into a document, or into the object at a path in it. The merge is one level deep: each member that is given
  takes the place of the whole former one; the others stay. A null is stored as null. A scalar at a path takes the place of
  what was there. What does not exist yet is created.
  """
  updateDocument("Which document, and what to merge into it." input: UpdateDocumentInput!): UpdateDocumentPayload

  """
  Deletes a document, or what is at a path in it. Whatever becomes empty by it goes too, up to the document itself. A list
  element leaves a null behind, except the last one. It is looked first whether there is something to delete, which costs one
  upstream request; looking and deleting are two steps.
  """
  deleteDocument("Which document." input: DeleteDocumentInput!): DeleteDocumentPayload

  """
  Deletes many documents, several at a time. It is not atomic: \`results\` tells for each id how it ended. As with
  \`deleteDocument\` each is looked for first, which doubles the upstream requests.
  """
  deleteDocuments("Which documents." input: DeleteDocumentsInput!): DeleteDocumentsPayload

  """
  Appends a value to a list in a document. The upstream reads and writes the whole list: of two clients that do so at the
  same time one may be lost. \`NOT_FOUND\` when there is no such document or nothing at the path.
  """
  pushToDocument("Which list, and the value." input: PushToDocumentInput!): PushToDocumentPayload

  """
  Takes the last element off a list in a document. The upstream reads and writes the whole list: two clients that do so at the
  same time may get the same element. \`NOT_FOUND\` when there is no such document or nothing at the path.
  """
  popFromDocument("Which list." input: PopFromDocumentInput!): PopFromDocumentPayload

  "Sets values at several paths of a document at once; the rest stays. What does not exist yet is created."
  setInDocument("Which document, and the values by their paths." input: SetInDocumentInput!): SetInDocumentPayload
}

"A new document."
input CreateDocumentInput {
  "The database of the collection. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String!
  "The exact name of the collection."
  collection: String!
  "The id of the document within its collection; a new random one when left out."
  documentId: ID
  "The document: an object or a list, not empty."
  data: JSON!
  "After how many seconds the document is deleted by itself, 1 or more; never when left out."
  ttlSeconds: Int
  "The vector of the document, with as many numbers as the \`dimension\` of the collection. Needs the capability \`VECTOR_SEARCH\`."
  vector: [Float!]
  "A text of which the embedding service of the collection makes the vector. Not together with \`vector\`."
  vectorText: String
  "Whether to leave a document that has the id as it is, instead of failing with \`CONFLICT\`. Of use only with \`documentId\`."
  ifNotExists: Boolean! = false
}

"The new document."
type CreateDocumentPayload {
  "Whether the document was created: false when it existed, and \`ifNotExists\` was set."
  created: Boolean!
  "The document. Selecting more of it than its ids and the names of its parents costs one upstream request more."
  document: Document
}

"New documents of one collection."
input CreateDocumentsInput {
  "The database of the collection. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String!
  "The exact name of the collection."
  collection: String!
  "The documents: objects or lists, not empty. At most as many as the operator allows."
  documents: [JSON!]!
  """
  Where each document holds its id: a text, a number or a boolean, whose text is the id. A document without one, and an id
  that occurs twice, is refused before anything is written. New random ids when left out.
  """
  idPath: DocumentPath
  "After how many seconds the documents are deleted by themselves, 1 or more; never when left out."
  ttlSeconds: Int
  """
  The vectors of the documents, as many as there are documents and in their order; null for a document without one. No
  document has one when left out. Needs the capability \`VECTOR_SEARCH\`.
  """
  vectors: [[Float!]]
}

"How it ended for each of the new documents."
type CreateDocumentsPayload {
  "One result for each document, in the order in which they were given."
  results: [CreateDocumentsResult!]!
}

"How the creation of one document ended."
type CreateDocumentsResult {
  "The place of the document in \`documents\`, counted from 0."
  index: Int!
  "The id of the document within its collection; \`null\` when it failed."
  documentId: ID
  "The document; \`null\` when it failed. Selecting more of it than its ids costs one upstream request for each."
  document: Document
  "Why it failed; \`null\` when it did not."
  error: WriteError
}

"What to put in the place of a document, which is named by \`id\` or by \`namespace\`, \`collection\` and \`documentId\`, exactly one of the two."
input ReplaceDocumentInput {
  "The object id of the document."
  id: ID
  "The database of the document. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String
  "The exact name of the collection."
  collection: String
  "The id of the document within its collection."
  documentId: ID
  "Where in the document to put it; the whole document is replaced when left out."
  path: DocumentPath
  "The document, an object or a list that is not empty; at a path any value. Null is a value, so it may not be left out."
  data: JSON
  "After how many seconds the document is deleted by itself, 1 or more; never when left out. Only for whole documents."
  ttlSeconds: Int
  "Whether the new values live as long as the rest of the document; for ever when not set. Only with \`path\`."
  keepTtl: Boolean! = false
  """
  The vector of the document, with as many numbers as the \`dimension\` of the collection; the document has none when left out.
  Only for whole documents. Needs the capability \`VECTOR_SEARCH\`.
  """
  vector: [Float!]
  "A text of which the embedding service of the collection makes the vector. Not together with \`vector\`, and only for whole documents."
  vectorText: String
}

"The document of which something was replaced."
type ReplaceDocumentPayload {
  "The document. Selecting more of it than its ids and the names of its parents costs one upstream request more."
  document: Document
}

"What to merge into a document, which is named by \`id\` or by \`namespace\`, \`collection\` and \`documentId\`, exactly one of the two."
input UpdateDocumentInput {
  "The object id of the document."
  id: ID
  "The database of the document. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String
  "The exact name of the collection."
  collection: String
  "The id of the document within its collection."
  documentId: ID
  "Into what of the document to merge; into the document itself when left out."
  path: DocumentPath
  """
  An object that is not empty; at a path also a text, a number, a boolean or null. It may be left out only where a vector is
  given, which then changes alone.
  """
  data: JSON
  "Whether the new values live as long as the rest of the document; for ever when not set."
  keepTtl: Boolean! = false
  """
  The new vector of the document, with as many numbers as the \`dimension\` of the collection; the vector stays as it is when left
  out. Not together with \`path\`. Needs the capability \`VECTOR_SEARCH\`.
  """
  vector: [Float!]
  "A text of which the embedding service of the collection makes the new vector. Not together with \`vector\` or \`path\`."
  vectorText: String
}

"The changed document."
type UpdateDocumentPayload {
  "The document. Selecting more of it than its ids and the names of its parents costs one upstream request more."
  document: Document
}

"What to delete. The document is named by \`id\` or by \`namespace\`, \`collection\` and \`documentId\`, exactly one of the two."
input DeleteDocumentInput {
  "The object id of the document."
  id: ID
  "The database of the document. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String
  "The exact name of the collection."
  collection: String
  "The id of the document within its collection."
  documentId: ID
  "What of the document to delete; the whole document when left out."
  path: DocumentPath
  "Whether to do nothing when there is nothing to delete, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"What was deleted."
type DeleteDocumentPayload {
  "The object id that the document had; \`null\` when there was none, and when only a part was to be deleted."
  deletedId: ID
  "The path in the document that was deleted; \`null\` when nothing was there, and when no path was given."
  deletedPath: DocumentPath
  """
  The document of which a part was to be deleted; \`null\` when no path was given. Its \`data\` is \`null\` when nothing is left
  of it. Selecting more of it than its ids and the names of its parents costs one upstream request more.
  """
  document: Document
}

"Which documents of one collection to delete."
input DeleteDocumentsInput {
  "The database of the collection. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String!
  "The exact name of the collection."
  collection: String!
  "The ids of the documents within their collection. None may occur twice. At most as many as the operator allows."
  documentIds: [ID!]!
  "Whether to do nothing for ids without a document, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"How it ended for each of the ids."
type DeleteDocumentsPayload {
  "One result for each id, in the order in which they were given."
  results: [DeleteDocumentsResult!]!
}

"How the deletion of one document ended."
type DeleteDocumentsResult {
  "The place of the id in \`documentIds\`, counted from 0."
  index: Int!
  "The object id that the document had; \`null\` when there was none, or when it failed."
  deletedId: ID
  "Why it failed; \`null\` when it did not."
  error: WriteError
}

"What to append to which list. The document is named by \`id\` or by \`namespace\`, \`collection\` and \`documentId\`, exactly one of the two."
input PushToDocumentInput {
  "The object id of the document."
  id: ID
  "The database of the document. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String
  "The exact name of the collection."
  collection: String
  "The id of the document within its collection."
  documentId: ID
  "Where the list is. An empty path is the document itself."
  path: DocumentPath!
  "The value to append, as one element; null when left out."
  value: JSON
}

"The longer list."
type PushToDocumentPayload {
  "The whole list, with the new value at its end."
  value: JSON
  "The document. Selecting more of it than its ids and the names of its parents costs one upstream request more."
  document: Document
}

"Which list to take the last element off. The document is named by \`id\` or by \`namespace\`, \`collection\` and \`documentId\`, exactly one of the two."
input PopFromDocumentInput {
  "The object id of the document."
  id: ID
  "The database of the document. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String
  "The exact name of the collection."
  collection: String
  "The id of the document within its collection."
  documentId: ID
  "Where the list is. An empty path is the document itself."
  path: DocumentPath!
}

"The element that was taken off."
type PopFromDocumentPayload {
  "The element."
  value: JSON
  "The document. Selecting more of it than its ids and the names of its parents costs one upstream request more."
  document: Document
}

"What to set in a document, which is named by \`id\` or by \`namespace\`, \`collection\` and \`documentId\`, exactly one of the two."
input SetInDocumentInput {
  "The object id of the document."
  id: ID
  "The database of the document. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String
  "The exact name of the collection."
  collection: String
  "The id of the document within its collection."
  documentId: ID
  "Where in the document the paths of \`values\` begin; at the document itself when left out."
  path: DocumentPath
  "Path to value, at least one, such as \`{\\"address.city\\": \\"Bern\\", \\"tags.[0]\\": null}\`. No path may lead through another."
  values: JSONObject!
}

"The changed document."
type SetInDocumentPayload {
  "The document. Selecting more of it than its ids and the names of its parents costs one upstream request more."
  document: Document
}
`,
  // schema/universal/mutations/errors.graphql
  `"How one item of many failed. The other items stand."
type WriteError {
  "The kind of the failure: what \`extensions.code\` of an error would say."
  code: ErrorCode!
  "What is wrong, in a sentence, with the value that was given and the cure where there is one."
  message: String!
}

"""
The kinds of failures, as \`extensions.code\` of an error and \`WriteError.code\` name them. A request that is not a GraphQL
operation that could be run (bad JSON, bad syntax, unknown fields) has the usual codes of GraphQL servers beside these.
"""
enum ErrorCode {
  "No token was sent, or one that is not known (any more)."
  UNAUTHENTICATED
  "The token is known, but may not do this."
  FORBIDDEN
  "What should be changed or deleted does not exist. Reading a missing object by its key answers \`null\` instead."
  NOT_FOUND
  "It exists already, or its present state does not allow the change."
  CONFLICT
  "A name, key, value, filter, option or variable cannot be used as it is; the message names it and the cure."
  BAD_USER_INPUT
  "A cursor was altered, or is used with other arguments than those it was made for."
  INVALID_CURSOR
  "Upstream or the gateway asks to slow down; \`retryAfterMs\` says how long, where that is known."
  RATE_LIMITED
  "The back end of this database cannot do it at all; see \`Database.capabilities\`."
  NOT_SUPPORTED
  "The database does not serve at the moment: it is parked, hibernated, resuming or terminated; \`retryAfterMs\` where it wakes up."
  DATABASE_UNAVAILABLE
  "No answer came in time. A write may have happened all the same."
  UPSTREAM_TIMEOUT
  """
  Upstream or its database could not be reached, closed the connection, has an open circuit breaker, or a full queue. A write may
  have happened all the same.
  """
  UPSTREAM_UNAVAILABLE
  "Upstream failed, or answered something that it should not."
  UPSTREAM_ERROR
  "The operation needed more upstream requests than one operation may make. What was done before stands."
  UPSTREAM_BUDGET_EXCEEDED
  "A fault of the gateway itself. Its message is in the log, under the same \`requestId\`, and kept from the client."
  INTERNAL_SERVER_ERROR
}
`,
  // schema/universal/mutations/keyspace.graphql
  `extend type Mutation {
  """
  Creates a keyspace. On Astra the database is in \`MAINTENANCE\` for a while afterwards: \`database { status }\` tells how far it
  is. What needs the keyspace meanwhile waits for it.
  """
  createKeyspace("What the keyspace shall be." input: CreateKeyspaceInput!): CreateKeyspacePayload

  """
  Deletes a keyspace with all its tables, collections and their data. This cannot be undone. On Astra the database is in
  \`MAINTENANCE\` for a while afterwards.
  """
  deleteKeyspace("Which keyspace." input: DeleteKeyspaceInput!): DeleteKeyspacePayload
}

"What a new keyspace shall be."
input CreateKeyspaceInput {
  "The database in which to create it. The default database when left out, or \`default\`."
  databaseId: ID
  "The name: letters, digits and underscores, at most 48 characters. Letter case counts."
  name: String!
  "How many copies of each row to keep, where that is not said by datacenter. \`NOT_SUPPORTED\` on Astra."
  replicas: Int
  "How many copies to keep in which datacenter. \`NOT_SUPPORTED\` on Astra."
  datacenters: [KeyspaceDatacenterInput!]
  "Whether to leave a keyspace of this name as it is, instead of failing with \`CONFLICT\`."
  ifNotExists: Boolean! = false
}

"How often a datacenter shall keep the data of a keyspace."
input KeyspaceDatacenterInput {
  "The name of the datacenter."
  name: String!
  "How many copies of each row to keep, 1 or more."
  replicas: Int!
}

"The new keyspace."
type CreateKeyspacePayload {
  "Whether the keyspace was created: false when it existed, and \`ifNotExists\` was set."
  created: Boolean!
  "The keyspace."
  keyspace: Keyspace
  "The database, whose status tells how far the creation is."
  database: Database
}

"Which keyspace to delete: by \`id\` or by \`keyspace\`, exactly one of the two."
input DeleteKeyspaceInput {
  "The object id of the keyspace."
  id: ID
  "The database of the keyspace. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String
  "Whether to do nothing when there is no such keyspace, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"The keyspace that was deleted."
type DeleteKeyspacePayload {
  "The object id that the keyspace had; \`null\` when there was none."
  deletedId: ID
  "The database, whose status tells how far the deletion is."
  database: Database
}
`,
  // schema/universal/mutations/namespace.graphql
  `extend type Mutation {
  """
  Creates a namespace, which is a keyspace at the same time. On Astra the database is in \`MAINTENANCE\` for a while
  afterwards: \`database { status }\` tells how far it is.
  """
  createNamespace("What the namespace shall be." input: CreateNamespaceInput!): CreateNamespacePayload

  """
  Deletes a namespace with all its collections, the tables of the keyspace that it is, and their data. This cannot be
  undone.
  """
  deleteNamespace("Which namespace." input: DeleteNamespaceInput!): DeleteNamespacePayload
}

"What a new namespace shall be."
input CreateNamespaceInput {
  "The database in which to create it. The default database when left out, or \`default\`."
  databaseId: ID
  "The name: letters, digits and underscores, at most 48 characters. Letter case counts."
  name: String!
  "How many copies of each document to keep, where that is not said by datacenter. \`NOT_SUPPORTED\` on Astra."
  replicas: Int
  "How many copies to keep in which datacenter. \`NOT_SUPPORTED\` on Astra."
  datacenters: [KeyspaceDatacenterInput!]
  "Whether to leave a namespace of this name as it is, instead of failing with \`CONFLICT\`."
  ifNotExists: Boolean! = false
}

"The new namespace."
type CreateNamespacePayload {
  "Whether the namespace was created: false when it existed, and \`ifNotExists\` was set."
  created: Boolean!
  "The namespace."
  namespace: Namespace
  "The database, whose status tells how far the creation is."
  database: Database
}

"Which namespace to delete: by \`id\` or by \`namespace\`, exactly one of the two."
input DeleteNamespaceInput {
  "The object id of the namespace."
  id: ID
  "The database of the namespace. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the namespace."
  namespace: String
  "Whether to do nothing when there is no such namespace, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"The namespace that was deleted."
type DeleteNamespacePayload {
  "The object id that the namespace had; \`null\` when there was none."
  deletedId: ID
  "The database, whose status tells how far the deletion is."
  database: Database
}
`,
  // schema/universal/mutations/row.graphql
  `"""
What can be changed. Each mutation takes one \`input\` and answers one payload. Those of one operation run one after another;
when one fails, those before it stand, and those behind it run all the same.

A mutation of many tells for each item how it ended. What its items need of upstream is counted before the first is written; where
the operator allows less, it is refused as a whole, with the number of items that fits.

What exists is named by its object id or by its parts, exactly one of the two. Creating something that exists fails with
\`CONFLICT\` unless \`ifNotExists\` is set, deleting something that does not exist with \`NOT_FOUND\` unless \`ifExists\` is set.
"""
type Mutation {
  """
  Creates a row. Cassandra itself would overwrite a row with the same key, so it is looked for first, which costs one
  upstream request. Looking and writing are two steps: of two clients that create the same row at the same time both may
  succeed, and the later one's values stand. Counter tables: use \`updateRow\`.
  """
  createRow("Which table, and the row." input: CreateRowInput!): CreateRowPayload

  """
  Creates many rows, several at a time. It is not atomic: \`results\` tells for each row how it ended. As with \`createRow\`
  the rows are looked for first, but together.
  """
  createRows("Which table, and the rows." input: CreateRowsInput!): CreateRowsPayload

  """
  Replaces a row, or creates it when there is none. Regular columns that are not given become null; static columns, which
  the rows of a partition share, change only when they are given. Counter tables: use \`updateRow\`.
  """
  replaceRow("Which row, and all its values." input: ReplaceRowInput!): ReplaceRowPayload

  """
  Changes columns of a row; the others stay. A row that does not exist is created. On counter columns the value is added to
  what is stored, so a repeated call counts twice. Without clustering columns in the key the static columns of a partition
  are changed.
  """
  updateRow("Which row, and the values to change." input: UpdateRowInput!): UpdateRowPayload

  "Changes columns of many rows, several at a time. It is not atomic: \`results\` tells for each row how it ended."
  updateRows("Which table, and the keys and values." input: UpdateRowsInput!): UpdateRowsPayload

  """
  Deletes one row by its whole key. A part of a key is refused: \`deleteRowRange\` deletes many. The row is looked for first,
  which costs one upstream request; looking and deleting are two steps, and a row that appears in between is deleted too.
  """
  deleteRow("Which row." input: DeleteRowInput!): DeleteRowPayload

  """
  Deletes many rows by their whole keys, several at a time. It is not atomic: \`results\` tells for each key how it ended. As
  with \`deleteRow\` the rows are looked for first, but together.
  """
  deleteRows("Which table, and the keys." input: DeleteRowsInput!): DeleteRowsPayload

  """
  Deletes all rows whose key begins with the given values: a whole partition, or a part of one. This cannot be undone. It is
  looked first whether there is one, in a step of its own.
  """
  deleteRowRange("Which rows." input: DeleteRowRangeInput!): DeleteRowRangePayload
}

"A new row."
input CreateRowInput {
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String!
  "The exact name of the table."
  table: String!
  "The values, all key columns among them. Columns that are left out are null."
  values: RowValues!
  "Whether to leave a row with this key as it is, instead of failing with \`CONFLICT\`."
  ifNotExists: Boolean! = false
}

"The new row."
type CreateRowPayload {
  "Whether the row was created: false when it existed, and \`ifNotExists\` was set."
  created: Boolean!
  "The row. Selecting more of it than its id, its key and the names of its parents costs one upstream request more."
  row: Row
}

"New rows of one table."
input CreateRowsInput {
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String!
  "The exact name of the table."
  table: String!
  "The values of each row, all key columns among them. No key may occur twice. At most as many as the operator allows."
  rows: [RowValues!]!
  "Whether to leave rows with these keys as they are, instead of failing with \`CONFLICT\`."
  ifNotExists: Boolean! = false
}

"How it ended for each of the new rows."
type CreateRowsPayload {
  "One result for each row, in the order in which they were given."
  results: [CreateRowsResult!]!
}

"How the creation of one row ended."
type CreateRowsResult {
  "The place of the row in \`rows\`, counted from 0."
  index: Int!
  "Whether the row was created: false when it failed, or when it existed and \`ifNotExists\` was set."
  created: Boolean!
  "The row; \`null\` when it failed."
  row: Row
  "Why it failed; \`null\` when it did not."
  error: WriteError
}

"All values of a row, which is named by \`id\` or by \`keyspace\`, \`table\` and \`key\`, exactly one of the two."
input ReplaceRowInput {
  "The object id of the row."
  id: ID
  "The database of the row. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String
  "The exact name of the table."
  table: String
  "The whole primary key."
  key: RowKey
  "The values of the other columns. Regular columns that are left out become null."
  values: RowValues!
}

"The replaced row."
type ReplaceRowPayload {
  "The row. Selecting more of it than its id, its key and the names of its parents costs one upstream request more."
  row: Row
}

"Values to change in a row, which is named by \`id\` or by \`keyspace\`, \`table\` and \`key\`, exactly one of the two."
input UpdateRowInput {
  "The object id of the row."
  id: ID
  "The database of the row. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String
  "The exact name of the table."
  table: String
  "The whole primary key; without the clustering columns when all values are static."
  key: RowKey
  "The values to change, at least one. Null deletes a value. On counter columns the value is added."
  values: RowValues!
}

"The changed row."
type UpdateRowPayload {
  "The row. Selecting more of it than its id, its key and the names of its parents costs one upstream request more."
  row: Row
}

"Values to change in rows of one table."
input UpdateRowsInput {
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String!
  "The exact name of the table."
  table: String!
  "The keys and values. No key may occur twice. At most as many as the operator allows."
  rows: [UpdateRowsItem!]!
}

"Values to change in one row of many."
input UpdateRowsItem {
  "The whole primary key; without the clustering columns when all values are static."
  key: RowKey!
  "The values to change, at least one. Null deletes a value. On counter columns the value is added."
  values: RowValues!
}

"How it ended for each of the changed rows."
type UpdateRowsPayload {
  "One result for each row, in the order in which they were given."
  results: [UpdateRowsResult!]!
}

"How the change of one row ended."
type UpdateRowsResult {
  "The place of the row in \`rows\`, counted from 0."
  index: Int!
  "The row; \`null\` when it failed."
  row: Row
  "Why it failed; \`null\` when it did not."
  error: WriteError
}

"Which row to delete: by \`id\` or by \`keyspace\`, \`table\` and \`key\`, exactly one of the two."
input DeleteRowInput {
  "The object id of the row."
  id: ID
  "The database of the row. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String
  "The exact name of the table."
  table: String
  "The whole primary key."
  key: RowKey
  "Whether to do nothing when there is no such row, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"The row that was deleted."
type DeleteRowPayload {
  "The object id that the row had; \`null\` when there was none."
  deletedId: ID
}

"Which rows of one table to delete."
input DeleteRowsInput {
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String!
  "The exact name of the table."
  table: String!
  "The whole primary keys. No key may occur twice. At most as many as the operator allows."
  keys: [RowKey!]!
  "Whether to do nothing for keys without a row, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"How it ended for each of the keys."
type DeleteRowsPayload {
  "One result for each key, in the order in which they were given."
  results: [DeleteRowsResult!]!
}

"How the deletion of one row ended."
type DeleteRowsResult {
  "The place of the key in \`keys\`, counted from 0."
  index: Int!
  "The object id that the row had; \`null\` when there was none, or when it failed."
  deletedId: ID
  "Why it failed; \`null\` when it did not."
  error: WriteError
}

"Which rows to delete by the beginning of their key."
input DeleteRowRangeInput {
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String!
  "The exact name of the table."
  table: String!
  "A leading part of the primary key: the whole partition key, and any number of clustering columns in their order."
  keyPrefix: RowKey!
  "Whether to do nothing when there is no such row, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"The rows that were deleted."
type DeleteRowRangePayload {
  "The leading part of the key of all rows that were deleted; \`null\` when there was none. How many they were is not known."
  deletedKeyPrefix: RowKey
  "The table that had the rows."
  table: Table
}
`,
  // schema/universal/mutations/table-index.graphql
  `extend type Mutation {
  "Creates an index on a column, which makes conditions on this column possible. It is filled after the answer."
  createIndex("Which column, and what the index shall be." input: CreateIndexInput!): CreateIndexPayload

  "Deletes an index. Conditions that need it are refused from then on."
  deleteIndex("Which index." input: DeleteIndexInput!): DeleteIndexPayload
}

"What a new index shall be. Its table is named by \`tableId\` or by \`keyspace\` and \`table\`, exactly one of the two."
input CreateIndexInput {
  "The object id of the table, instead of \`keyspace\` and \`table\`."
  tableId: ID
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace, with \`table\`."
  keyspace: String
  "The exact name of the table, with \`keyspace\`."
  table: String
  "The exact name of the column."
  column: String!
  "The name of the index, which must be unique in the keyspace; Cassandra's choice (\`table_column_idx\`) when left out."
  name: String
  "What of a collection column to index; Cassandra's choice (\`VALUES\`) when left out. For collection columns only."
  kind: IndexKind
  "The class of a custom index, such as \`StorageAttachedIndex\`; Cassandra's own secondary index when left out."
  type: String
  "Options of a custom index: name to text. Only with \`type\`."
  options: JSONObject
  "How the nearness of two vectors is measured; \`COSINE\` when left out. For vector columns only. Needs the capability \`VECTOR_SEARCH\`."
  metric: VectorMetric
  "Whether to leave an index of this name as it is, instead of failing with \`CONFLICT\`."
  ifNotExists: Boolean! = false
}

"What of a collection column is indexed."
enum IndexKind {
  "The keys of a map."
  KEYS
  "The values of a map, or the elements of a list or set."
  VALUES
  "The entries of a map, key and value together."
  ENTRIES
  "A frozen collection as a whole."
  FULL
}

"The new index."
type CreateIndexPayload {
  "Whether the index was created: false when it existed, and \`ifNotExists\` was set."
  created: Boolean!
  "The index. Without a name in the input it is the last one on the column."
  index: Index
  "The table of the index."
  table: Table
}

"Which index to delete. Its table is named by \`tableId\` or by \`keyspace\` and \`table\`, exactly one of the two."
input DeleteIndexInput {
  "The object id of the table, instead of \`keyspace\` and \`table\`."
  tableId: ID
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace, with \`table\`."
  keyspace: String
  "The exact name of the table, with \`keyspace\`."
  table: String
  "The exact name of the index."
  index: String!
  "Whether to do nothing when the table has no such index, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"The index that was deleted."
type DeleteIndexPayload {
  "The name that the index had, for indexes have no object ids; \`null\` when there was none."
  deletedId: ID
  "The table that had the index."
  table: Table
}
`,
  // schema/universal/mutations/table.graphql
  `extend type Mutation {
  """
  Creates a table. A default time to live is set by a second upstream request; when only that one fails, the error says
  that the table exists without it, and \`replaceTableOptions\` can make up for it.
  """
  createTable("What the table shall be." input: CreateTableInput!): CreateTablePayload

  "Sets the options of a table. Its columns and its key stay as they are."
  replaceTableOptions("Which table, and its options." input: ReplaceTableOptionsInput!): ReplaceTableOptionsPayload

  "Deletes a table with all its rows. This cannot be undone."
  deleteTable("Which table." input: DeleteTableInput!): DeleteTablePayload
}

"What a new table shall be."
input CreateTableInput {
  "The database in which to create it. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String!
  "The name: letters, digits and underscores, at most 48 characters. Letter case counts."
  name: String!
  "The columns, those of the key included, each name once."
  columns: [ColumnInput!]!
  "Which of the columns make the key, in the order that counts. It cannot be changed later."
  primaryKey: PrimaryKeyInput!
  "After how many seconds rows are deleted by themselves; never when left out, or 0."
  defaultTtlSeconds: Int
  "Whether to leave a table of this name as it is, instead of failing with \`CONFLICT\`. It may have other columns."
  ifNotExists: Boolean! = false
}

"A column of a new table."
input ColumnInput {
  "The name: letters, digits and underscores, at most 48 characters. Letter case counts."
  name: String!
  "The CQL type in lower case, such as \`text\`, \`map<text, int>\` or \`frozen<address>\`."
  type: String!
  "Whether all rows of a partition share the value. Only in tables with clustering columns, and not for key columns."
  isStatic: Boolean! = false
}

"Which columns make the key of a new table, in the order that counts."
input PrimaryKeyInput {
  "The columns of the partition key, which decides on which nodes a row is kept. At least one."
  partitionKey: [String!]!
  "The clustering columns, which tell the rows of a partition apart and give them their order."
  clusteringKey: [ClusteringColumnInput!]! = []
}

"A clustering column of a new table."
input ClusteringColumnInput {
  "The name of the column."
  name: String!
  "The order in which the rows of a partition are kept."
  order: SortOrder! = ASC
}

"The new table."
type CreateTablePayload {
  "Whether the table was created: false when it existed, and \`ifNotExists\` was set."
  created: Boolean!
  "The table. When it existed, as it is: it may have other columns than were asked for."
  table: Table
}

"New options of a table, which is named by \`id\` or by \`keyspace\` and \`table\`, exactly one of the two."
input ReplaceTableOptionsInput {
  "The object id of the table."
  id: ID
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String
  "The exact name of the table."
  table: String
  "After how many seconds rows that are written from now on are deleted by themselves: 1 to 630,720,000, or 0 for never."
  defaultTtlSeconds: Int!
}

"The table with its new options."
type ReplaceTableOptionsPayload {
  "The table."
  table: Table
}

"Which table to delete: by \`id\` or by \`keyspace\` and \`table\`, exactly one of the two."
input DeleteTableInput {
  "The object id of the table."
  id: ID
  "The database of the table. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String
  "The exact name of the table."
  table: String
  "Whether to do nothing when there is no such table, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"The table that was deleted."
type DeleteTablePayload {
  "The object id that the table had; \`null\` when there was none."
  deletedId: ID
}
`,
  // schema/universal/mutations/type.graphql
  `extend type Mutation {
  "Creates a user-defined type in a keyspace."
  createUserDefinedType("What the type shall be." input: CreateUserDefinedTypeInput!): CreateUserDefinedTypePayload

  """
  Adds fields to a user-defined type and renames fields. Fields are added one by one, then all renames happen at once; when
  it fails in between, the fields that were added stay.
  """
  updateUserDefinedType(
    "Which type, and what to change."
    input: UpdateUserDefinedTypeInput!
  ): UpdateUserDefinedTypePayload

  "Deletes a user-defined type. One that a table or another type uses cannot be deleted."
  deleteUserDefinedType("Which type." input: DeleteUserDefinedTypeInput!): DeleteUserDefinedTypePayload
}

"What a new user-defined type shall be."
input CreateUserDefinedTypeInput {
  "The database in which to create it. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String!
  "The name: letters, digits and underscores, at most 48 characters. Letter case counts."
  name: String!
  "The fields, at least one, each name once."
  fields: [UserDefinedTypeFieldInput!]!
  "Whether to leave a type of this name as it is, instead of failing with \`CONFLICT\`. It may have other fields."
  ifNotExists: Boolean! = false
}

"A field of a user-defined type."
input UserDefinedTypeFieldInput {
  "The name: letters, digits and underscores, at most 48 characters. Letter case counts."
  name: String!
  "The CQL type in lower case. Types within it must be frozen, as in \`frozen<list<text>>\`."
  type: String!
}

"The new type."
type CreateUserDefinedTypePayload {
  "Whether the type was created: false when it existed, and \`ifNotExists\` was set."
  created: Boolean!
  "The type. When it existed, as it is: it may have other fields than were asked for."
  type: UserDefinedType
  "The keyspace of the type."
  keyspace: Keyspace
}

"What to change in a user-defined type: at least one of \`addFields\` and \`renameFields\`."
input UpdateUserDefinedTypeInput {
  "The database of the type. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String!
  "The exact name of the type."
  type: String!
  "Fields to add behind the present ones. They are null in values that are stored already."
  addFields: [UserDefinedTypeFieldInput!]
  "Fields to rename, all at once. A field that was added by the same mutation may be among them."
  renameFields: [RenameFieldInput!]
}

"A new name of a field."
input RenameFieldInput {
  "The present name of the field, exactly."
  from: String!
  "The new name: letters, digits and underscores, at most 48 characters. Letter case counts."
  to: String!
}

"The changed type."
type UpdateUserDefinedTypePayload {
  "The type, with its fields as they are now."
  type: UserDefinedType
  "The keyspace of the type."
  keyspace: Keyspace
}

"Which user-defined type to delete."
input DeleteUserDefinedTypeInput {
  "The database of the type. The default database when left out, or \`default\`."
  databaseId: ID
  "The exact name of the keyspace."
  keyspace: String!
  "The exact name of the type."
  type: String!
  "Whether to do nothing when there is no such type, instead of failing with \`NOT_FOUND\`."
  ifExists: Boolean! = false
}

"The type that was deleted."
type DeleteUserDefinedTypePayload {
  "The name that the type had, for types have no object ids; \`null\` when there was none."
  deletedId: ID
  "The keyspace that had the type."
  keyspace: Keyspace
}
`,
];
