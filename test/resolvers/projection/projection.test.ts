import { readFileSync } from 'node:fs';
import { buildSchema, execute, type GraphQLResolveInfo, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { columnsRead, pathsRead } from '../../../resolvers/projection/projection.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

async function infoOf(source: string, variableValues: Record<string, unknown> = {}): Promise<GraphQLResolveInfo> {
  const infos: GraphQLResolveInfo[] = [];
  await execute({
    schema,
    document: parse(source),
    variableValues,
    fieldResolver: (_, __, ___, info) => {
      infos.push(info);
      return null;
    },
  });
  const [info] = infos;
  if (!info) throw new Error('Nothing was executed.');
  return info;
}

async function columns(table: string, source: string, variables?: Record<string, unknown>): Promise<unknown> {
  const parts = columnsRead(await infoOf(source, variables), table);
  return parts === 'all' ? parts : [...parts].sort();
}

async function paths(collection: string, source: string): Promise<unknown> {
  const parts = pathsRead(await infoOf(source), collection);
  return parts === 'all' ? parts : [...parts].sort();
}

const inTable = (selection: string) => `{ keyspace(name: "ks") { table(name: "book") { ${selection} } } }`;

describe('columns', () => {
  test('are those of value and values, together', async () => {
    const source = inTable(`
      row(key: { id: 1 }) { value(column: "title") values(columns: ["pages", "title"]) }
      rows { nodes { value(column: "year") } edges { node { value(column: "author") } } }`);
    expect(await columns('book', source)).toEqual(['author', 'pages', 'title', 'year']);
  });

  test('are none for ids and keys', async () => {
    expect(await columns('book', inTable('rows { nodes { id key tableName table { name } } }'))).toEqual([]);
  });

  test('are all for values without columns', async () => {
    expect(await columns('book', inTable('rows { nodes { value(column: "a") values } }'))).toBe('all');
  });

  test('are of one table only', async () => {
    const source = `{ keyspace(name: "ks") {
      a: table(name: "a") { rows { nodes { value(column: "x") } } }
      b: table(name: "b") { rows { nodes { values } } } } }`;
    expect(await columns('a', source)).toEqual(['x']);
    expect(await columns('b', source)).toBe('all');
    expect(await columns('c', source)).toEqual([]);
  });

  test('are those that related keys and documents are made from, and of the other table what is read there', async () => {
    const source = inTable(`rows { nodes {
      relatedRow(table: "author", key: [{ column: "id", from: "author_id" }, { column: "x", value: 1 }]) {
        value(column: "name")
        table { row(key: { id: 1 }) { value(column: "born") } }
      }
      relatedRows(table: "loan", key: { column: "book", from: "id" }) { nodes { value(column: "since") } }
      relatedDocument(collection: "covers", idColumn: "cover") { value(path: "url") }
    } }`);
    expect(await columns('book', source)).toEqual(['author_id', 'cover', 'id']);
    expect(await columns('author', source)).toEqual(['born', 'name']);
    expect(await columns('loan', source)).toEqual(['since']);
    expect(await paths('covers', source)).toEqual(['url']);
  });

  test('are found in fragments and through variables', async () => {
    const source = `query ($table: String!, $columns: [String!], $from: String) {
      keyspace(name: "ks") { table(name: $table) { rows { nodes { ...Parts ... on Row { ...More } } } } } }
      fragment Parts on Row { values(columns: $columns) }
      fragment More on Node { ... on Row { relatedRows(table: "b", key: [{ column: "id", from: $from }]) { nodes { id } } } }`;
    const variables = { table: 'book', columns: ['title'], from: 'next' };
    expect(await columns('book', source, variables)).toEqual(['next', 'title']);
    expect(await columns('b', source, variables)).toEqual([]);
  });

  test('are of every table where the operation does not name it', async () => {
    const byId = '{ node(id: "x") { ... on Row { value(column: "title") } } }';
    expect(await columns('book', byId)).toEqual(['title']);
    const listed = '{ keyspace(name: "ks") { tables { rows { nodes { value(column: "title") } } } } }';
    expect(await columns('book', listed)).toEqual(['title']);
    const back = inTable('rows { nodes { table { keyspace { tables { rows { nodes { values } } } } } } }');
    expect(await columns('other', back)).toBe('all');
    const written =
      'mutation { createRow(input: { keyspace: "k", table: "book", values: {} }) { row { value(column: "a") } } }';
    expect(await columns('book', written)).toEqual(['a']);
  });

  test('of an operation whose fragments spread each other many times are found in no time', async () => {
    const fragments = Array.from({ length: 40 }, (_, index) => {
      const next = index < 39 ? `...F${index + 1}` : 'value(column: "deep")';
      return `fragment F${index} on Row { a: table { row(key: {}) { ${next} } } b: table { row(key: {}) { ${next} } } }`;
    });
    const source = `${inTable('rows { nodes { ...F0 } }')} ${fragments.join('\n')}`;
    expect(await columns('book', source)).toEqual(['deep']);
  });
});

describe('paths', () => {
  const inCollection = (selection: string) => `{ namespace(name: "ns") { collection(name: "book") { ${selection} } } }`;

  test('are those of value, data and what is related', async () => {
    const source = inCollection(`
      document(documentId: "1") { value(path: "title") }
      documents { nodes {
        data(fields: ["author.name", "tags.*"])
        relatedRow(table: "t", key: [{ column: "id", from: "author.id" }]) { value(column: "title") }
        relatedDocument(collection: "c", idPath: "next") { data }
      } }`);
    expect(await paths('book', source)).toEqual(['author.id', 'author.name', 'next', 'tags.*', 'title']);
    expect(await paths('c', source)).toBe('all');
    expect(await columns('t', source)).toEqual(['title']);
  });

  test('are all for data without fields', async () => {
    expect(await paths('book', inCollection('documents { nodes { data } }'))).toBe('all');
  });

  test('are none for a search in a document, which is a call of its own', async () => {
    const source = inCollection('document(documentId: "1") { search(where: { path: "a", eq: 1 }) { nodes { data } } }');
    expect(await paths('book', source)).toEqual([]);
  });
});
