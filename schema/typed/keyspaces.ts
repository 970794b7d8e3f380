/** Tables and described collections of a keyspace by the names that relations use. */
import type { NameStyle } from '../../resolvers/typed/camel.ts';
import { type DescribedTable, describeTable, describeTypes } from '../../resolvers/typed/describe.ts';
import type { TypedTypes } from '../../resolvers/typed/model.ts';
import { foreignPrefix, TABLE_SUFFIXES } from '../../resolvers/typed/names.ts';
import { type FittingDescriptions, prefixDescriptions } from '../../resolvers/typed-documents/collections.ts';
import type { TypedCollection } from '../../resolvers/typed-documents/model.ts';
import { typeNames } from '../relations/reach.ts';
import type { Relations } from '../relations/relation.ts';
import { fitDocuments } from './documents.ts';
import type { KeyspaceDefinition } from './keyspace-definition.ts';

/** What a graph shows of one keyspace. */
export interface TypedKeyspace {
  readonly definition: KeyspaceDefinition;
  readonly tables: readonly DescribedTable[];
  readonly types: TypedTypes;
  readonly documents: FittingDescriptions;
  /** Of the names of its types; empty for the keyspace whose graph it is. */
  readonly prefix: string;
}

export function describeKeyspace(
  definition: KeyspaceDefinition,
  relations: Relations,
  style?: NameStyle,
): TypedKeyspace {
  const types = describeTypes(definition.types, style);
  const tables = definition.tables.flatMap((table) => describeTable(table, types) ?? []);
  return { definition, tables, types, documents: fitDocuments(definition, relations, tables, types), prefix: '' };
}

/** A keyspace in the graph of another, where its types have a prefix. */
export function asForeign({ tables, documents, ...keyspace }: TypedKeyspace): TypedKeyspace {
  const prefix = foreignPrefix(keyspace.definition.keyspace);
  return {
    ...keyspace,
    prefix,
    tables: tables.map((table) => ({ ...table, name: `${prefix}${table.name}` })),
    documents: prefixDescriptions(documents, prefix),
  };
}

export function nameOf({ definition }: TypedKeyspace): string {
  return definition.keyspace;
}

/** The name in the graph comes first: a table in CQL may be called what the connection of another is called in the graph. */
export function findTable({ tables, prefix }: TypedKeyspace, written: string): DescribedTable | undefined {
  const named = tables.find(({ name }) => name === `${prefix}${written}`);
  const isConnection = tables.some(({ name }) => `${name}${TABLE_SUFFIXES.connection}` === `${prefix}${written}`);
  return named ?? (isConnection ? undefined : tables.find(({ table }) => table.table === written));
}

export function findCollection(
  { documents: { collections }, prefix }: TypedKeyspace,
  written: string,
): TypedCollection | undefined {
  return collections.find(({ name }) => name === `${prefix}${written}`);
}

/** What the type of a field names: itself, or as a connection. */
export function findTarget<T>(
  find: (written: string) => T | undefined,
  written: string,
): { readonly found: T; readonly isList: boolean } | undefined {
  for (const [index, name] of typeNames(written).entries()) {
    const found = find(name);
    if (found !== undefined) return { found, isList: index > 0 };
  }
  return undefined;
}
