#!/usr/bin/env node
/** The process: the one place that knows its arguments, environment, signals and streams, and the emulator. */
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { OperatorError, StoreFileError } from '../emulator/core/operator-error.ts';
import type { EmulatorPort } from './cli/emulator-port.ts';
import type { Service } from './cli/serve.ts';
import { ConfigError } from './config/config-error.ts';

// graphql looks at it when it is loaded, and without it checks each value for a second copy of itself: a sixth of the time.
process.env.NODE_ENV ??= 'production';
const { run } = await import('./cli/run.ts');

/** Loaded only when it is wanted: a gateway in front of Astra needs no embedded store. */
const emulator: EmulatorPort = {
  async start(settings, progress) {
    const { startServer } = await import('../emulator/process.ts');
    const onProgress = (done: number, total: number) => progress.sample({ done, share: done / total });
    const server = await startServer({
      ...settings,
      onProgress,
      onSeedProgress: progress.seed,
      onFault: progress.onFault,
    });
    const { defaultDatabaseId: databaseId, defaultDatabaseRegion: region, applicationToken } = server.emulator;
    return { url: server.url, databaseId, region, applicationToken, close: server.close };
  },
  async open(place) {
    const [{ openFolder }, { exportKeyspace }, { importLines }, { linesOf }] = await Promise.all([
      import('../emulator/process.ts'),
      import('../emulator/transfer/export.ts'),
      import('../emulator/transfer/import.ts'),
      import('../emulator/transfer/lines.ts'),
    ]);
    const { database, close } = await openFolder(place);
    return {
      exportKeyspace: (name, onProgress) => exportKeyspace(database, name, { onProgress }),
      importLines: (chunks, onProgress) => importLines(database, linesOf(chunks), { onProgress }),
      close,
    };
  },
};

/** The package's own, one folder up from the sources and two from what is built. */
function readVersion(): string {
  const file = ['../package.json', '../../package.json'].map((path) => new URL(path, import.meta.url)).find(existsSync);
  const manifest: unknown = file && JSON.parse(readFileSync(file, 'utf8'));
  return String(typeof manifest === 'object' && manifest !== null && Reflect.get(manifest, 'version'));
}

/**
 * The first signal drains what was started, a second one ends at once. To be called before anything is started: a
 * signal may come in the moment in which the service says that it is ready.
 */
function stopOnSignal(findService: () => Service | undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      const service = findService();
      if (!service) process.exit(128 + constants.signals[signal]);
      service.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function fail(error: unknown): void {
  const isCurable = error instanceof ConfigError || error instanceof OperatorError;
  const text = isCurable ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = isCurable && !(error instanceof StoreFileError) ? 2 : 1;
}

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  let service: Service | undefined;
  stopOnSignal(() => service);
  service = await run(process.argv.slice(2), {
    environment: process.env,
    terminal: process,
    version: readVersion(),
    emulator,
  });
} catch (error) {
  fail(error);
}
