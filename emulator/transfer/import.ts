/** Import of the lines that an export gives, or that somebody has written by hand. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../core/service.ts';
import { createLineReader, type LineWrite } from './line-reader.ts';
import { BadLineError, lineBytes, type OnProgress, type TransferProgress } from './lines.ts';
import { openWriteBatch, type WriteBatch } from './write-batch.ts';

export interface ImportOptions {
  /** Called after each few hundred rows or documents, and at the end. */
  readonly onProgress?: OnProgress | undefined;
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
  { onProgress = () => {} }: ImportOptions = {},
): Promise<TransferProgress> {
  const read = createLineReader(database);
  const batch = openWriteBatch(database.store);
  let [lineNumber, bytes, reportedBytes] = [0, 0, 0];

  function report(): void {
    if (bytes > reportedBytes) onProgress({ done: batch.writtenCount, bytes });
    reportedBytes = bytes;
  }

  for await (const text of lines) {
    lineNumber += 1;
    bytes += lineBytes(text);
    if (text.trim() === '') continue;
    take(batch, lineNumber, text, read);
    if (!batch.isFull()) continue;
    batch.write();
    report();
    await nextTurn();
  }
  batch.write();
  report();
  return { done: batch.writtenCount, bytes };
}

/** Definitions are made at once, since rows are read by them, and after all rows above them. */
function take(batch: WriteBatch, lineNumber: number, text: string, read: (text: string) => LineWrite): void {
  try {
    const { kind, write } = read(text);
    if (kind === 'data') batch.add({ lineNumber, bytes: lineBytes(text), write });
    else {
      batch.write();
      write();
    }
  } catch (error) {
    if (error instanceof BadLineError) throw error;
    batch.write();
    throw new BadLineError(lineNumber, error);
  }
}
