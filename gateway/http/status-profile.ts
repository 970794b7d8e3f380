/** HTTP statuses of the 2026 draft of GraphQL over HTTP. Yoga implements those of 2025. */
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { StatusProfile } from '../config/safety-settings.ts';
import { copyError } from '../shared/graphql-errors.ts';

/** For JSON that is no GraphQL request, such as an empty object. */
export const ILL_FORMED_STATUS: Readonly<Record<StatusProfile, number>> = { '2025': 400, '2026': 422 };

const PARTIAL_STATUS = 294;
/** Codes of refusals for the document, its operation or its variables. */
const UNPROCESSABLE = new Set([
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'ANSWER_TOO_LONG',
]);

/** The draft uses the same statuses with `application/json`. */
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
