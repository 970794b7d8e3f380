/** The other subgraph: it says which airports somebody likes, and how much. What an airport is, it leaves to the gateway. */
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

const STARS = { SFO: 5, LAX: 3 };
const airports = { __typename: 'Row', databaseId: 'default', keyspaceName: 'travel', tableName: 'airports' };

const resolvers = {
  Query: { favourites: () => Object.keys(STARS).map((iata) => ({ ...airports, key: { iata } })) },
  Row: { __resolveReference: (reference) => reference, stars: ({ key }) => STARS[key.iata] },
};

export async function startFavourites(port) {
  const typeDefs = parse(readFileSync(new URL('favourites.graphql', import.meta.url), 'utf8'));
  const server = new ApolloServer({
    schema: buildSubgraphSchema({ typeDefs, resolvers }),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  await startStandaloneServer(server, { listen: { host: '127.0.0.1', port } });
  return server;
}
