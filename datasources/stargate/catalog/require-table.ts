import { missingTable } from '../../catalog/missing.ts';
import type { Table, TableRef } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { isCollection } from './definitions.ts';
import { readTable } from './schema-read.ts';

/** The table as it is now. @throws NotFoundError */
export async function requireTable(connection: StargateConnection, ref: TableRef): Promise<Table> {
  const table = await readTable(connection, ref);
  if (table && !isCollection(table)) return table;
  throw missingTable(ref, table !== null);
}
