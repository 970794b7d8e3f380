/** Where the store keeps databases and the data of their tables. */
import type { Table } from './catalog.ts';
import type { Database } from './service.ts';
import { endOf, type Store } from './store.ts';

/** The key prefix of all database records. */
export const DATABASES_PREFIX = '!/database/';

/** Whether the store belongs to an emulator. */
export function holdsDatabases(store: Store): boolean {
  const start = Buffer.from(DATABASES_PREFIX);
  return [...store.range({ start, end: endOf(start), limit: 1 })].length > 0;
}

/** The prefix of every key with data of a table or collection: rows, documents and index entries. */
export function tablePrefix(database: Database, table: Pick<Table, 'id'>): Uint8Array {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(table.id);
  return Buffer.concat([Buffer.from(`${database.storagePrefix}t/`), id, Buffer.from('/')]);
}

/** Removes all data of a table or collection and keeps its definition. */
export function removeTableData(database: Database, table: Pick<Table, 'id'>): void {
  const prefix = tablePrefix(database, table);
  database.store.removeRange(prefix, endOf(prefix));
}
