/** What operations of typed graphs cost in the limits: rows and documents multiply, what is inside one value does not. */
import { getOperationAST, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { measureCost } from '../../../gateway/limits/operation-cost.ts';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import { presentSchema } from '../../../schema/typed/present.ts';
import { checkRelations, createTypedSchema } from '../../../schema/typed/schema.ts';
import { keyspace, type } from '../../schema/typed/definitions.ts';

const SDL = `schema @keyspace(name: "k")
extend type things {
  parent: things @related(key: { id: "id" })
  parts: parts_connection @related(key: { thing: "id" })
  note: note @related(collection: "notes", id: "id")
  notes: note_connection @related(collection: "notes", where: { path: "thing", eq: "id" })
}
type note @collection(name: "notes") {
  thing: String
  places: [place!]
  owner: things @related(key: { id: "thing" })
}
type place { x: Float, inner: [place!] }
`;
const { relations, problems } = readRelations([{ name: 'r.graphql', text: SDL }]);
const definition = keyspace(
  'k',
  [
    [
      'things',
      {
        columns: [
          ['id', 'text'],
          ['tags', 'map<text, int>'],
          ['spots', 'list<frozen<udt<spot>>>'],
          ['pair', 'frozen<tuple<int, frozen<list<frozen<udt<spot>>>>>>'],
        ],
        partition: ['id'],
      },
    ],
    [
      'parts',
      {
        columns: [
          ['thing', 'text'],
          ['n', 'int'],
        ],
        partition: ['thing'],
        clustering: ['n'],
      },
    ],
  ],
  [type('spot', { x: 'int', y: 'int' })],
);

test('the definition is right', () => expect([...problems, ...checkRelations(definition, relations)]).toEqual([]));

const exact = createTypedSchema(definition, relations);
const SCHEMAS = { exact, subgraph: presentSchema(exact, 'k', { subgraph: {} }).schema };

test.each([
  ['{ things_by_key(id: "a") { id } }', 2],
  ['{ things(first: 100) { nodes { id } } }', 1 + 1 + 100],
  ['{ things(first: 100) { edges { cursor node { id } } } }', 1 + 1 + 100 * 3],
  // One for the column and one for each field of its members, however many there are.
  ['{ things(first: 100) { nodes { tags { key value } } } }', 2 + 100 * 3],
  ['{ things(first: 100) { nodes { spots { x y } pair { item0 item1 { x } } } } }', 2 + 100 * (3 + 4)],
  ['{ things(first: 10) { nodes { parent { id } note { thing } } } }', 2 + 10 * 4],
  ['{ things(first: 10) { nodes { parts(first: 50) { nodes { n } } } } }', 2 + 10 * (2 + 50)],
  ['{ things(first: 10) { nodes { notes(first: 50) { nodes { documentId data(path: "x") } } } } }', 2 + 10 * (2 + 100)],
  ['{ note(first: 50) { nodes { places { x inner { x inner { x } } } owner { id } } } }', 2 + 50 * (6 + 2)],
  ['{ note(first: 50) { nodes { owner { notes(first: 50) { nodes { thing } } } } } }', 2 + 50 * (1 + 2 + 50)],
])('%s', (query, cost) => {
  const document = parse(query);
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    expect(validate(schema, document), name).toEqual([]);
    const operation = getOperationAST(document);
    expect(operation && measureCost(schema, document, operation, {}), name).toBe(cost);
  }
});
