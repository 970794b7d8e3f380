/** Who is let in: hosts, targets and connections, from bytes on a socket to the answer, its headers and its line in the log. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { message, type RawAnswer, sendRaw } from '../../support/raw-request.ts';

let loopback: RunningGateway;
let listed: RunningGateway;
let open: RunningGateway;
const HOSTS = ['graph.example.com', '*.wild.example.com', '192.0.2.7', '2001:db8::1'];
beforeAll(async () => {
  const auth = { ownToken: 'direct' } as const;
  loopback = await startGateway({
    auth,
    corsOrigins: ['https://app.example'],
    gateway: { hostRule: { allowedHosts: [], isLoopback: true } },
  });
  listed = await startGateway({ auth, gateway: { hostRule: { allowedHosts: HOSTS, isLoopback: false } } });
  open = await startGateway({ auth });
});
afterAll(() => Promise.all([loopback.close(), listed.close(), open.close()]));

const QUERY = '{"query":"{ database { keyspaces { name } } }"}';
const JSON_TYPE = 'Content-Type: application/json';

function ask(target: RunningGateway, host: string, line = 'POST /graphql HTTP/1.1', headers: string[] = []) {
  return sendRaw(target.url, message(line, [`Host: ${host}`, JSON_TYPE, ...headers], QUERY));
}

/** A refusal is GraphQL, tells nothing of the inside, and is found in the log by its id. */
function expectRefusal(target: RunningGateway, answer: RawAnswer, status: number, text: RegExp): void {
  expect([answer.status, answer.headers['content-type']]).toEqual([
    status,
    expect.stringMatching(/^application\/.*json/),
  ]);
  const { errors, data } = JSON.parse(answer.body);
  expect([data, errors.length, errors[0].message]).toEqual([undefined, 1, expect.stringMatching(text)]);
  expect(answer.body).not.toMatch(/node_modules|\.[jt]s\b|\n +at /);
  expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  const requestId = answer.headers['x-request-id'];
  expect(errors[0].extensions).toEqual({ code: 'BAD_REQUEST', requestId });
  expect(target.logLines.filter((entry) => entry.requestId === requestId)).toMatchObject([
    { event: 'request', status, errors: ['BAD_REQUEST'] },
  ]);
}

describe('on loopback', () => {
  const OWN = [
    'localhost',
    'LOCALHOST:4000',
    'localhost.',
    'app.localhost:80',
    '127.0.0.1',
    '127.9.9.9:1',
    '[::1]:4000',
  ];
  test.each([...OWN, '[::ffff:127.0.0.1]', '127.1'])('%s is answered, and lent the token of its own', async (host) => {
    expect(JSON.parse((await ask(loopback, host)).body).data.database.keyspaces).not.toBeNull();
  });

  const FOREIGN = [
    'rebound.example',
    'localhost.example',
    'notlocalhost',
    '127.0.0.1.example',
    '192.168.1.9',
    '0.0.0.0',
  ];
  test.each([...FOREIGN, '[::2]:4000', '[::ffff:192.0.2.1]', 'a_b.example:4000', 'xn--bcher-kva.example'])(
    '%s is 421, by its name',
    async (host) => {
      loopback.clearUpstreamRequests();
      expectRefusal(loopback, await ask(loopback, host), 421, /does not answer as ".+": .*ASTRA_GRAPHQL_ALLOWED_HOSTS/);
      expect(loopback.upstreamRequests()).toEqual([]);
    },
  );

  test.each([
    'GET /health',
    'HEAD /health',
    'GET /ready',
    'GET /metrics',
    'GET /',
    'GET /graphql',
    'GET /graphql/assets/a.js',
    'GET /nothing',
    'OPTIONS /graphql',
    'OPTIONS /health',
    'DELETE /graphql',
    'POST /x/health',
    'GET //rebound.example/graphql',
  ])('no path and no method gets by: %s', async (line) => {
    const headers = ['Accept: text/html', 'Origin: https://app.example', 'Access-Control-Request-Method: POST'];
    expect((await ask(loopback, 'rebound.example', `${line} HTTP/1.1`, headers)).status).toBe(421);
  });

  test.each([
    'X-Forwarded-Host: localhost',
    'Forwarded: host=localhost',
    'X-Host: localhost',
    'Origin: http://localhost',
  ])('no other header gets by: %s', async (header) => {
    expect((await ask(loopback, 'rebound.example', 'POST /graphql HTTP/1.1', [header])).status).toBe(421);
  });

  test('as a function it looks at Host, and else at the URL', async () => {
    const init = (headers = {}) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: QUERY,
    });
    const answer = async (url: string, headers = {}) => (await loopback.fetch(new Request(url, init(headers)))).status;
    expect(await answer('http://rebound.example/graphql')).toBe(421);
    expect(await answer('http://localhost/graphql')).toBe(200);
    expect(await answer('http://localhost/graphql', { host: 'rebound.example' })).toBe(421);
  });
});

describe('with a list', () => {
  test.each([
    'graph.example.com',
    'GRAPH.example.com:8443',
    'a.wild.example.com',
    'a.b.wild.example.com',
    '192.0.2.7',
    '[2001:DB8:0::1]:1',
    'localhost',
  ])('%s is answered, and lent the token of its own', async (host) => {
    expect(JSON.parse((await ask(listed, host)).body).data.database.keyspaces).not.toBeNull();
  });

  test.each(['example.com', 'wild.example.com', 'notwild.example.com', 'graph.example.com.evil', '192.0.2.8'])(
    '%s is 421',
    async (host) => {
      expectRefusal(listed, await ask(listed, host), 421, /does not answer as/);
    },
  );
});

test('without a list and not on loopback any host is answered, but a name of anybody’s is lent no token', async () => {
  expect(JSON.parse((await ask(open, '192.168.1.9')).body).errors).toBeUndefined();
  const { errors } = JSON.parse((await ask(open, 'rebound.example')).body);
  expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

describe('what is no request', () => {
  const HOST = 'Host: localhost';
  test.each([
    ['a host with a blank', message('GET /graphql HTTP/1.1', ['Host: a b']), 400, /Host "a b" is no host/],
    ['a host with a path', message('GET /x HTTP/1.1', ['Host: localhost/graphql?']), 400, /is no host/],
    ['a host with a user', message('GET /x HTTP/1.1', ['Host: localhost@rebound.example']), 400, /is no host/],
    ['a host with a port beyond all', message('GET /x HTTP/1.1', ['Host: localhost:99999']), 400, /is no host/],
    ['a host of brackets', message('GET /x HTTP/1.1', ['Host: [::1']), 400, /is no host/],
    ['a host with escapes', message('GET /x HTTP/1.1', ['Host: local%68ost']), 400, /is no host/],
    ['an empty host', message('GET /x HTTP/1.1', ['Host:']), 400, /Host "" is no host/],
    ['no host', message('GET /graphql HTTP/1.1', []), 400, /has no Host/],
    ['two hosts', message('GET /x HTTP/1.1', [HOST, 'Host: rebound.example']), 400, /2 Host headers/],
    ['the same host twice', message('GET /x HTTP/1.1', [HOST, HOST]), 400, /2 Host headers/],
    ['GET *', message('GET * HTTP/1.1', [HOST]), 400, /asks for "\*"/],
    ['OPTIONS *', message('OPTIONS * HTTP/1.1', [HOST]), 400, /asks for "\*"/],
    ['an absolute target', message('GET http://localhost/graphql HTTP/1.1', [HOST]), 400, /asks for "http:/],
    ['an absolute target elsewhere', message('GET http://rebound.example/ HTTP/1.1', [HOST]), 400, /send a path/],
    ['CONNECT', message('CONNECT localhost:443 HTTP/1.1', [HOST]), 405, /no proxy/],
    ['a version of old', 'GET /graphql\r\n\r\n', 400, /has no Host/],
    ['nonsense', 'nonsense\r\n\r\n', 400, /no HTTP\/1.1 request/],
    ['TLS', Buffer.from('16030100010203', 'hex'), 400, /no HTTP\/1.1 request/],
    [
      'two lengths',
      message('POST /graphql HTTP/1.1', [HOST, 'Content-Length: 1', 'Content-Length: 2'], 'a'),
      400,
      /HTTP/,
    ],
    [
      'a long line',
      message(`GET /graphql?query=${'x'.repeat(20_000)} HTTP/1.1`, [HOST]),
      414,
      /send the query by POST/,
    ],
    ['long headers', message('GET /graphql HTTP/1.1', [HOST, `X: ${'x'.repeat(20_000)}`]), 431, /fewer or shorter/],
    ['an expectation', message('POST /graphql HTTP/1.1', [HOST, 'Expect: tea'], 'a'), 417, /"tea" cannot be met/],
  ])('%s is refused', async (_, bytes, status, text) => {
    expectRefusal(open, await sendRaw(open.url, bytes), status, text);
  });

  test('HTTP/1.0 needs no host', async () => {
    expect((await sendRaw(open.url, message('GET /health HTTP/1.0', []))).status).toBe(200);
  });

  test('a client that leaves at once ends nothing', async () => {
    await Promise.all(Array.from({ length: 20 }, () => sendRaw(open.url, 'CONNECT x:1 HTTP/1.1\r\n\r\nmore')));
    expect((await sendRaw(open.url, message('GET /health HTTP/1.1', [HOST]))).status).toBe(200);
  });
});

describe('refusals', () => {
  const post = (headers: Record<string, string>, method = 'POST') =>
    fetch(open.url, { method, headers, ...(method === 'POST' && { body: '{"query":"{ __typename }"}' }) });
  const JSON_HEADERS = { 'content-type': 'application/json' };

  test.each([
    [406, /^Answers are JSON: send "Accept: /, () => post({ ...JSON_HEADERS, accept: 'image/png' }), 'accept'],
    [406, /^Answers are JSON/, () => fetch(open.url, { headers: { accept: 'text/csv' } }), 'accept'],
    [
      415,
      /"Content-Type: application\/json"; its type is "text\/plain"/,
      () => post({ 'content-type': 'text/plain' }),
      'accept',
    ],
    [405, /^DELETE means nothing here/, () => post({}, 'DELETE'), 'allow'],
    [405, /^PUT means nothing here/, () => post({ accept: 'image/png' }, 'PUT'), 'allow'],
    [405, /^PATCH means nothing here/, () => post({}, 'PATCH'), 'allow'],
  ])('%i says what to send: %s', async (status, text, send, header) => {
    const response = await send();
    expect([response.status, response.headers.get(header)]).toEqual([status, expect.any(String)]);
    const { errors } = await response.json();
    const requestId = response.headers.get('x-request-id');
    expect(errors).toEqual([{ message: expect.stringMatching(text), extensions: { code: 'BAD_REQUEST', requestId } }]);
    expect(open.logLines.filter((entry) => entry.requestId === requestId)).toMatchObject([{ errors: ['BAD_REQUEST'] }]);
  });

  test('a type of GraphQL is used for who takes it, and for nobody else', async () => {
    const typed = await post({ accept: 'application/graphql-response+json', 'content-type': 'text/plain' });
    expect(typed.headers.get('content-type')).toMatch(/^application\/graphql-response\+json/);
    const plain = await post({ accept: 'image/png' });
    expect(plain.headers.get('content-type')).toMatch(/^application\/json/);
  });

  test.each([
    '/',
    '//graphql',
    '/\\graphql',
    '/%',
    '/%zz%00',
    '/x/graphql',
    '/graphql/x/y/z',
    '/graphql/x.y',
    '/graphql%2f',
    '/x/health',
    '/graphqlx?a=/graphql',
    '/Graphql',
  ])('%s is 404, and says where GraphQL is', async (path) => {
    const answer = await ask(open, 'localhost', `POST ${path} HTTP/1.1`);
    const { errors } = JSON.parse(answer.body);
    const extensions = { code: 'NOT_FOUND', requestId: answer.headers['x-request-id'] };
    expect([answer.status, errors]).toEqual([404, [{ message: expect.stringContaining('/graphql'), extensions }]]);
  });

  test('a file that GraphiQL has not is 404 with a body', async () => {
    const response = await fetch(`${open.url}/assets/nothing.js`);
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });

  test('a query string does not make a path', async () => {
    const answer = await ask(open, 'localhost', 'POST /graphql?a=/health HTTP/1.1');
    expect(JSON.parse(answer.body)).toHaveProperty('data');
    expect((await ask(open, 'localhost', 'POST /graphql/ HTTP/1.1')).status).toBe(200);
  });

  test.each(['/health', '/ready', '/metrics'])('POST %s is 405', async (path) => {
    const answer = await ask(open, 'localhost', `POST ${path} HTTP/1.1`);
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});
