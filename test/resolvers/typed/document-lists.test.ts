/** Lists of described documents: conditions, pages, and exactly the paths that are selected, on both back ends. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

const SDL = `schema @keyspace(name: "geology")
type quake @collection(name: "earthquakes", namespace: "geology") {
  title: String!
  "How strong it was."
  size: Float @path(to: "magnitude")
  time: DateTime
  depth: Float @path(to: "location.depthKm")
  airport: String @path(to: "nearestAirport.iata")
  reportedBy: [String!]
  first: String @path(to: "reportedBy.[0]")
  place: quakePlace @path(to: "location")
  tsunami: Boolean
}
type quakePlace { lat: Float @path(to: "latitude") long: Float @path(to: "longitude") }
`;

const { relations, problems } = readRelations([{ name: 'geology.graphql', text: SDL }]);

test('the description is right', () => expect(problems).toEqual([]));

describe.each(['stargate', 'data'] as const)('by the API %s', (api) => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway({ api, emulator: { sample: true }, gateway: { relations } });
  }, 60_000);
  afterAll(() => gateway.close());

  async function ask(query: string) {
    gateway.clearUpstreamRequests();
    const response = await fetch(`${gateway.url}/geology`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` },
      body: JSON.stringify({ query }),
    });
    const calls = gateway.upstreamRequests().map(({ method, target }) => `${method} ${decodeURIComponent(target)}`);
    return { ...(await response.json()), calls: calls.filter((call) => /earthquakes(?!\/json-schema)/.test(call)) };
  }

  test('one by its id, with the paths that are selected', async () => {
    await ask('{ __typename }');
    const { data, errors, calls } = await ask(
      '{ quake_by_id(documentId: "ci37868143") { title size depth first place { lat } other: data(path: "status") } }',
    );
    expect(errors).toBeUndefined();
    expect(data.quake_by_id).toEqual({
      ...{
        title: 'M 2.0 - 4km W of Castaic, CA',
        size: 2,
        depth: 26.49,
        first: 'ci',
        place: { lat: 34.4945 },
        other: 'automatic',
      },
    });
    expect(calls).toHaveLength(1);
    if (api === 'stargate') {
      expect(calls[0]).toContain(
        'fields=["location","location.depthKm","magnitude","reportedBy.[0]","status","title"]',
      );
    }
  });

  test('several by their ids in as few calls as in the universal graph, and the same ids', async () => {
    const { data } = await ask(
      '{ a: quake_by_id(documentId: "ci37868143") { nodeId title } b: quake_by_id(documentId: "ci37868135") { documentId } c: quake_by_id(documentId: "none") { title } }',
    );
    expect((await ask(`{ node(nodeId: "${data.a.nodeId}") { ... on quake { title } } }`)).data).toEqual({
      node: { title: data.a.title },
    });
    expect(data).toMatchObject({ a: { title: expect.any(String) }, b: { documentId: 'ci37868135' }, c: null });
    const { data: universal } = await gateway.query(
      '{ namespace(name: "geology") { collection(name: "earthquakes") { document(documentId: "ci37868143") { id } } } }',
    );
    expect(data.a.nodeId).toBe(universal.namespace.collection.document.id);
  });

  test('a list by conditions on described paths, in pages', async () => {
    const where =
      'where: { size: { gte: 1.5 }, airport: { exists: true }, tsunami: { eq: false }, place: { lat: { gt: 0 } } }';
    const page = await ask(
      `{ quake(${where}, first: 3) { nodes { documentId size depth airport } pageInfo { endCursor } } }`,
    );
    expect(page.errors).toBeUndefined();
    expect(page.calls).toHaveLength(1);
    const { data } =
      await gateway.query(`{ namespace(name: "geology") { collection(name: "earthquakes") { documents(first: 3, where: { and: [
      { path: "magnitude", gte: 1.5 }, { path: "nearestAirport.iata", exists: true }, { path: "tsunami", eq: false }, { path: "location.latitude", gt: 0 }
    ] }) { nodes { documentId size: value(path: "magnitude") depth: value(path: "location.depthKm") airport: value(path: "nearestAirport.iata") } pageInfo { endCursor } } } } }`);
    expect(page.data.quake.nodes).toEqual(data.namespace.collection.documents.nodes);
    expect(page.data.quake.nodes).toHaveLength(3);
    const next = await ask(
      `{ quake(${where}, first: 3, after: "${page.data.quake.pageInfo.endCursor}") { nodes { documentId } edges { cursor } pageInfo { hasPreviousPage } } }`,
    );
    expect(next.errors).toBeUndefined();
    expect(next.data.quake.pageInfo.hasPreviousPage).toBe(true);
  });

  test('conditions are joined, and every operator has its meaning', async () => {
    const { data, errors } = await ask(`{
      either: quake(first: 2, where: { _or: [{ size: { gt: 6 } }, { size: { lt: 0.5 } }] }) { nodes { size } }
      not: quake(first: 2, where: { _not: { size: { lt: 5 } } }) { nodes { size } }
      some: quake(where: { size: { in: [2, 1.6] } }, first: 2) { nodes { size } }
      none: quake(where: { size: { in: [] } }) { nodes { size } }
    }`);
    expect(errors).toBeUndefined();
    for (const { size } of data.either.nodes) expect(size > 6 || size < 0.5).toBe(true);
    for (const { size } of data.not.nodes) expect(size).toBeGreaterThanOrEqual(5);
    for (const { size } of data.some.nodes) expect([2, 1.6]).toContain(size);
    expect(data.none.nodes).toEqual([]);
  });

  test.each([
    ['{}', /A filter is empty/],
    ['{ size: {} }', /"magnitude" has no operator/],
    ['{ size: null }', /"size" is null/],
    ['{ place: {} }', /"location" is empty/],
    ['{ time: { gt: "yesterday" } }', /"time" takes .*DateTime.*"yesterday"/],
  ])('where: %s is refused before a call', async (where, message) => {
    const { errors, calls } = await ask(`{ quake(where: ${where}) { nodes { title } } }`);
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(calls).toEqual([]);
  });

  test('an update sets exactly the given paths', async () => {
    const { data, errors, calls } = await ask(
      'mutation { update_quake(documentId: "ci37868135", input: { size: 1.7, depth: 3 }) { document { size depth place { lat } status: data(path: "status") } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.update_quake.document).toMatchObject({
      size: 1.7,
      depth: 3,
      place: { lat: expect.any(Number) },
      status: 'automatic',
    });
    // A Stargate is asked first whether a path leads through what has no members.
    expect(calls).toHaveLength(api === 'stargate' ? 3 : 2);
    const overlap = await ask(
      'mutation { create_quake(input: { title: "x", depth: 3, place: { lat: 1 } }) { created } }',
    );
    expect(overlap.errors[0].message).toMatch(/"location", or for a part of it/);
  });
});
