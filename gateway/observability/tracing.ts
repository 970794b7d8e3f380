/** Traces GraphQL requests with the operator's OpenTelemetry SDK, if one is started. */
import type { Plugin } from 'graphql-yoga';
import { requestStateOf } from '../shared/request-state.ts';
import { startRequestTrace } from './request-trace.ts';

/** @param isTraced - whether a path is the GraphQL endpoint */
export function useTracing(isTraced: (pathname: string) => boolean): Plugin {
  return {
    onRequest({ request, url }) {
      const trace = isTraced(url.pathname) ? startRequestTrace(request.headers) : undefined;
      if (trace) requestStateOf(request).trace = trace;
    },
    onResponse({ request, response }) {
      const { trace, errorCodes } = requestStateOf(request);
      trace?.end({ status: response.status, errorCodes });
    },
  };
}

/** Runs after the plugins that wrap the executor, and after the context plugin, which sets the operation. */
export function useTracedExecution(): Plugin {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { trace, operation } = requestStateOf(args.contextValue.request);
      if (!trace) return;
      if (operation) trace.nameOperation(operation);
      setExecuteFn((ready) => trace.run(() => executeFn(ready)));
    },
  };
}
