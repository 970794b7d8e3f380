/** Answers are compressed for those who accept it, and are the same. */
import { request as send } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseCoding } from '../../../gateway/http/accept-encoding.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;
let off: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ gateway: { compression: true }, receipt: true, coalesce: true });
  off = await startGateway({ gateway: { compression: false } });
});
afterAll(() => Promise.all([gateway.close(), off.close()]));

const INTROSPECTION = '{ __schema { types { name description } } }';

interface Raw {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly bytes: Buffer;
}

/** Without what `fetch` does by itself. */
function post(query: string, headers: Readonly<Record<string, string>> = {}, url = gateway.url): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const own = { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` };
    const outgoing = send(url, { method: 'POST', headers: { ...own, ...headers } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode, headers: incoming.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify({ query }));
  });
}

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('a long answer in %s is the plain one, and says its length', async (coding, inflate) => {
  const plain = await post(INTROSPECTION);
  const coded = await post(INTROSPECTION, { 'accept-encoding': coding });
  expect(coded.headers).toMatchObject({
    'content-encoding': coding,
    'content-length': String(coded.bytes.length),
    'content-type': plain.headers['content-type'],
    'x-request-id': expect.any(String),
  });
  expect(inflate(coded.bytes).equals(plain.bytes)).toBe(true);
  expect(coded.bytes.length).toBeLessThan(plain.bytes.length / 3);
});

test('caches learn that it depends on the header, whoever asks', async () => {
  for (const headers of [{}, { 'accept-encoding': 'gzip' }])
    expect((await post(INTROSPECTION, headers)).headers.vary).toContain('Accept-Encoding');
});

test.each([
  ['a short answer', '{ __typename }', {}],
  ['a client that takes none', INTROSPECTION, { 'accept-encoding': 'identity' }],
  ['a client that refuses both', INTROSPECTION, { 'accept-encoding': 'br;q=0, gzip;q=0, *;q=1' }],
])('%s stays plain', async (_, query, headers) => {
  const { headers: received, bytes } = await post(query, { 'accept-encoding': 'br', ...headers });
  expect(received['content-encoding']).toBeUndefined();
  expect(JSON.parse(bytes.toString()).data).toBeDefined();
});

test('what a mutation answers stays plain, because it may be a secret', async () => {
  const many = Array.from({ length: 4 }, (_, index) => `${'t'.repeat(300)}${index}: __typename`).join(' ');
  const { headers, bytes } = await post(`mutation { ${many} }`, { 'accept-encoding': 'br, gzip' });
  expect([bytes.length > 1024, headers['content-encoding'], headers.vary]).toEqual([true, undefined, undefined]);
});

test('refusals, receipts and joined requests are compressed as any', async () => {
  const accept = { 'accept-encoding': 'gzip' };
  const long = await post(
    `{ ${'unknown '.repeat(30)} ${Array.from({ length: 20 }, (_, n) => `field${n}`).join(' ')} }`,
    accept,
  );
  expect([long.status, long.headers['content-encoding']]).toEqual([200, 'gzip']);
  const receipt = await post(INTROSPECTION, { ...accept, 'x-astra-receipt': 'true' });
  expect(JSON.parse(gunzipSync(receipt.bytes).toString()).extensions.upstream).toBeDefined();
  const together = await Promise.all([post(INTROSPECTION, accept), post(INTROSPECTION), post(INTROSPECTION, accept)]);
  const texts = together.map(({ headers, bytes }) =>
    (headers['content-encoding'] ? gunzipSync(bytes) : bytes).toString(),
  );
  expect(new Set(texts).size).toBe(1);
});

test('it is off where that is said', async () => {
  const { headers } = await post(INTROSPECTION, { 'accept-encoding': 'br' }, off.url);
  expect([headers['content-encoding'], headers.vary]).toEqual([undefined, undefined]);
});

describe('the coding', () => {
  test.each([
    [null, undefined],
    ['', undefined],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP, Br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['identity, gzip;q=0.5', undefined],
    ['identity;q=0.5, gzip;q=0.5', 'gzip'],
    ['gzip;q=2', undefined],
    ['deflate, zstd', undefined],
    ['gzip ; q=0.001', 'gzip'],
  ])('of %j is %j', (header, coding) => {
    expect(chooseCoding(header, ['br', 'gzip'])).toBe(coding);
  });
});
