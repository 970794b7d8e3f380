/** The context of one operation: sources and loaders that belong to it and to its caller alone. */
import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createLoaders } from '../../datasources/loaders/loaders.ts';
import { createLoadCount } from '../../datasources/source/load-count.ts';
import type { Upstream } from '../../datasources/source/source.ts';
import type { Context, Limits } from '../../resolvers/shared/context.ts';
import { type Auth, readTokens } from '../access/tokens.ts';
import { LIMIT_SETTINGS } from '../config/limits.ts';
import type { RequestLimits } from '../limits/limits.ts';
import { type ExecutedOperation, exchangeOf } from '../shared/request-state.ts';

/** One to look for it, one to write it, and one to read it again. */
const BULK_CALLS_PER_ITEM = 3;

export interface ContextOptions {
  readonly upstream: Upstream;
  readonly auth: Auth;
  readonly limits: Limits & RequestLimits;
}

export function useOperationContext(options: ContextOptions): Plugin<object, object, Context> {
  return {
    onExecute({ args, extendContext }) {
      extendContext(createContext(args.contextValue.request, readOperation(args), options));
    },
  };
}

function createContext(
  request: Request,
  operation: ExecutedOperation,
  { upstream, auth, limits }: ContextOptions,
): Context {
  const exchange = exchangeOf(request);
  const loads = createLoadCount();
  exchange.operation = operation;
  exchange.loads = loads;
  const source = upstream.open({
    tokens: readTokens(request, auth),
    requestId: exchange.requestId,
    maxCalls: limits.maxCalls,
    maxBulkCalls: maxBulkCalls(limits),
    ...(exchange.trace && { onSend: exchange.trace.watchCall }),
    onCall: (call) => exchange.calls.push(call),
    // A mutation that was begun is carried through, whether or not its client still waits.
    ...(operation.type === 'query' && { signal: exchange.readSignal ?? request.signal }),
  });
  return { source, loaders: createLoaders(source, loads), limits };
}

/** Whoever allows fewer calls than the default means bulk mutations too. */
function maxBulkCalls({ maxCalls, maxItems }: Limits & RequestLimits): number {
  return maxCalls < Number(LIMIT_SETTINGS.maxCalls.default) ? 0 : maxItems * BULK_CALLS_PER_ITEM;
}

function readOperation(args: Pick<ExecutionArgs, 'document' | 'operationName'>): ExecutedOperation {
  const operation = getOperationAST(args.document, args.operationName);
  const [type, name] = [operation?.operation ?? 'query', operation?.name?.value];
  return { type, name, startedAtMs: performance.now() };
}
