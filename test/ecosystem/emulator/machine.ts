/** What the machine has besides Node, and an emulator for clients that are written in other languages. */
import { type ExecFileException, execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestContext } from 'vitest';
import { createEmulator, type Emulator } from '../../../emulator/emulator.ts';
import { listen } from '../../../emulator/server/server.ts';

const WORK = new URL('../.work/', import.meta.url);
const TIMEOUT_MS = 120_000;

export interface RunningEmulator {
  readonly emulator: Emulator;
  readonly url: string;
  /** Of the default database, before `/api/rest`. */
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** In memory, on a free port, with databases that are ready at once. */
export async function startEmulator(): Promise<RunningEmulator> {
  const emulator = await createEmulator({ delaysMs: 0, loggedRequests: 10_000 });
  const server = await listen(emulator);
  return {
    emulator,
    url: server.url,
    databaseUrl: `${server.url}/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}`,
    async close() {
      await server.close();
      await emulator.close();
    },
  };
}

/** A folder for what a client needs; git ignores it, and it stays for the next run. */
export function workFolder(name: string): string {
  const folder = fileURLToPath(new URL(name, WORK));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The path of a file beside this one. */
export function besides(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** What the command printed. @throws Error - with all that it printed, when it fails or takes longer than two minutes */
export async function run(command: string, ...options: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(command, options, { timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 })).stdout;
  } catch (error) {
    const { message, stdout, stderr } = error as ExecFileException;
    throw new Error(`${message}\n${stdout}\n${stderr}`);
  }
}

/** Skips the test where a command does not run on this machine, and says so. */
export async function need(context: TestContext, command: string, ...options: readonly string[]): Promise<void> {
  const runs = await run(command, ...options).then(
    () => true,
    () => false,
  );
  if (!runs) leaveOut(context, `"${[command, ...options].join(' ')}" does not run on this machine.`);
}

/**
 * Installs what a test needs. Where that fails, as without a network, the test is skipped with the reason, except in
 * continuous integration, which must not pass for want of a client.
 */
export async function install(context: TestContext, what: string, installing: () => Promise<unknown>): Promise<void> {
  try {
    await installing();
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    leaveOut(context, `${what} could not be installed: ${error instanceof Error ? error.message : error}`);
  }
}

/** Also in the output, since reports of skipped tests leave the reason away. */
function leaveOut({ skip, task }: TestContext, reason: string): void {
  console.warn(`Skipped: ${task.name}. ${reason}`);
  skip(reason);
}
