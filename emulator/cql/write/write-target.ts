/** What all statements that write have in common. */
import type { Database } from '../../core/service.ts';
import { invalidArgument, notModifiable } from '../types/refusal.ts';
import type { BoundValue } from './bind.ts';
import type { TableSchema } from './schema.ts';

export interface WriteTarget {
  readonly database: Database;
  readonly schema: TableSchema;
}

/** Documents are kept in another form than rows, so rows among them would be lost. */
export function checkModifiable({ keyspace, table }: TableSchema): void {
  if (keyspace.system) throw notModifiable(keyspace.name);
  if (table.collection) throw invalidArgument(`${table.name} is a collection: write it through the Document API`);
  if (table.dataCollection) throw invalidArgument(`${table.name} is a collection: write it through the Data API`);
}

/** As they are stored. */
export function keyValues(key: readonly BoundValue[]): Uint8Array[] {
  return key.map(({ column, value }) => {
    if (value === null) throw invalidArgument(`Invalid null value in condition for column ${column.name}`);
    return column.arrange(value);
  });
}
