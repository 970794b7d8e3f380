/**
 * A typed schema as an Apollo Federation 2 subgraph: each table is an entity, by its `nodeId` and by its primary key,
 * and so is each described collection, by its `nodeId` and by the id of the document.
 */
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isLeafType,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
} from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import { type NameStyle, pascalCase } from '../../resolvers/typed/camel.ts';
import { escapeName } from '../../resolvers/typed/escape.ts';
import type { TypedTable } from '../../resolvers/typed/model.ts';
import { createEntityReader, keyFields } from '../../resolvers/typed/nodes.ts';
import type { TableExtensions } from '../../resolvers/typed/projection.ts';
import { isTable } from '../../resolvers/typed-documents/edge-parts.ts';
import { createDocumentEntityReader } from '../../resolvers/typed-documents/entities.ts';
import type { CollectionExtensions, TypedCollection } from '../../resolvers/typed-documents/model.ts';
import type { ReferenceReader } from '../federation/build.ts';
import { directive, linkTo, ROOTS } from '../federation/entity-directives.ts';
import { extendToSubgraph } from '../federation/extend.ts';
import type { SubgraphOptions } from '../federation/subgraph.ts';
import { prefixOf } from '../federation/type-prefix.ts';
import { rebuildSchema } from './rebuild.ts';

/** Fields that a subgraph lacks: no subgraph can read every id of a supergraph. Their interface would have to be the same in all subgraphs. */
const OMITTED_FIELDS: ReadonlySet<string> = new Set(['node', 'nodes']);
const OMITTED_INTERFACES: ReadonlySet<string> = new Set(['Node']);

export function createTypedSubgraph(
  schema: GraphQLSchema,
  keyspace: string,
  { typePrefix }: SubgraphOptions,
  names: NameStyle,
): GraphQLSchema {
  const prefix = prefixOf(typePrefix, escapeName(keyspace));
  const own = rebuildSchema(schema, {
    typeName: (name) => `${prefix}${name}`,
    rootField: (name) => (OMITTED_FIELDS.has(name) ? undefined : prefixField(prefix, name, names)),
    withoutInterfaces: OMITTED_INTERFACES,
  });
  const references = Object.values(own.getTypeMap())
    .filter(isObjectType)
    .flatMap((type): [string, ReferenceReader<Context>][] => {
      const entity = entityOf(type);
      if (!entity) return [];
      const read = isTable(entity)
        ? createEntityReader(entity, type.name)
        : createDocumentEntityReader(entity, type.name);
      return [[type.name, read]];
    });
  return extendToSubgraph<Context>(own, {
    sdl: () => printSubgraph(own),
    references: Object.fromEntries(references),
  });
}

function prefixField(prefix: string, name: string, names: NameStyle): string {
  if (prefix === '') return name;
  return `${prefix.charAt(0).toLowerCase()}${prefix.slice(1)}${names === 'camel' ? pascalCase(name) : name}`;
}

/** What the type shows, if others may refer to it. */
function entityOf({ extensions }: GraphQLObjectType): TypedTable | TypedCollection | undefined {
  const { typedTable, typedCollection } = extensions as Partial<TableExtensions & CollectionExtensions>;
  return typedTable ?? typedCollection;
}

function printSubgraph(schema: GraphQLSchema): string {
  const { definitions } = parse(printSchema(lexicographicSortSchema(schema)));
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      ...parse(linkTo(['key', 'shareable'])).definitions,
      ...definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION).map((each) => withDirectives(each, schema)),
    ],
  };
  return print(document);
}

function withDirectives(definition: DefinitionNode, schema: GraphQLSchema): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || ROOTS.includes(definition.name.value)) return definition;
  const type = schema.getType(definition.name.value);
  return isObjectType(type) ? { ...definition, directives: directivesOf(type) } : definition;
}

/** A composer takes no list and no object as a part of a key. */
function directivesOf(type: GraphQLObjectType): readonly ConstDirectiveNode[] {
  const entity = entityOf(type);
  if (!entity) return [directive('shareable')];
  const fields = isTable(entity) ? keyFields(entity).map(({ field }) => field) : ['documentId'];
  const isPlain = fields.every((field) => isLeafType(getNullableType(type.getFields()[field]?.type)));
  return [directive('key', { fields: 'nodeId' }), ...(isPlain ? [directive('key', { fields: fields.join(' ') })] : [])];
}
