/** Vector search on tables: the nearest first, with their similarity, and each mistake named before a call. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../../../../datasources/source/errors.ts';
import type { NearestRows, Table } from '../../../../datasources/source/source.ts';
import { startDataApi, type TestDatabase } from '../../support/database.ts';
import { commandsOf, range } from './tables.ts';

let database: TestDatabase;
let pictures: Table;

beforeAll(async () => {
  database = await startDataApi();
  const { catalog, rows } = database.open().source;
  await catalog.createKeyspace({ databaseId: 'stargate', keyspace: 'shop' }, {}, false);
  pictures = await database.table(
    'pictures',
    { id: 'int', v: 'vector<float, 2>', w: 'vector<float, 2>', kind: 'text', n: 'int' },
    ['id'],
  );
  await catalog.createIndex({ ...pictures, column: 'v', name: 'by_v', metric: 'COSINE' }, false);
  await catalog.createIndex({ ...pictures, column: 'kind', name: 'by_kind' }, false);
  await rows.putMany(pictures, [
    ...range(10).map((id) => ({ id, v: [Math.cos(id / 10), Math.sin(id / 10)], kind: id % 2 ? 'odd' : 'even', n: id })),
    { id: 100, kind: 'even' },
  ]);
}, 30_000);
afterAll(() => database.close());

async function search(query: Partial<NearestRows>) {
  const { source, calls } = database.open();
  const found = await source.rows.findNearest(pictures, { column: 'v', vector: [1, 0], limit: 3, ...query });
  return {
    ids: found.map(({ item }) => item.key.id),
    found,
    calls: commandsOf(calls).filter((name) => name === 'find'),
  };
}

test('finds the nearest first, each with its similarity, in one call', async () => {
  const { ids, found, calls } = await search({});
  expect(ids).toEqual([0, 1, 2]);
  expect(found[0]?.similarity).toBeCloseTo(1, 5);
  expect(found[1]?.similarity).toBeCloseTo((1 + Math.cos(0.1)) / 2, 5);
  expect(calls).toEqual(['find']);
});

test('finds no more than there are with a vector', async () => {
  expect((await search({ limit: 1000 })).ids).toHaveLength(10);
});

test('keeps conditions on indexed columns, and reads the columns that are wanted', async () => {
  const { ids, found } = await search({ where: [{ column: 'kind', eq: 'odd' }], columns: ['n'] });
  expect(ids).toEqual([1, 3, 5]);
  expect(found[0]?.item.values).toEqual({ id: 1, n: 1 });
});

test('of no values finds nothing, without a call', async () => {
  const { ids, calls } = await search({ where: [{ column: 'kind', in: [] }] });
  expect([ids, calls]).toEqual([[], []]);
});

describe('refused before the search', () => {
  test.each<[string, Partial<NearestRows>, RegExp]>([
    ['a vector of another dimension', { vector: [1, 2, 3] }, /"v" have 2 numbers, and 3 came/],
    ['a column of another type', { column: 'n' }, /"n" has the type int/],
    ['a column without an index', { column: 'w' }, /"w".*no vector index.*createIndex/],
    ['a vector of zeros', { vector: [0, 0] }, /zeros has no direction.*cosine/],
    ['a number that is none', { vector: [1, Number.NaN] }, /number 1 of the vector.*NaN/],
    ['a number beyond a float', { vector: [1e300, 0] }, /number 0 of the vector/],
    ['too many rows', { limit: 1001 }, /1 to 1000 rows, and not 1001/],
    ['no rows', { limit: 0 }, /1 to 1000 rows, and not 0/],
    ['a condition on an unindexed column', { where: [{ column: 'n', eq: 1 }] }, /"n" has no index/],
  ])('%s', async (_, query, message) => {
    const { source, calls } = database.open();
    const result = source.rows.findNearest(pictures, { column: 'v', vector: [1, 0], limit: 3, ...query });
    await expect(result).rejects.toThrow(InputError);
    await expect(result).rejects.toThrow(message);
    expect(commandsOf(calls)).not.toContain('find');
  });
});
