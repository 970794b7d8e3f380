/** The one file that sends: time limits, connections, redirects, tokens, budgets. Over real sockets, to small faulty servers. */
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createHttpClient } from '../../../datasources/http/client.ts';
import type { HttpCall } from '../../../datasources/http/http-call.ts';
import { openNodeTransport } from '../../../datasources/http/node-transport.ts';
import {
  BudgetExceededError,
  InputError,
  UnauthenticatedError,
  UpstreamError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../../../datasources/source/errors.ts';
import type { OperationScope, UpstreamCall } from '../../../datasources/source/source.ts';
import { STARGATE_ERRORS } from '../../../datasources/stargate/shared/error-reader.ts';
import { useServers } from '../../support/faulty-server.ts';
import { ANY_JSON } from '../../support/scripted-server.ts';
import { until } from '../../support/until.ts';

const serve = useServers();

function scopeOf(part: Partial<OperationScope> = {}): OperationScope & { readonly calls: UpstreamCall[] } {
  const calls: UpstreamCall[] = [];
  const tokens = { data: 'data-token', devops: 'devops-token' };
  return { tokens, requestId: 'request-1', maxCalls: 10, onCall: (call) => calls.push(call), calls, ...part };
}

function read(baseUrl: string, part: Partial<HttpCall> = {}): HttpCall {
  return {
    api: 'rest',
    method: 'GET',
    baseUrl,
    route: '/v2/things/{thing}',
    parameters: { thing: 'a' },
    effect: 'read',
    errors: STARGATE_ERRORS,
    expect: ANY_JSON,
    ...part,
  };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.each(['node', 'node-fetch'] as const)('%s', (name) => {
  const client = createHttpClient({ timeoutMs: 300, transport: openNodeTransport({ client: name }) });

  test('an answer comes with its status, and is reported with its route and never its path', async () => {
    const url = await serve((request, response) => response.writeHead(418).end(JSON.stringify({ url: request.url })));
    const scope = scopeOf();
    const answer = await client.send(
      read(url, { parameters: { thing: 'a/b;%' }, query: { where: '{"a":1}' }, keys: 3 }),
      scope,
    );
    expect(answer.status).toBe(418);
    expect(JSON.parse(answer.text)).toEqual({ url: '/v2/things/a%2Fb%3B%25?where=%7B%22a%22%3A1%7D' });
    expect(scope.calls).toMatchObject([
      { api: 'rest', method: 'GET', route: '/v2/things/{thing}', status: 418, keys: 3 },
    ]);
  });

  test('each API gets the token that is meant for it, and sign-in gets none', async () => {
    const url = await serve(({ headers }, response) =>
      response.end(
        JSON.stringify({
          authorization: headers.authorization ?? null,
          cassandra: headers['x-cassandra-token'] ?? null,
          id: headers['x-request-id'],
          type: headers['content-type'] ?? null,
        }),
      ),
    );
    const sent = async (part: Partial<HttpCall>) => (await client.send(read(url, part), scopeOf())).success?.value;
    expect(await sent({ api: 'rest' })).toEqual({
      authorization: null,
      cassandra: 'data-token',
      id: 'request-1',
      type: null,
    });
    expect(await sent({ api: 'document' })).toMatchObject({ cassandra: 'data-token', authorization: null });
    expect(await sent({ api: 'devops' })).toMatchObject({ authorization: 'Bearer devops-token', cassandra: null });
    expect(await sent({ api: 'auth', isAnonymous: true, method: 'POST', body: '{}' })).toMatchObject({
      authorization: null,
      cassandra: null,
      type: 'application/json',
    });
  });

  test('without a token nothing is sent', async () => {
    let received = 0;
    const url = await serve((_, response) => {
      received += 1;
      response.end('{}');
    });
    const error = await failure(client.send(read(url), scopeOf({ tokens: {} })));
    expect(error).toBeInstanceOf(UnauthenticatedError);
    expect((error as Error).message).toContain('X-Cassandra-Token');
    expect(received).toBe(0);
  });

  test('a redirect is not followed, so the token stays where it was sent', async () => {
    let stolen = false;
    const elsewhere = await serve((_, response) => {
      stolen = true;
      response.end('{}');
    });
    const url = await serve((_, response) => response.writeHead(302, { location: `${elsewhere}/catch` }).end());
    const error = await failure(client.send(read(url), scopeOf()));
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).not.toContain(elsewhere);
    expect(stolen).toBe(false);
  });

  test('no answer in time is a timeout; a write says that it may have happened', async () => {
    const url = await serve(() => {});
    const error = await failure(client.send(read(url), scopeOf()));
    expect(error).toBeInstanceOf(UpstreamTimeoutError);
    const write = read(url, { method: 'POST', effect: 'write', body: '{}', timeoutMs: 100 });
    expect((await failure(client.send(write, scopeOf()))) as Error).toMatchObject({
      message: expect.stringMatching(/may have/),
      call: { retryable: false },
    });
  });

  test('a connection that is refused or cut names the API and the route, and no host', async () => {
    const url = await serve((request) => request.socket.destroy());
    const scope = scopeOf();
    const error = (await failure(client.send(read(url), scope))) as UpstreamUnavailableError;
    expect(error).toBeInstanceOf(UpstreamUnavailableError);
    expect(error.message).not.toContain('127.0.0.1');
    expect(error.call).toMatchObject({ api: 'rest', route: '/v2/things/{thing}' });
    expect(await failure(client.send(read('http://127.0.0.1:1'), scopeOf()))).toBeInstanceOf(UpstreamUnavailableError);
  });

  test('a write whose connection is cut is not sent again', async () => {
    let received = 0;
    const url = await serve((request) => {
      received += 1;
      request.socket.destroy();
    });
    await failure(client.send(read(url, { method: 'POST', effect: 'write', body: '{}' }), scopeOf()));
    expect(received).toBe(1);
  });

  test('a cut body and HTML are upstream errors, not crashes', async () => {
    const cut = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"a":', () => response.destroy());
    });
    expect(await failure(client.send(read(cut), scopeOf()))).toBeInstanceOf(Error);
    const html = await serve((_, response) => response.end('<html>Bad gateway</html>'));
    expect(await failure(client.send(read(html), scopeOf()))).toBeInstanceOf(UpstreamError);
  });

  test('an operation may make so many calls and no more', async () => {
    const url = await serve((_, response) => response.end('{}'));
    const scope = scopeOf({ maxCalls: 2 });
    await client.send(read(url), scope);
    await client.send(read(url), scope);
    const error = await failure(client.send(read(url), scope));
    expect(error).toBeInstanceOf(BudgetExceededError);
    expect((error as Error).message).toContain('2');
  });

  test('a client that is gone cancels reads, and never a write that has left', async () => {
    const held: ServerResponse[] = [];
    const url = await serve((_, response) => void held.push(response));
    const gone = new AbortController();
    const reading = failure(client.send(read(url), scopeOf({ signal: gone.signal })));
    const writing = client.send(
      read(url, { method: 'PUT', effect: 'write', body: '{}' }),
      scopeOf({ signal: gone.signal }),
    );
    await until(() => held.length === 2, 'both calls have arrived');
    gone.abort();
    expect(await reading).toBeDefined();
    for (const response of held) response.end('{}');
    expect((await writing).status).toBe(200);
  });

  test('names that a path would lose are refused before anything is sent', async () => {
    const url = await serve((_, response) => response.end('{}'));
    for (const thing of ['', '.', '..']) {
      expect(await failure(client.send(read(url, { parameters: { thing } }), scopeOf())), thing).toBeInstanceOf(
        InputError,
      );
    }
  });

  test('connections are kept and used again', async () => {
    const ports = new Set<number | undefined>();
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    for (let n = 0; n < 5; n += 1) await client.send(read(url), scopeOf());
    expect(ports.size).toBe(1);
  });

  test('a watch is notified of each call, and its headers are sent, but replace none of our own', async () => {
    const received: unknown[] = [];
    const url = await serve(({ headers, socket }, response) => {
      received.push([headers.traceparent, headers['x-request-id'], headers['x-cassandra-token']]);
      if (received.length === 1) socket.destroy();
      else response.end('{}');
    });
    const seen: unknown[] = [];
    const headers = { traceparent: '00-1', 'X-Request-Id': 'forged', 'X-Cassandra-Token': 'forged' };
    const onSend: OperationScope['onSend'] = (call) => {
      seen.push(call);
      return { headers, end: ({ status, failure }) => seen.push([status, failure]) };
    };
    const scope = scopeOf({ onSend });
    await failure(client.send(read(url, { keys: 2 }), scope));
    await client.send(read(url, { attempt: 2 }), scope);
    const started = { api: 'rest', method: 'GET', route: '/v2/things/{thing}', startedAtMs: expect.any(Number) };
    expect(seen).toEqual([
      { ...started, keys: 2 },
      [undefined, 'connection'],
      { ...started, attempt: 2 },
      [200, undefined],
    ]);
    expect(received).toEqual([
      ['00-1', 'request-1', 'data-token'],
      ['00-1', 'request-1', 'data-token'],
    ]);
    expect(scope.calls).toHaveLength(2);
  });

  test('a call tells why it has no answer', async () => {
    const url = await serve((request) => void request.resume());
    const scope = scopeOf();
    await failure(client.send(read(url), scope));
    await failure(client.send(read(url), { ...scope, signal: AbortSignal.timeout(50) }));
    await failure(client.send(read('http://127.0.0.1:9'), scope));
    expect(scope.calls.map((call) => call.failure)).toEqual(['timeout', 'cancel', 'connection']);
  });
});
