/** Rows and documents whose keys are built from the values of another: Cassandra has no foreign keys. */

import type { GraphQLResolveInfo } from 'graphql';
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { show } from '../../datasources/json/shorten.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CollectionRef, CqlValue, KeyspaceRef, Table } from '../../datasources/source/source.ts';
import { readDocument } from '../documents/document-list.ts';
import { columnsToRead, findRows, readRow } from '../rows/row-list.ts';
import type { Context } from '../shared/context.ts';
import { tablesByName } from '../shared/definitions.ts';
import type { ConnectionModel, DocumentModel, RowModel } from '../shared/models.ts';
import type { RowRelatedRowArgs, RowRelatedRowsArgs } from '../shared/types.generated.ts';
import { checkKeyParts, makeKey, type ReadValue } from './related-key.ts';

/** The row or document whose related rows and documents are read. */
export interface Origin {
  /** The keyspace of the related rows and documents, unless the query names another. */
  readonly ref: KeyspaceRef;
  readonly read: ReadValue;
}

/** `null` when a value of the key is null, or when there is no such row. */
export function findRelatedRow(
  origin: Origin,
  { keyspace, table: name, key: parts }: RowRelatedRowArgs,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<RowModel | null> {
  const related = requireRelatedTable(keyspaceOf(origin, keyspace), name, context);
  return chain(related, (table) => {
    const checked = checkKeyParts(table, parts, keyColumns(table).length);
    return chain(makeKey(checked, origin.read), (key) => key && readRow(table, key, context, info));
  });
}

/** The rows whose keys begin with these values; `null` when a value of the key is null. */
export async function findRelatedRows(
  origin: Origin,
  { keyspace, table: name, key: parts, ...args }: RowRelatedRowsArgs,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ConnectionModel<RowModel> | null> {
  const table = await requireRelatedTable(keyspaceOf(origin, keyspace), name, context);
  const checked = checkKeyParts(table, parts, table.partitionKey.length);
  const key = await makeKey(checked, origin.read);
  return key && findRows(table, { ...args, key }, context, columnsToRead(table, info));
}

/** The document whose id is read from `from`; `null` when that is null, or when there is no such document. */
export function findRelatedDocument(
  origin: Origin,
  from: string,
  { namespace, collection }: { readonly namespace?: string | null | undefined; readonly collection: string },
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<DocumentModel | null> {
  return chain(origin.read(from), (value) => {
    if (value === null) return null;
    const related: CollectionRef = {
      databaseId: origin.ref.databaseId,
      keyspace: namespace ?? origin.ref.keyspace,
      collection,
    };
    return readDocument(related, toDocumentId(from, value), context, info);
  });
}

/** @param from - the column or path that has the value, for messages @throws InputError */
export function toDocumentId(from: string, value: Exclude<CqlValue, null>): string {
  if (typeof value !== 'object') return String(value);
  throw new InputError(`"${from}" holds ${show(value)}, which cannot be the id of a document.`);
}

function keyspaceOf({ ref }: Origin, keyspace: string | null | undefined): KeyspaceRef {
  return typeof keyspace === 'string' ? { databaseId: ref.databaseId, keyspace } : ref;
}

function requireRelatedTable(ref: KeyspaceRef, name: string, { loaders }: Context): MaybePromise<Table> {
  return chain(loaders.tables(ref), (tables) => {
    const found = tables && tablesByName(tables).get(name);
    if (found) return found;
    throw new InputError(
      tables
        ? `There is no table "${name}" in the keyspace "${ref.keyspace}". Its tables are: ${tables.map(({ table }) => table).join(', ') || 'none'}.`
        : `There is no keyspace "${ref.keyspace}". Name one with the argument "keyspace".`,
    );
  });
}
