import { Client, fetchExchange } from '@urql/core';
import { cacheExchange, type UpdateResolver } from '@urql/exchange-graphcache';
import { keys, resolvers } from './keys';

/** The deleted row leaves the cache. */
const deleteAirport: UpdateResolver<unknown, { readonly input: { readonly iata: string } }> = (_, { input }, cache) => {
  cache.invalidate({ __typename: 'airports', iata: input.iata });
};

/** A created row may belong into any list: they are read again. */
const createAirport: UpdateResolver = (_result, _args, cache) => {
  for (const { fieldKey } of cache.inspectFields('Query')) cache.invalidate('Query', fieldKey);
};

const token = process.env.GATEWAY_TOKEN;
export const client = new Client({
  url: process.env.GATEWAY_URL ?? 'http://localhost:4000/graphql/travel',
  // A query by GET needs a header that no foreign web page can send.
  preferGetMethod: false,
  exchanges: [
    cacheExchange({
      keys,
      resolvers,
      updates: { Mutation: { create_airports: createAirport, delete_airports: deleteAirport } },
    }),
    fetchExchange,
  ],
  fetchOptions: { headers: token ? { 'X-Cassandra-Token': token } : {} },
});
