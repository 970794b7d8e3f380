/** The bundle behind `downloadURL`, fetched over HTTP as drivers and clients fetch it: without a token. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../../../emulator/server/server.ts';
import { createClock, type Harness, openEmulator } from '../support/emulator-harness.ts';
import { unzip } from '../support/unzip.ts';

const NEW = { name: 'my db & co', cloudProvider: 'GCP', tier: 'serverless', capacityUnits: 1, region: 'us-east1' };
const DAY_MS = 24 * 60 * 60 * 1000;

const clock = createClock(Date.now());
let harness: Harness;
let server: Listening;
let id: string;
beforeAll(async () => {
  harness = await openEmulator({ now: clock.now });
  server = await listen(harness.emulator);
  id = (await devops('POST', '/v2/databases', { ...NEW, keyspace: 'shop' })).headers.get('location') ?? '';
});
afterAll(async () => {
  await server.close();
  await harness.emulator.close();
});

function devops(method: string, path: string, body?: object): Promise<Response> {
  const headers = { authorization: `Bearer ${harness.emulator.applicationToken}` };
  return fetch(server.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

interface Bundle {
  readonly downloadURL: string;
  readonly [name: string]: unknown;
}

async function bundle(databaseId = id): Promise<Bundle> {
  return (await (await devops('POST', `/v2/databases/${databaseId}/secureBundleURL`)).json()) as Bundle;
}

async function filesAt(url: string): Promise<Record<string, string>> {
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return unzip(Buffer.from(await answer.arrayBuffer()));
}

test('every address leads to a zip archive with the files of a bundle', async () => {
  const urls = Object.entries(await bundle()).filter(([name]) => name.startsWith('downloadURL'));
  expect(urls).toHaveLength(4);
  for (const [, url] of urls) {
    const files = await filesAt(String(url));
    expect(Object.keys(files)).toEqual(['README.txt', 'config.json', 'cqlshrc', 'ca.crt', 'cert', 'key']);
  }
});

test('the configuration names the emulator and the first keyspace', async () => {
  const files = await filesAt((await bundle()).downloadURL);
  const { hostname, port } = new URL(server.url);
  const config = JSON.parse(files['config.json'] ?? '');
  expect(config).toEqual({
    host: hostname,
    port: Number(port),
    cql_port: 29042,
    keyspace: 'shop',
    localDC: 'us-east1',
    caCertLocation: './ca.crt',
    certLocation: './cert',
    keyLocation: './key',
  });
  for (const name of ['caCertLocation', 'certLocation', 'keyLocation']) {
    expect(files[config[name].replace('./', '')]).toMatch(/^-----BEGIN /);
  }
});

test('the README names the authority, and says that the emulator does not speak CQL', async () => {
  const note = (await filesAt((await bundle()).downloadURL))['README.txt'];
  expect(note).toContain('emulator');
  expect(note).toContain('made by the emulator');
  expect(note).toContain('does not speak CQL');
});

describe('the certificates', () => {
  let files: Record<string, string>;
  let authority: X509Certificate;
  let certificate: X509Certificate;
  beforeAll(async () => {
    files = await filesAt((await bundle()).downloadURL);
    authority = new X509Certificate(files['ca.crt'] ?? '');
    certificate = new X509Certificate(files.cert ?? '');
  });

  test('are signed by the authority that comes with them', () => {
    expect([authority.ca, certificate.ca]).toEqual([true, false]);
    expect(authority.verify(authority.publicKey)).toBe(true);
    expect(certificate.checkIssued(authority)).toBe(true);
    expect(certificate.verify(authority.publicKey)).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(false);
  });

  test('fit the key, and TLS takes all three', () => {
    expect(certificate.checkPrivateKey(createPrivateKey(files.key ?? ''))).toBe(true);
    expect(() => createSecureContext({ ca: files['ca.crt'], cert: files.cert, key: files.key })).not.toThrow();
  });

  test('name the database and the emulator, and are valid for a year', () => {
    expect(certificate.subject).toBe(`CN=${id}`);
    expect(authority.subject).toContain('emulator');
    expect(certificate.issuer).toBe(authority.subject);
    expect(Date.parse(certificate.validFrom)).toBeLessThan(clock.now());
    expect(Date.parse(certificate.validTo) - clock.now()).toBeGreaterThan(360 * DAY_MS);
    expect(certificate.serialNumber).not.toBe(authority.serialNumber);
  });

  test('are others each time', async () => {
    const others = await filesAt((await bundle()).downloadURL);
    expect(others.key).not.toBe(files.key);
  });
});

test('they can be created at any time, also after 2050, with another date format', async () => {
  const late = createClock(Date.UTC(2049, 11, 1));
  const future = await openEmulator({ now: late.now });
  const made = await future.devops('POST', `/v2/databases/${future.emulator.defaultDatabaseId}/secureBundleURL`);
  const answer = await future.emulator.fetch(new Request((made.body as Bundle).downloadURL));
  const certificate = new X509Certificate(unzip(Buffer.from(await answer.arrayBuffer())).cert ?? '');
  expect([certificate.validFrom, certificate.validTo]).toEqual([
    expect.stringContaining('Nov 30 00:00:00 2049'),
    expect.stringContaining('Dec  1 00:00:00 2050'),
  ]);
  await future.emulator.close();
});

describe('an address', () => {
  const statusOf = async (url: string) => {
    const answer = await fetch(url);
    return [answer.status, /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1]];
  };

  test('is good for 300 seconds', async () => {
    const { downloadURL } = await bundle();
    expect(new URL(downloadURL).searchParams.get('X-Amz-Expires')).toBe('300');
    clock.pass(298_000);
    expect((await statusOf(downloadURL))[0]).toBe(200);
    clock.pass(2_000);
    expect(await statusOf(downloadURL)).toEqual([403, 'AccessDenied']);
    expect((await statusOf((await bundle()).downloadURL))[0]).toBe(200);
  });

  test.each([
    ['without its signature', (url: URL) => url.searchParams.delete('X-Amz-Signature')],
    ['with a longer time', (url: URL) => url.searchParams.set('X-Amz-Expires', '3000')],
    ['with a later date', (url: URL) => url.searchParams.set('X-Amz-Date', '20990101T000000Z')],
    [
      'of another database',
      (url: URL) => {
        url.pathname = url.pathname.replace(id, harness.emulator.defaultDatabaseId);
      },
    ],
    [
      'with another way',
      (url: URL) => {
        url.pathname = url.pathname.replace('/public/', '/internal/');
      },
    ],
    [
      'without a query',
      (url: URL) => {
        url.search = '';
      },
    ],
  ])('%s is refused', async (_, change) => {
    const url = new URL((await bundle()).downloadURL);
    change(url);
    expect(await statusOf(url.href)).toEqual([403, 'SignatureDoesNotMatch']);
  });

  test('of a database that is gone leads nowhere', async () => {
    const other = (await devops('POST', '/v2/databases', NEW)).headers.get('location') ?? '';
    const { downloadURL } = await bundle(other);
    await devops('POST', `/v2/databases/${other}/terminate`);
    expect(await statusOf(downloadURL)).toEqual([404, 'NoSuchKey']);
  });

  test('answers HEAD with the length alone', async () => {
    const answer = await fetch((await bundle()).downloadURL, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  test('stands in the description of each datacenter too', async () => {
    const read = await devops('GET', `/v2/databases/${id}`);
    const { datacenters } = ((await read.json()) as { info: { datacenters: Record<string, string>[] } }).info;
    for (const [name, url] of Object.entries(datacenters[0] ?? {})) {
      if (/^secureBundle\w*Url$/.test(name)) expect(Object.keys(await filesAt(url))).toContain('config.json');
    }
  });
});

test('a fault that breaks an answer off breaks the archive off too', async () => {
  const { downloadURL } = await bundle();
  harness.emulator.faults.add({
    match: { target: /secure-bundles/ },
    times: 1,
    fault: { kind: 'truncate', afterBytes: 10 },
  });
  await expect(fetch(downloadURL).then((answer) => answer.arrayBuffer())).rejects.toThrow();
  expect(Object.keys(await filesAt(downloadURL))).toContain('key');
});
