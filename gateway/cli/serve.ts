/** `astra-graphql serve`: starts upstream, gateway and server in this order, and stops them in the reverse one. */

import type { RequestListener } from 'node:http';
import type { Upstream } from '../../datasources/source/source.ts';
import type { Relations } from '../../schema/relations/relation.ts';
import { openPersisted, type PersistedOptions } from '../access/persisted-documents.ts';
import type { Auth } from '../access/tokens.ts';
import { PROCESS_SETTINGS } from '../config/process-settings.ts';
import type { PipelineConfig, ServeConfig } from '../config/serve-config.ts';
import type { Handler } from '../http/handler.ts';
import { DEFAULT_ENDPOINT } from '../http/routing.ts';
import { flushTelemetry } from '../observability/flush.ts';
import type { Log } from '../observability/log.ts';
import { createProcessMetrics } from '../observability/process-metrics.ts';
import type { Metric } from '../observability/prometheus.ts';
import { openRelations } from '../typed/relation-files.ts';
import { describeUpstream } from './describe-upstream.ts';
import type { EmulatorPort } from './emulator-port.ts';
import { openUpstream } from './open-upstream.ts';
import { type Address, type Listening, listen } from './server.ts';
import { createTerminalLog, type Terminal } from './terminal.ts';

export interface Service {
  /** Without a slash at the end. */
  readonly url: string;
  /** Answers active requests first. */
  close(): Promise<void>;
}

export interface ServeOptions extends PipelineConfig {
  readonly upstream: Upstream;
  readonly auth: Auth;
  readonly log: Log;
  readonly persisted: PersistedOptions;
  readonly relations: Relations;
  readonly processMetrics: readonly Metric[];
  readonly compression: boolean;
  readonly isStopping: () => boolean;
}

export type CreatePipeline = (options: ServeOptions) => Handler & { readonly metricsListener: RequestListener };

export interface ServeParts {
  readonly createPipeline: CreatePipeline;
  readonly emulator: EmulatorPort;
  readonly terminal: Terminal;
}

export async function serve(config: ServeConfig, { createPipeline, emulator, terminal }: ServeParts): Promise<Service> {
  const persisted = openPersisted(config.documents);
  const log = createTerminalLog(terminal, config.quiet);
  for (const warning of config.warnings) log.configWarning(warning);
  const given = config.relationFiles.length > 0 ? openRelations(config.relationFiles) : undefined;
  const { upstream, auth, dataApiUrl, sampleRelations, close } = await openUpstream(config, {
    emulator,
    terminal,
    log,
  });
  const relations = given ?? openRelations(sampleRelations === undefined ? [] : [sampleRelations]);
  let isStopping = false;
  const gateway = createPipeline({
    ...config,
    upstream,
    auth,
    log,
    persisted,
    relations,
    processMetrics: createProcessMetrics(),
    isStopping: () => isStopping,
  });
  const { server, metricsServer } = await listenAll(gateway, config).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const metrics = metricsServer ? `Metrics: ${metricsServer.url}/metrics\n` : '';
  terminal.stdout.write(`${greeting(`${server.url}${DEFAULT_ENDPOINT}`, config, dataApiUrl)}${metrics}`);
  return {
    url: server.url,
    async close() {
      isStopping = true;
      await server.close(config.drain);
      await metricsServer?.close({ ...config.drain, delayMs: 0 });
      await close();
      await flushTelemetry();
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
