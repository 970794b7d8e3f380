/** Keys of related rows, built from the values of a row or document. */
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { listNames } from '../../datasources/json/shorten.ts';
import { firstRepeated } from '../../datasources/shared/lists.ts';
import type { MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { memoize } from '../../datasources/shared/memoize.ts';
import { setOwnValue } from '../../datasources/shared/own-value.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CqlValue, RowValues, Table } from '../../datasources/source/source.ts';
import type { RelatedKeyPart } from '../shared/types.generated.ts';

/** The value of a column of this row, or at a path of this document. @throws InputError - for an unknown column or a malformed path */
export type ReadValue = (from: string) => MaybePromise<CqlValue>;

/** By the least length. Each row of a list brings the same parts. */
const checkedParts = memoize((_: Table) =>
  memoize((_: readonly RelatedKeyPart[]) => new Map<number, readonly RelatedKeyPart[]>()),
);

/** The parts of a key. Runs before any value is read, so that a wrong key is refused for every row. @throws InputError */
export function checkKeyParts(
  table: Table,
  parts: readonly RelatedKeyPart[],
  least: number,
): readonly RelatedKeyPart[] {
  const byLength = checkedParts(table)(parts);
  const known = byLength.get(least);
  if (known) return known;
  const checked = check(table, parts, least);
  byLength.set(least, checked);
  return checked;
}

function check(table: Table, parts: readonly RelatedKeyPart[], least: number): readonly RelatedKeyPart[] {
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
  // A copy: arguments are frozen, and V8 iterates such lists slowly.
  return [...parts];
}

/** `null` when any value of the key is null. */
export function makeKey(parts: readonly RelatedKeyPart[], read: ReadValue): MaybePromise<RowValues | null> {
  return keyOf(
    parts,
    parts.map((part) => readPart(part, read)),
  );
}

/** @param values - in the order of the columns @returns `null` when any of them is null */
export function keyOf(
  columns: readonly Pick<RelatedKeyPart, 'column'>[],
  values: readonly MaybePromise<CqlValue>[],
): MaybePromise<RowValues | null> {
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values).then((known) => toKey(columns, known))
    : toKey(columns, values as readonly CqlValue[]);
}

function toKey(columns: readonly Pick<RelatedKeyPart, 'column'>[], values: readonly CqlValue[]): RowValues | null {
  if (values.includes(null)) return null;
  const key: Record<string, CqlValue> = {};
  for (const [index, { column }] of columns.entries()) setOwnValue(key, column, values[index] ?? null);
  return key;
}

function readPart({ column, from, value }: RelatedKeyPart, read: ReadValue): MaybePromise<CqlValue> {
  const hasFrom = typeof from === 'string';
  const hasValue = value !== undefined && value !== null;
  if (hasFrom !== hasValue) return hasFrom ? read(from) : (value ?? null);
  const fault = hasFrom ? 'both "from" and "value"' : 'neither "from" nor "value"';
  throw new InputError(`The part of "key" for the column "${column}" has ${fault}. Give exactly one of them.`);
}
