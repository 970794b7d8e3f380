/** Links between the pages lead somewhere: to a file that is there, and to a heading of it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGES } from './pages.ts';

const ROOT = new URL('../../', import.meta.url);
const decisions = readdirSync(new URL('docs/decisions/', ROOT)).map((name) => `docs/decisions/${name}`);
const reference = readdirSync(new URL('docs/reference/', ROOT))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/reference/${name}`);
const others = ['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'bench/README.md', 'examples/README.md'];

test.each([...PAGES, ...decisions, ...reference, ...others])('%s', (page) => {
  const base = new URL(page, ROOT);
  const targets = [...textOf(base).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = '']) => target);
  expect(targets.filter((target) => !leadsSomewhere(new URL(target, base)))).toEqual([]);
});

test('every page is linked from the README', () => {
  const readme = readFileSync(new URL('README.md', ROOT), 'utf8');
  expect(PAGES.filter((page) => page !== 'README.md' && !readme.includes(`](${page})`))).toEqual([]);
});

function leadsSomewhere(url: URL): boolean {
  const file = new URL(url.pathname, url);
  if (!existsSync(file)) return false;
  return url.hash === '' || (statSync(file).isFile() && anchorsOf(file).includes(url.hash.slice(1)));
}

/** As GitHub makes them of headings. */
function anchorsOf(file: URL): string[] {
  return [...textOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Without its blocks of code. */
function textOf(file: URL): string {
  return readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
}
