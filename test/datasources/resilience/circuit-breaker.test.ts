/** When the circuit breaker of a host opens, and how it closes again. Over real sockets, to small servers. */
import { beforeEach, describe, expect, test } from 'vitest';
import { OverloadedError, UpstreamTimeoutError, UpstreamUnavailableError } from '../../../datasources/source/errors.ts';
import type { BreakerChange } from '../../../datasources/source/source.ts';
import { type StoppedClock, stopClock } from '../../support/clock.ts';
import { createScope, failureOf } from '../../support/scripted-server.ts';
import { createClient, read, useHosts, write } from './hosts.ts';

const { serve, serveStatuses } = useHosts();

describe('a circuit breaker', () => {
  const brisk = { breakerMinCalls: 10, breakerOpenMs: 300, maxRetries: 0 };
  let clock: StoppedClock;
  beforeEach(() => {
    clock = stopClock();
  });

  test.each([500, 502, 503, 0])(
    'opens for a host that answers %i, with a time to retry after, and not for other hosts',
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

  test('opens after time-outs', async () => {
    const url = await serve(() => {});
    const client = createClient(brisk);
    const reads = Array.from({ length: 10 }, () => failureOf(client.send(read(url), createScope())));
    expect((await Promise.all(reads)).every((error) => error instanceof UpstreamTimeoutError)).toBe(true);
    expect(client.pressure().breakers.open).toBe(1);
  });

  test.each([400, 401, 404, 429, 501])('stays closed for a host that answers %i', async (status) => {
    const { url, received } = await serveStatuses(status);
    const client = createClient(brisk);
    for (let n = 0; n < 15; n += 1) await client.send(read(url), createScope());
    expect(received()).toBe(15);
  });

  test('stays closed while a database is resumed, and for clients that do not wait', async () => {
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

  test('stays closed for a page that is too large for one message', async () => {
    const url = await serve((_, response) => {
      response
        .writeHead(500)
        .end('{"description":"RESOURCE_EXHAUSTED: gRPC message exceeds maximum size 4194304: 4258316"}');
    });
    const client = createClient(brisk, 10_000);
    for (let n = 0; n < 15; n += 1) expect((await client.send(read(url), createScope())).status).toBe(500);
    expect(client.pressure().breakers.closed).toBe(1);
  });

  test('stays closed while half the calls succeed', async () => {
    let received = 0;
    const url = await serve((_, response) => {
      received += 1;
      response.writeHead(received % 2 ? 200 : 500).end('{}');
    });
    const client = createClient(brisk, 10_000);
    for (let n = 0; n < 30; n += 1) await client.send(read(url), createScope());
    expect(received).toBe(30);
  });

  test('tells when it opens and when it closes again, by the APIs of the host', async () => {
    const { url } = await serveStatuses(...Array.from({ length: 11 }, () => 500), 200);
    const changes: BreakerChange[] = [];
    const client = createClient(brisk, undefined, (change) => changes.push(change));
    for (let n = 0; n < 9; n += 1) await failureOf(client.send(read(url), createScope()));
    expect(changes).toEqual([]);
    await failureOf(client.send({ ...read(url), api: 'document' }, createScope()));
    const opened = { apis: ['document', 'rest'], state: 'open', retryAfterMs: 300 };
    expect(changes).toEqual([opened]);
    clock.pass(310);
    await failureOf(client.send(read(url), createScope()));
    expect([changes, client.pressure().breakers.open]).toEqual([[opened], 1]);
    clock.pass(310);
    await client.send(read(url), createScope());
    expect(changes).toEqual([opened, { apis: ['document', 'rest'], state: 'closed' }]);
  });

  test('half-opens for one call, whose outcome decides', async () => {
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

test('calls that are refused or abandoned do not make a failing host look healthy', async () => {
  const url = await serve(() => {});
  const client = createClient({ breakerMinCalls: 10, maxCallsAtOnce: 10, maxCallsWaiting: 0, maxRetries: 0 });
  const hanging = Array.from({ length: 10 }, () => failureOf(client.send(read(url), createScope())));
  for (let n = 0; n < 50; n += 1) {
    expect(await failureOf(client.send(read(url), createScope()))).toBeInstanceOf(OverloadedError);
  }
  await Promise.all(hanging);
  expect(client.pressure().breakers.open).toBe(1);
});
