/** Reads keyspaces, tables, types and collections: a command each, and all lists sorted by name. */
import { contentOf } from '../../http/response-errors.ts';
import type { Shape } from '../../json/shape.ts';
import { sortByName } from '../../shared/lists.ts';
import type {
  Collection,
  Keyspace,
  KeyspaceRef,
  LoadName,
  Table,
  TableRef,
  UserDefinedType,
} from '../../source/source.ts';
import { type CommandTarget, type DataApiConnection, failureCodes } from '../command/connection.ts';
import {
  collectionNamesReply,
  collectionsReply,
  keyspacesReply,
  tableNamesReply,
  tablesReply,
  typeNamesReply,
  typesReply,
} from './definition-shapes.ts';
import { toCollection, toKeyspace, toTable, toType } from './definitions.ts';

interface Listing<T> {
  readonly name: string;
  readonly reply: Shape<T>;
  readonly reads?: LoadName;
  /** Whether definitions are asked for, or names alone. */
  readonly explain?: boolean;
}

export function toKeyspaces(databaseId: string, names: readonly string[]): readonly Keyspace[] {
  return sortByName(names, String).map((name) => toKeyspace(databaseId, name));
}

/** Those of the system are among them. */
export async function readKeyspaces(
  connection: DataApiConnection,
  databaseId: string,
  reads?: LoadName,
): Promise<readonly string[]> {
  const command = { name: 'findKeyspaces', effect: 'read', reply: keyspacesReply, ...(reads && { reads }) } as const;
  return (await connection.run({ databaseId }, command)).status.keyspaces;
}

/** `null` when there is no such keyspace, here and below. */
export async function readTables(connection: DataApiConnection, ref: KeyspaceRef): Promise<readonly Table[] | null> {
  const body = await list(connection, ref, { name: 'listTables', reply: tablesReply, reads: 'tables', explain: true });
  const tables = body?.status.tables.map((table) => toTable(ref, table));
  return tables ? sortByName(tables, ({ table }) => table) : null;
}

export async function readTypes(
  connection: DataApiConnection,
  ref: KeyspaceRef,
): Promise<readonly UserDefinedType[] | null> {
  const body = await list(connection, ref, { name: 'listTypes', reply: typesReply, reads: 'types', explain: true });
  return body && sortByName(body.status.types.map(toType), ({ name }) => name);
}

export async function readCollections(
  connection: DataApiConnection,
  ref: KeyspaceRef,
): Promise<readonly Collection[] | null> {
  const listing = { name: 'findCollections', reply: collectionsReply, reads: 'collections', explain: true } as const;
  const body = await list(connection, ref, listing);
  const collections = body?.status.collections.map((collection) => toCollection(ref, collection));
  return collections ? sortByName(collections, ({ collection }) => collection) : null;
}

export async function readTableNames(
  connection: DataApiConnection,
  ref: KeyspaceRef,
): Promise<readonly string[] | null> {
  return (await list(connection, ref, { name: 'listTables', reply: tableNamesReply }))?.status.tables ?? null;
}

export async function readCollectionNames(
  connection: DataApiConnection,
  ref: KeyspaceRef,
): Promise<readonly string[] | null> {
  return (
    (await list(connection, ref, { name: 'findCollections', reply: collectionNamesReply }))?.status.collections ?? null
  );
}

export async function readTypeNames(
  connection: DataApiConnection,
  ref: KeyspaceRef,
): Promise<readonly string[] | null> {
  return (await list(connection, ref, { name: 'listTypes', reply: typeNamesReply }))?.status.types ?? null;
}

/** What a keyspace holds; `null` when it is missing. */
function list<T>(connection: DataApiConnection, { databaseId, keyspace }: KeyspaceRef, listing: Listing<T>) {
  return isName(keyspace) ? read(connection, { databaseId, keyspace }, listing) : null;
}

/** What belongs to a table; `null` when it or its keyspace is missing. */
export async function listOfTable<T>(
  connection: DataApiConnection,
  { databaseId, keyspace, table }: TableRef,
  listing: Listing<T>,
): Promise<T | null> {
  return isName(keyspace) && isName(table) ? read(connection, { databaseId, keyspace, table }, listing) : null;
}

async function read<T>(
  connection: DataApiConnection,
  target: CommandTarget,
  { name, reply, reads, explain = false }: Listing<T>,
): Promise<T | null> {
  const body = explain ? { options: { explain } } : {};
  const answer = await connection.send(target, { name, body, effect: 'read', reply, ...(reads && { reads }) });
  return failureCodes(answer).some((code) => MISSING.has(code)) ? null : contentOf(answer);
}

/** Names with other characters cannot exist. */
export function isName(name: string): boolean {
  return /^\w+$/.test(name);
}

/** The last for a collection, which has no indexes to list. */
const MISSING = new Set(['UNKNOWN_KEYSPACE', 'UNKNOWN_COLLECTION_OR_TABLE', 'UNSUPPORTED_COLLECTION_COMMAND']);
