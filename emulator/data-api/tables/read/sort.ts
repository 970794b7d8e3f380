/** The order that rows are asked for in: that of columns, or how near a vector they are. */
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import { type Json, JsonNumber, type JsonObject, printJson } from '../../../shared/json.ts';
import { extendedOf } from '../../collections/values/extended.ts';
import { binaryVector, listVector, type Vector } from '../../collections/vectors/vector.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';

export interface SortColumn {
  readonly column: SchemaColumn;
  readonly isDescending: boolean;
}

export type RowSort =
  | { readonly kind: 'columns'; readonly columns: readonly SortColumn[] }
  | { readonly kind: 'vector'; readonly column: SchemaColumn; readonly vector: Vector };

/** No sort sorts by no columns. @throws CommandFailure */
export function readRowSort(schema: TableSchema, sent: Json): RowSort {
  if (sent !== null && !(sent instanceof Map)) {
    const message = `A sort is an object, not ${kindOf(sent)}.\n\nUse a valid sort.`;
    throw refused('SORT', 'SORT_CLAUSE_INVALID', message, 'Sort clause used by command not valid');
  }
  if (!sent || sent.size === 0) return { kind: 'columns', columns: [] };
  if (sent.has('')) throw refused('SORT', 'SORT_CLAUSE_PATH_INVALID', 'The name of a column must not be empty.');
  const columns = knownColumns(schema, sent);
  const special = columns.find(({ column, value }) => isSpecial(column, value));
  if (!special) return { kind: 'columns', columns: columns.map(regular) };
  if (columns.length > 1) {
    const message = `The sort by ${special.column.name} stands alone.\n\nLeave out the other columns.`;
    throw refused('SORT', 'CANNOT_SORT_ON_SPECIAL_WITH_OTHERS', message);
  }
  return { kind: 'vector', column: special.column, vector: vectorOf(special.column, special.value) };
}

interface Sent {
  readonly column: SchemaColumn;
  readonly value: Json;
}

function knownColumns(schema: TableSchema, sent: JsonObject): Sent[] {
  const unknown = [...sent.keys()].filter((name) => !schema.column(name));
  if (unknown.length > 0) {
    const known = schema.columns.map(({ name }) => name).join(', ');
    const message = `The table ${schema.table.name} has no columns: ${unknown.join(', ')}.\n\nSort by some of: ${known}.`;
    throw refused('SORT', 'CANNOT_SORT_UNKNOWN_COLUMNS', message);
  }
  return [...sent].flatMap(([name, value]) => {
    const column = schema.column(name);
    return column ? [{ column, value }] : [];
  });
}

/** What sorts by an index: lists, texts, and all there is for vectors. */
function isSpecial({ cqlType }: SchemaColumn, value: Json): boolean {
  return cqlType.kind === 'vector' || Array.isArray(value) || typeof value === 'string';
}

function regular({ column, value }: Sent): SortColumn {
  const direction = value instanceof JsonNumber ? Number(value.text) : 0;
  if (direction === 1 || direction === -1) return { column, isDescending: direction === -1 };
  const message = `The column ${column.name} cannot be sorted by ${printJson(value)}.\n\nUse 1 for ascending, -1 for descending.`;
  throw refused('SORT', 'INVALID_REGULAR_SORT_EXPRESSION', message);
}

function vectorOf(column: SchemaColumn, value: Json): Vector {
  const { cqlType, name } = column;
  if (typeof value === 'string') throw textSort(column);
  if (cqlType.kind !== 'vector') {
    const message = `The column ${name} holds no vectors.\n\nUse a column of the type vector.`;
    throw refused('SORT', 'CANNOT_VECTOR_SORT_NON_VECTOR_COLUMNS', message);
  }
  const vector = Array.isArray(value) ? listVector(value) : binaryOf(value);
  if (!vector) {
    const message = `${printJson(value)} is no vector to sort ${name} by.\n\nUse a list of numbers, or {"$binary": …}.`;
    throw refused('SORT', 'INVALID_VECTOR_SORT_EXPRESSION', message);
  }
  if (vector.length === cqlType.dimension) return vector;
  const message = `The vectors of ${name} have ${cqlType.dimension} numbers, not ${vector.length}.\n\nUse a vector of that length.`;
  throw refused('SORT', 'CANNOT_VECTOR_SORT_ON_MISMATCHED_VECTOR_DIMENSIONS', message);
}

function binaryOf(value: Json): Vector | undefined {
  const extended = extendedOf(value);
  const isBinary = extended?.type === '$binary' && typeof extended.value === 'string';
  return isBinary ? binaryVector(String(extended.value)) : undefined;
}

/** No texts are turned into vectors, and none are indexed by their words. */
function textSort({ cqlType, name, type }: SchemaColumn): CommandFailure {
  if (cqlType.kind === 'vector') {
    const message = `No service makes vectors of texts for the column ${name}.\n\nSort by a vector.`;
    return refused('SORT', 'CANNOT_VECTORIZE_SORT_WHEN_MISSING_VECTORIZE_DEFINITION', message);
  }
  if (type === 'text' || type === 'ascii') {
    const message = `The column ${name} has no text index.\n\nSort by 1 or -1.`;
    return refused('SORT', 'CANNOT_LEXICAL_SORT_NON_INDEXED_COLUMNS', message);
  }
  const message = `The column ${name} holds no vectors that a text could be near.\n\nSort by 1 or -1.`;
  return refused('SORT', 'CANNOT_VECTORIZE_SORT_NON_VECTOR_COLUMN', message);
}
