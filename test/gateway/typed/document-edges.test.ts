/** Declared edges to documents and from documents, over both APIs, with exactly the calls that they cost. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../../support/gateway.ts';

const SAMPLE = readFileSync(new URL('../../../emulator/sample/relations.graphql', import.meta.url), 'utf8');
const SHOP = `
schema @keyspace(name: "shop")

extend type visits {
  note: note @related(collection: "notes", id: "note_id")
  main: note @related(collection: "notes", id: { value: "n0" })
  notes: note_connection @related(collection: "notes", where: { path: "of", eq: "visitor" })
  open: note_connection @related(collection: "notes", where: [{ path: "of", eq: "visitor" }, { path: "done", eq: { value: false } }])
  tagged: note_connection @related(collection: "notes", where: { path: "tags.[0]", eq: "visitor" })
  numbered: note_connection @related(collection: "notes", where: { path: "number", eq: "big" })
  hidden: note_connection @related(collection: "notes", where: { path: "extra.secret", eq: "at" })
  quakes: quake_connection @related(collection: "earthquakes", where: { path: "nearestAirport.iata", eq: "airport" })
}

type note @collection(name: "notes") {
  text: String
  of: String
  done: Boolean
  number: BigInt
  at: Int
  tags: [String!]
  where: note_place
  visit: visits @related(key: { visitor: "of", at: "at" })
  visits: visits_connection @related(key: { visitor: "of" })
  secret: visits @related(key: { visitor: "of", at: "extra.secret" })
  airport: airports @related(keyspace: "travel", key: { iata: "where.iata" })
  next: note @related(collection: "notes", id: "next")
  same: note_connection @related(collection: "notes", where: { path: "of", eq: "of" })
}

type note_place { iata: String }
`;

const READ = [
  { name: 'sample.graphql', text: SAMPLE },
  { name: 'shop.graphql', text: SHOP },
];

describe.each(['stargate', 'data'] as const)('over the API %s', (api) => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    const { relations, problems } = readRelations(READ);
    expect(problems).toEqual([]);
    gateway = await startGateway({
      api,
      emulator: { sample: true },
      gateway: { relations },
      upstream: { schemaLifetimeMs: 600_000 },
    });
    const notes = Array.from({ length: 120 }, (_, n) => ({
      text: `note ${n}`,
      of: n % 2 === 0 ? 'ann' : 'bob',
      at: n,
    }));
    const first = {
      done: false,
      number: 12,
      tags: ['ann', 'x'],
      where: { iata: 'SFO' },
      next: 'n2',
      extra: { secret: 2 },
    };
    const others = [{ at: 1, ...first }, {}, { done: true, next: ['n0'], where: { iata: 7 } }];
    const documents = notes.map((note, n) => ({ id: `n${n}`, ...note, ...others[n] }));
    const { errors } = await gateway.query(
      `mutation ($documents: [JSON!]!, $rows: [RowValues!]!) {
        createKeyspace(input: { name: "shop" }) { created }
        createTable(input: { keyspace: "shop", name: "visits", columns: [
          { name: "visitor", type: "text" }, { name: "at", type: "int" }, { name: "airport", type: "text" }, { name: "note_id", type: "text" }, { name: "big", type: "bigint" }
        ], primaryKey: { partitionKey: ["visitor"], clusteringKey: [{ name: "at" }] } }) { created }
        createCollection(input: { namespace: "shop", name: "notes" }) { created }
        createDocuments(input: { namespace: "shop", collection: "notes", documents: $documents, idPath: "id" }) { results { error { message } } }
        createRows(input: { keyspace: "shop", table: "visits", rows: $rows }) { results { error { message } } }
      }`,
      {
        documents,
        rows: [
          { visitor: 'ann', at: 1, airport: 'AFM', note_id: 'n0', big: '12' },
          { visitor: 'ann', at: 2, airport: 'EMT', note_id: 'none' },
          ...Array.from({ length: 110 }, (_, n) => ({ visitor: 'cid', at: n, note_id: `n${n}`, airport: 'AFM' })),
        ],
      },
    );
    expect(errors).toBeUndefined();
    for (const keyspace of ['travel', 'geology', 'shop']) {
      expect((await ask(`/${keyspace}`, '{ __typename }')).errors).toBeUndefined();
    }
  }, 100_000);
  afterAll(() => gateway.close());

  /** The answer, and the calls by the last part of their path. */
  async function ask(path: string, query: string): Promise<GraphQLAnswer & { readonly calls: readonly string[] }> {
    gateway.clearUpstreamRequests();
    const response = await fetch(`${gateway.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` },
      body: JSON.stringify({ query }),
    });
    // Definitions are read again every few seconds.
    const calls = gateway
      .upstreamRequests()
      .filter(({ target }) => !target.endsWith('/json-schema'))
      .map(({ target }) => target.replace(/\?.*$/, '').replace(/^.*\/(keyspaces|collections|v1\/\w+)\//, ''));
    return { ...(await response.json()), calls };
  }

  test('no relation is left out', () => {
    expect(gateway.logLines.filter(({ event }) => event === 'relation').map(({ message }) => message)).toEqual([]);
  });

  test('a hundred documents by their ids are read together', async () => {
    const { data, errors, calls } = await ask(
      '/shop',
      '{ visits(where: { visitor: { eq: "cid" } }, first: 110) { nodes { at note { documentId text } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.visits.nodes).toEqual(
      Array.from({ length: 110 }, (_, n) => ({ at: n, note: { documentId: `n${n}`, text: `note ${n}` } })),
    );
    // A Data API finds a hundred ids at once; a Document API reads documents one by one.
    const isOfRows = (call: string) => call.endsWith('visits');
    const rows = calls.filter(isOfRows).length;
    expect([rows, calls.length - rows]).toEqual(api === 'stargate' ? [1, 110] : [3, 2]);
  });

  test('equal searches of documents are one, and null leads nowhere without a call', async () => {
    const { data, errors, calls } = await ask(
      '/shop',
      '{ visits(where: { visitor: { eq: "ann" } }) { nodes { at main { text } notes(first: 1) { nodes { of } } numbered { nodes { number } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.visits.nodes).toEqual([
      { at: 1, main: { text: 'note 0' }, notes: { nodes: [{ of: 'ann' }] }, numbered: { nodes: [{ number: '12' }] } },
      { at: 2, main: { text: 'note 0' }, notes: { nodes: [{ of: 'ann' }] }, numbered: null },
    ]);
    // The rows, the one document, the notes of Ann, and those of the one number.
    expect(calls).toHaveLength(4);
  });

  test('a connection of documents has conditions of its own, and pages', async () => {
    const list = (args: string) =>
      `{ visits_by_key(visitor: "ann", at: 1) { notes(${args}) { nodes { documentId } pageInfo { hasNextPage endCursor } } } }`;
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const { data, errors } = await ask('/shop', list(`first: 25, where: { at: { gte: 1 } }${after}`));
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = data.visits_by_key.notes;
      seen.push(...nodes.map(({ documentId }: { documentId: string }) => documentId));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(seen.sort()).toEqual(Array.from({ length: 60 }, (_, n) => `n${2 * n}`).sort());
    for (const where of ['{}', 'null', '{ at: {} }']) {
      const refused = await ask('/shop', list(`where: ${where}`));
      expect(refused.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  test('constants and paths are conditions, also those that nothing describes', async () => {
    const { data, errors } = await ask(
      '/shop',
      '{ visits(where: { visitor: { eq: "ann" } }) { nodes { open { nodes { documentId } } tagged { nodes { documentId } } hidden { nodes { documentId } } } } }',
    );
    expect(errors).toBeUndefined();
    const [first] = [{ nodes: [{ documentId: 'n0' }] }];
    expect(data.visits.nodes).toEqual([
      { open: first, tagged: first, hidden: { nodes: [] } },
      { open: first, tagged: first, hidden: first },
    ]);
  });

  test('documents lead to rows by whole keys and by leading ones, in this keyspace and in others', async () => {
    const { data, errors, calls } = await ask(
      '/shop',
      '{ note_by_id(documentId: "n0") { visit { at note { text } } secret { at } visits(first: 1, orderBy: [{ at: DESC }]) { nodes { at } } airport { __typename name } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.note_by_id).toEqual({
      ...{ visit: { at: 1, note: { text: 'note 0' } }, secret: { at: 2 }, visits: { nodes: [{ at: 2 }] } },
      airport: { __typename: 'in_travel_airports', name: 'San Francisco International' },
    });
    // The document once, both rows by key together, their list, and the airport.
    expect(calls).toHaveLength(4);
  });

  test('documents lead to documents', async () => {
    const { data, errors, calls } = await ask(
      '/shop',
      '{ note_by_id(documentId: "n0") { next { documentId } same(first: 2, where: { done: { eq: true } }) { nodes { documentId } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.note_by_id).toEqual({ next: { documentId: 'n2' }, same: { nodes: [{ documentId: 'n2' }] } });
    expect(calls).toHaveLength(3);
  });

  test('a value that leads nowhere by its type is an error on the edge, and siblings stand', async () => {
    const { data, errors } = await ask(
      '/shop',
      '{ note_by_id(documentId: "n2") { text next { text } airport { name } visit { at } } }',
    );
    expect(data.note_by_id).toEqual({ text: 'note 2', next: null, airport: null, visit: { at: 2 } });
    expect(errors?.map(({ message }) => message).sort()).toEqual([
      '"next" holds ["n0"], which cannot be the id of a document.',
      expect.stringMatching(/^The document has 7 at "where\.iata", and the column "iata" .* is text\. Change/),
    ]);
  });

  test('a document that a mutation wrote has its edges', async () => {
    const { data, errors } = await ask(
      '/shop',
      'mutation { create_note(documentId: "new", input: { of: "ann", at: 2 }) { document { visit { at airport } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.create_note.document).toEqual({ visit: { at: 2, airport: 'EMT' } });
  });

  test('rows lead through documents of another keyspace, and back', async () => {
    const { data, errors, calls } = await ask(
      '/travel',
      `{ airports(where: { iata: { in: ["EMT", "HNL", "AFM"] } }) { nodes { iata
          earthquake { __typename documentId airport { iata } }
          quakes(first: 5, where: { magnitude: { gte: 0 } }) { nodes { documentId nodeId location { __typename } } } } } }`,
    );
    expect(errors).toBeUndefined();
    const [emt, hnl, afm] = ['EMT', 'HNL', 'AFM'].map((id) =>
      data.airports.nodes.find(({ iata }: { iata: string }) => iata === id),
    );
    expect(hnl).toEqual({ iata: 'HNL', earthquake: null, quakes: { nodes: [] } });
    for (const { iata, earthquake, quakes } of [emt, afm]) {
      expect(earthquake).toMatchObject({ __typename: 'in_geology_quake', airport: { iata } });
      expect(quakes.nodes).toContainEqual({
        documentId: earthquake.documentId,
        nodeId: expect.any(String),
        location: { __typename: 'in_geology_quake_location' },
      });
    }
    // Airports, two documents, three searches, and the airports of the two.
    expect(calls).toHaveLength(api === 'stargate' ? 7 : 6);
  });

  test('they cost in the limits what lists of documents cost', async () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'text' : `same(first: 100) { nodes { ${nested(depth - 1)} } }`;
    const { errors } = await ask('/shop', `{ note(first: 100) { nodes { ${nested(3)} } } }`);
    expect(errors?.[0]?.message).toMatch(/^The operation asks for up to \d{8,} values/);
  });
});
