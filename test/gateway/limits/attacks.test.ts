/**
 * Attacks by name, with the refusal that each meets, over real HTTP and with the limits that the gateway has by default. A
 * neighbour of each, which does no harm, is answered.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;
let closed: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway();
  closed = await startGateway({ gateway: { privacy: { introspection: false, suggestions: false } } });
});
afterAll(() => Promise.all([gateway.close(), closed.close()]));

/** No attack may reach upstream, nor be a fault of ours. */
afterEach(() => {
  for (const { logLines } of [gateway, closed]) expect(logLines.filter(({ event }) => event === 'fault')).toEqual([]);
});

const ACCEPT = 'application/graphql-response+json';
const JSON_HEADERS = { 'content-type': 'application/json', accept: ACCEPT };

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: RegExp;
}

const refused = (message: RegExp, code = 'GRAPHQL_VALIDATION_FAILED', status = 400): Refusal => ({
  status,
  code,
  message,
});
const unreadable = (message: RegExp) => refused(message, 'GRAPHQL_PARSE_FAILED');
const ill = (message: RegExp) => refused(message, 'BAD_REQUEST');

async function send(target: RunningGateway, body: string, headers: Record<string, string> = JSON_HEADERS) {
  target.clearUpstreamRequests();
  const token = { authorization: `Bearer ${target.emulator.applicationToken}` };
  const response = await fetch(target.url, { method: 'POST', headers: { ...token, ...headers }, body });
  return { status: response.status, answer: (await response.json()) as GraphQLAnswer };
}

async function expectRefusal(target: RunningGateway, body: string, { status, code, message }: Refusal) {
  const { status: actual, answer } = await send(target, body);
  expect(answer.errors?.map((error) => error.message).join('\n')).toMatch(message);
  expect([actual, answer.errors?.[0]?.extensions.code, answer.data]).toEqual([status, code, undefined]);
  expect(target.upstreamRequests()).toEqual([]);
}

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
const nest = (count: number, open: string, inside: string, close: string) =>
  open.repeat(count) + inside + close.repeat(count);
/** A table, with what is to be selected of it. */
const inTable = (selection: string) => `{ keyspace(name: "k") { table(name: "t") { ${selection} } } }`;
/** Each fragment spreads the next one twice. */
const bomb = (levels: number, leaf: string) =>
  `${repeat(levels, (n) => `fragment f${n} on Query { ...f${n + 1} ... on Query { ...f${n + 1} } }`)}
   fragment f${levels} on Query { ${leaf} }`;
const wideRows = (first: string, inside: string) => `rows(first: ${first}) { nodes { ${inside} } }`;
const related = (first: string, inside: string) =>
  `relatedRows(table: "t", key: [{column: "a", from: "b"}], first: ${first}) { nodes { ${inside} } }`;

describe('documents', () => {
  const attacks: [name: string, document: string, refusal: Refusal][] = [
    [
      'deep fields',
      nest(21, 'node(id: "a") { ... on Row { table { ', 'name', ' } } }').replace(/^/, '{').concat('}'),
      refused(/43 levels of fields, and 20 .*MAX_DEPTH/),
    ],
    [
      'depth hidden in fragments',
      `{ ...f0 } ${repeat(25, (n) => `fragment f${n} on Query { a { ...f${n + 1} } }`)} fragment f25 on Query { b }`,
      refused(/26 levels of fields, and 20/),
    ],
    [
      'depth hidden in inline fragments',
      `{ ${nest(120, '... { ', '__typename', ' }')} }`,
      unreadable(/100 levels of brackets.*MAX_NESTING/),
    ],
    ['fields nested until the stack ends', `{ ${nest(20_000, 'a{', 'a', '}')} }`, unreadable(/levels of brackets/)],
    [
      'lists in lists until the stack ends',
      `{ node(id: ${nest(20_000, '[', '', ']')}) { id } }`,
      unreadable(/levels of brackets/),
    ],
    [
      'objects in objects until the stack ends',
      `{ node(id: ${nest(20_000, '{a:', '1', '}')}) { id } }`,
      unreadable(/levels of brackets/),
    ],
    [
      'types in types until the stack ends',
      `query ($a: ${nest(20_000, '[', 'ID', ']')}) { __typename }`,
      unreadable(/levels of brackets/),
    ],
    [
      'aliases of __typename',
      `{ ${repeat(201, (n) => `a${n}: __typename`)} }`,
      refused(/201 aliases, and 200 .*MAX_ALIASES/),
    ],
    [
      '__typename without aliases',
      `{ ${repeat(101, () => '__typename')} }`,
      refused(/101 fields at its top, and 100 .*MAX_ROOT_FIELDS/),
    ],
    [
      'aliases in a fragment called __schema',
      `{ ...__schema } fragment __schema on Query { ${repeat(201, (n) => `a${n}: __typename`)} }`,
      refused(/201 aliases/),
    ],
    [
      'depth in a fragment called __schema',
      `{ ...__schema } fragment __schema on Query { ${nest(21, 'a { ', 'b', ' }')} }`,
      refused(/22 levels of fields/),
    ],
    [
      'a field called as introspection',
      `{ __schema: ${`keyspace(name: "k") ${nest(21, '{ a ', '', '}').replace('{ a }', '{ a b }')}`} }`,
      refused(/levels of fields/),
    ],
    [
      'root fields by two fragments',
      `{ ...a ...b } fragment a on Query { ${repeat(60, () => '__typename')} } fragment b on Query { ${repeat(60, () => '__typename')} }`,
      refused(/120 fields at its top/),
    ],
    [
      'directives on one field',
      `{ __typename ${repeat(101, () => '@skip(if: false)')} }`,
      refused(/101 directives, and 100 .*MAX_DIRECTIVES/),
    ],
    ['unknown directives', `{ __typename ${repeat(101, (n) => `@a${n}`)} }`, refused(/101 directives/)],
    [
      'directives on fragments and variables',
      `query ($a: Int ${repeat(40, () => '@x')}) ${repeat(40, () => '@x')} { ... ${repeat(40, () => '@x')} { __typename } }`,
      refused(/120 directives/),
    ],
    [
      'directives on spreads',
      `{ ...a @x ...a @x } fragment a on Query ${repeat(50, () => '@x')} { __typename }`,
      refused(/102 directives/),
    ],
    ['a bomb of fragments', `{ ...f0 } ${bomb(30, '__typename')}`, refused(/1073741824 fields, and 5000 .*MAX_FIELDS/)],
    ['a bomb that overflows', `{ ...f0 } ${bomb(90, '__typename')}`, refused(/fields at its top/)],
    [
      'a fragment that spreads itself',
      '{ ...a } fragment a on Query { ...a }',
      refused(/Cannot spread fragment "a" within itself\./),
    ],
    [
      'fragments in a circle',
      `{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }`,
      refused(/Cannot spread fragment "a" within itself via "b"/),
    ],
    [
      'fragments of one name',
      '{ ...a } fragment a on Query { __typename } fragment a on Query { ...a }',
      refused(/only one fragment named "a"/),
    ],
    ['many tokens', `{ ${repeat(5000, () => 'a')} }`, unreadable(/more than the 5000 tokens.*MAX_TOKENS/)],
    [
      'a long comment',
      `{ __typename } # ${'x'.repeat(140_000)}`,
      unreadable(/140017 bytes, and 131072 .*MAX_DOCUMENT_BYTES/),
    ],
    ['few characters of many bytes', `{ __typename } # ${'😀'.repeat(40_000)}`, unreadable(/160017 bytes/)],
    ['a long name', `{ ${'a'.repeat(140_000)} }`, unreadable(/bytes, and 131072/)],
    [
      'the schema within the schema',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
      refused(/Maximum introspection depth exceeded/),
    ],
    [
      'a subscription',
      'subscription { __typename }',
      refused(/not configured to execute subscription/, 'BAD_USER_INPUT', 200),
    ],
    [
      'a definition of a type',
      'type Query { a: Int }',
      refused(/Could not determine what operation/, 'OPERATION_RESOLUTION_FAILURE'),
    ],
    ['letters that look alike', '{ __typenаme }', unreadable(/Invalid|Unexpected/)],
    ['a control character', '{ __typename\u0000 }', unreadable(/Unexpected character: U\+0000/)],
  ];

  test.each(attacks)('%s', async (_, query, refusal) => {
    await expectRefusal(gateway, JSON.stringify({ query }), refusal);
  });

  const neighbours: [name: string, document: string][] = [
    ['a hundred root fields with aliases', `{ ${repeat(100, (n) => `a${n}: __typename`)} }`],
    ['a fragment called __schema', '{ ...__schema } fragment __schema on Query { __typename }'],
    ['a fragment that is spread twice', '{ ...a ...a } fragment a on Query { __typename }'],
    [
      'fragments in a chain',
      `{ ...f0 } ${repeat(50, (n) => `fragment f${n} on Query { ...f${n + 1} }`)} fragment f50 on Query { __typename }`,
    ],
    ['a hundred directives', `{ __typename ... @skip(if: false) { a: __typename @include(if: true) } }`],
    ['brackets in a text', `{ node(id: "${'{'.repeat(200)}") { id } __typename }`],
    ['a long comment that is not too long', `{ __typename } # ${'x'.repeat(130_000)}`],
    [
      'the schema, as GraphiQL asks for it',
      '{ __schema { types { name fields { name type { name ofType { name ofType { name } } } } } } }',
    ],
  ];

  test.each(neighbours)('%s is answered', async (_, query) => {
    const { answer } = await send(gateway, JSON.stringify({ query }));
    expect(answer.data).not.toBeFalsy();
  });
});

describe('what an operation asks for', () => {
  const attacks: [name: string, document: string, variables: object, cost: RegExp][] = [
    [
      'pages within pages',
      inTable(wideRows('1000', related('1000', 'id'))),
      {},
      /up to 1003004 values, and 500000 .*MAX_COST/,
    ],
    [
      'pages within pages, by variables',
      `query ($n: Int) ${inTable(wideRows('$n', related('$n', 'id')))}`,
      { n: 1000 },
      /up to 1003004 values/,
    ],
    [
      'pages within pages, by defaults of variables',
      `query ($n: Int = 1000) ${inTable(wideRows('$n', related('$n', 'id')))}`,
      {},
      /up to 1003004 values/,
    ],
    [
      'pages within pages, in a fragment',
      `${inTable('...a')} fragment a on Table { ${wideRows('1000', '...b')} } fragment b on Row { ${related('1000', 'id')} }`,
      {},
      /up to 1003004 values/,
    ],
    [
      'nodes in a fragment on the connection',
      `${inTable('rows(first: 1000) { ...a }')} fragment a on RowConnection { nodes { ${related('1000', 'id')} } }`,
      {},
      /up to 1003004 values/,
    ],
    [
      'edges instead of nodes',
      inTable(`rows(first: 1000) { edges { node { ${related('1000', 'id')} } } }`),
      {},
      /up to 1004004 values/,
    ],
    [
      'round and round through parents',
      inTable(wideRows('100', `table { ${wideRows('100', `table { ${wideRows('100', 'id')} }`)} }`)),
      {},
      /up to 1\d{6} values/,
    ],
    [
      'default pages, four deep',
      inTable(
        `rows { nodes { ${['', '', '', ''].reduce((inside) => `table { rows { nodes { id ${inside} } } }`, 'id')} } }`,
      ),
      {},
      /values, and 500000/,
    ],
    [
      'hidden under @skip',
      inTable(`rows(first: 1000) @skip(if: true) { nodes { ${related('1000', 'id')} } } name`),
      {},
      /up to 1003005 values/,
    ],
    [
      'the same page many times',
      inTable(
        repeat(
          150,
          (n) =>
            `a${n}: ${wideRows(
              '1000',
              repeat(4, () => 'id'),
            )}`,
        ),
      ),
      {},
      /up to 600302 values/,
    ],
    [
      'long lists within pages',
      `query ($in: [CqlValue!]) ${inTable(wideRows('1000', `relatedRows(table: "t", key: [{column: "a", from: "b"}], where: [{column: "c", in: $in}]) { nodes { id } }`))}`,
      { in: Array(1000).fill(1) },
      /up to 1\d{6} values/,
    ],
    [
      'long lists in the document',
      inTable(
        wideRows(
          '1000',
          `relatedRows(table: "t", key: [{column: "a", from: "b"}], where: [{column: "c", in: [${repeat(500, () => '1')}]}]) { nodes { id } }`,
        ),
      ),
      {},
      /up to 5\d{5} values/,
    ],
    [
      'pages for each id',
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Table { ${wideRows(
        '1000',
        repeat(6, () => 'id'),
      )} } } }`,
      { ids: Array(100).fill('x') },
      /up to 600\d{3} values/,
    ],
    [
      'pages for each write',
      `mutation ($rows: [RowValues!]!) { createRows(input: { keyspace: "k", table: "t", rows: $rows }) { results { row { table { ${wideRows('1000', 'id')} } } } } }`,
      { rows: Array(600).fill({ a: 1 }) },
      /up to 603\d{3} values/,
    ],
    [
      'a first beyond all numbers',
      `query ($n: Int) ${inTable(wideRows('$n', 'id'))}`,
      { n: 1e300 },
      /values, and 500000/,
    ],
    [
      'databases, keyspaces, tables, columns, again and again',
      `{ databases(first: 1000) { nodes { keyspaces { tables { columns { name } } } } } }`,
      {},
      /up to 1111002 values/,
    ],
  ];

  test.each(attacks)('%s', async (_, query, variables, message) => {
    await expectRefusal(gateway, JSON.stringify({ query, variables }), refused(message));
  });

  const neighbours: [name: string, document: string, variables: object][] = [
    [
      'a thousand rows with a related row each',
      inTable(wideRows('1000', 'id relatedRow(table: "t", key: [{column: "a", from: "b"}]) { values }')),
      {},
    ],
    [
      'all databases with all columns',
      '{ databases(first: 25) { nodes { keyspaces { tables { columns { name type } } } } } }',
      {},
    ],
    [
      'a small page, whatever its variable could have been',
      `query ($n: Int = 100000) ${inTable(wideRows('$n', related('$n', 'id')))}`,
      { n: 10 },
    ],
    [
      'rubbish instead of a number, which has an error of its own',
      `query ($n: Int) ${inTable(wideRows('$n', 'id'))}`,
      { n: 'many' },
    ],
  ];

  test.each(neighbours)('%s is not refused', async (_, query, variables) => {
    const { answer } = await send(gateway, JSON.stringify({ query, variables }));
    expect(answer.errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test('the cost is what the README says', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { ... on Table { rows(first: 100) { nodes { key values } } } } }';
    const body = JSON.stringify({ query, variables: { id: 'x' } });
    // One more for the field around it.
    const small = await startGateway({ limits: { maxCost: 202 } });
    await expectRefusal(small, body, refused(/up to 203 values, and 202 are allowed/));
    await small.close();
  });
});

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
    await expectRefusal(gateway, body, refusal);
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
    const { status, answer } = await send(gateway, body);
    expect([status, answer.data?.__typename]).toEqual([200, 'Query']);
  });

  test('members of every object are changed by nothing that is sent', async () => {
    await send(
      gateway,
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
    const response = await fetch(gateway.url, {
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
    const response = await fetch(encodeURI(`${gateway.url}?${parameters}`), { headers });
    const { errors } = (await response.json()) as GraphQLAnswer;
    expect([response.status, errors?.[0]?.message]).toEqual([status, expect.stringMatching(message)]);
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('%s is 405', async (method) => {
    const response = await fetch(gateway.url, { method, headers: JSON_HEADERS, body: '{"query":"{ __typename }"}' });
    expect(response.status).toBe(405);
  });

  test('by GET a query with a header that a page cannot send is answered', async () => {
    const response = await fetch(`${gateway.url}?query=%7B__typename%7D`, { headers: preflighted });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('where the schema is private', () => {
  const attacks: [name: string, document: string][] = [
    ['the schema', '{ __schema { queryType { name } } }'],
    ['one type', '{ __type(name: "Row") { name } }'],
    ['the schema under another name', '{ __typename a: __schema { queryType { name } } }'],
    [
      'the schema in a fragment',
      '{ ...a } fragment a on Query { ...b } fragment b on Query { __schema { queryType { name } } }',
    ],
    [
      'the schema in a fragment called __schema',
      '{ ...__schema } fragment __schema on Query { __type(name: "Row") { name } }',
    ],
    [
      'the schema behind an operation that does not want it',
      'query A { __typename } query B { __schema { queryType { name } } }',
    ],
  ];
  test.each(attacks)('%s is not told', async (_, query) => {
    await expectRefusal(
      closed,
      JSON.stringify({ query, operationName: query.includes('query B') ? 'A' : undefined }),
      refused(/introspection has been disabled/),
    );
  });

  const guesses: [name: string, document: string, variables: object][] = [
    ['a field', '{ databasez { nodes { id } } }', {}],
    ['an argument', '{ databases(frist: 1) { nodes { id } } }', {}],
    ['a type', 'query ($a: RowKeyz) { __typename }', {}],
    ['a field of another type', '{ node(id: "a") { values } }', {}],

    ['a value', inTable('rows(sort: [{column: "a", order: ASCC}]) { nodes { id } }'), {}],
    [
      'a value in a variable',
      `query ($sort: [ColumnSort!]) ${inTable('rows(sort: $sort) { nodes { id } }')}`,
      { sort: [{ column: 'a', order: 'ASCC' }] },
    ],
    [
      'a member in a variable',
      `query ($sort: [ColumnSort!]) ${inTable('rows(sort: $sort) { nodes { id } }')}`,
      { sort: [{ column: 'a', ordr: 'ASC' }] },
    ],
  ];
  test.each(guesses)('a guess at %s is answered without a hint', async (_, query, variables) => {
    const body = JSON.stringify({ query, variables });
    const told = async (target: RunningGateway) =>
      (await send(target, body)).answer.errors?.map(({ message }) => message).join();
    expect(await told(gateway)).toMatch(/Did you mean/);
    expect(await told(closed)).not.toMatch(/Did you mean|undefined/);
  });

  test('what a type is called can still be asked', async () => {
    const { answer } = await send(closed, '{"query":"{ __typename }"}');
    expect(answer).toEqual({ data: { __typename: 'Query' } });
  });
});
