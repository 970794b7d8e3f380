/** Reads of documents and of nodes: what is answered, what it costs upstream, and what is refused. */
import { describe, expect, test } from 'vitest';
import { inCollection, inTable, MEMBER, STATIC_MEMBER, useLibrary } from '../support/library.ts';

const library = useLibrary();
const { read, refusal, calls } = library;

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
    ['document(documentId: "p1") { value(path: "a.*") }', 'must name one position'],
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
    const { data: found, errors } = await library.gateway.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
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
