/** What is tried again, what time an operation has, who waits and who is refused. Over real sockets, to small servers. */
import { describe, expect, test } from 'vitest';
import type { HttpCall } from '../../../datasources/http/http-call.ts';
import {
  OperationTimeoutError,
  OverloadedError,
  UpstreamError,
  UpstreamTimeoutError,
} from '../../../datasources/source/errors.ts';
import { stopClock } from '../../support/clock.ts';
import { createScope, failureOf } from '../../support/scripted-server.ts';
import { until } from '../../support/until.ts';
import { createClient, read, useHosts, write } from './hosts.ts';

const { serve, serveStatuses } = useHosts();

describe('retries', () => {
  test.each([[503], [429], [0]])(
    'a read with a transient failure (%i) is retried, and each attempt is counted and reported',
    async (status) => {
      const { url, received } = await serveStatuses(status, status, 200);
      const scope = createScope({ maxCalls: 3 });
      expect((await createClient().send(read(url), scope)).status).toBe(200);
      expect(received()).toBe(3);
      expect(scope.calls.map(({ attempt }) => attempt)).toEqual([undefined, 2, 3]);
    },
  );

  test.each([500, 501, 502, 504, 400, 401, 404])('what would fail again (%i) is not retried', async (status) => {
    const { url, received } = await serveStatuses(status);
    expect((await createClient().send(read(url), createScope())).status).toBe(status);
    expect(received()).toBe(1);
  });

  test.each([503, 429, 0])('a write that fails (%i) is never retried', async (status) => {
    const { url, received } = await serveStatuses(status);
    await failureOf(createClient().send(write(url), createScope()));
    expect(received()).toBe(1);
  });

  test('a read that timed out is not retried', async () => {
    let received = 0;
    const url = await serve(() => {
      received += 1;
    });
    expect(await failureOf(createClient().send(read(url), createScope()))).toBeInstanceOf(UpstreamTimeoutError);
    expect(received).toBe(1);
  });

  test('are as many as configured, and never beyond the calls of the operation', async () => {
    const { url, received } = await serveStatuses(503);
    expect((await createClient({ maxRetries: 4 }).send(read(url), createScope())).status).toBe(503);
    expect(received()).toBe(5);
    expect((await createClient().send(read(url), createScope({ maxCalls: 2 }))).status).toBe(503);
    expect(received()).toBe(7);
    expect((await createClient({ maxRetries: 0 }).send(read(url), createScope())).status).toBe(503);
    expect(received()).toBe(8);
  });

  test('wait as long as upstream asks, unless that is too long for the operation or at all', async () => {
    const arrivals: number[] = [];
    let retryAfter = '1';
    const url = await serve((_, response) => {
      arrivals.push(performance.now());
      response.writeHead(503, { 'retry-after': retryAfter }).end();
    });
    await createClient({ maxRetries: 1 }).send(read(url), createScope());
    const [first = 0, second = 0] = arrivals;
    expect(second - first).toBeGreaterThan(990);
    await createClient().send(read(url), createScope({ endsAtMs: performance.now() + 900 }));
    retryAfter = '3';
    await createClient().send(read(url), createScope());
    expect(arrivals).toHaveLength(4);
  });

  test('stop when the client is gone', async () => {
    let received = 0;
    const url = await serve((_, response) => {
      received += 1;
      response.writeHead(503, { 'retry-after': '1' }).end();
    });
    const gone = new AbortController();
    const reading = failureOf(createClient().send(read(url), createScope({ signal: gone.signal })));
    await until(() => received === 1, 'the read has arrived');
    gone.abort(new Error('gone'));
    expect(await reading).toMatchObject({ message: 'gone' });
    expect(received).toBe(1);
  });
});

describe('the time of an operation', () => {
  const hanging = () => serve(() => {});

  test('cuts a read, and lets nothing be sent after it', async () => {
    const url = await hanging();
    const scope = createScope({ endsAtMs: performance.now() + 250 });
    expect(await failureOf(createClient({}, 10_000).send(read(url), scope))).toBeInstanceOf(OperationTimeoutError);
    for (const call of [read(url), write(url)]) {
      const error = await failureOf(createClient().send(call, scope));
      expect(error).toBeInstanceOf(OperationTimeoutError);
      expect((error as Error).message).toContain('was not sent');
    }
    expect(scope.calls).toHaveLength(1);
  });

  test('does not cut a write that has left', async () => {
    const scope = createScope({ endsAtMs: performance.now() + 250 });
    const url = await serve(async (_, response) => {
      await until(() => performance.now() > (scope.endsAtMs ?? 0), 'the operation is out of time');
      response.end('{}');
    });
    expect((await createClient({}, 10_000).send(write(url), scope)).status).toBe(200);
  });

  test('does not count what a change of a schema takes', async () => {
    const clock = stopClock();
    const url = await serve((_, response) => {
      clock.pass(150);
      response.end('{}');
    });
    const scope = createScope({ endsAtMs: performance.now() + 200 });
    const change: HttpCall = { ...write(url), effect: 'schema-change' };
    for (let n = 0; n < 3; n += 1) expect((await createClient().send(change, scope)).status).toBe(200);
  });
});

describe('the bulkhead of a host', () => {
  const narrow = { maxCallsAtOnce: 2, maxCallsWaiting: 3 };

  async function serveSlowly() {
    const held: (() => void)[] = [];
    let most = 0;
    let inside = 0;
    const url = await serve((_, response) => {
      inside += 1;
      most = Math.max(most, inside);
      held.push(() => {
        inside -= 1;
        response.end('{}');
      });
    });
    return { url, held, most: () => most };
  }

  test('runs a number of calls at once, queues some, and refuses further ones at once', async () => {
    const { url, held, most } = await serveSlowly();
    const client = createClient(narrow);
    const sending = Array.from({ length: 6 }, () => failureOf(client.send(read(url), createScope())));
    expect(await sending[5]).toBeInstanceOf(OverloadedError);
    expect(client.pressure()).toMatchObject({ callsActive: 2, callsQueued: 3 });
    for (let answered = 0; answered < 5; answered += 1) {
      await until(() => held.length > 0, 'a call has arrived');
      held.shift()?.();
    }
    expect(await Promise.all(sending.slice(0, 5))).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(most()).toBe(2);
    expect(client.pressure()).toMatchObject({ callsActive: 0, callsQueued: 0 });
  });

  test('drops queued calls whose client is gone or whose operation is out of time, unsent', async () => {
    const { url, held } = await serveSlowly();
    const client = createClient({ ...narrow, maxRetries: 0 });
    const first = [1, 2].map(() => failureOf(client.send(read(url), createScope())));
    const gone = new AbortController();
    const impatient = failureOf(client.send(read(url), createScope({ signal: gone.signal })));
    const late = failureOf(client.send(write(url), createScope({ endsAtMs: performance.now() + 150 })));
    const patient = failureOf(client.send(read(url), createScope()));
    gone.abort(new Error('gone'));
    expect(await impatient).toMatchObject({ message: 'gone' });
    expect(await late).toBeInstanceOf(OperationTimeoutError);
    expect(client.pressure()).toMatchObject({ callsActive: 2, callsQueued: 1 });
    for (const answer of held.splice(0)) answer();
    await Promise.all(first);
    await until(() => held.length > 0, 'the call that waited has arrived');
    held[0]?.();
    expect(await patient).toBeUndefined();
    expect(held).toHaveLength(1);
  });

  test('frees a slot however its call ends', async () => {
    const { url } = await serveStatuses(0);
    const client = createClient({ ...narrow, maxRetries: 0 });
    for (let n = 0; n < 10; n += 1) {
      expect(await failureOf(client.send(read(url), createScope()))).not.toBeInstanceOf(OverloadedError);
      await failureOf(client.send(read(url), createScope({ tokens: {} })));
    }
    expect(client.pressure()).toMatchObject({ callsActive: 0, callsQueued: 0 });
  });
});

test('an answer longer than it says is not taken for whole', async () => {
  const url = await serve((_, response) => response.writeHead(200, { 'content-length': '7' }).end('{"a":1,"b":2}'));
  const error = await failureOf(createClient({ maxRetries: 0 }).send(write(url), createScope()));
  expect(error).toBeInstanceOf(UpstreamError);
  expect((error as Error).message).toContain('may have been made');
});
