/** What a mutation is about: a thing that exists, named by its object id or by its parts. */
import { InputError } from '../../datasources/source/errors.ts';
import type { CollectionRef, KeyspaceRef, TableRef } from '../../datasources/source/source.ts';
import { fromIdOf } from '../relay/id.ts';
import type { Context } from './context.ts';
import { isNamedById } from './named-by.ts';

export type Text = string | null | undefined;

export interface Named {
  readonly id?: Text;
  readonly databaseId?: Text;
}

interface TableNames extends Named {
  readonly keyspace?: Text;
  readonly table?: Text;
}

interface CollectionNames extends Named {
  readonly namespace?: Text;
  readonly collection?: Text;
}

export interface DocumentRef {
  readonly collection: CollectionRef;
  readonly documentId: string;
}

/** Canonical id of a database, which is the default one when neither field is given. */
export function databaseTarget(input: Named, { source }: Context): string {
  if (typeof input.id !== 'string') return source.databaseId(input.databaseId);
  isNamedById(input, 'id', ['databaseId']);
  return source.databaseId(fromIdOf('Database', input.id).databaseId);
}

export function keyspaceTarget(input: Named & { readonly keyspace?: Text }, context: Context): KeyspaceRef {
  if (!isNamedById(input, 'id', ['keyspace'])) {
    return { databaseId: context.source.databaseId(input.databaseId), keyspace: input.keyspace ?? '' };
  }
  const { databaseId, keyspace } = fromIdOf('Keyspace', input.id ?? '');
  return { databaseId: ownDatabase(databaseId, input, context), keyspace };
}

export function namespaceTarget(input: Named & { readonly namespace?: Text }, context: Context): KeyspaceRef {
  if (!isNamedById(input, 'id', ['namespace'])) {
    return { databaseId: context.source.databaseId(input.databaseId), keyspace: input.namespace ?? '' };
  }
  const { databaseId, keyspace } = fromIdOf('Namespace', input.id ?? '');
  return { databaseId: ownDatabase(databaseId, input, context), keyspace };
}

export function tableTarget(input: TableNames, context: Context): TableRef {
  if (!isNamedById(input, 'id', ['keyspace', 'table'])) return tableRef(input, context);
  return tableById(input, context);
}

/** The table of a column or index, whose own name stands beside it. */
export function parentTable(input: Omit<TableNames, 'id'> & { readonly tableId?: Text }, context: Context): TableRef {
  if (!isNamedById(input, 'tableId', ['keyspace', 'table'])) return tableRef(input, context);
  return tableById({ id: input.tableId, databaseId: input.databaseId }, context);
}

export function tableRef({ databaseId, keyspace, table }: TableNames, { source }: Context): TableRef {
  return { databaseId: source.databaseId(databaseId), keyspace: keyspace ?? '', table: table ?? '' };
}

export function collectionTarget(input: CollectionNames, context: Context): CollectionRef {
  if (!isNamedById(input, 'id', ['namespace', 'collection'])) return collectionRef(input, context);
  const { databaseId, keyspace, collection } = fromIdOf('Collection', input.id ?? '');
  return { databaseId: ownDatabase(databaseId, input, context), keyspace, collection };
}

export function documentTarget(input: CollectionNames & { readonly documentId?: Text }, context: Context): DocumentRef {
  if (!isNamedById(input, 'id', ['namespace', 'collection', 'documentId'])) {
    return { collection: collectionRef(input, context), documentId: input.documentId ?? '' };
  }
  const { databaseId, keyspace, collection, documentId } = fromIdOf('Document', input.id ?? '');
  return { collection: { databaseId: ownDatabase(databaseId, input, context), keyspace, collection }, documentId };
}

export function collectionRef(
  { databaseId, namespace, collection }: CollectionNames,
  { source }: Context,
): CollectionRef {
  return { databaseId: source.databaseId(databaseId), keyspace: namespace ?? '', collection: collection ?? '' };
}

/** Canonical id of the database that an object id names. @throws InputError - when `databaseId` is given and is another */
export function ownDatabase(found: string, { id, databaseId: given }: Named, { source }: Context): string {
  const databaseId = source.databaseId(found);
  if (typeof given === 'string' && source.databaseId(given) !== databaseId) {
    throw new InputError(
      `The id "${id}" belongs to the database "${databaseId}", and "databaseId" is "${given}". Leave out "databaseId".`,
    );
  }
  return databaseId;
}

function tableById(input: Named, context: Context): TableRef {
  const { databaseId, keyspace, table } = fromIdOf('Table', input.id ?? '');
  return { databaseId: ownDatabase(databaseId, input, context), keyspace, table };
}
