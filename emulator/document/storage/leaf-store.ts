/** The leaf rows of one collection in the store. */
import type { Table } from '../../core/catalog.ts';
import type { Database } from '../../core/service.ts';
import { tablePrefix } from '../../core/storage.ts';
import { endOf } from '../../core/store.ts';
import { type Path, startsWith } from '../values/path.ts';
import { comparePaths } from '../values/text-order.ts';
import type { LeafRow } from './leaf.ts';
import { documentIdOf, documentKey, documentKeyLength, isLongId, leafKey, rangePrefix } from './leaf-key.ts';
import { decodeRow, encodeRow, type StoredLeafRow } from './leaf-row-codec.ts';

export interface StoredDocument {
  readonly id: string;
  /** At least one row, in path order. */
  readonly rows: readonly LeafRow[];
}

export interface LeafStore {
  /** The rows at or below a path, in path order, without expired rows. */
  rowsBelow(id: string, path: Path): LeafRow[];
  /** Up to `count` documents in token order, after the id `after`, which need not exist. */
  documents(after: string | undefined, count: number): StoredDocument[];
  /** Adds rows, or replaces rows with the same path. */
  put(id: string, rows: Iterable<LeafRow>): void;
  remove(id: string, rows: Iterable<Pick<LeafRow, 'path'>>): void;
  removeBelow(id: string, path: Path): void;
  /** Runs the writes atomically. */
  transaction<T>(write: () => T): T;
}

interface Found {
  readonly row: LeafRow;
  /** Rows with very long paths are not in path order. */
  readonly isOutOfOrder: boolean;
}

export function openLeafStore(database: Database, table: Pick<Table, 'id'>): LeafStore {
  const { store } = database;
  const prefix = leavesPrefix(database, table);
  const keyOf = (id: string) => Buffer.concat([prefix, documentKey(id)]);
  return { rowsBelow, documents, put, remove, removeBelow, transaction: (write) => store.transaction(write) };

  function rowsBelow(id: string, path: Path): LeafRow[] {
    const start = rangePrefix(keyOf(id), path);
    const pathStart = keyOf(id).length;
    const found: Found[] = [];
    for (const { key, value } of store.range({ start, end: endOf(start) })) found.push(toFound(key, value, pathStart));
    return living(id, found).filter((row) => startsWith(row.path, path));
  }

  function documents(after: string | undefined, count: number): StoredDocument[] {
    const complete: StoredDocument[] = [];
    let current: { key: Buffer; id: string; found: Found[] } = { key: Buffer.alloc(0), id: '', found: [] };
    const finish = () => {
      const rows = living(current.id, current.found);
      if (rows.length > 0) complete.push({ id: current.id, rows });
    };
    const start = after === undefined ? prefix : endOf(keyOf(after));
    for (const { key, value } of store.range({ start, end: endOf(prefix) })) {
      if (current.key.length === 0 || !isBelow(key, current.key)) {
        finish();
        if (complete.length === count) return complete;
        current = { ...toDocument(key, value), found: [] };
      }
      current.found.push(toFound(key, value, current.key.length));
    }
    finish();
    return complete;
  }

  function toDocument(key: Uint8Array, value: unknown): { key: Buffer; id: string } {
    const ownKey = Buffer.from(key).subarray(prefix.length);
    const length = documentKeyLength(ownKey);
    const [, , , , id = documentIdOf(ownKey.subarray(0, length))] = value as StoredLeafRow;
    return { key: Buffer.from(key).subarray(0, prefix.length + length), id };
  }

  function put(id: string, rows: Iterable<LeafRow>): void {
    const start = keyOf(id);
    const storedId = isLongId(id) ? id : undefined;
    for (const row of rows) {
      const { key, isCut } = leafKey(start, row.path);
      store.put(key, encodeRow(row, isCut, storedId));
    }
  }

  function remove(id: string, rows: Iterable<Pick<LeafRow, 'path'>>): void {
    const start = keyOf(id);
    for (const { path } of rows) store.remove(leafKey(start, path).key);
  }

  function removeBelow(id: string, path: Path): void {
    const start = keyOf(id);
    if (path.length === 0) store.removeRange(start, endOf(start));
    else remove(id, rowsBelow(id, path));
  }

  /** Sorts when necessary, and removes expired rows. */
  function living(id: string, found: readonly Found[]): LeafRow[] {
    const nowSeconds = Math.floor(Date.now() / 1000);
    const rows = found.map(({ row }) => row);
    const isExpired = ({ expiresAtSeconds }: LeafRow) => expiresAtSeconds !== 0 && expiresAtSeconds <= nowSeconds;
    if (found.some(({ isOutOfOrder }) => isOutOfOrder)) rows.sort((left, right) => comparePaths(left.path, right.path));
    const expired = rows.filter(isExpired);
    if (expired.length === 0) return rows;
    store.transaction(() => remove(id, expired));
    return rows.filter((row) => !isExpired(row));
  }
}

/** The key prefix of all leaf rows of a collection. */
export function leavesPrefix(database: Database, table: Pick<Table, 'id'>): Uint8Array {
  return Buffer.concat([tablePrefix(database, table), Buffer.from('d/')]);
}

function toFound(key: Uint8Array, value: unknown, pathStart: number): Found {
  const stored = value as StoredLeafRow;
  return { row: decodeRow(stored, asBuffer(key), pathStart), isOutOfOrder: stored[3] !== undefined };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function isBelow(key: Uint8Array, documentKey: Buffer): boolean {
  return key.length > documentKey.length && documentKey.compare(key, 0, documentKey.length) === 0;
}
