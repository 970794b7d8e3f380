/** A plain GraphQL Yoga, as one writes it first: each post asks for its user. Arguments: the upstream's URL and a port. */
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { createUpstreamReader } from './upstream-reader.ts';

const read = createUpstreamReader(process.argv[2] ?? '');

const typeDefs = /* GraphQL */ `
  type Query {
    posts: [Post!]!
  }
  type Post {
    id: Int!
    userId: Int!
    title: String!
    user: User
  }
  type User {
    id: Int!
    name: String!
    email: String!
  }
`;

const resolvers = {
  Query: { posts: () => read('/posts') },
  Post: { user: ({ userId }: { readonly userId: number }) => read(`/users/${userId}`) },
};

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false, graphiql: false });
createServer(yoga).listen(Number(process.argv[3]), '127.0.0.1');
