/** The context of one operation: its own source and loaders, with the tokens of its caller. */
import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createLoadCount } from '../../datasources/loaders/load-count.ts';
import { createLoaders } from '../../datasources/loaders/loaders.ts';
import type { Upstream } from '../../datasources/source/source.ts';
import type { Context } from '../../resolvers/shared/context.ts';
import { type Auth, readTokens } from '../access/tokens.ts';
import { LIMIT_SETTINGS, type RequestLimits } from '../config/limit-settings.ts';
import { type ExecutedOperation, requestStateOf } from '../shared/request-state.ts';

/** One call to look up the item, one to write it, and one to read it again. */
const BULK_CALLS_PER_ITEM = 3;

export interface ContextOptions {
  readonly upstream: Upstream;
  readonly auth: Auth;
  readonly limits: RequestLimits;
  /** Path of the universal graph. */
  readonly endpoint: string;
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
  { upstream, auth, limits, endpoint }: ContextOptions,
): Context {
  const state = requestStateOf(request);
  const loads = createLoadCount();
  state.operation = operation;
  state.loads = loads;
  const source = upstream.open({
    tokens: readTokens(request, auth),
    requestId: state.requestId,
    maxCalls: limits.maxCalls,
    maxBulkCalls: maxBulkCalls(limits),
    ...(state.trace && { onSend: state.trace.watchCall }),
    onCall: (call) => state.calls.push(call),
    // A started mutation is completed, even if its client disconnects.
    ...(operation.type === 'query' && { signal: state.readSignal ?? request.signal }),
  });
  return { source, loaders: createLoaders(source, loads), limits, endpoint };
}

/** A limit below the default bounds bulk mutations too. */
function maxBulkCalls({ maxCalls, maxItems }: RequestLimits): number {
  return maxCalls < Number(LIMIT_SETTINGS.maxCalls.default) ? 0 : maxItems * BULK_CALLS_PER_ITEM;
}

function readOperation(args: Pick<ExecutionArgs, 'document' | 'operationName'>): ExecutedOperation {
  const operation = getOperationAST(args.document, args.operationName);
  const [type, name] = [operation?.operation ?? 'query', operation?.name?.value];
  return { type, name, startedAtMs: performance.now() };
}
