/** Edges that Cassandra does not know: keys of other rows and documents, made from the values of this one. */

import type { GraphQLResolveInfo } from 'graphql';
import { keyColumns } from '../../datasources/cql/key-columns.ts';
import { listNames, show } from '../../datasources/json/shorten.ts';
import { firstRepeated } from '../../datasources/shared/lists.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CollectionRef, CqlValue, KeyspaceRef, RowValues, Table } from '../../datasources/source/source.ts';
import { readDocument } from '../documents/document-list.ts';
import { findRows, readRow } from '../rows/row-list.ts';
import type { Context } from '../shared/context.ts';
import type { ConnectionModel, DocumentModel, RowModel } from '../shared/models.ts';
import type { RelatedKeyPart, RowRelatedRowArgs, RowRelatedRowsArgs } from '../shared/types.generated.ts';

/** A row or document from which edges lead to others. */
export interface Origin {
  /** Where the others are, unless the query names another keyspace. */
  readonly home: KeyspaceRef;
  /** The value of a column of this row, or at a path of this document. @throws InputError - when it has no such thing */
  readonly read: (from: string) => MaybePromise<CqlValue>;
}

/** The row with the key that is made; `null` when a value for it is null, or when there is no such row. */
export function findRelatedRow(
  { home, read }: Origin,
  { keyspace, table: name, key: parts }: RowRelatedRowArgs,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<RowModel | null> {
  const related = readRelatedTable(placeOf(home, keyspace), name, context);
  return chain(related, (table) => {
    checkColumns(table, parts, keyColumns(table).length);
    return chain(makeKey(parts, read), (key) => key && readRow(table, key, context, info));
  });
}

/** The rows whose keys begin as it is made; `null` when a value for it is null. */
export async function findRelatedRows(
  { home, read }: Origin,
  { keyspace, table: name, key: parts, ...args }: RowRelatedRowsArgs,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ConnectionModel<RowModel> | null> {
  const table = await readRelatedTable(placeOf(home, keyspace), name, context);
  checkColumns(table, parts, table.partitionKey.length);
  const key = await makeKey(parts, read);
  return key && findRows(table, { ...args, key }, context, info);
}

/** The document whose id stands at `from`; `null` when nothing stands there, or when there is no such document. */
export function findRelatedDocument(
  { home, read }: Origin,
  from: string,
  { namespace, collection }: { readonly namespace?: string | null | undefined; readonly collection: string },
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<DocumentModel | null> {
  return chain(read(from), (documentId) => {
    if (documentId === null) return null;
    if (typeof documentId === 'object') {
      throw new InputError(`"${from}" holds ${show(documentId)}, which cannot be the id of a document.`);
    }
    const ref: CollectionRef = { databaseId: home.databaseId, keyspace: namespace ?? home.keyspace, collection };
    return readDocument(ref, String(documentId), context, info);
  });
}

function placeOf(home: KeyspaceRef, keyspace: string | null | undefined): KeyspaceRef {
  return typeof keyspace === 'string' ? { databaseId: home.databaseId, keyspace } : home;
}

function readRelatedTable(place: KeyspaceRef, name: string, { loaders }: Context): MaybePromise<Table> {
  return chain(loaders.tables(place), (tables) => {
    const found = tables?.find(({ table }) => table === name);
    if (found) return found;
    throw new InputError(
      tables
        ? `There is no table "${name}" in the keyspace "${place.keyspace}". Its tables are: ${tables.map(({ table }) => table).join(', ') || 'none'}.`
        : `There is no keyspace "${place.keyspace}". Name one with the argument "keyspace".`,
    );
  });
}

/** Checked before any value is looked at, so that a wrong key is refused whatever this row holds. */
function checkColumns(table: Table, parts: readonly RelatedKeyPart[], least: number): void {
  const wanted = keyColumns(table);
  const given = parts.map(({ column }) => column);
  const twice = firstRepeated(given);
  if (twice !== undefined) throw new InputError(`"key" names the column "${twice}" twice. Name it once.`);
  const leading = wanted.slice(0, Math.max(given.length, least));
  if (given.length > wanted.length || leading.some((column) => !given.includes(column))) {
    const rule = least === wanted.length ? 'all of them are needed' : `the first ${least} or more are needed, in order`;
    throw new InputError(
      `"key" gives ${listNames(given) || 'nothing'}, but the key of the table "${table.table}" is (${wanted.join(', ')}): ${rule}.`,
    );
  }
}

/** `null` when a value that the key is made from is null. */
function makeKey(parts: readonly RelatedKeyPart[], read: Origin['read']): MaybePromise<RowValues | null> {
  const values = parts.map((part) => readPart(part, read));
  const toKey = (known: readonly CqlValue[]): RowValues | null =>
    known.includes(null) ? null : Object.fromEntries(parts.map(({ column }, index) => [column, known[index] ?? null]));
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values).then(toKey)
    : toKey(values as readonly CqlValue[]);
}

function readPart({ column, from, value }: RelatedKeyPart, read: Origin['read']): MaybePromise<CqlValue> {
  const hasFrom = typeof from === 'string';
  const hasValue = value !== undefined && value !== null;
  if (hasFrom !== hasValue) return hasFrom ? read(from) : (value ?? null);
  const fault = hasFrom ? 'both "from" and "value"' : 'neither "from" nor "value"';
  throw new InputError(`The part of "key" for the column "${column}" has ${fault}. Give exactly one of them.`);
}
