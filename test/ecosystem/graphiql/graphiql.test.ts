/** The GraphiQL page in a browser that has no network. `SCREENSHOTS=1` takes those of the README and the pages anew. */
import { fileURLToPath } from 'node:url';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { CHROMIUM_PATH, launchBrowser } from './browser.ts';
import { type Explorer, visit } from './explorer.ts';

const isSkipped = CHROMIUM_PATH === undefined && process.env.CI !== 'true';
const TITLE = isSkipped ? 'GraphiQL (skipped: CHROMIUM_PATH names no browser)' : 'GraphiQL';

describe.skipIf(isSkipped)(TITLE, () => {
  let gateway: RunningGateway;
  let browser: Browser;
  let explorer: Explorer;

  beforeAll(async () => {
    if (CHROMIUM_PATH === undefined) throw new Error('CHROMIUM_PATH must name Chromium where CI is true.');
    gateway = await startGateway({ emulator: { sample: true }, receipt: true });
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await gateway?.close();
  });
  beforeEach(async () => {
    explorer = await visit(browser, gateway.url);
  });
  afterEach(() => explorer.close());

  async function enterToken(): Promise<void> {
    await explorer.page.getByLabel('Token').fill(gateway.emulator.applicationToken);
    // The menu of graphs asks with the token too.
    await explorer.page.locator('.astra-surface option', { hasText: 'travel' }).waitFor({ state: 'attached' });
  }

  async function screenshot(name: string): Promise<void> {
    if (!process.env.SCREENSHOTS) return;
    const folder = new URL('../../../gateway/graphiql/screenshots/', import.meta.url);
    await explorer.page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)) });
  }

  test('loads from the gateway alone, without a complaint of the browser', async () => {
    const { page, requestedUrls, complaints } = explorer;
    const tabs = await page.locator('.graphiql-tab-button').allTextContents();
    expect(tabs.slice(0, 7)).toEqual(['Database', 'Keyspace', 'Table', 'Row', 'Namespace', 'Collection', 'Document']);
    const { origin } = new URL(gateway.url);
    expect(requestedUrls.filter((url) => !url.startsWith(`${origin}/graphql`) && url !== 'data:,')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('could not load from elsewhere', async () => {
    const fetched = explorer.page.evaluate(() => fetch('https://cdn.jsdelivr.net/').then(String, String));
    expect(await fetched).toContain('TypeError');
    const other = await browser.newPage();
    await expect(other.goto('http://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    await other.close();
  });

  test('introspects, and marks what the schema does not have: its workers work', async () => {
    const { page } = explorer;
    await explorer.write('{ keyspace(name: "travel") { nonsense } }');
    await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
    const workers = page.workers().map((worker) => worker.url().replace(/^.*\//, ''));
    expect(workers).toContain('graphql.worker.js');
    expect(workers).toContain('json.worker.js');
  });

  test('shows the documentation', async () => {
    const { page } = explorer;
    await enterToken();
    await explorer.openTab('Row');
    await explorer.run('"row": {');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    const documentation = page.locator('.graphiql-doc-explorer');
    await documentation.getByText('docs/reference/README.md').waitFor();
    await documentation.getByRole('link', { name: 'Query', exact: true }).click();
    await documentation.getByRole('link', { name: 'Keyspace', exact: true }).first().click();
    await documentation.getByText('The tables with their columns').first().waitFor();
    await screenshot('documentation');
  });

  test('sends the token with each operation, and keeps it over a reload, but not on the disk', async () => {
    const { page } = explorer;
    await explorer.run('UNAUTHENTICATED');
    await enterToken();
    await explorer.run('"status": "ACTIVE"');
    await explorer.reload();
    await explorer.openTab('Collection');
    await explorer.run('"magnitude"');
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(stored).not.toContain(gateway.emulator.applicationToken);
  });

  test('draws the upstream calls of an operation as a waterfall', async () => {
    const { page } = explorer;
    await enterToken();
    gateway.clearUpstreamRequests();
    await explorer.openTab('Row');
    await explorer.run('"row": {');
    const calls = page.locator('.astra-waterfall li');
    await calls.first().waitFor();
    expect(await calls.count()).toBe(gateway.upstreamRequests().length);
    expect(await calls.locator('.astra-status').allTextContents()).toEqual(['200', '200', '200', '200']);
    expect(await calls.last().textContent()).toMatch(
      /GET \/v2\/keyspaces\/\{keyspace\}\/\{table\}.*13 keys · .* kB · .* ms/,
    );
    await expectStairs(page.locator('.astra-lane'), page.locator('.astra-lane b'));
    expect(await page.locator('.astra-saved').textContent()).toContain('The loaders saved 29 reads');
    await screenshot('upstream');
  });

  /** Runs an operation after one that has drawn a waterfall. */
  async function refuse(operation: string, reason: string): Promise<void> {
    const { page } = explorer;
    await enterToken();
    await explorer.openTab('Row');
    await explorer.run('"row": {');
    await page.locator('.astra-waterfall li').first().waitFor();
    gateway.clearUpstreamRequests();
    await explorer.write(operation);
    await explorer.run(reason);
    await page.locator('.astra-upstream', { hasText: 'was refused before anything was asked upstream' }).waitFor();
    expect(await page.locator('.astra-upstream').textContent()).toContain(reason);
    expect(await page.locator('.astra-waterfall').count()).toBe(0);
    expect(gateway.upstreamRequests()).toEqual([]);
  }

  test('says that an operation was refused, and draws no calls of another', async () => {
    await refuse('query Wrong { keyspace(name: "travel") { nonsense } }', 'Cannot query field');
  });

  test('says it of an operation that costs too much', async () => {
    const rows = (inner: string) => `rows(first: 1000) { nodes { ${inner} } }`;
    const related = (inner: string) =>
      `relatedRows(table: "flights", key: [{ column: "origin", from: "iata" }], first: 1000) { nodes { ${inner} } }`;
    const fields = rows(related(related('id')));
    await refuse(`query Costly { keyspace(name: "travel") { table(name: "airports") { ${fields} } } }`, 'are allowed');
  });

  test('shows above the calls what would save most of them', async () => {
    const { page } = explorer;
    await enterToken();
    // A Stargate reads documents one by one.
    const documents = Array.from({ length: 12 }, (_, index) => `d${index}: document(documentId: "${index}") { id }`);
    const fields = `collection(name: "earthquakes") { ${documents.join(' ')} }`;
    await explorer.write(`query Many { namespace(name: "geology") { ${fields} } }`);
    await explorer.run('"d11"');
    const [hint, calls] = [page.locator('.astra-hint').first(), page.locator('.astra-waterfall')];
    await hint.waitFor();
    expect((await hint.boundingBox())?.y).toBeLessThan((await calls.boundingBox())?.y ?? 0);
  });

  test('builds an operation by clicks', async () => {
    const { page } = explorer;
    await enterToken();
    await page.getByRole('button', { name: 'Show Builder' }).click();
    const builder = page.locator('.astra-builder');
    // Those of the first tab, whose comments stay.
    await builder.getByLabel('region', { exact: true }).uncheck();
    const root = (name: string) => builder.locator('> ul > li > label', { hasText: new RegExp(`^${name} `) });
    await root('database').locator('input').uncheck();
    await root('keyspace').locator('input').check();
    await builder.getByRole('textbox', { name: 'name' }).fill('"travel"');
    await builder.getByRole('textbox', { name: 'name' }).press('Tab');
    await builder.getByLabel('typedEndpoint', { exact: true }).check();
    await explorer.run('"typedEndpoint": "/graphql/travel"');
    expect(await page.locator('.graphiql-query-editor').textContent()).toContain('A\u00a0database:\u00a0what');
  });

  test('cuts no comment of the examples in a window of 1400 pixels', async () => {
    const wide = await visit(browser, gateway.url, { viewport: { width: 1400, height: 900 } });
    await expectUncut(wide);
    for (const name of ['Table', 'Row']) {
      await wide.openTab(name);
      await expectUncut(wide);
    }
    await wide.close();
  });

  test('can be read and run on a phone', async () => {
    const phone = await visit(browser, gateway.url, {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    await phone.page.getByLabel('Token').fill(gateway.emulator.applicationToken);
    await phone.openTab('Row');
    await expectUncut(phone);
    await phone.run('"row": {');
    await phone.page.getByRole('button', { name: 'Show Upstream' }).tap();
    const parts = ['.graphiql-query-editor', '.graphiql-response', '.astra-upstream', '.astra-waterfall'];
    for (const part of parts) {
      const box = await phone.page.locator(part).boundingBox();
      expect(box?.width, part).toBeGreaterThan(250);
      expect((box?.x ?? 0) + (box?.width ?? 0), part).toBeLessThanOrEqual(390);
    }
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await phone.close();
  });
});

/** Lines of operations are wrapped before the buttons beside them. */
async function expectUncut({ page }: Explorer): Promise<void> {
  const end = (await page.locator('.graphiql-toolbar').boundingBox())?.x ?? 0;
  const lines = await page.locator('.graphiql-query-editor .view-line > span').all();
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const box = await line.boundingBox();
    if (box) expect(box.x + box.width).toBeLessThanOrEqual(end);
  }
}

/** Each bar lies in its lane, and begins no earlier than the one above it. */
async function expectStairs(lanes: Locator, bars: Locator): Promise<void> {
  let startedAt = 0;
  for (const [index, bar] of (await bars.all()).entries()) {
    const outer = await lanes.nth(index).boundingBox();
    const inner = await bar.boundingBox();
    if (!outer || !inner) throw new Error('A bar or its lane is not drawn.');
    expect(inner.x).toBeGreaterThanOrEqual(Math.max(outer.x, startedAt));
    expect(inner.width).toBeGreaterThan(0);
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + 2);
    startedAt = inner.x;
  }
}
