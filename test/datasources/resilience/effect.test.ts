/** The effect of a call, and never its HTTP verb, decides what is retried, coalesced, cancelled and how long it may take. */
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { createHttpClient } from '../../../datasources/http/client.ts';
import type { HttpCall } from '../../../datasources/http/http-call.ts';
import { openNodeTransport } from '../../../datasources/http/node-transport.ts';
import { coalesceReads } from '../../../datasources/resilience/coalesce-reads.ts';
import { RESILIENCE_DEFAULTS } from '../../../datasources/resilience/options.ts';
import { withResilience } from '../../../datasources/resilience/resilience.ts';
import { UpstreamTimeoutError } from '../../../datasources/source/errors.ts';
import { STARGATE_ERRORS } from '../../../datasources/stargate/shared/error-reader.ts';
import { useServers } from '../../support/faulty-server.ts';
import { ANY_JSON, createScope, failureOf } from '../../support/scripted-server.ts';
import { until } from '../../support/until.ts';

const serve = useServers();

function createClient(timeoutMs = 1000) {
  const wire = createHttpClient({ timeoutMs, schemaTimeoutMs: 5000, transport: openNodeTransport() });
  return coalesceReads(withResilience(wire, timeoutMs, RESILIENCE_DEFAULTS));
}

/** A command, which the Data API sends as a POST whether it reads or writes. */
function command(baseUrl: string, part: Partial<HttpCall> = {}): HttpCall {
  return {
    api: 'rest',
    method: 'POST',
    baseUrl,
    route: '/x',
    body: '{"find":{}}',
    errors: STARGATE_ERRORS,
    effect: 'read',
    expect: ANY_JSON,
    ...part,
  };
}

/** Answers the first request with 503, further ones with 200; each after a moment. */
async function serveBusy() {
  let received = 0;
  const url = await serve((_, response) => {
    received += 1;
    const status = received === 1 ? 503 : 200;
    setTimeout(() => response.writeHead(status).end('{}'), 20);
  });
  return { url, received: () => received };
}

test('a POST that reads is retried after a transient failure', async () => {
  const { url, received } = await serveBusy();
  expect((await createClient().send(command(url), createScope())).status).toBe(200);
  expect(received()).toBe(2);
});

test('a GET that writes is sent once, and its errors say that the change may have been made', async () => {
  const { url, received } = await serveBusy();
  const { body: _, ...withoutBody } = command(url, { method: 'GET', effect: 'write' });
  const write: HttpCall = withoutBody;
  expect((await createClient().send(write, createScope())).status).toBe(503);
  expect(received()).toBe(1);
  const hanging = await serve(() => {});
  const error = await failureOf(createClient().send({ ...write, baseUrl: hanging }, createScope()));
  expect(error).toMatchObject({ message: expect.stringContaining('may have been made'), call: { retryable: false } });
});

test('POSTs that read are coalesced when their bodies are equal, and a write is a barrier between them', async () => {
  const bodies: string[] = [];
  const url = await serve(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    setTimeout(() => response.end('{}'), 50);
  });
  const client = createClient();
  const find = () => client.send(command(url), createScope());
  const reads = [find(), find(), client.send(command(url, { body: '{"find":{"a":1}}' }), createScope())];
  const write = client.send(command(url, { body: '{"insertOne":{}}', effect: 'write' }), createScope());
  await Promise.all([...reads, find(), write]);
  expect(bodies.sort()).toEqual(['{"find":{"a":1}}', '{"find":{}}', '{"find":{}}', '{"insertOne":{}}']);
});

test('a POST that reads is cancelled with its client; one that writes is seen to its end', async () => {
  const cut: string[] = [];
  const held: ServerResponse[] = [];
  const url = await serve((request, response) => {
    response.on('close', () => response.writableFinished || cut.push(request.url ?? ''));
    held.push(response);
  });
  const gone = new AbortController();
  const scope = createScope({ signal: gone.signal });
  const client = createClient();
  const read = failureOf(client.send(command(url, { route: '/read' }), scope));
  const write = client.send(command(url, { route: '/write', effect: 'write' }), scope);
  await until(() => held.length === 2, 'both calls have arrived');
  gone.abort(new Error('gone'));
  expect(await read).toMatchObject({ message: 'gone' });
  await until(() => cut.length === 1, 'the read is cut');
  for (const response of held) response.end('{}');
  expect((await write).status).toBe(200);
  expect(cut).toEqual(['/read']);
});

test('a change of a schema has the time limit of its own, whatever its verb', async () => {
  const url = await serve((_, response) => void setTimeout(() => response.end('{}'), 200));
  const client = createClient(100);
  const change = command(url, { effect: 'schema-change' });
  for (const method of ['POST', 'PUT', 'DELETE'] as const) {
    expect((await client.send({ ...change, method }, createScope())).status).toBe(200);
  }
  const write = client.send(command(url, { effect: 'write' }), createScope());
  expect(await failureOf(write)).toBeInstanceOf(UpstreamTimeoutError);
});
