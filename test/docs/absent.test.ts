/** What `docs/absent.md` says is answered is answered so. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../support/gateway.ts';
import { readPage } from './pages.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({});
}, 60_000);
afterAll(() => gateway.close());

/** What the message says to do, where it is the gateway's own. */
const CURES: Readonly<Record<string, RegExp>> = {
  subscriptions: /send a query, and send it again/,
  '`@defer` and `@stream`':
    /^@defer is not supported: .*operation of its own|^@stream is not supported: .*first and after/,
  'uploads (`multipart/form-data`)': /send bytes as base64/,
  'several operations in one request': /several fields in one operation/,
};

const json = (query: string | readonly object[]) => ({
  body: JSON.stringify(typeof query === 'string' ? { query } : query),
  headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
});

function form(): { body: FormData } {
  const body = new FormData();
  body.set('operations', '{"query":"{ __typename }"}');
  return { body };
}

const table = (fields: string) => `{ keyspace(name: "travel") { table(name: "airports") { ${fields} } } }`;

/** By the first cell of the row. */
const REQUESTS: readonly (readonly [what: string, init: RequestInit])[] = [
  ['subscriptions', json('subscription { rows }')],
  ['`@defer` and `@stream`', json(`{ ... @defer { __typename } ${table('rows { nodes @stream { id } }').slice(1)}`)],
  ['uploads (`multipart/form-data`)', form()],
  ['several operations in one request', json([{ query: '{ __typename }' }])],
  ['counts of rows', json(table('count'))],
  ['a total in a connection (`totalCount`)', json(table('rows { totalCount }'))],
  ['pages backwards (`last`, `before`)', json(table('rows(last: 2) { nodes { id } }'))],
];

const rows = [...readPage('docs/absent.md').matchAll(/^\| (.*?) +\| (.*?) +\|/gm)].slice(2);

test('each row but that on transactions is tried here', () => {
  expect(rows.map(([, what]) => what).slice(0, -1)).toEqual(REQUESTS.map(([what]) => what));
});

test.each(REQUESTS)('%s', async (what, init) => {
  const [, , said = ''] = rows.find((row) => row[1] === what) ?? [];
  const [, status, code] = /^(\d+)(?:, `(\w+)`)?$/.exec(said) ?? [];
  const response = await fetch(gateway.url, { method: 'POST', ...init });
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[];
  };
  expect(response.status).toBe(Number(status));
  if (code !== undefined) expect(errors.map(({ extensions }) => extensions.code)).toContain(code);
  for (const { message } of CURES[what] === undefined ? [] : errors) expect(message).toMatch(CURES[what] ?? '');
});

test('to clients that accept application/json alone, what is wrong in a document is 200', async () => {
  const { body, headers } = json('subscription { rows }');
  const response = await fetch(gateway.url, {
    method: 'POST',
    body,
    headers: { ...headers, accept: 'application/json' },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect(await response.json()).toEqual({
    errors: [
      {
        message: expect.stringContaining('Subscriptions are not supported'),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: expect.any(String) },
      },
    ],
  });
});
