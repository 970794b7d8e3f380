/** The emulator behind a port: what only a socket shows. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../emulator/server.ts';
import { type Harness, ORIGIN, openEmulator } from './emulator-harness.ts';

let harness: Harness;
let server: Listening;
let basePath: string;
beforeAll(async () => {
  harness = await openEmulator();
  server = await listen(harness.emulator);
  basePath = harness.base.slice(ORIGIN.length);
});
afterEach(() => harness.emulator.faults.clear());
afterAll(async () => {
  await server.close();
  await harness.emulator.close();
});

interface Received {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** Sends a request whose target no URL parser has touched. */
function send(method: string, path: string, body?: string, agent?: Agent): Promise<Received> {
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
  const headers = { 'X-Cassandra-Token': harness.emulator.applicationToken, ...length };
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers, ...(agent && { agent }) }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('error', reject);
      incoming.once('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: incoming.statusCode, headers: incoming.headers, text });
      });
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

test('answers say how long they are', async () => {
  const { headers, text } = await send('GET', `${basePath}/v2/schemas/keyspaces/system`);
  expect(headers['content-length']).toBe(String(text.length));
  const head = await send('HEAD', `${basePath}/v2/schemas/keyspaces/system`);
  expect([head.status, head.text]).toEqual([200, '']);
});

test('a connection serves many requests', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set<number | undefined>();
  agent.on('free', (socket) => ports.add(socket.localPort));
  for (let count = 0; count < 3; count += 1) await send('GET', '/', undefined, agent);
  agent.destroy();
  expect(ports.size).toBe(1);
});

test('the target arrives as it was sent', async () => {
  expect((await send('GET', `${basePath}/v2/keyspaces/system/local?where={}`)).status).toBe(400);
  expect((await send('GET', `${basePath}//v2//schemas/keyspaces/system`)).status).toBe(200);
  expect((await send('GET', `http://elsewhere.example.org${basePath}/v2/schemas/keyspaces/system`)).status).toBe(200);
});

test('locations name the host that the client asked for', async () => {
  const { headers } = await send('POST', `${basePath}/v2/schemas/namespaces`, '{"name":"located"}');
  expect(headers.location).toBe(`${server.url}${basePath}/v2/schemas/namespaces/located`);
});

test('a long request line and a large body have their statuses', async () => {
  expect((await send('GET', `${basePath}/v2/keyspaces/a/b/${'k'.repeat(30_000)}`)).status).toBe(414);
  const large = await send('POST', `${basePath}/v2/schemas/keyspaces`, 'x'.repeat(10_485_761));
  expect([large.status, large.headers.connection]).toEqual([413, 'close']);
});

test('a body on a GET is read and not minded', async () => {
  expect((await send('GET', `${basePath}/v2/schemas/keyspaces/system`, '{"a":1}')).status).toBe(200);
});

test('a cut connection has no answer', async () => {
  harness.emulator.faults.add({ times: 1, fault: { kind: 'cut' } });
  await expect(send('GET', '/')).rejects.toThrow('socket hang up');
  expect((await send('GET', '/')).status).toBe(200);
});

test('a truncated answer ends before its length', async () => {
  harness.emulator.faults.add({ times: 1, fault: { kind: 'truncate', afterBytes: 10 } });
  await expect(send('GET', '/')).rejects.toThrow('aborted');
});

test('a client that leaves ends a hanging request', async () => {
  harness.emulator.faults.add({ times: 1, fault: { kind: 'hang' } });
  const outgoing = request(server.url);
  outgoing.on('error', () => {});
  outgoing.end();
  setTimeout(() => outgoing.destroy(), 30);
  await new Promise((resolve) => outgoing.once('close', resolve));
  expect((await send('GET', '/')).status).toBe(200);
});

test('a host that is none is refused', async () => {
  const { hostname, port } = new URL(server.url);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.end('GET / HTTP/1.1\r\nHost: a b\r\n\r\n'));
    socket.once('data', (data) => resolve(data.toString()));
  });
  expect(answer).toMatch(/^HTTP\/1.1 400/);
});

test('closing ends what hangs', async () => {
  const own = await listen(harness.emulator, { drainMs: 20 });
  harness.emulator.faults.add({ fault: { kind: 'hang' } });
  const pending = fetch(own.url).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await own.close();
  expect(await pending).toBeInstanceOf(TypeError);
});
