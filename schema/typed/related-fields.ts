/** Edges as fields of rows and documents. */
import type { GraphQLFieldConfig, GraphQLFieldConfigMap } from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import { columnReader } from '../../resolvers/typed/columns.ts';
import { edgeValues, type ReadPart, relatedRowResolver, relatedRowsResolver } from '../../resolvers/typed/edges.ts';
import { isTable } from '../../resolvers/typed-documents/edge-parts.ts';
import {
  pathReader,
  relatedDocumentResolver,
  relatedDocumentsResolver,
} from '../../resolvers/typed-documents/edges.ts';
import type { CollectionTypes, RelatedDocumentFields } from '../typed-documents/documents.ts';
import type { Edge, Edges, Place } from './edges.ts';
import type { RelatedFields, TableTypes } from './table-types.ts';

export interface RelatedFieldsToComplete {
  readonly ofTables: RelatedFields;
  readonly ofCollections: RelatedDocumentFields;
  /** Called before the fields are asked for, with all types that edges lead to. */
  complete(tables: readonly TableTypes[], collections: readonly CollectionTypes[]): void;
}

export function createRelatedFields(edges: Edges): RelatedFieldsToComplete {
  const tableTypes = new Map<Place, TableTypes>();
  const collectionTypes = new Map<Place, CollectionTypes>();

  function toField<Parent>(
    edge: Edge,
    readerOf: (from: string) => ReadPart<Parent>,
  ): GraphQLFieldConfig<Parent, Context> {
    const { target, isList, parts } = edge;
    const values = edgeValues(parts, readerOf);
    const description = edge.relation.description ?? describe(edge);
    if (isTable(target)) {
      const { row, connection, listArguments } = known(tableTypes, target);
      return isList
        ? { description, type: connection, args: listArguments, resolve: relatedRowsResolver(values, target) }
        : { description, type: row, resolve: relatedRowResolver(values, target) };
    }
    const { object, connection, listArguments } = known(collectionTypes, target);
    return isList
      ? { description, type: connection, args: listArguments, resolve: relatedDocumentsResolver(values, target) }
      : { description, type: object, resolve: relatedDocumentResolver(values, target) };
  }

  function toFields<Parent>(
    place: Place,
    readerOf: (from: string) => ReadPart<Parent>,
  ): GraphQLFieldConfigMap<Parent, Context> {
    return Object.fromEntries(edges.of(place).map((edge) => [edge.relation.field, toField(edge, readerOf)]));
  }

  const reads = (place: Place) =>
    new Map(edges.of(place).map(({ relation, parts }) => [relation.field, parts.flatMap(({ from }) => from ?? [])]));

  return {
    ofTables: { reads, fields: (table) => toFields(table, (column) => columnReader(table, column)) },
    ofCollections: { reads, fields: (collection) => toFields(collection, (path) => pathReader(collection, path)) },
    complete(tables, collections) {
      for (const each of tables) tableTypes.set(each.table, each);
      for (const each of collections) collectionTypes.set(each.collection, each);
    },
  };
}

function known<T>(types: ReadonlyMap<Place, T>, place: Place): T {
  const found = types.get(place);
  if (!found) throw new Error(`${place.name} has no types`);
  return found;
}

function describe({ isList, target, parts }: Edge): string {
  const values = parts.map(({ to, from, value }) => `\`${to}\` is ${from ? `\`${from}\`` : JSON.stringify(value)}`);
  const [one, many, of] = isTable(target)
    ? ['The row', 'Rows', target.table.table]
    : ['The document', 'Documents', target.collection];
  return `${isList ? many : one} of \`${of}\` where ${values.join(' and ')}.`;
}
