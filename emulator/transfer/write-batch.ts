/** Lines that wait until there are enough of them to be written in one transaction. */
import type { Store } from '../core/store.ts';
import { BadLineError } from './lines.ts';

/** Rows that are read, and lines that are written, at once; between two such batches, others get their turn. */
export const BATCH_LINES = 500;
/** Fewer, as a document may be large. */
export const BATCH_DOCUMENTS = 50;
/** Of lines that are written at once: a batch ends with the one that reaches it. */
export const BATCH_BYTES = 4 * 1024 * 1024;

export interface WaitingLine {
  readonly lineNumber: number;
  readonly bytes: number;
  readonly write: () => void;
}

export interface WriteBatch {
  readonly writtenCount: number;
  add(line: WaitingLine): void;
  isFull(): boolean;
  /** Writes what waits. Throws `BadLineError` for the first line that fails, with those before it written. */
  write(): void;
}

export function openWriteBatch(store: Store): WriteBatch {
  const waiting: WaitingLine[] = [];
  let [waitingBytes, writtenCount] = [0, 0];
  return {
    get writtenCount() {
      return writtenCount;
    },
    add(line) {
      waiting.push(line);
      waitingBytes += line.bytes;
    },
    isFull: () => waiting.length >= BATCH_LINES || waitingBytes >= BATCH_BYTES,
    write() {
      const lines = waiting.splice(0);
      waitingBytes = 0;
      writeAll(store, lines);
      writtenCount += lines.length;
    },
  };
}

/** When a line fails, the transaction is done again with those before that line. */
function writeAll(store: Store, lines: readonly WaitingLine[]): void {
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
