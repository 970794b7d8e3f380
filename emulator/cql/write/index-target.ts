/** What an index contains: the values of a column, or the keys, values or entries of a collection, or the full collection. */
import type { Index } from '../../core/catalog.ts';
import { framed } from '../types/bytes.ts';
import { elementsOf } from '../types/codec-collection.ts';
import { entriesOf } from '../types/codec-map.ts';
import { codecOf } from '../types/codecs.ts';
import type { Contained, Restriction } from './restriction.ts';
import type { SchemaColumn, TableSchema } from './schema.ts';

const PARTS = ['values', 'keys', 'entries', 'full'] as const;
export type IndexKind = 'simple' | (typeof PARTS)[number];

/** The kind of an index, from its `target` option: `keys(m)`, or the name of the column alone. */
export function indexKind(index: Index): IndexKind {
  const target = index.options.target ?? '';
  return PARTS.find((part) => target.startsWith(`${part}(`) && target.endsWith(')')) ?? 'simple';
}

const STORAGE_ATTACHED = ['StorageAttachedIndex', 'org.apache.cassandra.index.sai.StorageAttachedIndex'];
/** Types without range queries in a storage-attached index. */
const UNORDERED = ['ascii', 'text', 'boolean', 'blob'];

/** A storage-attached index (Astra); several can serve one query. */
export function isStorageAttached({ options }: Pick<Index, 'options'>): boolean {
  return STORAGE_ATTACHED.includes(options.class_name ?? '');
}

/** Whether an index serves a restriction. */
export function indexSupports(index: Index, restriction: Restriction): boolean {
  if (index.column !== restriction.column.name) return false;
  const kind = indexKind(index);
  const { cqlType } = restriction.column;
  if (restriction.kind === 'slice') {
    return isStorageAttached(index) && cqlType.kind === 'scalar' && !UNORDERED.includes(cqlType.name);
  }
  if (restriction.kind === 'eq') return kind === 'simple' || kind === 'full';
  return restriction.kind === 'contains' && restriction.contained.some(({ target }) => target === kind);
}

/** The index keys of a column value; values that are equal in CQL have equal keys. */
export function indexedKeys(
  { keyspace }: TableSchema,
  { cqlType, codec }: SchemaColumn,
  kind: IndexKind,
  value: Uint8Array,
): Uint8Array[] {
  if (kind === 'simple' || kind === 'full') return [codec.toOrdered(value)];
  switch (cqlType.kind) {
    case 'list':
    case 'set': {
      const { toOrdered } = codecOf(cqlType.element, keyspace.types);
      return elementsOf(value).map(toOrdered);
    }
    case 'map': {
      const { toOrdered: keyOrder } = codecOf(cqlType.key, keyspace.types);
      const { toOrdered: valueOrder } = codecOf(cqlType.value, keyspace.types);
      return entriesOf(value).map(([key, item]) => {
        if (kind === 'keys') return keyOrder(key);
        return kind === 'values' ? valueOrder(item) : framed([keyOrder(key), valueOrder(item)]);
      });
    }
    default:
      return [];
  }
}

/** The index key that a restriction looks up; the first of several conditions on one column counts. */
export function soughtKey(schema: TableSchema, restriction: Restriction): Uint8Array | undefined {
  const { column } = restriction;
  if (restriction.kind === 'eq') return restriction.value ? column.codec.toOrdered(restriction.value) : undefined;
  const contained = restriction.kind === 'contains' ? restriction.contained[0] : undefined;
  const sample = contained && sampleOf(column, contained);
  return sample && indexedKeys(schema, column, contained.target, sample)[0];
}

/** A collection with only the sought element. */
function sampleOf({ cqlType }: SchemaColumn, contained: Contained): Uint8Array | undefined {
  const { value } = contained;
  if (!value) return undefined;
  if (cqlType.kind !== 'map') return framed([value]);
  const key = contained.target === 'entries' ? contained.key : value;
  return framed([key, value]);
}
