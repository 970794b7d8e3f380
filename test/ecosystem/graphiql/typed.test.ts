/** The pages of typed graphs in a browser, as they are after `npm start`. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createFolder, type Started, start } from '../../gateway/cli/process.ts';
import { CHROMIUM_PATH, launchBrowser } from './browser.ts';
import { type Explorer, visit } from './explorer.ts';

const isSkipped = CHROMIUM_PATH === undefined && process.env.CI !== 'true';
const TITLE = isSkipped
  ? 'GraphiQL of typed graphs (skipped: CHROMIUM_PATH names no browser)'
  : 'GraphiQL of typed graphs';

describe.skipIf(isSkipped)(TITLE, () => {
  const { folder, remove } = createFolder();
  let gateway: Started;
  let url: string;
  let browser: Browser;
  let explorer: Explorer;

  beforeAll(async () => {
    if (CHROMIUM_PATH === undefined) throw new Error('CHROMIUM_PATH must name Chromium where CI is true.');
    gateway = start(folder, ['serve', '--memory', '--port', '0', '--quiet']);
    url = await gateway.url;
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    gateway.child.kill('SIGTERM');
    await gateway.ended;
    remove();
  });
  afterEach(async () => {
    const { complaints } = explorer;
    await explorer.close();
    // Who leaves a page ends what it is still asking for.
    expect(complaints.filter((each) => !each.endsWith('net::ERR_ABORTED'))).toEqual([]);
  });

  /** The editor would close a bracket that comes first. */
  const write = (query: string) => explorer.write(`query It ${query}`);

  /** What the editor offers at the caret, which `|` marks: its list shows a dozen. */
  async function completions(query: string): Promise<string[]> {
    const { page } = explorer;
    const [, closing = ''] = query.split('|');
    await write(query.replace('|', ''));
    for (const _ of closing) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Space');
    const rows = page.locator('.suggest-widget .monaco-list-row .label-name');
    await rows.first().waitFor();
    const offered = await rows.allTextContents();
    await page.keyboard.press('Escape');
    return offered;
  }

  const all = (...names: readonly string[]) => expect.arrayContaining([...names]);

  test('the menu has all graphs, and leads to them', async () => {
    explorer = await visit(browser, url);
    const { page } = explorer;
    const menu = page.locator('.astra-surface select');
    expect(await menu.inputValue()).toBe('/graphql');
    await menu.locator('option', { hasText: 'travel' }).waitFor({ state: 'attached' });
    for (const keyspace of ['travel', 'geology']) {
      await menu.locator('option', { hasText: keyspace }).waitFor({ state: 'attached' });
      await menu.selectOption(keyspace);
      await page.waitForURL(`${url}/${keyspace}`);
      await page.locator('.graphiql-response .monaco-editor').waitFor();
    }
    await menu.locator('option', { hasText: 'universal graph' }).waitFor({ state: 'attached' });
    await menu.selectOption('universal graph');
    await page.waitForURL(url);
    await page.locator('.graphiql-response .monaco-editor').waitFor();
  });

  test('/graphql/travel completes tables, columns and edges, and marks what is no column', async () => {
    explorer = await visit(browser, `${url}/travel`);
    expect(await completions('{ airp| }')).toEqual(all('airports', 'airports_by_key'));
    expect(await completions('{ fli| }')).toEqual(all('flights', 'flights_by_key'));
    const columns = await completions('{ airports_by_key(iata: "HNL") { | } }');
    expect(columns).toEqual(all('city', 'departures', 'iata', 'latitude', 'name', 'state'));
    expect(await completions('{ flights(first: 1) { nodes { t| } } }')).toEqual(all('to'));
    const searchable = await completions('{ flights(where: { | }) { nodes { day } } }');
    expect(searchable).toEqual(all('origin', 'day', 'departure', 'destination'));
    await write('{ airports_by_key(iata: "HNL") { nam } }');
    await explorer.page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
    await write('{ airports_by_key(iata: "HNL") { departures(first: 1) { nodes { to { name } } } } }');
    await explorer.run('"departures": {');
  });

  test('/graphql/geology has typed earthquakes', async () => {
    explorer = await visit(browser, `${url}/geology`);
    expect(await completions('{ qua| }')).toEqual(all('quake', 'quake_by_id'));
    expect(await completions('{ quake(first: 1) { nodes { mag| } } }')).toEqual(all('magnitude', 'magnitudeType'));
    expect(await completions('{ quake(first: 1) { nodes { location { | } } } }')).toEqual(all('latitude', 'depthKm'));
    await write('{ quake(first: 2) { nodes { title magnitude location { depthKm } } } }');
    await explorer.run('"magnitude":');
  });
});
