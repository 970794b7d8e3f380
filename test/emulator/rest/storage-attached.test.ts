/** Storage-attached indexes, which Astra has: in keyspaces that the DevOps API made. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;

const INDEX = 'createIndex(input: { keyspace: "sea", table: "ships"';
const COLUMNS: Readonly<Record<string, string>> = {
  id: 'int',
  knots: 'double',
  built: 'date',
  crew: 'int',
  name: 'text',
  plain: 'int',
};

beforeAll(async () => {
  gateway = await startGateway();
  const columns = Object.entries(COLUMNS).map(([name, type]) => `{ name: "${name}", type: "${type}" }`);
  const indexed = ['knots', 'built', 'crew', 'name'].map(
    (column) => `${column}: ${INDEX}, column: "${column}", type: "StorageAttachedIndex" }) { created }`,
  );
  const rows = [1, 2, 3, 4, 5].map(
    (id) =>
      `r${id}: createRow(input: { keyspace: "sea", table: "ships", values: { id: ${id}, knots: ${-2.5 + id}, built: "196${id}-01-01", crew: ${id * 10}, name: "n${id % 2}", plain: ${id} } }) { created }`,
  );
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: { name: "sea" }) { created }
    createTable(input: { keyspace: "sea", name: "ships", primaryKey: { partitionKey: ["id"] }, columns: [${columns}] }) { created }
    ${indexed.join(' ')} plain: ${INDEX}, column: "plain" }) { created } ${rows.join(' ')} }`);
  expect(errors).toBeUndefined();
});
afterAll(() => gateway.close());

async function find(where: string) {
  const { data, errors } = await gateway.query(
    `{ keyspace(name: "sea") { table(name: "ships") { rows(where: [${where}]) { nodes { value(column: "id") } } } } }`,
  );
  if (errors) throw new Error(errors[0]?.message);
  return data.keyspace.table.rows.nodes.map(({ value }: { value: number }) => value).sort();
}

test.each([
  ['{ column: "crew", gt: 20 }', [3, 4, 5]],
  ['{ column: "crew", gte: 20, lt: 40 }', [2, 3]],
  ['{ column: "knots", lte: -0.5 }', [1, 2]],
  ['{ column: "built", gte: "1963-01-01" }', [3, 4, 5]],
  ['{ column: "name", eq: "n1" }', [1, 3, 5]],
  ['{ column: "name", eq: "n1" }, { column: "crew", gt: 10 }', [3, 5]],
  ['{ column: "crew", gt: 10 }, { column: "built", lt: "1965-01-01" }, { column: "name", eq: "n0" }', [2, 4]],
])('%s finds %j', async (where, ids) => {
  expect(await find(where)).toEqual(ids);
});

test.each(['{ column: "name", gt: "n0" }', '{ column: "crew", gt: 10 }, { column: "plain", eq: 2 }'])(
  '%s would have to look at each row',
  async (where) => {
    await expect(find(where)).rejects.toThrow(/data filtering/);
  },
);
