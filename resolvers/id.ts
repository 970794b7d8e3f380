/**
 * Global ids: kind, version, database, names, and for a row the canonical values of its key by position, so that another
 * spelling of a value is the same row and renaming a key column orphans nothing.
 */
import { InputError } from '../datasources/errors.ts';
import type { CollectionRef, CqlValue, Json, KeyspaceRef, RowValues, Table, TableRef } from '../datasources/source.ts';
import { seal, unseal } from './seal.ts';

const VERSION = 1;

export type GlobalId =
  | { readonly kind: 'Database'; readonly databaseId: string }
  | ({ readonly kind: 'Keyspace' } & KeyspaceRef)
  | ({ readonly kind: 'Table' } & TableRef)
  | ({ readonly kind: 'Row'; readonly keyValues: readonly CqlValue[] } & TableRef)
  | ({ readonly kind: 'Namespace' } & KeyspaceRef)
  | ({ readonly kind: 'Collection' } & CollectionRef)
  | ({ readonly kind: 'Document'; readonly documentId: string } & CollectionRef);

export type Kind = GlobalId['kind'];

export function toId(id: GlobalId): string {
  return seal('id', [VERSION, id.kind, ...partsOf(id)]);
}

/** The id of a row whose key is canonical. A partition with only static cells has `null` for its clustering values. */
export function toRowId(table: Table, key: RowValues): string {
  const { databaseId, keyspace, table: name } = table;
  const keyValues = keyColumns(table).map((column) => key[column] ?? null);
  return toId({ kind: 'Row', databaseId, keyspace, table: name, keyValues });
}

/** Names of the key columns in the order of the key. */
export function keyColumns(table: Table): readonly string[] {
  return [...table.partitionKey, ...table.clusteringKey.map(({ name }) => name)];
}

/** @throws InputError - for anything that is not an id of this graph */
export function fromId(id: string): GlobalId {
  const content = unseal('id', id);
  const found =
    Array.isArray(content) && content[0] === VERSION ? fromParts(content[1] as Kind, content.slice(2)) : null;
  if (!found) throw new InputError(`"${id}" is not an id of this graph. Send an "id" that it has answered, unchanged.`);
  return found;
}

/** @throws InputError - also when the id is one of another type */
export function fromIdOf<K extends Kind>(kind: K, id: string): Extract<GlobalId, { kind: K }> {
  const found = fromId(id);
  if (found.kind !== kind) throw new InputError(`"${id}" is the id of a ${found.kind}, and a ${kind} is needed here.`);
  return found as Extract<GlobalId, { kind: K }>;
}

function partsOf(id: GlobalId): Json[] {
  switch (id.kind) {
    case 'Database':
      return [id.databaseId];
    case 'Keyspace':
    case 'Namespace':
      return [id.databaseId, id.keyspace];
    case 'Table':
      return [id.databaseId, id.keyspace, id.table];
    case 'Row':
      return [id.databaseId, id.keyspace, id.table, id.keyValues];
    case 'Collection':
      return [id.databaseId, id.keyspace, id.collection];
    case 'Document':
      return [id.databaseId, id.keyspace, id.collection, id.documentId];
  }
}

function fromParts(kind: Kind, parts: readonly Json[]): GlobalId | null {
  const [databaseId = '', keyspace = '', third = ''] = parts as string[];
  switch (kind) {
    case 'Database':
      return { kind, databaseId };
    case 'Keyspace':
    case 'Namespace':
      return { kind, databaseId, keyspace };
    case 'Table':
      return { kind, databaseId, keyspace, table: third };
    case 'Row':
      return { kind, databaseId, keyspace, table: third, keyValues: parts[3] as readonly CqlValue[] };
    case 'Collection':
      return { kind, databaseId, keyspace, collection: third };
    case 'Document':
      return { kind, databaseId, keyspace, collection: third, documentId: String(parts[3]) };
    default:
      return null;
  }
}
