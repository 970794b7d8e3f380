/** The gateway's own schema as a subgraph: without what belongs to a graph of its own, and with what composers need. */
import { type DocumentNode, type GraphQLSchema, Kind, parse, type TypeDefinitionNode } from 'graphql';
import { readReference } from '../../resolvers/reference.ts';
import { scalars } from '../../resolvers/scalars/scalars.ts';
import type { Context } from '../../resolvers/shared/context.ts';
import type { TypeResolvers } from '../executable.ts';
import { buildSubgraph, type ReferenceReader } from './build.ts';
import { ENTITIES, LINK, mark, ROOTS } from './marks.ts';
import { keepReachable, mergeTypes, renameTypes } from './types.ts';

export interface SubgraphOptions {
  /** What the names of all types begin with, so that none is another subgraph's; default nothing. */
  readonly typePrefix?: string;
}

/** Ids of a supergraph are nobody's alone, and who comes through a router has signed in elsewhere and runs no databases. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  Query: ['node', 'nodes'],
  Mutation: [
    ...['createAuthToken', 'authenticateServiceAccount', 'resetDatabasePassword', 'createDatabase'],
    ...['terminateDatabase', 'parkDatabase', 'unparkDatabase', 'resizeDatabase'],
  ],
};

export function createSubgraphSchema(
  typeDefs: DocumentNode,
  resolvers: TypeResolvers,
  { typePrefix = '' }: SubgraphOptions,
): GraphQLSchema {
  const rename = (type: string) => (ROOTS.includes(type) ? type : `${typePrefix}${type}`);
  const fields = Object.entries(resolvers).map(([type, each]) => [rename(type), withoutFields(type, each)]);
  const references = ENTITIES.map((kind): [string, ReferenceReader<Context>] => [
    rename(kind),
    (...reference) => readReference(kind, ...reference),
  ]);
  return buildSubgraph<Context>({
    typeDefs: toSubgraphSdl(typeDefs, rename),
    // A key in a reference is read as carefully as a key in an argument.
    resolvers: [Object.fromEntries(fields), { _Any: scalars.CqlValue }],
    references: Object.fromEntries(references),
  });
}

function toSubgraphSdl(typeDefs: DocumentNode, rename: (type: string) => string): DocumentNode {
  const remaining = mergeTypes(typeDefs).map(withoutLeftOut);
  const marked = keepReachable(remaining, [...ROOTS, ...ENTITIES]).map(mark);
  const types = renameTypes(marked, rename).sort((one, other) => (one.name.value < other.name.value ? -1 : 1));
  return { kind: Kind.DOCUMENT, definitions: [...parse(LINK).definitions, ...types] };
}

function withoutLeftOut(type: TypeDefinitionNode): TypeDefinitionNode {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return type;
  const fields = type.fields?.filter(({ name }) => !isLeftOut(type.name.value, name.value));
  return { ...type, ...(fields && { fields }) };
}

function withoutFields(type: string, fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !isLeftOut(type, field)));
}

function isLeftOut(type: string, field: string): boolean {
  return LEFT_OUT[type]?.includes(field) ?? false;
}
