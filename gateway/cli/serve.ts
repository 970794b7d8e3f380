/** `astra-graphql serve`: starts upstream, gateway and server in this order, and stops them in the reverse one. */

import type { RequestListener } from 'node:http';
import type { Peers, Upstream } from '../../datasources/source/source.ts';
import type { Relations } from '../../schema/relations/relation.ts';
import { openPersisted, type PersistedOptions } from '../access/persisted-documents.ts';
import type { RateOptions } from '../access/rate-limit.ts';
import type { Auth } from '../access/tokens.ts';
import { PROCESS_SETTINGS } from '../config/process-settings.ts';
import type { PipelineConfig, ServeConfig } from '../config/serve-config.ts';
import type { Handler } from '../http/handler.ts';
import { DEFAULT_ENDPOINT } from '../http/routing.ts';
import { flushTelemetry } from '../observability/flush.ts';
import type { Log } from '../observability/log.ts';
import type { PrintMetrics } from '../observability/metrics.ts';
import { createProcessMetrics } from '../observability/process-metrics.ts';
import type { Metric, MetricData } from '../observability/prometheus.ts';
import type { Link } from '../server/link.ts';
import { type Address, type Listening, listen } from '../server/server.ts';
import { openRelations, withSampleRelations } from '../typed/relation-files.ts';
import { describeUpstream } from './describe-upstream.ts';
import type { EmulatorPort, RunningEmulator } from './emulator-port.ts';
import { openUpstream } from './open-upstream.ts';
import { createTerminalLog, type Terminal } from './terminal.ts';

export interface Service {
  /** Without a slash at the end. */
  readonly url: string;
  /** Answers active requests first. */
  close(): Promise<void>;
}

export interface ServeOptions extends Omit<PipelineConfig, 'rateLimit'> {
  readonly rateLimit: RateOptions;
  readonly upstream: Upstream;
  readonly auth: Auth;
  readonly log: Log;
  readonly persisted: PersistedOptions;
  readonly relations: Relations;
  readonly processMetrics: readonly Metric[];
  readonly compression: boolean;
  readonly isStopping: () => boolean;
  readonly peers: Peers | undefined;
  readonly printMetrics: PrintMetrics | undefined;
}

export type CreatePipeline = (options: ServeOptions) => Handler & {
  readonly metricsListener: RequestListener;
  readMetrics(): readonly MetricData[];
};

export interface ServeParts {
  readonly createPipeline: CreatePipeline;
  readonly emulator: EmulatorPort;
  readonly terminal: Terminal;
  /** In a worker. */
  readonly link?: WorkerLink | undefined;
}

/** A worker uses the emulator of its primary, `undefined` where there is none. */
export type WorkerLink = Link<Omit<RunningEmulator, 'close'> | undefined>;

export async function serve(config: ServeConfig, parts: ServeParts): Promise<Service> {
  const { createPipeline, terminal, link } = parts;
  const { peers, printMetrics, rateStore } = link ?? {};
  const persisted = openPersisted(config.documents);
  const log = createTerminalLog(terminal, config.quiet, link?.worker);
  if (!link) for (const warning of config.warnings) log.configWarning(warning);
  const given = openRelations(config.relationFiles);
  const emulator = link ? emulatorOf(link) : parts.emulator;
  const opened = await openUpstream(config, { emulator, terminal, log, peers });
  const { upstream, auth, dataApiUrl, sampleRelations, close } = opened;
  const relations = withSampleRelations(given, config, sampleRelations);
  let isStopping = false;
  const gateway = createPipeline({
    ...{ ...config, upstream, auth, log, persisted, relations, peers, printMetrics },
    rateLimit: { ...config.rateLimit, rateStore },
    processMetrics: createProcessMetrics(),
    isStopping: () => isStopping,
  });
  const address = link ? { port: link.port, metricsPort: undefined } : {};
  const { server, metricsServer } = await listenAll(gateway, { ...config, ...address }).catch(
    async (error: unknown) => {
      await close();
      throw error;
    },
  );
  const metrics = metricsServer ? `Metrics: ${metricsServer.url}/metrics\n` : '';
  const service = {
    url: server.url,
    greeting: `${greeting(`${server.url}${DEFAULT_ENDPOINT}`, config, dataApiUrl)}${metrics}`,
    readMetrics: gateway.readMetrics,
    async close() {
      isStopping = true;
      await server.close(config.drain);
      await metricsServer?.close({ ...config.drain, delayMs: 0 });
      await close();
      await flushTelemetry();
    },
  };
  if (link) link.ready(service);
  else terminal.stdout.write(service.greeting);
  return service;
}

function emulatorOf({ shared }: WorkerLink): Pick<EmulatorPort, 'start'> {
  return {
    async start() {
      if (!shared) throw new Error('The primary has started no emulator.');
      return { ...shared, close: async () => {} };
    },
  };
}

/** Where the metrics have a port of their own. */
export function metricsAddress({ host, metricsPort: port }: ServeConfig): Address | undefined {
  return port === undefined ? undefined : { host, port, portLabel: PROCESS_SETTINGS.metricsPort.env };
}

async function listenAll(gateway: ReturnType<CreatePipeline>, config: ServeConfig) {
  const address = metricsAddress(config);
  const metricsServer: Listening | undefined = address && (await listen(gateway.metricsListener, address));
  const server = await listen(gateway.listener, config, gateway.refuse).catch(async (error: unknown) => {
    await metricsServer?.close({ delayMs: 0, timeoutMs: 0 });
    throw error;
  });
  return { server, metricsServer };
}

/** The first line begins with the URL; an example request follows. */
function greeting(url: string, { upstream, auth, graphiql }: ServeConfig, dataApiUrl: string | undefined): string {
  const hasSample = upstream.kind === 'embedded' && upstream.emulator.sample;
  const query = hasSample
    ? '{ keyspace(name: \\"travel\\") { tables { name } } }'
    : '{ database { databaseId keyspaces { name } } }';
  const page = graphiql ? ', and GraphiQL in a browser' : '';
  const token = auth.ownToken === 'none' ? " -H 'X-Cassandra-Token: <token>'" : '';
  return (
    `${url} answers GraphQL${page}; upstream: ${describeUpstream(upstream, dataApiUrl)}\n` +
    `Try: curl -s ${url} -H 'Content-Type: application/json'${token} -d '{"query":"${query}"}'\n`
  );
}
