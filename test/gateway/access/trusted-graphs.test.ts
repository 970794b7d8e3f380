/** Trusted documents of typed graphs over HTTP: each is executed at the path that it is for, and nowhere else. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPersisted } from '../../../gateway/access/persisted-documents.ts';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
const BY_KEY = 'query Airport($iata: String!) { airports_by_key(iata: $iata) { name } }';
const UNIVERSAL = 'query Same { __typename }';
const TYPED = 'query Same { typed: __typename }';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function write(name: string, manifest: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(manifest));
  return path;
}

const universal = write('universal.json', { same: UNIVERSAL });
const travel = write('travel.json', { airport: BY_KEY, same: TYPED });
const trusted = `${universal}, travel=${travel}, default/travel=${write('other.json', { airport: BY_KEY })}`;

async function start(environment: Record<string, string>): Promise<RunningGateway> {
  const { documents } = readServeConfig({}, { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: trusted, ...environment });
  return startGateway({ emulator: { sample: true }, gateway: { persisted: openPersisted(documents) } });
}

async function send(gateway: RunningGateway, path: string, body: object) {
  const headers = {
    ...{ 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    authorization: `Bearer ${gateway.emulator.applicationToken}`,
  };
  const response = await fetch(`${gateway.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { data, errors } = await response.json();
  return data ?? [response.status, errors[0].extensions.code];
}

const HONOLULU = { airports_by_key: { name: 'Honolulu International' } };
const NOT_IN_LIST = [403, 'PERSISTED_QUERY_NOT_IN_LIST'];
const NOT_FOUND = [404, 'PERSISTED_QUERY_NOT_FOUND'];
const variables = { iata: 'HNL' };

describe('trusted documents alone', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await start({});
  }, 60_000);
  afterAll(() => gateway.close());

  test.each([
    ['by its id', '/travel', { documentId: 'airport', variables }, HONOLULU],
    ['by its hash', '/travel', { documentId: `sha256:${hash(BY_KEY)}`, variables }, HONOLULU],
    ['by its text', '/travel', { query: BY_KEY, variables }, HONOLULU],
    ['with a slash at the end', '/travel/', { documentId: 'airport', variables }, HONOLULU],
    ['by the name of the database', '/default/travel', { documentId: 'airport', variables }, HONOLULU],
    ['an id that both graphs have', '/travel', { documentId: 'same' }, { typed: 'Query' }],
    ['the same id', '', { documentId: 'same' }, { __typename: 'Query' }],
    ['a document of another graph, by its id', '', { documentId: 'airport', variables }, NOT_FOUND],
    ['a document of another graph, by its text', '', { query: BY_KEY, variables }, NOT_IN_LIST],
    ['a document of the universal graph', '/travel', { query: UNIVERSAL }, NOT_IN_LIST],
    ['a graph that nothing is trusted on', '/geology', { query: UNIVERSAL }, NOT_IN_LIST],
    ['an id there', '/geology', { documentId: 'same' }, NOT_FOUND],
  ])('%s at %j', async (_, path, body, expected) => {
    expect(await send(gateway, path, body)).toEqual(expected);
  });

  test('the refusal says that another path may have it', async () => {
    const answer = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: BY_KEY }),
    });
    const [{ message }] = (await answer.json()).errors;
    expect(message).toBe('The document is not among those that are trusted at this path.');
  });
});

test('in the mode log a document of another graph is executed, and the log has its path', async () => {
  const gateway = await start({ ASTRA_GRAPHQL_TRUSTED_DOCUMENTS_MODE: 'log' });
  expect(await send(gateway, '/travel', { query: UNIVERSAL })).toEqual({ __typename: 'Query' });
  expect(await send(gateway, '/travel', { query: BY_KEY, variables })).toEqual(HONOLULU);
  const lines = gateway.logLines.filter(({ event }) => event === 'untrusted-document');
  expect(lines).toEqual([expect.objectContaining({ path: '/graphql/travel', sha256: hash(UNIVERSAL) })]);
  await gateway.close();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));
