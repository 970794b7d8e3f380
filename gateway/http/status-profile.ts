/** HTTP statuses by the draft of GraphQL over HTTP of 2026, for clients that follow it. Those of 2025 are Yoga's own. */
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { copyError } from '../shared/graphql-errors.ts';

export type StatusProfile = '2025' | '2026';

/** Of a request that is JSON, but no GraphQL request: an empty one, for example. */
export const ILL_FORMED_STATUS: Readonly<Record<StatusProfile, number>> = { '2025': 400, '2026': 422 };

const PARTIAL_STATUS = 294;
/** Refused by what the document, its operation or its variables say. */
const UNPROCESSABLE = new Set([
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'ANSWER_TOO_LONG',
]);

/** Whatever the client accepts: in this draft the same statuses go with `application/json`. */
export function useDraftStatus(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (!('errors' in result) || !result.errors?.length) return;
      const isPartial = 'data' in result && result.data !== undefined;
      setResult({ ...result, errors: result.errors.map((error) => withStatus(error, isPartial)) });
    },
  };
}

function withStatus(error: GraphQLError, isPartial: boolean): GraphQLError {
  const { http, ...extensions } = error.extensions;
  const { status = 500, headers } = (http ?? {}) as { readonly status?: number; readonly headers?: object };
  const refusedStatus = UNPROCESSABLE.has(String(extensions.code)) ? 422 : status;
  const own = { status: isPartial ? PARTIAL_STATUS : refusedStatus, ...(headers && { headers }) };
  return copyError(error, { extensions: { ...extensions, http: own } });
}
