/** Drives the page as a visitor does. */
import type { Browser, Page } from 'playwright-core';

export interface Explorer {
  readonly page: Page;
  /** Everything that the page, its workers included, has asked for. */
  readonly requestedUrls: readonly string[];
  /** What the browser complained of: errors of scripts, refused files, broken policies. */
  readonly complaints: readonly string[];
  openTab(name: string): Promise<void>;
  /** As after the first visit: with what the browser's tab has kept. */
  reload(): Promise<void>;
  /** Runs the operation of the open tab, and waits until the answer has this text. */
  run(expected: string): Promise<void>;
  close(): Promise<void>;
}

/** A first visit: nothing is stored yet. */
export async function visit(browser: Browser, url: string): Promise<Explorer> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const requestedUrls: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requestedUrls.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  await page.goto(url);
  await untilReady(page);
  return {
    page,
    requestedUrls,
    complaints,
    async openTab(name) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.locator('.graphiql-query-editor .view-line', { hasText: `query ${name}` }).waitFor();
    },
    async reload() {
      await page.reload();
      await untilReady(page);
    },
    async run(expected) {
      await page.getByRole('button', { name: /^Execute query/ }).click();
      await page.locator('.graphiql-response .view-line', { hasText: expected }).first().waitFor();
    },
    close: () => context.close(),
  };
}

/** The editors are there one after the other, and the schema after them. */
async function untilReady(page: Page): Promise<void> {
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await page.locator('.graphiql-response .monaco-editor').waitFor();
  await page.waitForLoadState('networkidle');
}
