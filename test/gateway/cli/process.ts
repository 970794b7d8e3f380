/** The built process, as an operator starts it: in a folder of its own, with no environment but what is given. */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const MAIN = fileURLToPath(new URL('../../../dist/gateway/main.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** What it has written so far. */
  stdout(): string;
  stderr(): string;
  /** What stands at the beginning of its first line, which is when it accepts requests. */
  readonly url: Promise<string>;
  readonly ended: Promise<Ended>;
}

export type Environment = Readonly<Record<string, string>>;

export function start(folder: string, words: readonly string[], environment: Environment = {}): Started {
  return observe(
    spawn(process.execPath, [MAIN, ...words], { cwd: folder, env: { PATH: process.env.PATH, ...environment } }),
  );
}

export function observe(child: ChildProcessWithoutNullStreams): Started {
  const texts = { stdout: '', stderr: '' };
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, ...texts }));
  });
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [, first] = /^(http\S+) .*\n/.exec(texts.stdout) ?? [];
      if (first) resolve(first);
    });
    ended.then(({ stderr }) => reject(new Error(`It ended before it was ready: ${stderr}`)));
  });
  url.catch(() => {});
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').prependListener('data', (text: string) => {
      texts[name] += text;
    });
  }
  // A listener that is put in front does not make a stream flow.
  child.stderr.resume();
  return { child, url, ended, stdout: () => texts.stdout, stderr: () => texts.stderr };
}

/** Runs it to its end. */
export async function run(words: readonly string[], environment: Environment = {}): Promise<Ended> {
  const { folder, remove } = createFolder();
  try {
    return await start(folder, words, environment).ended;
  } finally {
    remove();
  }
}

export function createFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'astra-graphql-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export async function ask(url: string, query: string, headers: Environment = {}): Promise<unknown> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  return (await fetch(url, { ...init, body: JSON.stringify({ query }) })).json();
}
