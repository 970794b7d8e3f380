/** What an operator may set, and what comes of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readEmulateConfig } from '../../../gateway/config/emulate-config.ts';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import type { Setting } from '../../../gateway/config/setting.ts';
import { SETTINGS } from '../../../gateway/config/settings.ts';
import { ENDPOINT, ID, STARGATE } from './upstreams.ts';

describe('upstream', () => {
  test('nothing configured: the embedded emulator, whose token serves those who come directly', () => {
    const { upstream, auth, host, port } = readServeConfig({}, {});
    expect(upstream).toMatchObject({ kind: 'embedded', emulator: { folder: '.astra-graphql', sample: true } });
    expect(auth).toEqual({ acceptAuthorization: true, ownToken: 'direct' });
    expect({ host, port }).toEqual({ host: '127.0.0.1', port: 4000 });
  });

  const astra = {
    databaseId: ID,
    region: 'us-east1',
    api: 'data',
    dataUrl: `https://${ID}-us-east1.apps.astra.datastax.com/api/json`,
  };
  const old = { ...astra, api: 'stargate', dataUrl: `https://${ID}-us-east1.apps.astra.datastax.com/api/rest` };
  const local = { databaseId: ID, region: 'eu-1', api: 'data', dataUrl: `http://127.0.0.1:8090/${ID}-eu-1/api/json` };
  test.each([
    ['an endpoint', { ASTRA_DB_API_ENDPOINT: ENDPOINT }, astra],
    ['an endpoint with the path of an API', { ASTRA_DB_API_ENDPOINT: `${ENDPOINT}/api/rest/` }, astra],
    ['an endpoint with the path of commands', { ASTRA_DB_API_ENDPOINT: `${ENDPOINT}/api/json/v1` }, astra],
    ['an endpoint and its API of today', { ASTRA_DB_API_ENDPOINT: ENDPOINT, ASTRA_DB_API: 'data' }, astra],
    ['an endpoint and its API of old', { ASTRA_DB_API_ENDPOINT: ENDPOINT, ASTRA_DB_API: 'stargate' }, old],
    ['id, region and API', { ASTRA_DB_ID: ID, ASTRA_DB_REGION: 'us-east1', ASTRA_DB_API: 'stargate' }, old],
    ['id and region', { ASTRA_DB_ID: ID.toUpperCase(), ASTRA_DB_REGION: 'us-east1' }, astra],
    ['all that agree', { ASTRA_DB_API_ENDPOINT: ENDPOINT, ASTRA_DB_ID: ID, ASTRA_DB_REGION: 'us-east1' }, astra],
    ['an emulator', { ASTRA_DB_API_ENDPOINT: `http://127.0.0.1:8090/${ID}-eu-1` }, local],
  ])('Astra by %s', (_, environment, defaultDatabase) => {
    const { upstream, auth } = readServeConfig({}, environment);
    expect(upstream).toMatchObject({ kind: 'astra', devopsUrl: 'https://api.astra.datastax.com', defaultDatabase });
    expect(upstream).toMatchObject({ allowedOrigins: [new URL(defaultDatabase.dataUrl).origin] });
    expect(auth.ownToken).toBe('none');
  });

  test('Astra at an address of the operator’s, with id and region beside it', () => {
    const { upstream } = readServeConfig(
      {},
      {
        ASTRA_DB_API_ENDPOINT: 'http://proxy.internal:1234',
        ASTRA_DB_ID: ID,
        ASTRA_DB_REGION: 'r1',
        ASTRA_ALLOWED_ORIGINS: 'https://a.example, http://proxy.internal:1234',
      },
    );
    expect(upstream).toMatchObject({ defaultDatabase: { dataUrl: 'http://proxy.internal:1234/api/json' } });
  });

  test('a token of its own is used only when that is said', () => {
    const token = { ASTRA_DB_API_ENDPOINT: ENDPOINT, ASTRA_DB_APPLICATION_TOKEN: 'AstraCS:secret' };
    expect(readServeConfig({}, token).auth.ownToken).toBe('none');
    const open = readServeConfig({}, { ...token, ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN: 'true' });
    expect(open.auth.ownToken).toBe('direct');
    expect(open.upstream).toMatchObject({ applicationToken: 'AstraCS:secret' });
  });

  test('a self-hosted Stargate by its three addresses and a name', () => {
    expect(readServeConfig({}, { ...STARGATE, STARGATE_NAME: 'home' }).upstream).toMatchObject({
      kind: 'stargate',
      databases: [
        {
          name: 'home',
          restUrl: 'http://stargate:8082',
          documentUrl: 'http://stargate:8180',
          authUrl: 'http://stargate:8081',
        },
      ],
    });
  });

  test.each([
    [{ DATA_API_URL: 'http://hcd:8181' }, { name: 'data-api', dataApiUrl: 'http://hcd:8181' }],
    [
      { DATA_API_URL: 'http://hcd:8181/v1/', DATA_API_NAME: 'home' },
      { name: 'home', dataApiUrl: 'http://hcd:8181' },
    ],
    [{ DATA_API_URL: 'https://proxy/hcd/api/json' }, { name: 'data-api', dataApiUrl: 'https://proxy/hcd/api/json' }],
  ])('a self-hosted Data API by its address: %o', (environment, database) => {
    const { upstream, auth } = readServeConfig({}, environment);
    expect(upstream).toMatchObject({ kind: 'data-api', databases: [database] });
    expect(auth.ownToken).toBe('none');
  });

  test.each([
    [{}, {}, 'stargate'],
    [{ 'embedded-api': 'data' }, {}, 'data'],
    [{}, { ASTRA_GRAPHQL_EMBEDDED_API: 'data' }, 'data'],
    [{ 'embedded-api': 'stargate' }, { ASTRA_GRAPHQL_EMBEDDED_API: 'data' }, 'stargate'],
  ])('the emulator is read by the API that is chosen: %o %o', (flags, environment, api) => {
    expect(readServeConfig(flags, environment).upstream).toMatchObject({ kind: 'embedded', api });
  });

  test('columns without an index are filtered only where that is allowed', () => {
    expect(readServeConfig({}, {}).upstream.allowFiltering).toBe(false);
    expect(readServeConfig({}, { ASTRA_GRAPHQL_ALLOW_FILTERING: 'true' }).upstream.allowFiltering).toBe(true);
  });

  test.each([
    ['0.0.0.0', undefined, 'none'],
    ['192.168.1.2', undefined, 'none'],
    ['127.0.0.2', undefined, 'direct'],
    ['::1', undefined, 'direct'],
    ['localhost', undefined, 'direct'],
    ['127.0.0.1', 'false', 'none'],
    ['0.0.0.0', 'true', 'direct'],
  ])('embedded, on %s with the switch %s, lends its token to: %s', (host, isOn, ownToken) => {
    const environment = { ASTRA_GRAPHQL_HOST: host, ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN: isOn };
    expect(readServeConfig({}, environment).auth.ownToken).toBe(ownToken);
  });
});

describe('production', () => {
  const PRODUCTION = { ASTRA_GRAPHQL_PRODUCTION: 'true' };
  const CURE =
    'but no upstream is configured: set ASTRA_DB_API_ENDPOINT for Astra, DATA_API_URL for HCD or DSE, or STARGATE_REST_URL and its like for Stargate, or serve the emulator with --embedded.';

  test.each([{}, { 'check-config': true }])('does not serve the emulator with %o', (flags) => {
    expect(() => readServeConfig(flags, PRODUCTION)).toThrow(`ASTRA_GRAPHQL_PRODUCTION is true, ${CURE}`);
  });

  test('does so when that is said, and serves an upstream as ever', () => {
    expect(readServeConfig({ embedded: true }, PRODUCTION).upstream.kind).toBe('embedded');
    expect(readServeConfig({}, { ...PRODUCTION, ASTRA_GRAPHQL_EMBEDDED: 'true' }).upstream.kind).toBe('embedded');
    expect(readServeConfig({}, { ...PRODUCTION, ASTRA_DB_API_ENDPOINT: ENDPOINT }).upstream.kind).toBe('astra');
    expect(readServeConfig({ 'print-schema': true }, PRODUCTION).action).toBe('print-schema');
  });

  test('is not the only way to say that', () => {
    const environment = { ASTRA_GRAPHQL_EMBEDDED: 'false' };
    expect(() => readServeConfig({}, environment)).toThrow(`ASTRA_GRAPHQL_EMBEDDED is false, ${CURE}`);
  });

  test('an upstream beside --embedded is a contradiction', () => {
    const message = '--embedded is "true", but an upstream is configured too (stargate): unset one of the two.';
    expect(() => readServeConfig({ embedded: true }, STARGATE)).toThrow(message);
    expect(() => readServeConfig({ 'embedded-api': 'data' }, { DATA_API_URL: 'http://hcd:8181' })).toThrow(
      '--embedded-api is "data", but an upstream is configured (data-api), so there is no emulator: unset one of the two.',
    );
  });
});

describe('hosts', () => {
  test.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.2', false],
    ['gateway', false],
  ])('on %s others are refused without a list: %s', (host, isLoopback) => {
    expect(readServeConfig({ host }, {}).hostRule).toEqual({ allowedHosts: [], isLoopback });
  });

  test('are written as URLs write them', () => {
    const list = 'API.example.com, *.Bücher.example,192.0.2.1, ::1 ,[2001:DB8:0:0::1],a_b,*';
    const allowed = ['api.example.com', '*.xn--bcher-kva.example', '192.0.2.1', '::1', '2001:db8::1', 'a_b', '*'];
    const environment = { ASTRA_GRAPHQL_ALLOWED_HOSTS: list };
    expect(readServeConfig({}, environment).hostRule.allowedHosts).toEqual(allowed);
    expect(readEmulateConfig({ 'allowed-hosts': ['a', 'b,c'] }, {}).allowedHosts).toEqual(['a', 'b', 'c']);
  });

  const WRONG = [
    'https://a.example',
    'a.example:80',
    'a.example/',
    '*a.example',
    'a.*.example',
    'a b',
    '*.',
    '[::1]:80',
    'a@b',
  ];
  test.each(WRONG)('%s is none', (item) => {
    const message = `ASTRA_GRAPHQL_ALLOWED_HOSTS is ${JSON.stringify(item)}, but ${JSON.stringify(item)} is not a host such as`;
    expect(() => readServeConfig({}, { ASTRA_GRAPHQL_ALLOWED_HOSTS: item })).toThrow(message);
  });
});

describe('sources', () => {
  test('an option wins over its variable, and an empty variable is none', () => {
    const environment = { ASTRA_GRAPHQL_PORT: '5000', ASTRA_GRAPHQL_HOST: ' ' };
    expect(readServeConfig({ port: '6000' }, environment)).toMatchObject({ port: 6000, host: '127.0.0.1' });
  });

  test('emulate has its own port, and who may sign in', () => {
    expect(readEmulateConfig({ memory: true, user: 'me' }, {})).toEqual({
      host: '127.0.0.1',
      port: 8090,
      allowedHosts: [],
      user: 'me',
      password: 'cassandra',
      sample: true,
      seeds: [],
      reset: false,
      databases: [],
      latencyMs: 0,
      dataPageSize: 50,
      faults: undefined,
      quiet: false,
    });
  });

  test('the configuration is frozen', () => {
    expect(Object.isFrozen(readServeConfig({}, {}))).toBe(true);
  });
});

test('settings that are named in messages exist', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const files = ['resolvers', 'datasources'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${root}${folder}/${file}`, 'utf8')),
  );
  const named = [...files.join().matchAll(/ASTRA_GRAPHQL_\w+/g)].map(([name]) => name);
  const limits = Object.values<Setting>(SETTINGS).map(({ env }) => env);
  expect(new Set(named).size).toBeGreaterThanOrEqual(4);
  expect(named.filter((name) => !limits.includes(name))).toEqual([]);
});

describe('subgraph', () => {
  const on = { ASTRA_GRAPHQL_SUBGRAPH: 'true' };

  test('it is a graph of its own unless that is said', () => {
    expect(readServeConfig({}, {}).subgraph).toBeUndefined();
    expect(readServeConfig({}, on).subgraph).toEqual({});
    expect(readServeConfig({}, { ...on, ASTRA_GRAPHQL_TYPE_PREFIX: 'Astra' }).subgraph).toEqual({
      typePrefix: 'Astra',
    });
  });

  test('Authorization belongs to the router there, unless it is given to the gateway', () => {
    expect(readServeConfig({}, on).auth.acceptAuthorization).toBe(false);
    const given = { ...on, ASTRA_GRAPHQL_ACCEPT_AUTHORIZATION: 'true' };
    expect(readServeConfig({}, given).auth.acceptAuthorization).toBe(true);
  });

  test('a prefix must be the beginning of a name, and have something to stand before', () => {
    expect(() => readServeConfig({}, { ...on, ASTRA_GRAPHQL_TYPE_PREFIX: 'my_' })).toThrow(
      'ASTRA_GRAPHQL_TYPE_PREFIX is "my_", but it must be letters, digits, underscores and {keyspace}, and begin with a capital letter or {keyspace}.',
    );
    expect(() => readServeConfig({}, { ASTRA_GRAPHQL_TYPE_PREFIX: 'Astra' })).toThrow(
      'ASTRA_GRAPHQL_TYPE_PREFIX is "Astra", but ASTRA_GRAPHQL_SUBGRAPH is not true.',
    );
  });
});

test('.env.example lists every variable with its default, and no other', () => {
  const text = readFileSync(fileURLToPath(new URL('../../../.env.example', import.meta.url)), 'utf8');
  const listed = [...text.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
  expect(listed).toEqual(Object.values<Setting>(SETTINGS).map((setting) => [setting.env, setting.default ?? '']));
});
