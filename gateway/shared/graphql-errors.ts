import { GraphQLError } from 'graphql';

/** Copies an error with another message or other extensions. Errors are never mutated: Yoga caches those of a document. */
export function copyError(error: GraphQLError, change: { message?: string; extensions?: object }): GraphQLError {
  const { nodes = null, source, positions, path, originalError } = error;
  const { message = error.message, extensions = error.extensions } = change;
  const ownExtensions = { ...extensions };
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions: ownExtensions });
}

/** The error that a resolver threw, without the errors that wrap it with its location. */
export function causeOf(error: unknown): unknown {
  let cause = error;
  while (isGraphQLError(cause) && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Tests the name: two copies of graphql may be loaded in one process, and `instanceof` knows one. */
export function isGraphQLError(error: unknown): error is GraphQLError {
  return error instanceof Error && error.name === 'GraphQLError';
}
