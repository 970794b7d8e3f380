/** What workers share, without their processes. */
import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Peers } from '../../../datasources/source/source.ts';
import { createCoalescingState } from '../../../gateway/execution/coalescing.ts';
import { addMetrics, createCounter, createGauge, printMetrics } from '../../../gateway/observability/prometheus.ts';
import { createChannel, type IpcPort } from '../../../gateway/server/channel.ts';
import { createHub, type Hub } from '../../../gateway/server/hub.ts';
import { type Link, openLink } from '../../../gateway/server/link.ts';
import { createTurns } from '../../../gateway/server/turns.ts';

/** Two ends of a pipe, which carries JSON in order, and later. */
function createPipe(): [IpcPort, IpcPort] {
  const pipe = new EventEmitter();
  const end = (mine: string, other: string): IpcPort => ({
    send: (message) => {
      const text = JSON.stringify(message);
      setImmediate(() => pipe.emit(other, JSON.parse(text)));
    },
    onMessage: (listener) => void pipe.on(mine, listener),
  });
  return [end('one', 'other'), end('other', 'one')];
}

async function join(hub: Hub, worker: number): Promise<Link<null> & { end(): void }> {
  const [near, far] = createPipe();
  const member = {};
  const start = () => ({ worker, port: 1, shared: null });
  const channel = createChannel(near, { ...hub.handlersFor(member), start, ready: () => hub.join(member, channel) });
  const link = await openLink<null>({ ...far, exit: () => {} });
  const counter = createCounter('answers_total', 'Answers');
  counter.add({}, worker);
  const readMetrics = () => [counter.read()];
  link.ready({ url: '', greeting: '', readMetrics, close: async () => {} });
  // An answer to a later question is behind it.
  await link.printMetrics();
  const end = () => {
    hub.leave(member);
    channel.end();
  };
  return { ...link, end };
}

test('a query in flight is not joined once a mutation of a peer has ended', async () => {
  const hub = createHub([]);
  const [one, other] = [await join(hub, 1), await join(hub, 2)];
  const [mine, theirs] = [one, other].map(({ peers }) => createCoalescingState(peers).queries);
  let started = 0;
  const never = new Promise<never>(() => {});
  const start = () => {
    started += 1;
    return never;
  };
  const query = { key: 'query', signal: undefined, start, cancel: () => {} };
  void theirs?.share(query);
  void theirs?.share(query);
  expect(started).toBe(1);
  expect(await mine?.barrier(async () => 'written')).toBe('written');
  void theirs?.share(query);
  expect(started).toBe(2);
});

test('turns are taken one after another, also when the one whose turn it is has ended', async () => {
  const hub = createHub([]);
  const [one, other] = [await join(hub, 1), await join(hub, 2)];
  const order: string[] = [];
  const task = (peers: Peers, name: string, work: () => Promise<unknown>) =>
    peers.inTurn('database', async () => {
      order.push(`${name} begins`);
      await work();
      order.push(`${name} ends`);
    });
  const first = task(one.peers, 'first', () => delay(20));
  const second = task(other.peers, 'second', () => Promise.reject(new Error('refused')));
  const endless = task(one.peers, 'third', () => new Promise(() => {}));
  endless.catch(() => {});
  const last = task(other.peers, 'last', async () => {});
  await first;
  await expect(second).rejects.toThrow('refused');
  await expect.poll(() => order.at(-1)).toBe('third begins');
  one.end();
  await last;
  const wanted = ['first begins', 'first ends', 'second begins', 'third begins', 'last begins', 'last ends'];
  expect(order).toEqual(wanted);
});

test('who waits can leave', async () => {
  const turns = createTurns();
  const [one, other, third] = [{}, {}, {}];
  await turns.take('a', one);
  void turns.take('a', other);
  const last = turns.take('a', third);
  turns.leave(other);
  turns.pass('a', other);
  turns.pass('a', one);
  await last;
});

test('metrics are summed, and counters of those that have ended stay', async () => {
  const hub = createHub([createGauge('memory_bytes', 'Memory', () => 5)]);
  const [one, other] = [await join(hub, 1), await join(hub, 2)];
  const text = '# HELP answers_total Answers\n# TYPE answers_total counter\nanswers_total 3\n';
  const memory = '# HELP memory_bytes Memory\n# TYPE memory_bytes gauge\nmemory_bytes 5\n';
  expect(await one.printMetrics()).toBe(text + memory);
  one.end();
  expect(await other.printMetrics()).toBe(text + memory);
});

test('each kind of value is added as it means', () => {
  const ofProcess = (value: number) => [
    createGauge('sums', 'Adds up', () => value).read(),
    createGauge('greatest', 'Delay', () => value, { total: 'max' }).read(),
    createGauge('earliest', 'Start', () => value, { total: 'min' }).read(),
  ];
  const lines = printMetrics(addMetrics([ofProcess(2), ofProcess(3)])).split('\n');
  expect(lines.filter((line) => !line.startsWith('#'))).toEqual(['sums 5', 'greatest 3', 'earliest 2', '']);
});
