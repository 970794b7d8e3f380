/** Rows and documents of a typed graph by their ids: those of the universal graph, of this keyspace alone. */
import type { GraphQLResolveInfo } from 'graphql';
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import type { MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { KeyspaceRef } from '../../datasources/source/source.ts';
import { fromId, fromIdOf, type GlobalId } from '../relay/id.ts';
import { rowKeyOf } from '../relay/row-key.ts';
import { loadRow } from '../rows/row-list.ts';
import type { Context } from '../shared/context.ts';
import type { DocumentModel, RowModel } from '../shared/models.ts';
import { toColumnValues } from './columns.ts';
import type { TypedColumn, TypedTable } from './model.ts';
import { columnsReader } from './projection.ts';

/** `null` also for a document of a collection that the graph does not show. */
export type DocumentNodeReader = (
  id: Extract<GlobalId, { kind: 'Document' }>,
  context: Context,
  info: GraphQLResolveInfo,
) => MaybePromise<DocumentModel | null>;

/** `null`: it does not exist, or this graph does not show its table. @throws InputError - for an id of something else */
export type NodeReader = (
  nodeId: string,
  context: Context,
  info: GraphQLResolveInfo,
) => Promise<RowModel | DocumentModel | null>;

type RowId = ReturnType<typeof fromIdOf<'Row'>>;

/** @param tables - all of the graph */
export function createNodeReader(
  keyspace: KeyspaceRef,
  tables: readonly TypedTable[],
  readDocument: DocumentNodeReader,
): NodeReader {
  const byName = new Map(tables.map((table) => [table.table.table, table]));
  return async (nodeId, context, info) => {
    const found = fromId(nodeId);
    const id = found.kind === 'Document' ? found : fromIdOf('Row', nodeId);
    if (!isWithin(id, keyspace, context)) {
      throw new InputError(
        `"${nodeId}" is the id of something in "${id.keyspace}", and this graph has those of "${keyspace.keyspace}". Read it in the graph of its keyspace, or in the universal one.`,
      );
    }
    if (id.kind === 'Document') return readDocument(id, context, info);
    const typed = byName.get(id.table);
    return typed ? readByValues(typed, id.keyValues, context, info) : null;
  };
}

/**
 * Reads rows to which other subgraphs refer: by `nodeId` where there is one, or by the fields of the key. Other fields are ignored.
 *
 * @param name - of the type in the subgraph
 */
export function createEntityReader(typed: TypedTable, name: string) {
  const { table } = typed;
  const key = keyFields(typed);
  return async (
    reference: { readonly [field: string]: unknown },
    context: Context,
    info: GraphQLResolveInfo,
  ): Promise<RowModel | null> => {
    if (typeof reference.nodeId === 'string') {
      const id = fromIdOf('Row', reference.nodeId);
      if (id.table === table.table && isWithin(id, table, context))
        return readByValues(typed, id.keyValues, context, info);
      throw new InputError(
        `"${reference.nodeId}" is the id of a row of "${id.keyspace}.${id.table}", and one of "${table.keyspace}.${table.table}" is needed here.`,
      );
    }
    const missing = key.find(({ field }) => reference[field] === undefined);
    if (missing) {
      throw new InputError(
        `A reference to ${name} needs "nodeId", or else all fields of its key: "${missing.field}" is missing.`,
      );
    }
    const values = toColumnValues(typed, Object.fromEntries(key.map(({ field }) => [field, reference[field]])));
    return readByValues(
      typed,
      key.map(({ column }) => values[column.name] ?? null),
      context,
      info,
    );
  };
}

/** The fields of the primary key, in its order. */
export function keyFields({ table, columns }: TypedTable): readonly TypedColumn[] {
  return keyColumns(table).flatMap((name) => columns.find(({ column }) => column.name === name) ?? []);
}

/** Whether an id is of something in a keyspace. */
export function isWithin(id: KeyspaceRef, { databaseId, keyspace }: KeyspaceRef, { source }: Context): boolean {
  return id.keyspace === keyspace && source.databaseId(id.databaseId) === databaseId;
}

/** A table that was created again with another key has no row with an older id. */
async function readByValues(
  typed: TypedTable,
  keyValues: RowId['keyValues'],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<RowModel | null> {
  const { table } = typed;
  if (keyValues.length !== keyColumns(table).length) return null;
  return loadRow(table, await rowKeyOf(table, keyValues, context), context, columnsReader(typed)(info));
}

/** Each is read separately, so that one failure does not affect the others. @throws InputError - when there are too many */
export function readNodes(
  read: NodeReader,
  nodeIds: readonly string[],
  context: Context,
  info: GraphQLResolveInfo,
): ReturnType<NodeReader>[] {
  const { maxIds } = context.limits;
  if (nodeIds.length > maxIds) {
    throw new InputError(
      `"nodeIds" holds ${nodeIds.length} ids: at most ${maxIds} can be read at once (ASTRA_GRAPHQL_MAX_IDS).`,
    );
  }
  return nodeIds.map((nodeId) => read(nodeId, context, info));
}
