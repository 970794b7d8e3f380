/** Objects by their global ids. */
import type { GraphQLResolveInfo } from 'graphql';
import { keyColumns } from '../datasources/cql/table-columns.ts';
import { InputError } from '../datasources/source/errors.ts';
import type { CollectionRef } from '../datasources/source/source.ts';
import { readKeyspace } from './catalog/keyspace.ts';
import { readNamespace } from './catalog/namespace.ts';
import { readDatabase } from './databases/database.ts';
import { readDocument } from './documents/document-list.ts';
import { fromId, type GlobalId } from './relay/id.ts';
import { rowKeyOf } from './relay/row-key.ts';
import { columnsToRead, loadRow } from './rows/row-list.ts';
import type { Context } from './shared/context.ts';
import { findTable } from './shared/definitions.ts';
import type { NodeModel } from './shared/models.ts';

export async function readNode(id: string, context: Context, info: GraphQLResolveInfo): Promise<NodeModel | null> {
  const found = fromId(id);
  const node = await readObject(found, context, info);
  return node && { ...node, __typename: found.kind };
}

/** Each is read separately, so that one failure does not affect the others. @throws InputError - when there are too many */
export function readNodes(ids: readonly string[], context: Context, info: GraphQLResolveInfo): Promise<NodeModel>[] {
  const { maxIds } = context.limits;
  if (ids.length > maxIds) {
    throw new InputError(
      `"ids" holds ${ids.length} ids: at most ${maxIds} can be read at once (ASTRA_GRAPHQL_MAX_IDS).`,
    );
  }
  // The generated types know null in a list only outside of a promise; execution takes it from one as well.
  return ids.map((id) => readNode(id, context, info) as Promise<NodeModel>);
}

/** The object of an id; `null` when it does not exist. @throws InputError - for an id of an unknown database */
export async function readObject(found: GlobalId, context: Context, info: GraphQLResolveInfo): Promise<object | null> {
  const id = { ...found, databaseId: context.source.databaseId(found.databaseId) };
  switch (id.kind) {
    case 'Database':
      return readDatabase(id.databaseId, context);
    case 'Keyspace':
      return readKeyspace(id.databaseId, id.keyspace, context);
    case 'Namespace':
      return readNamespace(id.databaseId, id.keyspace, context);
    case 'Table':
      return findTable(id, context);
    case 'Row':
      return readRowById(id, context, info);
    case 'Collection':
      return readCollection(id, context);
    case 'Document':
      return readDocument(toCollection(id), id.documentId, context, info);
  }
}

/** A table that was created again with another key has no row with an older id. */
async function readRowById(id: Extract<GlobalId, { kind: 'Row' }>, context: Context, info: GraphQLResolveInfo) {
  const table = await findTable(id, context);
  if (!table || id.keyValues.length !== keyColumns(table).length) return null;
  return loadRow(table, await rowKeyOf(table, id.keyValues, context), context, columnsToRead(table, info));
}

async function readCollection(id: CollectionRef, { loaders }: Context): Promise<CollectionRef | null> {
  const { databaseId, keyspace, collection } = id;
  const collections = await loaders.collections({ databaseId, keyspace });
  return collections?.find((each) => each.collection === collection) ?? null;
}

function toCollection({ databaseId, keyspace, collection }: CollectionRef): CollectionRef {
  return { databaseId, keyspace, collection };
}
