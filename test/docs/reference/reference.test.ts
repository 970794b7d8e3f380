/** The pages of `docs/reference` hold what the schema says and what the examples answer; "npm run reference" writes them anew. */
import { fileURLToPath } from 'node:url';
import { parse, validate } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { COLLECTION_COMMANDS } from '../../../emulator/data-api/collection-commands.ts';
import { KEYSPACE_COMMANDS } from '../../../emulator/data-api/keyspace-commands.ts';
import { ROUTES } from '../../../emulator/rest/routes.ts';
import { createSchema } from '../../../schema/schema.ts';
import { API_OPERATIONS } from './api-operations.ts';
import { readExamples } from './examples.ts';
import { answeringBackEnd, labelOf } from './print-example.ts';
import { PAGES, printPages } from './print-pages.ts';
import { BACK_ENDS, type BackEnd, type Run, runExamples } from './run.ts';
import { everythingOf, usageOf } from './usage.ts';

const FOLDER = fileURLToPath(new URL('../../../docs/reference/', import.meta.url));
const schema = createSchema();
const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
const examples = readExamples();

let runs: readonly Run[];
let pages: Readonly<Record<string, string>>;
beforeAll(async () => {
  runs = await runExamples(examples);
  pages = printPages(schema, runs);
}, 180_000);

test.each(PAGES)('%s is current', async (name) => {
  await expect(pages[name]).toMatchFileSnapshot(`${FOLDER}${name}`);
});

describe('examples', () => {
  test('each is right for the schema, and is about something that is in it', () => {
    for (const { name, subject, query } of examples) {
      expect(validate(schema, parse(query)), name).toEqual([]);
      expect([...queries, ...mutations, ...Object.keys(schema.getTypeMap())], name).toContain(subject);
    }
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  });

  test('each is answered by a back end, and refused by others only for what they lack', () => {
    const withoutAnswer = runs.filter((run) => answeringBackEnd(run) === undefined);
    expect(withoutAnswer.map(({ example }) => example.name)).toEqual(['createCollection_service']);
    for (const { example, stargate, data } of runs) {
      const codes = [stargate, data].flatMap(({ answer }) => answer.errors?.map(({ extensions }) => extensions.code));
      expect(new Set([undefined, 'NOT_SUPPORTED', ...codes]).size, example.name).toBe(2);
    }
  });

  test('each query and mutation has one of its own', () => {
    const subjects = new Set(examples.map(({ subject }) => subject));
    expect([...queries, ...mutations].filter((field) => !subjects.has(field))).toEqual([]);
  });

  /** What most inputs have: ways to name what it is about, and what to do when it is there or not. */
  const everywhere = /Input\.(id|databaseId|tableId|ifExists|ifNotExists)$/;
  /** Texts whose vectors an embedding service makes, which the emulator has not. */
  const needsService = /^VectorNear\.text$|Input\.vectorText$/;

  test('every type, field, argument and field of an input is shown by one', () => {
    const shown = new Set(examples.flatMap((example) => [...usageOf(schema, example)]));
    const missing = everythingOf(schema).filter((name) => !shown.has(name));
    expect(missing.filter((name) => !everywhere.test(name) && !needsService.test(name))).toEqual([]);
    const names = new Set([...shown].map((name) => name.replace(/^.*Input\./, '')));
    expect(['id', 'databaseId', 'ifExists', 'ifNotExists'].filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('operations of the upstream APIs', () => {
  const operations = Object.values(API_OPERATIONS).flat();
  const listed = new Set(operations.map(({ request }) => request));
  const requestsOf = (run: Run) =>
    new Set((Object.keys(BACK_ENDS) as BackEnd[]).flatMap((each) => run[each]?.calls.map(labelOf) ?? []));

  test('all that the examples ask is listed', () => {
    const asked = new Set(runs.flatMap((run) => [...requestsOf(run)]));
    expect([...asked].filter((request) => !listed.has(request))).toEqual([]);
  });

  test('each field that is named makes the request', () => {
    const makes = (field: string, request: string) =>
      runs.some((run) => usageOf(schema, run.example).has(field) && requestsOf(run).has(request));
    const wrong = operations.flatMap(({ request, fields, insteadBy = request }) =>
      fields
        .map((field) => (field.includes('.') ? field : `Mutation.${field}`))
        .filter((field) => !makes(field, insteadBy))
        .map((field) => `${field} does not make ${insteadBy}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every query and mutation is named, but those that take any id', () => {
    const named = new Set(operations.flatMap(({ fields }) => fields));
    const all = [...queries.map((name) => `Query.${name}`), ...mutations];
    expect(all.filter((name) => !named.has(name))).toEqual(['Query.node', 'Query.nodes']);
  });

  test('all that the emulator serves of the REST API and the Data API is listed', () => {
    const routes = ROUTES.flatMap(({ path, methods }) =>
      Object.keys(methods).map((method) => `${method} /${path.join('/').replace('{key…}', '{key}')}`),
    );
    const commands = [...Object.keys(COLLECTION_COMMANDS), ...Object.keys(KEYSPACE_COMMANDS)];
    expect([...routes, ...commands].filter((request) => !listed.has(request))).toEqual([]);
  });
});
