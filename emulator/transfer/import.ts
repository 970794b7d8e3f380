/** Import of the lines that an export gives, or that somebody has written by hand. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../service.ts';
import type { Store } from '../store.ts';
import { createLineReader, type LineWrite } from './line-reader.ts';
import { BadLineError } from './lines.ts';
import { lineBytes, type OnProgress, PORTION_BYTES, PORTION_LINES, type TransferProgress } from './progress.ts';

export interface ImportOptions {
  /** Called after each few hundred rows or documents, and at the end. */
  readonly onProgress?: OnProgress;
}

interface WaitingLine {
  readonly lineNumber: number;
  readonly write: () => void;
}

/**
 * Makes the keyspaces, types, tables, indexes and collections that are missing, and adds or overwrites rows and
 * documents, a few hundred in one transaction. What is there already stays as it is: definitions, and the rows and
 * documents that no line names. Blank lines count for nothing.
 *
 * @param lines - of one keyspace or several; for their form see `exportKeyspace`
 * @throws `BadLineError`
 */
export async function importLines(
  database: Database,
  lines: AsyncIterable<string> | Iterable<string>,
  { onProgress }: ImportOptions = {},
): Promise<TransferProgress> {
  const { store } = database;
  const read = createLineReader(database);
  const waiting: WaitingLine[] = [];
  let [done, bytes, portionStart, lineNumber] = [0, 0, 0, 0];

  /** Definitions are kept in memory too, so none of them may be taken back with a transaction. */
  function take(line: LineWrite): void {
    if (line.kind === 'data') waiting.push({ lineNumber, write: line.write });
    else {
      flush();
      store.transaction(line.write);
    }
  }

  function flush(): void {
    writeAll(store, waiting);
    done += waiting.length;
    waiting.length = 0;
    portionStart = bytes;
  }

  for await (const text of lines) {
    lineNumber += 1;
    bytes += lineBytes(text);
    if (text.trim() === '') continue;
    try {
      take(read(text));
    } catch (error) {
      if (error instanceof BadLineError) throw error;
      flush();
      throw new BadLineError(lineNumber, error);
    }
    if (waiting.length < PORTION_LINES && bytes - portionStart < PORTION_BYTES) continue;
    flush();
    onProgress?.({ done, bytes });
    await nextTurn();
  }
  flush();
  onProgress?.({ done, bytes });
  return { done, bytes };
}

/** One transaction. When a line fails, it is done again with those before that line. */
function writeAll(store: Store, lines: readonly WaitingLine[]): void {
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
