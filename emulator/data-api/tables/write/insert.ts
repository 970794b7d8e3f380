/** insertOne and insertMany: a row that is there already is overwritten, column by column. */

import { ServiceError } from '../../../core/service.ts';
import { schemaOf, type TableSchema } from '../../../cql/write/schema.ts';
import { insertRow } from '../../../cql/write/write.ts';
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { type CommandAnswer, statusAnswer, type TableCall } from '../../command/command.ts';
import { type CommandError, CommandFailure, invalidQuery } from '../../command/errors.ts';
import { booleanField } from '../../command/fields.ts';
import { columnsJson } from '../definition/type-json.ts';
import { type Row, readRow } from './row.ts';

export function insertOneRow({ database, keyspace, table, fields }: TableCall): CommandAnswer {
  const schema = schemaOf(keyspace, table);
  const row = readRow(schema, fields.get('document') ?? null);
  insertRow({ database, schema }, row.values);
  return statusAnswer({ primaryKeySchema: keySchema(schema), insertedIds: [[...row.id]] });
}

type Attempt =
  | { readonly status: 'OK'; readonly id: readonly Json[] }
  | { readonly status: 'ERROR'; readonly error: CommandError }
  /** Without the key where the row would have failed too. */
  | { readonly status: 'SKIPPED'; readonly id: readonly Json[] };

export function insertManyRows(call: TableCall): CommandAnswer {
  const { keyspace, table, fields, options } = call;
  const schema = schemaOf(keyspace, table);
  const sent = fields.get('documents') ?? null;
  // One commit for all: each waits for the disk.
  const attempts = call.database.store.transaction(() => insertAll(call, schema, Array.isArray(sent) ? sent : []));
  return booleanField(options, 'returnDocumentResponses') ? each(schema, attempts) : together(schema, attempts);
}

/** In order the first failure is the last attempt. */
function insertAll(call: TableCall, schema: TableSchema, documents: readonly Json[]): Attempt[] {
  const isOrdered = booleanField(call.options, 'ordered') === true;
  let hasFailed = false;
  return documents.map((document) => {
    if (isOrdered && hasFailed) return { status: 'SKIPPED', id: idOf(schema, document) };
    const attempt = tryInsert(call, schema, document);
    hasFailed ||= attempt.status === 'ERROR';
    return attempt;
  });
}

function tryInsert({ database }: TableCall, schema: TableSchema, document: Json): Attempt {
  try {
    const row: Row = readRow(schema, document);
    insertRow({ database, schema }, row.values);
    return { status: 'OK', id: row.id };
  } catch (error) {
    const failure = error instanceof ServiceError ? invalidQuery(error.detail) : error;
    const [first] = failure instanceof CommandFailure ? failure.errors : [];
    if (!first || first.scope === '') throw failure;
    return { status: 'ERROR', error: first };
  }
}

function idOf(schema: TableSchema, document: Json): readonly Json[] {
  try {
    return readRow(schema, document).id;
  } catch (error) {
    if (error instanceof CommandFailure) return [];
    throw error;
  }
}

function together(schema: TableSchema, attempts: readonly Attempt[]): CommandAnswer {
  const ids = attempts.flatMap((attempt) => (attempt.status === 'OK' ? [[...attempt.id]] : []));
  const errors = attempts.flatMap((attempt) => (attempt.status === 'ERROR' ? [attempt.error] : []));
  const status: JsonObject = new Map<string, Json>([
    ['primaryKeySchema', keySchema(schema)],
    ['insertedIds', ids],
  ]);
  return { ...(ids.length > 0 && { status }), errors };
}

/** Rows that fail for the same reason share one error. */
function each(schema: TableSchema, attempts: readonly Attempt[]): CommandAnswer {
  const places = new Map<string, number>();
  const errors: CommandError[] = [];
  const responses = attempts.map((attempt): JsonObject => {
    const response: JsonObject = new Map<string, Json>([
      ['_id', attempt.status === 'ERROR' ? [] : [...attempt.id]],
      ['status', attempt.status],
    ]);
    if (attempt.status !== 'ERROR') return response;
    const reason = `${attempt.error.errorCode} ${attempt.error.message}`;
    const place = places.get(reason) ?? errors.push(attempt.error) - 1;
    places.set(reason, place);
    return response.set('errorsIdx', new JsonNumber(String(place)));
  });
  const hasRows = attempts.some(({ status }) => status === 'OK');
  const status: JsonObject = new Map<string, Json>([['documentResponses', responses]]);
  if (hasRows) status.set('primaryKeySchema', keySchema(schema));
  return { status, errors };
}

function keySchema({ keyspace, partition, clustering }: TableSchema): JsonObject {
  return columnsJson([...partition, ...clustering], { keyspace, withFields: true });
}
