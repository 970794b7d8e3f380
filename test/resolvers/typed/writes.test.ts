/** Writes of typed graphs: the semantics of the universal graph, with typed inputs and exact upstream counts. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: { name: "shop" }) { created }
    createUserDefinedType(input: { keyspace: "shop", name: "point", fields: [{ name: "x", type: "double" }, { name: "y", type: "double" }] }) { created }
    createTable(input: { keyspace: "shop", name: "items", columns: [
      { name: "id", type: "text" }, { name: "at", type: "int" }, { name: "total", type: "decimal" }, { name: "place", type: "frozen<point>" },
      { name: "tags", type: "set<text>" }, { name: "prices", type: "map<int, bigint>" }, { name: "note", type: "text", isStatic: true }
    ], primaryKey: { partitionKey: ["id"], clusteringKey: [{ name: "at" }] } }) { created }
    hits: createTable(input: { keyspace: "shop", name: "hits", columns: [{ name: "page", type: "text" }, { name: "count", type: "counter" }],
      primaryKey: { partitionKey: ["page"] } }) { created }
  }`);
  expect(errors).toBeUndefined();
});
afterAll(() => gateway.close());

async function ask(query: string) {
  gateway.clearUpstreamRequests();
  const response = await fetch(`${gateway.url}/shop`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` },
    body: JSON.stringify({ query }),
  });
  const rows = gateway.upstreamRequests().filter(({ target }) => target.includes('/v2/keyspaces/shop/'));
  return { ...(await response.json()), calls: rows.map(({ method }) => method) };
}

const ITEM = '{ id at total place { x y } tags prices { key value } note }';

test('a row is created, replaced, changed and deleted', async () => {
  const created = await ask(`mutation { create_items(input: {
    id: "a", at: 1, total: "1.50", place: { x: 1.5 }, tags: ["b", "a"], prices: [{ key: 2, value: "9007199254740993" }], note: "s"
  }) { created row ${ITEM} } }`);
  const row = {
    ...{ id: 'a', at: 1, total: '1.50', place: { x: 1.5, y: null }, tags: ['a', 'b'] },
    ...{ prices: [{ key: 2, value: '9007199254740993' }], note: 's' },
  };
  expect(created).toEqual({ data: { create_items: { created: true, row } }, calls: ['GET', 'POST', 'GET'] });

  const again = await ask('mutation { create_items(input: { id: "a", at: 1 }, ifNotExists: true) { created } }');
  expect(again).toEqual({ data: { create_items: { created: false } }, calls: ['GET'] });
  const conflict = await ask('mutation { create_items(input: { id: "a", at: 1 }) { created } }');
  expect(conflict.errors[0].extensions.code).toBe('CONFLICT');

  const updated = await ask(
    `mutation { update_items(input: { key: { id: "a", at: 1 }, set: { total: null, tags: ["c"] } }) { row { total tags prices { key } } } }`,
  );
  expect(updated).toMatchObject({
    data: { update_items: { row: { total: null, tags: ['c'], prices: [{ key: 2 }] } } },
    calls: ['PATCH', 'GET'],
  });

  const replaced = await ask(
    'mutation { replace_items(input: { id: "a", at: 1, total: 2 }) { row { total tags note } } }',
  );
  expect(replaced.data).toEqual({ replace_items: { row: { total: '2', tags: [], note: 's' } } });

  const partition = await ask(
    'mutation { update_items(input: { key: { id: "a" }, set: { note: "t" } }) { row { id at note } } }',
  );
  expect(partition.data).toEqual({ update_items: { row: { id: 'a', at: null, note: 't' } } });

  const deleted = await ask('mutation { delete_items(input: { id: "a", at: 1 }) { deletedId } }');
  expect(deleted.data.delete_items.deletedId).toEqual(expect.any(String));
  expect(
    (await ask('mutation { delete_items(input: { id: "a", at: 1 }) { deletedId } }')).errors[0].extensions.code,
  ).toBe('NOT_FOUND');
});

test('many at once tell for each how it ended', async () => {
  const { data } = await ask(`mutation {
    create_items_many(input: [{ id: "m", at: 1 }, { id: "m", at: 2, total: "x" }]) { results { index created error { code message } } }
    update_items_many(input: [{ key: { id: "m", at: 1 }, set: { total: "3" } }]) { results { index row { total } error { code } } }
    delete_items_many(input: [{ id: "m", at: 1 }, { id: "m", at: 9 }]) { results { index deletedId error { code } } }
    delete_items_range(input: { id: "m" }, ifExists: true) { deleted }
  }`);
  expect(data).toEqual({
    create_items_many: {
      results: [
        { index: 0, created: true, error: null },
        { index: 1, created: false, error: { code: 'BAD_USER_INPUT', message: expect.stringContaining('"total"') } },
      ],
    },
    update_items_many: { results: [{ index: 0, row: { total: '3' }, error: null }] },
    delete_items_many: {
      results: [
        { index: 0, deletedId: expect.any(String), error: null },
        { index: 1, deletedId: null, error: { code: 'NOT_FOUND' } },
      ],
    },
    delete_items_range: { deleted: false },
  });
});

test('a counter table can only be added to', async () => {
  const counted = await ask(`mutation {
    one: update_hits(input: { key: { page: "/" }, set: { count: 2 } }) { row { count } }
    two: update_hits(input: { key: { page: "/" }, set: { count: "3" } }) { row { count } }
  }`);
  expect(counted.data).toEqual({ one: { row: { count: '2' } }, two: { row: { count: '5' } } });
  expect((await ask('mutation { create_hits(input: { page: "/" }) { created } }')).errors[0].message).toMatch(
    /create_hits/,
  );
});

test('an empty change is refused', async () => {
  const { errors, calls } = await ask(
    'mutation { update_items(input: { key: { id: "a", at: 1 }, set: {} }) { row { id } } }',
  );
  expect(errors[0].message).toMatch(/"set" is empty/);
  expect(calls).toEqual([]);
});
