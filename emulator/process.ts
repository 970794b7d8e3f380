/** The emulator as the command line uses it: a server on a port, or a data directory to export from and import into. */
import { existsSync } from 'node:fs';
import { OperatorError } from './core/operator-error.ts';
import type { Database } from './core/service.ts';
import { storePath } from './core/store-file.ts';
import type { RegisteredDatabase } from './devops/state/registry.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts';
import { readFaultRules } from './server/fault-rule.ts';
import { listen } from './server/server.ts';
import { resetFolder } from './transfer/reset.ts';

export interface ServerOptions extends Omit<EmulatorOptions, 'faults'> {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Host names that the server answers to, in addition to loopback names; see `HostRule`. */
  readonly allowedHosts?: readonly string[];
  /** Removes the data of the folder first. */
  readonly reset?: boolean;
  /** Fault rules as JSON. */
  readonly faults?: string | undefined;
}

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly emulator: Emulator;
  close(): Promise<void>;
}

/** @throws OperatorError - for invalid options, and when the server cannot listen on the port */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, allowedHosts = [], reset, faults, ...others } = options;
  const rules = faults === undefined ? {} : { faults: readFaultRules(faults) };
  if (reset && options.folder) await resetFolder(options.folder);
  const emulator = await createEmulator({ ...others, ...rules });
  const server = await listen(emulator, { host, port, allowedHosts }).catch(async (error: NodeJS.ErrnoException) => {
    await emulator.close();
    throw new OperatorError(`The emulator cannot listen on ${host}:${port} (${error.code}): choose another --port.`);
  });
  const close = async () => {
    await server.close();
    await emulator.close();
  };
  return { url: server.url, emulator, close };
}

export interface FolderOptions {
  readonly folder: string;
  /** Name or id; default the default database. */
  readonly database?: string | undefined;
  /** Whether an empty or missing folder becomes a data directory. */
  readonly mayBeNew: boolean;
}

export interface OpenFolder {
  readonly database: Database;
  close(): Promise<void>;
}

/**
 * Opens one database of a folder.
 *
 * @throws OperatorError - when the folder contains no emulator data, or no such database
 */
export async function openFolder({ folder, database, mayBeNew }: FolderOptions): Promise<OpenFolder> {
  if (!mayBeNew && !existsSync(storePath(folder))) throw new OperatorError(`${folder} contains no emulator data.`);
  const emulator = await createEmulator({ folder });
  try {
    return { ...findDatabase(emulator, database ?? emulator.defaultDatabaseId), close: () => emulator.close() };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

function findDatabase({ databases }: Emulator, wanted: string): RegisteredDatabase {
  const living = databases.list().filter(({ record }) => record.status !== 'TERMINATED');
  const found = living.filter(({ record }) => record.id === wanted || record.name === wanted);
  const [only] = found;
  if (only && found.length === 1) return only;
  const all = living.map(({ record }) => `${record.name} (${record.id})`).join(', ');
  if (only) throw new OperatorError(`${found.length} databases are named ${wanted}; use an id instead: ${all}.`);
  throw new OperatorError(`Database ${wanted} does not exist; existing databases: ${all}.`);
}
