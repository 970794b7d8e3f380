/** The gateway's schema as a subgraph: without the fields that make sense only in a graph of its own, with the directives that composers need. */
import { type DocumentNode, type GraphQLSchema, Kind, parse, type TypeDefinitionNode } from 'graphql';
import { readReference } from '../../resolvers/reference.ts';
import { scalars } from '../../resolvers/scalars/scalars.ts';
import type { Context } from '../../resolvers/shared/context.ts';
import type { TypeResolvers } from '../shared/executable.ts';
import { keepReachable, mergeTypes, renameTypes } from '../shared/type-definitions.ts';
import { buildSubgraph, type ReferenceReader } from './build.ts';
import { addFederationDirectives, ENTITIES, linkTo, ROOTS } from './entity-directives.ts';
import { prefixOf } from './type-prefix.ts';

export interface SubgraphOptions {
  /**
   * Prefix of all type names, so that none clashes with a type of another subgraph; default none. In typed graphs
   * `{keyspace}` stands for the name of the keyspace, and root fields have the prefix too.
   */
  readonly typePrefix?: string;
}

/** Fields that a subgraph lacks: no subgraph can resolve every id of a supergraph, and clients of a router sign in elsewhere and run no databases. */
const OMITTED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Query: ['node', 'nodes'],
  Mutation: [
    ...['createAuthToken', 'authenticateServiceAccount', 'resetDatabasePassword', 'createDatabase'],
    ...['terminateDatabase', 'parkDatabase', 'unparkDatabase', 'resizeDatabase'],
  ],
};

export function createSubgraphSchema(
  typeDefs: DocumentNode,
  resolvers: TypeResolvers,
  { typePrefix }: SubgraphOptions,
): GraphQLSchema {
  const prefix = prefixOf(typePrefix);
  const rename = (type: string) => (ROOTS.includes(type) ? type : `${prefix}${type}`);
  const fields = Object.entries(resolvers).map(([type, each]) => [rename(type), omitResolvers(type, each)]);
  const references = ENTITIES.map((kind): [string, ReferenceReader<Context>] => [
    rename(kind),
    (...reference) => readReference(kind, ...reference),
  ]);
  return buildSubgraph<Context>({
    typeDefs: toSubgraphSdl(typeDefs, rename),
    // The key in a reference is parsed like a key in an argument, so that numbers keep their digits.
    resolvers: [Object.fromEntries(fields), { _Any: scalars.CqlValue }],
    references: Object.fromEntries(references),
  });
}

function toSubgraphSdl(typeDefs: DocumentNode, rename: (type: string) => string): DocumentNode {
  // A router describes its own schema.
  const definitions = typeDefs.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION);
  const remaining = mergeTypes({ ...typeDefs, definitions }).map(withoutOmittedFields);
  const annotated = keepReachable(remaining, [...ROOTS, ...ENTITIES]).map(addFederationDirectives);
  const types = renameTypes(annotated, rename).sort((one, other) => (one.name.value < other.name.value ? -1 : 1));
  return { kind: Kind.DOCUMENT, definitions: [...parse(linkTo(['key', 'shareable', 'tag'])).definitions, ...types] };
}

function withoutOmittedFields(type: TypeDefinitionNode): TypeDefinitionNode {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return type;
  const fields = type.fields?.filter(({ name }) => !isOmitted(type.name.value, name.value));
  return { ...type, ...(fields && { fields }) };
}

function omitResolvers(type: string, fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !isOmitted(type, field)));
}

function isOmitted(type: string, field: string): boolean {
  return OMITTED_FIELDS[type]?.includes(field) ?? false;
}
