/** The gateway: a function from Request to Response. Its pipeline is the one list below. */
import type { RequestListener } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { createSchema } from '../schema/schema.ts';
import { useCoalescing } from './coalescing.ts';
import { useCompiledExecution } from './compiled-execution.ts';
import { type ContextOptions, useOperationContext } from './context.ts';
import { useCsrfPrevention } from './csrf.ts';
import { useErrorReport } from './error-report.ts';
import { maskError } from './errors.ts';
import { useGraphiQL } from './graphiql.ts';
import { useLimits } from './limits.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { useObservability } from './observability.ts';
import { useProbes } from './probes.ts';
import { useReceipt } from './receipt-plugin.ts';
import { useRequestReader } from './request-parser.ts';
import { useShedding } from './shedding.ts';

export interface GatewayOptions extends ContextOptions {
  readonly log: Log;
  /** Origins of web pages elsewhere that may ask; default none. */
  readonly corsOrigins?: readonly string[];
  /** Whether browsers get GraphiQL; default true. */
  readonly graphiql?: boolean;
  /** Whether clients may ask what their operation cost; default false. */
  readonly receipt?: boolean;
  /** Whether identical queries that are under way share one execution; default false. Upstream shares reads by itself. */
  readonly coalesce?: boolean;
  /** Whether operations that come again are executed as compiled code; default true. */
  readonly compile?: boolean;
  /** Whether the process was asked to stop, so that `/ready` says so; default never. */
  readonly isStopping?: () => boolean;
  /** Path at which GraphQL is answered; default `/graphql`. */
  readonly endpoint?: string;
  /** Answers with the platform's `Response`, which frameworks insist upon; default Yoga's own, which Node sends sooner. */
  readonly platformResponses?: boolean;
}

export interface Gateway {
  /** Never rejects: whatever happens becomes an answer. */
  fetch(request: Request): Promise<Response>;
  /** The same behind `node:http`. */
  readonly listener: RequestListener;
}

export const ENDPOINT = '/graphql';

export function createGateway(options: GatewayOptions): Gateway {
  const {
    upstream,
    limits,
    log,
    corsOrigins = [],
    graphiql = true,
    endpoint = ENDPOINT,
    receipt = false,
    coalesce = false,
    compile = true,
    isStopping = () => false,
  } = options;
  const metrics = createMetrics();
  const yoga = createYoga({
    graphqlEndpoint: endpoint,
    schema: createSchema(),
    plugins: [
      // 1. Any request gets an id; when it is answered, a line in the log.
      useObservability(log, metrics, (pathname) => pathname === endpoint),
      // 2. What is not GraphQL is answered at once.
      useProbes(upstream, metrics, isStopping),
      graphiql && useGraphiQL(endpoint),
      // 3. A GraphQL request is read: JSON by POST or, safe from forgery, a query by GET.
      useCsrfPrevention(),
      useRequestReader(limits),
      // 4. It is parsed and validated, and refused if it is too big.
      useLimits(limits),
      // 5. It is executed, or joins an identical query under way; with sources and loaders that belong to this operation and the tokens of its caller.
      compile && useCompiledExecution(),
      coalesce && useCoalescing(options.auth),
      useOperationContext(options),
      // 6. Errors are masked (below), and then counted and given the request's id; what it cost is told to who asks. An answer of nothing but overload is a 503.
      useErrorReport(log),
      receipt && useReceipt(),
      useShedding(),
    ],
    maskedErrors: { maskError },
    cors: corsOrigins.length > 0 && { origin: [...corsOrigins], credentials: false, exposedHeaders: ['x-request-id'] },
    // Yoga's own ways, which are made for development, give way to the plugins above.
    batching: false,
    maxRequestBodySize: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    healthCheckEndpoint: '/health',
    logging: false,
    ...(options.platformResponses && { fetchAPI: { Response } }),
  });
  return { fetch: async (request) => yoga.fetch(request), listener: yoga };
}
