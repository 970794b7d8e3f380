/** Lets identical queries that are under way at the same time, for the same tokens, be one execution. */
import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createInFlight } from '../datasources/in-flight.ts';
import { tokenHash } from '../datasources/token-hash.ts';
import { type Auth, readTokens } from './auth.ts';
import { type Exchange, exchangeOf } from './exchange.ts';

/** A result, and the request for which it was made. */
interface SharedResult {
  readonly exchange: Exchange;
  readonly result: ExecutionResult;
}

/**
 * Comes before the operation's context is made, because it says when reads are to be cancelled: when all who wait have left.
 * Mutations are fences: a query that starts after one never joins a query from before. What differs between the answers of
 * those who join (the request's id in errors, the receipt) is added to each answer afterwards.
 */
export function useCoalescing(auth: Auth): Plugin {
  const inFlight = createInFlight<SharedResult>();
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const operation = getOperationAST(args.document, args.operationName)?.operation;
      const run = async (executed: ExecutionArgs): Promise<ExecutionResult> => executeFn(executed);
      if (operation === 'mutation') setExecuteFn((executed) => inFlight.fence(() => run(executed)));
      const request: Request = args.contextValue.request;
      const key = operation === 'query' ? keyOf(args, request, auth) : undefined;
      if (key === undefined) return;
      const exchange = exchangeOf(request);
      const cancel = new AbortController();
      exchange.readSignal = cancel.signal;
      setExecuteFn(async (executed) => {
        const start = async () => ({ exchange, result: printedOnce(await run(executed)) });
        const shared = await inFlight.share({ key, signal: request.signal, start, cancel: () => cancel.abort() });
        if (shared.exchange !== exchange) exchange.joined = shared.exchange;
        return shared.result;
      });
    },
  };
}

/** Yoga prints with `stringify` where a result has one. Copies, to which something was added, are printed by themselves. */
function printedOnce(result: ExecutionResult): ExecutionResult {
  let text: string | undefined;
  const stringify = (printed: unknown) => {
    if (printed !== shared) return JSON.stringify(printed);
    text ??= JSON.stringify(printed);
    return text;
  };
  const shared = { ...result, stringify };
  return shared;
}

/** `undefined` for a document whose text is not known. */
function keyOf({ document, operationName, variableValues }: ExecutionArgs, request: Request, auth: Auth) {
  const text = document.loc?.source.body;
  if (text === undefined) return undefined;
  const tokens = tokenHash(readTokens(request, auth));
  return JSON.stringify([tokens, operationName ?? null, variableValues ?? null, text]);
}
