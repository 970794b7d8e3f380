/** `astra-graphql copy`: from one upstream to another, with progress, a report, and a state to go on with. */
import { ConfigError } from '../config/config-error.ts';
import type { CopyConfig } from '../config/copy-config.ts';
import { copy, type ItemResult } from '../copy/copy.ts';
import { createLosses, type Losses } from '../copy/losses.ts';
import { CopyStoppedError } from '../copy/patience.ts';
import { type CopyPlan, planCopy } from '../copy/plan.ts';
import { openReportFile, type ReportFile } from '../copy/report-file.ts';
import type { Side } from '../copy/side.ts';
import { createMemoryState, openStateFile, type StateFile } from '../copy/state-file.ts';
import { openSide } from './copy-sides.ts';
import { isComplete, summarize } from './copy-summary.ts';
import { ExitError } from './exit-error.ts';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** How a command learns that it is to stop. */
export interface Interruption {
  /** The first signal calls `stop` instead of ending the process; the second ends it. */
  onInterrupt(stop: () => void): void;
}

/** Something is missing in the target, and the report says what. */
const INCOMPLETE = 3;
const BROKEN_OFF = 1;
const INTERRUPTED = 130;

/**
 * @param keyspaces - none: all
 * @throws ConfigError - before anything is written
 * @throws ExitError - when the copy is not complete, has broken off or was interrupted
 */
export async function runCopy(
  config: CopyConfig,
  keyspaces: readonly string[],
  { terminal, interruption }: { readonly terminal: Terminal; readonly interruption: Interruption },
): Promise<void> {
  const stop = new AbortController();
  interruption.onInterrupt(() => stop.abort());
  const from = await openSide(config.from, stop.signal);
  const to = await openSide(config.to, stop.signal).catch(async (error: unknown) => {
    await from.close();
    throw error;
  });
  try {
    if (from.label === to.label) throw new ConfigError(`Both sides are ${from.label}: there is nothing to copy.`);
    await copyBetween({ config, keyspaces, terminal, from, to, signal: stop.signal });
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
}

interface Work {
  readonly config: CopyConfig;
  readonly keyspaces: readonly string[];
  readonly terminal: Terminal;
  readonly from: Side;
  readonly to: Side;
  readonly signal: AbortSignal;
}

async function copyBetween(work: Work): Promise<void> {
  const { config, keyspaces, terminal, from, to, signal } = work;
  const { isDryRun, quiet } = config;
  const identity = { from: from.label, to: to.label, keyspaces };
  const state = isDryRun ? createMemoryState() : openStateFile(config.stateFile, identity, config.isResuming);
  const plan = await planCopy(from, to, keyspaces).catch((error: unknown) => {
    throw error instanceof CopyStoppedError ? new ExitError('Stopped: nothing was written.', INTERRUPTED) : error;
  });
  const report = openReportFile(config.reportFile, state.reportBytes);
  const losses = createLosses(report.write);
  if (!quiet) terminal.stderr.write(greeting(work));
  const label = isDryRun ? 'Reading' : 'Copying';
  const progress = createProgress(terminal.stderr, { label, quiet, plainLines: true });
  const save = (isNeeded: boolean) => state.save(report.bytes, isNeeded);
  const { item: stateOf } = state;
  const onProgress = progress.show;
  const results = await copy({ from, to, plan, isDryRun, losses, stateOf, save, onProgress, signal })
    .catch((error: unknown) => {
      save(true);
      throw brokenOff(error, config);
    })
    .finally(() => progress.end(isDryRun ? 'Read' : 'Copied'));
  end(work, { plan, results, losses, report, state });
}

interface Finished {
  readonly plan: CopyPlan;
  readonly results: readonly ItemResult[];
  readonly losses: Losses;
  readonly report: ReportFile;
  readonly state: StateFile;
}

function end({ config, terminal }: Work, { plan, results, losses, report, state }: Finished): void {
  report.write(losses.definitions);
  state.remove();
  terminal.stdout.write(summarize({ results, losses, notes: plan.notes, reportPath: report.path }));
  if (isComplete(results, losses)) return;
  const sentence = config.isDryRun
    ? 'The target cannot hold everything.'
    : 'The target does not hold everything that the source has.';
  throw new ExitError(sentence, INCOMPLETE);
}

function greeting({ config, from, to }: Work): string {
  if (config.isDryRun) return `Reading ${from.label}; nothing is written to ${to.label}\n`;
  return `Copying ${from.label} to ${to.label}; what is done is kept in ${config.stateFile}\n`;
}

function brokenOff(error: unknown, { isDryRun, stateFile }: CopyConfig): Error {
  const cure = isDryRun ? '' : ` What is done is kept in ${stateFile}: go on with the same command and --resume.`;
  if (error instanceof CopyStoppedError) return new ExitError(`Stopped.${cure}`, INTERRUPTED);
  const message = error instanceof Error ? error.message : String(error);
  return new ExitError(`${message}\nThe copy broke off.${cure}`, BROKEN_OFF);
}
