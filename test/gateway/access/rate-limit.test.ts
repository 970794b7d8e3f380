/** Who comes too often is sent away, and told when to come back. */
import { afterEach, describe, expect, test } from 'vitest';
import { createRateStore, type RateStore } from '../../../gateway/access/rate-store.ts';
import { readClientAddress } from '../../../gateway/shared/client-address.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

const NONE = { requestsPerToken: 0, requestsPerAddress: 0, signInsPerAddress: 0 };
const SIGN_IN = 'mutation { createAuthToken(input: { username: "cassandra", password: "wrong" }) { authToken } }';
const open: RunningGateway[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((gateway) => gateway.close()));
});

async function start(rates: Partial<typeof NONE>, trustedProxies = 0, rateStore?: RateStore): Promise<RunningGateway> {
  const rateLimit = { rates: { ...NONE, ...rates }, trustedProxies, ...(rateStore && { rateStore }) };
  const gateway = await startGateway({ gateway: { rateLimit } });
  open.push(gateway);
  return gateway;
}

async function statuses(
  gateway: RunningGateway,
  requests: readonly Record<string, string>[],
  query = '{ __typename }',
) {
  const answers: number[] = [];
  for (const headers of requests) {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
    answers.push((await fetch(gateway.url, { ...init, body: JSON.stringify({ query }) })).status);
  }
  return answers;
}

describe('requests', () => {
  test('with one token are counted, whatever header brings it; another token has a count of its own', async () => {
    const gateway = await start({ requestsPerToken: 2 });
    const one = { authorization: 'Bearer one' };
    const requests = [one, { 'x-cassandra-token': 'one' }, one, { authorization: 'Bearer two' }, {}, {}, {}];
    expect(await statuses(gateway, requests)).toEqual([200, 200, 429, 200, 200, 200, 200]);
  });

  test('cannot hide behind a second token', async () => {
    const gateway = await start({ requestsPerToken: 2 });
    const requests = ['a', 'b', 'c'].map((other) => ({ authorization: 'Bearer one', 'x-cassandra-token': other }));
    expect(await statuses(gateway, requests)).toEqual([200, 200, 429]);
  });

  test('from one address are counted, whatever token they bring', async () => {
    const gateway = await start({ requestsPerAddress: 2 });
    const requests = ['a', 'b', 'c'].map((token) => ({ authorization: `Bearer ${token}`, 'x-forwarded-for': token }));
    expect(await statuses(gateway, requests)).toEqual([200, 200, 429]);
  });

  test('to the universal graph and to typed ones are counted together', async () => {
    const gateway = await start({ requestsPerAddress: 2 });
    expect(await statuses(gateway, [{}])).toEqual([200]);
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    };
    const typed = async () => (await fetch(`${gateway.url}/none`, init)).status;
    expect(await typed()).not.toBe(429);
    expect(await typed()).toBe(429);
    expect(await statuses(gateway, [{}])).toEqual([429]);
  });

  test('behind a proxy have the address that the proxy has seen', async () => {
    const gateway = await start({ requestsPerAddress: 1 }, 1);
    const hops = ['1.1.1.1', '2.2.2.2', '1.1.1.1', '9.9.9.9, 2.2.2.2'].map((hop) => ({ 'x-forwarded-for': hop }));
    expect(await statuses(gateway, hops)).toEqual([200, 200, 429, 429]);
  });

  test('beyond the limit get a time to retry after, and are not executed', async () => {
    const gateway = await start({ requestsPerToken: 1 });
    await gateway.query('{ __typename }');
    gateway.clearUpstreamRequests();
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${gateway.emulator.applicationToken}`,
    };
    const body = JSON.stringify({ query: '{ database { keyspaces { name } } }' });
    const response = await fetch(gateway.url, { method: 'POST', headers, body });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: 'More than 1 requests with one token in a minute (ASTRA_GRAPHQL_REQUESTS_PER_TOKEN); retry in 60 s.',
          extensions: { code: 'RATE_LIMITED' },
        },
      ],
    });
    expect(gateway.upstreamRequests()).toEqual([]);
    expect(gateway.logLines.at(-1)).toMatchObject({ event: 'request', status: 429, errors: ['RATE_LIMITED'] });
  });

  test('to probes are not counted', async () => {
    const gateway = await start({ requestsPerAddress: 1 });
    const probes = [1, 2, 3].map(async () => (await fetch(new URL('/health', gateway.url))).status);
    expect(await Promise.all(probes)).toEqual([200, 200, 200]);
  });

  test('are counted in a store of the operator’s, which sees no token and no address', async () => {
    const keys: string[] = [];
    const rateStore: RateStore = {
      async take(key) {
        keys.push(key);
        return key.startsWith('requestsPerToken') ? 1500 : 0;
      },
    };
    const gateway = await start({ requestsPerToken: 9, requestsPerAddress: 9 }, 0, rateStore);
    expect(await statuses(gateway, [{ authorization: 'Bearer secret' }])).toEqual([429]);
    expect(keys).toEqual([
      expect.stringMatching(/^requestsPerAddress:[\w-]{43}$/),
      expect.stringMatching(/^requestsPerToken:[\w-]{43}$/),
    ]);
  });
});

describe('sign-ins', () => {
  test('of one operation: one', async () => {
    const gateway = await start({});
    const two = `${SIGN_IN.slice(0, -1)} b: ${SIGN_IN.slice('mutation {'.length)}`;
    const fragments = `mutation { ...a } fragment a on Mutation { ${SIGN_IN.slice('mutation {'.length, -1)} ...b } fragment b on Mutation { c: ${SIGN_IN.slice('mutation {'.length, -1)} }`;
    for (const query of [two, fragments]) {
      const { errors } = await gateway.query(query);
      expect(errors?.[0]?.message).toBe(
        'The operation has 2 sign-ins, and 1 are allowed (ASTRA_GRAPHQL_MAX_SIGN_INS).',
      );
    }
    expect(gateway.upstreamRequests()).toEqual([]);
  });

  test('from one address are counted, while other operations go on', async () => {
    const gateway = await start({ signInsPerAddress: 2 });
    expect(await statuses(gateway, [{}, {}, {}], SIGN_IN)).toEqual([200, 200, 429]);
    expect(await statuses(gateway, [{}])).toEqual([200]);
    expect(gateway.upstreamRequests()).toHaveLength(2);
  });

  test('are limited without any setting', async () => {
    const gateway = await startGateway();
    open.push(gateway);
    expect((await statuses(gateway, Array(31).fill({}), SIGN_IN)).at(-1)).toBe(429);
  });
});

describe('the store in memory', () => {
  const RATE = { limit: 2, windowMs: 1000 };

  test('lets uses come at once or spread, and says when the next may', () => {
    let now = 0;
    const store = createRateStore(() => now);
    expect([store.take('a', RATE, 1), store.take('a', RATE, 1), store.take('a', RATE, 1)]).toEqual([0, 0, 500]);
    now = 499;
    expect(store.take('a', RATE, 1)).toBe(1);
    now = 500;
    expect([store.take('a', RATE, 1), store.take('a', RATE, 1)]).toEqual([0, 500]);
    now = 10_000;
    expect([store.take('a', RATE, 2), store.take('a', RATE, 1)]).toEqual([0, 500]);
  });

  test('counts each key for itself, and what is refused not at all', () => {
    const store = createRateStore(() => 0);
    expect([store.take('a', RATE, 3), store.take('a', RATE, 2), store.take('b', RATE, 1)]).toEqual([500, 0, 0]);
  });
});

describe('the address of a client', () => {
  const from = (remoteAddress: string, forwarded = '', trustedProxies = 0) =>
    readClientAddress(
      new Request('http://a/', { headers: { 'x-forwarded-for': forwarded } }),
      { req: { socket: { remoteAddress } } as never },
      trustedProxies,
    );

  test.each([
    ['1.2.3.4', '', 0, '1.2.3.4'],
    ['::ffff:1.2.3.4', '', 0, '1.2.3.4'],
    ['2001:db8::1', '', 0, '2001:db8:0:0'],
    ['2001:DB8:0:0:a:b:c:d', '', 0, '2001:db8:0:0'],
    ['2001:db8:1:2:3::', '', 0, '2001:db8:1:2'],
    ['fe80::1%eth0', '', 0, 'fe80:0:0:0'],
    ['::1', '', 0, '0:0:0:0'],
    ['10.0.0.1', '6.6.6.6', 0, '10.0.0.1'],
    ['10.0.0.1', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
    ['10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2', 2, '1.2.3.4'],
    ['10.0.0.1', '', 1, '10.0.0.1'],
    ['10.0.0.1', '1.2.3.4', 2, '1.2.3.4'],
    ['10.0.0.1', 'nonsense', 1, 'nonsense'],
  ])('%s, forwarded for "%s" behind %i proxies, is %s', (remote, forwarded, proxies, address) => {
    expect(from(remote, forwarded, proxies)).toBe(address);
  });
});
