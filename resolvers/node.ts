/** Objects by their global ids. */
import type { GraphQLResolveInfo } from 'graphql';
import { toKey } from '../datasources/cql/check.ts';
import { InputError } from '../datasources/errors.ts';
import type { CqlValue, RowValues, Table } from '../datasources/source.ts';
import type { Context } from './context.ts';
import { readDatabase } from './database.ts';
import { readDocument } from './document-list.ts';
import { fromId, type GlobalId, keyColumns } from './id.ts';
import { readKeyspace } from './keyspace.ts';
import type { NodeModel } from './models.ts';
import { readNamespace } from './namespace.ts';
import { loadRow, typesOf } from './row-list.ts';

export async function readNode(id: string, context: Context, info: GraphQLResolveInfo): Promise<NodeModel | null> {
  const found = fromId(id);
  const node = await readObject({ ...found, databaseId: context.source.databaseId(found.databaseId) }, context, info);
  return node && { ...node, __typename: found.kind };
}

/** Each by itself: one that fails does not spoil the others. @throws InputError - when there are too many */
export function readNodes(
  ids: readonly string[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<NodeModel | null>[] {
  const { maxIds } = context.limits;
  if (ids.length > maxIds)
    throw new InputError(`"ids" holds ${ids.length} ids: at most ${maxIds} can be read at once.`);
  return ids.map((id) => readNode(id, context, info));
}

async function readObject(id: GlobalId, context: Context, info: GraphQLResolveInfo): Promise<object | null> {
  switch (id.kind) {
    case 'Database':
      return readDatabase(id.databaseId, context);
    case 'Keyspace':
      return readKeyspace(id.databaseId, id.keyspace, context);
    case 'Namespace':
      return readNamespace(id.databaseId, id.keyspace, context);
    case 'Table':
      return readTable(id, context);
    case 'Row':
      return readRowById(id, context, info);
    case 'Collection':
      return readCollection(id, context);
    case 'Document':
      return readDocument(toCollection(id), id.documentId, context, info);
  }
}

async function readTable(
  id: { databaseId: string; keyspace: string; table: string },
  { loaders }: Context,
): Promise<Table | null> {
  return (await loaders.tables(id))?.find(({ table }) => table === id.table) ?? null;
}

async function readRowById(id: Extract<GlobalId, { kind: 'Row' }>, context: Context, info: GraphQLResolveInfo) {
  const table = await readTable(id, context);
  return table && loadRow(table, await keyOf(table, id.keyValues, context), context, info);
}

/** The key that an id holds, by the present names of its columns. A table that was made anew may have another key. */
export async function keyOf(table: Table, keyValues: readonly CqlValue[], context: Context): Promise<RowValues> {
  const key = Object.fromEntries(keyColumns(table).map((name, position) => [name, keyValues[position] ?? null]));
  const isStaticPartition =
    table.clusteringKey.length > 0 && table.clusteringKey.every(({ name }) => key[name] === null);
  return isStaticPartition ? key : toKey(table, key, typesOf(table, context));
}

async function readCollection(id: Extract<GlobalId, { kind: 'Collection' }>, { loaders }: Context) {
  const names = await loaders.collections(id);
  return names?.includes(id.collection) ? toCollection(id) : null;
}

function toCollection({
  databaseId,
  keyspace,
  collection,
}: {
  databaseId: string;
  keyspace: string;
  collection: string;
}) {
  return { databaseId, keyspace, collection };
}
