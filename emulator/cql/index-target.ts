/** What an index is made of: the values of a column, or the keys, values, entries or whole of a collection. */
import type { Index } from '../catalog.ts';
import { framed } from './bytes.ts';
import { elementsOf } from './codec-collection.ts';
import { entriesOf } from './codec-map.ts';
import { codecOf } from './codecs.ts';
import type { Restriction } from './restriction.ts';
import type { SchemaColumn, TableSchema } from './schema.ts';

export type IndexKind = 'simple' | 'values' | 'keys' | 'entries' | 'full';

/** The kind of an index, from its `target` option: `keys(m)`, or the name of the column alone. */
export function indexKind(index: Index): IndexKind {
  const kind = /^(values|keys|entries|full)\(.*\)$/s.exec(index.options.target ?? '')?.[1];
  return (kind as IndexKind | undefined) ?? 'simple';
}

/** Whether an index answers a restriction alone. */
export function indexSupports(index: Index, restriction: Restriction): boolean {
  if (index.column !== restriction.column.name) return false;
  const kind = indexKind(index);
  if (restriction.kind === 'eq') return kind === 'simple' || kind === 'full';
  return restriction.kind === 'contains' && restriction.contained.some(({ target }) => target === kind);
}

/** Under which keys an index holds a value of its column; equal keys mean values that are equal in CQL. */
export function indexedKeys(
  schema: TableSchema,
  column: SchemaColumn,
  kind: IndexKind,
  value: Uint8Array,
): Uint8Array[] {
  const { cqlType } = column;
  const { types } = schema.keyspace;
  if (kind === 'simple' || kind === 'full') return [column.codec.toOrdered(value)];
  if (cqlType.kind !== 'map') {
    if (cqlType.kind !== 'list' && cqlType.kind !== 'set') return [];
    const element = codecOf(cqlType.element, types);
    return elementsOf(value).map((item) => element.toOrdered(item));
  }
  const [key, item] = [codecOf(cqlType.key, types), codecOf(cqlType.value, types)];
  return entriesOf(value).map(([name, content]) => {
    if (kind === 'keys') return key.toOrdered(name);
    if (kind === 'values') return item.toOrdered(content);
    return framed([key.toOrdered(name), item.toOrdered(content)]);
  });
}

/** The keys in an index that a restriction asks for: one for each of its conditions. */
export function soughtKeys(schema: TableSchema, restriction: Restriction): { kind: IndexKind; key: Uint8Array }[] {
  const { column } = restriction;
  if (restriction.kind === 'eq' && restriction.value) {
    return [{ kind: 'simple', key: column.codec.toOrdered(restriction.value) }];
  }
  if (restriction.kind !== 'contains') return [];
  const { cqlType } = column;
  return restriction.contained.flatMap((contained) => {
    if (!contained.value) return [];
    const sample = contained.target === 'entries' ? [contained.key, contained.value] : [contained.value];
    const codecs =
      cqlType.kind === 'map'
        ? { keys: [cqlType.key], values: [cqlType.value], entries: [cqlType.key, cqlType.value] }[contained.target]
        : cqlType.kind === 'list' || cqlType.kind === 'set'
          ? [cqlType.element]
          : [];
    const ordered = codecs.map((type, index) =>
      codecOf(type, schema.keyspace.types).toOrdered(sample[index] as Uint8Array),
    );
    return [{ kind: contained.target, key: contained.target === 'entries' ? framed(ordered) : Buffer.concat(ordered) }];
  });
}
