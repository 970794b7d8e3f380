/** A row that is to be inserted, from the JSON of a document. */
import type { BoundValue } from '../../../cql/write/bind.ts';
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import { isReadable } from '../definition/type-json.ts';
import { cellBytes } from '../values/read.ts';
import { ValueError } from '../values/value-error.ts';
import { keyJson } from '../values/write.ts';

export interface Row {
  readonly values: readonly BoundValue[];
  /** The values of the primary key, as they are answered. */
  readonly id: readonly Json[];
}

/** Where values are sent: in a document, or in an update. */
export type ValueScope = 'DOCUMENT' | 'UPDATE';

/** @param document - what is no object counts as an empty one @throws CommandFailure - for the first kind of fault */
export function readRow(schema: TableSchema, document: Json): Row {
  const sent: JsonObject = document instanceof Map ? document : new Map();
  const values = boundValues(schema, sent, 'DOCUMENT');
  const key = [...schema.partition, ...schema.clustering];
  const missing = key.filter(({ name }) => (sent.get(name) ?? null) === null).map(({ name }) => name);
  if (missing.length > 0) {
    const message = `A row of ${schema.table.name} needs a value for each column of its primary key, and has none for: ${missing.join(', ')}.\n\nAdd them.`;
    throw refused('DOCUMENT', 'MISSING_PRIMARY_KEY_COLUMNS', message, 'Primary key columns missing');
  }
  return { values, id: key.map((column) => idPart(schema, column, values)) };
}

/** The columns of an object with their values. @throws CommandFailure - naming all columns that are at fault */
export function boundValues(schema: TableSchema, sent: JsonObject, scope: ValueScope): BoundValue[] {
  const columns = knownColumns(schema, [...sent.keys()], scope);
  checkWritable(columns, scope);
  const texts = columns.filter(({ name, cqlType }) => cqlType.kind === 'vector' && typeof sent.get(name) === 'string');
  if (texts.length > 0) {
    const message = `No service makes vectors of texts for the columns: ${namesOf(texts)}.\n\nSend vectors.`;
    throw refused(scope, 'UNSUPPORTED_VECTORIZE_WHEN_MISSING_VECTORIZE_DEFINITION', message);
  }
  return readAll(schema, scope, columns, (column) => {
    const value = sent.get(column.name) ?? null;
    return value === null ? null : cellBytes(column.cqlType, schema.keyspace.types, value);
  });
}

/** @throws CommandFailure - for names that the table does not have */
export function knownColumns(schema: TableSchema, names: readonly string[], scope: ValueScope): SchemaColumn[] {
  const unknown = names.filter((name) => !schema.column(name));
  if (unknown.length > 0) {
    const known = schema.columns.map(({ name }) => name).join(', ');
    const message = `The table ${schema.table.name} has no columns: ${unknown.join(', ')}.\n\nUse some of: ${known}.`;
    throw refused(scope, 'UNKNOWN_TABLE_COLUMNS', message);
  }
  return names.flatMap((name) => schema.column(name) ?? []);
}

/** @throws CommandFailure - for columns that the Data API cannot write */
export function checkWritable(columns: readonly SchemaColumn[], scope: ValueScope): void {
  const bad = columns.filter(({ cqlType, type }) => type === 'counter' || !isReadable(cqlType));
  if (bad.length === 0) return;
  const message = `These columns cannot be written: ${namesOf(bad)}.\n\nLeave them out.`;
  throw refused(scope, 'UNSUPPORTED_COLUMN_TYPES', message);
}

/** Reads a value for each column. @throws CommandFailure - that says of each column why it failed */
export function readAll(
  schema: TableSchema,
  scope: ValueScope,
  columns: readonly SchemaColumn[],
  read: (column: SchemaColumn) => Uint8Array | null,
): BoundValue[] {
  const problems: string[] = [];
  const values = columns.flatMap((column): BoundValue[] => {
    try {
      return [{ column, value: read(column) }];
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      problems.push(`${column.name} (${column.type}): ${error.message}`);
      return [];
    }
  });
  if (problems.length > 0) throw invalidValues(schema, scope, problems);
  return values;
}

function invalidValues({ table }: TableSchema, scope: ValueScope, problems: readonly string[]): CommandFailure {
  const code = scope === 'DOCUMENT' ? 'INVALID_COLUMN_VALUES' : 'INVALID_UPDATE_COLUMN_VALUES';
  const message = `Columns of ${table.name} cannot have these values: ${problems.toSorted().join('; ')}.\n\nUse values of the types of the columns.`;
  return refused(scope, code, message);
}

function idPart({ keyspace }: TableSchema, column: SchemaColumn, values: readonly BoundValue[]): Json {
  const value = values.find((bound) => bound.column === column)?.value;
  return value ? keyJson(column.cqlType, keyspace.types, value) : null;
}

function namesOf(columns: readonly SchemaColumn[]): string {
  return columns.map(({ name }) => name).join(', ');
}
