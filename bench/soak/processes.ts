/** The two processes of the soak test, as built: an emulator in memory, and a gateway in front of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/gateway/main.js', import.meta.url));
const PROBE = new URL('probe.mjs', import.meta.url).href;

/** Shorter than in production, so that a minute holds many faults and recoveries. */
const PATIENCE = {
  ASTRA_GRAPHQL_UPSTREAM_TIMEOUT_MS: '1000',
  ASTRA_GRAPHQL_OPERATION_TIMEOUT_MS: '5000',
  ASTRA_GRAPHQL_BREAKER_OPEN_MS: '500',
};

export interface Health {
  readonly rssBytes: number;
  readonly heapBytes: number;
  /** How late its timers were since it was last asked. */
  readonly lateP99Ms: number;
  readonly lateMaxMs: number;
}

export interface SoakEmulator {
  readonly url: string;
  readonly token: string;
  /** For the gateway. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface SoakGateway {
  /** Of the GraphQL endpoint. */
  readonly url: string;
  /** Faults of its own that it has logged. */
  faults(): number;
  /** How many GraphQL requests it has taken in; known when it has ended. */
  accepted(): number;
  health(collectGarbage: boolean): Promise<Health>;
  /** Sends SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
}

export async function startEmulator(): Promise<SoakEmulator> {
  const child = spawn(process.execPath, [MAIN, 'emulate', '--port', '0', '--memory', '--no-sample'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  watchOver(child);
  const text = await readLines(child, 2);
  const url = /^http\S+/.exec(text)?.[0] ?? '';
  const { applicationToken } = await (await fetch(url, { headers: { accept: 'application/json' } })).json();
  const environment = Object.fromEntries(
    [...text.matchAll(/(ASTRA_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  return { url, token: applicationToken, environment, stop: async () => void (await end(child)) };
}

export async function startGateway(emulator: SoakEmulator): Promise<SoakGateway> {
  const words = ['--expose-gc', '--import', PROBE, MAIN, 'serve', '--port', '0', '--quiet'];
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, ...PATIENCE, ...emulator.environment },
  });
  watchOver(child);
  let faults = 0;
  let accepted = 0;
  watchLog(child, ({ event, ...rest }) => {
    if (event === 'fault') faults += 1;
    if (event === 'accepted') accepted = Number(rest.accepted);
    if (event === 'fault') console.error(rest);
  });
  const text = await readLines(child, 1);
  return {
    url: /^http\S+/.exec(text)?.[0] ?? '',
    faults: () => faults,
    accepted: () => accepted,
    async health(collectGarbage) {
      child.send({ collectGarbage });
      return (await once(child, 'message'))[0] as Health;
    },
    stop: () => end(child),
  };
}

/** None outlives the test, however that ends. */
function watchOver(child: ChildProcess): void {
  process.once('exit', () => child.kill('SIGKILL'));
}

function watchLog({ stderr }: ChildProcess, onLine: (line: Readonly<Record<string, unknown>>) => void): void {
  if (stderr) createInterface(stderr).on('line', (line) => onLine(JSON.parse(line)));
}

async function readLines(child: ChildProcess, count: number): Promise<string> {
  const lines: string[] = [];
  if (!child.stdout) return '';
  for await (const line of createInterface(child.stdout)) {
    if (lines.push(line) === count) break;
  }
  child.stdout.resume();
  if (lines.length < count) throw new Error('A process ended before it was ready: is it built? (npm run build)');
  return lines.join('\n');
}

async function end(child: ChildProcess): Promise<number | null> {
  // With its streams: what it wrote last is then read.
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  const [code] = await ended;
  return code;
}
