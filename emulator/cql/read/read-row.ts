/** One stored row by its key. */
import type { Database } from '../../core/service.ts';
import type { BoundValue } from '../write/bind.ts';
import { partitionKey, rowKey, rowsPrefix } from '../write/key.ts';
import { type CellValues, livingCells, nowSeconds, type StoredRow } from '../write/row.ts';
import type { TableSchema } from '../write/schema.ts';

/** The living values of the row with a whole key, in the order of the key; none of static columns. */
export function readCells(
  { database, schema }: { readonly database: Database; readonly schema: TableSchema },
  key: readonly BoundValue[],
): CellValues {
  const values = key.map(({ column, value }) => column.arrange(value ?? new Uint8Array()));
  const count = schema.partition.length;
  const place = rowKey(partitionKey(values.slice(0, count)), schema, values.slice(count));
  const stored = database.store.get(Buffer.concat([rowsPrefix(database, schema), place])) as StoredRow | undefined;
  return livingCells(stored, nowSeconds());
}
