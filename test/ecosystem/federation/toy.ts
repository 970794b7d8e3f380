/** A subgraph of somebody else, made and served with Apollo's own libraries: it refers to our rows and documents, and adds to both. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/** Rows are known to it by their parts, documents by their id. */
export const TOY_SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])

  type Query {
    "Airports that somebody likes, one of which does not exist."
    favourites: [Favourite!]!
  }

  type Favourite {
    why: String!
    airport: Row
  }

  scalar RowKey
  scalar RowValues

  type Row @key(fields: "databaseId keyspaceName tableName key") {
    databaseId: ID!
    keyspaceName: String!
    tableName: String!
    key: RowKey!
    "How many stars it was given."
    stars: Int
  }

  type Document @key(fields: "id") {
    id: ID!
    documentId: ID! @external
    "What people say of it."
    comments: [String!] @requires(fields: "documentId")
  }
`;

interface RowReference {
  readonly key: { readonly iata: string };
}

const AIRPORTS = ['SFO', 'LAX', '???', 'JFK'];

const place = { __typename: 'Row', databaseId: 'default', keyspaceName: 'travel', tableName: 'airports' };

const resolvers = {
  Query: {
    favourites: () => AIRPORTS.map((iata) => ({ why: `I like ${iata}`, airport: { ...place, key: { iata } } })),
  },
  Row: {
    __resolveReference: (reference: RowReference) => reference,
    stars: ({ key }: RowReference) => (key.iata === 'SFO' ? 5 : 3),
  },
  Document: {
    __resolveReference: (reference: object) => reference,
    comments: ({ documentId }: { readonly documentId: string }) => [`Felt ${documentId}`],
  },
};

export interface RunningSubgraph {
  readonly url: string;
  close(): Promise<void>;
}

export interface RunningToy extends RunningSubgraph {
  /** Tokens for our gateway that came here, where they have no business. */
  receivedTokens(): readonly string[];
}

export async function startToy(): Promise<RunningToy> {
  const tokens: string[] = [];
  const schema = buildSubgraphSchema({ typeDefs: parse(TOY_SDL), resolvers });
  const server = new ApolloServer({ schema, plugins: [ApolloServerPluginInlineTraceDisabled()] });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async ({ req }) => {
      tokens.push(...[req.headers['x-cassandra-token'] ?? []].flat());
      return {};
    },
  });
  return { url, receivedTokens: () => tokens, close: () => server.stop() };
}
