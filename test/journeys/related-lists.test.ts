/** Lists of related rows share a search where they are small, and each is what it is alone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;
/** Flights that leave each airport, as they are stored. */
const flights = new Map<string, string[]>();
const AIRPORTS = 30;

interface List {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const LIST = 'nodes { id } pageInfo { hasNextPage endCursor }';

beforeAll(async () => {
  gateway = await startGateway({ emulator: { sample: true }, upstream: { schemaLifetimeMs: 60_000 } });
  for (const iata of await airports()) {
    const all = await alone(iata, { first: 1000 });
    flights.set(
      iata,
      all.nodes.map(({ id }) => id),
    );
  }
}, 60_000);

afterAll(() => gateway.close());

async function airports(): Promise<string[]> {
  const { data } = await gateway.query(
    `{ keyspace(name: "travel") { table(name: "airports") { rows(first: ${AIRPORTS}) { nodes { key } } } } }`,
  );
  return data.keyspace.table.rows.nodes.map(({ key }: { key: { iata: string } }) => key.iata);
}

async function alone(iata: string, { first, after }: { first: number; after?: string | null }): Promise<List> {
  const { data } = await gateway.query(
    `query ($iata: JSON!, $first: Int, $after: String) { keyspace(name: "travel") { table(name: "flights") {
      rows(key: { origin: $iata }, first: $first, after: $after) { ${LIST} } } } }`,
    { iata, first, after },
  );
  return data.keyspace.table.rows;
}

test.each([1, 2, 5, 20])('of %s rows each: the same rows, and exactly whether more follow', async (first) => {
  gateway.clearUpstreamRequests();
  const { data, errors } = await gateway.query(
    `{ keyspace(name: "travel") { table(name: "airports") { rows(first: ${AIRPORTS}) { nodes {
      key relatedRows(table: "flights", key: [{ column: "origin", from: "iata" }], first: ${first}) { ${LIST} } } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(gateway.upstreamRequests().length).toBeLessThanOrEqual(1 + AIRPORTS + 1);
  const rows: { key: { iata: string }; relatedRows: List }[] = data.keyspace.table.rows.nodes;
  for (const { key, relatedRows } of rows) {
    const all = flights.get(key.iata) ?? [];
    expect(relatedRows.nodes.map(({ id }) => id)).toEqual(all.slice(0, first));
    expect(relatedRows.pageInfo.hasNextPage).toBe(all.length > first);
  }
  for (const { key, relatedRows } of rows.filter((row) => row.relatedRows.pageInfo.hasNextPage).slice(0, 3)) {
    const rest = await alone(key.iata, { first: 1000, after: relatedRows.pageInfo.endCursor });
    expect(rest.nodes.map(({ id }) => id)).toEqual((flights.get(key.iata) ?? []).slice(first));
  }
});
