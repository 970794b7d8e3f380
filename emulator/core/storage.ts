/** Where the data of a table stands in the store. */
import type { Table } from './catalog.ts';
import type { Database } from './service.ts';
import { endOf } from './store.ts';

/** The prefix of every key that holds data of a table or of a collection: rows, documents and what belongs to them. */
export function tablePrefix(database: Database, table: Pick<Table, 'id'>): Uint8Array {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(table.id);
  return Buffer.concat([Buffer.from(`${database.storagePrefix}t/`), id, Buffer.from('/')]);
}

/** Removes all data of a table or collection; its definition stays. */
export function removeTableData(database: Database, table: Pick<Table, 'id'>): void {
  const prefix = tablePrefix(database, table);
  database.store.removeRange(prefix, endOf(prefix));
}
