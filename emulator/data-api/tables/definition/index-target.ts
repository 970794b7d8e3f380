/** What is to be indexed: a column, or the keys or values of one. */
import { isCollection } from '../../../cql/ddl/index-check.ts';
import type { IndexKind } from '../../../cql/write/index-target.ts';
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { CommandFailure, invalidField, refused } from '../../command/errors.ts';
import { checkKnown, objectField } from '../../command/fields.ts';

export interface IndexTarget {
  readonly column: SchemaColumn;
  readonly kind: IndexKind;
}

const SIDES: Readonly<Record<string, IndexKind>> = { $keys: 'keys', $values: 'values' };

/** The definition of an index. @throws CommandFailure - for one without a column */
export function indexDefinition(fields: JsonObject): JsonObject {
  const definition = objectField(fields, 'definition');
  if (!definition) throw new CommandFailure([invalidField('command.definition', '`null`', 'must not be null')]);
  checkKnown(definition, ['column', 'options']);
  if ((definition.get('column') ?? null) === null)
    throw new CommandFailure([invalidField('command.definition.column', '`null`', 'must not be null')]);
  return definition;
}

/** The column alone of a map means its entries, that of a list or set its values. */
export function readTarget(schema: TableSchema, sent: Json): IndexTarget {
  if (typeof sent === 'string') {
    const column = indexedColumn(schema, sent);
    return {
      column,
      kind: column.cqlType.kind === 'map' ? 'entries' : isCollection(column.cqlType) ? 'values' : 'simple',
    };
  }
  const [first, second] = sent instanceof Map ? sent : [];
  const [name, side] = first ?? [];
  const kind = typeof side === 'string' && Object.hasOwn(SIDES, side) ? SIDES[side] : undefined;
  if (name === undefined || second || !kind) throw badFormat();
  const column = indexedColumn(schema, name);
  if (!isCollection(column.cqlType)) throw badFormat();
  return { column, kind: column.cqlType.kind === 'map' ? kind : 'values' };
}

export function indexedColumn(schema: TableSchema, name: string): SchemaColumn {
  const column = schema.column(name);
  if (column) return column;
  const names = schema.columns.map((other) => other.name).join(', ');
  const message = `The table ${schema.table.name} has no column ${name} to index.\n\nUse one of: ${names}.`;
  throw refused('SCHEMA', 'UNKNOWN_INDEX_COLUMN', message, 'Index column is not defined in the table schema');
}

function badFormat(): CommandFailure {
  const message =
    'The column of an index is the name of a column, or, of a list, set or map, {"name": "$keys"} or {"name": "$values"}.';
  return refused('SCHEMA', 'INVALID_FORMAT_FOR_INDEX_CREATION_COLUMN', message);
}
