/** Builds the executable schema from the SDL files and the resolvers. */
import { concatAST, type GraphQLSchema, parse } from 'graphql';
import { resolvers } from '../resolvers/index.ts';
import { scalars } from '../resolvers/scalars/scalars.ts';
import { createSubgraphSchema, type SubgraphOptions } from './federation/subgraph.ts';
import { makeSchema } from './shared/executable.ts';
import { SDL } from './universal/sdl.generated.ts';

/** The universal schema; with `subgraph`, its Apollo Federation subgraph. */
export function createSchema(subgraph?: SubgraphOptions): GraphQLSchema {
  const typeDefs = concatAST(SDL.map((text) => parse(text)));
  if (subgraph) return createSubgraphSchema(typeDefs, { ...resolvers, ...scalars }, subgraph);
  return makeSchema([typeDefs], [resolvers, scalars]);
}
