/** All problems of a configuration are reported at once, each of them once; a token without effect is a warning. */
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { run } from '../../../gateway/cli/run.ts';
import { ConfigError } from '../../../gateway/config/config-error.ts';
import { readEmulateConfig, readTransferConfig } from '../../../gateway/config/emulate-config.ts';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import type { Command, Setting } from '../../../gateway/config/setting.ts';
import { settingsOf } from '../../../gateway/config/settings.ts';
import { createGateway } from '../../../gateway/index.ts';

const ENDPOINT = 'https://01234567-89ab-cdef-0123-456789abcdef-us-east1.apps.astra.datastax.com';

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('problems', () => {
  const READERS: readonly (readonly [Command, (environment: Record<string, string>) => unknown])[] = [
    ['serve', (environment) => readServeConfig({}, environment)],
    ['emulate', (environment) => readEmulateConfig({}, environment)],
    ['export', (environment) => readTransferConfig('export', {}, environment)],
  ];

  test.each(READERS)('every wrong value of %s is reported in one error, once', (command, read) => {
    const isChecked = ({ kind }: Setting) => kind !== 'text' && kind !== 'list';
    const settings = settingsOf(command).map(([, setting]) => setting);
    const checked = settings.filter(isChecked).map(({ env }) => env);
    const problems = problemsOf(() => read(Object.fromEntries(checked.map((env) => [env, 'no value']))));
    const reported = problems.flatMap((problem) =>
      / is (?:"no value"|set), but it must be /.test(problem) ? [problem.split(' ')[0]] : [],
    );
    expect(reported.toSorted()).toEqual(checked.toSorted());
  });

  test('values, unknown names, contradictions and missing settings come together, one line each', () => {
    const environment = {
      ASTRA_GRAPHQL_PROT: '1',
      ASTRA_GRAPHQL_HOTS: '1',
      ASTRA_GRAPHQL_PORT: 'x',
      ASTRA_GRAPHQL_UPSTREAM_TIMEOUT_MS: '0',
      STARGATE_AUTH_URL: 'http://a:1',
      STARGATE_NAME: 'default',
      ASTRA_GRAPHQL_MEMORY: 'maybe',
      ASTRA_GRAPHQL_CORS_ORIGINS: 'there',
      ASTRA_GRAPHQL_TYPE_PREFIX: 'Astra',
      ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN: 'true',
      ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: 'd',
      ASTRA_GRAPHQL_APQ_DOCUMENTS: '5',
    };
    const problems = [
      'ASTRA_GRAPHQL_PROT is set, but there is no such setting; --help lists all.',
      'ASTRA_GRAPHQL_HOTS is set, but there is no such setting; --help lists all.',
      'ASTRA_GRAPHQL_PORT is "x", but it must be a whole number from 0 to 65535.',
      'ASTRA_GRAPHQL_MEMORY is "maybe", but it must be true or false.',
      'ASTRA_GRAPHQL_UPSTREAM_TIMEOUT_MS is "0", but it must be a whole number from 1 to 2147483647.',
      'STARGATE_NAME is "default", but it must be 1 to 48 letters, digits, _ or -, and not the word default.',
      'STARGATE_AUTH_URL is set, but STARGATE_REST_URL is not: a Stargate needs all three URLs.',
      'STARGATE_AUTH_URL is set, but STARGATE_DOCUMENT_URL is not: a Stargate needs all three URLs.',
      'ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN is "true", but a self-hosted Stargate\'s tokens expire, so each client must bring its own.',
      'ASTRA_GRAPHQL_CORS_ORIGINS is "there", but each item must be an origin such as https://app.example.com, without a path.',
      'ASTRA_GRAPHQL_APQ_DOCUMENTS is 5, but only trusted documents are executed: unset one of the two.',
      'ASTRA_GRAPHQL_TYPE_PREFIX is "Astra", but ASTRA_GRAPHQL_SUBGRAPH is not true.',
    ];
    expect(() => readServeConfig({}, environment)).toThrow(problems.join('\n'));
    expect(problemsOf(() => readServeConfig({}, environment))).toEqual(problems);
  });

  test('Astra: id, region and addresses are checked side by side', () => {
    const environment = { ASTRA_DB_ID: 'mine', ASTRA_DB_REGION: 'us/east', ASTRA_DEVOPS_URL: 'http://api.example' };
    expect(problemsOf(() => readServeConfig({}, environment))).toEqual([
      'ASTRA_DEVOPS_URL is "http://api.example", but tokens would travel unencrypted: use https, or list http://api.example in ASTRA_ALLOWED_ORIGINS.',
      'ASTRA_DB_ID is "mine", but it must be a UUID, the database\'s id.',
      'ASTRA_DB_REGION is "us/east", but it must be the name of a region such as us-east1.',
    ]);
  });

  test('a library names its own settings', () => {
    const settings = { apiEndpoint: 'there', endpoint: 'graphql', maxFirst: 0, colour: 'red', size: 1 };
    expect(problemsOf(() => createGateway(settings))).toEqual([
      'colour is given, but createGateway has no such setting.',
      'size is given, but createGateway has no such setting.',
      'apiEndpoint is "there", but it must be an http or https URL.',
      'maxFirst is "0", but it must be a whole number from 1 to 2147483647.',
      'endpoint is "graphql", but it must be a path such as /graphql.',
    ]);
  });

  test.each(['ftp://me:sesame@there', 'there?key=sesame', 'https://there.example/#sesame'])(
    'a URL with more than an address is not repeated: %s',
    (url) => {
      expect(problemsOf(() => readServeConfig({}, { ASTRA_DB_API_ENDPOINT: url }))).toEqual([
        'ASTRA_DB_API_ENDPOINT must be a URL without user, password, query and fragment.',
      ]);
    },
  );
});

describe('a token that no request uses', () => {
  const TOKEN = { ASTRA_DB_API_ENDPOINT: ENDPOINT, ASTRA_DB_APPLICATION_TOKEN: 'AstraCS:sesame' };
  const WARNING =
    'ASTRA_DB_APPLICATION_TOKEN is set, but no request uses it, because clients must bring their own token: set ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN to true to serve clients without one, or unset the token.';

  test.each([
    [TOKEN, [WARNING]],
    [{ ...TOKEN, ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN: 'false' }, [WARNING]],
    [{ ...TOKEN, ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN: 'true' }, []],
    [{ ASTRA_DB_API_ENDPOINT: ENDPOINT }, []],
    [{}, []],
  ])('%o: %o', (environment, warnings) => {
    expect(readServeConfig({}, environment).warnings).toEqual(warnings);
  });

  test('is said by --check-config', async () => {
    expect(await checkConfig(TOKEN)).toBe(
      `The configuration is right; upstream: astra, Data API.\nWarning: ${WARNING}\n`,
    );
    expect(await checkConfig({})).toBe('The configuration is right; upstream: embedded.\n');
  });

  test('is said in the log at the start', async () => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const terminal = { stdin: process.stdin, stdout, stderr };
    const { createPipeline } = await import('../../../gateway/gateway.ts');
    const parts = {
      environment: TOKEN,
      version: '0',
      terminal,
      emulator: NO_EMULATOR,
      interruption: { onInterrupt() {} },
      createPipeline,
    };
    const service = await run(['serve', '--port', '0'], parts);
    await service?.close();
    stderr.end();
    const [line = ''] = (await text(stderr)).split('\n');
    expect(JSON.parse(line)).toMatchObject({ level: 'warn', event: 'config', message: WARNING });
  });

  test('is said to a program', () => {
    const entries: unknown[] = [];
    const settings = { apiEndpoint: ENDPOINT, applicationToken: 'AstraCS:sesame' };
    createGateway({ ...settings, log: (entry) => entries.push(entry) });
    createGateway({ ...settings, serveWithoutToken: true, log: (entry) => entries.push(entry) });
    const message = WARNING.replace('ASTRA_DB_APPLICATION_TOKEN', 'applicationToken').replace(
      'ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN',
      'serveWithoutToken',
    );
    expect(entries).toEqual([expect.objectContaining({ event: 'config', message })]);
  });
});

const NO_EMULATOR = {
  start: () => Promise.reject(new Error('No test here starts an emulator')),
  checkFolder: async () => {},
  open: () => Promise.reject(new Error('No test here opens a folder')),
};

async function checkConfig(environment: Record<string, string>): Promise<string> {
  const stdout = new PassThrough();
  const terminal = { stdin: process.stdin, stdout, stderr: new PassThrough() };
  const createPipeline = () => {
    throw new Error('No gateway is to be made');
  };
  await run(['serve', '--check-config', '--port', '0'], {
    environment,
    version: '0',
    terminal,
    emulator: NO_EMULATOR,
    interruption: { onInterrupt() {} },
    createPipeline,
  });
  stdout.end();
  return text(stdout);
}
