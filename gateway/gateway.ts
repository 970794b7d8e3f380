/** The gateway: a function from Request to Response. Its pipeline is the one list below. */
import { createYoga } from 'graphql-yoga';
import type { SubgraphOptions } from '../schema/federation/subgraph.ts';
import { createSchema } from '../schema/schema.ts';
import { type PersistedOptions, usePersistedDocuments } from './access/persisted.ts';
import { DEFAULT_RATES, type RateOptions, useRateLimit } from './access/rate-limit.ts';
import { type Privacy, useNoIntrospection, useNoSuggestions } from './access/schema-privacy.ts';
import { useCoalescing } from './execution/coalescing.ts';
import { type ContextOptions, useOperationContext } from './execution/context.ts';
import { createDocumentCache } from './execution/document-cache.ts';
import { useErrorLimit } from './execution/error-limit.ts';
import { useErrorReport } from './execution/error-report.ts';
import { maskError } from './execution/errors.ts';
import { useExecution } from './execution/executor.ts';
import { useSecrets } from './execution/secrets.ts';
import { useVariables } from './execution/variables.ts';
import { useAcceptance } from './http/acceptance.ts';
import { useCsrfPrevention } from './http/csrf.ts';
import { createEntrance, type Entrance, useRefusal } from './http/entrance.ts';
import { useGraphiQL } from './http/graphiql.ts';
import type { HostRule } from './http/host-rule.ts';
import { useShedding } from './http/load-shedding.ts';
import { useNotFound } from './http/not-found.ts';
import { useProbes } from './http/probes.ts';
import { useRequestReader } from './http/request-parser.ts';
import { useSecurityHeaders } from './http/security-headers.ts';
import { ILL_FORMED_STATUS, type StatusProfile, useDraftStatus } from './http/status-profile.ts';
import { useAnswerLimit } from './limits/answer-limit.ts';
import { useCostLimit } from './limits/cost-limit.ts';
import { useLimits } from './limits/limits.ts';
import { useUnknownMembers } from './limits/unknown-members.ts';
import type { Log } from './observability/log.ts';
import { createTelemetryMeter } from './observability/meter.ts';
import { createMetrics } from './observability/metrics.ts';
import { useObservability } from './observability/observability.ts';
import { useReceipt } from './observability/receipt-plugin.ts';
import { useTracedExecution, useTracing } from './observability/tracing.ts';
import type { ServerContext } from './shared/client-address.ts';

export interface GatewayOptions extends ContextOptions {
  readonly log: Log;
  /** Default: any host is answered. */
  readonly hostRule?: HostRule | undefined;
  /** Origins of web pages elsewhere that may ask; default none. */
  readonly corsOrigins?: readonly string[];
  /** Whether browsers get GraphiQL; default true. */
  readonly graphiql?: boolean;
  /** Whether clients may ask what their operation cost; default false. */
  readonly receipt?: boolean;
  /** Whether identical queries that are under way share one execution; default false. Upstream shares reads by itself. */
  readonly coalesce?: boolean;
  /** Whether the process was asked to stop, so that `/ready` says so; default never. */
  readonly isStopping?: () => boolean;
  /** Default: anybody may ask for the schema, and be told of names that would have been right. */
  readonly privacy?: Privacy;
  /** Whether answers tell browsers what not to do with them; default true. */
  readonly securityHeaders?: boolean;
  /** Default 2025. */
  readonly statusProfile?: StatusProfile;
  /** Default: requests are not counted, sign-ins are: 30 a minute from an address. */
  readonly rateLimit?: RateOptions;
  readonly persisted?: PersistedOptions;
  /** Makes it a subgraph; by default it is a graph of its own. */
  readonly subgraph?: SubgraphOptions | undefined;
  /** Path at which GraphQL is answered; default `/graphql`. */
  readonly endpoint?: string;
  /** Answers with the platform's `Response`, which frameworks insist upon; default Yoga's own, which Node sends sooner. */
  readonly platformResponses?: boolean;
}

export type Gateway = Entrance;

export const ENDPOINT = '/graphql';

const OPEN: Privacy = { introspection: true, suggestions: true };
const NO_LIST: PersistedOptions = { trustedOnly: false, apqDocuments: 0 };

export function createGateway(options: GatewayOptions): Gateway {
  const {
    upstream,
    limits,
    log,
    corsOrigins = [],
    graphiql = true,
    securityHeaders = true,
    subgraph,
    hostRule,
  } = options;
  const auth = { ...options.auth, hostRule };
  const { privacy = OPEN, statusProfile = '2025', rateLimit = DEFAULT_RATES, persisted = NO_LIST } = options;
  const { receipt = false, coalesce = false, isStopping = () => false, endpoint = ENDPOINT } = options;
  const metrics = createMetrics(() => upstream.pressure());
  const meters = [metrics, createTelemetryMeter(endpoint)].filter((meter) => meter !== undefined);
  const isEndpoint = (pathname: string) => pathname === endpoint || pathname === `${endpoint}/`;
  const yoga = createYoga<ServerContext>({
    graphqlEndpoint: endpoint,
    schema: createSchema(subgraph),
    plugins: [
      // 1. Any request gets an id and a trace; when it is answered, a line in the log.
      useTracing(isEndpoint),
      useObservability({ log, meters, isObserved: isEndpoint }),
      securityHeaders && useSecurityHeaders(),
      // 2. What is not GraphQL is answered at once.
      useRefusal(),
      useProbes(upstream, metrics, isStopping),
      graphiql && useGraphiQL(endpoint),
      useNotFound(endpoint, isEndpoint),
      // 3. A GraphQL request is read, unless there are too many: JSON by POST or, safe from forgery, a query by GET.
      useAcceptance(),
      useRateLimit(auth, rateLimit),
      useCsrfPrevention(),
      useRequestReader({ ...limits, illFormedStatus: ILL_FORMED_STATUS[statusProfile] }),
      usePersistedDocuments(persisted, log),
      useSecrets(auth),
      // 4. It is parsed and validated, and refused if it is too big or asks for too much.
      useLimits(limits),
      !privacy.introspection && useNoIntrospection(),
      useVariables(),
      useCostLimit(limits),
      useUnknownMembers(),
      // 5. It is executed, or joins an identical query under way; with sources and loaders that belong to this operation and the tokens of its caller.
      useExecution(),
      coalesce && useCoalescing(auth, limits),
      useErrorLimit(),
      useOperationContext({ ...options, auth }),
      useTracedExecution(),
      // 6. Errors are masked (below), and then counted, rid of secrets and given the request's id; what it cost is told to who asks. The answer gets its status and its end.
      useErrorReport(log),
      receipt && useReceipt(),
      !privacy.suggestions && useNoSuggestions(),
      statusProfile === '2026' && useDraftStatus(),
      useShedding(),
      useAnswerLimit(limits),
    ],
    maskedErrors: { maskError },
    parserAndValidationCache: { documentCache: createDocumentCache(), errorCache: createDocumentCache() },
    cors: corsOrigins.length > 0 && {
      origin: [...corsOrigins],
      credentials: false,
      exposedHeaders: ['x-request-id', 'retry-after'],
    },
    // Yoga's own ways, which are made for development, give way to the plugins above.
    batching: false,
    maxRequestBodySize: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    // It would answer any address that ends so; none ends with a blank.
    healthCheckEndpoint: ' ',
    logging: false,
    ...(options.platformResponses && { fetchAPI: { Response } }),
  });
  return createEntrance(yoga, endpoint, hostRule);
}
