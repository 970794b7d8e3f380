/** `createGateway` as a program uses it: a function from Request to Response, configured by an object alone. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { type Listening, listen } from '../../emulator/server/server.ts';
import { ConfigError, createGateway, type GatewayConfig } from '../../gateway/index.ts';
import type { GraphQLAnswer } from '../support/gateway.ts';
import { until } from '../support/until.ts';

let emulator: Emulator;
let server: Listening;
let upstream: GatewayConfig;

beforeAll(async () => {
  emulator = await createEmulator({ delaysMs: 0, loggedRequests: 1000 });
  server = await listen(emulator);
  const { defaultDatabaseId, defaultDatabaseRegion } = emulator;
  upstream = { devopsUrl: server.url, apiEndpoint: `${server.url}/${defaultDatabaseId}-${defaultDatabaseRegion}` };
});
afterAll(async () => {
  await server.close();
  await emulator.close();
});

const QUERY = '{ database { name keyspaces { name } } }';

function post(
  url: string,
  query = QUERY,
  headers: Record<string, string> = { authorization: `Bearer ${emulator.applicationToken}` },
): Request {
  const body = JSON.stringify({ query });
  return new Request(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
}

describe('a fetch handler', () => {
  test('answers with a Response of the platform, which frameworks insist upon', async () => {
    const gateway = createGateway({ ...upstream, log: () => {} });
    for (const request of [
      post('http://host/graphql'),
      post('http://host/graphql', '{'),
      new Request('http://host/'),
    ]) {
      expect(await gateway.fetch(request)).toBeInstanceOf(Response);
    }
    const answer = await (await gateway.fetch(post('http://host/graphql'))).json();
    expect(answer).toMatchObject({ data: { database: { name: 'local' } } });
    await gateway.close();
  });

  test('answers any host, and lends its token to it, unless its own hosts are configured', async () => {
    const lent = { ...upstream, applicationToken: emulator.applicationToken, serveWithoutToken: true, log: () => {} };
    const ask = async (gateway: ReturnType<typeof createGateway>, url: string) => {
      const response = await gateway.fetch(post(url, QUERY, {}));
      return [response.status, ((await response.json()) as GraphQLAnswer).data?.database?.keyspaces !== undefined];
    };
    const open = createGateway(lent);
    expect(await ask(open, 'http://any.example/graphql')).toEqual([200, true]);
    const closed = createGateway({ ...lent, allowedHosts: ['*.own.example'] });
    expect(await ask(closed, 'http://a.own.example/graphql')).toEqual([200, true]);
    expect(await ask(closed, 'http://any.example/graphql')).toEqual([421, false]);
    await Promise.all([open.close(), closed.close()]);
  });

  test('answers at the path that it is given, and there alone', async () => {
    const gateway = createGateway({ ...upstream, endpoint: '/api/graphql', log: () => {} });
    expect((await gateway.fetch(post('http://host/api/graphql'))).status).toBe(200);
    expect((await gateway.fetch(post('http://host/graphql'))).status).toBe(404);
    expect((await gateway.fetch(new Request('http://host/health'))).status).toBe(200);
    await gateway.close();
  });

  test('sends every upstream call through the fetch that it is given', async () => {
    const urls: string[] = [];
    const gateway = createGateway({
      ...upstream,
      log: () => {},
      fetch: (url, init) => {
        urls.push(url);
        return fetch(url, init);
      },
    });
    emulator.requests.clear();
    expect((await gateway.fetch(post('http://host/graphql'))).status).toBe(200);
    expect(urls).toHaveLength(2);
    expect(emulator.requests.entries).toHaveLength(2);
    await gateway.close();
  });

  test('gives each line of the log to the configured function', async () => {
    const lines: unknown[] = [];
    const gateway = createGateway({ ...upstream, log: (line) => lines.push(line) });
    await gateway.fetch(post('http://host/graphql'));
    expect(lines).toMatchObject([{ event: 'request', operation: 'query', status: 200 }]);
    await gateway.close();
  });

  test.each([
    [{}, ['UNAUTHENTICATED']],
    [{ serveWithoutToken: true }, []],
  ])('lends its own token only when that is said: %j', async (config, expected) => {
    const { applicationToken } = emulator;
    const gateway = createGateway({ ...upstream, applicationToken, log: () => {}, ...config });
    const answer = await gateway.fetch(post('http://host/graphql', '{ database { keyspaces { name } } }', {}));
    const { errors = [] } = (await answer.json()) as GraphQLAnswer;
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(expected);
    await gateway.close();
  });
});

describe('behind a plain server of Node', () => {
  async function serve(listener: RequestListener) {
    const plain = createServer(listener).listen(0, '127.0.0.1');
    await once(plain, 'listening');
    return { plain, url: `http://127.0.0.1:${(plain.address() as AddressInfo).port}` };
  }

  test('each graph answers at its path, also where a framework has cut that off', async () => {
    const gateway = createGateway({ ...upstream, log: () => {} });
    const { plain, url } = await serve((incoming, outgoing) => {
      const cut = { originalUrl: incoming.url, url: incoming.url?.replace('/graphql', '') || '/' };
      gateway.listener(Object.assign(incoming, cut), outgoing);
    });
    const response = await fetch(post(`${url}/graphql`));
    expect(await response.json()).toMatchObject({ data: { database: { name: 'local' } } });
    const typed = await fetch(post(`${url}/graphql/nowhere`, '{ __typename }'));
    expect([typed.status, await typed.text()]).toEqual([404, expect.stringContaining('nowhere')]);
    plain.closeAllConnections();
    plain.close();
    await gateway.close();
  });

  test('answers end their connections while it is being closed, so that it closes at once', async () => {
    const gateway = createGateway({ ...upstream, log: () => {} });
    const { plain, url } = await serve(gateway.listener);
    plain.keepAliveTimeout = 60_000;
    emulator.requests.clear();
    emulator.faults.latencyMs = 300;
    const answer = fetch(post(`${url}/graphql`));
    await until(() => emulator.requests.entries.length > 0, 'upstream is asked');
    const closed = once(plain, 'close');
    plain.close();
    emulator.faults.latencyMs = 0;
    expect((await answer).headers.get('connection')).toBe('close');
    expect(await (await answer).json()).toMatchObject({ data: { database: { name: 'local' } } });
    await closed;
    await gateway.close();
  });
});

describe('each problem of a configuration is one sentence that names the setting', () => {
  const stargate = { stargateRestUrl: 'http://a:1', stargateDocumentUrl: 'http://a:2', stargateAuthUrl: 'http://a:3' };
  test.each<[object, string]>([
    [
      {},
      'No upstream is given: set apiEndpoint for Astra, dataApiUrl for HCD or DSE, or stargateRestUrl and its like for Stargate.',
    ],
    [
      { apiEndpoint: '' },
      'No upstream is given: set apiEndpoint for Astra, dataApiUrl for HCD or DSE, or stargateRestUrl and its like for Stargate.',
    ],
    [{ ...stargate, maxDepth: 0 }, 'maxDepth is "0", but it must be a whole number from 1 to 2147483647.'],
    [{ ...stargate, maxDept: 3 }, 'maxDept is given, but createGateway has no such setting.'],
    [{ ...stargate, port: 4000 }, 'port is given, but createGateway has no such setting.'],
    [{ ...stargate, graphiql: 'no' }, 'graphiql is "no", but it must be true or false.'],
    [{ ...stargate, endpoint: 'graphql' }, 'endpoint is "graphql", but it must be a path such as /graphql.'],
    [{ ...stargate, endpoint: '/:any' }, 'endpoint is "/:any", but it must be a path such as /graphql.'],
    [
      { applicationToken: 'x' },
      'applicationToken is set, but apiEndpoint is not, so there is no database to ask: set it too.',
    ],
    [
      { stargateRestUrl: 'http://a:1' },
      'stargateRestUrl is set, but stargateDocumentUrl is not: a Stargate needs all three URLs.\n' +
        'stargateRestUrl is set, but stargateAuthUrl is not: a Stargate needs all three URLs.',
    ],
  ])('%j', (config, message) => {
    expect(() => createGateway(config)).toThrow(new ConfigError(...message.split('\n')));
  });

  test('variables of the environment mean nothing to it', () => {
    process.env.ASTRA_GRAPHQL_MAX_DEPTH = 'x';
    expect(() => createGateway(stargate)).not.toThrow();
    delete process.env.ASTRA_GRAPHQL_MAX_DEPTH;
  });
});
