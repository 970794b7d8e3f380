/** The read side, end to end: what is answered, what it costs upstream, and what is said when it cannot be. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;

const UNKNOWN_ID = '00000000-0000-4000-8000-00000000dead';
const AUTHORS = ['a1', 'a2', 'a3'];

/** A call to the data plane of the emulator itself. */
async function upstream(method: string, path: string, body?: unknown): Promise<void> {
  const { emulator, emulatorUrl } = gateway;
  const base = `${emulatorUrl}/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}/api/rest`;
  const headers = { 'x-cassandra-token': emulator.applicationToken, 'content-type': 'application/json' };
  const response = await fetch(base + path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
}

async function createTable(
  name: string,
  columns: Record<string, string>,
  partitionKey: string[],
  clusteringKey: string[] = [],
) {
  await upstream('POST', '/v2/schemas/keyspaces/library/tables', {
    name,
    columnDefinitions: Object.entries(columns).map(([column, type]) => ({
      name: column,
      typeDefinition: type.replace('static ', ''),
      static: type.startsWith('static '),
    })),
    primaryKey: { partitionKey, clusteringKey },
  });
}

beforeAll(async () => {
  // Definitions are not kept, so that each query pays for those that it needs.
  gateway = await startGateway({ limits: { maxFirst: 50, maxIds: 10 }, upstream: { schemaLifetimeMs: 0 } });
  await upstream('POST', '/v2/schemas/keyspaces', { name: 'library' });
  await createTable('author', { id: 'text', name: 'text', born: 'int', portrait: 'text' }, ['id']);
  await createTable('book', { isbn: 'text', title: 'text', author_id: 'text', copies: 'bigint', pages: 'int' }, [
    'isbn',
  ]);
  await createTable(
    'loan',
    { member: 'uuid', number: 'int', isbn: 'text', name: 'static text' },
    ['member'],
    ['number'],
  );
  for (const [index, id] of AUTHORS.entries()) {
    const portrait = id === 'a1' ? { portrait: 'p1' } : {};
    await upstream('POST', '/v2/keyspaces/library/author', {
      id,
      name: `Author ${id}`,
      born: 1900 + index,
      ...portrait,
    });
  }
  for (let index = 0; index < 30; index += 1) {
    const author = index % 5 === 4 ? {} : { author_id: AUTHORS[index % 3] };
    const row = { isbn: `i${index}`, title: `Title ${index}`, copies: '9007199254740993', pages: index, ...author };
    await upstream('POST', '/v2/keyspaces/library/book', row);
  }
  for (let number = 1; number <= 3; number += 1) {
    await upstream('POST', '/v2/keyspaces/library/loan', { member: MEMBER, number, isbn: `i${number}` });
  }
  await upstream('PUT', `/v2/keyspaces/library/loan/${STATIC_MEMBER}`, { name: 'nobody yet' });
  await upstream('POST', '/v2/namespaces/library/collections', { name: 'portraits' });
  for (let index = 0; index < 25; index += 1) {
    await upstream('PUT', `/v2/namespaces/library/collections/portraits/p${index}`, {
      title: `Portrait ${index}`,
      size: { width: index, height: 2 * index },
      author: { id: AUTHORS[index % 3] },
      marks: [
        { at: 1, what: 'crack' },
        { at: 2 + index, what: 'stain' },
      ],
    });
  }
}, 60_000);

const MEMBER = '7f1c2d60-0000-4000-8000-000000000001';
const STATIC_MEMBER = '7f1c2d60-0000-4000-8000-000000000002';

afterAll(() => gateway.close());
beforeEach(() => gateway.clearUpstreamRequests());

/** The data of an answer without errors. */
async function read(document: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await gateway.query(document, variables);
  expect(errors).toBeUndefined();
  return data;
}

/** The first error, and what stands beside it. */
async function refusal(document: string, variables: Record<string, unknown> = {}) {
  const { data, errors = [] } = await gateway.query(document, variables);
  const [error] = errors;
  if (!error) throw new Error(`No error: ${JSON.stringify(data)}`);
  return { data, code: error.extensions.code as string, message: error.message, path: error.path };
}

const calls = () => gateway.upstreamRequests().length;
const inTable = (name: string, selection: string) =>
  `{ keyspace(name: "library") { table(name: "${name}") { ${selection} } } }`;
const inCollection = (selection: string) =>
  `{ namespace(name: "library") { collection(name: "portraits") { ${selection} } } }`;

describe('databases', () => {
  test('are listed in pages', async () => {
    const { databases } = await read(
      '{ databases(first: 1) { nodes { id databaseId name status statusText tier availableActions cost { costPerMinCents } } pageInfo { hasNextPage endCursor } } }',
    );
    expect(databases.nodes).toHaveLength(1);
    expect(databases.nodes[0]).toMatchObject({
      databaseId: gateway.emulator.defaultDatabaseId,
      status: 'ACTIVE',
      statusText: 'ACTIVE',
    });
    expect(databases.pageInfo.hasNextPage).toBe(false);
  });

  test('the default one is there without a call', async () => {
    const { database } = await read('{ database { id databaseId capabilities } }');
    expect(database.databaseId).toBe(gateway.emulator.defaultDatabaseId);
    expect(database.capabilities).toContain('ROWS');
    expect(calls()).toBe(0);
  });

  test('what the DevOps API tells of one is one call', async () => {
    await read(
      '{ database { name status region cloudProvider } again: database(databaseId: "default") { name tier } }',
    );
    expect(calls()).toBe(1);
  });

  test('one that does not exist is null', async () => {
    expect(await read(`{ database(databaseId: "${UNKNOWN_ID}") { name } }`)).toEqual({ database: null });
  });

  test('one whose id is no UUID is refused before any call', async () => {
    expect(await refusal('{ database(databaseId: "x/../y") { name } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(calls()).toBe(0);
  });

  test('regions are listed', async () => {
    const data = await read(
      '{ availableRegions { tier region cost { costPerMinCents } } serverlessRegions { name zone enabled } }',
    );
    expect(data.availableRegions.length).toBeGreaterThan(0);
    expect(data.serverlessRegions.length).toBeGreaterThan(0);
  });
});

describe('keyspaces and namespaces', () => {
  test('hide those of the system unless they are asked for', async () => {
    const data = await read(
      '{ database { keyspaces { name } all: keyspaces(includeSystem: true) { name } namespaces { name } } }',
    );
    const names = data.database.keyspaces.map(({ name }: { name: string }) => name);
    expect(names).toContain('library');
    expect(names.filter((name: string) => name.startsWith('system'))).toEqual([]);
    expect(data.database.all.map(({ name }: { name: string }) => name)).toContain('system_schema');
    expect(data.database.namespaces.map(({ name }: { name: string }) => name)).toContain('library');
    expect(calls()).toBe(2);
  });

  test('cost one call, and one more for the tables of each', async () => {
    const { database } = await read(
      '{ database { keyspaces { name datacenters { name } tables { name columns { name type kind } } } } }',
    );
    expect(calls()).toBe(1 + database.keyspaces.length);
  });

  test('that do not exist are null, and so is what is in them', async () => {
    expect(
      await read(`{
        keyspace(name: "nowhere") { name }
        namespace(name: "nowhere") { name }
        library: keyspace(name: "library") { table(name: "nothing") { name } type(name: "nothing") { name } }
        same: namespace(name: "library") { collection(name: "nothing") { name } }
      }`),
    ).toEqual({
      keyspace: null,
      namespace: null,
      library: { table: null, type: null },
      same: { collection: null },
    });
  });

  test('collections are not among the tables', async () => {
    const data = await read('{ keyspace(name: "library") { tables { name } namespace { collections { name } } } }');
    expect(data.keyspace.tables.map(({ name }: { name: string }) => name).sort()).toEqual(['author', 'book', 'loan']);
    expect(data.keyspace.namespace.collections).toEqual([{ name: 'portraits' }]);
  });
});

describe('tables', () => {
  test('tell their definition', async () => {
    const data = await read(
      inTable(
        'loan',
        'name keyspaceName columns { name type kind } column(name: "isbn") { type } primaryKey { partitionKey clusteringKey { name order } } options { defaultTtlSeconds } indexes { name }',
      ),
    );
    expect(data.keyspace.table).toEqual({
      name: 'loan',
      keyspaceName: 'library',
      columns: [
        { name: 'member', type: 'uuid', kind: 'PARTITION_KEY' },
        { name: 'number', type: 'int', kind: 'CLUSTERING_KEY' },
        { name: 'name', type: 'text', kind: 'STATIC' },
        { name: 'isbn', type: 'text', kind: 'REGULAR' },
      ],
      column: { type: 'text' },
      primaryKey: { partitionKey: ['member'], clusteringKey: [{ name: 'number', order: 'ASC' }] },
      options: { defaultTtlSeconds: 0 },
      indexes: [],
    });
  });
});

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
    expect(gateway.upstreamRequests().filter(({ target }) => target.includes('/v2/keyspaces/'))).toHaveLength(1);
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
      const answer: GraphQLAnswer = await gateway.query(query, { after });
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
    gateway.clearUpstreamRequests();
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

describe('documents', () => {
  test('by id, with all that is selected of one in one call', async () => {
    const data = await read(
      inCollection(`document(documentId: "p3") {
        documentId namespaceName collectionName
        title: value(path: "title") second: value(path: "marks.[1].what") nothing: value(path: "size.depth")
        data(fields: ["size.width", "marks.[*].at"])
      }`),
    );
    expect(data.namespace.collection.document).toEqual({
      documentId: 'p3',
      namespaceName: 'library',
      collectionName: 'portraits',
      title: 'Portrait 3',
      second: 'stain',
      nothing: null,
      data: { size: { width: 3 }, marks: [{ at: 1 }, { at: 5 }] },
    });
    expect(calls()).toBe(2);
  });

  test('that do not exist are null', async () => {
    const data = await read(inCollection('document(documentId: "nope") { id }'));
    expect(data.namespace.collection.document).toBeNull();
  });

  test('come in pages, whatever the page size upstream', async () => {
    const data = await read(
      inCollection('documents(first: 22) { nodes { documentId } pageInfo { hasNextPage endCursor } }'),
    );
    const { nodes, pageInfo } = data.namespace.collection.documents;
    expect(nodes).toHaveLength(22);
    expect(pageInfo.hasNextPage).toBe(true);
    const rest = await read(
      inCollection(
        `documents(first: 22, after: "${pageInfo.endCursor}") { nodes { documentId } pageInfo { hasNextPage } }`,
      ),
    );
    const more = rest.namespace.collection.documents;
    expect(more.nodes).toHaveLength(3);
    expect(more.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...nodes, ...more.nodes].map(({ documentId }) => documentId)).size).toBe(25);
  });

  test('are found by typed filters', async () => {
    const filter = '{ path: "size.width", gte: 3, lt: 6, not: { path: "title", eq: "Portrait 4" } }';
    const data = await read(inCollection(`documents(where: ${filter}) { nodes { documentId value(path: "title") } }`));
    const found = data.namespace.collection.documents.nodes.map(({ documentId }: { documentId: string }) => documentId);
    expect(found.sort()).toEqual(['p3', 'p5']);
  });

  test.each([
    ['documents(where: {}) { nodes { id } }', 'no condition'],
    ['documents(where: { path: "title" }) { nodes { id } }', 'no operator'],
    ['documents(where: { path: "title.[", eq: 1 }) { nodes { id } }', 'title.['],
    ['document(documentId: "p1") { value(path: "a.*") }', 'must name one place'],
    ['document(documentId: "p1") { data(fields: ["a..b"]) }', 'empty step'],
    [
      'document(documentId: "p1") { relatedDocument(collection: "portraits", idPath: "size") { id } }',
      'cannot be the id',
    ],
  ])('%s is refused with the reason', async (selection, message) => {
    const error = await refusal(inCollection(selection));
    expect(error.code).toBe('BAD_USER_INPUT');
    expect(error.message).toContain(message);
  });

  test('are searched for parts', async () => {
    const data = await read(
      inCollection(
        'document(documentId: "p7") { search(where: { path: "marks.[*].at", gt: 1 }) { nodes { path data } pageInfo { hasNextPage } } }',
      ),
    );
    expect(data.namespace.collection.document.search).toEqual({
      nodes: [{ path: 'marks.[1].at', data: 9 }],
      pageInfo: { hasNextPage: false },
    });
  });
});

describe('nodes', () => {
  test('are found again by their ids, each kind', async () => {
    const data = await read(`{
      database { id }
      keyspace(name: "library") { id table(name: "book") { id row(key: { isbn: "i2" }) { id } } }
      namespace(name: "library") { id collection(name: "portraits") { id document(documentId: "p2") { id } } }
    }`);
    const { table, id: keyspaceId } = data.keyspace;
    const { collection, id: namespaceId } = data.namespace;
    const ids = [
      data.database.id,
      keyspaceId,
      table.id,
      table.row.id,
      namespaceId,
      collection.id,
      collection.document.id,
    ];
    const found = await read(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Row { value(column: "title") } ... on Document { title: value(path: "title") } } }',
      { ids },
    );
    expect(found.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(found.nodes.map((node: { __typename: string }) => node.__typename)).toEqual([
      'Database',
      'Keyspace',
      'Table',
      'Row',
      'Namespace',
      'Collection',
      'Document',
    ]);
    expect(found.nodes[3].value).toBe('Title 2');
    expect(found.nodes[6].title).toBe('Portrait 2');
    expect(
      (await read(`{ node(id: "${table.row.id}") { id ... on Row { table { keyspace { database { id } } } } } }`)).node
        .table.keyspace.database.id,
    ).toBe(ids[0]);
  });

  test('a row has one id, however its key is spelled', async () => {
    const rowId = async (member: string) =>
      (await read(inTable('loan', `row(key: { member: "${member}", number: 1 }) { id }`))).keyspace.table.row.id;
    expect(await rowId(MEMBER.toUpperCase())).toBe(await rowId(MEMBER));
  });

  test('a partition with only static cells is a row without clustering values, and is found again', async () => {
    const data = await read(
      inTable('loan', `rows(key: { member: "${STATIC_MEMBER}" }) { nodes { id key value(column: "name") } }`),
    );
    const [row] = data.keyspace.table.rows.nodes;
    expect(row).toMatchObject({ key: { member: STATIC_MEMBER, number: null }, value: 'nobody yet' });
    const { node } = await read(`{ node(id: "${row.id}") { id ... on Row { value(column: "name") } } }`);
    expect(node).toEqual({ id: row.id, value: 'nobody yet' });
  });

  test('that are gone are null, and a bad id is an error of its own', async () => {
    const data = await read(inTable('book', 'row(key: { isbn: "i2" }) { id }'));
    const { id } = data.keyspace.table.row;
    const { data: found, errors } = await gateway.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [id, 'forged', id],
    });
    expect(found.nodes).toEqual([{ id }, null, { id }]);
    expect(errors).toMatchObject([{ path: ['nodes', 1], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('are at most as many as is allowed', async () => {
    const error = await refusal('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(11).fill('x') });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(error.message).toContain('at most 10');
  });
});
