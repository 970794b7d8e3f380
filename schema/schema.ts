/** The schema of the gateway: SDL by domain, and resolvers. */
import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { resolvers } from '../resolvers/index.ts';
import { scalars } from '../resolvers/scalars.ts';

/** The SDL stands beside this file, also in the built package. */
const FOLDER = new URL('./', import.meta.url);

export function createSchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: readTypeDefs(),
    resolvers: [resolvers, scalars],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
}

function readTypeDefs(): string[] {
  return ['', 'mutations/'].flatMap((folder) => readFolder(new URL(folder, FOLDER)));
}

function readFolder(folder: URL): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return files.sort().map((name) => readFileSync(new URL(name, folder), 'utf8'));
}
