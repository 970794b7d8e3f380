/** The gateway: a function from Request to Response. Its pipeline is the one list below. */
import type { RequestListener } from 'node:http';
import { createYoga } from 'graphql-yoga';
import type { Peers } from '../datasources/source/source.ts';
import { NO_RELATIONS, type Relations } from '../schema/relations/relation.ts';
import { createSchema } from '../schema/schema.ts';
import { type PersistedOptions, usePersistedDocuments } from './access/persisted-documents.ts';
import { createRateLimiter, type RateOptions } from './access/rate-limit.ts';
import { createRateStore } from './access/rate-store.ts';
import { useNoIntrospection, useNoSuggestions } from './access/schema-privacy.ts';
import type { PipelineConfig } from './config/serve-config.ts';
import { type Caches, createCaches } from './execution/caches.ts';
import { useCoalescing } from './execution/coalescing.ts';
import { type ContextOptions, useOperationContext } from './execution/context.ts';
import { useDocumentCache } from './execution/document-cache.ts';
import { useErrorReport } from './execution/error-report.ts';
import { maskError } from './execution/errors.ts';
import { useExecution } from './execution/executor.ts';
import { createRepeats } from './execution/repeats.ts';
import { useSecrets } from './execution/secrets.ts';
import { oneSurface, type Surfaces, useSurfaces } from './execution/surface.ts';
import { useVariables } from './execution/variables.ts';
import { useAcceptHeader } from './http/accept-header.ts';
import { useCompression } from './http/compression.ts';
import { useCrossOrigin } from './http/cross-origin.ts';
import { useCsrfPrevention } from './http/csrf.ts';
import { useGraphiQL } from './http/graphiql.ts';
import { createHandler, type Handler, serveByPath, useRefusal } from './http/handler.ts';
import { useLoadShedding } from './http/load-shedding.ts';
import { createMetricsListener } from './http/metrics-listener.ts';
import { useProbes } from './http/probes.ts';
import { useRequestParser } from './http/request-parser.ts';
import { ANY_PATH, DEFAULT_ENDPOINT, useMethodCheck, useNotFound } from './http/routing.ts';
import { useSecurityHeaders } from './http/security-headers.ts';
import { ILL_FORMED_STATUS, useDraftStatus } from './http/status-profile.ts';
import { useAbsentFeatures } from './limits/absent-features.ts';
import { useAnswerLimit } from './limits/answer-limit.ts';
import { useCostLimit } from './limits/cost-limit.ts';
import { useErrorLimit } from './limits/error-limit.ts';
import { useLimits } from './limits/limits.ts';
import { useUnknownMembers } from './limits/unknown-members.ts';
import type { Log } from './observability/log.ts';
import { createTelemetryMeter } from './observability/meter.ts';
import { createMetrics, type Metrics, type PrintMetrics } from './observability/metrics.ts';
import { createObserver, useObservability } from './observability/observability.ts';
import { type Metric, type MetricData, printMetrics } from './observability/prometheus.ts';
import { useReceipt } from './observability/receipt-plugin.ts';
import { useTracedExecution, useTracing } from './observability/tracing.ts';
import type { ServerContext } from './shared/client-address.ts';
import { mergePlugins } from './shared/merge-plugins.ts';
import { typedSurfaces } from './typed/surfaces.ts';

export interface PipelineOptions
  extends Omit<PipelineConfig, 'hostRule' | 'rateLimit'>,
    Omit<ContextOptions, 'endpoint'> {
  /** Path at which GraphQL is answered; default `/graphql`. */
  readonly endpoint?: string;
  /** `undefined`: every host is answered. */
  readonly hostRule: PipelineConfig['hostRule'] | undefined;
  readonly rateLimit: RateOptions;
  readonly persisted: PersistedOptions;
  readonly log: Log;
  /** Of the process, printed with those of the gateway; default none. */
  readonly processMetrics?: readonly Metric[];
  /** What `/metrics` answers; default the metrics of this gateway. */
  readonly printMetrics?: PrintMetrics | undefined;
  /** Other processes with whom this gateway serves; default none. */
  readonly peers?: Peers | undefined;
  /** Whether the process is stopping, so that `/ready` answers 503; default never. */
  readonly isStopping?: () => boolean;
  /** Edges of typed graphs; default none. */
  readonly relations?: Relations;
  /** Shared by the surfaces of one upstream; default the gateway's own. */
  readonly caches?: Caches;
  /** Whether answers and GraphiQL's files are compressed for clients that accept it; default not. */
  readonly compression?: boolean;
  /** Answers with the platform's `Response`, as frameworks require; default Yoga's own, which Node sends faster. */
  readonly platformResponses?: boolean;
}

export interface Pipeline extends Handler {
  /** Answers `/metrics` alone, for a port of its own. */
  readonly metricsListener: RequestListener;
  /** Those of this gateway. */
  readMetrics(): readonly MetricData[];
}

export function createPipeline(options: PipelineOptions): Pipeline {
  const { endpoint = DEFAULT_ENDPOINT, upstream, limits, hostRule, log } = options;
  const auth = { ...options.auth, hostRule };
  const metrics = createMetrics(() => upstream.pressure(), options.processMetrics);
  const { printMetrics: print = () => printMetrics(metrics.read()), caches = createCaches(options.peers) } = options;
  const rateLimit = { ...options.rateLimit, rateStore: options.rateLimit.rateStore ?? createRateStore() };
  const shared = { ...options, endpoint, auth, rateLimit, metrics, caches, printMetrics: print };
  const universal = createServer(oneSurface({ endpoint, schema: createSchema(options.subgraph) }), shared);
  const typed = typedSurfaces({
    ...{ endpoint, upstream, auth, limits, relations: options.relations ?? NO_RELATIONS, presentation: options },
    onChange: log.schemaChange,
    onProblem: log.relationProblem,
    onWarning: log.schemaWarning,
  });
  const servers = serveByPath(typed.has, createServer(typed, shared).server, universal.server);
  const handler = createHandler(servers, endpoint, hostRule, universal.repeats?.answer);
  return { ...handler, metricsListener: createMetricsListener(print, hostRule), readMetrics: metrics.read };
}

/** What all servers of a gateway share. */
interface ServerOptions extends PipelineOptions {
  readonly endpoint: string;
  readonly caches: Caches;
  readonly metrics: Metrics;
  readonly printMetrics: PrintMetrics;
}

function createServer(surfaces: Surfaces, options: ServerOptions) {
  const { upstream, limits, log, auth, metrics, caches, privacy, statusProfile } = options;
  const { endpoint, isStopping = () => false, compression = false } = options;
  const meters = [metrics, createTelemetryMeter(surfaces.pattern)].filter((meter) => meter !== undefined);
  const limiter = createRateLimiter(auth, options.rateLimit);
  const observer = createObserver({ log, meters, surface: surfaces.kind });
  // A typed graph may be another for the same request: its definitions change.
  const isRepeatable = options.coalesce && surfaces.kind === 'universal';
  const repeats = isRepeatable ? createRepeats({ limiter, observer, maxBodyBytes: limits.maxBodyBytes }) : undefined;
  const server = createYoga<ServerContext>({
    graphqlEndpoint: surfaces.pattern,
    plugins: mergePlugins([
      compression && useCompression(),
      useCrossOrigin(options, surfaces.has, log),
      // 1. Every request gets an id and a trace; its answer is logged.
      useTracing(surfaces.has),
      useObservability({ observer, isObserved: surfaces.has }),
      options.securityHeaders && useSecurityHeaders(),
      // 2. Requests that are not GraphQL are answered at once.
      useRefusal(),
      useProbes(upstream, options.metricsPort === undefined ? options.printMetrics : undefined, isStopping),
      options.graphiql && useGraphiQL(endpoint, surfaces.has, compression),
      useNotFound(endpoint, surfaces.has),
      // 3. A GraphQL request is parsed, unless its client exceeds a rate: JSON by POST or, safe from forgery, a query by GET.
      useMethodCheck(),
      useAcceptHeader(),
      limiter.plugin,
      useCsrfPrevention(),
      useRequestParser({ ...limits, illFormedStatus: ILL_FORMED_STATUS[statusProfile] }),
      usePersistedDocuments({ ...options.persisted, peers: options.peers }, endpoint, log),
      useSecrets(auth),
      useSurfaces(surfaces),
      // 4. The document is parsed and validated, and refused if it is too big, too costly or asks for what is absent.
      useDocumentCache(caches.documents),
      useAbsentFeatures(),
      useLimits(limits),
      !privacy.introspection && useNoIntrospection(),
      useVariables(),
      useCostLimit(limits),
      useUnknownMembers(),
      // 5. The operation is executed, or joins an identical query in flight. Its source and loaders belong to it and to its caller's tokens.
      useExecution(options.executor),
      options.coalesce && useCoalescing(caches.coalescing, { surfaces, auth, limits, repeats }),
      useErrorLimit(),
      useOperationContext(options),
      useTracedExecution(),
      // 6. Errors are masked (below), counted, cleared of secrets and given the request's id. The answer gets its receipt, status and length check.
      useErrorReport(log),
      options.receipt && useReceipt(upstream.hints),
      !privacy.suggestions && useNoSuggestions(),
      statusProfile === '2026' && useDraftStatus(),
      useLoadShedding(),
      useAnswerLimit(limits),
    ]),
    maskedErrors: { maskError },
    // The plugins above replace these features of Yoga.
    parserAndValidationCache: false,
    cors: false,
    batching: false,
    maxRequestBodySize: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    // Yoga would answer every path that ends with it; no path ends with a blank.
    healthCheckEndpoint: ' ',
    logging: false,
    fetchAPI: { URLPattern: ANY_PATH, ...(options.platformResponses && { Response }) },
  });
  return { server, repeats };
}
