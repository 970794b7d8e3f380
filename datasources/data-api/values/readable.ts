/** What the Data API reads and writes: no tuples, and no containers in containers (Data API contract, tables). */
import { columnsByName } from '../../cql/table-columns.ts';
import { type CqlType, printType } from '../../cql/type.ts';
import { parseType } from '../../cql/type-parser.ts';
import { NotSupportedError } from '../../source/errors.ts';
import type { Table } from '../../source/source.ts';

/** Whether columns of the type can be in a projection. One that cannot makes the whole page fail. */
export function isReadable(type: CqlType): boolean {
  switch (type.kind) {
    case 'tuple':
    case 'opaque':
      return false;
    case 'list':
    case 'set':
      return isPart(type.element);
    case 'map':
      return isPart(type.key) && isPart(type.value);
    case 'vector':
      return type.element.kind === 'scalar' && type.element.name === 'float';
    default:
      return true;
  }
}

function isPart({ kind }: CqlType): boolean {
  return kind === 'scalar' || kind === 'udt';
}

/** The error for a column that cannot be read or written. @param what - such as `read` */
export function unreadable(column: string, type: CqlType, what: string): NotSupportedError {
  return new NotSupportedError(
    `The column "${column}" has the type ${printType(type)}, which the Data API does not support: it cannot be ${what} here. Leave it out, or use CQL; a column of simple values, of a list, set or map of them, or of a user-defined type can be ${what}.`,
  );
}

/** @returns an opaque type for a column that the table does not have */
export function columnType(table: Table, name: string): CqlType {
  return parseType(columnsByName(table).get(name)?.type ?? '');
}
