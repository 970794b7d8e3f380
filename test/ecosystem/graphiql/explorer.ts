/** Drives the page as a visitor does. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

export interface Explorer {
  readonly page: Page;
  /** Everything that the page, its workers included, has asked for. */
  readonly requestedUrls: readonly string[];
  /** What the browser complained of: errors of scripts, refused files, broken policies. */
  readonly complaints: readonly string[];
  openTab(name: string): Promise<void>;
  /** Puts an operation into the open tab. */
  write(operation: string): Promise<void>;
  /** As after the first visit: with what the browser's tab has kept. */
  reload(): Promise<void>;
  /** Runs the operation of the open tab, and waits until the answer has this text. */
  run(expected: string): Promise<void>;
  close(): Promise<void>;
}

const MAX_CLICKS = 3;

async function isThere(answer: Locator): Promise<boolean> {
  return answer.waitFor({ timeout: 8000 }).then(
    () => true,
    () => false,
  );
}

/** A first visit: nothing is stored yet. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = { viewport: { width: 1280, height: 800 } },
): Promise<Explorer> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requestedUrls: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requestedUrls.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  await untilReady(page, () => page.goto(url));
  return {
    page,
    requestedUrls,
    complaints,
    async openTab(name) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.locator('.graphiql-query-editor .view-line', { hasText: `query ${name}` }).waitFor();
    },
    async write(operation) {
      await page.locator('.graphiql-query-editor .view-line').first().click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(operation);
    },
    reload: () => untilReady(page, () => page.reload()),
    async run(expected) {
      const answer = page.locator('.graphiql-response .view-line', { hasText: expected }).first();
      // The page takes a moment to know the operation of a tab; a click before that runs nothing, or another one.
      for (let click = 1; click <= MAX_CLICKS; click += 1) {
        await page.getByRole('button', { name: /^Execute query/ }).click();
        if (await isThere(answer)) return;
      }
      throw new Error(`The answer does not show ${expected}.`);
    },
    close: () => context.close(),
  };
}

/** The editors are there one after the other; the page asks for the schema by itself. */
async function untilReady(page: Page, load: () => Promise<unknown>): Promise<void> {
  const schema = page.waitForResponse((response) => response.request().postData()?.includes('__schema') ?? false);
  await load();
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await page.locator('.graphiql-response .monaco-editor').waitFor();
  await (await schema).finished();
}
