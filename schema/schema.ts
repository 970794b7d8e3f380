/** Builds the executable schema from the SDL files and the resolvers. */
import { readdirSync, readFileSync } from 'node:fs';
import { concatAST, type GraphQLSchema, parse } from 'graphql';
import { resolvers } from '../resolvers/index.ts';
import { scalars } from '../resolvers/scalars/scalars.ts';
import { createSubgraphSchema, type SubgraphOptions } from './federation/subgraph.ts';
import { makeSchema } from './shared/executable.ts';

/** The built package has the SDL beside this file too. */
const FOLDER = new URL('./', import.meta.url);

/** The universal schema; with `subgraph`, its Apollo Federation subgraph. */
export function createSchema(subgraph?: SubgraphOptions): GraphQLSchema {
  const typeDefs = concatAST(readTypeDefs().map((text) => parse(text)));
  if (subgraph) return createSubgraphSchema(typeDefs, { ...resolvers, ...scalars }, subgraph);
  return makeSchema([typeDefs], [resolvers, scalars]);
}

function readTypeDefs(): string[] {
  return ['universal/', 'universal/mutations/'].flatMap((folder) => readFolder(new URL(folder, FOLDER)));
}

function readFolder(folder: URL): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return files.sort().map((name) => readFileSync(new URL(name, folder), 'utf8'));
}
