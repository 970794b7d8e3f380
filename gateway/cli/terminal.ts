/** The streams of the process: results go to standard output, log and progress to standard error. */
import { createLog, type Log, toJsonLine, toTerminalLine } from '../observability/log.ts';

export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
}

export function createTerminalLog({ stderr }: Terminal, quiet: boolean): Log {
  const format = stderr.isTTY ? toTerminalLine : toJsonLine;
  return createLog({ quiet, write: (line) => stderr.write(`${format(line, new Date())}\n`) });
}
