/** A gateway with a keyspace `shop`, and its typed graphs over HTTP. */
import { expect } from 'vitest';
import { prefixOf } from '../../../schema/federation/type-prefix.ts';
import {
  type GatewayTestOptions,
  type GraphQLAnswer,
  type RunningGateway,
  startGateway,
} from '../../support/gateway.ts';

export interface Shop {
  readonly gateway: RunningGateway;
  /** @param path - below the endpoint, such as `/shop` */
  ask(path: string, query: string, variables?: object): Promise<GraphQLAnswer & { readonly status: number }>;
  close(): Promise<void>;
}

/** A hundred items, and five orders of one customer. */
export const ITEMS = Array.from({ length: 100 }, (_, id) => ({ id, label: `Item ${id}` }));

export async function openShop(options: GatewayTestOptions = {}): Promise<Shop> {
  const gateway = await startGateway({ upstream: { schemaLifetimeMs: 60_000 }, ...options });
  const { errors } = await gateway.query(
    `mutation ($items: [${prefixOf(options.subgraph?.typePrefix)}RowValues!]!) {
      createKeyspace(input: { name: "shop" }) { created }
      orders: createTable(input: { keyspace: "shop", name: "orders", columns: [
        { name: "customer", type: "text" }, { name: "at", type: "int" }, { name: "total", type: "decimal" }
      ], primaryKey: { partitionKey: ["customer"], clusteringKey: [{ name: "at", order: DESC }] } }) { created }
      items: createTable(input: { keyspace: "shop", name: "items", columns: [
        { name: "id", type: "int" }, { name: "label", type: "text" }, { name: "tags", type: "map<text, int>" }
      ], primaryKey: { partitionKey: ["id"] } }) { created }
      some: createRows(input: { keyspace: "shop", table: "orders", rows: [
        { customer: "ann", at: 1, total: "1.50" }, { customer: "ann", at: 2, total: "2" }
      ] }) { results { error { message } } }
      all: createRows(input: { keyspace: "shop", table: "items", rows: $items }) { results { error { message } } }
    }`,
    { items: ITEMS },
  );
  expect(errors).toBeUndefined();
  const token = { authorization: `Bearer ${gateway.emulator.applicationToken}` };
  return {
    gateway,
    async ask(path, query, variables = {}) {
      const response = await fetch(`${gateway.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...token },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...(await response.json()) };
    },
    close: () => gateway.close(),
  };
}
