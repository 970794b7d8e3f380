/** Objects to which other subgraphs refer, by the global id or by its parts. */

import type { GraphQLResolveInfo } from 'graphql';
import { keyColumns } from '../datasources/cql/table-columns.ts';
import { show } from '../datasources/json/shorten.ts';
import { ownValue } from '../datasources/shared/own-value.ts';
import { InputError } from '../datasources/source/errors.ts';
import type { RowValues, TableRef } from '../datasources/source/source.ts';
import { readObject } from './node.ts';
import { fromIdOf, type Kind } from './relay/id.ts';
import { rowKeyOf } from './relay/row-key.ts';
import { columnsToRead, loadRow, readRow } from './rows/row-list.ts';
import type { Context } from './shared/context.ts';
import { findTable } from './shared/definitions.ts';

/** The fields that identify an object of each type. */
export const KEY_FIELDS = {
  Database: ['databaseId'],
  Keyspace: ['databaseId', 'name'],
  Table: ['databaseId', 'keyspaceName', 'name'],
  Row: ['databaseId', 'keyspaceName', 'tableName', 'key'],
  Namespace: ['databaseId', 'name'],
  Collection: ['databaseId', 'namespaceName', 'name'],
  Document: ['databaseId', 'namespaceName', 'collectionName', 'documentId'],
} as const satisfies Readonly<Record<Kind, readonly string[]>>;

type Reference = { readonly [field: string]: unknown };

/**
 * The object with the id, where there is one, or with the parts; `null` when it does not exist. Other fields are ignored.
 *
 * @throws InputError - when neither is complete, before any upstream call
 */
export async function readReference(
  kind: Kind,
  reference: Reference,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object | null> {
  if (typeof reference.id === 'string') return readObject(fromIdOf(kind, reference.id), context, info);
  const fault = KEY_FIELDS[kind].find((field) => !isPart(field, reference[field]));
  if (fault) {
    throw new InputError(
      `A reference to a ${kind} needs "id", or else ${quote(KEY_FIELDS[kind])}: "${fault}" is ${reference[fault] === undefined ? 'missing' : show(reference[fault])}.`,
    );
  }
  // `isPart` has checked all fields of this kind.
  return readByParts(kind, reference as unknown as ReferenceParts, context, info);
}

/** All key fields; a reference has those of its type. */
interface ReferenceParts {
  readonly databaseId: string;
  readonly keyspaceName: string;
  readonly namespaceName: string;
  readonly tableName: string;
  readonly collectionName: string;
  readonly documentId: string;
  readonly name: string;
  readonly key: RowValues;
}

function isPart(field: string, value: unknown): boolean {
  if (field !== 'key') return typeof value === 'string';
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quote(names: readonly string[]): string {
  return `"${names.join('", "')}"`;
}

async function readByParts(kind: Kind, parts: ReferenceParts, context: Context, info: GraphQLResolveInfo) {
  const { databaseId, keyspaceName, namespaceName, name } = parts;
  switch (kind) {
    case 'Database':
      return readObject({ kind, databaseId }, context, info);
    case 'Keyspace':
    case 'Namespace':
      return readObject({ kind, databaseId, keyspace: name }, context, info);
    case 'Table':
      return readObject({ kind, databaseId, keyspace: keyspaceName, table: name }, context, info);
    case 'Row':
      return readRowByKey({ databaseId, keyspace: keyspaceName, table: parts.tableName }, parts.key, context, info);
    case 'Collection':
      return readObject({ kind, databaseId, keyspace: namespaceName, collection: name }, context, info);
    case 'Document': {
      const { collectionName: collection, documentId } = parts;
      return readObject({ kind, databaseId, keyspace: namespaceName, collection, documentId }, context, info);
    }
  }
}

/** Takes keys as this graph answers them: the row of a partition's static columns has null for its clustering columns. */
async function readRowByKey(ref: TableRef, key: RowValues, context: Context, info: GraphQLResolveInfo) {
  const table = await findTable({ ...ref, databaseId: context.source.databaseId(ref.databaseId) }, context);
  if (!table) return null;
  const isStatic =
    table.clusteringKey.length > 0 && table.clusteringKey.every(({ name }) => ownValue(key, name) === null);
  if (!isStatic) return readRow(table, key, context, info);
  const keyValues = keyColumns(table).map((name) => ownValue(key, name) ?? null);
  return loadRow(table, await rowKeyOf(table, keyValues, context), context, columnsToRead(table, info));
}
