/**
 * Asks both subgraphs through a router. Run `npm start` here while the gateway runs as a subgraph:
 * `ASTRA_GRAPHQL_SUBGRAPH=true npm start` in the root.
 */
import { readFileSync } from 'node:fs';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { startFavourites } from './favourites.mjs';
import { gatewayConfig } from './gateway.config.mjs';
import { FAVOURITES_PORT } from './subgraphs.mjs';

const favourites = await startFavourites(FAVOURITES_PORT);
const supergraph = readFileSync(new URL(gatewayConfig.supergraph, import.meta.url), 'utf8');
const router = createGatewayRuntime({ ...gatewayConfig, supergraph, logging: false });

const token = process.env.GATEWAY_TOKEN;
const response = await router.fetch('http://localhost/graphql', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...(token && { 'X-Cassandra-Token': token }) },
  body: JSON.stringify({ query: '{ favourites { stars city: value(column: "city") } }' }),
});
const { data, errors } = await response.json();
for (const { message, path } of errors ?? []) console.error(path?.join('.'), message);
for (const { city, stars } of data?.favourites ?? []) console.log(`${city}: ${stars} stars`);

await router[Symbol.asyncDispose]();
await favourites.stop();
