/** Rows of a typed graph by their ids: those of the universal graph, of this keyspace alone. */
import type { GraphQLResolveInfo } from 'graphql';
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { KeyspaceRef } from '../../datasources/source/source.ts';
import { fromIdOf } from '../relay/id.ts';
import { rowKeyOf } from '../relay/row-key.ts';
import { loadRow } from '../rows/row-list.ts';
import type { Context } from '../shared/context.ts';
import type { RowModel } from '../shared/models.ts';
import type { TypedTable } from './model.ts';
import { columnsOf } from './projection.ts';

/** `__typename` is the name of its type in the graph. */
export type NodeModel = RowModel & { readonly __typename: string };

/** `null`: it does not exist, or this graph does not show its table. @throws InputError - for an id of something else */
export type NodeReader = (nodeId: string, context: Context, info: GraphQLResolveInfo) => Promise<NodeModel | null>;

/** @param tables - all of the graph */
export function createNodeReader(keyspace: KeyspaceRef, tables: readonly TypedTable[]): NodeReader {
  const byName = new Map(tables.map((table) => [table.table.table, table]));
  return async (nodeId, context, info) => {
    const id = fromIdOf('Row', nodeId);
    const databaseId = context.source.databaseId(id.databaseId);
    if (databaseId !== keyspace.databaseId || id.keyspace !== keyspace.keyspace) {
      throw new InputError(
        `"${nodeId}" is the id of a row in "${id.keyspace}", and this graph has those of "${keyspace.keyspace}". Read it in the graph of its keyspace, or in the universal one.`,
      );
    }
    const typed = byName.get(id.table);
    // A table that was created again with another key has no row with an older id.
    if (!typed || id.keyValues.length !== keyColumns(typed.table).length) return null;
    const key = await rowKeyOf(typed.table, id.keyValues, context);
    const row = await loadRow(typed.table, key, context, columnsOf(info, typed));
    return row && { ...row, __typename: typed.name };
  };
}

/** Each is read separately, so that one failure does not affect the others. @throws InputError - when there are too many */
export function readNodes(
  read: NodeReader,
  nodeIds: readonly string[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<NodeModel | null>[] {
  const { maxIds } = context.limits;
  if (nodeIds.length > maxIds) {
    throw new InputError(
      `"nodeIds" holds ${nodeIds.length} ids: at most ${maxIds} can be read at once (ASTRA_GRAPHQL_MAX_IDS).`,
    );
  }
  return nodeIds.map((nodeId) => read(nodeId, context, info));
}
