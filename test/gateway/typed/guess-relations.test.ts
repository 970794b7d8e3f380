/** Edges that are guessed can be given to a gateway as they are. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createUpstream } from '../../../datasources/back-ends/upstream.ts';
import { toAstra } from '../../../gateway/cli/connect.ts';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import { guessRelationsOf } from '../../../gateway/typed/guess-relations.ts';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import { startGateway } from '../../support/gateway.ts';

test('edges are guessed from names and types, with how often they matched', async () => {
  const gateway = await startGateway();
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: { name: "shop" }) { created }
    users: createTable(input: { keyspace: "shop", name: "users", columns: [{ name: "id", type: "int" }, { name: "name", type: "text" }],
      primaryKey: { partitionKey: ["id"] } }) { created }
    items: createTable(input: { keyspace: "shop", name: "items", columns: [{ name: "sku", type: "text" }, { name: "seller_id", type: "int" }, { name: "userid", type: "text" }],
      primaryKey: { partitionKey: ["sku"] } }) { created }
    orders: createTable(input: { keyspace: "shop", name: "orders", columns: [{ name: "user_id", type: "int" }, { name: "at", type: "int" }, { name: "sku", type: "text" }],
      primaryKey: { partitionKey: ["user_id"], clusteringKey: [{ name: "at" }] } }) { created }
    notes: createTable(input: { keyspace: "shop", name: "notes", columns: [{ name: "note", type: "uuid" }, { name: "user_id", type: "int" }, { name: "at", type: "int" }],
      primaryKey: { partitionKey: ["note"] } }) { created }
    u: createRows(input: { keyspace: "shop", table: "users", rows: [{ id: 1, name: "ann" }] }) { results { error { message } } }
    i: createRows(input: { keyspace: "shop", table: "items", rows: [{ sku: "a" }] }) { results { error { message } } }
    o: createRows(input: { keyspace: "shop", table: "orders", rows: [{ user_id: 1, at: 1, sku: "a" }, { user_id: 1, at: 2 }, { user_id: 2, at: 1, sku: "b" }] }) { results { error { message } } }
  }`);
  expect(errors).toBeUndefined();
  const { emulator, emulatorUrl } = gateway;
  const choice = readServeConfig({}, {}).upstream;
  const upstream = createUpstream({
    ...toAstra({ url: emulatorUrl, ...emulator.sampleDatabase }, choice),
    coalesceReads: false,
  });
  const token = emulator.applicationToken;
  const source = upstream.open({
    ...{ tokens: { data: token, devops: token }, requestId: randomUUID(), maxCalls: 100 },
  });
  gateway.clearUpstreamRequests();
  const text = await guessRelationsOf(source, { databaseId: source.databaseId(undefined), keyspace: 'shop' });
  expect(
    text,
  ).toBe(`# Guessed from the names and types of columns. Edit it, keep what is right, and give it to --relations.
schema @keyspace(name: "shop")

extend type notes {
  # The table has no rows to try it on.
  orders: orders @related(key: { user_id: "user_id", at: "at" })
  # The table has no rows to try it on.
  user: users @related(key: { id: "user_id" })
}

extend type orders {
  # 1 of 3 rows lead to one; 1 have no value.
  items: items @related(key: { sku: "sku" })
  # 2 of 3 rows lead to one.
  user: users @related(key: { id: "user_id" })
}

extend type users {
  # The rows of orders that lead here.
  orders: orders_connection @related(key: { user_id: "id" })
}
`);
  const nowhere = guessRelationsOf(source, { databaseId: source.databaseId(undefined), keyspace: 'nowhere' });
  await expect(nowhere).rejects.toThrow('There is no keyspace "nowhere"');
  await upstream.close();
  await gateway.close();

  const { relations, problems } = readRelations([{ name: 'guessed.graphql', text }]);
  expect(problems).toEqual([]);
  expect(relations.byKeyspace.get('shop')).toHaveLength(5);
});
