/** Ten thousand rows in one answer, and what they cost upstream. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { importLines } from '../../emulator/transfer/import.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

const ROWS = 10_001;
let gateway: RunningGateway;

function* lines(): Iterable<string> {
  yield '{"keyspace":{"name":"big"}}';
  const columns = { id: 'int', title: 'text', author: 'int' };
  const columnDefinitions = Object.entries(columns).map(([name, typeDefinition]) => ({ name, typeDefinition }));
  const primaryKey = { partitionKey: ['id'], clusteringKey: [] };
  yield JSON.stringify({ table: { name: 'posts', columnDefinitions, primaryKey } });
  for (let id = 0; id < ROWS; id += 1)
    yield JSON.stringify({ table: 'posts', row: { id, title: `Post ${id}`, author: id % 10 } });
}

beforeAll(async () => {
  gateway = await startGateway({ limits: { maxFirst: 10_000 }, upstream: { schemaLifetimeMs: 600_000 } });
  const { emulator } = gateway;
  const entry = emulator.databases.find(emulator.defaultDatabaseId);
  if (!entry) throw new Error('The emulator has no default database.');
  await importLines(entry.database, lines());
  await gateway.query('{ keyspace(name: "big") { name } }');
}, 120_000);

beforeEach(() => gateway.clearUpstreamRequests());
afterAll(() => gateway.close());

const posts = (args: string, fields: string) =>
  `{ keyspace(name: "big") { table(name: "posts") { rows(${args}) { ${fields} } } } }`;

test('come in ten calls, each row once; one more tells whether others follow, and they do', async () => {
  const { data } = await gateway.query(posts('first: 10000', 'nodes { key value(column: "title") }'));
  const { nodes } = data.keyspace.table.rows;
  const ids = new Set(nodes.map(({ key }: { key: { id: number } }) => key.id));
  expect(ids.size).toBe(10_000);
  expect(nodes.every((node: { key: { id: number }; value: string }) => node.value === `Post ${node.key.id}`)).toBe(
    true,
  );
  expect(gateway.upstreamRequests()).toHaveLength(10);
  gateway.clearUpstreamRequests();
  const paged = await gateway.query(posts('first: 10000', 'edges { cursor } pageInfo { endCursor hasNextPage }'));
  const { edges, pageInfo } = paged.data.keyspace.table.rows;
  expect(pageInfo).toEqual({ endCursor: edges.at(-1).cursor, hasNextPage: true });
  expect(new Set(edges.map(({ cursor }: { cursor: string }) => cursor)).size).toBe(10_000);
  expect(gateway.upstreamRequests()).toHaveLength(11);
  gateway.clearUpstreamRequests();
  const rest = await gateway.query(posts(`first: 10000, after: "${pageInfo.endCursor}"`, 'nodes { key }'));
  expect(rest.data.keyspace.table.rows.nodes).toHaveLength(1);
  expect(ids.has(rest.data.keyspace.table.rows.nodes[0].key.id)).toBe(false);
  expect(gateway.upstreamRequests()).toHaveLength(1);
}, 60_000);

test('with a related row each cost one search more for ten different ones', async () => {
  const author = 'relatedRow(table: "posts", key: [{ column: "id", from: "author" }]) { value(column: "title") }';
  const { data, errors } = await gateway.query(posts('first: 10000', `nodes { value(column: "author") ${author} }`));
  expect(errors).toBeUndefined();
  type Node = { value: number; relatedRow: { value: string } };
  expect(data.keyspace.table.rows.nodes.every((node: Node) => node.relatedRow.value === `Post ${node.value}`)).toBe(
    true,
  );
  expect(gateway.upstreamRequests()).toHaveLength(11);
}, 60_000);
