/** Bodies that come compressed, over a socket and as a function. */
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

const MAX = 50_000;
let gateway: RunningGateway;
let coalescing: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({ limits: { maxBodyBytes: MAX } });
  coalescing = await startGateway({ limits: { maxBodyBytes: MAX }, coalesce: true });
});
afterAll(() => Promise.all([gateway.close(), coalescing.close()]));

interface Answer {
  readonly status: number | undefined;
  readonly acceptEncoding: string | null | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: what the body holds is what is tested
  readonly body: any;
}

const headersOf = (coding: string) => ({
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
  'content-encoding': coding,
});

/** Byte for byte, with its length or in chunks. */
function overSocket(url: string, body: Buffer, coding: string, isChunked: boolean, agent?: Agent): Promise<Answer> {
  const length = isChunked ? {} : { 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method: 'POST', headers: { ...headersOf(coding), ...length }, agent },
      async (incoming) => {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) chunks.push(chunk);
        const [status, acceptEncoding] = [incoming.statusCode, incoming.headers['accept-encoding']?.toString()];
        resolve({ status, acceptEncoding, body: JSON.parse(Buffer.concat(chunks).toString()) });
      },
    );
    outgoing.once('error', reject);
    for (let at = 0; at < body.length; at += 1000) outgoing.write(body.subarray(at, at + 1000));
    outgoing.end();
  });
}

async function asFunction(target: RunningGateway, body: Buffer, coding: string): Promise<Answer> {
  const init = { method: 'POST', headers: headersOf(coding), body: new Uint8Array(body) };
  const response = await target.fetch(new Request(target.url, init));
  const acceptEncoding = response.headers.get('accept-encoding');
  return { status: response.status, acceptEncoding, body: await response.json() };
}

/** The same in each way in which it can come. */
async function sendAll(body: Buffer, coding: string): Promise<Answer[]> {
  return [
    await overSocket(gateway.url, body, coding, false),
    await overSocket(gateway.url, body, coding, true),
    await overSocket(coalescing.url, body, coding, false),
    await asFunction(gateway, body, coding),
  ];
}

const query = (bytes = 0) => Buffer.from(JSON.stringify({ query: `{ __typename } # é${'x'.repeat(bytes)}` }));
const DATA = { data: { __typename: 'Query' } };
const CODINGS: [coding: string, compress: (body: Buffer) => Buffer][] = [
  ['gzip', gzipSync],
  ['GZip', gzipSync],
  ['x-gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['identity', (body) => body],
  ['identity, gzip', gzipSync],
];

test.each(CODINGS)('%s is read', async (coding, compress) => {
  for (const { status, body } of await sendAll(compress(query(30_000)), coding))
    expect([status, body]).toEqual([200, DATA]);
});

describe.each(CODINGS.filter(([coding]) => !coding.startsWith('identity')))('%s', (coding, compress) => {
  test('is limited by what it is inflated to, however small it is', async () => {
    const overhead = query().length;
    for (const { status, body } of await sendAll(compress(query(MAX - overhead)), coding))
      expect([status, body]).toEqual([200, DATA]);
    for (const size of [MAX - overhead + 1, 20_000_000]) {
      for (const { status, body } of await sendAll(compress(query(size)), coding)) {
        expect([status, body.errors[0].extensions.code]).toEqual([413, 'REQUEST_ENTITY_TOO_LARGE']);
      }
    }
  });

  test('that cannot be compressed may have the whole limit too', async () => {
    const noise = Array.from({ length: 33_000 }, (_, n) =>
      String.fromCharCode(33 + ((n * 7919 + ((n * n) % 131)) % 90)),
    );
    const body = Buffer.from(JSON.stringify({ query: '{ __typename }', x: noise.join('').replace(/["\\]/g, '.') }));
    for (const answer of await sendAll(compress(body), coding)) expect(answer.body).toEqual(DATA);
  });

  const whole = compress(query(5000));
  const flipped = Buffer.from(whole);
  flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 0xff;
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['JSON', query()],
    ['its beginning', whole.subarray(0, 5)],
    ['all but its end', whole.subarray(0, -1)],
    ['more than it', Buffer.concat([whole, Buffer.from('{"more":1}')])],
    ['it with another byte', flipped],
  ])('that is in truth %s is 400, and says so', async (_, body) => {
    for (const answer of await sendAll(body, coding)) {
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0]).toMatchObject({
        message: `The body of the request is not a complete ${coding.toLowerCase()} stream: it is cut off or damaged. Send it again.`,
        extensions: { code: 'BAD_REQUEST' },
      });
    }
  });
});

test.each(['zstd', 'compress', 'gzip, gzip', 'br, gzip', 'x', '__proto__', 'toString'])(
  '%s is 415, with what is taken',
  async (coding) => {
    for (const { status, acceptEncoding, body } of await sendAll(gzipSync(query()), coding)) {
      expect([status, acceptEncoding]).toEqual([415, 'gzip, br, deflate']);
      expect(body.errors[0]).toMatchObject({
        message: expect.stringContaining(`${JSON.stringify(coding.toLowerCase())} is not supported`),
        extensions: { code: 'BAD_REQUEST' },
      });
    }
  },
);

test('input that never becomes output is bounded too', async () => {
  const empty = gzipSync('');
  const body = Buffer.concat(Array.from({ length: 20_000 }, () => empty));
  for (const { status } of await sendAll(body, 'gzip')) expect(status).toBe(413);
});

describe('the connection answers on after a body that is too long', () => {
  let roomy: RunningGateway;
  beforeAll(async () => {
    roomy = await startGateway({ limits: { maxBodyBytes: 20 * MAX } });
  });
  afterAll(() => roomy.close());

  // It is too long where it begins, and too long to be taken from the connection by chance.
  const long = Buffer.concat([Buffer.alloc(30 * MAX), randomBytes(15 * MAX)]);
  test.each(
    CODINGS.flatMap(([coding, compress]) => [false, true].map((isChunked) => ({ coding, isChunked, compress }))),
  )('in $coding, in chunks: $isChunked', async ({ coding, isChunked, compress }) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect((await overSocket(roomy.url, compress(long), coding, isChunked, agent)).status).toBe(413);
    expect((await overSocket(roomy.url, compress(query()), coding, isChunked, agent)).body).toEqual(DATA);
    agent.destroy();
  });
});
