/** Node's own `fetch` under the HTTP client, which must not tell it from node-fetch. To small faulty servers. */
import { expect, test } from 'vitest';
import { adaptFetch } from '../../../datasources/http/adapt-fetch.ts';
import { createHttpClient } from '../../../datasources/http/client.ts';
import type { HttpCall } from '../../../datasources/http/http-call.ts';
import type { StandardInit } from '../../../datasources/http/standard-fetch.ts';
import { transportOf } from '../../../datasources/http/transport.ts';
import { STARGATE_ERRORS } from '../../../datasources/stargate/shared/error-reader.ts';
import { useServers } from '../../support/faulty-server.ts';
import { ANY_JSON, createScope, failureOf, startScript } from '../../support/scripted-server.ts';

const serve = useServers();
const client = createHttpClient({ timeoutMs: 300, maxAnswerBytes: 1000, transport: transportOf(adaptFetch(fetch)) });

function call(baseUrl: string, part: Partial<HttpCall> = {}): HttpCall {
  const route = { route: '/things/{thing}', parameters: { thing: 'a' } };
  return {
    api: 'rest',
    method: 'GET',
    baseUrl,
    ...route,
    effect: 'read',
    errors: STARGATE_ERRORS,
    expect: ANY_JSON,
    ...part,
  };
}

test('method, headers and body arrive, and status, headers and body come back', async () => {
  const url = await serve(async (request, response) => {
    const { method, headers } = request;
    let body = '';
    for await (const chunk of request) body += chunk;
    const seen = { method, token: headers['x-cassandra-token'], type: headers['content-type'], body };
    response.writeHead(201, { 'x-own': 'b' }).end(JSON.stringify(seen));
  });
  const answer = await client.send(call(url, { method: 'POST', body: '{"a":1}' }), createScope());
  expect([answer.status, answer.header('x-own')]).toEqual([201, 'b']);
  expect(answer.success?.value).toEqual({
    method: 'POST',
    token: 'data-token',
    type: 'application/json',
    body: '{"a":1}',
  });
});

test('no redirect is followed', async () => {
  const seen: unknown[] = [];
  const other = await serve((request, response) => {
    seen.push(request.headers);
    response.end('{}');
  });
  const url = await serve((_, response) => response.writeHead(307, { location: other }).end());
  const message = expect.stringContaining('answered GET /things/{thing} with a redirect');
  expect(await failureOf(client.send(call(url), createScope()))).toMatchObject({ name: 'UpstreamError', message });
  expect(seen).toEqual([]);
});

test('an answer that is too long is read no further', async () => {
  const url = await serve((_, response) => {
    const write = () => !response.destroyed && response.write('x'.repeat(500), () => setImmediate(write));
    write();
  });
  const error = await failureOf(client.send(call(url), createScope()));
  expect(error).toMatchObject({ name: 'UpstreamError', message: 'The answer to GET /things/{thing} is too long.' });
});

test('time is limited', async () => {
  const url = await serve(() => {});
  expect(await failureOf(client.send(call(url), createScope()))).toMatchObject({ name: 'UpstreamTimeoutError' });
});

test('a connection that was cut has its own message', async () => {
  const url = await serve((request) => request.socket.destroy());
  const message = 'Upstream closed the connection (ECONNRESET): GET /things/{thing}.';
  expect(await failureOf(client.send(call(url), createScope()))).toMatchObject({
    name: 'UpstreamUnavailableError',
    message,
  });
});

test('a host that refuses connections is named by its code', async () => {
  const { url, close } = await startScript(() => undefined);
  close();
  const error = await failureOf(client.send(call(url), createScope()));
  expect(error).toMatchObject({ message: 'Upstream could not be reached (ECONNREFUSED): GET /things/{thing}.' });
});

test('a fetch that caches is asked not to', async () => {
  const inits: StandardInit[] = [];
  const watching = adaptFetch((url, init) => {
    inits.push(init);
    return fetch(url, init);
  });
  const url = await serve((_, response) => response.end('{}'));
  await createHttpClient({ timeoutMs: 300, transport: transportOf(watching) }).send(call(url), createScope());
  expect(inits).toMatchObject([{ cache: 'no-store', redirect: 'manual' }]);
});
