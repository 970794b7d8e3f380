/** The React page on the typed graph, built as its reader builds it, in a browser; page and gateway are of two origins. */
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFolder, type Started, start } from '../../gateway/cli/process.ts';
import { CHROMIUM_PATH, launchBrowser } from '../graphiql/browser.ts';
import { findCasts } from './casts.ts';
import { copyExample, type Example } from './example.ts';

const isSkipped = CHROMIUM_PATH === undefined && process.env.CI !== 'true';
const TITLE = isSkipped ? 'in a browser (skipped: CHROMIUM_PATH names no browser)' : 'in a browser';

let gateway: Started;
let endpoint: string;
let example: Example;
const { folder, remove } = createFolder();

beforeAll(async () => {
  gateway = start(folder, ['serve', '--memory', '--port', '0']);
  endpoint = `${await gateway.url}/travel`;
  example = copyExample('react-apollo');
  await example.run('build', { VITE_GATEWAY_URL: endpoint });
}, 180_000);
afterAll(async () => {
  gateway.child.kill('SIGTERM');
  await gateway.ended;
  remove();
});

test('it has no cast, and no expression whose type is any', () => {
  const isOwn = (path: string) => /^(src|codegen)\b/.test(path) && !path.startsWith('src/generated/');
  const { files, casts } = findCasts(fileURLToPath(example.folder), isOwn);
  expect(casts).toEqual([]);
  expect(files).toBeGreaterThan(10);
});

describe.skipIf(isSkipped)(TITLE, () => {
  let site: PreviewServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    if (CHROMIUM_PATH === undefined) throw new Error('CHROMIUM_PATH must name Chromium where CI is true.');
    site = await preview({ root: fileURLToPath(example.folder), preview: { host: '127.0.0.1', port: 0 } });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(site.resolvedUrls?.local[0] ?? '');
    await airports().getByRole('row').first().waitFor();
  });
  afterEach(async () => {
    await page.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  const airports = () => page.getByRole('region', { name: 'Airports' });
  const departures = () => page.getByRole('region', { name: 'Departures' });
  const airport = (iata: string) => airports().locator(`#${iata}`);

  async function choose(state: string): Promise<void> {
    await page.getByLabel('State', { exact: true }).first().fill(state);
    await airports().getByRole('row').first().waitFor();
  }

  async function fill(form: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await form.getByLabel(name).fill(value);
  }

  test('page and gateway are of two origins', () => {
    expect(new URL(page.url()).origin).not.toBe(new URL(endpoint).origin);
  });

  test('it lists airports, and pages that grow together', async () => {
    const rows = airports().getByRole('row');
    expect(await rows.count()).toBe(10);
    await airports().getByRole('button', { name: 'More' }).click();
    await rows.nth(19).waitFor();
    const codes = await rows.getByRole('rowheader').allTextContents();
    expect(new Set(codes).size).toBe(20);
  });

  test('another condition is another list', async () => {
    await choose('HI');
    await airport('HNL').waitFor();
    const rows = await airports().getByRole('row').allTextContents();
    expect(rows.filter((text) => !text.includes(', HI'))).toEqual([]);
  });

  test('it follows edges: departures, their pages, where they go to, and a document of another keyspace', async () => {
    await choose('HI');
    await airport('HNL').getByRole('button', { name: 'Departures' }).click();
    await departures().getByRole('heading', { name: 'Honolulu International' }).waitFor();
    const flights = departures().getByRole('listitem');
    await flights.nth(4).waitFor();
    await departures().getByRole('button', { name: 'More' }).click();
    await flights.nth(9).waitFor();
    const target = flights.first().getByRole('button');
    const name = (await target.textContent()) ?? '';
    await target.click();
    await departures()
      .getByRole('heading', { name: `Departures from ${name}` })
      .waitFor();
    await departures()
      .getByText(/nearest earthquake: M /)
      .waitFor();
  });

  test('it creates, edits and deletes a row, and shows what each did', async () => {
    await choose('HI');
    const form = page.getByRole('form', { name: 'New airport' });
    await fill(form, { Code: 'ZZ1', Name: 'Nowhere', City: 'Hilo', State: 'HI' });
    await form.getByRole('button').click();
    await airport('ZZ1').getByText('Nowhere, Hilo, HI').waitFor();
    expect(await form.getByLabel('Code').inputValue()).toBe('');

    await airport('ZZ1').getByRole('button', { name: 'Edit' }).click();
    const edit = page.getByRole('form', { name: 'Edit ZZ1' });
    await fill(edit, { Name: 'Somewhere', City: '' });
    await edit.getByRole('button').click();
    await airport('ZZ1').getByText('Somewhere, HI').waitFor();

    await airport('ZZ1').getByRole('button', { name: 'Delete' }).click();
    await airport('ZZ1').waitFor({ state: 'detached' });
    await page.reload();
    await choose('HI');
    expect(await airport('ZZ1').count()).toBe(0);
  });

  test('it shows why a write fails, and keeps what was typed', async () => {
    const form = page.getByRole('form', { name: 'New airport' });
    await fill(form, { Code: 'HNL', Name: 'Another' });
    await form.getByRole('button').click();
    const alert = form.getByRole('alert');
    expect(await alert.textContent()).toMatch(/HNL.*\(CONFLICT\)$/);
    expect(await form.getByLabel('Code').inputValue()).toBe('HNL');
    await form.getByLabel('Code').fill('');
    await form.getByRole('button').click();
    await form.getByText('BAD_USER_INPUT').waitFor();
  });

  test('it shows that the gateway cannot be reached', async () => {
    await page.route(endpoint, (route) => route.abort());
    await page.getByLabel('State', { exact: true }).first().fill('AK');
    await airports().getByRole('alert').getByText('The gateway was not reached').waitFor();
    expect(complaints.splice(0)).toEqual([expect.stringContaining('net::ERR_FAILED')]);
  });
});
