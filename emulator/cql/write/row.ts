/** The stored form of a row: cells with expiry, and which of them are live. */
import type { SchemaColumn, TableSchema } from './schema.ts';

/** Expiry in seconds since 1970; 0 is never. */
export type ExpirySeconds = number;

export type StoredCell = readonly [name: string, value: Uint8Array, expiry: ExpirySeconds];

export interface StoredRow {
  /** The values of the partition key, then of the clustering columns; for static values only the partition key. */
  readonly key: readonly Uint8Array[];
  /** The expiry of the row marker: INSERT writes a marker, so the row exists without values; UPDATE does not. */
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

/** The live values of a stored row, by cell name. */
export function livingCells(row: StoredRow | undefined, now: number): CellValues {
  const living = (row?.cells ?? []).filter(([, , expiry]) => isAlive(expiry, now));
  return new Map(living.map(([name, value]) => [name, value]));
}

/** A row is live while its marker or a cell of an existing column is. */
export function isRowAlive(row: StoredRow, cells: CellValues, columns: readonly SchemaColumn[], now: number): boolean {
  return isAlive(row.marker, now) || columns.some(({ cell }) => cells.has(cell));
}

export interface CellChange {
  readonly column: SchemaColumn;
  /** `null` removes the value. */
  readonly value: Uint8Array | null;
}

/** The row after a write; `undefined` when it is empty. */
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

/** The expiry of values written now, by the table's default TTL. */
export function expiryOf(schema: TableSchema, now: number): ExpirySeconds {
  return schema.table.defaultTtlSeconds > 0 ? now + schema.table.defaultTtlSeconds : 0;
}
