/** Progress of long work: a bar on a terminal, else a line every few seconds. */
import type { Output } from './terminal.ts';

export interface Step {
  /** Rows and documents. */
  readonly done: number;
  /** Fraction from 0 to 1; absent: unknown. */
  readonly share?: number;
  /** The table or collection that is worked at. */
  readonly at?: string;
}

export type OnProgress = (step: Step) => void;

export interface Progress {
  readonly show: OnProgress;
  /** Removes the bar, and prints a summary. */
  end(verb: string): void;
}

export interface ProgressOptions {
  /** Such as `Importing`. */
  readonly label: string;
  readonly quiet: boolean;
  /** Whether lines are printed where there is no terminal. */
  readonly plainLines: boolean;
}

const BAR_WIDTH = 24;
const BAR_INTERVAL_MS = 100;
const LINE_INTERVAL_MS = 5000;

export function createProgress(output: Output, { label, quiet, plainLines }: ProgressOptions): Progress {
  if (quiet || !(output.isTTY || plainLines)) return { show() {}, end() {} };
  const intervalMs = output.isTTY ? BAR_INTERVAL_MS : LINE_INTERVAL_MS;
  const startedAtMs = performance.now();
  let saidAtMs = output.isTTY ? 0 : startedAtMs;
  let done = 0;
  return {
    show(step) {
      done = step.done;
      const now = performance.now();
      if (now - saidAtMs < intervalMs) return;
      saidAtMs = now;
      const text = [describe(step, (now - startedAtMs) / 1000)];
      if (output.isTTY) output.write(`\r\u001b[K${[label, ...bar(step), ...text].join(' ')}`);
      else output.write(`${[label, ...text].join(' ')}\n`);
    },
    end(verb) {
      if (output.isTTY) output.write('\r\u001b[K');
      const seconds = (performance.now() - startedAtMs) / 1000;
      if (plainLines) output.write(`${verb} ${things(done)} in ${seconds.toFixed(1)} s${rate(done, seconds)}\n`);
    },
  };
}

function bar({ share }: Step): string[] {
  if (share === undefined) return [];
  const filled = Math.round(share * BAR_WIDTH);
  return ['█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled), `${Math.floor(share * 100)} %`];
}

function describe({ done, share, at }: Step, seconds: number): string {
  const isEarly = share === undefined || share === 0;
  const left = isEarly ? '' : `, ${duration((seconds * (1 - share)) / share)} left`;
  return `${things(done)}${rate(done, seconds)}${left}${at === undefined ? '' : `, ${at}`}`;
}

function things(count: number): string {
  return `${count.toLocaleString('en')} rows and documents`;
}

function rate(count: number, seconds: number): string {
  return seconds > 0 && count > 0 ? `, ${Math.round(count / seconds).toLocaleString('en')}/s` : '';
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
