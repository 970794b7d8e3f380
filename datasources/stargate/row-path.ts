/** Paths of rows for writing (REST contract, key values in row paths). */
import { parseType } from '../cql/type-parser.ts';
import { InputError } from '../errors.ts';
import { ownValue } from '../own-value.ts';
import type { RowValues, Table } from '../source.ts';
import { type Encoding, encodeText } from './row-encode.ts';

/** Key columns in the order of the key. */
export function keyColumns({ partitionKey, clusteringKey }: Table): readonly string[] {
  return [...partitionKey, ...clusteringKey.map(({ name }) => name)];
}

/** The path of the row, or of all rows whose key begins so: as many columns as `key` holds. */
export function rowPath(table: Table, key: RowValues, encoding: Encoding): string {
  const columns = keyColumns(table).filter((name) => (ownValue(key, name) ?? null) !== null);
  const segments = columns.map((name) => {
    const type = parseType(table.columns.find((column) => column.name === name)?.type ?? '');
    return toSegment(name, encodeText(type, ownValue(key, name) ?? null, encoding));
  });
  return ['', 'v2', 'keyspaces', encodeURIComponent(table.keyspace), encodeURIComponent(table.table), ...segments].join(
    '/',
  );
}

/**
 * Upstream decodes a segment twice and cuts it at the first `;` in between: a value with `;` or `%` is encoded twice, or another
 * row would be written. An empty text and dots, which paths lose, go in quotes.
 */
function toSegment(column: string, text: string): string {
  if (!text.isWellFormed()) throw new InputError(`The value of the key column "${column}" is not well-formed Unicode.`);
  if (text === '' || text === '.' || text === '..') return encodeURIComponent(`'${text}'`);
  const once = encodeURIComponent(text);
  return /[;%]/.test(text) ? encodeURIComponent(once) : once;
}
