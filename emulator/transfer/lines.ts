/** Lines of text from the chunks of a file, and how a mistake in one of them is told. */
import { createReadStream } from 'node:fs';
import { OperatorError } from '../core/operator-error.ts';

/** How far an export or an import has come. */
export interface TransferProgress {
  /** Rows and documents. */
  readonly done: number;
  /** Of all lines so far, in UTF-8, with the line feed behind each. */
  readonly bytes: number;
  /** Of the whole, from 0 to 1, where that can be told. */
  readonly share?: number;
}

export type OnProgress = (progress: TransferProgress) => void;

/** A line that cannot be imported. Every line before it has been, and none behind it. */
export class BadLineError extends OperatorError {
  override readonly name = 'BadLineError';
  /** From 1, blank lines counted. */
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

/** The lines of a file in UTF-8, read as they are asked for. */
export function readLines(path: string): AsyncGenerator<string, void> {
  return linesOf(createReadStream(path, { encoding: 'utf8', highWaterMark: CHUNK_BYTES }));
}

/**
 * Lines without their line feeds and carriage returns.
 *
 * @param chunks - of text: a stream that has been told its encoding
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
