/** What a request meets on its way, seen from outside over real HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({
    limits: { maxDepth: 6, maxAliases: 5, maxFields: 40, maxTokens: 300, maxBodyBytes: 5000 },
  });
});
beforeEach(() => gateway.clearUpstreamRequests());
afterAll(() => gateway.close());

const JSON_TYPE = { 'content-type': 'application/json' };

function post(body: unknown, headers: Record<string, string> = JSON_TYPE): Promise<Response> {
  return fetch(gateway.url, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

describe('requests', () => {
  test('a query is answered', async () => {
    expect(await gateway.query('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
  });

  test('members that GraphQL over HTTP does not know are ignored', async () => {
    const response = await post({ query: '{ __typename }', somethingElse: 1 });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    ['a multipart form', 'multipart/form-data; boundary=x', '--x--'],
    ['plain text', 'text/plain', '{"query":"{__typename}"}'],
    ['a bare document', 'application/graphql', '{ __typename }'],
    ['JSON in another charset', 'application/json; charset=utf-16', '{"query":"{__typename}"}'],
  ])('%s is 415', async (_, type, body) => {
    expect((await post(body, { 'content-type': type })).status).toBe(415);
  });

  test.each([
    ['broken JSON', '{"query":'],
    ['a text', '"{ __typename }"'],
    ['null', 'null'],
    ['a batch', '[{"query":"{ __typename }"}]'],
    ['no query', '{}'],
    ['an operation name that is no text', '{"query":"{ __typename }","operationName":1}'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[]}'],
  ])('%s is 400 and BAD_REQUEST', async (_, body) => {
    const response = await post(body, { ...JSON_TYPE, accept: 'application/graphql-response+json' });
    expect(response.status).toBe(400);
    expect((await response.json()).errors[0].extensions).toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('a body that is too long is 413, whether or not its length is announced', async () => {
    const body = JSON.stringify({ query: `{ __typename } # ${'x'.repeat(6000)}` });
    const chunked = { method: 'POST', headers: JSON_TYPE, body: new Blob([body]).stream(), duplex: 'half' as const };
    for (const response of [await post(body), await fetch(gateway.url, chunked)]) {
      expect(response.status).toBe(413);
      expect((await response.json()).errors[0].extensions.code).toBe('REQUEST_ENTITY_TOO_LARGE');
    }
  });

  test('a body in chunks is read, over a socket and as a function', async () => {
    const init = () => ({
      method: 'POST',
      headers: JSON_TYPE,
      body: new Blob(['{"query":', '"{ __typename } # é"}']).stream(),
      duplex: 'half' as const,
    });
    for (const response of [await fetch(gateway.url, init()), await gateway.fetch(new Request(gateway.url, init()))]) {
      expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    }
  });
});

describe('GET', () => {
  const get = (query: string, headers: Record<string, string>) =>
    fetch(`${gateway.url}?query=${encodeURIComponent(query)}`, { headers });

  test.each([
    ['apollo-require-preflight', 'true'],
    ['x-apollo-operation-name', 'A'],
    ['content-type', 'application/json'],
    ['x-cassandra-token', 'a token'],
    ['authorization', 'Bearer a token'],
  ])('needs what a browser sends to strangers only after asking, such as %s', async (name, value) => {
    const response = await get('{ __typename }', { [name]: value });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test.each([{}, { 'content-type': 'text/plain' }, { authorization: 'Basic YTpi' }])(
    'is refused with %o',
    async (headers) => {
      const response = await get('{ __typename }', headers);
      expect(response.status).toBe(400);
      expect((await response.json()).errors[0].extensions.code).toBe('BAD_REQUEST');
    },
  );

  test('takes variables as JSON, and says when they are none', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    const url = `${gateway.url}?query=${encodeURIComponent(query)}&variables=%7B`;
    const response = await fetch(url, { headers: { 'apollo-require-preflight': '1' } });
    expect(response.status).toBe(400);
    expect((await response.json()).errors[0].message).toBe('The parameter variables must be valid JSON.');
  });

  test('carries no mutation', async () => {
    const response = await get('mutation { __typename }', { 'apollo-require-preflight': '1' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });
});

describe('other origins', () => {
  test('are not allowed by default', async () => {
    const response = await post({ query: '{ __typename }' }, { ...JSON_TYPE, origin: 'https://evil.example' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('are allowed when they are configured, without credentials', async () => {
    const open = await startGateway({ corsOrigins: ['https://app.example', 'https://other.example'] });
    const preflight = (origin: string) =>
      fetch(open.url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    const allowed = await preflight('https://app.example');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(allowed.headers.get('access-control-allow-credentials')).not.toBe('true');
    const refused = await preflight('https://evil.example');
    expect(refused.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
    await open.close();
  });
});

describe('limits', () => {
  const nested = (depth: number) => `${'a{'.repeat(depth - 1)}a${'}'.repeat(depth - 1)}`;
  test.each([
    ['depth', `{ __schema { types { fields { type { ofType { ofType { name } } } } } } }`, /7 levels of fields, and 6/],
    ['aliases', `{ ${[1, 2, 3, 4, 5, 6].map((n) => `a${n}: __typename`).join(' ')} }`, /6 aliases, and 5/],
    ['fields', `{ ${'__typename '.repeat(41)} }`, /41 fields, and 40/],
    ['tokens', `{ ${'__typename '.repeat(301)} }`, /more than the 300 tokens/],
    ['a deep tree of unknown fields', `{ ${nested(9)} }`, /9 levels of fields/],
  ])('%s', async (_, query, message) => {
    const response = await post({ query }, { ...JSON_TYPE, accept: 'application/graphql-response+json' });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors.map((error) => error.message).join('\n')).toMatch(message);
  });

  test('fragments count wherever they are spread', async () => {
    const query = `{ ...a } fragment a on Query { a: __schema { ...b } b: __schema { ...b } c: __schema { ...b } }
      fragment b on __Schema { x: description y: description }`;
    const { errors } = await gateway.query(query);
    expect(errors?.[0]?.message).toBe('The operation has 9 aliases, and 5 are allowed (ASTRA_GRAPHQL_MAX_ALIASES).');
  });

  test('a fragment that spreads itself is refused, not followed', async () => {
    const { errors } = await gateway.query('{ ...a } fragment a on Query { __typename ...a }');
    expect(errors?.[0]?.message).toContain('Cannot spread fragment "a" within itself');
  });
});

describe('errors', () => {
  test('have a code and the id of the request', async () => {
    const response = await post({ query: '{ nonsense }' }, { ...JSON_TYPE, 'x-request-id': 'my-id.1' });
    expect(response.headers.get('x-request-id')).toBe('my-id.1');
    const [error] = (await response.json()).errors;
    expect(error.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED', requestId: 'my-id.1' });
  });

  test('a second request with the same mistake has its own id', async () => {
    const ids = await Promise.all(
      ['a', 'b'].map(async (id) => {
        const response = await post({ query: '{ nonsense }' }, { ...JSON_TYPE, 'x-request-id': id });
        return (await response.json()).errors[0].extensions.requestId;
      }),
    );
    expect(ids).toEqual(['a', 'b']);
  });

  test('an id that could mean something elsewhere is replaced', async () => {
    const response = await post({ query: '{ __typename }' }, { ...JSON_TYPE, 'x-request-id': 'a b"c' });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['a missing variable', {}],
    ['a variable of another type', { id: { a: 1 } }],
  ])('%s is BAD_USER_INPUT', async (_, variables) => {
    const { errors, data } = await gateway.query('query ($id: ID!) { node(id: $id) { id } }', variables);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a syntax error is GRAPHQL_PARSE_FAILED, an unknown operation OPERATION_RESOLUTION_FAILURE', async () => {
    const codes = await Promise.all(
      [{ query: '{' }, { query: 'query A { __typename }', operationName: 'B' }].map(
        async (body) => (await (await post(body)).json()).errors[0].extensions.code,
      ),
    );
    expect(codes).toEqual(['GRAPHQL_PARSE_FAILED', 'OPERATION_RESOLUTION_FAILURE']);
  });

  test('upstream failures stand on their field, with the call and nothing of its address', async () => {
    const removeFault = gateway.emulator.faults.add({
      match: { api: 'rest' },
      fault: { kind: 'answer', status: 503, body: { description: 'secret.host.internal' } },
    });
    const { data, errors } = await gateway.query('{ a: __typename database { keyspaces { name } } }');
    removeFault();
    expect(data).toEqual({ a: 'Query', database: { keyspaces: null } });
    expect(errors?.[0]?.path).toEqual(['database', 'keyspaces']);
    expect(errors?.[0]?.extensions.upstream).toMatchObject({ api: 'rest', method: 'GET', status: 503 });
    expect(JSON.stringify(errors)).not.toContain('127.0.0.1');
  });
});

describe('tokens', () => {
  const KEYSPACES = '{ database { keyspaces { name } } }';

  test('none: UNAUTHENTICATED, without an upstream call', async () => {
    const { errors } = await gateway.query(KEYSPACES, {}, {});
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(gateway.upstreamRequests()).toEqual([]);
  });

  test('a wrong one: UNAUTHENTICATED, as upstream says', async () => {
    const { errors } = await gateway.query(KEYSPACES, {}, { 'x-cassandra-token': 'wrong' });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(errors?.[0]?.extensions.upstream).toMatchObject({ status: 401, retryable: false });
  });

  test('X-Cassandra-Token serves the data plane alone', async () => {
    const headers = { 'x-cassandra-token': gateway.emulator.applicationToken };
    expect((await gateway.query(KEYSPACES, {}, headers)).errors).toBeUndefined();
    const { errors } = await gateway.query('{ databases { nodes { name } } }', {}, headers);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('X-Cassandra-Token wins on the data plane', async () => {
    const { data } = await gateway.query(
      '{ databases { nodes { name } } database { keyspaces { name } } }',
      {},
      { authorization: `Bearer ${gateway.emulator.applicationToken}`, 'x-cassandra-token': 'wrong' },
    );
    expect(data.databases.nodes).toHaveLength(1);
    expect(data.database.keyspaces).toBeNull();
  });
});
