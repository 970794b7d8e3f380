/** The schema of the gateway: SDL by domain, and resolvers. */
import { readdirSync, readFileSync } from 'node:fs';
import { concatAST, type GraphQLSchema, parse } from 'graphql';
import { resolvers } from '../resolvers/index.ts';
import { scalars } from '../resolvers/scalars/scalars.ts';
import { makeSchema } from './executable.ts';
import { createSubgraphSchema, type SubgraphOptions } from './federation/subgraph.ts';

/** The SDL stands beside this file, also in the built package. */
const FOLDER = new URL('./', import.meta.url);

/** The whole graph; with options for a subgraph, the part of it that a supergraph takes. */
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
