/** Tables of the pages hold what the code has: limits with their defaults, codes of errors, capabilities. */
import { readFileSync } from 'node:fs';
import { isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import { DATA_API_CAPABILITIES, STARGATE_CAPABILITIES } from '../../datasources/back-ends/capabilities.ts';
import type { Setting } from '../../gateway/config/setting.ts';
import { SETTINGS } from '../../gateway/config/settings.ts';
import { createSchema } from '../../schema/schema.ts';
import { readPage, rowsOf } from './pages.ts';

test('production.md and upstream-failures.md name each limit with its default', () => {
  const limits = readPage('docs/production.md');
  const times = readPage('docs/upstream-failures.md');
  const rows = [...limits.matchAll(/^\|.*\| +`([^`]*)` +\| +(?:`([^`]*)`)? *\|[^|]*\| +`([A-Z_]+)` +\|$/gm)];
  const timeRows = [...times.matchAll(/^\|.*\| +([\d,]+) +\|[^|]*\| +`([A-Z_]+)` +\|$/gm)];
  const printed = [
    ...rows.map(([, usual, inProduction, env]) => [env, usual, inProduction]),
    ...timeRows.map(([, usual, env]) => [env, usual?.replaceAll(',', ''), undefined]),
  ];
  const isLimit = ({ env, kind, inProduction }: Setting) =>
    inProduction !== undefined || (kind === 'integer' && /_(MAX|PER|APQ|BREAKER)_|(?<!DRAIN_)TIMEOUT/.test(env));
  const expected = Object.values<Setting>(SETTINGS).filter(isLimit);
  expect(printed.sort()).toEqual(
    expected.map((setting) => [setting.env, setting.default, setting.inProduction]).sort(),
  );
});

test('observability.md names the events of the log', () => {
  const source = readFileSync(new URL('../../gateway/observability/log.ts', import.meta.url), 'utf8');
  const events = new Set([...source.matchAll(/event: '([\w-]+)'/g)].map(([, event]) => event));
  const named = rowsOf('docs/observability.md').map(([name = '']) => name);
  expect(named.filter((name) => !name.includes('_')).sort()).toEqual([...events].sort());
});

test('errors.md has the codes of the schema with their descriptions; "npm run schema" writes them', () => {
  const expected = valuesOf('ErrorCode').map(({ name, description }) => [name, description?.replaceAll('\n', ' ')]);
  expect(rowsOf('docs/errors.md')).toEqual(expected);
});

test('back-ends.md says what each back end is capable of', () => {
  const names = valuesOf('Capability').map(({ name }) => name);
  const printed = rowsOf('docs/back-ends.md').filter(([name = '']) => names.includes(name));
  expect(printed.map(([name]) => name).sort()).toEqual([...names].sort());
  for (const [name, stargate, dataApi] of printed) {
    if (name === 'DEVOPS' || name === 'REPLICATION') continue;
    const has = (capabilities: readonly string[]) => (capabilities.includes(name ?? '') ? 'yes' : 'no');
    expect([name, stargate, dataApi]).toEqual([name, has(STARGATE_CAPABILITIES), has(DATA_API_CAPABILITIES)]);
  }
});

function valuesOf(name: string) {
  const type = createSchema().getType(name);
  return isEnumType(type) ? type.getValues() : [];
}
