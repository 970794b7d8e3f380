#!/usr/bin/env node
/** The process: the one place that knows its arguments, environment, signals and streams, and the emulator. */
import { existsSync, readFileSync } from 'node:fs';
import { ConfigError } from './config-error.ts';
import type { StartEmulator } from './emulator-port.ts';
import { run } from './run.ts';
import type { Service } from './serve.ts';

/** Loaded only when it is wanted: a gateway in front of Astra needs no embedded store. */
const startEmulator: StartEmulator = async ({ host, port, ...options }, onProgress) => {
  const [{ createEmulator }, { listen }] = await Promise.all([
    import('../emulator/emulator.ts'),
    import('../emulator/server.ts'),
  ]);
  const emulator = await createEmulator({ ...options, onProgress });
  const server = await listen(emulator, { host, port }).catch(async (error: NodeJS.ErrnoException) => {
    await emulator.close();
    throw new ConfigError(`The emulator cannot listen on ${host}:${port} (${error.code}): choose another --port.`);
  });
  return {
    url: server.url,
    databaseId: emulator.defaultDatabaseId,
    region: emulator.defaultDatabaseRegion,
    applicationToken: emulator.applicationToken,
    async close() {
      await server.close();
      await emulator.close();
    },
  };
};

/** The package's own, one folder up from the sources and two from what is built. */
function readVersion(): string {
  const file = ['../package.json', '../../package.json'].map((path) => new URL(path, import.meta.url)).find(existsSync);
  const manifest: unknown = file && JSON.parse(readFileSync(file, 'utf8'));
  return String(typeof manifest === 'object' && manifest !== null && Reflect.get(manifest, 'version'));
}

/** The first signal drains, a second one ends at once. */
function stopOnSignal(service: Service): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      service.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function fail(error: unknown): void {
  const text = error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
}

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const service = await run(process.argv.slice(2), {
    environment: process.env,
    terminal: process,
    version: readVersion(),
    startEmulator,
  });
  if (service) stopOnSignal(service);
} catch (error) {
  fail(error);
}
