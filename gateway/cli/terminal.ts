/** The streams of the process: results go to standard output, log and progress to standard error. */
import { createLog, type Log, type LogEntry, toJsonLine, toTerminalLine } from '../observability/log.ts';

export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** @param worker - the number that each line has; absent: none */
export function createTerminalLog({ stderr }: Terminal, quiet: boolean, worker?: number): Log {
  const format = stderr.isTTY ? toTerminalLine : toJsonLine;
  const write = (line: LogEntry) =>
    stderr.write(`${format(worker === undefined ? line : { ...line, worker }, new Date())}\n`);
  return createLog({ quiet, write });
}
