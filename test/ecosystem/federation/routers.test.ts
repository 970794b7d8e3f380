/** One supergraph of our subgraph and somebody else's, served by the routers of two houses: same questions, same answers. */

import { composeServices as composeForApollo } from '@apollo/composition';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { composeServices as composeForHive } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../../support/gateway.ts';
import { type RunningToy, startToy, TOY_SDL } from './toy.ts';

type Ask = (query: string, token?: string) => Promise<GraphQLAnswer>;

interface Router {
  readonly ask: Ask;
  close(): Promise<void>;
}

type Service = { readonly name: string; readonly url: string; readonly typeDefs: ReturnType<typeof parse> };

const TOKEN = 'x-cassandra-token';

interface Caller {
  readonly token?: string | undefined;
}

/** What the token is for is ours to say: the other subgraph does not get it. */
async function startApollo(services: Service[]): Promise<Router> {
  const { supergraphSdl = '' } = composeForApollo(services);
  const buildService = ({ name, url = '' }: { readonly name: string; readonly url?: string | undefined }) =>
    new RemoteGraphQLDataSource<Caller>({
      url,
      willSendRequest({ request, context: { token } }) {
        if (name === 'astra' && token) request.http?.headers.set(TOKEN, token);
      },
    });
  const gateway = new ApolloGateway({ supergraphSdl, buildService });
  const server = new ApolloServer<Caller>({ gateway });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async ({ req }) => ({ token: req.headers[TOKEN]?.toString() }),
  });
  return { ask: (query, token) => post(fetch, url, query, token), close: () => server.stop() };
}

async function startHive(services: Service[]): Promise<Router> {
  const { supergraphSdl = '' } = composeForHive(services);
  const router = createGatewayRuntime({
    supergraph: supergraphSdl,
    logging: false,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request, subgraphName }) =>
        subgraphName === 'astra' ? { [TOKEN]: request.headers.get(TOKEN) ?? undefined } : {},
    },
  });
  const send = async (url: string, init: RequestInit) => router.fetch(url, init);
  return {
    ask: (query, token) => post(send, 'http://127.0.0.1/graphql', query, token),
    close: async () => router[Symbol.asyncDispose](),
  };
}

async function post(
  send: (url: string, init: RequestInit) => Promise<Response>,
  url: string,
  query: string,
  token?: string,
): Promise<GraphQLAnswer> {
  const headers = { 'content-type': 'application/json', ...(token && { [TOKEN]: token }) };
  return (await (
    await send(url, { method: 'POST', headers, body: JSON.stringify({ query }) })
  ).json()) as GraphQLAnswer;
}

let astra: RunningGateway;
let toy: RunningToy;

beforeAll(async () => {
  const auth = { acceptAuthorization: false };
  astra = await startGateway({
    subgraph: {},
    auth,
    emulator: { sample: true },
    upstream: { schemaLifetimeMs: 60_000 },
  });
  toy = await startToy();
}, 60_000);

afterAll(async () => {
  await toy.close();
  await astra.close();
});

describe.each([
  ['@apollo/gateway', startApollo],
  ['Hive Gateway', startHive],
])('%s', (_, start) => {
  let router: Router;

  beforeAll(async () => {
    const sdl = (await astra.query('{ _service { sdl } }')).data._service.sdl;
    router = await start([
      { name: 'astra', url: astra.url, typeDefs: parse(sdl) },
      { name: 'toy', url: toy.url, typeDefs: parse(TOY_SDL) },
    ]);
    await router.ask('{ keyspace(name: "travel") { tables { name } } }', astra.emulator.applicationToken);
  }, 60_000);

  afterAll(() => router.close());

  beforeEach(() => astra.clearUpstreamRequests());

  const ask = (query: string) => router.ask(query, astra.emulator.applicationToken);

  test('rows that the other subgraph refers to are read in one search; one that does not exist has no values', async () => {
    const { data, errors } = await ask('{ favourites { why airport { stars value(column: "city") } } }');
    expect(errors).toBeUndefined();
    expect(data.favourites).toEqual([
      { why: 'I like SFO', airport: { stars: 5, value: 'San Francisco' } },
      { why: 'I like LAX', airport: { stars: 3, value: 'Los Angeles' } },
      { why: 'I like ???', airport: { stars: 3, value: null } },
      { why: 'I like JFK', airport: { stars: 3, value: 'New York' } },
    ]);
    expect(astra.upstreamRequests()).toHaveLength(1);
  });

  test('rows of ours have the field that the other subgraph adds', async () => {
    const { data, errors } = await ask(
      '{ keyspace(name: "travel") { table(name: "airports") { row(key: { iata: "SFO" }) { stars value(column: "name") } } } }',
    );
    expect(errors).toBeUndefined();
    expect(toy.receivedTokens()).toEqual([]);
    expect(data.keyspace.table.row).toEqual({ stars: 5, value: 'San Francisco International' });
    expect(astra.upstreamRequests()).toHaveLength(1);
  });

  test('documents too, by their id, with what that field requires', async () => {
    const { data, errors } = await ask(
      '{ namespace(name: "geology") { collection(name: "earthquakes") { documents(first: 2) { nodes { comments value(path: "magnitude") id } } } } }',
    );
    expect(errors).toBeUndefined();
    const { nodes } = data.namespace.collection.documents;
    expect(nodes).toHaveLength(2);
    expect(nodes.every(({ comments: [comment] }: { comments: string[] }) => comment?.startsWith('Felt '))).toBe(true);
  });

  test('without a token the fault is told on the fields of ours, and the other subgraph answers', async () => {
    const { data, errors } = await router.ask('{ favourites { why airport { value(column: "city") } } }');
    expect(data.favourites[0].why).toBe('I like SFO');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(astra.upstreamRequests()).toEqual([]);
  });
});
