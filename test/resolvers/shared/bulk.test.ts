import { expect, test } from 'vitest';
import { ConflictError, type SourceError } from '../../../datasources/source/errors.ts';
import { checkCount, eachOf, refuseDuplicates, together, toResults } from '../../../resolvers/shared/bulk.ts';

test('each item ends for itself, in its place', async () => {
  const doubled = await eachOf<number, { doubled: number }>([1, new ConflictError('It is there.'), 3], async (n) => {
    if (n === 3) throw new TypeError('secret');
    return { doubled: n * 2 };
  });
  expect(toResults(doubled, { doubled: null })).toEqual([
    { index: 0, doubled: 2, error: null },
    { index: 1, doubled: null, error: { code: 'CONFLICT', message: 'It is there.' } },
    { index: 2, doubled: null, error: { code: 'INTERNAL_SERVER_ERROR', message: 'Unexpected error.' } },
  ]);
});

test('items that have not failed go on together, each to its own answer', async () => {
  const failed = new ConflictError('It is there.');
  const refused = new ConflictError('It is there too.');
  const answered = await together<string, number>(['a', failed, 'b', 'c'], async (items) => {
    expect(items).toEqual(['a', 'b', 'c']);
    return [1, refused, 3];
  });
  expect(answered).toEqual([['a', 1], failed, refused, ['c', 3]]);
});

test('too many items and items twice are refused by name', () => {
  expect(() => checkCount([1, 2, 3], 'rows', 2)).toThrow(
    '"rows" has 3 items, and 2 are allowed (ASTRA_GRAPHQL_MAX_ITEMS).',
  );
  const failed: SourceError = new ConflictError('It is there.');
  expect(() => refuseDuplicates(['a', failed, 'b', failed, 'a'], 'documentIds', (id) => `"${id}"`)).toThrow(
    '"documentIds" names "a" twice, at 0 and 4.',
  );
});
