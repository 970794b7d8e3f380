/** What is stored of a row, and what of it is still alive. */
import type { SchemaColumn, TableSchema } from './schema.ts';

/** Seconds since 1970 at which something ends; 0 is never. */
export type ExpirySeconds = number;

export type StoredCell = readonly [name: string, value: Uint8Array, expiry: ExpirySeconds];

export interface StoredRow {
  /** The values of the partition key, then of the clustering columns; of static values only the former. */
  readonly key: readonly Uint8Array[];
  /** Until when the row exists even without values: INSERT leaves such a marker, UPDATE does not. */
  readonly marker?: ExpirySeconds;
  readonly cells: readonly StoredCell[];
}

export type CellValues = ReadonlyMap<string, Uint8Array>;

export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

export function isAlive(expiry: ExpirySeconds | undefined, now: number): boolean {
  return expiry !== undefined && (expiry === 0 || now < expiry);
}

/** The living values of a stored row by the cell of their column. */
export function livingCells(row: StoredRow | undefined, now: number): CellValues {
  const living = (row?.cells ?? []).filter(([, , expiry]) => isAlive(expiry, now));
  return new Map(living.map(([name, value]) => [name, value]));
}

/** A row is there as long as its marker is, or any value of a column that the table still has. */
export function isRowAlive(row: StoredRow, cells: CellValues, columns: readonly SchemaColumn[], now: number): boolean {
  return isAlive(row.marker, now) || columns.some(({ cell }) => cells.has(cell));
}

export interface CellChange {
  readonly column: SchemaColumn;
  /** `null` removes the value. */
  readonly value: Uint8Array | null;
}

/** A row after a write; `undefined` when nothing of it is left. */
export function changedRow(
  row: StoredRow | undefined,
  key: readonly Uint8Array[],
  changes: readonly CellChange[],
  { marker, expiry, now }: { readonly marker: boolean; readonly expiry: ExpirySeconds; readonly now: number },
): StoredRow | undefined {
  const changed = new Set(changes.map(({ column }) => column.cell));
  const kept = (row?.cells ?? []).filter(([name, , until]) => !changed.has(name) && isAlive(until, now));
  const added = changes.flatMap(({ column, value }): StoredCell[] => (value ? [[column.cell, value, expiry]] : []));
  const oldMarker = isAlive(row?.marker, now) ? row?.marker : undefined;
  const newMarker = marker ? expiry : oldMarker;
  const cells = [...kept, ...added];
  if (newMarker === undefined && cells.length === 0) return undefined;
  return { key: row?.key ?? key, ...(newMarker !== undefined && { marker: newMarker }), cells };
}

/** When values written now end by the table's default time to live. */
export function expiryOf(schema: TableSchema, now: number): ExpirySeconds {
  return schema.table.defaultTtlSeconds > 0 ? now + schema.table.defaultTtlSeconds : 0;
}
