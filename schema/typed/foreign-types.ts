/** The types of what edges lead to in other keyspaces. They have no root fields. */
import {
  type CollectionTypes,
  createCollectionTypes,
  type DocumentSchemaOptions,
} from '../typed-documents/documents.ts';
import type { ForeignPlaces } from './edges.ts';
import type { SharedTypes, TableTypes } from './table-types.ts';
import { createTableTypes } from './tables.ts';

export interface ForeignTypes {
  readonly tables: readonly TableTypes[];
  readonly collections: readonly CollectionTypes[];
}

export function createForeignTypes(
  foreign: readonly ForeignPlaces[],
  shared: SharedTypes,
  options: DocumentSchemaOptions,
): ForeignTypes {
  const all = foreign.map(({ keyspace, tables, collections }): ForeignTypes => {
    const { definition, types: typed, prefix, documents } = keyspace;
    const types = shared.types.ofKeyspace(typed, prefix);
    const others: SharedTypes = { ...shared, types, filters: shared.filters.ofKeyspace(types) };
    return {
      tables: tables.map((table) => createTableTypes(table, definition.indexes.get(table.table.table) ?? [], others)),
      collections: createCollectionTypes({ collections, types: documents.types }, options).made,
    };
  });
  return { tables: all.flatMap(({ tables }) => tables), collections: all.flatMap(({ collections }) => collections) };
}
