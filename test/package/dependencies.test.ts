/** Every package that users get with this one is there for a reason, which CONTRIBUTING.md tells. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

test('the table of dependencies is that of package.json', () => {
  const [, section = ''] = read('CONTRIBUTING.md').split('## Dependencies');
  const rows = [...section.matchAll(/^\| `([^`]+)` +\| +(\S.*?) *\|$/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual(Object.keys(JSON.parse(read('package.json')).dependencies).sort());
});

interface LockedPackage {
  readonly engines?: { readonly node?: string };
}

test('every package runs on the oldest Node that is promised', () => {
  const promised = JSON.parse(read('package.json')).engines.node.replace('>=', '');
  const packages: Record<string, LockedPackage> = JSON.parse(read('package-lock.json')).packages;
  const wrong = Object.entries(packages).flatMap(([path, { engines }]) =>
    engines?.node === undefined || runsOn(promised, engines.node) ? [] : [`${path}: ${engines.node}`],
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['20.19', '>=18.0.0', true],
  ['20.19', '>= 20.19.0', true],
  ['20.19', '>=22.15.0', false],
  ['20.19', '>=20.20', false],
  ['20.19', '^20.17.0 || >=22.9.0', true],
  ['20.19', '^18.0.0 || ^22.13.0', false],
  ['20.19', '18 || 20 || >=22', true],
  ['20.19', '*', true],
])('%s is in the range %s: %s', (version, range, isIn) => {
  expect(runsOn(version, range)).toBe(isIn);
});

/** Understands the ranges that `engines` has: alternatives, each with one lower bound. */
function runsOn(version: string, range: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return range.split('||').some((alternative) => {
    const [, operator = '', least = '0', leastMinor = '0'] =
      /^\s*([^\d\s]*)\s*(\d+)?(?:\.(\d+))?/.exec(alternative) ?? [];
    if (Number(least) === major) return Number(leastMinor) <= minor;
    return (
      operator !== '^' && operator !== '~' && (operator !== '' || alternative.trim() === '') && Number(least) < major
    );
  });
}
