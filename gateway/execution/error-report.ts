/** Adds request id and locations to each error of an answer, removes secrets, records the codes, and logs faults of the gateway. */
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { shortenMessage } from '../../datasources/json/shorten.ts';
import type { Log } from '../observability/log.ts';
import { causeOf, copyError } from '../shared/graphql-errors.ts';
import { type RequestState, requestStateOf } from '../shared/request-state.ts';
import { withLocations } from '../shared/source-locations.ts';

const INTERNAL = 'INTERNAL_SERVER_ERROR';

export function useErrorReport(log: Log): Plugin {
  return {
    onResultProcess({ request, result, setResult }) {
      if (!('errors' in result) || !result.errors?.length) return;
      const state = requestStateOf(request);
      const errors = result.errors.map((error) => forClient(error, state));
      // A failure after the client has disconnected is no fault.
      const faults = request.signal.aborted ? [] : result.errors.filter((error) => codeOf(error) === INTERNAL);
      for (const error of faults) log.fault(state, causeOf(error));
      state.errorCodes = errors.map(codeOf);
      const { stringify = JSON.stringify } = result;
      setResult({ ...result, errors, stringify: (answer) => stringify(withLocations(answer)) });
    },
  };
}

function forClient(error: GraphQLError, { requestId, hideSecrets = String }: RequestState): GraphQLError {
  const message = hideSecrets(shortenMessage(error.message));
  return copyError(error, { message, extensions: { ...error.extensions, code: codeOf(error), requestId } });
}

function codeOf({ extensions }: GraphQLError): string {
  return typeof extensions.code === 'string' ? extensions.code : INTERNAL;
}
