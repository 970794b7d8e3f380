/** Keys of related rows, built from the values of a row or document. */
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { listNames } from '../../datasources/json/shorten.ts';
import { firstRepeated } from '../../datasources/shared/lists.ts';
import type { MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CqlValue, RowValues, Table } from '../../datasources/source/source.ts';
import type { RelatedKeyPart } from '../shared/types.generated.ts';

/** The value of a column of this row, or at a path of this document. @throws InputError - for an unknown column or a malformed path */
export type ReadValue = (from: string) => MaybePromise<CqlValue>;

/** Runs before any value is read, so that a wrong key is refused for every row. @throws InputError */
export function checkKeyColumns(table: Table, parts: readonly RelatedKeyPart[], least: number): void {
  const wanted = keyColumns(table);
  const given = parts.map(({ column }) => column);
  const twice = firstRepeated(given);
  if (twice !== undefined) throw new InputError(`"key" names the column "${twice}" twice. Name it once.`);
  const leading = wanted.slice(0, Math.max(given.length, least));
  if (given.length > wanted.length || leading.some((column) => !given.includes(column))) {
    const rule = least === wanted.length ? 'all of them are needed' : `the first ${least} or more are needed, in order`;
    throw new InputError(
      `"key" gives ${listNames(given) || 'nothing'}, but the key of the table "${table.table}" is (${wanted.join(', ')}): ${rule}.`,
    );
  }
}

/** `null` when any value of the key is null. */
export function makeKey(parts: readonly RelatedKeyPart[], read: ReadValue): MaybePromise<RowValues | null> {
  const values = parts.map((part) => readPart(part, read));
  const toKey = (known: readonly CqlValue[]): RowValues | null =>
    known.includes(null) ? null : Object.fromEntries(parts.map(({ column }, index) => [column, known[index] ?? null]));
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values).then(toKey)
    : toKey(values as readonly CqlValue[]);
}

function readPart({ column, from, value }: RelatedKeyPart, read: ReadValue): MaybePromise<CqlValue> {
  const hasFrom = typeof from === 'string';
  const hasValue = value !== undefined && value !== null;
  if (hasFrom !== hasValue) return hasFrom ? read(from) : (value ?? null);
  const fault = hasFrom ? 'both "from" and "value"' : 'neither "from" nor "value"';
  throw new InputError(`The part of "key" for the column "${column}" has ${fault}. Give exactly one of them.`);
}
