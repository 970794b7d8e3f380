/** Which columns of its rows a read shows. */
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { type CommandFailure, failed, refused } from '../../command/errors.ts';
import { isReadable } from '../definition/type-json.ts';

/**
 * The columns in the order of the table. Names that the table does not have are passed over as long as others are left.
 *
 * @param sent - what is no object, or an empty one, asks for all columns
 * @throws CommandFailure - for a projection of another form, and for columns that cannot be read
 */
export function readRowProjection(schema: TableSchema, sent: Json): readonly SchemaColumn[] {
  if (Array.isArray(sent)) throw failed('', 'UNEXPECTED_SERVER_ERROR', 'A projection is an object, not a list');
  const columns = sent instanceof Map && sent.size > 0 ? chosen(schema, sent) : schema.columns;
  const unreadable = columns.filter(({ cqlType }) => !isReadable(cqlType)).map(({ name }) => name);
  if (unreadable.length === 0) return columns;
  const message = `These columns cannot be read: ${unreadable.join(', ')}.\n\nProject others by their names.`;
  throw refused('PROJECTION', 'UNSUPPORTED_COLUMN_TYPES', message);
}

function chosen(schema: TableSchema, sent: JsonObject): readonly SchemaColumn[] {
  const isIncluding = new Set([...sent].map(([name, value]) => isIncluded(name, value)));
  if (isIncluding.size > 1) throw badParameter('columns are either included or excluded');
  const includes = isIncluding.has(true);
  if (sent.has('*') && sent.size > 1) throw badParameter("'*' stands alone");
  const isAll = includes && sent.has('*');
  const columns = schema.columns.filter(({ name }) => isAll || (!sent.has('*') && sent.has(name) === includes));
  if (columns.length > 0) return columns;
  const known = schema.columns.map(({ name }) => name).join(', ');
  const message = `The projection ${[...sent.keys()].join(', ')} leaves no column of the table ${schema.table.name}.\n\nProject some of: ${known}.`;
  throw refused('PROJECTION', 'UNKNOWN_TABLE_COLUMNS', message);
}

function isIncluded(name: string, value: Json): boolean {
  if (typeof value === 'boolean') return value;
  if (value instanceof JsonNumber) return Number(value.text) !== 0;
  throw badParameter(`'${name}' is included by 1 or true, and excluded by 0 or false`);
}

function badParameter(problem: string): CommandFailure {
  const message = `Unsupported projection parameter: ${problem}.\n\nUse a valid projection.`;
  return refused('PROJECTION', 'UNSUPPORTED_PROJECTION_PARAM', message);
}
