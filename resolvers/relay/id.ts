/**
 * Global ids: kind, version, database, names, and for a row the canonical values of its key by position, so that another
 * spelling of a value is the same row and an id survives the renaming of a key column.
 */
import { keyIdentity } from '../../datasources/cql/identity.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type {
  CollectionRef,
  CqlValue,
  Json,
  KeyspaceRef,
  RowValues,
  Table,
  TableRef,
  UserDefinedType,
} from '../../datasources/source/source.ts';
import { decodeOpaque, encodeOpaque } from './opaque.ts';

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
  return encodeOpaque('id', [VERSION, id.kind, ...partsOf(id)]);
}

/**
 * The id of a row whose key is canonical. A partition with only static cells has `null` for its clustering values.
 *
 * @param types - of the keyspace, where a clustering column `needsTypes`
 */
export function toRowId(table: Table, key: RowValues, types?: readonly UserDefinedType[]): string {
  const { databaseId, keyspace, table: name } = table;
  return toId({ kind: 'Row', databaseId, keyspace, table: name, keyValues: keyIdentity(table, key, types) });
}

/** @throws InputError - for anything that is not an id of this graph */
export function fromId(id: string): GlobalId {
  const content = decodeOpaque('id', id);
  const [version, kind, ...parts] = Array.isArray(content) ? (content as readonly Json[]) : [];
  const found = version === VERSION ? fromParts(kind as Kind, parts) : null;
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

/** The reverse of `partsOf`; `null` for anything else. */
function fromParts(kind: Kind, parts: readonly Json[]): GlobalId | null {
  const names = parts.filter((part) => typeof part === 'string');
  const [databaseId = '', keyspace = '', third = '', documentId = ''] = names;
  const keyValues = parts[3];
  if (kind === 'Row') {
    return names.length === 3 && isList(keyValues) ? { kind, databaseId, keyspace, table: third, keyValues } : null;
  }
  if (names.length !== parts.length || names.length !== NAME_COUNTS[kind]) return null;
  switch (kind) {
    case 'Database':
      return { kind, databaseId };
    case 'Keyspace':
    case 'Namespace':
      return { kind, databaseId, keyspace };
    case 'Table':
      return { kind, databaseId, keyspace, table: third };
    case 'Collection':
      return { kind, databaseId, keyspace, collection: third };
    case 'Document':
      return { kind, databaseId, keyspace, collection: third, documentId };
  }
}

const NAME_COUNTS = { Database: 1, Keyspace: 2, Namespace: 2, Table: 3, Collection: 3, Document: 4 };

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
