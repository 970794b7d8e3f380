/** What a write needs of a key and of its table, whatever upstream is. */
import { ownValue } from '../shared/own-value.ts';
import { InputError } from '../source/errors.ts';
import type { ColumnFilter, RowValues, Table } from '../source/source.ts';

/** A shorter key than is meant would name more rows. @throws InputError */
export function checkKey(table: Table, key: RowValues, names: readonly string[]): void {
  const missing = names.find((name) => (ownValue(key, name) ?? null) === null);
  if (missing === undefined) return;
  throw new InputError(
    `The key of the table "${table.table}" has no value for "${missing}". Give ${names.join(', ')}.`,
  );
}

/** Upstream would silently replace one condition with the other. @throws InputError */
export function checkOnce(key: RowValues, where: readonly ColumnFilter[]): void {
  const twice = where.find(({ column }) => Object.hasOwn(key, column));
  if (!twice) return;
  throw new InputError(`The column "${twice.column}" stands in "key" and in "where". Leave it out of one of them.`);
}
