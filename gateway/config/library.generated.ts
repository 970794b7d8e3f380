/** Written by "npm run settings" from the settings. */
export interface GatewaySettings {
  /** Log faults and failed upstream calls alone, not each request; show no progress (default false) */
  readonly quiet?: boolean | undefined;
  /** Astra: endpoint of the default database, https://{id}-{region}.apps.astra.datastax.com */
  readonly apiEndpoint?: string | undefined;
  /** Astra: id of the default database, instead of its endpoint */
  readonly databaseId?: string | undefined;
  /** Astra: region of the default database, with its id */
  readonly region?: string | undefined;
  /** Astra: a token of the gateway's own; used only if serveWithoutToken is true */
  readonly applicationToken?: string | undefined;
  /** Astra: base URL of the DevOps API (default https://api.astra.datastax.com) */
  readonly devopsUrl?: string | undefined;
  /** Astra: origins besides Astra's own to which tokens may be sent */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Self-hosted Stargate: what its database is called in the graph (default stargate) */
  readonly stargateName?: string | undefined;
  /** Self-hosted Stargate: base URL of the REST API, such as http://localhost:8082 */
  readonly stargateRestUrl?: string | undefined;
  /** Self-hosted Stargate: base URL of the Document API, such as http://localhost:8180 */
  readonly stargateDocumentUrl?: string | undefined;
  /** Self-hosted Stargate: base URL of the auth API, such as http://localhost:8081 */
  readonly stargateAuthUrl?: string | undefined;
  /** How long an upstream call may take (default 10000; 1 to 2147483647) */
  readonly upstreamTimeoutMs?: number | undefined;
  /** How long an upstream call that changes a schema may take (default 60000; 1 to 2147483647) */
  readonly schemaTimeoutMs?: number | undefined;
  /** How long an operation may wait for upstream in all; changes of a schema are not counted (default 30000; 1 to 2147483647) */
  readonly operationTimeoutMs?: number | undefined;
  /** How often an upstream read that failed in passing is sent again (default 2; 0 to 10) */
  readonly maxRetries?: number | undefined;
  /** The longest wait before that; where upstream asks for more, the client is told instead (default 2000; 1 to 2147483647) */
  readonly maxRetryWaitMs?: number | undefined;
  /** Most upstream calls under way to one host (default 64; 1 to 2147483647) */
  readonly maxCallsAtOnce?: number | undefined;
  /** Most upstream calls to one host that wait for their turn; further ones are refused (default 1000; 0 to 2147483647) */
  readonly maxCallsWaiting?: number | undefined;
  /** A host is left alone when more than half of at least so many calls of ten seconds failed (default 20; 1 to 2147483647) */
  readonly breakerMinCalls?: number | undefined;
  /** How long it is left alone before one call tries it again (default 5000; 1 to 2147483647) */
  readonly breakerOpenMs?: number | undefined;
  /** Serve clients without a token with the gateway's own; true on the embedded upstream while it listens on loopback, else false */
  readonly serveWithoutToken?: boolean | undefined;
  /** Take the header Authorization: Bearer as a token; true, but false in a subgraph, where a router uses it for itself */
  readonly acceptAuthorization?: boolean | undefined;
  /** Origins of web pages elsewhere that may ask the gateway */
  readonly corsOrigins?: readonly string[] | undefined;
  /** Answer browsers at /graphql with GraphiQL (default true) */
  readonly graphiql?: boolean | undefined;
  /** Tell clients that send X-Astra-Receipt: true what their operation cost upstream; true on the embedded upstream while it listens on loopback, else false */
  readonly receipt?: boolean | undefined;
  /** Let identical queries under way at the same time, of the same token, share one execution (default false) */
  readonly coalesce?: boolean | undefined;
  /** Serve an Apollo Federation 2 subgraph, for a router to put together with others (default false) */
  readonly subgraph?: boolean | undefined;
  /** In a subgraph: what the names of all types begin with, such as Astra */
  readonly typePrefix?: string | undefined;
  /** Use the defaults for production; settings that are given keep their value (default false) */
  readonly production?: boolean | undefined;
  /** Host names answered beside those of loopback, such as api.example.com, *.example.com or *; unless given none on loopback, elsewhere any */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Answer questions about the schema (default true) */
  readonly introspection?: boolean | undefined;
  /** Let errors about unknown names say which names are known: Did you mean …? (default true) */
  readonly suggestions?: boolean | undefined;
  /** Tell browsers not to keep answers, guess their type, put them into frames or name their address (default true) */
  readonly securityHeaders?: boolean | undefined;
  /** HTTP status by GraphQL over HTTP of 2025, or by the draft of 2026: 422 when refused, 294 when partial (default 2025) */
  readonly statusProfile?: '2025' | '2026' | undefined;
  /** Most bytes of a request body (default 2097152; 1 to 2147483647) */
  readonly maxBodyBytes?: number | undefined;
  /** Most bytes of a GraphQL document (default 131072; 1 to 2147483647) */
  readonly maxDocumentBytes?: number | undefined;
  /** Most lexical tokens of an operation (default 5000; 1 to 2147483647) */
  readonly maxTokens?: number | undefined;
  /** Most levels of brackets in a document, and of lists and objects in variables (default 100; 1 to 500) */
  readonly maxNesting?: number | undefined;
  /** Most levels of fields in an operation (default 20; 1 to 2147483647) */
  readonly maxDepth?: number | undefined;
  /** Most fields at the top of an operation, fragments counted wherever they are spread (default 100; 1 to 2147483647) */
  readonly maxRootFields?: number | undefined;
  /** Most aliases in an operation, fragments counted wherever they are spread (default 200; 1 to 2147483647) */
  readonly maxAliases?: number | undefined;
  /** Most directives in an operation, fragments counted wherever they are spread (default 100; 1 to 2147483647) */
  readonly maxDirectives?: number | undefined;
  /** Most fields in an operation, fragments counted wherever they are spread (default 5000; 1 to 2147483647) */
  readonly maxFields?: number | undefined;
  /** Most sign-in mutations in an operation (default 1; 1 to 2147483647) */
  readonly maxSignIns?: number | undefined;
  /** Most values that an operation may ask for, lists counted by first and by what they are given, and half of the values in JSON (default 500000; 1 to 2147483647) */
  readonly maxCost?: number | undefined;
  /** Most upstream calls of an operation. Bulk mutations have what their items need on top, unless this is below the default (default 500; 1 to 2147483647) */
  readonly maxCalls?: number | undefined;
  /** Most bytes of an answer (default 33554432; 1 to 2147483647) */
  readonly maxAnswerBytes?: number | undefined;
  /** The most that first may ask for (default 1000; 1 to 2147483647) */
  readonly maxFirst?: number | undefined;
  /** Most ids that nodes takes (default 100; 1 to 2147483647) */
  readonly maxIds?: number | undefined;
  /** Most items that a mutation of many takes (default 1000; 1 to 2147483647) */
  readonly maxItems?: number | undefined;
  /** Most requests per minute with the same token; 0 for any number (default 0; 0 to 2147483647) */
  readonly requestsPerToken?: number | undefined;
  /** Most requests per minute from the same address; 0 for any number (default 0; 0 to 2147483647) */
  readonly requestsPerAddress?: number | undefined;
  /** Most sign-ins per minute from the same address; 0 for any number (default 30; 0 to 2147483647) */
  readonly signInsPerAddress?: number | undefined;
  /** How many proxies stand in front and add to X-Forwarded-For, which says the address of a client (default 0; 0 to 10) */
  readonly trustedProxies?: number | undefined;
  /** Manifest of trusted documents, or folder of .graphql files */
  readonly trustedDocuments?: string | undefined;
  /** With trusted documents: off, log those that are not among them, or take them only (default only) */
  readonly trustedDocumentsMode?: 'off' | 'log' | 'only' | undefined;
  /** How many documents to remember for clients that send a hash (automatic persisted queries); 0 for none (default 0; 0 to 2147483647) */
  readonly apqDocuments?: number | undefined;
}
