/** What does not fit of edges to documents and from documents: each a problem with its line and the cure. */
import { isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import type { Table } from '../../../datasources/source/source.ts';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import type { KeyspaceDefinition } from '../../../schema/typed/keyspace-definition.ts';
import { checkRelations, createTypedSchema } from '../../../schema/typed/schema.ts';

const TABLE: Table = {
  ...{
    databaseId: 'one',
    keyspace: 'a',
    table: 't',
    partitionKey: ['id'],
    clusteringKey: [{ name: 'at', order: 'ASC' }],
  },
  columns: [
    { name: 'id', type: 'text', kind: 'PARTITION_KEY' },
    { name: 'at', type: 'int', kind: 'CLUSTERING_KEY' },
    { name: 'day_of', type: 'date', kind: 'REGULAR' },
    { name: 'tags', type: 'list<text>', kind: 'REGULAR' },
    { name: 'size', type: 'bigint', kind: 'REGULAR' },
  ],
  defaultTtlSeconds: null,
};

const DEFINITION: KeyspaceDefinition = {
  ...{ databaseId: 'one', keyspace: 'a', tables: [TABLE], types: [], indexes: new Map(), collections: ['things'] },
  others: [{ databaseId: 'one', keyspace: 'b', tables: [], types: [], indexes: new Map(), collections: ['others'] }],
};

const HEAD = `schema @keyspace(name: "a")
type thing @collection(name: "things") {
  name: String
  size: Float
  day: LocalDate
  tags: [String!]
  box: box
  any: JSON
  uid: UUID
  key: ID
}
type box { width: Int }
type other @collection(name: "others", namespace: "b") { name: String, thing: thing @related(collection: "things", namespace: "a", id: "x") }
`;

/** @param fields - in line 14 */
function read(type: string, fields: string) {
  const { relations, problems } = readRelations([
    { name: 'r.graphql', text: `${HEAD}extend type ${type} { ${fields} }` },
  ]);
  expect(problems).toEqual([]);
  return relations;
}

const things = (args: string) => `@related(collection: "things", ${args})`;
const where = (path: string, eq: string) => things(`where: { path: "${path}", eq: ${eq} }`);

test.each([
  ['t', `f: thing ${things('id: "id"')}`],
  ['t', `f: thing ${things('id: "at"')}`],
  ['t', `f: thing_connection ${where('name', '"id"')}`],
  ['t', `f: thing_connection ${where('size', '"size"')}`],
  ['t', `f: thing_connection ${where('key', '"id"')}`],
  ['t', `f: thing_connection ${where('day', '"day_of"')}`],
  ['t', `f: thing_connection ${where('tags.[0]', '"id"')}`],
  ['t', `f: thing_connection ${where('any.x.y', '"day_of"')}`],
  ['t', `f: thing_connection ${where('unknown.x', '"at"')}`],
  ['t', `f: other @related(collection: "others", id: "id")`],
  ['thing', 'f: t @related(key: { id: "name", at: "box.width" })'],
  ['thing', 'f: t_connection @related(key: { id: "unknown.id" })'],
  ['thing', `f: thing_connection ${where('box.width', '"size"')}`],
  ['thing', `f: thing ${things('id: "uid"')}`],
])('extend type %s { %s } is an edge', (type, fields) => {
  const relations = read(type, fields);
  expect(checkRelations(DEFINITION, relations)).toEqual([]);
  const made = createTypedSchema(DEFINITION, relations).getType(type);
  expect(isObjectType(made) && made.getFields().f).toBeTruthy();
});

test.each([
  ['t', `f: thing ${things('id: "nothing"')}`, /t\.f: The table "t" has no column "nothing"/],
  ['t', `f: thing ${things('id: "tags"')}`, /The column "tags" is list<text>, and documents are found by one text/],
  [
    't',
    `f: thing_connection ${things('id: "id"')}`,
    /"id" leads to one document.*Write the type of the document, or "where"/,
  ],
  ['t', `f: thing ${where('name', '"id"')}`, /"where" leads to many documents.*Write thing_connection, or "id"/],
  [
    't',
    `f: thing_connection ${where('size', '"id"')}`,
    /"id" is String, but the path "size" of "thing" is described as Float/,
  ],
  ['t', `f: thing_connection ${where('name', '"day_of"')}`, /"day_of" is LocalDate, but the path "name"/],
  ['t', `f: thing_connection ${where('tags', '"id"')}`, /The path "tags" of "thing" is described as a list/],
  ['t', `f: thing_connection ${where('tags.first', '"id"')}`, /"tags\.first" leads into a list, without an index/],
  ['t', `f: thing_connection ${where('box', '"id"')}`, /"box" of "thing" is described as box/],
  ['t', `f: thing_connection ${where('name.x', '"id"')}`, /"name\.x" leads into what is described as String/],
  ['t', `f: thing_connection ${where('a..b', '"id"')}`, /"a\.\.b" has an empty step/],
  ['t', `f: thing_connection ${where('tags.[*]', '"id"')}`, /must name one position/],
  ['t', `f: thing_connection ${where('size', '{ value: "x" }')}`, /constant "x" does not fit the path "size"/],
  ['t', `f: thing_connection ${where('u', '{ value: [1] }')}`, /constant for the path "u" is \[1\]\. Give text/],
  [
    't',
    `f: thing_connection ${things('where: [{ path: "name", eq: "id" }, { path: "name", eq: "id" }]')}`,
    /two conditions on the path "name"/,
  ],
  ['t', `id: thing ${things('id: "id"')}`, /The table has a field of this name already/],
  ['t', `f: box ${things('id: "id"')}`, /The documents of "things" have the type thing, and not "box"/],
  [
    't',
    'f: it @related(collection: "items", id: "id")',
    /Nothing describes the documents of "a\.items"\. Add type it @collection/,
  ],
  ['t', 'f: it @related(collection: "items", namespace: "c", id: "id")', /no namespace "c".*Correct "namespace"/],
  [
    'thing',
    'f: t @related(key: { id: "size", at: "box.width" })',
    /"size" is described as Float, but "id" of the table "t" is text/,
  ],
  ['thing', 'f: t @related(key: { id: "name" })', /For many rows by a leading part of the key, .* t_connection/],
  ['thing', 'f: t_connection @related(key: { id: "name.x" })', /leads into what is described as String/],
  ['thing', 'f: t_connection @related(key: { day_of: "day" })', /"key" gives day_of, but the key of the table "t"/],
  ['thing', 'name: t_connection @related(key: { id: "name" })', /The type has a field of this name already/],
  ['thing', 'documentId: t_connection @related(key: { id: "name" })', /The type has a field of this name already/],
  [
    'box',
    'f: t_connection @related(key: { id: "width" })',
    /"box" is an object inside documents\. Declare the field on the type/,
  ],
])('extend type %s { %s } is a problem', (type, fields, message) => {
  const relations = read(type, fields);
  expect(checkRelations(DEFINITION, relations)).toEqual([
    { file: 'r.graphql', line: 14, message: expect.stringMatching(message) },
  ]);
  const made = createTypedSchema(DEFINITION, relations).getType(type === 'box' ? 'thing' : type);
  expect(isObjectType(made) && made.getFields().f).toBeUndefined();
});

test('a described collection that is not there is left out, and so is what leads to it', () => {
  const relations = read('t', `f: thing ${things('id: "id"')}`);
  const definition = { ...DEFINITION, collections: ['other'] };
  expect(checkRelations(definition, relations).map(({ line, message }) => `${line} ${message}`)).toEqual([
    expect.stringMatching(/^14 t\.f: Nothing describes the documents of "a\.things"/),
    '2 The type "thing" describes documents of "things", and the namespace "a" has no such collection. Its collections are: other.',
  ]);
  expect(createTypedSchema(definition, relations).getType('thing')).toBeUndefined();
});

test('documents that their JSON schema describes lead to rows, and are led to', () => {
  const jsonSchema = { type: 'object', properties: { name: { type: 'string' }, at: { type: 'integer' } } };
  const { relations } = readRelations([
    {
      name: 'r.graphql',
      text: `schema @keyspace(name: "a")
        extend type things { row: t @related(key: { id: "name", at: "at" }) }
        extend type t { things: things_connection ${where('name', '"id"')} }`,
    },
  ]);
  const definition = { ...DEFINITION, jsonSchemas: new Map([['things', jsonSchema]]) };
  expect(checkRelations(definition, relations)).toEqual([]);
  const schema = createTypedSchema(definition, relations);
  expect(String(schema.getType('things'))).toBe('things');
  const names = (type: string) => {
    const made = schema.getType(type);
    return isObjectType(made) ? Object.keys(made.getFields()) : [];
  };
  expect(names('things')).toContain('row');
  expect(names('t')).toContain('things');
});

test('relations name columns as in CQL or as in the graph, also in camel case', () => {
  const relations = read(
    't',
    `a: thing_connection ${where('day', '"day_of"')} b: thing_connection ${where('day', '"dayOf"')}`,
  );
  expect(checkRelations(DEFINITION, relations, 'camel')).toEqual([]);
  expect(checkRelations(DEFINITION, relations)).toHaveLength(1);
});
