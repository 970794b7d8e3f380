/** DELETE and TRUNCATE. */
import { removeTableData } from '../../core/storage.ts';
import { successor } from '../types/bytes.ts';
import { type BoundValue, checkBound } from './bind.ts';
import { updateIndexes } from './index-entries.ts';
import { partitionKey, rowKey, rowsPrefix } from './key.ts';
import { clusteringRanges, type KeyRange, namedPartitions } from './key-ranges.ts';
import type { Restriction } from './restriction.ts';
import type { StoredRow } from './row.ts';
import { checkModifiable, keyValues, type WriteTarget } from './write-target.ts';

/** What a WHERE clause says of the key. */
interface KeyRestrictions {
  readonly partition: readonly Restriction[];
  readonly clustering: readonly Restriction[];
}

/** Removes a row, all rows that share the first clustering values, or a partition with its static values. */
export function deleteRows(target: WriteTarget, key: readonly BoundValue[]): void {
  const { schema } = target;
  checkModifiable(schema);
  checkBound(key);
  const values = keyValues(key);
  const partition = partitionKey(values.slice(0, schema.partition.length));
  const clustering = values.slice(schema.partition.length);
  const start = clustering.length > 0 ? rowKey(partition, schema, clustering) : partition;
  target.database.store.transaction(() => removeRange(target, { start, end: successor(start) }));
}

/** Removes the partitions that are named, or the parts of them that are. */
export function deleteSelected(target: WriteTarget, restrictions: KeyRestrictions): void {
  const { schema } = target;
  checkModifiable(schema);
  const ranges = namedPartitions(restrictions).flatMap((partition) =>
    restrictions.clustering.length > 0
      ? clusteringRanges(schema, partition, restrictions.clustering)
      : [{ start: partition, end: successor(partition) }],
  );
  target.database.store.transaction(() => {
    for (const range of ranges) removeRange(target, range);
  });
}

/** Removes all rows. */
export function truncate({ database, schema }: WriteTarget): void {
  checkModifiable(schema);
  removeTableData(database, schema.table);
}

function removeRange({ database, schema }: WriteTarget, range: KeyRange): void {
  const rows = rowsPrefix(database, schema);
  const [start, end] = [Buffer.concat([rows, range.start]), Buffer.concat([rows, range.end])];
  if (schema.table.indexes.length > 0) {
    for (const { key, value } of database.store.range({ start, end })) {
      const change = { key: key.subarray(rows.length), before: value as StoredRow };
      updateIndexes(database, schema, schema.table.indexes, change);
    }
  }
  database.store.removeRange(start, end);
}
