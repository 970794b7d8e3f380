/** Bodies that are no object: scalars, text that is no JSON, nothing. Each way of reading bodies has its own answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, openEmulator } from '../support/emulator-harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await openEmulator();
  const columnDefinitions = [{ name: 'id', typeDefinition: 'int' }];
  await harness.data('POST', '/v2/schemas/keyspaces', { name: 'ks' });
  await harness.data('POST', TABLES, { name: 't', columnDefinitions, primaryKey: { partitionKey: ['id'] } });
  await harness.data('POST', COLLECTIONS, { name: 'c' });
});
afterAll(() => harness.emulator.close());

const TABLES = '/v2/schemas/keyspaces/ks/tables';
const TYPES = '/v2/schemas/keyspaces/ks/types';
const COLLECTIONS = '/v2/namespaces/ks/collections';

interface Kind {
  readonly routes: readonly string[];
  /** Status and a part of the body, by the kind of the request's body. */
  readonly scalar: readonly [number, string];
  readonly null: readonly [number, string];
  readonly nothing: readonly [number, string];
  readonly words: readonly [number, string];
}

const BAD_REQUEST = [400, 'HTTP 400 Bad Request'] as const;
const NOT_NULL = [400, 'Request invalid: must not be null.'] as const;
const NOT_PROVIDED = [400, 'Request invalid: payload not provided.'] as const;
const NOT_EMPTY = [400, 'Request invalid: payload must not be empty.'] as const;
const PRIMITIVE = [400, 'Updating a key with just a JSON primitive is not allowed.'] as const;
const WRITTEN = [200, '"documentId":"d"'] as const;

const kinds: Readonly<Record<string, Kind>> = {
  'tables, columns, indexes and changes of types': {
    routes: [
      `POST ${TABLES}`,
      `PUT ${TABLES}/t`,
      `POST ${TABLES}/t/columns`,
      `PUT ${TABLES}/t/columns/id`,
      `POST ${TABLES}/t/indexes`,
      `PUT ${TYPES}`,
    ],
    scalar: [400, ''],
    null: NOT_NULL,
    nothing: NOT_NULL,
    words: BAD_REQUEST,
  },
  keyspaces: {
    routes: ['POST /v2/schemas/keyspaces'],
    scalar: [400, 'must be JSON Object'],
    null: [400, 'must be JSON Object'],
    nothing: [400, 'Request invalid: must not be blank.'],
    words: [400, 'Unrecognized token'],
  },
  rows: {
    routes: ['POST /v2/keyspaces/ks/t', 'PUT /v2/keyspaces/ks/t/1', 'PATCH /v2/keyspaces/ks/t/1'],
    scalar: [400, 'Invalid JSON payload: Cannot'],
    null: [500, 'is null'],
    nothing: [400, 'Invalid JSON payload: No content to map'],
    words: [400, 'Invalid JSON payload: Unrecognized token'],
  },
  types: {
    routes: [`POST ${TYPES}`],
    scalar: [400, 'Invalid JSON payload: Cannot'],
    null: [500, 'is null'],
    nothing: [400, 'Invalid JSON payload: No content to map'],
    words: [400, 'Invalid JSON payload: Unrecognized token'],
  },
  'namespaces, collections and functions': {
    routes: [
      'POST /v2/schemas/namespaces',
      `POST ${COLLECTIONS}`,
      `POST ${COLLECTIONS}/c/upgrade`,
      `POST ${COLLECTIONS}/c/d/function`,
      `POST ${COLLECTIONS}/c/d/a/function`,
    ],
    scalar: [400, ''],
    null: NOT_PROVIDED,
    nothing: NOT_PROVIDED,
    words: BAD_REQUEST,
  },
  'JSON schemas': {
    routes: [`PUT ${COLLECTIONS}/c/json-schema`],
    scalar: [400, 'not a JSON Schema (expected an object)'],
    null: [400, 'Request invalid: json schema not provided.'],
    nothing: [400, 'Request invalid: json schema not provided.'],
    words: BAD_REQUEST,
  },
  documents: {
    routes: [`POST ${COLLECTIONS}/c`, `PUT ${COLLECTIONS}/c/d`, `PATCH ${COLLECTIONS}/c/d`],
    scalar: PRIMITIVE,
    null: PRIMITIVE,
    nothing: NOT_EMPTY,
    words: BAD_REQUEST,
  },
  'parts of documents': {
    routes: [`PUT ${COLLECTIONS}/c/d/a/x`, `PATCH ${COLLECTIONS}/c/d/a/x`],
    scalar: WRITTEN,
    null: WRITTEN,
    nothing: NOT_EMPTY,
    words: BAD_REQUEST,
  },
  'many documents': {
    routes: [`POST ${COLLECTIONS}/c/batch`],
    scalar: [400, 'must be a JSON array'],
    null: [400, 'must be a JSON array'],
    nothing: NOT_EMPTY,
    words: BAD_REQUEST,
  },
  'sign-in': {
    routes: ['POST /v1/auth', 'POST /v1/auth/token/generate'],
    scalar: [400, 'Unable to process JSON'],
    null: [400, 'Must provide a body to the request'],
    nothing: [400, 'Must provide a body to the request'],
    words: [400, 'Unable to process JSON'],
  },
};

const BODIES = {
  scalar: ['5', '-0.5', 'true', '"text"'],
  null: ['null'],
  nothing: ['', ' \n'],
  words: ['words', 'a=1'],
};

describe.each(Object.entries(kinds))('%s', (_, { routes, ...answers }) => {
  test.each(routes)('%s', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    for (const kind of ['scalar', 'null', 'nothing', 'words'] as const) {
      for (const body of BODIES[kind]) {
        const { status, text } = await harness.data(method, path, body);
        const [wanted, says] = answers[kind];
        expect(`${body}: ${status}`).toBe(`${body}: ${wanted}`);
        if (says === '') expect(text).toBe('');
        else expect(text.replaceAll('\\"', '"')).toContain(says);
      }
    }
  });
});
