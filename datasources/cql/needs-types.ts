import type { Table } from '../source/source.ts';
import { isUserDefined } from './type.ts';
import { parseType } from './type-parser.ts';

/**
 * Whether a column has values of user-defined types, which are read and written by the fields of those types.
 *
 * @param columns - all when absent
 */
export function needsTypes(table: Table, columns?: readonly string[]): boolean {
  return table.columns.some(({ name, type }) => (columns?.includes(name) ?? true) && isUserDefined(parseType(type)));
}
