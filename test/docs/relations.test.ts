/** The examples of docs/relations.md, over the sample data. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRelations } from '../../schema/relations/read-relations.ts';
import { startGateway } from '../support/gateway.ts';

const PAGE = readFileSync(new URL('../../docs/relations.md', import.meta.url), 'utf8');
const [declared = '', query = '', documents = '', toDocuments = '', shop = ''] = [
  ...PAGE.matchAll(/```graphql\n([\s\S]*?)```/g),
].map(([, text]) => text);

test('the examples work', async () => {
  const { relations, problems } = readRelations([{ name: 'relations.md', text: `${declared}\n${documents}\n${shop}` }]);
  expect(problems).toEqual([]);
  const gateway = await startGateway({ emulator: { sample: true }, gateway: { relations } });
  const { errors } = await gateway.query(`mutation { createKeyspace(input: { name: "shop" }) { created }
    createTable(input: { keyspace: "shop", name: "visits", columns: [{ name: "id", type: "int" }, { name: "airport", type: "text" }],
      primaryKey: { partitionKey: ["id"] } }) { created }
    createRow(input: { keyspace: "shop", table: "visits", values: { id: 1, airport: "HNL" } }) { created } }`);
  expect(errors).toBeUndefined();
  const ask = async (path: string, text: string) => {
    const response = await fetch(`${gateway.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` },
      body: JSON.stringify({ query: text }),
    });
    return response.json();
  };
  const answer = await ask('/travel', query);
  expect(answer.errors).toBeUndefined();
  expect(answer.data.flights.nodes).toHaveLength(3);
  for (const { from, to } of answer.data.flights.nodes) expect([from.name, to.city].every(Boolean)).toBe(true);
  expect(answer.data.airports_by_key.departures.nodes.length).toBeGreaterThan(0);
  expect(answer.data.airports_by_key.new_year.nodes).toHaveLength(1);
  const { errors: failed, data } = await ask('/travel', toDocuments);
  expect(failed).toBeUndefined();
  expect(data.airports_by_key.earthquake).toEqual({ title: expect.any(String), airport: { city: expect.any(String) } });
  expect(data.airports_by_key.quakes.nodes.length).toBeGreaterThan(0);
  expect(data.airports_by_key.quakes.nodes[0].sameNetwork.nodes).toHaveLength(2);
  const other = await ask('/shop', '{ visits { nodes { place { __typename city } } } }');
  expect(other).toEqual({
    data: { visits: { nodes: [{ place: { __typename: 'in_travel_airports', city: 'Honolulu' } }] } },
  });
  expect(gateway.logLines.filter(({ event }) => event === 'relation')).toEqual([]);
  await gateway.close();
}, 60_000);
