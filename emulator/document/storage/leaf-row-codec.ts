/** Encodes leaf rows as store values. */

import type { Path } from '../values/path.ts';
import type { LeafRow, LeafValue } from './leaf.ts';
import { decodeStoredSteps } from './leaf-key.ts';

/** Write time, value, expiry; path and id only when the key does not contain them. */
export type StoredLeafRow = readonly [
  time: number,
  value: LeafValue | NegativeZero,
  expiresAtSeconds: number,
  path?: Path,
  id?: string,
];

/** The store's number encoding has no negative zero. */
type NegativeZero = { readonly negativeZero: true };

export function encodeRow(row: LeafRow, isPathStored: boolean, storedId: string | undefined): StoredLeafRow {
  const value = Object.is(row.value, -0) ? ({ negativeZero: true } as const) : row.value;
  if (storedId !== undefined) return [row.time, value, row.expiresAtSeconds, row.path, storedId];
  return isPathStored ? [row.time, value, row.expiresAtSeconds, row.path] : [row.time, value, row.expiresAtSeconds];
}

/** @param pathStart - the offset of the path in the key, if the key contains it */
export function decodeRow(
  [time, value, expiresAtSeconds, path]: StoredLeafRow,
  key: Buffer,
  pathStart: number,
): LeafRow {
  const isNegativeZero = typeof value === 'object' && value !== null;
  return {
    path: path ?? decodeStoredSteps(key, pathStart),
    value: isNegativeZero ? -0 : value,
    time,
    expiresAtSeconds,
  };
}
