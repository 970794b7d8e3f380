/** Two emulators over HTTP, and `astra-graphql copy` between them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createUpstream } from '../../../datasources/back-ends/upstream.ts';
import type { Source, Upstream } from '../../../datasources/source/source.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../../emulator/emulator.ts';
import { listen } from '../../../emulator/server/server.ts';
import { toAstra } from '../../../gateway/cli/connect.ts';
import { ExitError } from '../../../gateway/cli/exit-error.ts';
import { run } from '../../../gateway/cli/run.ts';
import { ConfigError } from '../../../gateway/config/config-error.ts';

export type SideApi = 'data' | 'stargate';

export interface TestSide {
  readonly url: string;
  readonly api: SideApi;
  readonly emulator: Emulator;
  readonly databaseId: string;
  /** A source for one operation. */
  open(): Source;
  close(): Promise<void>;
}

export async function startSide(api: SideApi, options: EmulatorOptions = {}): Promise<TestSide> {
  const emulator = await createEmulator({ delaysMs: 0, ...options });
  const server = await listen(emulator);
  const { defaultDatabaseId: databaseId, defaultDatabaseRegion: region, applicationToken: token } = emulator;
  const place = { url: server.url, databaseId, region };
  const upstream: Upstream = createUpstream(
    toAstra(place, { api, timeoutMs: 10_000, schemaTimeoutMs: 10_000, resilience: {} }),
  );
  const tokens = { data: token, devops: token };
  return {
    url: server.url,
    api,
    emulator,
    databaseId,
    open: () => upstream.open({ tokens, requestId: 'test', maxCalls: 1_000_000, endsAtMs: Number.POSITIVE_INFINITY }),
    async close() {
      await upstream.close();
      await server.close();
      await emulator.close();
    },
  };
}

export interface Folder {
  readonly path: string;
  file(name: string): string;
  read(name: string): string;
  remove(): void;
}

export function createFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'astra-graphql-copy-'));
  return {
    path,
    file: (name) => join(path, name),
    read: (name) => readFileSync(join(path, name), 'utf8'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export interface Ended {
  /** As the process would end. */
  readonly code: number;
  readonly stdout: string;
  /** With the message of the error that ended it. */
  readonly stderr: string;
}

export interface CopyCommand {
  readonly folder: Folder;
  readonly from: TestSide;
  readonly to: TestSide;
  readonly words?: readonly string[];
  /** Gets what the first signal calls. */
  readonly onInterrupt?: (stop: () => void) => void;
}

/** With its files in the folder. */
export function copyBetween({ folder, from, to, words = [], onInterrupt }: CopyCommand): Promise<Ended> {
  const sides = ['--from', from.url, '--from-api', from.api, '--to', to.url, '--to-api', to.api];
  return runCopy(folder, [...sides, ...words], onInterrupt);
}

export async function runCopy(
  folder: Folder,
  words: readonly string[],
  onInterrupt: (stop: () => void) => void = () => {},
): Promise<Ended> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(stdout), text(stderr)]);
  const files = ['--state', folder.file('state.json'), '--report', folder.file('report.jsonl')];
  let code = 0;
  try {
    await run(['copy', ...words, ...files], {
      environment: {},
      version: '0',
      terminal: { stdin: process.stdin, stdout, stderr },
      interruption: { onInterrupt },
      emulator: { start: refuse, checkFolder: refuse, open: refuse },
      createPipeline: () => {
        throw new Error('A copy makes no gateway');
      },
    });
  } catch (error) {
    if (!(error instanceof ExitError || error instanceof ConfigError)) throw error;
    code = error instanceof ExitError ? error.exitCode : 2;
    stderr.write(`${error.message}\n`);
  }
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { code, stdout: out, stderr: err };
}

async function refuse(): Promise<never> {
  throw new Error('A copy starts no emulator');
}
