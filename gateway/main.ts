#!/usr/bin/env node
/** The process. No other file uses its arguments, environment, signals and streams, or starts the emulator. */
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { OperatorError, StoreFileError } from '../emulator/core/operator-error.ts';
import type { EmulatorPort } from './cli/emulator-port.ts';
import { ExitError } from './cli/exit-error.ts';
import type { Service, WorkerLink } from './cli/serve.ts';
import { ConfigError } from './config/config-error.ts';
import { WORKER_VARIABLE } from './server/link.ts';

// graphql reads it when it is loaded; otherwise it checks every value for a second copy of graphql, which takes a sixth of the time.
process.env.NODE_ENV ??= 'production';
const [{ run }, { createPipeline }] = await Promise.all([import('./cli/run.ts'), import('./gateway.ts')]);

const SAMPLE_RELATIONS = fileURLToPath(new URL('../emulator/sample/relations.graphql', import.meta.url));

/** Loaded on use: a gateway in front of Astra needs no embedded store. */
const emulator: EmulatorPort = {
  async start(settings, progress) {
    const { startServer } = await import('../emulator/process.ts');
    const onProgress = (done: number, total: number) => progress.sample({ done, share: done / total });
    const server = await startServer({
      ...settings,
      onProgress,
      onSeedProgress: progress.seed,
      onFailure: progress.onFault,
    });
    const { sampleDatabase, applicationToken } = server.emulator;
    return {
      url: server.url,
      ...sampleDatabase,
      sampleRelations: SAMPLE_RELATIONS,
      applicationToken,
      close: server.close,
    };
  },
  async checkFolder(folder) {
    const { checkFolder } = await import('../emulator/core/store-folder.ts');
    try {
      checkFolder(folder);
    } catch (error) {
      throw error instanceof OperatorError ? new ConfigError(error.message) : error;
    }
  },
  async open(location) {
    const [{ openFolder }, { exportKeyspace }, { importLines }, { linesOf }] = await Promise.all([
      import('../emulator/process.ts'),
      import('../emulator/transfer/export.ts'),
      import('../emulator/transfer/import.ts'),
      import('../emulator/transfer/lines.ts'),
    ]);
    const { database, close } = await openFolder(location);
    return {
      exportKeyspace: (name, onProgress) => exportKeyspace(database, name, { onProgress }),
      importLines: (chunks, onProgress) => importLines(database, linesOf(chunks), { onProgress }),
      close,
    };
  },
};

/** The package's version; its manifest is one folder above the sources and two above the built files. */
function readVersion(): string {
  const file = ['../package.json', '../../package.json'].map((path) => new URL(path, import.meta.url)).find(existsSync);
  const manifest: unknown = file && JSON.parse(readFileSync(file, 'utf8'));
  return String(typeof manifest === 'object' && manifest !== null && Reflect.get(manifest, 'version'));
}

/**
 * The first signal drains the service or stops the command, a second one ends the process at once. Call it before the start: a signal may arrive as
 * soon as the service prints that it is ready.
 */
function stopOnSignal(findService: () => Service | undefined, findStop: () => (() => void) | undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      const [service, stop] = [findService(), findStop()];
      if (stop) return stop();
      if (!service) process.exit(128 + constants.signals[signal]);
      service.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** Whoever reads the output may stop before its end, as `head` does. */
function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === 'EPIPE';
}

process.stdout.on('error', (error) => {
  if (!isBrokenPipe(error)) throw error;
});

function fail(error: unknown): void {
  if (isBrokenPipe(error)) return;
  if (error instanceof ExitError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
    return;
  }
  const isCurable = error instanceof ConfigError || error instanceof OperatorError;
  const text = isCurable ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = isCurable && !(error instanceof StoreFileError) ? 2 : 1;
}

/** Both ends of a terminal and of a service manager signal all processes; a worker ends when its primary says so, or is gone. */
function ignoreSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
}

async function joinPrimary(): Promise<WorkerLink | undefined> {
  if (process.env[WORKER_VARIABLE] === undefined || !process.send) return undefined;
  ignoreSignals();
  const { openLink } = await import('./server/link.ts');
  return openLink({
    send: (message) => process.send?.(message, undefined, undefined, () => {}),
    onMessage: (listener) => void process.on('message', listener),
    exit: (code) => process.exit(code),
  });
}

let link: WorkerLink | undefined;
try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  link = await joinPrimary();
  let service: Service | undefined;
  let stop: (() => void) | undefined;
  const onInterrupt = (stopCommand: () => void) => {
    stop = stopCommand;
  };
  if (!link)
    stopOnSignal(
      () => service,
      () => stop,
    );
  service = await run(process.argv.slice(2), {
    environment: process.env,
    terminal: process,
    version: readVersion(),
    emulator,
    interruption: { onInterrupt },
    createPipeline,
    link,
  });
} catch (error) {
  if (link) await link.fail(error);
  else fail(error);
}
