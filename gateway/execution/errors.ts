/** Errors as clients see them: a public code and, where upstream failed, the call. Unknown errors are masked. */
import { GraphQLError, Kind } from 'graphql';
import { SourceError } from '../../datasources/source/errors.ts';
import { causeOf, isGraphQLError } from '../shared/graphql-errors.ts';

const MASKED_MESSAGE = 'Unexpected error.';

/**
 * Gives every error its `extensions.code`. Errors of the sources and GraphQL's errors about the request keep their messages,
 * which are written for clients. Any other error is a fault of the gateway, and its message is masked.
 */
export function maskError(error: unknown): GraphQLError {
  const cause = causeOf(error);
  if (cause instanceof SourceError) return relocate(error, cause.message, sourceExtensions(cause));
  if (!isGraphQLError(error) || !isGraphQLError(cause)) return fault(error);
  if (typeof cause.extensions.code === 'string') return error;
  return isAboutRequest(error, cause) ? relocate(error, error.message, { code: 'BAD_USER_INPUT' }) : fault(error);
}

function sourceExtensions(error: SourceError): Record<string, unknown> {
  const { call, retryAfterMs } = error;
  return {
    code: error.code,
    ...(call && {
      upstream: {
        api: call.api,
        method: call.method,
        route: call.route,
        ...(call.status !== undefined && { status: call.status }),
        retryable: call.retryable,
      },
    }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/**
 * Whether an error of graphql without a code is about the request: a variable (the error has no path), or an argument (its node
 * is a value). Errors about the result of a resolver have a field as node.
 */
function isAboutRequest(error: GraphQLError, cause: GraphQLError): boolean {
  return error.path === undefined || (cause.nodes ?? []).some(({ kind }) => kind !== Kind.FIELD);
}

/** The log prints the original error; the answer does not. */
function fault(error: unknown): GraphQLError {
  return relocate(error, MASKED_MESSAGE, { code: 'INTERNAL_SERVER_ERROR' });
}

function relocate(error: unknown, message: string, extensions: Record<string, unknown>): GraphQLError {
  const located = isGraphQLError(error) ? error : undefined;
  const http = located?.extensions.http;
  return new GraphQLError(message, {
    nodes: located?.nodes ?? null,
    source: located?.source,
    positions: located?.positions,
    path: located?.path,
    originalError: error instanceof Error ? error : new Error(String(error)),
    extensions: { ...extensions, ...(http === undefined ? {} : { http }) },
  });
}
