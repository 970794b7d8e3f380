import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, type Harness, openHarness } from './harness.ts';

let harness: Harness;
let made = 0;

beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness.close());

const COLUMNS = {
  p: 'int',
  q: 'text',
  c: 'int',
  n: 'int',
  l: { type: 'list', valueType: 'int' },
  s: { type: 'set', valueType: 'text' },
  m: { type: 'map', keyType: 'text', valueType: 'int' },
  v: { type: 'vector', dimension: 2 },
};

/** A table with the keys of both partitions and of three rows in each. */
async function table(): Promise<string> {
  made += 1;
  const name = `writes_${made}`;
  const primaryKey = { partitionBy: ['p', 'q'], partitionSort: { c: 1 } };
  await harness.command('/shop', { createTable: { name, definition: { columns: COLUMNS, primaryKey } } });
  const documents = [1, 2].flatMap((p) => [1, 2, 3].map((c) => ({ p, q: 'a', c, n: p * 10 + c })));
  await harness.command(`/shop/${name}`, { insertMany: { documents } });
  return `/shop/${name}`;
}

async function rows(place: string, filter: object = {}) {
  const { data } = await harness.command(place, { find: { filter } });
  return data?.documents ?? [];
}

const keys = async (place: string) => (await rows(place)).map(({ n }) => n as number).sort((one, other) => one - other);
const KEY = { p: 1, q: 'a', c: 1 };

describe('updateOne', () => {
  const update = (place: string, operations: object, filter: object = KEY) =>
    harness.command(place, { updateOne: { filter, update: operations } });

  it('pushes to lists, sets and maps, and pulls out of them', async () => {
    const place = await table();
    await update(place, { $set: { l: [1, 2], s: ['b'], m: { x: 1 } } });
    await update(place, { $push: { l: { $each: [2, 3] }, s: 'a', m: { y: 2 } } });
    expect((await rows(place, KEY))[0]).toMatchObject({ l: [1, 2, 2, 3], s: ['a', 'b'], m: { x: 1, y: 2 }, n: 11 });
    await update(place, { $pullAll: { l: [2], s: ['b', 'z'], m: ['x'] }, $unset: { n: '' } });
    expect((await rows(place, KEY))[0]).toEqual({ ...KEY, l: [1, 3], s: ['a'], m: { y: 2 } });
    await update(place, { $pullAll: { l: [1, 3], s: ['a'], m: ['y'] } });
    expect((await rows(place, KEY))[0]).toEqual(KEY);
  });

  it('keeps indexes up to date', async () => {
    const place = await table();
    await harness.command(place, { createIndex: { name: `l_${made}`, definition: { column: 'l' } } });
    await harness.command(place, { createIndex: { name: `n_${made}`, definition: { column: 'n' } } });
    await update(place, { $push: { l: 7 }, $set: { n: 99 } });
    expect(await rows(place, { n: 99 })).toHaveLength(1);
    expect(await rows(place, { n: 11 })).toHaveLength(0);
    expect(await rows(place, { l: { $in: [7] } })).toHaveLength(1);
    await harness.command(place, { deleteMany: { filter: { p: 1, q: 'a', c: { $lt: 3 } } } });
    expect(await rows(place, { n: 99 })).toHaveLength(0);
  });

  it('makes a row by what is set, and by nothing else', async () => {
    const place = await table();
    const key = { p: 9, q: 'new', c: 1 };
    await update(place, { $unset: { n: '' }, $set: { s: [] } }, key);
    expect(await rows(place, key)).toEqual([]);
    await update(place, { $push: { l: 1 } }, key);
    expect(await rows(place, key)).toEqual([{ ...key, l: [1] }]);
    await update(place, { $pullAll: { l: [1] } }, key);
    expect(await rows(place, key)).toEqual([]);
  });

  it.each([
    [{ $inc: { n: 1 } }, 'UPDATE/UNSUPPORTED_UPDATE_OPERATIONS_FOR_TABLE'],
    [{ $foo: { n: 1 } }, 'UPDATE/UNSUPPORTED_UPDATE_OPERATION'],
    [{ $set: { n: 1 }, $unset: { n: '' } }, 'UPDATE/UNSUPPORTED_OVERLAPPING_UPDATE_OPERATIONS'],
    [{ $set: { c: 1 } }, 'UPDATE/UNSUPPORTED_UPDATE_FOR_PRIMARY_KEY_COLUMNS'],
    [{ $set: { n: 'x' } }, 'UPDATE/INVALID_UPDATE_COLUMN_VALUES'],
    [{ $set: { v: 'words' } }, 'UPDATE/UNSUPPORTED_VECTORIZE_WHEN_MISSING_VECTORIZE_DEFINITION'],
    [{ $push: { n: 1 } }, 'UPDATE/UNSUPPORTED_UPDATE_OPERATOR'],
    [{ $push: { l: [1] } }, 'UPDATE/INVALID_PUSH_OPERATOR_USAGE'],
    [{ $push: { m: { a: 1, b: 2 } } }, 'UPDATE/INVALID_PUSH_OPERATOR_USAGE'],
    [{ $pullAll: { l: 1 } }, 'UPDATE/INVALID_UPDATE_COLUMN_VALUES'],
    [{ $push: { nope: 1 } }, '/UNEXPECTED_SERVER_ERROR'],
  ])('refuses %j', async (operations, code) => {
    const place = await table();
    expect(codes(await update(place, operations))).toEqual([code]);
    expect(await keys(place)).toEqual([11, 12, 13, 21, 22, 23]);
  });
});

describe('deletes', () => {
  const remove = (place: string, filter?: object) => harness.command(place, { deleteMany: filter ? { filter } : {} });

  it.each([
    [{ p: 1, q: 'a' }, [21, 22, 23]],
    [{ p: 1, q: 'a', c: 2 }, [11, 13, 21, 22, 23]],
    [{ p: 1, q: 'a', c: { $gt: 1 } }, [11, 21, 22, 23]],
    [{ p: { $in: [1, 2] }, q: 'a', c: { $in: [1, 3] } }, [12, 22]],
    [{ p: { $in: [1, 2] }, q: 'a', c: { $gte: 2, $lt: 3 } }, [11, 13, 21, 23]],
    [{}, []],
  ])('of %j leave the rest', async (filter, rest) => {
    const place = await table();
    expect(await remove(place, filter)).toEqual({ status: { deletedCount: -1 } });
    expect(await keys(place)).toEqual(rest);
  });

  it.each([
    [{ p: 1 }, 'FILTER/INVALID_PRIMARY_KEY_FILTER'],
    [{ p: 1, q: 'a', n: 1 }, 'FILTER/UNSUPPORTED_NON_PRIMARY_KEY_FILTER_FOR_UPDATE_DELETE'],
    [{ p: { $gt: 0 }, q: 'a' }, 'DATABASE/INVALID_DATABASE_QUERY'],
    [{ p: 1, q: 'a', c: { $ne: 1 } }, 'DATABASE/INVALID_DATABASE_QUERY'],
    [{ p: 1, q: 'a', $or: [{ c: 1 }, { c: 2 }] }, 'DATABASE/UNSUPPORTED_DATABASE_QUERY'],
  ])('of %j are refused', async (filter, code) => {
    const place = await table();
    expect(codes(await remove(place, filter))).toEqual([code]);
    expect(await keys(place)).toHaveLength(6);
  });

  it('of one row need its whole key', async () => {
    const place = await table();
    expect(codes(await harness.command(place, { deleteOne: { filter: { p: 1, q: 'a' } } }))).toEqual([
      'FILTER/MISSING_FULL_PRIMARY_KEY_FOR_UPDATE_DELETE',
    ]);
    await harness.command(place, { deleteOne: { filter: KEY } });
    expect(await keys(place)).toEqual([12, 13, 21, 22, 23]);
  });
});

describe('a sort by vectors', () => {
  it('finds the nearest rows of an indexed column, in one page', async () => {
    const place = await table();
    for (const [c, v] of [
      [1, [1, 0]],
      [2, [0, 1]],
      [3, [-1, 0]],
    ]) {
      await harness.command(place, { updateOne: { filter: { ...KEY, c }, update: { $set: { v } } } });
    }
    const search = (rest: object = {}, options: object = {}) =>
      harness.command(place, { find: { sort: { v: [1, 0.1] }, projection: { c: 1 }, ...rest, options } });
    expect(codes(await search())).toEqual(['SORT/CANNOT_VECTOR_SORT_NON_INDEXED_VECTOR_COLUMNS']);
    const index = { column: 'v', options: { metric: 'euclidean' } };
    await harness.command(place, { createVectorIndex: { name: `v_${made}`, definition: index } });
    const answer = await search({}, { includeSimilarity: true, includeSortVector: true, limit: 2 });
    expect(answer.data).toEqual({
      documents: [
        { c: 1, $similarity: expect.closeTo(0.990099, 5) },
        { c: 2, $similarity: expect.closeTo(0.355872, 5) },
      ],
      nextPageState: null,
    });
    expect(answer.status).toEqual({ projectionSchema: { c: { type: 'int' } }, sortVector: [1, 0.1] });
    expect(codes(await search({ filter: { n: 11 } }))).toEqual(['DATABASE/INVALID_DATABASE_QUERY']);
    expect((await search({ filter: { p: 1, q: 'a' } })).data?.documents).toEqual([{ c: 1 }, { c: 2 }, { c: 3 }]);
    expect(codes(await search({}, { limit: 1001 }))).toEqual(['SORT/CANNOT_VECTOR_SORT_WITH_LIMIT_EXCEEDS_MAX']);
    expect(codes(await search({}, { skip: 1 }))).toEqual(['SORT/CANNOT_VECTOR_SORT_WITH_SKIP_OPTION']);
    expect(codes(await search({ sort: { v: [1] } }))).toEqual([
      'SORT/CANNOT_VECTOR_SORT_ON_MISMATCHED_VECTOR_DIMENSIONS',
    ]);
    expect(codes(await search({ sort: { v: 1 } }))).toEqual(['SORT/INVALID_VECTOR_SORT_EXPRESSION']);
    expect(codes(await search({ sort: { v: [1, 0], c: 1 } }))).toEqual(['SORT/CANNOT_SORT_ON_SPECIAL_WITH_OTHERS']);
  });
});
