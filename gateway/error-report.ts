/** Puts the request's id into each error of an answer, notes the codes, and logs faults of ours. */
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { causeOf } from './errors.ts';
import { type Exchange, exchangeOf } from './exchange.ts';
import type { Log } from './log.ts';

const INTERNAL = 'INTERNAL_SERVER_ERROR';

export function useErrorReport(log: Log): Plugin {
  return {
    onResultProcess({ request, result, setResult }) {
      if (!('errors' in result) || !result.errors?.length) return;
      const exchange = exchangeOf(request);
      const errors = result.errors.map((error) => withRequestId(error, exchange));
      // What breaks because the client has left is nobody's fault.
      const faults = request.signal.aborted ? [] : result.errors.filter((error) => codeOf(error) === INTERNAL);
      for (const error of faults) log.fault(exchange, causeOf(error));
      exchange.errorCodes = errors.map(codeOf);
      setResult({ ...result, errors });
    },
  };
}

/** A copy: errors of parsing and validation are cached, and belong to other requests too. */
function withRequestId(error: GraphQLError, { requestId }: Exchange): GraphQLError {
  const { message, nodes = null, source, positions, path, originalError } = error;
  const extensions = { ...error.extensions, code: codeOf(error), requestId };
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions });
}

function codeOf({ extensions }: GraphQLError): string {
  return typeof extensions.code === 'string' ? extensions.code : INTERNAL;
}
