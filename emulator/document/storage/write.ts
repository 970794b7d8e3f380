/** The writes of the storage model: what each removes from a document, and then adds. */

import { backendError } from '../../core/service.ts';
import { invalidArgument } from '../../cql/types/refusal.ts';
import type { Path } from '../values/path.ts';
import { checkWriteMessage } from './grpc-messages.ts';
import type { Leaf, LeafRow } from './leaf.ts';
import type { LeafStore } from './leaf-store.ts';
import { expiryAfter } from './lifetime.ts';

/** One document, which need not exist. */
export interface DocumentTarget {
  readonly leaves: LeafStore;
  readonly id: string;
  /** `keyspace.table`, for messages of the database. */
  readonly tableName: string;
}

/** The limit of the database's secondary indexes. */
const MAX_INDEXED_BYTES = 65_535;
const FIRST_ELEMENT = '[000000]';
const LAST_ELEMENT = '[999999]';

/** Adds the leaves of a new document; removes nothing. */
export function insert(target: DocumentTarget, added: readonly Leaf[], ttlSeconds?: number): void {
  change(target, added, ttlSeconds, () => {});
}

/** Removes everything at and below `path`, then adds. An empty path is the whole document. */
export function replace(target: DocumentTarget, path: Path, added: readonly Leaf[], ttlSeconds?: number): void {
  replaceAll(target, [path], added, ttlSeconds);
}

/** Removes everything at and below each of the paths, then adds. */
export function replaceAll(target: DocumentTarget, paths: Iterable<Path>, added: readonly Leaf[], ttlSeconds?: number) {
  change(target, added, ttlSeconds, () => {
    for (const path of paths) target.leaves.removeBelow(target.id, path);
  });
}

/** Removes the first-level keys of the added leaves, the leaf at `path`, and the elements of a list at `path`. */
export function patch(target: DocumentTarget, path: Path, added: readonly Leaf[], ttlSeconds?: number): void {
  const keys = new Set(added.map((leaf) => leaf.path[path.length]));
  change(target, added, ttlSeconds, () => {
    const outdated = target.leaves.rowsBelow(target.id, path).filter((row) => {
      const key = row.path[path.length];
      return key === undefined || keys.has(key) || (key >= FIRST_ELEMENT && key <= LAST_ELEMENT);
    });
    target.leaves.remove(target.id, outdated);
  });
}

export function remove({ leaves, id }: DocumentTarget, path: Path): void {
  leaves.transaction(() => leaves.removeBelow(id, path));
}

function change(
  target: DocumentTarget,
  added: readonly Leaf[],
  ttlSeconds: number | undefined,
  removeOld: () => void,
): void {
  const { leaves, id, tableName } = target;
  const expiresAtSeconds = expiryAfter(ttlSeconds, tableName);
  checkWriteMessage(id, added);
  for (const leaf of added) checkIndexable(leaf, tableName);
  const time = nextWriteTime();
  const rows: LeafRow[] = added.map((leaf) => ({ ...leaf, time, expiresAtSeconds }));
  leaves.transaction(() => {
    removeOld();
    leaves.put(id, rows);
  });
}

let lastWriteMicros = 0;

/** Microseconds, each greater than the one before: no two writes have the same time. */
function nextWriteTime(): number {
  lastWriteMicros = Math.max(Date.now() * 1000, lastWriteMicros + 1);
  return lastWriteMicros;
}

/** Longer names fail inside the database (observed at 60,000 characters; the exact limit is unknown). */
const MAX_NAME_BYTES = 32_767;

function checkIndexable({ path, value }: Leaf, tableName: string): void {
  checkSize('leaf', path.at(-1) ?? '', tableName);
  if (path.some((step) => step.length * 3 > MAX_NAME_BYTES && Buffer.byteLength(step) > MAX_NAME_BYTES)) {
    throw backendError(
      'ABORTED',
      'Operation failed - received 0 responses and 1 failures: UNKNOWN from localhost:7000',
    );
  }
  if (typeof value === 'string') checkSize('text_value', value, tableName);
}

function checkSize(column: string, text: string, tableName: string): void {
  if (text.length * 3 <= MAX_INDEXED_BYTES) return;
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_INDEXED_BYTES) return;
  const index = `${tableName.split('.')[1]}_${column}_idx on ${tableName}(${column})`;
  throw invalidArgument(`Cannot index value of size ${bytes} for index ${index} (maximum allowed size=65535)`);
}
