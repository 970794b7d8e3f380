/** The description and the operations of the page on typed documents, on each back end. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRelations } from '../../schema/relations/read-relations.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

const PAGE = readFileSync(new URL('../../docs/typed-documents.md', import.meta.url), 'utf8');
const [description = '', ...operations] = [...PAGE.matchAll(/```graphql\n(.*?)```/gs)].map(([, text = '']) => text);
const { relations, problems } = readRelations([{ name: 'geology.graphql', text: description }]);

test('the description is right', () => {
  expect(problems).toEqual([]);
  expect(operations).toHaveLength(4);
});

describe.each(['stargate', 'data'] as const)('by the API %s', (api) => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway({ api, emulator: { sample: true }, gateway: { relations } });
  }, 120_000);
  afterAll(() => gateway.close());

  test('each operation is answered', async () => {
    for (const query of operations) {
      const response = await fetch(`${gateway.url}/geology`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = await response.json();
      expect(errors).toBeUndefined();
      for (const value of Object.values(data)) expect(value).not.toBeNull();
    }
  });
});
