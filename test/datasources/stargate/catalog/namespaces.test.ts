/** Namespaces, collections and JSON schemas; and what the errors of the data plane come to. */
import { afterEach, expect, test } from 'vitest';
import { createUpstream } from '../../../../datasources/back-ends/upstream.ts';
import {
  ConflictError,
  ForbiddenError,
  InputError,
  RateLimitedError,
  UnauthenticatedError,
  UpstreamError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../../../../datasources/source/errors.ts';

import type { CatalogSource } from '../../../../datasources/source/source.ts';
import {
  type Answer,
  createScope,
  failureOf,
  type ScriptedServer,
  startScript,
} from '../../../support/scripted-server.ts';

const servers: ScriptedServer[] = [];
const KEYSPACE = { databaseId: 'db', keyspace: 'ns' };

/** As a real server says it. */
const EXISTS = { description: 'Create failed: collection c already exists.', code: 409, grpcStatus: null };
const COLLECTION = { ...KEYSPACE, collection: 'c' };

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function open(
  script: (line: string) => Answer | undefined,
): Promise<{ catalog: CatalogSource; server: ScriptedServer }> {
  const server = await startScript(script);
  servers.push(server);
  const databases = [{ name: 'db', restUrl: server.url, documentUrl: server.url, authUrl: server.url }];
  const upstream = createUpstream({ kind: 'stargate', databases, timeoutMs: 1000, schemaTimeoutMs: 1000 });
  return { catalog: upstream.open(createScope()).catalog, server };
}

test.each([201, 409])(
  'a collection whose making timed out is asked for again: a %i then means that it was made',
  async (second) => {
    let posts = 0;
    const { catalog, server } = await open((line) => {
      if (line.startsWith('GET')) return { body: { data: [] } };
      posts += 1;
      return { status: posts === 1 ? 504 : second, body: second === 409 ? EXISTS : '' };
    });
    expect(await catalog.createCollection(COLLECTION, false)).toBe(true);
    expect(server.received.map(({ line }) => line.split(' ')[0])).toEqual(['GET', 'POST', 'POST']);
  },
);

test('a collection that stays away is a timeout; one that another made meanwhile exists', async () => {
  const slow = await open((line) => (line.startsWith('GET') ? { body: { data: [] } } : { status: 504 }));
  expect(await failureOf(slow.catalog.createCollection(COLLECTION, false))).toBeInstanceOf(UpstreamTimeoutError);
  const taken = await open((line) => (line.startsWith('GET') ? { body: { data: [] } } : { status: 409, body: EXISTS }));
  expect(await failureOf(taken.catalog.createCollection(COLLECTION, false))).toBeInstanceOf(ConflictError);
  expect(await taken.catalog.createCollection(COLLECTION, true)).toBe(false);
});

test.each(['', 'a-b', 'a b', '..', 'ü', 'x'.repeat(49)])(
  '%j is no name for a namespace or collection',
  async (name) => {
    const { catalog, server } = await open(() => ({ status: 201 }));
    expect(await failureOf(catalog.createNamespace({ ...KEYSPACE, keyspace: name }, {}, false))).toBeInstanceOf(
      InputError,
    );
    expect(await failureOf(catalog.createCollection({ ...COLLECTION, collection: name }, false))).toBeInstanceOf(
      InputError,
    );
    expect(server.received).toEqual([]);
  },
);

const TOO_LARGE = 'gRPC message exceeds maximum size 4194304: 4258316';

const grpc = (prefix: string, status: string, code: number, text: string) => ({
  description: `${prefix} (Status.Code.${status}->${code}): ${status}: ${text}`,
  code,
  grpcStatus: status,
  internalTxId: null,
});

test.each([
  [
    400,
    grpc('Invalid argument for gRPC operation', 'INVALID_ARGUMENT', 400, 'No: such column'),
    InputError,
    /^No: such column$/,
  ],
  [400, '', InputError, /did not say why/],
  [400, { code: 400, message: 'Unable to process JSON' }, InputError, /^Unable to process JSON$/],
  [
    401,
    grpc('Unauthenticated gRPC operation', 'UNAUTHENTICATED', 401, 'Invalid token'),
    UnauthenticatedError,
    /token is not valid/,
  ],
  [
    401,
    grpc('Unauthorized gRPC operation', 'PERMISSION_DENIED', 401, 'User has no SELECT'),
    ForbiddenError,
    /no SELECT/,
  ],
  [401, { description: 'Unauthorized keyspace: ns', code: 401 }, ForbiddenError, /Unauthorized keyspace: ns/],
  [401, { description: 'Role unauthorized for operation: Invalid', code: 401 }, UnauthenticatedError, /token/],
  [413, '', InputError, /10 MiB/],
  [414, '', InputError, /4,096/],
  [429, { description: 'Database is overloaded' }, RateLimitedError, /slow down/],
  [500, { description: 'Unhandled: node 10.0.0.1 failed', code: 500 }, UpstreamError, /status 500/],
  [
    502,
    grpc('gRPC service unavailable', 'UNAVAILABLE', 502, 'node 10.0.0.1'),
    UpstreamUnavailableError,
    /could not be reached/,
  ],
  [503, grpc('gRPC service unavailable', 'UNAVAILABLE', 503, 'x'), UpstreamUnavailableError, /could not be reached/],
  [502, '', UpstreamError, /status 502/],
  [500, grpc('Unhandled gRPC failure', 'RESOURCE_EXHAUSTED', 500, 'Too busy'), RateLimitedError, /slow down/],
  [
    500,
    grpc('Unhandled gRPC failure', 'RESOURCE_EXHAUSTED', 500, TOO_LARGE),
    UpstreamError,
    /larger than the 4 MiB.*even for one item/,
  ],
  [500, grpc('Unhandled gRPC failure', 'ABORTED', 500, 'x'), UpstreamError, /status 500/],
  [500, grpc('Unhandled gRPC failure', 'DEADLINE_EXCEEDED', 500, 'x'), UpstreamTimeoutError, /in time/],
  [501, grpc('Unimplemented gRPC operation', 'UNIMPLEMENTED', 501, 'x'), UpstreamError, /status 501/],
  [504, grpc('gRPC service timeout', 'DEADLINE_EXCEEDED', 504, 'x'), UpstreamTimeoutError, /in time/],
])('a %i of the data plane is told with what helps', async (status, body, type, says) => {
  const { catalog } = await open(() => ({ status, body }));
  const error = (await failureOf(catalog.namespaces('db'))) as Error;
  expect(error).toBeInstanceOf(type);
  expect(error.message).toMatch(says);
  expect(error.message).not.toMatch(/gRPC|10\.0\.0\.1/);
  expect(error).toMatchObject({ call: { api: 'document', method: 'GET', route: '/v2/schemas/namespaces', status } });
});

test.each([
  ['UNAVAILABLE', 'x', UpstreamUnavailableError, /may have been made all the same/],
  ['RESOURCE_EXHAUSTED', TOO_LARGE, InputError, /larger than the 4 MiB.*Write less at a time/],
])('%s of a write says what became of it', async (status, text, type, says) => {
  const body = grpc('Unhandled gRPC failure', status, 500, text);
  const { catalog } = await open((line) => (line.startsWith('GET') ? { body: { data: [] } } : { status: 500, body }));
  const error = (await failureOf(catalog.createCollection(COLLECTION, false))) as Error;
  expect(error).toBeInstanceOf(type);
  expect(error.message).toMatch(says);
  expect(error).toMatchObject({ call: { retryable: false } });
});

test('lists come by name, whatever order upstream has them in', async () => {
  const names = ['b', 'a_b', 'C', 'a', 'B2'];
  const byName = ['B2', 'C', 'a', 'a_b', 'b'];
  const columns = [
    ...names.map((name) => ({ name, typeDefinition: 'int', static: false })),
    { name: 'z', typeDefinition: 'int', static: true },
  ];
  const indexes = names.map((index_name) => ({ index_name, kind: 'COMPOSITES', options: [] }));
  const data = names.map((name) => ({
    name,
    datacenters: [
      { name: 'dc2', replicas: 1 },
      { name: 'dc1', replicas: 3 },
    ],
    fields: [],
    primaryKey: { partitionKey: ['b'], clusteringKey: ['a'] },
    columnDefinitions: columns,
  }));
  const { catalog } = await open((line) => ({ body: line.endsWith('/indexes') ? indexes : { data } }));
  const namesOf = (list: readonly { readonly name: string }[] | null) => list?.map(({ name }) => name);
  const keyspaces = await catalog.keyspaces('db');
  expect(namesOf(keyspaces)).toEqual(byName);
  expect(namesOf(keyspaces[0]?.datacenters ?? null)).toEqual(['dc1', 'dc2']);
  expect(namesOf(await catalog.namespaces('db'))).toEqual(byName);
  expect(namesOf(await catalog.types(KEYSPACE))).toEqual(byName);
  expect(namesOf(await catalog.indexes({ ...KEYSPACE, table: 't' }))).toEqual(byName);
  expect((await catalog.collections(KEYSPACE))?.map(({ collection }) => collection)).toEqual(byName);
  const tables = await catalog.tables(KEYSPACE);
  expect(tables?.map(({ table }) => table)).toEqual(byName);
  expect(namesOf(tables?.[0]?.columns ?? null)).toEqual(['b', 'a', 'z', 'B2', 'C', 'a_b']);
});
