/** A database of the emulator, seen through a self-hosted Stargate's datasource. */
import type { StargateConfig } from '../../../datasources/back-ends/self-hosted.ts';
import type { DataApiConfig } from '../../../datasources/back-ends/self-hosted-data-api.ts';
import { createUpstream, type UpstreamConfig } from '../../../datasources/back-ends/upstream.ts';
import { adaptFetch } from '../../../datasources/http/adapt-fetch.ts';
import type { Fetch } from '../../../datasources/http/transport.ts';
import type { OperationScope, Source, Table, TableRef, UpstreamCall } from '../../../datasources/source/source.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../../emulator/emulator.ts';
import { listen } from '../../../emulator/server/server.ts';

export interface TestDatabase {
  readonly emulator: Emulator;
  /** Of the emulator's default database, without the path of an API. */
  readonly root: string;
  /** A source for one operation, and the calls that it made. */
  open(scope?: Partial<OperationScope>): { readonly source: Source; readonly calls: UpstreamCall[] };
  /** Makes a table in `KEYSPACE`. Types are followed by `static`; clustering columns descend when they begin with `-`. */
  table(
    name: string,
    columns: Readonly<Record<string, string>>,
    partitionKey: readonly string[],
    clusteringKey?: readonly string[],
  ): Promise<Table>;
  close(): Promise<void>;
}

export const DATABASE = 'stargate';
export const KEYSPACE = 'shop';
export const IN_KEYSPACE = { databaseId: DATABASE, keyspace: KEYSPACE };

/** Over real HTTP. Close it in `afterAll`. */
export async function startDatabase(config: Partial<StargateConfig> = {}): Promise<TestDatabase> {
  const database = await startStargate(config);
  await database.open().source.catalog.createKeyspace(IN_KEYSPACE, {}, false);
  return database;
}

/** Without keyspaces of its own; with `isInProcess`, the emulator is called as a function. */
export function startStargate(
  config: Partial<StargateConfig> = {},
  options: UpstreamOptions = {},
): Promise<TestDatabase> {
  return startUpstream((root) => {
    const base = `${root}/api/rest`;
    const databases = [{ name: DATABASE, restUrl: base, documentUrl: base, authUrl: base }];
    return { kind: 'stargate', databases, ...TIMEOUTS, ...config };
  }, options);
}

/** The same through the Data API. Without keyspaces of its own. */
export function startDataApi(
  config: Partial<DataApiConfig> = {},
  options: UpstreamOptions = {},
): Promise<TestDatabase> {
  return startUpstream(
    (root) => ({
      kind: 'data-api',
      databases: [{ name: DATABASE, dataApiUrl: `${root}/api/json` }],
      ...TIMEOUTS,
      ...config,
    }),
    options,
  );
}

export interface UpstreamOptions {
  /** Whether the emulator is called as a function; default over HTTP. */
  readonly isInProcess?: boolean;
  readonly emulator?: EmulatorOptions;
  /** Another one whose emulator is used, and left running. */
  readonly beside?: TestDatabase;
}

const TIMEOUTS = { timeoutMs: 5000, schemaTimeoutMs: 10_000 };

/** @param toConfig - of the URL of the emulator's default database */
async function startUpstream(
  toConfig: (root: string) => UpstreamConfig,
  options: UpstreamOptions,
): Promise<TestDatabase> {
  const { emulator, root, fetch, close } = options.beside
    ? sharedEmulator(options.beside)
    : await startEmulator(options);
  const upstream = createUpstream({ ...(fetch && { fetch }), ...toConfig(root) });

  function open(scope: Partial<OperationScope> = {}) {
    const calls: UpstreamCall[] = [];
    const tokens = { data: emulator.applicationToken };
    const onCall = (call: UpstreamCall) => calls.push(call);
    return { source: upstream.open({ tokens, requestId: 'test', maxCalls: 10_000, onCall, ...scope }), calls };
  }

  return {
    emulator,
    root,
    open,
    table: (table, ...parts) => makeTable(open().source, { ...IN_KEYSPACE, table }, ...parts),
    async close() {
      await upstream.close();
      await close();
    },
  };
}

interface RunningEmulator extends Pick<TestDatabase, 'emulator' | 'root' | 'close'> {
  readonly fetch?: Fetch;
}

async function startEmulator({
  isInProcess = false,
  emulator: options = {},
}: UpstreamOptions): Promise<RunningEmulator> {
  const emulator = await createEmulator({ delaysMs: 0, loggedRequests: 10_000, ...options });
  const server = isInProcess ? { url: 'http://emulator', close: async () => {} } : await listen(emulator);
  return {
    emulator,
    root: `${server.url}/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}`,
    ...(isInProcess && { fetch: inProcess(emulator) }),
    async close() {
      await server.close();
      await emulator.close();
    },
  };
}

/** Over HTTP. */
function sharedEmulator({ emulator, root }: TestDatabase): RunningEmulator {
  return { emulator, root, close: async () => {} };
}

/** Targets reach the emulator as they were written, as they would through a socket. */
function inProcess(emulator: Emulator): Fetch {
  return adaptFetch((url, init) =>
    emulator.fetch(new Request(url, init), { target: url.slice(new URL(url).origin.length) }),
  );
}

/** Makes a table. Types are followed by `static`; clustering columns descend when they begin with `-`. */
export async function makeTable(
  source: Source,
  ref: TableRef,
  types: Readonly<Record<string, string>>,
  partitionKey: readonly string[],
  clusteringKey: readonly string[] = [],
): Promise<Table> {
  const columns = Object.entries(types).map(([name, text]) => ({
    name,
    type: text.replace(/ static$/, ''),
    isStatic: text.endsWith(' static'),
  }));
  const clustering = clusteringKey.map((name) => ({
    name: name.replace(/^-/, ''),
    order: name.startsWith('-') ? ('DESC' as const) : ('ASC' as const),
  }));
  await source.catalog.createTable({ ...ref, columns, partitionKey, clusteringKey: clustering }, false);
  return findTable(source, ref);
}

/** The definition as the catalog gives it. */
export async function findTable({ catalog }: Source, ref: TableRef): Promise<Table> {
  const found = (await catalog.tables(ref))?.find(({ table }) => table === ref.table);
  if (!found) throw new Error(`No table ${ref.table}`);
  return found;
}
