/** What it comes to when something is there already, or is not there. */
import { ConflictError, NotFoundError } from '../../source/errors.ts';
import type { Table, TableRef } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { isCollection } from './collection-table.ts';
import { readTable } from './schema-read.ts';

/** The table as it is now. @throws NotFoundError */
export async function existing(connection: StargateConnection, ref: TableRef): Promise<Table> {
  const table = await readTable(connection, ref);
  if (table && !isCollection(table)) return table;
  throw missingTable(ref, table);
}

/** @param collection - what has that name instead */
export function missingTable({ keyspace, table }: TableRef, collection: Table | null): NotFoundError {
  const hint = collection ? ' It is a collection: see deleteCollection and the fields of documents.' : '';
  return new NotFoundError(`There is no table "${table}" in the keyspace "${keyspace}".${hint}`);
}

/** What deleting something that is not there comes to. */
export function nothing(ifExists: boolean, error: NotFoundError): false {
  if (ifExists) return false;
  throw error;
}

/**
 * Whether something was made.
 *
 * @param making - fails with a `ConflictError` when it exists
 * @throws ConflictError - when it exists, unless `ifNotExists`
 */
export async function makes(making: Promise<void>, ifNotExists: boolean, what: string): Promise<boolean> {
  try {
    await making;
    return true;
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    if (ifNotExists) return false;
    throw new ConflictError(exists(what), { call: error.call, cause: error });
  }
}

export function exists(what: string): string {
  return `The ${what} exists already. Choose another name, or set "ifNotExists".`;
}
