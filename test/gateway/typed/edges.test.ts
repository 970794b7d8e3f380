/** Declared edges over HTTP: one row, many rows, constants, other keyspaces, and exactly the calls that they cost. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

const SAMPLE = readFileSync(new URL('../../../emulator/sample/relations.graphql', import.meta.url), 'utf8');
const SHOP = `
extend schema @keyspace(name: "shop")

extend type visits {
  place: airports @related(keyspace: "travel", key: { iata: "airport" })
  flights: flights_connection @related(keyspace: "travel", key: { origin: "airport", day: { value: "2001-01-02" } })
  again: visits @related(key: { visitor: "visitor", at: { value: 1 } })
  of_visitor: visits_connection @related(key: { visitor: "visitor" })
  home: visits @related(key: { visitor: "friend", at: "at" }), back: visits @related(key: { at: "at", visitor: "friend" })
  wrong_type: airports @related(keyspace: "travel", key: { iata: "at" })
  no_column: airports @related(keyspace: "travel", key: { iata: "nothing" })
  no_key: visits @related(key: { visitor: "visitor" })
  no_table: nothing @related(key: { visitor: "visitor" })
  visitor: airports @related(keyspace: "travel", key: { iata: "airport" })
  again: visits @related(key: { visitor: "visitor", at: "at" })
  elsewhere: airports @related(keyspace: "nowhere", key: { iata: "airport" })
  bad_constant: visits @related(key: { visitor: "visitor", at: { value: "one" } })
  quake: quakes @related(collection: "earthquakes", namespace: "geology", id: "airport")
}

extend type nothing { visits: visits_connection @related(key: { visitor: "id" }) }

schema @keyspace(name: "travel")

extend type airports { visits_there: visits_connection @related(keyspace: "shop", key: { visitor: "iata" }) }
`;

let gateway: RunningGateway;
beforeAll(async () => {
  const { relations, problems } = readRelations([
    { name: 'sample.graphql', text: SAMPLE },
    { name: 'shop.graphql', text: SHOP },
  ]);
  expect(problems).toEqual([]);
  gateway = await startGateway({ emulator: { sample: true }, gateway: { relations } });
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: { name: "shop" }) { created }
    createTable(input: { keyspace: "shop", name: "visits", columns: [
      { name: "visitor", type: "text" }, { name: "at", type: "int" }, { name: "airport", type: "text" }, { name: "friend", type: "text" }
    ], primaryKey: { partitionKey: ["visitor"], clusteringKey: [{ name: "at" }] } }) { created }
    createRows(input: { keyspace: "shop", table: "visits", rows: [
      { visitor: "ann", at: 1, airport: "SFO" }, { visitor: "ann", at: 2, airport: "HNL", friend: "bob" }, { visitor: "bob", at: 2, airport: "none" }
    ] }) { results { error { message } } }
  }`);
  expect(errors).toBeUndefined();
  await ask('/travel', '{ __typename }');
  await ask('/shop', '{ __typename }');
}, 60_000);
afterAll(() => gateway.close());

/** The answer, and the calls for rows. */
async function ask(path: string, query: string) {
  gateway.clearUpstreamRequests();
  const response = await fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` },
    body: JSON.stringify({ query }),
  });
  const answer = await response.json();
  const calls = gateway
    .upstreamRequests()
    .map(({ method, target }) => `${method} ${decodeURIComponent(target.replace(/^.*\/keyspaces\//, ''))}`);
  return { ...answer, calls };
}

test('a page of flights with the names of their airports costs one more search', async () => {
  const page = '{ flights(where: { origin: { eq: "HNL" } }, first: 20) { nodes { delay_minutes';
  const plain = await ask('/travel', `${page} } } }`);
  expect(plain.calls).toHaveLength(1);
  const { data, errors, calls } = await ask('/travel', `${page} from { name } to { iata name } } } }`);
  expect(errors).toBeUndefined();
  expect(calls).toHaveLength(2);
  expect(calls[1]).toMatch(/^GET travel\/airports\?where={"iata":{"\$in":\[/);
  // The columns of the keys are fetched though nobody selects them, and no others.
  expect(calls[0]).toContain('fields=origin,day,departure,destination,delay_minutes');
  expect(calls[1]).toContain('fields=iata,name');
  expect(data.flights.nodes).toHaveLength(20);
  for (const { from, to } of data.flights.nodes) {
    expect(from).toEqual({ name: 'Honolulu International' });
    expect(to.name).toEqual(expect.any(String));
  }
});

test('a leading part of the key leads to a connection with the arguments of the list', async () => {
  const list = 'departures(where: { day: { gte: "2001-01-02" } }, first: 2';
  const query = (after = '') =>
    `{ airports_by_key(iata: "HNL") { ${list}${after}) { nodes { origin day departure to { iata } } pageInfo { hasNextPage endCursor } } } }`;
  const first = await ask('/travel', query());
  expect(first.errors).toBeUndefined();
  const { nodes, pageInfo } = first.data.airports_by_key.departures;
  expect(nodes).toHaveLength(2);
  expect(nodes[0]).toMatchObject({ origin: 'HNL', day: expect.stringMatching(/^2001-01-0[2-9]/) });
  // Whether more follows is asked for, and costs a call.
  expect(first.calls.map((call: string) => call.split('?')[0]).sort()).toEqual([
    ...['GET travel/airports', 'GET travel/airports', 'GET travel/flights', 'GET travel/flights'],
  ]);
  const next = await ask('/travel', query(`, after: "${pageInfo.endCursor}"`));
  expect(next.errors).toBeUndefined();
  expect(next.data.airports_by_key.departures.nodes[0]).not.toEqual(nodes[0]);

  const reversed = await ask(
    '/travel',
    '{ airports_by_key(iata: "HNL") { departures(orderBy: [{ day: DESC }, { departure: DESC }, { destination: DESC }], first: 1) { nodes { day } } } }',
  );
  expect(reversed.errors).toBeUndefined();
  expect(reversed.data.airports_by_key.departures.nodes[0].day > '2001-02').toBe(true);
});

test('edges lead to other keyspaces, on from there, and back', async () => {
  const { data, errors, calls } = await ask(
    '/shop',
    `{ visits(where: { visitor: { in: ["ann", "bob"] } }) { nodes { visitor at place { __typename iata departures(first: 1) { nodes { __typename origin } } visits_there { nodes { __typename at } } } } } }`,
  );
  expect(errors).toBeUndefined();
  const place = (iata: string) => ({
    __typename: 'in_travel_airports',
    iata,
    departures: { nodes: [{ __typename: 'in_travel_flights', origin: iata }] },
    visits_there: { nodes: [] },
  });
  expect(data.visits.nodes).toEqual([
    { visitor: 'ann', at: 1, place: place('SFO') },
    { visitor: 'ann', at: 2, place: place('HNL') },
    { visitor: 'bob', at: 2, place: null },
  ]);
  expect(calls.map((call: string) => call.split('?')[0]).sort()).toEqual([
    // The visits of two airports are one search.
    ...['GET shop/visits', 'GET shop/visits', 'GET travel/airports'],
    ...['GET travel/flights', 'GET travel/flights'],
  ]);
  const node = await ask(
    '/shop',
    '{ visits(where: { visitor: { eq: "ann" } }, first: 1) { nodes { place { nodeId } } } }',
  );
  const universal = await gateway.query(
    '{ keyspace(name: "travel") { table(name: "airports") { row(key: { iata: "SFO" }) { id } } } }',
  );
  expect(node.data.visits.nodes[0].place.nodeId).toBe(universal.data.keyspace.table.row.id);
});

test('constants are parts of keys, and null leads nowhere without a call', async () => {
  const { data, errors, calls } = await ask(
    '/shop',
    '{ visits_by_key(visitor: "ann", at: 2) { again { at } home { at } of_visitor(where: { at: { lt: 2 } }) { nodes { at } } flights(first: 1) { nodes { day } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.visits_by_key).toEqual({
    again: { at: 1 },
    home: { at: 2 },
    of_visitor: { nodes: [{ at: 1 }] },
    flights: { nodes: [{ day: '2001-01-02' }] },
  });
  expect(calls).toHaveLength(5);
  const nowhere = await ask('/shop', '{ visits_by_key(visitor: "ann", at: 1) { home { at } } }');
  expect(nowhere.data).toEqual({ visits_by_key: { home: null } });
  expect(nowhere.calls).toHaveLength(1);
});

test('the parts of a key may be declared in another order, and lead to the same row', async () => {
  const { data, errors, calls } = await ask('/shop', '{ visits { nodes { home { at } back { visitor at } } } }');
  expect(errors).toBeUndefined();
  expect(data.visits.nodes).toContainEqual({ home: { at: 2 }, back: { visitor: 'bob', at: 2 } });
  expect(calls).toHaveLength(2);
});

test('a row that a mutation wrote has its edges', async () => {
  const { data, errors, calls } = await ask(
    '/shop',
    'mutation { update_visits(input: { key: { visitor: "cid", at: 1 }, set: { airport: "SFO" } }) { row { place { iata } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.update_visits.row).toEqual({ place: { iata: 'SFO' } });
  expect(calls.map((call: string) => call.split(/[?/]/).slice(0, 2).join(' '))).toEqual([
    ...['PATCH shop visits', 'GET shop visits', 'GET travel airports'],
  ]);
});

test('a condition on what the edge fixes is refused, and so is an order that is not stored', async () => {
  const refused = await ask(
    '/shop',
    '{ visits(where: { visitor: { eq: "ann" } }, first: 1) { nodes { of_visitor(where: { visitor: { eq: "bob" } }) { nodes { at } } } } }',
  );
  expect(refused.errors[0].extensions.code).toBe('BAD_USER_INPUT');
});

test('what does not fit is left out with a warning, once for each schema, and the rest serves', async () => {
  const left = ['wrong_type', 'no_column', 'no_key', 'no_table', 'elsewhere', 'bad_constant', 'quake'];
  for (const field of left) {
    const { errors } = await ask('/shop', `{ visits { nodes { ${field} { __typename } } } }`);
    expect(errors[0].message).toContain(`Cannot query field "${field}"`);
  }
  const lines = gateway.logLines.filter(({ event, keyspace }) => event === 'relation' && keyspace === 'shop');
  expect(lines.map(({ level }) => level)).toEqual(lines.map(() => 'warn'));
  expect(lines.map(({ at, message }) => `${at} ${message}`)).toEqual([
    'shop.graphql:10 visits.wrong_type: The column "at" is int, but "iata" of the table "airports" is text. Name a column of the same type.',
    'shop.graphql:11 visits.no_column: The table "visits" has no column "nothing". Its columns are "visitor", "at", "airport", "friend".',
    'shop.graphql:12 visits.no_key: "key" gives visitor, but the key of the table "visits" is (visitor, at): all of them are needed. For many rows by a leading part of the key, the type of the field is visits_connection.',
    'shop.graphql:13 visits.no_table: The keyspace "shop" has no table "nothing". Name one of its tables: visits.',
    'shop.graphql:14 visits.visitor: The table has a field of this name already. Give it another name.',
    'shop.graphql:15 visits.again: The field is declared twice. Take one of the two away, or give it another name.',
    'shop.graphql:16 visits.elsewhere: There is no keyspace "nowhere", or it may not be seen. Correct "keyspace".',
    'shop.graphql:17 visits.bad_constant: The constant for the column "at" has the type int, and "one" does not fit it: an integer from -2147483648 to 2147483647 is needed.',
    'shop.graphql:18 visits.quake: The documents of "earthquakes" have the type quake, and not "quakes". Write it, or its connection.',
    expect.stringMatching(/^shop\.graphql:21 nothing\.visits: The keyspace "shop" has no table "nothing"/),
  ]);
});
