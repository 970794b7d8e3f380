import { NotFoundError } from '../../source/errors.ts';
import type { Table, TableRef } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { isCollection } from './definitions.ts';
import { readTable } from './schema-read.ts';

/** The table as it is now. @throws NotFoundError */
export async function requireTable(connection: StargateConnection, ref: TableRef): Promise<Table> {
  const table = await readTable(connection, ref);
  if (table && !isCollection(table)) return table;
  throw missingTable(ref, table);
}

/** @param collection - what has that name instead */
export function missingTable({ keyspace, table }: TableRef, collection: Table | null): NotFoundError {
  const hint = collection ? ' It is a collection: see deleteCollection and the fields of documents.' : '';
  return new NotFoundError(`There is no table "${table}" in the keyspace "${keyspace}".${hint}`);
}
