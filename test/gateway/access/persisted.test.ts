/** Documents by their ids: those that the operator trusts, and those that clients register. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openPersisted } from '../../../gateway/access/persisted-documents.ts';
import { readTrustedDocuments } from '../../../gateway/access/trusted-documents.ts';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../../support/gateway.ts';

const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
afterAll(() => rmSync(folder, { recursive: true }));

const QUERY = 'query Kind { __typename }';
const MUTATION = 'mutation Change { __typename }';
const OTHER = '{ a: __typename }';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const apollo = write('apollo.json', {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [
    { id: hash(QUERY), name: 'Kind', type: 'query', body: QUERY },
    { id: 'change', name: 'Change', type: 'mutation', body: MUTATION },
  ],
});

const open: RunningGateway[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((gateway) => gateway.close()));
});

async function start(environment: Record<string, string>): Promise<RunningGateway> {
  const persisted = openPersisted(readServeConfig({}, environment).documents);
  const gateway = await startGateway({ gateway: { persisted } });
  open.push(gateway);
  return gateway;
}

async function send(gateway: RunningGateway, body: object) {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const response = await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify(body) });
  const { data, errors } = (await response.json()) as GraphQLAnswer;
  return data ?? [response.status, errors?.[0]?.extensions.code];
}

const byHash = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

describe('trusted documents alone', () => {
  const trusted = { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: apollo };
  const NOT_IN_LIST = [403, 'PERSISTED_QUERY_NOT_IN_LIST'];
  const NOT_FOUND = [404, 'PERSISTED_QUERY_NOT_FOUND'];
  test.each([
    ['by the id of the manifest', { documentId: hash(QUERY) }, { __typename: 'Query' }],
    ['by its hash as the specification writes it', { documentId: `sha256:${hash(QUERY)}` }, { __typename: 'Query' }],
    ['as Apollo sends it', byHash(hash(QUERY)), { __typename: 'Query' }],
    ['by its text', { query: QUERY }, { __typename: 'Query' }],
    ['by text and id', { query: QUERY, documentId: hash(QUERY) }, { __typename: 'Query' }],
    ['by the name of its operation', { documentId: 'change', operationName: 'Change' }, { __typename: 'Mutation' }],
    ['another text', { query: OTHER }, NOT_IN_LIST],
    ['another text with the id of a trusted one', { query: OTHER, documentId: 'change' }, NOT_IN_LIST],
    ['another text with the hash of a trusted one', { query: OTHER, ...byHash(hash(QUERY)) }, NOT_IN_LIST],
    ['a trusted text with one blank more', { query: QUERY.replace('{', ' {') }, NOT_IN_LIST],
    ['no document at all', { variables: {} }, [400, 'BAD_REQUEST']],
    ['an id that nobody knows', { documentId: 'unknown' }, NOT_FOUND],
    ['a hash in capitals', { documentId: `sha256:${hash(QUERY).toUpperCase()}` }, NOT_FOUND],
    ['the name of a member of every object', { documentId: 'constructor' }, NOT_FOUND],
    ['an id that is no text', { documentId: 1 }, [400, 'BAD_REQUEST']],
  ])('%s: %o', async (_, body, expected) => {
    expect(await send(await start(trusted), body)).toEqual(expected);
  });

  test('by GET, where a mutation is still none', async () => {
    const gateway = await start(trusted);
    const ask = (id: string) =>
      fetch(`${gateway.url}?documentId=${id}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(await (await ask(hash(QUERY))).json()).toEqual({ data: { __typename: 'Query' } });
    expect((await ask('change')).status).toBe(405);
  });

  test('limits hold for them too', async () => {
    const text = `{ ${'__typename '.repeat(101)} }`;
    const gateway = await start({ ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: write('wide.json', { wide: text }) });
    expect(await send(gateway, { documentId: 'wide' })).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('other modes', () => {
  test('log: the others are executed, and leave their hash in the log', async () => {
    const environment = { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: apollo, ASTRA_GRAPHQL_TRUSTED_DOCUMENTS_MODE: 'log' };
    const gateway = await start(environment);
    expect(await send(gateway, { query: OTHER })).toEqual({ a: 'Query' });
    expect(await send(gateway, { query: QUERY })).toEqual({ __typename: 'Query' });
    const lines = gateway.logLines.filter(({ event }) => event === 'untrusted-document');
    expect(lines).toEqual([expect.objectContaining({ level: 'warn', path: '/graphql', sha256: hash(OTHER) })]);
  });

  test('off: there are none', async () => {
    const environment = { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: 'nowhere', ASTRA_GRAPHQL_TRUSTED_DOCUMENTS_MODE: 'off' };
    const gateway = await start(environment);
    expect(await send(gateway, { query: OTHER })).toEqual({ a: 'Query' });
    expect(await send(gateway, { documentId: 'change' })).toEqual([400, 'PERSISTED_QUERY_NOT_SUPPORTED']);
  });
});

describe('automatic persisted queries', () => {
  const register = (text: string) => ({ query: text, ...byHash(hash(text)) });
  const NOT_FOUND = [404, 'PERSISTED_QUERY_NOT_FOUND'];

  test('are off: the hash is not known, and does no harm beside its text', async () => {
    const gateway = await start({});
    expect(await send(gateway, byHash(hash(QUERY)))).toEqual([400, 'PERSISTED_QUERY_NOT_SUPPORTED']);
    expect(await send(gateway, register(QUERY))).toEqual({ __typename: 'Query' });
    expect(await send(gateway, byHash(hash(QUERY)))).toEqual([400, 'PERSISTED_QUERY_NOT_SUPPORTED']);
  });

  test('remember a document that was sent once with its hash', async () => {
    const gateway = await start({ ASTRA_GRAPHQL_APQ_DOCUMENTS: '2' });
    expect(await send(gateway, byHash(hash(QUERY)))).toEqual(NOT_FOUND);
    expect(await send(gateway, register(QUERY))).toEqual({ __typename: 'Query' });
    expect(await send(gateway, byHash(hash(QUERY)))).toEqual({ __typename: 'Query' });
    expect(await send(gateway, { documentId: `sha256:${hash(QUERY)}` })).toEqual({ __typename: 'Query' });
  });

  test('tell Apollo’s clients in the words that these wait for, with the status that they expect', async () => {
    const gateway = await start({ ASTRA_GRAPHQL_APQ_DOCUMENTS: '2' });
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const body = JSON.stringify(byHash(hash(QUERY)));
    const response = await fetch(gateway.url, { method: 'POST', headers, body });
    expect([response.status, (await response.json()).errors[0].message]).toEqual([200, 'PersistedQueryNotFound']);
  });

  test('refuse a hash that is not that of the document', async () => {
    const gateway = await start({ ASTRA_GRAPHQL_APQ_DOCUMENTS: '2' });
    const forged = { query: OTHER, ...byHash(hash(QUERY)) };
    expect(await send(gateway, forged)).toEqual([400, 'PERSISTED_QUERY_MISMATCH']);
    expect(await send(gateway, byHash(hash(QUERY)))).toEqual(NOT_FOUND);
  });

  test('forget what was not asked for longest', async () => {
    const gateway = await start({ ASTRA_GRAPHQL_APQ_DOCUMENTS: '2' });
    const [a, b, c] = ['{ a: __typename }', '{ b: __typename }', '{ c: __typename }'] as const;
    for (const body of [register(a), register(b), byHash(hash(a)), register(c)]) await send(gateway, body);
    expect(await send(gateway, byHash(hash(b)))).toEqual(NOT_FOUND);
    expect(await send(gateway, byHash(hash(a)))).toEqual({ a: 'Query' });
  });
});

describe('lists', () => {
  function read(path: string) {
    const trusted = readTrustedDocuments([{ graph: '', path }]).get('');
    if (!trusted) throw new Error('There are none.');
    return trusted;
  }

  test.each([
    ['a map', { kind: QUERY }],
    ['pairs', [['kind', QUERY]]],
  ])('%s', (name, manifest) => {
    const trusted = read(write(`${name}.json`, manifest));
    expect([trusted.find('kind'), trusted.find(hash(QUERY)), trusted.has(QUERY)]).toEqual([QUERY, QUERY, true]);
    expect([trusted.find('other'), trusted.has(OTHER)]).toEqual([undefined, false]);
  });

  test('a folder, whose files are named by their paths, and end as editors like', () => {
    const path = join(folder, 'documents');
    mkdirSync(join(path, 'more'), { recursive: true });
    writeFileSync(join(path, 'more/Kind.graphql'), `${QUERY}\n`);
    writeFileSync(join(path, 'notes.txt'), 'no document');
    const trusted = read(path);
    expect(trusted.find('more/Kind')).toBe(`${QUERY}\n`);
    expect([trusted.find(hash(QUERY)), trusted.find(`sha256:${hash(`${QUERY}\n`)}`)]).toEqual([QUERY, `${QUERY}\n`]);
    expect(trusted.has(QUERY)).toBe(true);
  });

  test('several files are one list, in which an id means one document', () => {
    const [one, other, third] = [{ kind: QUERY }, { other: OTHER }, { kind: OTHER }].map((manifest, index) =>
      write(`several-${index}.json`, manifest),
    ) as [string, string, string];
    const files = [one, other, one].map((path) => ({ graph: '', path }));
    const trusted = readTrustedDocuments(files).get('');
    expect([trusted?.find('kind'), trusted?.find('other')]).toEqual([QUERY, OTHER]);
    expect(() => readTrustedDocuments([one, third].map((path) => ({ graph: '', path })))).toThrow(
      `The trusted document kind in ${third} has the id of another in ${one}: give one of them another id.`,
    );
    const graphs = readTrustedDocuments([
      { graph: '', path: one },
      { graph: 'travel', path: third },
    ]);
    expect([graphs.get('')?.find('kind'), graphs.get('travel')?.find('kind')]).toEqual([QUERY, OTHER]);
  });

  test.each([
    ['missing.json', undefined, /cannot be read: ENOENT/],
    ['cut.json', '{"a":', /cannot be read: .*JSON/],
    ['text.json', '"a"', /a manifest is an object or a list/],
    ['version.json', { format: 'apollo-persisted-query-manifest', version: 2, operations: [] }, /in version 1/],
    ['format.json', { format: 'other' }, /only apollo-persisted-query-manifest/],
    ['number.json', { a: 1 }, /\["a",1\] is not an id with its document/],
    ['operation.json', { format: 'apollo-persisted-query-manifest', version: 1, operations: [null] }, /is not an id/],
    ['syntax.json', { a: 'query {' }, /The trusted document a in .*syntax\.json is no GraphQL: Syntax Error/],
  ])('%s is a mistake of the operator’s', (name, content, message) => {
    const path = content === undefined ? join(folder, name) : write(name, content);
    expect(() => read(path)).toThrow(
      expect.objectContaining({ name: 'ConfigError', message: expect.stringMatching(message) }) as Error,
    );
  });

  test.each([
    [
      { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS_MODE: 'log' },
      'ASTRA_GRAPHQL_TRUSTED_DOCUMENTS_MODE is "log", but ASTRA_GRAPHQL_TRUSTED_DOCUMENTS does not say where they are.',
    ],
    [
      { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: 'a', ASTRA_GRAPHQL_APQ_DOCUMENTS: '5' },
      'ASTRA_GRAPHQL_APQ_DOCUMENTS is 5, but only trusted documents are executed: unset one of the two.',
    ],
    [
      { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: 'a.json,travel=' },
      'ASTRA_GRAPHQL_TRUSTED_DOCUMENTS is "a.json,travel=", but each item must be a file or a folder, behind the name of a typed graph where it is for one, such as travel=app.json.',
    ],
    [
      { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS_MODE: 'maybe' },
      'ASTRA_GRAPHQL_TRUSTED_DOCUMENTS_MODE is "maybe", but it must be one of off, log, only.',
    ],
  ])('%o is refused at the start', (environment, message) => {
    expect(() => readServeConfig({}, environment)).toThrow(message);
  });
});
