/** The query of README.md has its answer, at the cost that is named there. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('it is short', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(151);
});

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
}
