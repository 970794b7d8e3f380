/** The whole way over real HTTP: a gateway on a port, an emulator in memory on another. */
import type { AstraConfig } from '../../datasources/back-ends/astra.ts';
import { createUpstream, type UpstreamConfig } from '../../datasources/back-ends/upstream.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../emulator/emulator.ts';
import type { LoggedRequest } from '../../emulator/server/request-log.ts';
import { listen as listenEmulator } from '../../emulator/server/server.ts';
import { openPersisted } from '../../gateway/access/persisted-documents.ts';
import { toAstra } from '../../gateway/cli/connect.ts';
import type { AuthPolicy } from '../../gateway/config/auth-config.ts';
import type { RequestLimits } from '../../gateway/config/limit-settings.ts';
import { readServeConfig } from '../../gateway/config/serve-config.ts';
import { createPipeline, type PipelineOptions } from '../../gateway/gateway.ts';
import type { Handler } from '../../gateway/http/handler.ts';
import { createLog, type LogEntry } from '../../gateway/observability/log.ts';
import { createProcessMetrics } from '../../gateway/observability/process-metrics.ts';
import { listen } from '../../gateway/server/server.ts';
import type { SubgraphOptions } from '../../schema/federation/subgraph.ts';
import { createCanary } from './canary.ts';

export interface GatewayTestOptions {
  /** In memory, without sample data and without delays unless told. */
  readonly emulator?: EmulatorOptions;
  /** What serves the default database; default `stargate`. With `data` it is the emulator's database with vectors. */
  readonly api?: 'data' | 'stargate';
  /** Reaches the emulator as an upstream of one's own: by the URLs of its data alone, without a DevOps API. */
  readonly selfHosted?: boolean;
  readonly auth?: Partial<AuthPolicy>;
  readonly limits?: Partial<RequestLimits>;
  /** Such as `timeoutMs` or `maxKeysPerSearch`. */
  readonly upstream?: Partial<AstraConfig>;
  readonly corsOrigins?: readonly string[];
  readonly receipt?: boolean;
  readonly coalesce?: boolean;
  readonly isStopping?: () => boolean;
  /** Anything else that a gateway can be told. */
  readonly gateway?: Partial<PipelineOptions>;
  /** Makes the gateway a subgraph. */
  readonly subgraph?: SubgraphOptions;
}

export interface GraphQLAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the receipt's
  readonly extensions?: Readonly<Record<string, any>>;
  // Answers are looked into by tests, whose expectations say what they hold.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    // biome-ignore lint/suspicious/noExplicitAny: the shape is the error's
    readonly extensions: Readonly<Record<string, any>>;
  }[];
}

export interface RunningGateway {
  /** Of the GraphQL endpoint. */
  readonly url: string;
  /** The same gateway as a function. */
  readonly fetch: Handler['fetch'];
  readonly emulator: Emulator;
  /** Without a slash at the end; the base URL of the DevOps API. */
  readonly emulatorUrl: string;
  /** What the gateway has written to its log. */
  readonly logLines: readonly LogEntry[];
  /** Sends a GraphQL request. With the emulator's token unless `headers` say otherwise; with `{}` no token is sent. */
  query(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<GraphQLAnswer>;
  /** What upstream has received since the start, or since `clear`: exact, in order. */
  upstreamRequests(): readonly LoggedRequest[];
  clearUpstreamRequests(): void;
  /** @throws Error - when the log, the metrics or an error that `query` has met holds a token, or upstream's address */
  close(): Promise<void>;
}

/** Tests make upstream fail far more often than it does; what the breaker does then has tests of its own. */
const BRAVE = { breakerMinCalls: 1_000_000 };

/** A loaded machine may take its time; what ends when has tests of its own. */
const PATIENT = { timeoutMs: 60_000, operationTimeoutMs: 120_000 };

/** Close it in `afterAll`. */
export async function startGateway(options: GatewayTestOptions = {}): Promise<RunningGateway> {
  const { api = 'stargate' } = options;
  const vectorDatabase = api === 'data';
  const emulator = await createEmulator({ delaysMs: 0, loggedRequests: 10_000, vectorDatabase, ...options.emulator });
  const emulatorServer = await listenEmulator(emulator);
  const defaults = readServeConfig({}, options.selfHosted ? ownUpstream(api, emulatorServer.url, emulator) : {});
  const upstream = createUpstream({
    ...(defaults.upstream.kind === 'stargate' || defaults.upstream.kind === 'data-api'
      ? defaults.upstream
      : toAstra({ url: emulatorServer.url, ...emulator.sampleDatabase }, { ...defaults.upstream, api })),
    coalesceReads: options.coalesce ?? false,
    timeoutMs: PATIENT.timeoutMs,
    ...options.upstream,
    resilience: { ...BRAVE, operationTimeoutMs: PATIENT.operationTimeoutMs, ...options.upstream?.resilience },
    // What a test sets is of the kind that it starts.
  } as UpstreamConfig);
  const logLines: LogEntry[] = [];
  const gateway = createPipeline({
    ...defaults,
    hostRule: undefined,
    persisted: openPersisted(defaults.documents),
    upstream,
    auth: { acceptAuthorization: true, ownToken: 'none', token: emulator.applicationToken, ...options.auth },
    limits: { ...defaults.limits, ...options.limits },
    log: createLog({ write: (line) => logLines.push(line) }),
    corsOrigins: options.corsOrigins ?? [],
    loopbackOrigins: false,
    receipt: options.receipt ?? false,
    coalesce: options.coalesce ?? false,
    processMetrics: createProcessMetrics(),
    isStopping: options.isStopping ?? (() => false),
    ...options.gateway,
    subgraph: options.subgraph,
  });
  const server = await listen(gateway.listener, { host: '127.0.0.1', port: 0 }, gateway.refuse);
  const url = `${server.url}/graphql`;
  const canary = createCanary();
  canary.guard(emulator.applicationToken, new URL(emulatorServer.url).host);
  const ownHeaders = { authorization: `Bearer ${emulator.applicationToken}` };
  return {
    url,
    fetch: gateway.fetch,
    emulator,
    emulatorUrl: emulatorServer.url,
    logLines,
    async query(document, variables = {}, headers = ownHeaders) {
      const body = JSON.stringify({ query: document, variables });
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
      canary.guard(headers.authorization?.replace('Bearer ', ''), headers['x-cassandra-token']);
      const answer = (await (await fetch(url, init)).json()) as GraphQLAnswer;
      if (answer.errors) canary.check('an error', JSON.stringify(answer.errors));
      return answer;
    },
    upstreamRequests: () => [...emulator.requests.entries],
    clearUpstreamRequests: () => emulator.requests.clear(),
    async close() {
      const metrics = await gateway.fetch(new Request(`${server.url}/metrics`));
      canary.check('the metrics', await metrics.text());
      canary.check('the log', JSON.stringify(logLines));
      await server.close({ delayMs: 0, timeoutMs: 1000 });
      await upstream.close();
      await emulatorServer.close();
      await emulator.close();
    },
  };
}

function ownUpstream(api: 'data' | 'stargate', url: string, { sampleDatabase }: Emulator): Record<string, string> {
  const base = `${url}/${sampleDatabase.databaseId}-${sampleDatabase.region}/api`;
  if (api === 'data') return { DATA_API_URL: `${base}/json` };
  return {
    STARGATE_REST_URL: `${base}/rest`,
    STARGATE_DOCUMENT_URL: `${base}/rest`,
    STARGATE_AUTH_URL: `${base}/rest/`,
  };
}
