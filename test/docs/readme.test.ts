/** Holds README.md to the code: its query and answer, its table of settings, its table of error codes. */
import { readFileSync } from 'node:fs';
import { isEnumType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Setting } from '../../gateway/config/setting.ts';
import { SETTINGS } from '../../gateway/config/settings.ts';
import { createSchema } from '../../schema/schema.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** One for each API that the sample data can be read by. */
let gateways: readonly RunningGateway[];

beforeAll(async () => {
  const apis = ['stargate', 'data'] as const;
  gateways = await Promise.all(apis.map((api) => startGateway({ api, emulator: { sample: true } })));
}, 60_000);

afterAll(() => Promise.all(gateways.map((each) => each.close())));

test.each([0, 1])('the query has the answer that is printed, at the cost that is named (%i)', async (index) => {
  const each = gateways[index] as RunningGateway;
  const [query = '', answer = ''] = ['graphql', 'json'].map((language) => block(language));
  each.clearUpstreamRequests();
  expect(await each.query(query)).toEqual(JSON.parse(answer));
  expect(readme).toContain('It cost four upstream requests');
  expect(each.upstreamRequests()).toHaveLength(4);
});

test('the table of settings is that of the code', () => {
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\| +(?:`--([\w-]+)`)? *\| +(?:`([^`]*)`)? *\| (.*?) *\|$/gm)];
  const printed = rows.map(([, env, flag, byDefault, description]) => ({ env, flag, default: byDefault, description }));
  const settings = Object.values<Setting>(SETTINGS);
  const expected = settings.map(({ env, flag, default: byDefault, description }) => ({
    env,
    flag,
    default: byDefault,
    description,
  }));
  expect(printed.filter(({ env }) => env?.includes('_DB_') || /^(?:ASTRA|STARGATE|DATA_API)_/.test(env ?? ''))).toEqual(
    expected,
  );
});

test('the page on production names each limit with its default', () => {
  const section = readme.slice(readme.indexOf('## In production'), readme.indexOf('## Seeing what it does'));
  const rows = [...section.matchAll(/^\|.*\| +`([^`]*)` +\| +(?:`([^`]*)`)? *\|[^|]*\| +`([A-Z_]+)` +\|$/gm)];
  const upstreamRows = [...section.matchAll(/^\|.*\| +([\d,]+) +\|[^|]*\| +`([A-Z_]+)` +\|$/gm)];
  const printed = [
    ...rows.map(([, usual, inProduction, env]) => [env, usual, inProduction]),
    ...upstreamRows.map(([, usual, env]) => [env, usual?.replaceAll(',', ''), undefined]),
  ];
  const isLimit = ({ env, kind, inProduction }: Setting) =>
    inProduction !== undefined || (kind === 'integer' && /_(MAX|PER|APQ|BREAKER)_|(?<!DRAIN_)TIMEOUT/.test(env));
  const expected = Object.values<Setting>(SETTINGS).filter(isLimit);
  expect(printed.sort()).toEqual(
    expected.map((setting) => [setting.env, setting.default, setting.inProduction]).sort(),
  );
});

test('the table of error codes is that of the schema', () => {
  const section = readme.slice(readme.indexOf('## Errors'), readme.indexOf('## More'));
  const printed = [...section.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, code]) => code);
  const codes = createSchema().getType('ErrorCode');
  expect(
    isEnumType(codes) &&
      codes
        .getValues()
        .map(({ name }) => name)
        .sort(),
  ).toEqual(printed.sort());
});

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? '';
}
