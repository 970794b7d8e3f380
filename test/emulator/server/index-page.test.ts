/** `GET /`, for people and for programs. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../../emulator/server/server.ts';
import { type Harness, openEmulator } from '../support/emulator-harness.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const run = promisify(execFile);

let harness: Harness;
let server: Listening;
beforeAll(async () => {
  harness = await openEmulator();
  server = await listen(harness.emulator);
});
afterAll(async () => {
  await server.close();
  await harness.emulator.close();
});

async function page(origin = server.url): Promise<string> {
  return (await harness.ask('GET', `${origin}/`, { headers: { accept: BROWSER } })).text;
}

/** The lines that the page proposes, as text. */
function curlLines(html: string): string[] {
  const lines = [...html.matchAll(/<pre>(curl .*?)<\/pre>/g)].map(([, line = '']) => line);
  return lines.map((line) => line.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))));
}

test.each([
  [BROWSER, true],
  ['text/html', true],
  ['text/html;q=0.9, application/json', false],
  ['application/json, text/html;q=0.5', false],
  ['application/json, text/plain, */*', false],
  ['text/html;q=0.1, */*', false],
  ['*/*', false],
  [undefined, false],
])('who accepts %s gets the page: %s', async (accept, isHtml) => {
  const { headers, body } = await harness.ask('GET', '/', { headers: accept === undefined ? {} : { accept } });
  expect(headers.get('content-type')).toBe(isHtml ? 'text/html; charset=utf-8' : 'application/json');
  if (!isHtml) expect(body).toMatchObject({ devopsBaseUrl: 'http://emulator', databases: [{ status: 'ACTIVE' }] });
});

test('the page shows databases, base URLs and the token, and is self-contained', async () => {
  const html = await page();
  const { defaultDatabaseId, applicationToken } = harness.emulator;
  expect(html).toContain(`${server.url}/${defaultDatabaseId}-us-east1/api/rest`);
  expect(html).toContain(`${server.url}/${defaultDatabaseId}-us-east1/api/json/v1`);
  expect(html).toContain(applicationToken);
  expect(html).toContain('<td>ACTIVE</td>');
  expect(html).not.toMatch(/src=|<link|<script|url\(|@import/);
});

test('the token is not shown under a name that a web page may have made up', async () => {
  const html = await page('http://rebound.example.org');
  expect(html).not.toContain('AstraCS');
  expect(html).toContain('$TOKEN');
  expect(await page('http://localhost:8090')).toContain(harness.emulator.applicationToken);
});

test('a database is shown by its name, whatever signs that has', async () => {
  const body = { name: 'a<b>&c', cloudProvider: 'GCP', tier: 'serverless', capacityUnits: 1, region: 'us-east1' };
  expect((await harness.devops('POST', '/v2/databases', body)).status).toBe(201);
  const html = await page();
  expect(html).toContain('<td>a&#60;b&#62;&#38;c</td>');
});

test.each(['without data', 'with a table', 'with a collection'])('the lines for curl work %s', async (state) => {
  if (state === 'with a table') {
    await harness.data('POST', '/v2/schemas/keyspaces', { name: 'shop' });
    const primaryKey = { partitionKey: ['id'], clusteringKey: [] };
    const columnDefinitions = [{ name: 'id', typeDefinition: 'int' }];
    await harness.data('POST', '/v2/schemas/keyspaces/shop/tables', { name: 'items', columnDefinitions, primaryKey });
  }
  if (state === 'with a collection') {
    await harness.data('DELETE', '/v2/schemas/keyspaces/shop');
    await harness.data('POST', '/v2/schemas/namespaces', { name: 'wiki' });
    await harness.data('POST', '/v2/namespaces/wiki/collections', { name: 'pages' });
  }
  const lines = curlLines(await page());
  expect(lines).toHaveLength(4);
  for (const line of lines) {
    const { stdout } = await run('sh', ['-c', `${line} --silent --show-error --fail-with-body`]);
    expect(() => JSON.parse(stdout)).not.toThrow();
  }
});
