/** Finding the keyspace and the table that a call names. */
import type { Keyspace, Table } from '../core/catalog.ts';
import { type Call, ServiceError } from '../core/service.ts';
import { schemaOf, type TableSchema } from '../cql/write/schema.ts';

export interface FoundTable {
  readonly keyspace: Keyspace;
  readonly table: Table;
  readonly schema: TableSchema;
}

/** The keyspace, after the token has been checked, since the service asks the back end for it. */
export function findKeyspace(call: Call, name: string): Keyspace {
  call.authorize();
  const keyspace = call.database.catalog.keyspace(name);
  if (!keyspace) throw new ServiceError(400, `Keyspace '${name}' not found`);
  return keyspace;
}

/** @param missingTable - the status for a missing table: 404 where the table itself is asked for */
export function findTable(call: Call, keyspaceName: string, name: string, missingTable = 400): FoundTable {
  const place = findTableIn(findKeyspace(call, keyspaceName), name);
  if (!place) throw new ServiceError(missingTable, `Table '${name}' not found (in keyspace ${keyspaceName})`);
  return place;
}

/** As `findTable`; calls for rows put quotes round the keyspace. */
export function findTableOfRows(call: Call, keyspaceName: string, name: string): TableSchema {
  const place = findTableIn(findKeyspace(call, keyspaceName), name);
  if (!place) throw new ServiceError(400, `Table '${name}' not found (in keyspace '${keyspaceName}')`);
  return place.schema;
}

export function findTableIn(keyspace: Keyspace, name: string): FoundTable | undefined {
  const table = Object.hasOwn(keyspace.tables, name) ? keyspace.tables[name] : undefined;
  return table && { keyspace, table, schema: schemaOf(keyspace, table) };
}

/** An answer in `{"data": …}`, or bare when the call asks for `raw`. */
export function wrapped(call: Call, body: unknown): unknown {
  return call.query.flag('raw') ? body : { data: body };
}
