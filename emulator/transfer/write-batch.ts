/** Collects lines and writes them in one transaction. */
import type { Store } from '../core/store.ts';
import { BadLineError } from './lines.ts';

/** Rows that are read, and lines that are written, together; other requests run between batches. */
export const BATCH_LINES = 500;
/** Fewer, since a document may be large. */
export const BATCH_DOCUMENTS = 50;
/** A batch ends with the line that reaches this size. */
export const BATCH_BYTES = 4 * 1024 * 1024;

export interface PendingLine {
  readonly lineNumber: number;
  readonly bytes: number;
  readonly write: () => void;
}

export interface WriteBatch {
  readonly writtenCount: number;
  add(line: PendingLine): void;
  isFull(): boolean;
  /** Writes the collected lines. Throws `BadLineError` for the first line that fails, after writing those before it. */
  write(): void;
}

export function openWriteBatch(store: Store): WriteBatch {
  const pending: PendingLine[] = [];
  let [pendingBytes, writtenCount] = [0, 0];
  return {
    get writtenCount() {
      return writtenCount;
    },
    add(line) {
      pending.push(line);
      pendingBytes += line.bytes;
    },
    isFull: () => pending.length >= BATCH_LINES || pendingBytes >= BATCH_BYTES,
    write() {
      const lines = pending.splice(0);
      pendingBytes = 0;
      writeAll(store, lines);
      writtenCount += lines.length;
    },
  };
}

/** When a line fails, the lines before it are written in a second transaction. */
function writeAll(store: Store, lines: readonly PendingLine[]): void {
  if (lines.length === 0) return;
  let at = 0;
  try {
    store.transaction(() => {
      for (at = 0; at < lines.length; at += 1) lines[at]?.write();
    });
  } catch (error) {
    const bad = lines[at];
    if (!bad) throw error;
    writeAll(store, lines.slice(0, at));
    throw new BadLineError(bad.lineNumber, error);
  }
}
