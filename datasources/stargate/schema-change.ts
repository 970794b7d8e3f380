/** Sends changes of a schema: one after another per database, with the long timeout, and never twice. */
import type { HttpAnswer } from '../http-answer.ts';
import type { HttpCall } from '../http-call.ts';
import { throwUnlessOk } from '../response-errors.ts';
import type { TableRef } from '../source.ts';
import type { StargateConnection } from './connection.ts';
import { readTable } from './schema-read.ts';

export const KEYSPACES = '/v2/schemas/keyspaces';
export const TABLES = `${KEYSPACES}/{keyspace}/tables`;

export interface SchemaCall extends Pick<HttpCall, 'method' | 'route' | 'parameters' | 'query'> {
  readonly body?: unknown;
}

/** The answer, whatever its status. */
export function sendChange(
  connection: StargateConnection,
  databaseId: string,
  { body, ...call }: SchemaCall,
): Promise<HttpAnswer> {
  return connection.send(databaseId, {
    ...call,
    api: 'rest',
    timeoutMs: connection.schemaTimeoutMs,
    isIdempotent: false,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** @throws SourceError - unless the change was made */
export async function change(connection: StargateConnection, databaseId: string, call: SchemaCall): Promise<void> {
  throwUnlessOk(await sendChange(connection, databaseId, call));
}

/**
 * Changes a table and reads it again: until its schema is read, a real server goes on with the old columns for row calls
 * (Stargate REST API v2, schema cache).
 */
export async function changeTable(connection: StargateConnection, ref: TableRef, call: SchemaCall): Promise<void> {
  await change(connection, ref.databaseId, call);
  await readTable(connection, ref);
}
