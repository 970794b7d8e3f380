/** Sends changes of a schema: one after another per database, with the long timeout, and never twice. */
import { empty, plain } from '../../http/body.ts';
import type { HttpAnswer, HttpCall } from '../../http/http-call.ts';
import { answerError } from '../../http/response-errors.ts';
import { object, only } from '../../json/shape.ts';
import { ConflictError, InputError, NotFoundError, type SourceError } from '../../source/errors.ts';
import type { TableRef } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { readTable } from './schema-read.ts';

export const KEYSPACES = '/v2/schemas/keyspaces';
export const TABLES = `${KEYSPACES}/{keyspace}/tables`;

export interface SchemaCall extends Pick<HttpCall, 'method' | 'route' | 'parameters' | 'query' | 'expect'> {
  readonly body?: unknown;
}

/** @throws SourceError - unless the change was made */
export async function sendChange(
  connection: StargateConnection,
  databaseId: string,
  { body, ...call }: SchemaCall,
): Promise<void> {
  const answer = await connection.send(databaseId, {
    ...call,
    api: 'rest',
    effect: 'schema-change',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.success) throw changeError(answer);
}

/** What making or changing something of this name is answered with. */
export function namedBody(name: string) {
  return plain(object({ name: only(name) }));
}

export const deleted = { 204: empty };

/** Upstream answers 400 for many names that exist already or are missing; only the message distinguishes them. */
function changeError(answer: HttpAnswer): SourceError {
  const error = answerError(answer);
  if (!(error instanceof InputError)) return error;
  const options = { call: error.call, cause: error };
  if (/already exists|duplicate of existing/i.test(error.message)) return new ConflictError(error.message, options);
  const isMissing = /\b(keyspace|table) .*(not found|doesn't exist|does not exist)/i.test(error.message);
  return isMissing ? new NotFoundError(error.message, options) : error;
}

/**
 * Changes a table and reads it again: until its schema is read, a real server goes on with the old columns for row calls
 * (Stargate REST API v2, schema cache).
 */
export async function changeTable(connection: StargateConnection, ref: TableRef, call: SchemaCall): Promise<void> {
  await sendChange(connection, ref.databaseId, call);
  await readTable(connection, ref);
}

/** Names for the placeholders of a table's routes. */
export function tableParameters({ keyspace, table }: TableRef): { keyspace: string; table: string } {
  return { keyspace, table };
}
