/** Reads of rows and of what is related to them: what is answered, what it costs upstream, and what is refused. */
import { describe, expect, test } from 'vitest';
import type { GraphQLAnswer } from '../support/gateway.ts';
import { AUTHORS, inTable, MEMBER, useLibrary } from '../support/library.ts';

const library = useLibrary();
const { read, refusal, calls } = library;

describe('rows', () => {
  test('by key cost one call, and one for the definition of the table', async () => {
    const data = await read(
      inTable('book', 'row(key: { isbn: "i1" }) { key value(column: "title") values(columns: ["copies", "pages"]) }'),
    );
    expect(data.keyspace.table.row).toEqual({
      key: { isbn: 'i1' },
      value: 'Title 1',
      values: { copies: '9007199254740993', pages: 1 },
    });
    expect(calls()).toBe(2);
  });

  test('that do not exist are null', async () => {
    expect(await read(inTable('book', 'row(key: { isbn: "nope" }) { id }'))).toEqual({
      keyspace: { table: { row: null } },
    });
  });

  test('many by key are read together, wherever they are asked for', async () => {
    const aliases = Array.from(
      { length: 8 },
      (_, index) => `r${index}: row(key: { isbn: "i${index}" }) { value(column: "title") }`,
    );
    const data = await read(`{
      one: keyspace(name: "library") { table(name: "book") { ${aliases.slice(0, 4).join(' ')} } }
      two: database { keyspace(name: "library") { table(name: "book") { ${aliases.slice(4).join(' ')} again: row(key: { isbn: "i0" }) { values } } } }
    }`);
    expect(data.two.keyspace.table.r7.value).toBe('Title 7');
    expect(data.two.keyspace.table.again.values.title).toBe('Title 0');
    expect(library.gateway.upstreamRequests().filter(({ target }) => target.includes('/v2/keyspaces/'))).toHaveLength(
      1,
    );
  });

  test('with a key in variables, whole or by member', async () => {
    const whole =
      'query ($key: RowKey!) { keyspace(name: "library") { table(name: "book") { row(key: $key) { value(column: "title") } } } }';
    expect((await read(whole, { key: { isbn: 'i3' } })).keyspace.table.row.value).toBe('Title 3');
    const member =
      'query ($isbn: String) { keyspace(name: "library") { table(name: "book") { row(key: { isbn: $isbn }) { value(column: "title") } } } }';
    expect((await read(member, { isbn: 'i4' })).keyspace.table.row.value).toBe('Title 4');
    expect(await refusal(member)).toMatchObject({
      code: 'BAD_USER_INPUT',
      data: { keyspace: { table: { row: null } } },
    });
  });

  test.each([
    ['row(key: {}) { id }', 'isbn'],
    ['row(key: { isbn: null }) { id }', 'isbn'],
    ['row(key: { isbn: "i1", title: "x" }) { id }', 'title'],
    ['row(key: { isbn: "i1" }) { value(column: "nope") }', '"nope"'],
    ['row(key: { isbn: "i1" }) { values(columns: ["title", "nope"]) }', '"title"'],
    ['rows(key: {}) { nodes { id } }', 'isbn'],
    ['rows(where: [{ column: "title" }]) { nodes { id } }', 'operator'],
    ['rows(where: [{ column: "isbn", eq: null }]) { nodes { id } }', 'null'],
    ['rows(where: [{ column: "title", eq: "x" }]) { nodes { id } }', 'index'],
    ['rows(sort: [{ column: "title" }]) { nodes { id } }', 'title'],
    ['rows(first: 0) { nodes { id } }', '"first" is 0: it must be from 1 to 50'],
    ['rows(first: 51) { nodes { id } }', '"first" is 51'],
  ])('%s is refused with the reason', async (selection, message) => {
    const error = await refusal(inTable('book', selection));
    expect(error.code).toBe('BAD_USER_INPUT');
    expect(error.message).toContain(message);
  });

  test('come in pages that follow each other', async () => {
    const query = `query ($after: String) { keyspace(name: "library") { table(name: "book") {
      rows(first: 7, after: $after) { nodes { key } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`;
    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const answer: GraphQLAnswer = await library.gateway.query(query, { after });
      const { rows } = answer.data.keyspace.table;
      for (const { key } of rows.nodes) seen.add(key.isbn);
      expect(rows.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(rows.pageInfo.endCursor).toBe(rows.edges.at(-1).cursor);
      after = rows.pageInfo.hasNextPage ? rows.pageInfo.endCursor : null;
    } while (after);
    expect(seen.size).toBe(30);
  });

  test('cost one call a page, and one more only where hasNextPage is selected', async () => {
    await read(inTable('book', 'rows(first: 10) { nodes { id } pageInfo { endCursor hasPreviousPage } }'));
    expect(calls()).toBe(2);
    library.gateway.clearUpstreamRequests();
    await read(inTable('book', 'rows(first: 10) { nodes { id } pageInfo { hasNextPage } }'));
    expect(calls()).toBe(3);
  });

  test('after a cursor of another list, or an altered one, is INVALID_CURSOR', async () => {
    const data = await read(inTable('book', 'rows(first: 2) { pageInfo { endCursor } }'));
    const { endCursor } = data.keyspace.table.rows.pageInfo;
    const other = inTable(
      'book',
      `rows(where: [{ column: "isbn", eq: "i1" }], after: "${endCursor}") { nodes { id } }`,
    );
    expect(await refusal(other)).toMatchObject({ code: 'INVALID_CURSOR' });
    expect(await refusal(inTable('author', `rows(after: "${endCursor}") { nodes { id } }`))).toMatchObject({
      code: 'INVALID_CURSOR',
    });
    expect(await refusal(inTable('book', 'rows(after: "x") { nodes { id } }'))).toMatchObject({
      code: 'INVALID_CURSOR',
    });
  });

  test('of an empty list of values are none, without a call for rows', async () => {
    const data = await read(
      inTable('book', 'rows(where: [{ column: "isbn", in: [] }]) { nodes { id } pageInfo { hasNextPage } }'),
    );
    expect(data.keyspace.table.rows).toEqual({ nodes: [], pageInfo: { hasNextPage: false } });
    expect(calls()).toBe(1);
  });

  test('by a leading part of the key, sorted', async () => {
    const data = await read(
      inTable(
        'loan',
        `rows(key: { member: "${MEMBER.toUpperCase()}" }, where: [{ column: "number", gt: 1 }], sort: [{ column: "number", order: DESC }]) { nodes { key value(column: "isbn") } }`,
      ),
    );
    expect(data.keyspace.table.rows.nodes).toEqual([
      { key: { member: MEMBER, number: 3 }, value: 'i3' },
      { key: { member: MEMBER, number: 2 }, value: 'i2' },
    ]);
  });
});

describe('related', () => {
  test('rows by a one-column key are read together', async () => {
    const data = await read(
      inTable(
        'book',
        `rows(first: 30) { nodes { key relatedRow(table: "author", key: [{ column: "id", from: "author_id" }]) { value(column: "name") table { name } } } }`,
      ),
    );
    const { nodes } = data.keyspace.table.rows;
    expect(nodes).toHaveLength(30);
    for (const { key, relatedRow } of nodes) {
      const index = Number(key.isbn.slice(1));
      expect(relatedRow).toEqual(
        index % 5 === 4 ? null : { value: `Author ${AUTHORS[index % 3]}`, table: { name: 'author' } },
      );
    }
    expect(calls()).toBe(3);
  });

  test('rows by a leading part are lists of their own', async () => {
    const data = await read(
      inTable(
        'author',
        `row(key: { id: "a1" }) { relatedRows(table: "loan", key: [{ column: "member", value: "${MEMBER}" }], first: 2) { nodes { key } pageInfo { hasNextPage } } }`,
      ),
    );
    expect(data.keyspace.table.row.relatedRows).toEqual({
      nodes: [{ key: { member: MEMBER, number: 1 } }, { key: { member: MEMBER, number: 2 } }],
      pageInfo: { hasNextPage: true },
    });
  });

  test('documents by an id in a column, and back', async () => {
    const data = await read(
      inTable(
        'author',
        `
        one: row(key: { id: "a1" }) { relatedDocument(collection: "portraits", idColumn: "portrait") {
          documentId
          value(path: "title")
          relatedRow(table: "author", key: [{ column: "id", from: "author.id" }]) { value(column: "name") }
        } }
        two: row(key: { id: "a2" }) { relatedDocument(collection: "portraits", idColumn: "portrait") { id } }`,
      ),
    );
    expect(data.keyspace.table).toEqual({
      one: { relatedDocument: { documentId: 'p1', value: 'Portrait 1', relatedRow: { value: 'Author a2' } } },
      two: { relatedDocument: null },
    });
  });

  test.each([
    ['relatedRow(table: "nope", key: [{ column: "id", from: "isbn" }]) { id }', 'no table "nope"'],
    [
      'relatedRow(keyspace: "nope", table: "author", key: [{ column: "id", from: "isbn" }]) { id }',
      'no keyspace "nope"',
    ],
    ['relatedRow(table: "author", key: [{ column: "id", from: "nope" }]) { id }', '"nope"'],
    [
      'relatedRow(table: "author", key: [{ column: "name", from: "title" }]) { id }',
      'the key of the table "author" is (id)',
    ],
    ['relatedRow(table: "loan", key: [{ column: "member", from: "isbn" }]) { id }', '(member, number)'],
    ['relatedRow(table: "author", key: [{ column: "id" }]) { id }', 'neither "from" nor "value"'],
    [
      'relatedRow(table: "author", key: [{ column: "id", from: "isbn", value: "x" }]) { id }',
      'both "from" and "value"',
    ],
    [
      'relatedRow(table: "author", key: [{ column: "id", from: "isbn" }, { column: "id", value: "x" }]) { id }',
      'twice',
    ],
    ['relatedRows(table: "loan", key: [{ column: "number", value: 1 }]) { nodes { id } }', '(member, number)'],
    ['relatedRows(table: "loan", key: []) { nodes { id } }', '(member, number)'],
    ['relatedDocument(collection: "portraits", idColumn: "nope") { id }', '"nope"'],
  ])('%s is refused', async (selection, message) => {
    const error = await refusal(inTable('book', `row(key: { isbn: "i1" }) { value(column: "title") ${selection} }`));
    expect(error).toMatchObject({
      code: 'BAD_USER_INPUT',
      data: { keyspace: { table: { row: { value: 'Title 1' } } } },
    });
    expect(error.message).toContain(message);
  });
});
