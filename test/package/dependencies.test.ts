/** Every package that users get with this one is there for a reason, which CONTRIBUTING.md tells. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

test('the table of dependencies is that of package.json', () => {
  const [, section = ''] = read('CONTRIBUTING.md').split('## What it depends upon');
  const rows = [...section.matchAll(/^\| `([^`]+)` +\| +(\S.*?) *\|$/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual(Object.keys(JSON.parse(read('package.json')).dependencies).sort());
});
