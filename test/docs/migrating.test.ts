/** The fields and mutations that `docs/migrating.md` names for calls of the old APIs are in the schemas, and read the sample data. */
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../schema/schema.ts';
import { askTyped } from '../resolvers/typed/support.ts';
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

describe("from Stargate's GraphQL", () => {
  const rows = [...page.slice(page.indexOf("## From Stargate's GraphQL")).matchAll(/^\| .*? \| (.*?) \| (.*?) *\|$/gm)];
  const codeIn = (column: 1 | 2) =>
    rows.flatMap((row) => [...(row[column] ?? '').matchAll(/`([^`]+)`/g)].map(([, text = '']) => text));
  const typed = codeIn(1);

  test('each typed query is answered', async () => {
    const read = typed.filter((text) => text.includes('{'));
    expect(read).toHaveLength(4);
    for (const query of read) {
      const { data, errors } = await askTyped(gateway, 'travel', `{ ${query} }`);
      expect(errors, query).toBeUndefined();
      expect(JSON.stringify(data), query).not.toMatch(/:(null|\[\])/);
    }
  });

  test('each mutation is there', async () => {
    const { data } = await askTyped(gateway, 'travel', '{ __schema { mutationType { fields { name } } } }');
    const names = data.__schema.mutationType.fields.map(({ name }: { name: string }) => name);
    const named = typed.filter((text) => /^(create|update|delete)_/.test(text));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
    const universal = codeIn(2).filter((text) => /^(create|update|delete)[A-Z]/.test(text));
    const known = Object.keys(createSchema().getMutationType()?.getFields() ?? {});
    expect(universal.length).toBeGreaterThan(8);
    expect(universal.filter((name) => !known.includes(name))).toEqual([]);
  });
});
