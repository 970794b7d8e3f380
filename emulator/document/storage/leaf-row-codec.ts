/** Leaf rows as values of the store. */

import type { Path } from '../values/path.ts';
import type { LeafRow, LeafValue } from './leaf.ts';
import { decodeStoredSteps } from './leaf-key.ts';

/** Time, value, end of life; the path and the id only where the key does not hold them. */
export type StoredLeafRow = readonly [
  time: number,
  value: LeafValue | NegativeZero,
  expiresAtSeconds: number,
  path?: Path,
  id?: string,
];

/** The store's encoding of numbers knows only one zero. */
type NegativeZero = { readonly negativeZero: true };

export function encodeRow(row: LeafRow, isPathKept: boolean, keptId: string | undefined): StoredLeafRow {
  const value = Object.is(row.value, -0) ? ({ negativeZero: true } as const) : row.value;
  if (keptId !== undefined) return [row.time, value, row.expiresAtSeconds, row.path, keptId];
  return isPathKept ? [row.time, value, row.expiresAtSeconds, row.path] : [row.time, value, row.expiresAtSeconds];
}

/** @param pathStart - where the path begins in the key, if the key holds it */
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
