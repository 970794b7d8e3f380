/** Files of relations: their parts, and what cannot be understood, with the line and the cure. */
import { expect, test } from 'vitest';
import { inReach } from '../../../schema/relations/reach.ts';
import { readRelations } from '../../../schema/relations/read-relations.ts';

const read = (text: string) => readRelations([{ name: 'r.graphql', text }]);

test('a file holds several keyspaces, each headed by a schema, with and without "extend"', () => {
  const { relations, problems } = read(
    `schema @keyspace(name: "a")
extend type t { one: u @related(key: { k: "c" }) }
extend schema @keyspace(name: "b")
"""
About t.
"""
extend type schema {
  "Words."
  many: u_connection @related(keyspace: "a", key: { k: { value: 1 }, schema: "c" })
}`.replace('"""\nAbout t.\n"""\n', '\n\n\n'),
  );
  expect(problems).toEqual([]);
  expect([...relations.byKeyspace]).toEqual([
    [
      'a',
      [
        {
          ...{ file: 'r.graphql', line: 2, keyspace: 'a', type: 't', field: 'one', targetType: 'u' },
          target: { kind: 'rows', key: [{ column: 'k', from: 'c' }] },
        },
      ],
    ],
    [
      'b',
      [
        {
          ...{ file: 'r.graphql', line: 9, keyspace: 'b', type: 'schema', field: 'many', targetType: 'u_connection' },
          description: 'Words.',
          target: {
            kind: 'rows',
            keyspace: 'a',
            key: [
              { column: 'k', value: 1 },
              { column: 'schema', from: 'c' },
            ],
          },
        },
      ],
    ],
  ]);
});

test('files that say the same have the same hash', () => {
  const text = 'schema @keyspace(name: "a")';
  expect(read(text).relations.hash).toBe(read(text).relations.hash);
  expect(read(text).relations.hash).not.toBe(read(`${text} `).relations.hash);
});

const HEAD = 'schema @keyspace(name: "a")\n';

test.each([
  ['extend type t { one: u @related(key: { k: "c" }) }', 1, /No keyspace is named before this\. Put schema/],
  [`${HEAD}extend type t {\n  one: \n}`, 4, /This is no SDL: Expected Name, found "}"\. Correct it/],
  ['schema @keyspace(title: "a")', 1, /A part begins with schema @keyspace\(name: "…"\)/],
  ['schema @keyspace(name: "a") @other', 1, /Write it so/],
  [`${HEAD}\nenum e { a }`, 3, /neither an "extend type" nor a "type"/],
  [`${HEAD}extend type t {\n  one: u\n}`, 3, /The field "one" has no @related/],
  [`${HEAD}extend type t {\n  one: u @related\n}`, 3, /needs the columns of a key/],
  [`${HEAD}extend type t {\n  one: u @related(key: {})\n}`, 3, /needs the columns of a key/],
  [
    `${HEAD}extend type t { one: u @related(key: {\n  k: 1 }) }`,
    3,
    /"k" of the key has no column or path to take its value from/,
  ],
  [`${HEAD}extend type t { one: u @related(key: {\n  k: { value: null } }) }`, 3, /"k" of the key is null/],
  [`${HEAD}extend type t { one: u @related(key: { k: { value: 9007199254740993 } }) }`, 2, /Write it as text/],
  [`${HEAD}extend type t { one: u! @related(key: { k: "c" }) }`, 2, /Take away the "!"/],
  [`${HEAD}extend type t { one: [u] @related(key: { k: "c" }) }`, 2, /Give the connection of the table/],
  [`${HEAD}extend type t { one(first: Int): u @related(key: { k: "c" }) }`, 2, /has arguments\. Leave them out/],
  [`${HEAD}extend type t { one: u @related(key: { k: "c" }) @other }`, 2, /more than @related/],
  [`${HEAD}extend type t { one: u @related(by: { k: "c" }) }`, 2, /no argument "by"/],
  [`${HEAD}extend type t { one: u @related(key: { k: "c" }, keyspace: b) }`, 2, /"keyspace" of @related is no text/],
  [`${HEAD}extend type t { one: u @related(key: { k: "c" }, id: "b") }`, 2, /for documents alone/],
  [`${HEAD}extend type t { one: u @related(collection: "c", key: { k: "c" }) }`, 2, /have no place in it/],
  [`${HEAD}extend type t { one: u @related(collection: "c") }`, 2, /neither "id" nor "where"/],
  [
    `${HEAD}extend type t { one: u @related(collection: "c", id: "a", where: { path: "b", eq: "c" }) }`,
    2,
    /both "id" and "where"/,
  ],
  [`${HEAD}extend type t { one: u @related(collection: "c", where: []) }`, 2, /"where" of @related is empty/],
  [
    `${HEAD}extend type t { one: u @related(collection: "c",\n where: { path: "b" }) }`,
    3,
    /A condition of @related has a path/,
  ],
  [`${HEAD}extend type t { one: u @related(collection: "c",\n where: { path: "b", gt: "c" }) }`, 3, /write \{ path:/],
  [
    `${HEAD}extend type t { one: u @related(collection: "c", where: { path: "b",\n eq: 1 }) }`,
    2,
    /path "b" has no column or path/,
  ],
  [
    `${HEAD}extend type t { one: u @related(collection: "c", id: { value: null }) }`,
    2,
    /the id of the document is null/,
  ],
])('%j is a problem', (text, line, message) => {
  const { problems } = read(text);
  expect(problems).toEqual([{ file: 'r.graphql', line, message: expect.stringMatching(message) }]);
});

test('what leads to documents, and what documents lead to, belongs to the namespace of their collection', () => {
  const { relations, problems } = read(`${HEAD}
type quake @collection(name: "quakes", namespace: "b") {
  title: String
  one: u @related(keyspace: "a", key: { k: "p.q" })
}
extend type t {
  by_id: quake @related(collection: "quakes", id: "c")
  all: quake_connection @related(collection: "quakes", where: [{ path: "x", eq: "c" }, { path: "y", eq: { value: true } }])
  own: thing @related(collection: "things", id: { value: "main" })
}`);
  expect(problems).toEqual([]);
  const ofDocuments = { kind: 'documents', collection: 'quakes', namespace: 'b' };
  expect(relations.byKeyspace.get('b')).toMatchObject([{ type: 'quake', field: 'one', keyspace: 'b' }]);
  expect(relations.byKeyspace.get('a')?.map(({ target }) => target)).toEqual([
    { ...ofDocuments, by: { id: { from: 'c' } } },
    {
      ...ofDocuments,
      by: {
        where: [
          { path: 'x', from: 'c' },
          { path: 'y', value: true },
        ],
      },
    },
    { kind: 'documents', collection: 'things', by: { id: { value: 'main' } } },
  ]);
  const reach = inReach(relations, 'a');
  expect([...reach].map(([keyspace, { hasTables, collections }]) => [keyspace, hasTables, [...collections]])).toEqual([
    ['b', false, ['quakes']],
  ]);
  expect(inReach(relations, 'b').get('a')?.hasTable('u')).toBe(true);
});

test('one problem leaves the other relations, and the other files', () => {
  const good = 'two: u @related(key: { k: "c" })';
  const { relations, problems } = readRelations([
    { name: 'bad.graphql', text: '{' },
    { name: 'r.graphql', text: `${HEAD}extend type t {\n  one: u\n  ${good}\n}` },
  ]);
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['bad.graphql:1', 'r.graphql:3']);
  expect(relations.byKeyspace.get('a')).toMatchObject([{ field: 'two', line: 4 }]);
});

test('tables of other keyspaces are in reach by relations and the relations of what they lead to', () => {
  const { relations } = read(`schema @keyspace(name: "a")
    extend type t { one: u_v @related(keyspace: "b", key: { k: "c" }) own: t @related(key: { k: "c" }) }
    schema @keyspace(name: "b")
    extend type u_v { all: w_connection @related(key: { k: "c" }) on: z @related(keyspace: "d", key: { k: "c" }) back: t @related(keyspace: "a", key: { k: "c" }) }
    extend type other { no: y @related(keyspace: "e", key: { k: "c" }) }`);
  const reach = inReach(relations, 'a');
  expect([...reach.keys()]).toEqual(['b', 'd']);
  expect(['u_v', 'w', 'other', 't'].map((name) => reach.get('b')?.hasTable(name))).toEqual([true, true, false, false]);
  expect([...inReach(relations, 'd')]).toEqual([]);
});
