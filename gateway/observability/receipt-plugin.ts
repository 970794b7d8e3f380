/** Adds the receipt to the answers of requests with the header `X-Astra-Receipt: true`. */
import type { Plugin } from 'graphql-yoga';
import type { ReadHints } from '../../datasources/source/source.ts';
import { requestStateOf } from '../shared/request-state.ts';
import { createReceipt } from './receipt.ts';
import type { ExecutedDocument } from './receipt-paths.ts';

export const RECEIPT_HEADER = 'x-astra-receipt';

/** Any client may request it, so the operator must allow it. */
export function useReceipt(hints: ReadHints): Plugin {
  const operations = new WeakMap<Request, ExecutedDocument>();
  return {
    onExecute({ args }) {
      const request: Request = args.contextValue.request;
      if (request.headers.get(RECEIPT_HEADER)?.toLowerCase() !== 'true') return;
      const { document, operationName } = args;
      operations.set(request, { document, operationName });
    },
    onResultProcess({ request, result, setResult }) {
      const operation = operations.get(request);
      if (!operation || !('data' in result)) return;
      const upstream = createReceipt(requestStateOf(request), operation, hints);
      setResult({ ...result, extensions: { ...result.extensions, upstream } });
    },
  };
}
