/** What an operator reads when a setting cannot be: one sentence with name, value and cure. */
import { describe, expect, test } from 'vitest';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import { DATA_API, ENDPOINT, ID, STARGATE } from './upstreams.ts';

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
      'ASTRA_DB_ID names Astra and STARGATE_REST_URL names a self-hosted Stargate, but there can be one upstream only: unset all but one of them.',
    ],
    [
      { ...DATA_API, ASTRA_DB_ID: ID },
      'ASTRA_DB_ID names Astra and DATA_API_URL names a self-hosted Data API, but there can be one upstream only: unset all but one of them.',
    ],
    [
      { ...STARGATE, ...DATA_API, ASTRA_DB_API_ENDPOINT: ENDPOINT },
      'ASTRA_DB_API_ENDPOINT names Astra, STARGATE_REST_URL names a self-hosted Stargate and DATA_API_URL names a self-hosted Data API, but there can be one upstream only: unset all but one of them.',
    ],
    [
      { ASTRA_DB_API: 'data' },
      'ASTRA_DB_API is set, but ASTRA_DB_API_ENDPOINT is not, so there is no database to ask: set it too.',
    ],
    [
      { ASTRA_DB_API_ENDPOINT: ENDPOINT, ASTRA_DB_API: 'rest' },
      'ASTRA_DB_API is "rest", but it must be one of data, stargate.',
    ],
    [{ DATA_API_URL: 'hcd:8181' }, 'DATA_API_URL is "hcd:8181", but it must be an http or https URL.'],
    [
      { ...DATA_API, DATA_API_NAME: 'a b' },
      'DATA_API_NAME is "a b", but it must be 1 to 48 letters, digits, _ or -, and not the word default.',
    ],
    [
      { ...DATA_API, ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN: 'true' },
      'ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN is "true", but the gateway has no token of its own for a self-hosted Data API, so each client must bring one.',
    ],
    [
      { ASTRA_GRAPHQL_EMBEDDED_API: 'rest' },
      'ASTRA_GRAPHQL_EMBEDDED_API is "rest", but it must be one of stargate, data.',
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

test.each([
  'ASTRA_DB_API_ENDPOINT',
  'STARGATE_REST_URL',
  'DATA_API_URL',
  'ASTRA_GRAPHQL_CORS_ORIGINS',
  'ASTRA_GRAPHQL_PORT',
])('a token that is pasted into %s is not quoted', (setting) => {
  const read = () => readServeConfig({}, { [setting]: 'AstraCS:abcdefgh:0123456789abcdef' });
  expect(read).toThrow(`${setting} is "AstraCS:…"`);
  expect(read).not.toThrow('0123456789abcdef');
});
