/** What a client sees of a failure: a public code and, where upstream failed, which call. Everything unknown is masked. */
import { GraphQLError, Kind } from 'graphql';
import { SourceError } from '../../datasources/source/errors.ts';
import { causeOf, isGraphQLError } from '../shared/graphql-errors.ts';

const MASKED_MESSAGE = 'Unexpected error.';

/**
 * Gives every error its `extensions.code`. Failures of the sources keep their message, which is written for clients; so do
 * GraphQL's own errors about the request. Anything else is a fault of ours: the client learns nothing of it.
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
 * Whether an error that graphql made without a code is about what the client sent: a variable (it has no path yet), or an
 * argument (it points at a value). The others, about what a resolver answered, point at a field.
 */
function isAboutRequest(error: GraphQLError, cause: GraphQLError): boolean {
  return error.path === undefined || (cause.nodes ?? []).some(({ kind }) => kind !== Kind.FIELD);
}

/** The original stays inside for the log; it is not printed. */
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
