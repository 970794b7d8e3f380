/** Finds the keyspace and the table that a call names. */
import type { Keyspace, Table } from '../core/catalog.ts';
import { type Call, ServiceError } from '../core/service.ts';
import { schemaOf, type TableSchema } from '../cql/write/schema.ts';

export interface FoundTable {
  readonly keyspace: Keyspace;
  readonly table: Table;
  readonly schema: TableSchema;
}

/** Checks the token and finds the keyspace; throws 400. */
export function findKeyspace(call: Call, name: string): Keyspace {
  call.authorize();
  const keyspace = call.database.catalog.keyspace(name);
  if (!keyspace) throw new ServiceError(400, `Keyspace '${name}' not found`);
  return keyspace;
}

/** @param missingTable - the status for a missing table: 404 when the call reads the table itself */
export function findTable(call: Call, keyspaceName: string, name: string, missingTable = 400): FoundTable {
  const found = findTableIn(findKeyspace(call, keyspaceName), name);
  if (!found) throw new ServiceError(missingTable, `Table '${name}' not found (in keyspace ${keyspaceName})`);
  return found;
}

/** Like `findTable`, for row calls: their message quotes the keyspace. */
export function findTableOfRows(call: Call, keyspaceName: string, name: string): TableSchema {
  const found = findTableIn(findKeyspace(call, keyspaceName), name);
  if (!found) throw new ServiceError(400, `Table '${name}' not found (in keyspace '${keyspaceName}')`);
  return found.schema;
}

export function findTableIn(keyspace: Keyspace, name: string): FoundTable | undefined {
  const table = Object.hasOwn(keyspace.tables, name) ? keyspace.tables[name] : undefined;
  return table && { keyspace, table, schema: schemaOf(keyspace, table) };
}

/** Wraps an answer in `{"data": …}`, unless the call has `raw=true`. */
export function wrapData(call: Call, body: unknown): unknown {
  return call.query.flag('raw') ? body : { data: body };
}
