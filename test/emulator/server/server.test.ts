/** The emulator behind a port: what only a socket shows. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Listening, listen } from '../../../emulator/server/server.ts';
import { message, sendRaw } from '../../support/raw-request.ts';
import { until } from '../../support/until.ts';
import { type Harness, ORIGIN, openEmulator } from '../support/emulator-harness.ts';

let harness: Harness;
let server: Listening;
let basePath: string;
beforeAll(async () => {
  harness = await openEmulator({ loggedRequests: 100 });
  server = await listen(harness.emulator);
  basePath = harness.base.slice(ORIGIN.length);
});
beforeEach(() => harness.emulator.requests.clear());
afterEach(() => harness.emulator.faults.clear());
afterAll(async () => {
  await server.close();
  await harness.emulator.close();
});

/** Whether a request has come that is not answered. */
const isHanging = () => harness.emulator.requests.entries.some(({ status }) => status === undefined);

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
  expect((await send('GET', `${server.url}${basePath}/v2/schemas/keyspaces/system`)).status).toBe(200);
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
  await until(isHanging, 'the request has arrived');
  outgoing.destroy();
  await new Promise((resolve) => outgoing.once('close', resolve));
  expect((await send('GET', '/')).status).toBe(200);
});

test.each([
  ['a host that is none', 'GET / HTTP/1.1', ['Host: a b'], 400, /send one Host/],
  ['a host with a path', 'GET /x HTTP/1.1', ['Host: localhost/?'], 400, /send one Host/],
  ['no host', 'GET / HTTP/1.1', [], 400, /send one Host/],
  ['two hosts', 'GET / HTTP/1.1', ['Host: localhost', 'Host: a.example'], 400, /send one Host/],
  ['GET *', 'GET * HTTP/1.1', ['Host: localhost'], 400, / \* is not a path/],
  ['OPTIONS *', 'OPTIONS * HTTP/1.1', ['Host: localhost'], 400, / \* is not a path/],
  ['TRACE', 'TRACE / HTTP/1.1', ['Host: localhost'], 400, /the method TRACE is not supported/],
  ['CONNECT', 'CONNECT localhost:1 HTTP/1.1', ['Host: localhost'], 400, /^$/],
  ['nonsense', 'nonsense', [], 400, /^$/],
  ['a name of elsewhere', 'GET / HTTP/1.1', ['Host: rebound.example:8090'], 421, /as rebound.example.*ALLOWED_HOSTS/],
  ['an address of elsewhere', 'GET /v2/databases HTTP/1.1', ['Host: 192.168.1.9'], 421, /as 192.168.1.9/],
  ['an absolute target', 'GET http://rebound.example/ HTTP/1.1', ['Host: localhost'], 421, /as rebound.example/],
  ['an absolute target of none', 'GET http://a@b/ HTTP/1.1', ['Host: localhost'], 400, /send one Host/],
  ['a sign-in', 'POST /x/api/rest/v1/auth HTTP/1.1', ['Host: a.example', 'X-Forwarded-Host: localhost'], 421, /as a/],
  ['the control', 'DELETE /emulator/faults HTTP/1.1', ['Host: a.example'], 421, /as a.example/],
])('%s is refused', async (_, line, headers, status, text) => {
  const answer = await sendRaw(server.url, message(line, headers));
  expect([answer.status, answer.body]).toEqual([status, expect.stringMatching(text)]);
  expect(answer.body).not.toMatch(/node_modules|\n +at /);
});

test.each(['localhost', 'LOCALHOST:1', 'a.localhost', 'localhost.', '127.0.0.9', '[::1]', '[::ffff:127.0.0.1]:1'])(
  '%s is answered',
  async (host) => {
    expect((await sendRaw(server.url, message('GET / HTTP/1.1', [`Host: ${host}`]))).status).toBe(200);
  },
);

test('what is on the list is answered too', async () => {
  const own = await listen(harness.emulator, { allowedHosts: ['emulator', '*.dev.example'] });
  const ask = async (host: string) => (await sendRaw(own.url, message('GET / HTTP/1.1', [`Host: ${host}`]))).status;
  expect(await Promise.all(['emulator:8090', 'a.dev.example', 'localhost'].map(ask))).toEqual([200, 200, 200]);
  expect(await Promise.all(['dev.example', 'emulator.example'].map(ask))).toEqual([421, 421]);
  await own.close();
});

test('closing ends what hangs', async () => {
  const own = await listen(harness.emulator, { drainMs: 20 });
  harness.emulator.faults.add({ fault: { kind: 'hang' } });
  const pending = fetch(own.url).catch((error: unknown) => error);
  await until(isHanging, 'the request has arrived');
  await own.close();
  expect(await pending).toBeInstanceOf(TypeError);
});
