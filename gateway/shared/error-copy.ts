import { GraphQLError } from 'graphql';

/** The same error with some things changed. Errors are never changed themselves: Yoga keeps those of a document for later. */
export function copyError(error: GraphQLError, change: { message?: string; extensions?: object }): GraphQLError {
  const { nodes = null, source, positions, path, originalError } = error;
  const { message = error.message, extensions = error.extensions } = change;
  const ownExtensions = { ...extensions };
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions: ownExtensions });
}
