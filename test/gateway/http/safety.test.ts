/** What production changes, what browsers are told, how long answers may be, and the statuses of both profiles. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMIT_SETTINGS } from '../../../gateway/config/limit-settings.ts';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;
let draft: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ limits: { maxAnswerBytes: 2000, maxBodyBytes: 5000 } });
  draft = await startGateway({
    limits: { maxAnswerBytes: 2000, maxBodyBytes: 5000 },
    gateway: { statusProfile: '2026', securityHeaders: false },
  });
});
afterAll(() => Promise.all([gateway.close(), draft.close()]));

function post(target: RunningGateway, body: unknown, accept = 'application/graphql-response+json'): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(target.url, { method: 'POST', headers: { 'content-type': 'application/json', accept }, body: text });
}

describe('production', () => {
  const OPEN = { introspection: true, suggestions: true };
  const CLOSED = { introspection: false, suggestions: false };

  test('is not assumed', () => {
    const { privacy, graphiql, rateLimit, statusProfile, securityHeaders } = readServeConfig({}, {});
    expect({ privacy, graphiql, statusProfile, securityHeaders }).toEqual({
      privacy: OPEN,
      graphiql: true,
      statusProfile: '2025',
      securityHeaders: true,
    });
    expect(rateLimit.rates).toEqual({ requestsPerToken: 0, requestsPerAddress: 0, signInsPerAddress: 30 });
  });

  test('hides the schema and counts requests', () => {
    const { privacy, graphiql, rateLimit } = readServeConfig({ embedded: true }, { ASTRA_GRAPHQL_PRODUCTION: 'true' });
    expect({ privacy, graphiql }).toEqual({ privacy: CLOSED, graphiql: false });
    expect(rateLimit.rates).toEqual({ requestsPerToken: 6000, requestsPerAddress: 30_000, signInsPerAddress: 30 });
  });

  test.each([
    ['ASTRA_GRAPHQL_INTROSPECTION', { privacy: { introspection: true, suggestions: false }, graphiql: false }],
    ['ASTRA_GRAPHQL_SUGGESTIONS', { privacy: { introspection: false, suggestions: true }, graphiql: false }],
    ['ASTRA_GRAPHQL_GRAPHIQL', { privacy: CLOSED, graphiql: true }],
  ])('gives way to %s', (name, expected) => {
    const environment = { ASTRA_GRAPHQL_PRODUCTION: 'true', [name]: 'true' };
    expect(readServeConfig({ embedded: true }, environment)).toMatchObject(expected);
    expect(readServeConfig({}, { [name]: 'false' })).not.toMatchObject(expected);
  });

  test('every limit reaches the gateway', () => {
    const environment = Object.fromEntries(
      Object.values(LIMIT_SETTINGS).map(({ env }, index) => [env, `${index + 1}`]),
    );
    const names = Object.keys(LIMIT_SETTINGS);
    expect(readServeConfig({}, environment).limits).toEqual(
      Object.fromEntries(names.map((name, index) => [name, index + 1])),
    );
  });
});

describe('headers', () => {
  const HEADERS = {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };

  test.each([
    ['an answer', () => post(gateway, { query: '{ __typename }' })],
    ['a refusal', () => post(gateway, '{')],
    ['a probe', () => fetch(new URL('/metrics', gateway.url))],
    ['a path where nothing is', () => fetch(new URL('/nothing', gateway.url))],
  ])('of %s keep browsers from doing anything else with it', async (_, ask) => {
    expect(Object.fromEntries((await ask()).headers)).toMatchObject(HEADERS);
  });

  test('of the page leave it what it needs', async () => {
    const { headers } = await fetch(gateway.url, { headers: { accept: 'text/html' } });
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect([headers.get('x-frame-options'), headers.get('x-content-type-options')]).toEqual(['DENY', 'nosniff']);
  });

  test('can be switched off', async () => {
    const { headers } = await post(draft, { query: '{ __typename }' });
    expect(Object.keys(HEADERS).filter((name) => headers.has(name))).toEqual([]);
  });
});

describe('answers', () => {
  /** Its answer has 21 bytes more than the name. */
  const queryOf = (bytes: number) => ({ query: `{ ${'a'.repeat(bytes - 21)}: __typename }` });

  test('that are too long are refused, with their size', async () => {
    const response = await post(gateway, queryOf(2001));
    const { data, errors } = (await response.json()) as GraphQLAnswer;
    expect([response.status, data, errors?.[0]?.extensions.code]).toEqual([400, undefined, 'ANSWER_TOO_LONG']);
    expect(errors?.[0]?.message).toMatch(
      /^The answer has 2001 bytes, and 2000 are allowed \(ASTRA_GRAPHQL_MAX_ANSWER_BYTES\)/,
    );
    expect(gateway.logLines.at(-1)).toMatchObject({ errors: ['ANSWER_TOO_LONG'] });
  });

  test('that are just short enough are not', async () => {
    expect(await (await post(gateway, queryOf(2000))).text()).toHaveLength(2000);
  });

  const STREAMS = ['text/event-stream', 'multipart/mixed', 'text/html', 'image/png, text/*'];
  test.each(STREAMS)('as %s are 406, before anything is executed', async (accept) => {
    gateway.clearUpstreamRequests();
    const query = 'mutation { createNamespace(input: { name: "a" }) { namespace { name } } }';
    expect((await post(gateway, { query }, accept)).status).toBe(406);
    expect(gateway.upstreamRequests()).toEqual([]);
  });

  test.each(['', '*/*', 'application/*', 'text/event-stream, application/json;q=0.5'])(
    'as "%s" are JSON',
    async (accept) => {
      const response = await post(gateway, queryOf(1000), accept);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringMatching(/json/)]);
    },
  );
});

describe('statuses', () => {
  const names = Array.from({ length: 99 }, (_, index) => `a_rather_long_name_${index}: __typename`).join(' ');
  const typed = 'query ($id: ID!) { node(id: $id) { id } }';
  const cases: [what: string, body: unknown, status2025: number, status2026: number][] = [
    ['data', { query: '{ __typename }' }, 200, 200],
    ['data with errors', { query: '{ __typename node(id: "nonsense") { id } }' }, 200, 294],
    ['no data but null, with errors', { query: '{ node(id: "nonsense") { id } }' }, 200, 294],
    ['a body that is no JSON', '{', 400, 400],
    ['a body that is no object', '[]', 400, 422],
    ['no query', {}, 400, 422],
    ['variables that are no object', { query: '{ __typename }', variables: 1 }, 400, 422],
    ['a document that cannot be parsed', { query: '{' }, 400, 400],
    ['a document that is not valid', { query: '{ a }' }, 400, 422],
    ['a document beyond a limit', { query: `{ ${'__typename '.repeat(101)} }` }, 400, 422],
    ['an operation that costs too much', { query: '{ databases(first: 600000) { nodes { id } } }' }, 400, 422],
    ['an operation that is not there', { query: 'query A { __typename }', operationName: 'B' }, 400, 422],
    [
      'operations without a name that says which',
      { query: 'query A { a: __typename } query B { __typename }' },
      400,
      422,
    ],
    ['a variable that is missing', { query: typed }, 400, 422],
    ['a variable of another type', { query: typed, variables: { id: {} } }, 400, 422],
    ['an answer that is too long', { query: `{ ${names} }` }, 400, 422],
    ['a body that is too long', { query: '{ __typename }', more: 'x'.repeat(5000) }, 413, 413],
    ['a document that is not known', { documentId: 'a' }, 400, 400],
  ];

  test.each(cases)('%s: %#', async (_, body, status2025, status2026) => {
    const answers = await Promise.all([post(gateway, body), post(draft, body)]);
    expect(answers.map(({ status }) => status)).toEqual([status2025, status2026]);
    const [before, after] = (await Promise.all(answers.map((answer) => answer.json()))) as [
      GraphQLAnswer,
      GraphQLAnswer,
    ];
    const told = ({ data, errors }: GraphQLAnswer) => [data, errors?.map(({ message, path }) => [message, path])];
    expect(told(after)).toEqual(told(before));
    expect(JSON.stringify(after)).not.toContain('"http"');
  });

  test.each(cases)('of 2026 go with application/json too: %s', async (_, body, __, status2026) => {
    const response = await post(draft, body, 'application/json');
    expect(response.status).toBe(status2026);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  test('of requests that are wrong before they are GraphQL are the same in both', async () => {
    const headers = { 'apollo-require-preflight': '1' };
    for (const target of [gateway, draft]) {
      const mutation = await fetch(`${target.url}?query=mutation{__typename}`, { headers });
      expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST']);
      expect((await fetch(target.url, { method: 'POST', body: 'a' })).status).toBe(415);
      expect((await fetch(`${target.url}?query={__typename}`)).status).toBe(400);
    }
  });
});
