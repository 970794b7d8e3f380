/** The fields and mutations that `docs/migrating.md` names for calls of the old APIs are in the schema, and read the sample data. */
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../schema/schema.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';
import { readPage } from './pages.ts';

const page = readPage('docs/migrating.md');
const section = page.slice(page.indexOf('## From calls of the old APIs'), page.indexOf("## From Stargate's GraphQL"));
const targets = [...section.matchAll(/^\| .*? \| (.*?) *\|$/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text),
);
const queries = targets.filter((text) => text.includes('{')).map((text) => `{ ${text} }`);

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({ emulator: { sample: true } });
}, 60_000);
afterAll(() => gateway.close());

test('there are some of each', () => {
  expect(queries.length).toBeGreaterThan(6);
  expect(targets.length).toBeGreaterThan(queries.length + 10);
});

test.each(queries)('%s', async (query) => {
  expect(validate(createSchema(), parse(query))).toEqual([]);
  const { data, errors } = await gateway.query(query);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).not.toMatch(/:(null|\[\])/);
});

test('the mutations are there', () => {
  const known = createSchema().getMutationType()?.getFields() ?? {};
  const named = targets.filter((text) => /^[a-z]+[A-Z]\w+$/.test(text));
  expect(named.filter((name) => !Object.hasOwn(known, name))).toEqual([]);
});
