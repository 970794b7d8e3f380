/** What the schema of a typed graph costs upstream: exactly, and once for each caller while it is kept. */
import { expect, test } from 'vitest';
import { askTyped } from '../../resolvers/typed/support.ts';
import { startGateway } from '../../support/gateway.ts';

const TABLES = 12;

test.each([
  ['stargate', 4],
  ['data', 3 + TABLES],
] as const)(
  'over the API %s',
  async (api, calls) => {
    const gateway = await startGateway({ api, upstream: { schemaLifetimeMs: 600_000 } });
    const make = Array.from(
      { length: TABLES },
      (_, n) => `
      t${n}: createTable(input: { keyspace: "many", name: "t${n}", columns: [{ name: "p", type: "int" }, { name: "v", type: "int" }], primaryKey: { partitionKey: ["p"] } }) { created }
      i${n}: createIndex(input: { keyspace: "many", table: "t${n}", column: "v" }) { created }`,
    );
    const { errors } = await gateway.query(`mutation { createKeyspace(input: { name: "many" }) { created } ${make} }`);
    expect(errors).toBeUndefined();
    gateway.clearUpstreamRequests();
    const { data } = await askTyped(gateway, 'many', '{ __type(name: "t7_filter") { inputFields { name } } }');
    expect(data.__type.inputFields).toEqual([{ name: 'p' }, { name: 'v' }]);
    expect(gateway.upstreamRequests()).toHaveLength(calls);
    await askTyped(gateway, 'many', '{ __typename }');
    expect(gateway.upstreamRequests()).toHaveLength(calls);
    // A condition that an index answers needs no list of indexes any more.
    const found = await askTyped(gateway, 'many', '{ t7(where: { v: { eq: 1 } }) { nodes { p } } }');
    expect(found.data).toEqual({ t7: { nodes: [] } });
    expect(gateway.upstreamRequests()).toHaveLength(calls + 1);
    await gateway.close();
  },
  60_000,
);
