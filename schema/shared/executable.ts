/** The only file that knows @graphql-tools/schema. */
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** Resolvers of fields and readers of scalars, by the names of their types. */
export type TypeResolvers = Readonly<Record<string, object>>;

/** @throws Error - when the SDL is not valid, or when a resolver has no field */
export function makeSchema(
  typeDefs: readonly (string | DocumentNode)[],
  resolvers: readonly TypeResolvers[],
): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: [...typeDefs],
    resolvers: [...resolvers],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
}
