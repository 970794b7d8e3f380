/** Written by "npm run settings" from the settings. */
export interface GatewaySettings {
  /** Log only faults and failed upstream calls, not each request; show no progress (default false) */
  readonly quiet?: boolean | undefined;
  /** Astra: endpoint of the default database, https://{id}-{region}.apps.astra.datastax.com */
  readonly apiEndpoint?: string | undefined;
  /** Astra: id of the default database, instead of its endpoint */
  readonly databaseId?: string | undefined;
  /** Astra: region of the default database, with its id */
  readonly region?: string | undefined;
  /** Astra: what serves the default database, its Data API (data) or the REST and Document APIs of old (stargate) (default data) */
  readonly astraApi?: 'data' | 'stargate' | undefined;
  /** Astra: the gateway's own token; used only if serveWithoutToken is true */
  readonly applicationToken?: string | undefined;
  /** Astra: base URL of the DevOps API (default https://api.astra.datastax.com) */
  readonly devopsUrl?: string | undefined;
  /** Astra: origins besides Astra's own to which tokens may be sent */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Self-hosted Stargate: name of its database in the graph (default stargate) */
  readonly stargateName?: string | undefined;
  /** Self-hosted Stargate: base URL of the REST API, such as http://localhost:8082 */
  readonly stargateRestUrl?: string | undefined;
  /** Self-hosted Stargate: base URL of the Document API, such as http://localhost:8180 */
  readonly stargateDocumentUrl?: string | undefined;
  /** Self-hosted Stargate: base URL of the auth API, such as http://localhost:8081 */
  readonly stargateAuthUrl?: string | undefined;
  /** Self-hosted Data API, of HCD or DSE 6.9: its base URL, such as http://localhost:8181 */
  readonly dataApiUrl?: string | undefined;
  /** Self-hosted Data API: name of its database in the graph (default data-api) */
  readonly dataApiName?: string | undefined;
  /** Data API: send filters on columns without an index, for which the database reads the whole table (default false) */
  readonly allowFiltering?: boolean | undefined;
  /** Timeout of an upstream call in milliseconds (default 10000; 1 to 2147483647) */
  readonly upstreamTimeoutMs?: number | undefined;
  /** Timeout of an upstream call that changes a schema, in milliseconds (default 60000; 1 to 2147483647) */
  readonly schemaTimeoutMs?: number | undefined;
  /** Milliseconds that an operation may wait for upstream in total, without schema changes (default 30000; 1 to 2147483647) */
  readonly operationTimeoutMs?: number | undefined;
  /** Retries of an upstream read after a transient failure (default 2; 0 to 10) */
  readonly maxRetries?: number | undefined;
  /** Longest wait in milliseconds before a retry; if upstream asks for more, the client gets the error and retryAfterMs (default 2000; 1 to 2147483647) */
  readonly maxRetryWaitMs?: number | undefined;
  /** Most active upstream calls per host; further ones are queued (default 64; 1 to 2147483647) */
  readonly maxCallsAtOnce?: number | undefined;
  /** Most queued upstream calls per host; further ones are refused (default 1000; 0 to 2147483647) */
  readonly maxCallsWaiting?: number | undefined;
  /** Fewest calls in ten seconds for the circuit breaker of a host to open; it opens when more than half of them failed (default 20; 1 to 2147483647) */
  readonly breakerMinCalls?: number | undefined;
  /** Milliseconds that the circuit breaker stays open before one call probes the host (default 5000; 1 to 2147483647) */
  readonly breakerOpenMs?: number | undefined;
  /** What sends upstream calls: the HTTP client of Node, or node-fetch, which takes more than twice its time (default node) */
  readonly httpClient?: 'node' | 'node-fetch' | undefined;
  /** Serve clients without a token with the gateway's own; default true on the embedded upstream while it listens on loopback, else false */
  readonly serveWithoutToken?: boolean | undefined;
  /** Accept the header Authorization: Bearer as a token; default true, false in a subgraph, where the router uses it */
  readonly acceptAuthorization?: boolean | undefined;
  /** Files with the edges of typed graphs and what describes documents, or folders of .graphql files; the sample data brings its own */
  readonly relations?: readonly string[] | undefined;
  /** Origins of other web pages that may send requests; on the embedded upstream those of loopback may while it listens there */
  readonly corsOrigins?: readonly string[] | undefined;
  /** Answer browsers at /graphql with GraphiQL (default true) */
  readonly graphiql?: boolean | undefined;
  /** Add the upstream cost of an operation to answers for clients that send X-Astra-Receipt: true; default true on the embedded upstream while it listens on loopback, else false */
  readonly receipt?: boolean | undefined;
  /** Coalesce requests: identical queries in flight with the same token share one execution (default false) */
  readonly coalesce?: boolean | undefined;
  /** What executes operations: prepared, which works out once what does not depend on data, or graphql-js; answers are the same (default prepared) */
  readonly executor?: 'prepared' | 'graphql-js' | undefined;
  /** Serve an Apollo Federation 2 subgraph, for a router to compose with others (default false) */
  readonly subgraph?: boolean | undefined;
  /** In a subgraph: prefix of all type names, such as Astra; in typed graphs {keyspace} stands for the keyspace, and root fields have it too */
  readonly typePrefix?: string | undefined;
  /** Names in typed graphs: as in CQL, or in camel case (videosByUser, type VideosByUser) (default exact) */
  readonly names?: 'exact' | 'camel' | undefined;
  /** Use the production defaults; settings that are given keep their value (default false) */
  readonly production?: boolean | undefined;
  /** Host names to answer beside those of loopback, such as api.example.com, *.example.com or *; default none on loopback, elsewhere any */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Answer introspection queries (default true) */
  readonly introspection?: boolean | undefined;
  /** Let errors about unknown names suggest known ones: Did you mean …? (default true) */
  readonly suggestions?: boolean | undefined;
  /** Send headers that forbid browsers to cache answers, guess their type, frame them or send their address as referrer (default true) */
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
  /** Most values that an operation may ask for; lists count by first or by the items they are given, values in JSON and numbers of vectors count half (default 500000; 1 to 2147483647) */
  readonly maxCost?: number | undefined;
  /** Most upstream calls of an operation. Bulk mutations may make further calls for their items, unless this is below the default (default 500; 1 to 2147483647) */
  readonly maxCalls?: number | undefined;
  /** Most bytes of an answer (default 33554432; 1 to 2147483647) */
  readonly maxAnswerBytes?: number | undefined;
  /** Largest first (default 1000; 1 to 2147483647) */
  readonly maxFirst?: number | undefined;
  /** Most ids of nodes (default 100; 1 to 2147483647) */
  readonly maxIds?: number | undefined;
  /** Most items of a bulk mutation (default 1000; 1 to 2147483647) */
  readonly maxItems?: number | undefined;
  /** Most requests per minute with the same token; 0 for any number (default 0; 0 to 2147483647) */
  readonly requestsPerToken?: number | undefined;
  /** Most requests per minute from the same address; 0 for any number (default 0; 0 to 2147483647) */
  readonly requestsPerAddress?: number | undefined;
  /** Most sign-ins per minute from the same address; 0 for any number (default 30; 0 to 2147483647) */
  readonly signInsPerAddress?: number | undefined;
  /** How many proxies in front append an address to X-Forwarded-For (default 0; 0 to 10) */
  readonly trustedProxies?: number | undefined;
  /** Manifests of trusted documents, or folders of .graphql files; those of a typed graph behind its name, such as travel=app.json */
  readonly trustedDocuments?: readonly string[] | undefined;
  /** With trusted documents: off, log other documents, or execute trusted ones only (default only) */
  readonly trustedDocumentsMode?: 'off' | 'log' | 'only' | undefined;
  /** How many documents to cache for clients that send a hash (automatic persisted queries); 0 for none (default 0; 0 to 2147483647) */
  readonly apqDocuments?: number | undefined;
}
