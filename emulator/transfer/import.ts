/** Imports the lines of an export, or lines written by hand. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../core/service.ts';
import { createLineReader, type LineWrite } from './line-reader.ts';
import { BadLineError, lineBytes, type OnProgress, type TransferProgress } from './lines.ts';
import { openWriteBatch, type WriteBatch } from './write-batch.ts';

export interface ImportOptions {
  /** Called after each batch of rows or documents, and at the end. */
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Creates missing keyspaces, types, tables, indexes and collections, and adds or overwrites rows and documents, a few
 * hundred in one transaction. Existing definitions, and rows and documents without a line, stay unchanged. Blank lines are
 * skipped.
 *
 * @param lines - of one or more keyspaces; `exportKeyspace` describes their format
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

/** A definition is written immediately, after all rows before it: later lines need it. */
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
