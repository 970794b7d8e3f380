/** The query of README.md has its answer, at the cost that is named there, and its twin on the typed graph reads the same. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE_TABS } from '../../gateway/graphiql/example-tabs.ts';
import { openRelations } from '../../gateway/typed/relation-files.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** One for each API that the sample data can be read by. */
let gateways: readonly RunningGateway[];

beforeAll(async () => {
  const apis = ['stargate', 'data'] as const;
  const relations = openRelations([fileURLToPath(new URL('../../emulator/sample/relations.graphql', import.meta.url))]);
  const options = { emulator: { sample: true }, gateway: { relations } };
  gateways = await Promise.all(apis.map((api) => startGateway({ api, ...options })));
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

test.each([0, 1])('its twin reads the same by three, once the tables are known (%i)', async (index) => {
  const each = gateways[index] as RunningGateway;
  const { row } = JSON.parse(block('json')).data.keyspace.table;
  const [path, query] = [/^# http:\/\/localhost:4000\/graphql(\/\w+)$/m.exec(readme)?.[1], block('graphql', 1)];
  const ask = async () => {
    const response = await fetch(`${each.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${each.emulator.applicationToken}` },
      body: JSON.stringify({ query }),
    });
    return response.json();
  };
  await ask();
  each.clearUpstreamRequests();
  const { key, landsAt } = row.relatedRows.nodes[0];
  const { data } = await ask();
  expect(each.upstreamRequests()).toHaveLength(3);
  expect(data.airports_by_key).toMatchObject(row.values);
  expect(data.airports_by_key.departures.nodes).toHaveLength(row.relatedRows.nodes.length);
  expect(data.airports_by_key.departures.nodes[0]).toEqual({
    ...{ day: key.day, destination: key.destination },
    to: { name: landsAt.value },
  });
});

test('the sample data is as it says, and as a tab of GraphiQL says', () => {
  const linesOf = (name: string) =>
    readFileSync(new URL(`../../emulator/sample/${name}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
  const airports = linesOf('airports').length.toLocaleString('en');
  const origins = new Set(linesOf('flights').map((line) => JSON.parse(line)[0])).size;
  expect(readme.replaceAll('\n', ' ')).toContain(`${airports} US airports, flights from ${origins} of them`);
  const [, , table] = EXAMPLE_TABS;
  expect(table?.query.replaceAll('\n# ', ' ')).toContain(`${origins} of ${airports} airports have any`);
});

test('it is short', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(151);
});

function block(language: string, index = 0): string {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))][index]?.[1] ?? '';
}
