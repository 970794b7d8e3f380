/** Paths of rows for writing (REST contract, key values in row paths). */

import { keyColumns } from '../../cql/table-columns.ts';
import { ownValue } from '../../shared/own-value.ts';
import { InputError } from '../../source/errors.ts';
import type { RowValues, Table } from '../../source/source.ts';
import { encodeTwiceDecoded } from '../shared/connection.ts';
import { type Encoding, encodeKeyText } from './row-encode.ts';
import { columnType } from './row-where.ts';

/** The path of the row, or of all rows whose key begins so: as many columns as `key` holds. */
export function rowPath(table: Table, key: RowValues, encoding: Encoding): string {
  const columns = keyColumns(table).filter((name) => (ownValue(key, name) ?? null) !== null);
  const segments = columns.map((name) =>
    toSegment(name, encodeKeyText(columnType(table, name), ownValue(key, name) ?? null, encoding)),
  );
  return ['', 'v2', 'keyspaces', encodeURIComponent(table.keyspace), encodeURIComponent(table.table), ...segments].join(
    '/',
  );
}

/** An empty text and dots, which paths lose, go in quotes. */
function toSegment(column: string, text: string): string {
  if (!text.isWellFormed()) throw new InputError(`The value of the key column "${column}" is not well-formed Unicode.`);
  if (text === '' || text === '.' || text === '..') return encodeURIComponent(`'${text}'`);
  return encodeTwiceDecoded(text);
}
