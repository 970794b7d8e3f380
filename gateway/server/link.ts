/** A worker's end of the channel to its primary. */
import type { Peers } from '../../datasources/source/source.ts';
import type { RateStore } from '../access/rate-store.ts';
import { ConfigError } from '../config/config-error.ts';
import type { PrintMetrics } from '../observability/metrics.ts';
import type { MetricData } from '../observability/prometheus.ts';
import { createChannel, type IpcPort } from './channel.ts';

/** In the environment of a worker: its number, from 1. */
export const WORKER_VARIABLE = 'ASTRA_GATEWAY_WORKER';

/** What the primary tells a worker at its start. */
export interface WorkerStart<Shared> {
  readonly worker: number;
  /** Which the primary has found free. */
  readonly port: number;
  /** What is opened once for all workers. */
  readonly shared: Shared;
}

/** What a worker tells its primary when it listens. */
export interface WorkerReady {
  readonly url: string;
  readonly greeting: string;
}

export interface WorkerFailure {
  readonly message: string;
  /** Whether the operator can cure it. */
  readonly isCurable: boolean;
}

export interface WorkerService extends WorkerReady {
  readMetrics(): readonly MetricData[];
  close(): Promise<void>;
}

export interface Link<Shared> extends WorkerStart<Shared> {
  readonly peers: Peers;
  readonly rateStore: RateStore;
  readonly printMetrics: PrintMetrics;
  ready(service: WorkerService): void;
  /** Ends the process, which could not start. */
  fail(error: unknown): Promise<void>;
}

export interface LinkProcess extends IpcPort {
  exit(code: number): void;
}

/** Joins the primary; ends the process when that says so, after all requests. */
export async function openLink<Shared>(own: LinkProcess): Promise<Link<Shared>> {
  const listeners = new Map<string, ((news: never) => void)[]>();
  let service: WorkerService | undefined;

  const channel = createChannel(own, {
    news({ topic, news }: { readonly topic: string; readonly news: unknown }) {
      for (const apply of listeners.get(topic) ?? []) apply(news as never);
    },
    metrics: () => service?.readMetrics(),
    drain() {
      const end = (code: number) => () => own.exit(code);
      if (service) service.close().then(end(0), end(1));
      else own.exit(0);
    },
  });

  const peers: Peers = {
    topic: (topic) => ({
      tell: (news) => channel.ask<void>('tell', { topic, news }).catch(() => undefined),
      listen: (apply) => void listeners.set(topic, [...(listeners.get(topic) ?? []), apply]),
    }),
    async inTurn(name, task) {
      await channel.ask('turn', name);
      try {
        return await task();
      } finally {
        await channel.ask('pass', name);
      }
    },
  };

  return {
    ...(await channel.ask<WorkerStart<Shared>>('start')),
    peers,
    rateStore: { take: (...use) => channel.ask<number>('rate', use) },
    printMetrics: () => channel.ask<string>('printMetrics'),
    ready(started) {
      service = started;
      const { url, greeting } = started;
      void channel.ask('ready', { url, greeting } satisfies WorkerReady);
    },
    async fail(error) {
      await channel.ask('failed', toFailure(error)).catch(() => undefined);
      own.exit(1);
    },
  };
}

function toFailure(error: unknown): WorkerFailure {
  return { message: error instanceof Error ? error.message : String(error), isCurable: error instanceof ConfigError };
}
