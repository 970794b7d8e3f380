/** Requests that attack by their body, type, method or headers, with the refusal that each meets. */
import { describe, expect, test } from 'vitest';
import type { GraphQLAnswer } from '../../support/gateway.ts';
import {
  ACCEPT,
  expectRefusal,
  ill,
  JSON_HEADERS,
  nest,
  type Refusal,
  refused,
  repeat,
  send,
  useTarget,
} from './target.ts';

const target = useTarget();

describe('requests', () => {
  const deep = (levels: number) => nest(levels, '[', '', ']');
  const query = 'query ($id: ID!) { node(id: $id) { id } }';
  const filter =
    'query ($where: DocumentFilter) { namespace(name: "n") { collection(name: "c") { documents(where: $where) { nodes { id } } } } }';
  const attacks: [name: string, body: string, refusal: Refusal][] = [
    [
      'a list of operations',
      '[{"query":"{ __typename }"}]',
      ill(/must be a JSON object: send each operation in a request of its own/),
    ],
    ['an empty list', '[]', ill(/must be a JSON object/)],
    ['a query within a list', '{"query":["{ __typename }"]}', ill(/query must be a string/)],
    ['variables in a text', JSON.stringify({ query, variables: '{"id":"a"}' }), ill(/variables must be an object/)],
    ['variables in a list', JSON.stringify({ query, variables: [{ id: 'a' }] }), ill(/variables must be an object/)],
    ['a query behind the prototype', '{"__proto__":{"query":"{ __typename }"}}', ill(/query is missing/)],
    [
      'lists in variables until the stack ends',
      `{"query":"{ __typename }","variables":{"id":${deep(100_000)}}}`,
      ill(/100 levels of lists and objects.*MAX_NESTING/),
    ],
    [
      'objects in variables until the stack ends',
      `{"query":"{ __typename }","variables":${nest(100_000, '{"a":', '1', '}')}}`,
      ill(/levels of lists and objects/),
    ],
    [
      'lists in extensions until the stack ends',
      `{"query":"{ __typename }","extensions":{"a":${deep(100_000)}}}`,
      ill(/levels of lists and objects/),
    ],
    [
      'conditions within conditions',
      JSON.stringify({
        query: filter,
        variables: { where: JSON.parse(nest(200, '{"and":', '{"path":"a","eq":1}', '}')) },
      }),
      ill(/levels of lists and objects/),
    ],
    [
      'a body beyond its limit',
      JSON.stringify({ query: '{ __typename }', x: 'x'.repeat(2_100_000) }),
      refused(/2097152 bytes that are allowed .*MAX_BODY_BYTES/, 'REQUEST_ENTITY_TOO_LARGE', 413),
    ],
    [
      'a second query in the same object',
      `{"query":"{ __typename }","query":"{ ${repeat(101, () => '__typename')} }"}`,
      refused(/101 fields at its top/),
    ],
    [
      'an operation beside the one that is asked for',
      JSON.stringify({
        query: `query A { __typename } query B { ${repeat(101, () => '__typename')} }`,
        operationName: 'A',
      }),
      refused(/101 fields at its top/),
    ],
    ['JSON with a comment', '{"query":"{ __typename }"/**/}', ill(/valid JSON/)],
    ['JSON that is cut', '{"query":"{ __typename }"', ill(/valid JSON/)],
    [
      'a variable that is an object',
      JSON.stringify({ query, variables: { id: { a: 1 } } }),
      refused(/Variable "\$id" got invalid value/, 'BAD_USER_INPUT'),
    ],
    [
      'a number beyond all others',
      `{"query":"query ($n: Int) { databases(first: $n) { nodes { id } } }","variables":{"n":1e999}}`,
      refused(/Variable "\$n" got invalid value 1e999/, 'BAD_USER_INPUT'),
    ],
    [
      'a number of a thousand digits',
      `{"query":"query ($n: Int) { databases(first: $n) { nodes { id } } }","variables":{"n":${'9'.repeat(400)}}}`,
      refused(/Variable "\$n" got invalid value 9{400}/, 'BAD_USER_INPUT'),
    ],
    [
      'a document by an id that nobody knows',
      '{"documentId":"sha256:0"}',
      refused(/^PersistedQueryNotSupported$/, 'PERSISTED_QUERY_NOT_SUPPORTED', 400),
    ],
    [
      'a document by the name of a member of every object',
      '{"documentId":"__proto__"}',
      refused(/^PersistedQueryNotSupported$/, 'PERSISTED_QUERY_NOT_SUPPORTED', 400),
    ],
  ];

  test.each(attacks)('%s', async (_, body, refusal) => {
    await expectRefusal(target.gateway, body, refusal);
  });

  const neighbours: [name: string, body: string][] = [
    [
      'conditions within conditions, fewer',
      JSON.stringify({
        query: filter.replace('{ namespace', '{ __typename namespace'),
        variables: { where: JSON.parse(nest(90, '{"and":', '{"path":"a","eq":1}', '}')) },
      }),
    ],
    ['members that nobody knows', '{"query":"{ __typename }","__proto__":{"query":"{ a }"},"constructor":1}'],
    [
      'null where nothing is meant',
      '{"query":"{ __typename }","variables":null,"extensions":null,"operationName":null}',
    ],
    [
      'a variable called __proto__ that nobody has declared',
      '{"query":"{ __typename }","variables":{"__proto__":{"a":1}}}',
    ],
    [
      'a variable with the name of a member of every object',
      '{"query":"query ($constructor: Int) { __typename databases(first: $constructor) { nodes { id } } }"}',
    ],
  ];

  test.each(neighbours)('%s is answered', async (_, body) => {
    const { status, answer } = await send(target.gateway, body);
    expect([status, answer.data?.__typename]).toEqual([200, 'Query']);
  });

  test('members of every object are changed by nothing that is sent', async () => {
    await send(
      target.gateway,
      '{"query":"{ __typename }","variables":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('other ways in', () => {
  const TYPES = [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    'text/plain',
    'application/graphql',
    'application/json; charset=utf-7',
  ];
  test.each(TYPES)('a body of %s is 415', async (type) => {
    const response = await fetch(target.gateway.url, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBe(415);
  });

  const preflighted = { accept: ACCEPT, 'apollo-require-preflight': '1' };
  const gets: [name: string, parameters: string, headers: Record<string, string>, status: number, message: RegExp][] = [
    ['a query that any page could send', 'query={__typename}', { accept: ACCEPT }, 400, /must carry/],
    ['a mutation', 'query=mutation{__typename}', preflighted, 405, /POST/],
    [
      'a mutation beside a query',
      'query=query A{__typename} mutation B{__typename}&operationName=B',
      preflighted,
      405,
      /POST/,
    ],
    ['a second query behind the first', `query={a}&query={__typename}`, preflighted, 400, /Cannot query field "a"/],
    [
      'deep variables',
      `query={__typename}&variables={"a":${nest(200, '[', '', ']')}}`,
      preflighted,
      400,
      /levels of lists/,
    ],
    ['a document by its id', 'documentId=a', preflighted, 400, /PersistedQueryNotSupported/],
  ];
  test.each(gets)('by GET %s is refused', async (_, parameters, headers, status, message) => {
    const response = await fetch(encodeURI(`${target.gateway.url}?${parameters}`), { headers });
    const { errors } = (await response.json()) as GraphQLAnswer;
    expect([response.status, errors?.[0]?.message]).toEqual([status, expect.stringMatching(message)]);
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('%s is 405', async (method) => {
    const response = await fetch(target.gateway.url, {
      method,
      headers: JSON_HEADERS,
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBe(405);
  });

  test('by GET a query with a header that a page cannot send is answered', async () => {
    const response = await fetch(`${target.gateway.url}?query=%7B__typename%7D`, { headers: preflighted });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });
});
