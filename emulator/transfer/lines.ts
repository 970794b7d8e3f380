/** Reads lines of text from the chunks of a file; errors and progress of a transfer of lines. */
import { createReadStream } from 'node:fs';
import { OperatorError } from '../core/operator-error.ts';

/** The progress of an export or an import. */
export interface TransferProgress {
  /** Rows and documents. */
  readonly done: number;
  /** Of all lines so far, in UTF-8, with line feeds. */
  readonly bytes: number;
  /** The completed share, from 0 to 1, when the total is known. */
  readonly share?: number;
}

export type OnProgress = (progress: TransferProgress) => void;

/** A line that cannot be imported. All lines before it are imported, none after it. */
export class BadLineError extends OperatorError {
  override readonly name = 'BadLineError';
  /** From 1; blank lines count. */
  readonly lineNumber: number;
  readonly reason: string;

  constructor(lineNumber: number, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`Line ${lineNumber}: ${reason}`, { cause });
    this.lineNumber = lineNumber;
    this.reason = reason;
  }
}

const CHUNK_BYTES = 256 * 1024;

/** The lines of a UTF-8 file, read lazily. */
export function readLines(path: string): AsyncGenerator<string, void> {
  return linesOf(createReadStream(path, { encoding: 'utf8', highWaterMark: CHUNK_BYTES }));
}

/**
 * Lines without their line feeds and carriage returns.
 *
 * @param chunks - of text: a stream with an encoding
 */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}

/** In UTF-8, with a line feed. */
export function lineBytes(line: string): number {
  return Buffer.byteLength(line) + 1;
}
