/** `astra-graphql serve`: upstream, gateway and port, started in this order and stopped in the reverse one. */
import { type AstraConfig, createUpstream } from '../../datasources/compose/upstream.ts';
import type { ServeConfig } from '../config/config.ts';
import { openPersisted } from '../config/safety-config.ts';
import type { AstraChoice, EmbeddedChoice, StargateChoice, UpstreamPatience } from '../config/upstream-config.ts';
import { createGateway, ENDPOINT } from '../gateway.ts';
import type { Log } from '../observability/log.ts';
import { type Connection, connect } from './connect.ts';
import type { EmulatorPort, RunningEmulator } from './emulator-port.ts';
import { createProgress } from './progress.ts';
import { listen } from './server.ts';
import { createTerminalLog, type Terminal } from './terminal.ts';

export interface Service {
  /** Without a slash at the end. */
  readonly url: string;
  /** Requests under way are answered first. */
  close(): Promise<void>;
}

export async function serve(config: ServeConfig, port: EmulatorPort, terminal: Terminal): Promise<Service> {
  const persisted = openPersisted(config.documents);
  const log = createTerminalLog(terminal, config.quiet);
  const { upstream, auth, close } = await openUpstream(config, port, terminal, log);
  let isStopping = false;
  const gateway = createGateway({ ...config, upstream, auth, log, persisted, isStopping: () => isStopping });
  const server = await listen(gateway.listener, config, gateway.refuse).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  terminal.stdout.write(greeting(`${server.url}${ENDPOINT}`, config));
  return {
    url: server.url,
    async close() {
      isStopping = true;
      await server.close(config.drain);
      await close();
    },
  };
}

async function openUpstream(
  { upstream: choice, auth, quiet, coalesce: coalesceReads }: ServeConfig,
  port: EmulatorPort,
  terminal: Terminal,
  log: Log,
): Promise<Connection> {
  if (choice.kind !== 'embedded') return connect(choice, auth, { coalesceReads });
  // On loopback and on a port of its own, whatever the gateway listens on: nobody else is to come this way.
  const address = { host: '127.0.0.1', port: 0 };
  const sample = createProgress(terminal.stderr, { label: 'Loading the sample data', quiet, plainLines: false });
  const callbacks = { sample: sample.show, seed() {}, onFault: log.emulatorFault };
  const emulator = await port.start({ ...choice.emulator, ...address }, callbacks);
  sample.end('Loaded');
  const upstream = createUpstream({ ...toAstra(emulator, choice), coalesceReads });
  const close = async () => {
    await upstream.close();
    await emulator.close();
  };
  return { upstream, auth: { ...auth, token: emulator.applicationToken }, close };
}

/** The emulator speaks as Astra does, all of it at one address. */
export function toAstra(
  { url, databaseId, region }: Omit<RunningEmulator, 'close' | 'applicationToken'>,
  { timeoutMs, schemaTimeoutMs, resilience = {} }: UpstreamPatience,
): AstraConfig {
  const dataUrl = `${url}/${databaseId}-${region}/api/rest`;
  const defaultDatabase = { databaseId, region, dataUrl };
  // Astra's guardrail for the number of keys is not the emulator's.
  const maxKeysPerSearch = Number.POSITIVE_INFINITY;
  const patience = { timeoutMs, schemaTimeoutMs, resilience };
  return { kind: 'astra', devopsUrl: url, defaultDatabase, allowedOrigins: [url], maxKeysPerSearch, ...patience };
}

/** The first line begins with the URL; a query to paste follows. */
function greeting(url: string, { upstream, auth }: ServeConfig): string {
  const hasSample = upstream.kind === 'embedded' && upstream.emulator.sample;
  const query = hasSample
    ? '{ keyspace(name: \\"travel\\") { tables { name } } }'
    : '{ database { databaseId keyspaces { name } } }';
  const token = auth.ownToken === 'none' ? " -H 'X-Cassandra-Token: <token>'" : '';
  return (
    `${url} answers GraphQL, and GraphiQL in a browser; upstream: ${describeUpstream(upstream)}\n` +
    `Try: curl -s ${url} -H 'Content-Type: application/json'${token} -d '{"query":"${query}"}'\n`
  );
}

function describeUpstream(upstream: EmbeddedChoice | AstraChoice | StargateChoice): string {
  if (upstream.kind === 'astra') return `Astra database ${upstream.defaultDatabase.databaseId}`;
  if (upstream.kind === 'stargate') return `Stargate ${upstream.databases.map(({ name }) => name).join(', ')}`;
  return `the embedded emulator, data in ${upstream.emulator.folder ?? 'memory'}`;
}
