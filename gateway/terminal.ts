/** Where the process speaks: answers on standard output, log and progress on standard error. */
import { createLog, type Log } from './log.ts';
import { toJsonLine, toTerminalLine } from './log-format.ts';

export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
}

const BAR_WIDTH = 30;

export function createTerminalLog({ stderr }: Terminal, quiet: boolean): Log {
  const format = stderr.isTTY ? toTerminalLine : toJsonLine;
  return createLog({ quiet, write: (line) => stderr.write(`${format(line, new Date())}\n`) });
}

/** A bar that fills while sample data is loaded and then vanishes; nothing where nobody watches. */
export function createProgress({ stderr }: Terminal): (done: number, total: number) => void {
  if (!stderr.isTTY) return () => {};
  return (done, total) => {
    const filled = Math.round((done / total) * BAR_WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
    stderr.write(done < total ? `\rLoading the sample data ${bar} ${done}/${total}` : '\r\u001b[K');
  };
}
