/** Everything that could not be held, a line of JSON each. The file is made with its first line. */
import { appendFileSync, existsSync, rmSync, truncateSync } from 'node:fs';
import type { Loss } from './losses.ts';

export interface ReportFile {
  readonly path: string;
  /** Its length. */
  readonly bytes: number;
  write(losses: readonly Loss[]): void;
}

/** @param bytes - what is kept of a file that is there: lines behind it belong to pages that will be written again */
export function openReportFile(path: string, bytes: number): ReportFile {
  if (bytes === 0) rmSync(path, { force: true });
  else if (existsSync(path)) truncateSync(path, bytes);
  let length = bytes;
  return {
    path,
    get bytes() {
      return length;
    },
    write(losses) {
      if (losses.length === 0) return;
      const text = losses.map((loss) => `${JSON.stringify(loss)}\n`).join('');
      appendFileSync(path, text);
      length += Buffer.byteLength(text);
    },
  };
}
