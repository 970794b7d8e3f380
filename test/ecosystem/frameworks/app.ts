/** An app of a user: the package installed as it is packed, the frameworks beside it, and the files that `docs/library.md` prints. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { blocksOf } from '../../docs/pages.ts';
import { type Ended, observe } from '../../gateway/cli/process.ts';
import { install, pack, ROOT } from '../../package/installation.ts';
import { findFreePort } from '../../support/free-port.ts';
import { until } from '../../support/until.ts';

type Environment = Readonly<Record<string, string>>;

export interface RunningServer {
  readonly url: string;
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface App {
  readonly folder: string;
  /** Runs a command that the page prints, as a shell in the app would. @throws when it fails, with what it printed */
  run(command: string): Promise<void>;
  /** Starts a program, and resolves when it answers. @param words - those of `node` */
  start(words: readonly string[], environment: Environment): Promise<RunningServer>;
}

/** What the page has for a shell. */
export const COMMANDS = blocksOf('docs/library.md')
  .filter(({ language }) => language === 'sh')
  .flatMap(({ text }) => text.split('\n'))
  .map((line) => line.replace(/ +#.*/, ''));

/** @param name - of a folder below the packages of the frameworks, so that they are found; it is made anew */
export function createApp(name: string): App {
  const work = join(ROOT, 'test/ecosystem/.work', name);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const folder = join(work, 'app');
  install(folder, join(work, pack(work).filename));
  for (const { text } of blocksOf('docs/library.md')) {
    const [, file] = /^\/\/ (\S+)\n/.exec(text) ?? [];
    if (file === undefined) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return { folder, run: (command) => run(folder, command), start: (words, given) => start(folder, words, given) };
}

async function run(folder: string, command: string): Promise<void> {
  if (!COMMANDS.includes(command)) throw new Error(`docs/library.md does not print ${command}`);
  const bins = [folder, join(ROOT, 'test/ecosystem'), ROOT].map((at) => join(at, 'node_modules/.bin'));
  const env = { ...process.env, PATH: [...bins, process.env.PATH].join(':'), NEXT_TELEMETRY_DISABLED: '1' };
  // Next.js would build for tests.
  const options = { cwd: folder, env: { ...env, NODE_ENV: 'production' } };
  try {
    await promisify(execFile)('npm', ['exec', '--offline', '--', ...command.split(' ').slice(1)], options);
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`${command} failed:\n${stdout}\n${stderr}`);
  }
}

async function start(folder: string, words: readonly string[], given: Environment): Promise<RunningServer> {
  const port = await findFreePort();
  const env = { PATH: process.env.PATH, NEXT_TELEMETRY_DISABLED: '1', PORT: String(port), ...given };
  const { child, ended, stderr } = observe(spawn(process.execPath, words, { cwd: folder, env }));
  const url = `http://127.0.0.1:${port}`;
  const answers = () => fetch(url).then(Boolean, () => child.exitCode !== null);
  await until(answers, `${words.join(' ')} answers: ${stderr()}`);
  if (child.exitCode !== null) throw new Error(`${words.join(' ')} has ended: ${stderr()}`);
  return { url, child, ended };
}
