/** What an operator may set, and what he is told when it cannot be: one sentence with name, value and cure. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readEmulateConfig } from '../../../gateway/config/emulate-config.ts';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import type { Setting } from '../../../gateway/config/setting.ts';
import { SETTINGS } from '../../../gateway/config/settings.ts';

const ID = '01234567-89ab-cdef-0123-456789abcdef';
const ENDPOINT = `https://${ID}-us-east1.apps.astra.datastax.com`;
const STARGATE = {
  STARGATE_REST_URL: 'http://stargate:8082',
  STARGATE_DOCUMENT_URL: 'http://stargate:8180/',
  STARGATE_AUTH_URL: 'http://stargate:8081',
};

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
    dataUrl: `https://${ID}-us-east1.apps.astra.datastax.com/api/rest`,
  };
  const local = { databaseId: ID, region: 'eu-1', dataUrl: `http://127.0.0.1:8090/${ID}-eu-1/api/rest` };
  test.each([
    ['an endpoint', { ASTRA_DB_API_ENDPOINT: ENDPOINT }, astra],
    ['an endpoint with its path', { ASTRA_DB_API_ENDPOINT: `${ENDPOINT}/api/rest/` }, astra],
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
    expect(upstream).toMatchObject({ defaultDatabase: { dataUrl: 'http://proxy.internal:1234/api/rest' } });
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
    'but no upstream is configured: set ASTRA_DB_API_ENDPOINT for Astra or STARGATE_REST_URL and its like for Stargate, or serve the emulator with --embedded.';

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

describe('mistakes', () => {
  const mistakes: [Record<string, string>, string][] = [
    [{ ASTRA_GRAPHQL_PORT: 'x' }, 'ASTRA_GRAPHQL_PORT is "x", but it must be a whole number from 0 to 65535.'],
    [{ ASTRA_GRAPHQL_PORT: '65536' }, 'ASTRA_GRAPHQL_PORT is "65536", but it must be a whole number from 0 to 65535.'],
    [
      { ASTRA_GRAPHQL_MAX_FIRST: '0' },
      'ASTRA_GRAPHQL_MAX_FIRST is "0", but it must be a whole number from 1 to 2147483647.',
    ],
    [{ ASTRA_GRAPHQL_QUIET: 'yes' }, 'ASTRA_GRAPHQL_QUIET is "yes", but it must be true or false.'],
    [{ ASTRA_GRAPHQL_PROT: '1' }, 'ASTRA_GRAPHQL_PROT is set, but there is no such setting; --help lists all.'],
    [
      { ASTRA_GRAPHQL_MEMORY: 'true', ASTRA_GRAPHQL_DATA_DIR: 'd' },
      'ASTRA_GRAPHQL_DATA_DIR is "d", but ASTRA_GRAPHQL_MEMORY keeps the data out of any folder: give one of the two.',
    ],
    [
      { ASTRA_GRAPHQL_CORS_ORIGINS: 'https://a.example/path' },
      'ASTRA_GRAPHQL_CORS_ORIGINS is "https://a.example/path", but each item must be an origin such as https://app.example.com, without a path.',
    ],
    [
      { ASTRA_DB_ID: ID },
      'ASTRA_DB_ID is set, but ASTRA_DB_REGION is not, so there is no database to ask: set it too.',
    ],
    [
      { ASTRA_DB_REGION: 'us-east1' },
      'ASTRA_DB_REGION is set, but ASTRA_DB_ID is not, so there is no database to ask: set it too.',
    ],
    [
      { ASTRA_DB_APPLICATION_TOKEN: 'AstraCS:secret' },
      'ASTRA_DB_APPLICATION_TOKEN is set, but ASTRA_DB_API_ENDPOINT is not, so there is no database to ask: set it too.',
    ],
    [
      { ASTRA_DB_ID: 'mine', ASTRA_DB_REGION: 'us-east1' },
      'ASTRA_DB_ID is "mine", but it must be a UUID, the database\'s id.',
    ],
    [
      { ASTRA_DB_ID: ID, ASTRA_DB_REGION: 'us/east' },
      'ASTRA_DB_REGION is "us/east", but it must be the name of a region such as us-east1.',
    ],
    [{ ASTRA_DB_API_ENDPOINT: 'there' }, 'ASTRA_DB_API_ENDPOINT is "there", but it must be an http or https URL.'],
    [
      { ASTRA_DB_API_ENDPOINT: 'ftp://there' },
      'ASTRA_DB_API_ENDPOINT is "ftp://there", but it must be an http or https URL.',
    ],
    [
      { ASTRA_DB_API_ENDPOINT: 'https://me:secret@there.example' },
      'ASTRA_DB_API_ENDPOINT must be a URL without user, password, query and fragment.',
    ],
    [
      { ASTRA_DB_API_ENDPOINT: 'https://there.example' },
      'ASTRA_DB_API_ENDPOINT is "https://there.example", but id and region cannot be read from it: set ASTRA_DB_ID and ASTRA_DB_REGION too.',
    ],
    [
      { ASTRA_DB_API_ENDPOINT: `http://${ID}-us-east1.apps.astra.datastax.com` },
      `ASTRA_DB_API_ENDPOINT is "http://${ID}-us-east1.apps.astra.datastax.com", but tokens would travel unencrypted: use https, or list http://${ID}-us-east1.apps.astra.datastax.com in ASTRA_ALLOWED_ORIGINS.`,
    ],
    [
      { ASTRA_DB_API_ENDPOINT: ENDPOINT, ASTRA_DEVOPS_URL: 'http://api.example' },
      'ASTRA_DEVOPS_URL is "http://api.example", but tokens would travel unencrypted: use https, or list http://api.example in ASTRA_ALLOWED_ORIGINS.',
    ],
    [
      { ASTRA_DB_API_ENDPOINT: ENDPOINT, ASTRA_DB_REGION: 'eu-1' },
      `ASTRA_DB_REGION is "eu-1", but the endpoint ${ENDPOINT} says us-east1: leave one of the two out.`,
    ],
    [
      { ASTRA_DB_API_ENDPOINT: ENDPOINT, ASTRA_DB_APPLICATION_TOKEN: 'AstraCS:sec ret' },
      'ASTRA_DB_APPLICATION_TOKEN is set, but it must be printable ASCII characters without blanks.',
    ],
    [
      { ASTRA_DB_API_ENDPOINT: ENDPOINT, ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN: 'true' },
      'ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN is true, but ASTRA_DB_APPLICATION_TOKEN is not set: set it too.',
    ],
    [
      { ...STARGATE, ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN: 'true' },
      'ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN is "true", but a self-hosted Stargate\'s tokens expire, so each client must bring its own.',
    ],
    [
      { STARGATE_REST_URL: 'http://a:1', STARGATE_AUTH_URL: 'http://a:2' },
      'STARGATE_REST_URL is set, but STARGATE_DOCUMENT_URL is not: a Stargate needs all three URLs.',
    ],
    [
      { ...STARGATE, STARGATE_NAME: 'default' },
      'STARGATE_NAME is "default", but it must be 1 to 48 letters, digits, _ or -, and not the word default.',
    ],
    [
      { ...STARGATE, ASTRA_DB_ID: ID },
      'ASTRA_DB_ID names Astra and STARGATE_REST_URL a self-hosted Stargate, but there can be one upstream only: unset one of them.',
    ],
  ];

  test.each(mistakes)('%o', (environment, message) => {
    expect(() => readServeConfig({}, environment)).toThrow(
      expect.objectContaining({ name: 'ConfigError', message }) as Error,
    );
  });

  test('an option is called by its own name', () => {
    expect(() => readServeConfig({ port: 'x' }, {})).toThrow('--port is "x", but it must be');
  });

  test('no message holds a secret', () => {
    expect(mistakes.map(([, message]) => message).join('\n')).not.toMatch(/sec ?ret/);
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
      'ASTRA_GRAPHQL_TYPE_PREFIX is "my_", but it must be letters and digits, and begin with a capital letter.',
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
