/** Reads of one operation: the same thing once, keys together, nothing shared or kept too long. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLoaders } from '../../../datasources/loaders/loaders.ts';
import { InputError, UnauthenticatedError } from '../../../datasources/source/errors.ts';
import type { OperationScope, Table } from '../../../datasources/source/source.ts';
import { DATABASE, IN_KEYSPACE, startDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let posts: Table;
let authors: Table;
let pairs: Table;

beforeAll(async () => {
  database = await startDatabase();
  posts = await database.table('posts', { id: 'int', title: 'text', body: 'text' }, ['id']);
  authors = await database.table('authors', { id: 'int', name: 'text' }, ['id']);
  pairs = await database.table('pairs', { a: 'int', b: 'int' }, ['a'], ['b']);
  const { rows } = database.open().source;
  for (let id = 0; id < 5; id += 1) {
    await rows.create(posts, { id, title: `Post ${id}`, body: 'text' }, false);
    await rows.create(authors, { id, name: `Author ${id}` }, false);
  }
}, 30_000);
afterAll(() => database.close());

function open(scope: Partial<OperationScope> = {}) {
  const { source, calls } = database.open(scope);
  return { loaders: createLoaders(source), source, calls };
}

describe('rows', () => {
  test('of several tables, asked for together, are one search each, with the columns that any of them wants', async () => {
    const { loaders, calls } = open();
    const found = await Promise.all([
      loaders.row(posts, { id: 1 }, ['title']),
      loaders.row(authors, { id: 1 }),
      loaders.row(posts, { id: 2 }, ['body']),
      loaders.row(posts, { id: 1 }, ['body']),
      loaders.row(posts, { id: 99 }),
    ]);
    expect(found.map((each) => each?.row.values)).toEqual([
      { id: 1, title: 'Post 1', body: 'text' },
      { id: 1, name: 'Author 1' },
      { id: 2, title: 'Post 2', body: 'text' },
      { id: 1, title: 'Post 1', body: 'text' },
      undefined,
    ]);
    expect(calls.map(({ keys }) => keys).toSorted()).toEqual([1, 3]);
  });

  test('that all narrow their columns are read so', async () => {
    const { loaders, calls } = open();
    const found = await Promise.all([
      loaders.row(posts, { id: 1 }, ['title']),
      loaders.row(posts, { id: 2 }, ['title']),
    ]);
    expect(found.map((each) => each?.row.values)).toEqual([
      { id: 1, title: 'Post 1' },
      { id: 2, title: 'Post 2' },
    ]);
    expect(calls).toHaveLength(1);
  });

  test('asked for later are not read again, unless more columns are wanted', async () => {
    const { loaders, calls } = open();
    await loaders.row(posts, { id: 1 }, ['title']);
    await loaders.row(posts, { id: 1 }, ['title']);
    expect(calls).toHaveLength(1);
    expect((await loaders.row(posts, { id: 1 }))?.row.values.body).toBe('text');
    expect(calls).toHaveLength(2);
  });

  test('that fail leave those of other tables alone', async () => {
    const { loaders } = open();
    const gone = { ...posts, table: 'gone' };
    const [failed, found] = await Promise.allSettled([loaders.row(gone, { id: 1 }), loaders.row(authors, { id: 1 })]);
    expect(failed).toMatchObject({ status: 'rejected', reason: expect.any(InputError) });
    expect(found).toMatchObject({ status: 'fulfilled', value: { key: { id: 1 } } });
  });

  test('of a composite key are the same whatever the order of its columns', async () => {
    await open().source.rows.create(pairs, { a: 1, b: 2 }, false);
    const { loaders, calls } = open();
    await Promise.all([loaders.row(pairs, { a: 1, b: 2 }), loaders.row(pairs, { b: 2, a: 1 })]);
    expect(calls.filter(({ method }) => method === 'GET')).toMatchObject([{ keys: 1 }]);
  });

  test('are read again after a change', async () => {
    const { loaders, source } = open();
    expect((await loaders.row(posts, { id: 4 }))?.row.values.title).toBe('Post 4');
    await source.rows.patch(posts, { id: 4 }, { title: 'New' });
    loaders.clear();
    expect((await loaders.row(posts, { id: 4 }))?.row.values.title).toBe('New');
  });
});

test('pages are remembered by their whole query', async () => {
  const { loaders, calls } = open();
  await Promise.all([loaders.rowPage(posts, { pageSize: 2 }), loaders.rowPage(posts, { pageSize: 2 })]);
  expect(calls).toHaveLength(1);
  await loaders.rowPage(posts, { pageSize: 3 });
  await loaders.rowPage(posts, { pageSize: 2, where: [{ column: 'id', eq: 1 }] });
  expect(calls).toHaveLength(3);
});

test('the schema is asked for once, at whatever depth', async () => {
  const { loaders, calls } = open();
  await Promise.all([loaders.tables(IN_KEYSPACE), loaders.tables(IN_KEYSPACE), loaders.keyspaces(DATABASE)]);
  await Promise.all([loaders.tables(IN_KEYSPACE), loaders.keyspace(IN_KEYSPACE), loaders.keyspace(IN_KEYSPACE)]);
  expect(calls.length).toBeLessThanOrEqual(3);
});

test('nothing is shared between callers', async () => {
  await open().loaders.row(posts, { id: 1 });
  const stranger = open({ tokens: { data: 'wrong' } });
  await expect(stranger.loaders.row(posts, { id: 1 })).rejects.toThrow(UnauthenticatedError);
  await expect(stranger.loaders.tables(IN_KEYSPACE)).rejects.toThrow(UnauthenticatedError);
  await expect(open({ tokens: {} }).loaders.tables(IN_KEYSPACE)).rejects.toThrow(UnauthenticatedError);
});
