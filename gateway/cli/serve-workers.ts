/** `astra-graphql serve` with several workers: the primary starts the emulator and the port of metrics, and the workers serve. */
import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';
import { ConfigError } from '../config/config-error.ts';
import { PROCESS_SETTINGS } from '../config/process-settings.ts';
import type { ServeConfig } from '../config/serve-config.ts';
import { createMetricsListener } from '../http/metrics-listener.ts';
import { createProcessMetrics } from '../observability/process-metrics.ts';
import { createHub, type Hub } from '../server/hub.ts';
import { type Address, listen } from '../server/server.ts';
import { startWorkers } from '../server/supervisor.ts';
import type { WorkerEnd } from '../server/worker.ts';
import { emulatorSettings } from './connect.ts';
import { withProgress } from './open-upstream.ts';
import { metricsAddress, type ServeParts, type Service } from './serve.ts';
import { createTerminalLog } from './terminal.ts';

export function workerCount({ workers }: Pick<ServeConfig, 'workers'>): number {
  return workers === 'auto' ? availableParallelism() : workers;
}

export async function serveByWorkers(config: ServeConfig, parts: ServeParts): Promise<Service> {
  if (!cluster.isPrimary) {
    throw new ConfigError(
      'This process is a worker of a cluster itself, such as that of a process manager, and can have no workers. Leave out --workers, or start it as a process of its own.',
    );
  }
  const { terminal } = parts;
  const { upstream: choice, quiet, drain } = config;
  const log = createTerminalLog(terminal, quiet);
  for (const warning of config.warnings) log.configWarning(warning);
  const port = await findPort(config);
  const hub = createHub(createProcessMetrics());
  const metrics = await listenForMetrics(config, hub);
  const closeMetrics = () => metrics?.close({ delayMs: 0, timeoutMs: drain.timeoutMs });
  const emulator =
    choice.kind === 'embedded'
      ? await withProgress({ terminal, log, quiet }, (progress) =>
          parts.emulator.start(emulatorSettings(choice), progress),
        ).catch(closeAfter(closeMetrics))
      : undefined;
  const close = async () => {
    await closeMetrics();
    await emulator?.close();
  };
  const workers = await startWorkers({
    count: workerCount(config),
    start: { port, shared: emulator },
    hub,
    onEnd: (end, pauseMs) => log.workerEnd(end.worker, describeEnd(end, pauseMs)),
  }).catch(closeAfter(close));
  terminal.stdout.write(`${workers.greeting}${metrics ? `Metrics: ${metrics.url}/metrics\n` : ''}`);
  return {
    url: workers.url,
    async close() {
      await workers.close().finally(close);
    },
  };
}

function closeAfter(close: () => Promise<void> | undefined): (error: unknown) => Promise<never> {
  return async (error) => {
    await close();
    throw error;
  };
}

/** So that all workers have the same one, whenever they start. @throws ConfigError - when it is taken */
async function findPort(address: Address): Promise<number> {
  const { url, close } = await listen((_, response) => response.end(), address);
  await close({ delayMs: 0, timeoutMs: 0 });
  return Number(new URL(url).port);
}

async function listenForMetrics(config: ServeConfig, hub: Hub) {
  const address = metricsAddress(config);
  return address && (await listen(createMetricsListener(hub.printMetrics, config.hostRule), address));
}

function describeEnd({ code, signal, failure }: WorkerEnd, pauseMs: number): string {
  const how = signal === null ? `with the code ${code}` : `by ${signal}`;
  const next = pauseMs === 0 ? 'at once' : `in ${pauseMs / 1000} s`;
  return `It ended ${how}${failure === undefined ? '' : `: ${failure}`} Another takes its place ${next}. ${cureFor(code, signal)}`
    .replace(/(?<![.]) Another/, '. Another')
    .trim();
}

function cureFor(code: number | null, signal: string | null): string {
  if (signal === 'SIGKILL')
    return `If nobody killed it, the system was out of memory: give it more, or lower ${PROCESS_SETTINGS.workers.env}.`;
  if (signal === 'SIGABRT' || code === 134)
    return 'If its heap was full, raise it by NODE_OPTIONS=--max-old-space-size, or lower the limits of requests.';
  return 'What it wrote before its end says why.';
}
