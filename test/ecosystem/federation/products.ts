/** The schema that Apollo's compatibility suite asks about, made with the builder of our subgraph and served by Yoga. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { useApolloInlineTrace } from '@graphql-yoga/plugin-apollo-inline-trace';
import { parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { buildSubgraph, type Representation } from '../../../schema/federation/build.ts';
import type { RunningSubgraph } from './toy.ts';

/** Read where the suite has it, and not changed. */
export const PRODUCTS_SDL = readFileSync(
  createRequire(import.meta.url).resolve('@apollo/federation-subgraph-compatibility-tests/products.graphql'),
  'utf8',
);

const dimensions = { size: 'small', weight: 1, unit: 'kg' };
const user = {
  email: 'support@apollographql.com',
  name: 'Jane Smith',
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
};

const research = {
  federation: { study: { caseNumber: '1234', description: 'Federation Study' } },
  studio: { study: { caseNumber: '1235', description: 'Studio Study' } },
};

const products = [
  {
    ...{ id: 'apollo-federation', sku: 'federation', package: '@apollo/federation', variation: { id: 'OSS' } },
    ...{ dimensions, createdBy: user, research: [research.federation] },
  },
  {
    ...{ id: 'apollo-studio', sku: 'studio', package: '', variation: { id: 'platform' } },
    ...{ dimensions, createdBy: user, research: [research.studio] },
  },
];

const deprecated = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: user,
};

/** Whether all that is known of an object, one level down as well, is so in this one. */
function isMeant(known: object, object: object): boolean {
  return Object.entries(known).every(([name, value]) => {
    const own = Object.getOwnPropertyDescriptor(object, name)?.value;
    return typeof value === 'object' ? isMeant(value, own) : value === own;
  });
}

const findIn = (objects: readonly object[]) => (known: object) =>
  objects.find((object) => isMeant(known, object)) ?? null;

interface UserReference extends Representation {
  readonly totalProductsCreated?: number;
  readonly yearsOfEmployment?: number;
}

const schema = buildSubgraph({
  typeDefs: parse(PRODUCTS_SDL),
  resolvers: [
    {
      Query: {
        product: (_: unknown, known: object) => findIn(products)(known),
        deprecatedProduct: (_: unknown, known: object) => findIn([deprecated])(known),
      },
      User: {
        averageProductsCreatedPerYear: ({ totalProductsCreated = 0, yearsOfEmployment = 1 }: UserReference) =>
          Math.round(totalProductsCreated / yearsOfEmployment),
      },
    },
  ],
  references: {
    Product: findIn(products),
    DeprecatedProduct: findIn([deprecated]),
    ProductResearch: findIn(Object.values(research)),
    User: (known) => (known.email === user.email ? { ...user, ...known } : null),
    Inventory: ({ id }) => (id === 'apollo-oss' ? { id, deprecatedProducts: [deprecated] } : null),
  },
});

/** With Yoga's plugin for traces, which are no part of the schema. */
export async function startProducts(): Promise<RunningSubgraph> {
  const yoga = createYoga({ schema, graphqlEndpoint: '/', logging: false, plugins: [useApolloInlineTrace()] });
  const server = createServer(yoga);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
