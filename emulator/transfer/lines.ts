/** Lines of text from the chunks of a file, and how a mistake in one of them is told. */
import { createReadStream } from 'node:fs';

/** A line that cannot be imported. Every line before it has been, and none behind it. */
export class BadLineError extends Error {
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

/** The lines of a file in UTF-8, without their line feeds and carriage returns, read as they are asked for. */
export async function* readLines(path: string): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}
