/** What is tried again, when a host is left alone, who waits and who is refused. Over real sockets, to small servers. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createHttpClient } from '../../../datasources/http/client.ts';
import type { HttpCall } from '../../../datasources/http/http-call.ts';
import { RESILIENCE_DEFAULTS, type ResilienceOptions } from '../../../datasources/resilience/options.ts';
import { withResilience } from '../../../datasources/resilience/resilience.ts';
import {
  OperationTimeoutError,
  OverloadedError,
  UpstreamError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../../../datasources/source/errors.ts';
import { STARGATE_ERRORS } from '../../../datasources/stargate/errors/error-reader.ts';
import { type StoppedClock, stopClock } from '../../support/clock.ts';
import { useServers } from '../../support/faulty-server.ts';
import { ANY_JSON, createScope, failureOf } from '../../support/scripted-server.ts';
import { until } from '../../support/until.ts';

const TIMEOUT_MS = 300;
const serve = useServers();

/** Answers with these statuses, one after the other, and then with the last for ever; 0 cuts the connection. */
async function serveStatuses(...statuses: number[]): Promise<{ url: string; received: () => number }> {
  let received = 0;
  const url = await serve((request, response) => {
    const status = statuses[Math.min(received, statuses.length - 1)] ?? 200;
    received += 1;
    if (status === 0) request.socket.destroy();
    else response.writeHead(status).end(JSON.stringify(status === 200 ? {} : { description: 'no', code: status }));
  });
  return { url, received: () => received };
}

function createClient(options: Partial<ResilienceOptions> = {}, timeoutMs = TIMEOUT_MS) {
  const wire = createHttpClient({ timeoutMs });
  return withResilience(wire, timeoutMs, { ...RESILIENCE_DEFAULTS, ...options });
}

const read = (baseUrl: string): HttpCall => ({
  api: 'rest',
  method: 'GET',
  baseUrl,
  route: '/x',
  effect: 'read',
  errors: STARGATE_ERRORS,
  expect: ANY_JSON,
});
const write = (baseUrl: string): HttpCall => ({ ...read(baseUrl), method: 'PATCH', body: '{}', effect: 'write' });

describe('trying again', () => {
  test.each([[503], [429], [0]])(
    'a read that failed in passing (%i), and each try is counted and told',
    async (status) => {
      const { url, received } = await serveStatuses(status, status, 200);
      const scope = createScope({ maxCalls: 3 });
      expect((await createClient().send(read(url), scope)).status).toBe(200);
      expect(received()).toBe(3);
      expect(scope.calls.map(({ attempt }) => attempt)).toEqual([undefined, 2, 3]);
    },
  );

  test.each([500, 501, 502, 504, 400, 401, 404])('not what would fail again: %i', async (status) => {
    const { url, received } = await serveStatuses(status);
    expect((await createClient().send(read(url), createScope())).status).toBe(status);
    expect(received()).toBe(1);
  });

  test.each([503, 429, 0])('never a write (%i)', async (status) => {
    const { url, received } = await serveStatuses(status);
    await failureOf(createClient().send(write(url), createScope()));
    expect(received()).toBe(1);
  });

  test('not after a time-out', async () => {
    let received = 0;
    const url = await serve(() => {
      received += 1;
    });
    expect(await failureOf(createClient().send(read(url), createScope()))).toBeInstanceOf(UpstreamTimeoutError);
    expect(received).toBe(1);
  });

  test('so often and no more, and never beyond the calls of the operation', async () => {
    const { url, received } = await serveStatuses(503);
    expect((await createClient({ maxRetries: 4 }).send(read(url), createScope())).status).toBe(503);
    expect(received()).toBe(5);
    expect((await createClient().send(read(url), createScope({ maxCalls: 2 }))).status).toBe(503);
    expect(received()).toBe(7);
    expect((await createClient({ maxRetries: 0 }).send(read(url), createScope())).status).toBe(503);
    expect(received()).toBe(8);
  });

  test('when upstream says so, unless that is too long for the operation or at all', async () => {
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

  test('not for a client that has gone meanwhile', async () => {
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

describe('a host that fails', () => {
  const brisk = { breakerMinCalls: 10, breakerOpenMs: 300, maxRetries: 0 };
  let clock: StoppedClock;
  beforeEach(() => {
    clock = stopClock();
  });

  test.each([500, 502, 503, 0])(
    'is left alone (%i), with a time to come back, and other hosts are not',
    async (status) => {
      const { url, received } = await serveStatuses(status);
      const well = await serveStatuses(200);
      const client = createClient(brisk);
      for (let n = 0; n < 10; n += 1) await failureOf(client.send(read(url), createScope()));
      expect(client.pressure().breakers).toEqual({ closed: 0, open: 1, 'half-open': 0 });
      const scope = createScope();
      for (const call of [read(url), write(url)]) {
        const error = (await failureOf(client.send(call, scope))) as UpstreamUnavailableError;
        expect(error).toBeInstanceOf(UpstreamUnavailableError);
        expect(error.retryAfterMs).toBeGreaterThan(0);
        expect(error.retryAfterMs).toBeLessThanOrEqual(300);
      }
      expect([received(), scope.calls]).toEqual([10, []]);
      expect((await client.send(read(well.url), createScope())).status).toBe(200);
    },
  );

  test('is left alone after time-outs', async () => {
    const url = await serve(() => {});
    const client = createClient(brisk);
    const reads = Array.from({ length: 10 }, () => failureOf(client.send(read(url), createScope())));
    expect((await Promise.all(reads)).every((error) => error instanceof UpstreamTimeoutError)).toBe(true);
    expect(client.pressure().breakers.open).toBe(1);
  });

  test.each([400, 401, 404, 429, 501])('is none that answers %i', async (status) => {
    const { url, received } = await serveStatuses(status);
    const client = createClient(brisk);
    for (let n = 0; n < 15; n += 1) await client.send(read(url), createScope());
    expect(received()).toBe(15);
  });

  test('is none whose database is being resumed, nor one that clients did not wait for', async () => {
    const url = await serve(({ url: path }, response) => {
      if (path === '/x') response.writeHead(503).end('{"message":"Resuming your database, please try again shortly."}');
    });
    const client = createClient(brisk);
    for (let n = 0; n < 15; n += 1) expect((await client.send(read(url), createScope())).status).toBe(503);
    for (let n = 0; n < 15; n += 1) {
      const signal = AbortSignal.timeout(5);
      await failureOf(client.send({ ...read(url), route: '/hang' }, createScope({ signal })));
    }
    expect(client.pressure().breakers.closed).toBe(1);
  });

  test('is none that could not put a page into one message', async () => {
    const url = await serve((_, response) => {
      response
        .writeHead(500)
        .end('{"description":"RESOURCE_EXHAUSTED: gRPC message exceeds maximum size 4194304: 4258316"}');
    });
    const client = createClient(brisk);
    for (let n = 0; n < 15; n += 1) expect((await client.send(read(url), createScope())).status).toBe(500);
    expect(client.pressure().breakers.closed).toBe(1);
  });

  test('is none of which half the calls go well', async () => {
    let received = 0;
    const url = await serve((_, response) => {
      received += 1;
      response.writeHead(received % 2 ? 200 : 500).end('{}');
    });
    const client = createClient(brisk);
    for (let n = 0; n < 30; n += 1) await client.send(read(url), createScope());
    expect(received).toBe(30);
  });

  test('is tried again by one call, whose outcome decides', async () => {
    let status = 500;
    let received = 0;
    const url = await serve((_, response) => {
      received += 1;
      response.writeHead(status).end('{}');
    });
    const client = createClient(brisk);
    const sendFive = () =>
      Promise.all(Array.from({ length: 5 }, () => failureOf(client.send(read(url), createScope()))));
    await Promise.all([sendFive(), sendFive()]);
    expect(received).toBe(10);
    clock.pass(310);
    const refused = (errors: unknown[]) => errors.filter((error) => error instanceof UpstreamUnavailableError).length;
    expect(refused(await sendFive())).toBe(4);
    expect(refused(await sendFive())).toBe(5);
    expect(received).toBe(11);
    clock.pass(310);
    const gone = new AbortController();
    const leaving = failureOf(client.send(read(url), createScope({ signal: gone.signal })));
    gone.abort();
    await leaving;
    expect(client.pressure().breakers.open).toBe(1);
    status = 200;
    received = 11;
    clock.pass(310);
    expect(refused(await sendFive())).toBe(4);
    expect(refused(await sendFive())).toBe(0);
    expect(received).toBe(17);
  });
});

describe('calls to one host', () => {
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

  test('are so many at a time; some wait in line, and further ones are refused at once', async () => {
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

  test('leave the line when their client is gone or their operation out of time, and are not sent', async () => {
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

  test('give their place back however they end', async () => {
    const { url } = await serveStatuses(0);
    const client = createClient({ ...narrow, maxRetries: 0 });
    for (let n = 0; n < 10; n += 1) {
      expect(await failureOf(client.send(read(url), createScope()))).not.toBeInstanceOf(OverloadedError);
      await failureOf(client.send(read(url), createScope({ tokens: {} })));
    }
    expect(client.pressure()).toMatchObject({ callsActive: 0, callsQueued: 0 });
  });
});

test('calls that were refused or left do not make a failing host look well', async () => {
  const url = await serve(() => {});
  const client = createClient({ breakerMinCalls: 10, maxCallsAtOnce: 10, maxCallsWaiting: 0, maxRetries: 0 });
  const hanging = Array.from({ length: 10 }, () => failureOf(client.send(read(url), createScope())));
  for (let n = 0; n < 50; n += 1) {
    expect(await failureOf(client.send(read(url), createScope()))).toBeInstanceOf(OverloadedError);
  }
  await Promise.all(hanging);
  expect(client.pressure().breakers.open).toBe(1);
});

test('an answer longer than it says is not taken for whole', async () => {
  const url = await serve((_, response) => response.writeHead(200, { 'content-length': '7' }).end('{"a":1,"b":2}'));
  const error = await failureOf(createClient({ maxRetries: 0 }).send(write(url), createScope()));
  expect(error).toBeInstanceOf(UpstreamError);
  expect((error as Error).message).toContain('may have been made');
});
