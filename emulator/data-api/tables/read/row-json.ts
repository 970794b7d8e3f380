/** Rows as they are answered. */
import type { LiveRow } from '../../../cql/read/live-rows.ts';
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { isContainer } from '../filter/container.ts';
import { cellJson } from '../values/write.ts';

/** Without the columns that have no value, or hold nothing. */
export function tableRowJson(
  { keyspace: { types } }: TableSchema,
  columns: readonly SchemaColumn[],
  row: LiveRow,
): JsonObject {
  const members: JsonObject = new Map();
  for (const column of columns) {
    const value = row.value(column);
    if (!value || (isContainer(column) && value.length === 0)) continue;
    members.set(column.name, cellJson(column.cqlType, types, value));
  }
  return members;
}
