/** What reads of typed graphs cost upstream: exact counts, over the whole way. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { askTyped } from './support.ts';

/** With one that is not there: a hundred. */
const COUNT = 99;

/** Of three pages. Where a Stargate's page is full, `hasNextPage` is one more call, because only that tells whether rows follow. */
const PAGE_CALLS = { stargate: [2, 2, 1], data: [1, 1, 1] };

describe.each(['stargate', 'data'] as const)('over %s', (api) => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway({ api, upstream: { schemaLifetimeMs: 600_000 } });
    const rows = Array.from({ length: COUNT }, (_, n) => `{ id: ${n}, name: "n${n}", other: ${n} }`);
    const events = Array.from({ length: 25 }, (_, n) => `{ day: 1, at: ${n}, what: "w${n}" }`);
    const { errors } = await gateway.query(`mutation {
      createKeyspace(input: { name: "shop" }) { created }
      createTable(input: { keyspace: "shop", name: "users", columns: [{ name: "id", type: "int" }, { name: "name", type: "text" }, { name: "other", type: "int" }], primaryKey: { partitionKey: ["id"] } }) { created }
      second: createTable(input: { keyspace: "shop", name: "events", columns: [{ name: "day", type: "int" }, { name: "at", type: "int" }, { name: "what", type: "text" }], primaryKey: { partitionKey: ["day"], clusteringKey: [{ name: "at", order: DESC }] } }) { created }
      users: createRows(input: { keyspace: "shop", table: "users", rows: [${rows}] }) { results { created } }
      events: createRows(input: { keyspace: "shop", table: "events", rows: [${events}] }) { results { created } }
    }`);
    expect(errors).toBeUndefined();
    // Warm: the schema and the definitions are known.
    expect((await ask('{ users(first: 1) { nodes { id } } }')).errors).toBeUndefined();
  }, 60_000);
  beforeEach(() => gateway.clearUpstreamRequests());
  afterAll(() => gateway.close());

  const ask = (query: string) => askTyped(gateway, 'shop', query);
  const calls = () => gateway.upstreamRequests().length;

  test('a hundred rows by key are one search, with the selected columns', async () => {
    const fields = Array.from({ length: COUNT }, (_, n) => `r${n}: users_by_key(id: ${n}) { name }`);
    const { data, errors } = await ask(`{ ${fields.join(' ')} missing: users_by_key(id: 1000) { name } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ ...Object.fromEntries(fields.map((_, n) => [`r${n}`, { name: `n${n}` }])), missing: null });
    // A Data API answers pages of 50 rows.
    expect(calls()).toBe(api === 'stargate' ? 1 : 2);
    if (api === 'stargate') {
      const url = new URL(gateway.upstreamRequests()[0]?.target ?? '', 'http://upstream');
      expect(JSON.parse(url.searchParams.get('where') ?? '{}').id.$in).toHaveLength(COUNT + 1);
      expect(url.searchParams.get('fields')?.split(',').sort()).toEqual(['id', 'name']);
    }
  });

  test('a key alone is not read twice, and an id costs nothing more', async () => {
    const { data } = await ask('{ one: users_by_key(id: 1) { id } again: users_by_key(id: 1) { nodeId } }');
    expect(data.one).toEqual({ id: 1 });
    const { data: other } = await ask(`{ node(nodeId: "${data.again.nodeId}") { ... on users { name } } }`);
    expect(other.node).toEqual({ name: 'n1' });
    expect(calls()).toBe(2);
  });

  test('pages of a list, with its conditions and order', async () => {
    const list = (after: string) =>
      `{ events(where: { day: { eq: 1 }, at: { gte: 3 } }, orderBy: [{ at: ASC }], first: 10${after}) { nodes { at } pageInfo { hasNextPage endCursor } } }`;
    const seen: number[] = [];
    const seenCalls: number[] = [];
    let after = '';
    for (const [length, isMore] of [
      [10, true],
      [10, true],
      [2, false],
    ] as const) {
      gateway.clearUpstreamRequests();
      const { data, errors } = await ask(list(after));
      expect(errors).toBeUndefined();
      expect(data.events.nodes).toHaveLength(length);
      expect(data.events.pageInfo.hasNextPage).toBe(isMore);
      seen.push(...data.events.nodes.map(({ at }: { at: number }) => at));
      after = `, after: "${data.events.pageInfo.endCursor}"`;
      seenCalls.push(calls());
    }
    expect(seenCalls, api).toEqual(PAGE_CALLS[api]);
    expect(seen).toEqual(Array.from({ length: 22 }, (_, n) => n + 3));
  });

  test('what cannot be asked, and what can have no answer, costs no call', async () => {
    expect((await ask('{ events(where: { at: { gt: 1 } }) { nodes { at } } }')).errors?.[0]?.message).toMatch(
      /partition key/,
    );
    expect((await ask('{ users(where: { id: { in: [] } }) { nodes { id } } }')).data).toEqual({ users: { nodes: [] } });
    expect((await ask('{ __typename __schema { queryType { name } } }')).errors).toBeUndefined();
    expect(calls()).toBe(0);
  });
});
