/** Processes of the benchmark: each contestant in one of its own, ended with the benchmark whatever happens. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface Command {
  /** `process.execPath` for programs of Node. */
  readonly file: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether it listens to `ask`. */
  readonly takesQuestions?: boolean;
}

export interface Child {
  /** Sends any message and waits for the next answer. */
  ask(): Promise<unknown>;
  /** Processor time of it and its workers since their start, to 10 ms; not a number where the system does not tell (other than Linux). */
  cpuMs(): number;
  /** Waits until `isUp` answers true; throws with what the process wrote if it ends before or takes half a minute. */
  whenUp(isUp: () => Promise<boolean>): Promise<void>;
  stop(): Promise<void>;
}

const START_MS = 30_000;
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill();
});
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

/** @param name - of its log in `folder`, where the process starts too, so that it finds no settings of ours */
export function startChild(name: string, folder: string, command: Command): Child {
  const logPath = join(folder, `${name.replace(/\W+/g, '-')}.log`);
  const log = openSync(logPath, 'w');
  const child = spawn(command.file, command.args, {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', ...command.environment },
    stdio: command.takesQuestions ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
  });
  closeSync(log);
  running.add(child);
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code) => {
    ended ??= `exit code ${code}`;
    running.delete(child);
  });

  return {
    async ask() {
      child.send('?');
      const [answer]: unknown[] = await once(child, 'message');
      return answer;
    },
    cpuMs: () => [child.pid, ...childrenOf(child.pid)].reduce<number>((sum, pid) => sum + readCpuMs(Number(pid)), 0),
    async whenUp(isUp) {
      for (const end = performance.now() + START_MS; performance.now() < end && !ended; await delay(100)) {
        if (await isUp().catch(() => false)) return;
      }
      throw new Error(
        `${name} did not start (${ended ?? 'no right answer in time'}):\n${readFileSync(logPath, 'utf8')}`,
      );
    },
    async stop() {
      if (ended) return;
      const end = once(child, 'exit');
      child.kill();
      await end;
    },
  };
}

/** As far as the system tells. */
function childrenOf(pid: number | undefined): readonly string[] {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, 'utf8').split(' ').filter(Boolean) : [];
}

/** Of `/proc/{pid}/stat`, whose second field may hold spaces, the 14th and 15th: clock ticks, of which a second has 100. */
function readCpuMs(pid: number): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  const stat = readFileSync(path, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) * 10;
}

/** A port that nobody listens on just now. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No port can be had');
  return address.port;
}
