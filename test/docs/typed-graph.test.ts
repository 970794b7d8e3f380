/** The examples in `docs/typed-graph.md` run over the sample data, on each back end, and its table of types is that of the program. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCALAR_NAMES } from '../../datasources/cql/type.ts';
import { fieldName, typedName } from '../../resolvers/typed/names.ts';
import { SCALAR_NAMES as GRAPH_NAMES } from '../../schema/typed/type-names.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

const PAGE = readFileSync(new URL('../../docs/typed-graph.md', import.meta.url), 'utf8');
const EXAMPLES = [...PAGE.matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

test('every scalar of CQL is on the page, beside its type', () => {
  expect(EXAMPLES).toHaveLength(3);
  for (const name of SCALAR_NAMES) {
    expect(PAGE, name).toMatch(new RegExp(`\\| [^|]*\`${name}\`[^|]*\\| \`${GRAPH_NAMES[name]}\``));
  }
});

test('the names that it gives are those of the program', () => {
  for (const name of ['first-name', '2nd', '__id']) expect(PAGE).toContain(`\`${fieldName(name)}\``);
  expect(PAGE).toContain(`\`${typedName('user_input')}\``);
  expect(PAGE).toContain(`\`${fieldName('nodeId', new Set(['nodeId']))}\``);
});

describe.each(['stargate', 'data'] as const)('examples, by the API %s', (api) => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway({ api, emulator: { sample: true } });
  }, 60_000);
  afterAll(() => gateway.close());

  for (const [index, query] of EXAMPLES.entries()) {
    test(`number ${index + 1}`, async () => {
      const response = await fetch(`${gateway.url}/travel`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = await response.json();
      expect(errors).toBeUndefined();
      for (const [field, value] of Object.entries(data)) {
        expect(value, field).not.toBeNull();
        expect(JSON.stringify(value), field).not.toMatch(/"(?:nodes|edges)":\[\]/);
      }
    });
  }
});
