/** What the primary process keeps for its workers: rates, turns, news and the sum of metrics. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createRateStore, type Rate } from '../access/rate-store.ts';
import { addMetrics, type Metric, type MetricData, printMetrics } from '../observability/prometheus.ts';
import type { Channel, Handlers } from './channel.ts';
import { createTurns } from './turns.ts';

/** A worker that hangs longer than definitions are kept is not waited for with news of their change. */
const NEWS_MS = 5000;
/** A worker that is busier than this counts with what it has said last. */
const METRICS_MS = 1000;

export interface Hub {
  /** What a worker may ask. */
  handlersFor(member: Member): Handlers;
  /** A worker that serves from now on. */
  join(member: Member, channel: Channel): void;
  leave(member: Member): void;
  /** Of this process and all workers, those that have ended too. */
  printMetrics(): Promise<string>;
}

/** A worker by its identity. */
export type Member = object;

/** @param ofProcess - metrics of this process */
export function createHub(ofProcess: readonly Metric[]): Hub {
  const rates = createRateStore();
  const turns = createTurns();
  const channels = new Map<Member, Channel>();
  const lastMetrics = new Map<Member, readonly MetricData[]>();
  /** What counters of workers that have ended had counted: a sum that falls would look like a new start. */
  let ofEnded: readonly MetricData[] = [];

  async function tell(from: Member, news: unknown): Promise<void> {
    const others = [...channels].filter(([member]) => member !== from);
    const told = Promise.allSettled(others.map(([, channel]) => channel.ask('news', news)));
    await Promise.race([told, sleep(NEWS_MS, undefined, { ref: false })]);
  }

  async function readMetrics(member: Member, channel: Channel): Promise<readonly MetricData[]> {
    const asked = channel.ask<readonly MetricData[]>('metrics').catch(() => undefined);
    const read = await Promise.race([asked, sleep(METRICS_MS, undefined, { ref: false })]);
    if (read && channels.has(member)) lastMetrics.set(member, read);
    return read ?? lastMetrics.get(member) ?? [];
  }

  async function print(): Promise<string> {
    const live = await Promise.all([...channels].map(([member, channel]) => readMetrics(member, channel)));
    const own = ofProcess.map((metric) => metric.read());
    return printMetrics(addMetrics([...live, ofEnded, own]));
  }

  return {
    handlersFor: (member) => ({
      rate: ([key, rate, uses]: [string, Rate, number]) => rates.take(key, rate, uses),
      turn: (name: string) => turns.take(name, member),
      pass: (name: string) => turns.pass(name, member),
      tell: (news: unknown) => tell(member, news),
      printMetrics: print,
    }),
    join: (member, channel) => void channels.set(member, channel),
    leave(member) {
      channels.delete(member);
      turns.leave(member);
      const counted = (lastMetrics.get(member) ?? []).filter(({ type }) => type !== 'gauge');
      lastMetrics.delete(member);
      ofEnded = addMetrics([ofEnded, counted]);
    },
    printMetrics: print,
  };
}
