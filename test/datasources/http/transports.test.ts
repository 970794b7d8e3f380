/** Both clients of Node send the same and tell the same of an answer: random answers and faults, over real sockets. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { openNodeTransport } from '../../../datasources/http/node-transport.ts';
import type { FetchInit, HttpClientName, Transport } from '../../../datasources/http/transport.ts';
import { createRandom, type Random } from '../../gateway/execution/random.ts';
import { useServers } from '../../support/faulty-server.ts';

const CLIENTS: readonly HttpClientName[] = ['node', 'node-fetch'];
const transports = new Map(CLIENTS.map((client) => [client, openNodeTransport({ client })]));
afterAll(() => {
  for (const transport of transports.values()) transport.close();
});
const serve = useServers();

/** What the server does. */
interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  /** How the end of the body is told. */
  readonly framing: 'length' | 'chunks' | 'close';
  /** After how many bytes of the body the connection is cut. */
  readonly cutAt?: number;
}

const CODERS: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: gzipSync,
  'x-gzip': gzipSync,
  br: brotliCompressSync,
  deflate: deflateSync,
  'x-deflate': deflateRawSync,
  compress: (body) => body,
  identity: (body) => body,
};

function drawAnswer(random: Random): Answer {
  const plain = Buffer.from('{"é":[1,2]} '.repeat(random.pick([0, 1, 3, 50, 2000])));
  const coding = random.chance(50) ? random.pick(Object.keys(CODERS)) : undefined;
  const coded = coding === undefined ? plain : (CODERS[coding]?.(plain) ?? plain);
  const isDamaged = coding !== undefined && coded.length > 20 && random.chance(15);
  const body = isDamaged ? Buffer.concat([coded.subarray(0, 12), Buffer.alloc(20, 7)]) : coded;
  const status = random.pick([200, 200, 200, 201, 204, 301, 302, 304, 307, 308, 404, 418, 429, 500, 503]);
  const headers = [
    ['content-type', random.pick(['application/json', 'text/html; charset=utf-8'])],
    ...(coding === undefined ? [] : [['content-encoding', coding]]),
    ...(random.chance(40) ? [['x-own', 'a'] as const, ['X-Own', 'b, c']] : []),
    ...(random.chance(50) ? [['location', random.pick(['/elsewhere', 'http://127.0.0.1:9/'])] as const] : []),
  ] as const;
  const isCut = body.length > 1 && random.chance(20);
  const framing = random.pick(['length', 'length', 'chunks', 'close'] as const);
  return {
    status,
    headers: headers as Answer['headers'],
    body,
    framing,
    ...(isCut && { cutAt: 1 + random.below(body.length - 1) }),
  };
}

/** @param isCut - which of two failures is told, the cut or the size, depends on which comes first */
function drawInit(random: Random, isCut: boolean): Omit<FetchInit, 'signal'> {
  const method = random.pick(['GET', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
  const body = method !== 'GET' && random.chance(70) ? random.pick(['{}', '{"é":"ü"}']) : undefined;
  return {
    ...((method !== 'GET' || random.chance(90)) && { method }),
    headers: {
      ...{ Accept: 'application/json', 'User-Agent': 'test', 'X-Cassandra-Token': 't', 'X-Case': 'Kept' },
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
    redirect: random.pick(['error', 'manual']),
    ...(!isCut && random.chance(50) && { size: random.pick([10, 100, 24_000, 100_000]) }),
  };
}

async function answer(outgoing: ServerResponse, { status, headers, body, framing, cutAt }: Answer): Promise<void> {
  const hasBody = status !== 204 && status !== 304;
  const framed = framing === 'length' && hasBody ? [['content-length', String(body.length)]] : [];
  if (framing === 'close') outgoing.useChunkedEncodingByDefault = false;
  outgoing.writeHead(status, [...headers, ...framed].flat() as string[]);
  if (framing === 'close') outgoing.shouldKeepAlive = false;
  if (!hasBody || cutAt === undefined) return void outgoing.end(hasBody ? body : undefined);
  outgoing.write(body.subarray(0, cutAt));
  await sleep(5);
  outgoing.destroy();
}

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: unknown;
  readonly body: string;
}

async function look(request: IncomingMessage): Promise<Seen> {
  const { host: _, ...headers } = request.headers;
  let body = '';
  for await (const chunk of request) body += chunk;
  return { method: request.method, url: request.url, headers, body };
}

/** What the client above makes of a failure: whether it had a code depends on what the other side did. */
function tell(error: unknown): object {
  const { type, code } = error as { readonly type?: string; readonly code?: string };
  return {
    failed: type === 'system' || type === undefined ? (code === undefined ? 'without a code' : 'with a code') : type,
  };
}

async function call(transport: Transport, url: string, init: FetchInit): Promise<unknown> {
  try {
    const { status, headers, arrayBuffer } = await transport.fetch(url, init).then((answered) => ({
      status: answered.status,
      headers: answered.headers,
      arrayBuffer: () => answered.arrayBuffer(),
    }));
    const names = ['content-type', 'content-length', 'content-encoding', 'x-own', 'location', 'retry-after'];
    const fields = names.map((name) => headers.get(name));
    const body = await arrayBuffer().then((bytes) => Buffer.from(bytes).toString(), tell);
    return { status, fields, body };
  } catch (error) {
    return tell(error);
  }
}

test('random answers and faults', async () => {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);
  const random = createRandom(seed);
  let next: Answer | undefined;
  let seen: Seen | undefined;
  const origin = await serve(async (incoming, outgoing) => {
    seen = await look(incoming);
    if (next) await answer(outgoing, next);
  });
  for (let run = 0; run < 200; run += 1) {
    next = drawAnswer(random);
    const init = drawInit(random, next.cutAt !== undefined);
    const url = `${origin}${random.pick(['/', '/a%2Fb?where=%7B%22a%22%3A1%7D', '/v2/x?page-size=1&fields=a%2Cb'])}`;
    const outcomes = [];
    for (const transport of transports.values()) {
      seen = undefined;
      outcomes.push({ told: await call(transport, url, { ...init, signal: AbortSignal.timeout(5000) }), seen });
    }
    expect(
      outcomes[0],
      `seed ${seed}, run ${run}: ${JSON.stringify({ ...next, body: next.body.length, init })}`,
    ).toEqual(outcomes[1]);
  }
}, 60_000);

describe.each(CLIENTS)('%s', (client) => {
  const ask = (url: string, init: Partial<FetchInit> = {}) => {
    const all = { headers: {}, redirect: 'error', signal: new AbortController().signal, ...init } as const;
    return transports.get(client)?.fetch(url, all) ?? Promise.reject(new Error('No such client'));
  };

  test('ends with its signal: before, without an answer and within one', async () => {
    const url = await serve(({ url: path }, outgoing) => {
      if (path === '/body') outgoing.writeHead(200, { 'content-length': '10' }).write('12345');
    });
    await expect(ask(url, { signal: AbortSignal.abort() })).rejects.toThrow();
    await expect(ask(`${url}/none`, { signal: AbortSignal.timeout(30) })).rejects.toThrow();
    const late = new AbortController();
    const answered = await ask(`${url}/body`, { signal: late.signal });
    const body = answered.arrayBuffer();
    late.abort();
    await expect(body).rejects.toThrow();
  });

  test('keeps a connection, and opens another for one that the other side has closed', async () => {
    const ports: (number | undefined)[] = [];
    const url = await serve((incoming, outgoing) => {
      ports.push(incoming.socket.remotePort);
      outgoing.end('{}', () => ports.length === 2 && incoming.socket.end());
    });
    const closed = async () => (await (await ask(`${url}/`)).arrayBuffer()).byteLength;
    expect(await closed()).toBe(2);
    expect(await closed()).toBe(2);
    await sleep(50);
    expect(await closed()).toBe(2);
    expect(ports[1]).toBe(ports[0]);
    expect(ports[2]).not.toBe(ports[0]);
  });

  test('opens no more connections to a host than it may', async () => {
    let open = 0;
    let most = 0;
    const url = await serve(async (_, outgoing) => {
      open += 1;
      most = Math.max(most, open);
      await sleep(10);
      open -= 1;
      outgoing.end('{}');
    });
    const narrow = openNodeTransport({ client, maxSocketsPerHost: 3 });
    const init = { headers: {}, redirect: 'error', signal: new AbortController().signal } as const;
    await Promise.all(Array.from({ length: 10 }, async () => (await narrow.fetch(`${url}/`, init)).arrayBuffer()));
    narrow.close();
    expect(most).toBe(3);
  });

  test('an answer to an upgrade that nobody asked for is a failure', async () => {
    const url = await serve((incoming) => {
      incoming.socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n');
    });
    await expect(ask(`${url}/`)).rejects.toMatchObject({ code: 'ERR_UPGRADED' });
  });

  test('hints before an answer are no answer', async () => {
    const url = await serve((_, outgoing) => {
      outgoing.writeProcessing();
      outgoing.writeEarlyHints({ link: '</a>; rel=preload' });
      outgoing.end('{}');
    });
    expect((await ask(`${url}/`)).status).toBe(200);
  });

  test('sees to the end of what is no HTTP', async () => {
    const url = await serve((incoming) => void incoming.socket.end('no HTTP\r\n\r\n'));
    await expect(ask(`${url}/`)).rejects.toMatchObject({ code: expect.stringMatching(/^HPE_/) });
  });

  test('leaves no listener on a signal that outlives the call', async () => {
    const url = await serve((_, outgoing) => outgoing.end('{}'));
    const { signal } = new AbortController();
    let listeners = 0;
    const counted = new Proxy(signal, {
      get(target, name) {
        if (name === 'addEventListener') listeners += 1;
        if (name === 'removeEventListener') listeners -= 1;
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    for (let n = 0; n < 3; n += 1) await (await ask(`${url}/`, { signal: counted })).arrayBuffer();
    await sleep(20);
    expect(listeners).toBeLessThanOrEqual(0);
  });
});
