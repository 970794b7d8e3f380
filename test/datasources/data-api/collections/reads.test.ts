/** How documents are read, and what that costs. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  InputError,
  InvalidCursorError,
  NotFoundError,
  NotSupportedError,
} from '../../../../datasources/source/errors.ts';
import type { Document, DocumentFilter, Json, Pattern } from '../../../../datasources/source/source.ts';
import { IN_KEYSPACE } from '../../support/database.ts';
import { commandsOf, failure, NOTES, useCollections } from './collections.ts';

const at = useCollections();
const ids = Array.from({ length: 250 }, (_, n) => `d${n}`);
const path = (...names: string[]): Pattern => names.map((name) => ({ name }));

beforeAll(async () => {
  for (let start = 0; start < ids.length; start += 50) {
    const documents = ids.slice(start, start + 50).map((_id, n) => ({ _id, n: start + n, tags: ['a', { b: 1 }] }));
    await at.command('/notes', { insertMany: { documents } });
  }
});

async function read(documentIds: readonly string[], selection?: { fields?: readonly Pattern[]; vector?: boolean }) {
  return at.documents.readMany(NOTES, documentIds, selection);
}

const dataOf = (result: unknown) => (result as Document | null)?.data ?? null;

describe('documents by their ids', () => {
  test('a hundred cost one command, and each comes in its place', async () => {
    const wanted = ids.slice(0, 100).toReversed();
    const found = await read(wanted);
    expect(found.map((each) => (each as Document).documentId)).toEqual(wanted);
    expect(commandsOf(at.calls)).toEqual(['find']);
    expect(at.calls[0]?.keys).toBe(100);
  });

  test('250 cost three', async () => {
    const found = await read(ids);
    expect(found.map(dataOf)).toEqual(ids.map((_, n) => ({ n, tags: ['a', { b: 1 }] })));
    expect(at.calls).toHaveLength(3);
  });

  test('one that is repeated is asked for once; one that is missing is null; one that cannot be is refused alone', async () => {
    const found = await read(['d1', 'nobody', 'd1', '', '@json:[1]']);
    expect(found.map((each) => (each instanceof InputError ? 'refused' : dataOf(each) && 'found'))).toEqual([
      'found',
      null,
      'found',
      'refused',
      'refused',
    ]);
    expect(at.calls).toHaveLength(1);
    expect(at.calls[0]?.keys).toBe(2);
  });

  test('without a collection there are none; a table is no collection', async () => {
    expect(await at.documents.readMany({ ...NOTES, collection: 'none' }, ['a'])).toEqual([null]);
    await at.command('', {
      createTable: { name: 'rows', definition: { columns: { _id: 'text' }, primaryKey: '_id' } },
    });
    await at.command('/rows', { insertOne: { document: { _id: 'a' } } });
    const rows = { ...IN_KEYSPACE, collection: 'rows' };
    expect(await at.documents.readMany(rows, ['a'])).toEqual([null]);
    expect(await failure(at.documents.findPage(rows, { pageSize: 5 }))).toBeInstanceOf(NotFoundError);
  });
});

describe('a selection', () => {
  test('of no paths answers no members', async () => {
    expect((await read(['d1'], { fields: [] })).map(dataOf)).toEqual([{}]);
    expect((await read(['d1'], { fields: [path('_id'), path('$x')] })).map(dataOf)).toEqual([{}]);
  });

  test('answers its members; what is under an index comes with the list', async () => {
    expect((await read(['d1'], { fields: [path('n'), path('n')] })).map(dataOf)).toEqual([{ n: 1 }]);
    const inList: Pattern = [{ name: 'tags' }, { index: 1 }, { name: 'b' }];
    expect((await read(['d1'], { fields: [inList] })).map(dataOf)).toEqual([{ tags: ['a', { b: 1 }] }]);
  });

  test('takes paths that overlap, and names with dots and ampersands', async () => {
    await at.put('odd', { 'a.b': { 'c&d': 1, e: 2 }, f: 3, '*': 4 });
    expect((await read(['odd'], { fields: [path('*')] })).map(dataOf)).toMatchObject([{ '*': 4 }]);
    const fields = [path('a.b', 'c&d'), path('a.b')];
    expect((await read(['odd'], { fields })).map(dataOf)).toEqual([{ 'a.b': { 'c&d': 1, e: 2 } }]);
    expect((await read(['odd'], { fields: fields.slice(0, 1) })).map(dataOf)).toEqual([{ 'a.b': { 'c&d': 1 } }]);
  });
});

describe('pages', () => {
  async function walk(where?: DocumentFilter): Promise<string[]> {
    const found: string[] = [];
    let pageState: string | undefined;
    do {
      const page = await at.documents.findPage(NOTES, {
        pageSize: 1,
        ...(where && { where }),
        ...(pageState !== undefined && { pageState }),
      });
      found.push(...page.items.map(({ documentId }) => documentId));
      pageState = page.nextPageState;
    } while (pageState !== undefined);
    return found;
  }

  test('are as large as the server makes them, and hold each document once', async () => {
    const where: DocumentFilter = { path: path('n'), operator: 'lt', value: 100 };
    const found = await walk(where);
    expect(found.toSorted()).toEqual(ids.slice(0, 100).toSorted());
    expect(at.calls.length).toBeLessThanOrEqual(6);
  });

  test('a broken page state is a broken cursor', async () => {
    for (const pageState of ['*', 'AAAA']) {
      expect(await failure(at.documents.findPage(NOTES, { pageSize: 5, pageState }))).toBeInstanceOf(
        InvalidCursorError,
      );
    }
  });

  test('a missing collection is said so', async () => {
    const finding = at.documents.findPage({ ...NOTES, collection: 'none' }, { pageSize: 5 });
    expect(await failure(finding)).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('createCollection'),
    });
  });
});

describe('filters', () => {
  const n = (operator: 'gt' | 'lt' | 'eq', value: number): DocumentFilter => ({ path: path('n'), operator, value });
  const find = async (where: DocumentFilter) => {
    const page = await at.documents.findPage(NOTES, { where, pageSize: 50 });
    return page.items.map(({ documentId }) => documentId).toSorted();
  };

  test('conditions inside "or" stay together', async () => {
    const between: DocumentFilter = { and: [n('gt', 3), n('lt', 6)] };
    expect(await find({ or: [between, n('eq', 9)] })).toEqual(['d4', 'd5', 'd9']);
    expect(await find({ and: [n('lt', 6), { not: { or: [n('lt', 3), between] } }] })).toEqual(['d3']);
  });

  test('a null is met by a null alone', async () => {
    await at.put('null', { z: null });
    await at.put('nulls', { z: [null] });
    const is = (operator: 'in' | 'nin'): DocumentFilter => ({ path: path('z'), operator, value: [null] });
    expect(await find(is('in'))).toEqual(['null']);
    expect(await find({ and: [is('nin'), { path: path('z'), operator: 'exists', value: true }] })).toEqual(['nulls']);
  });

  test('an index leads into a list, and an id is found beside other conditions', async () => {
    const inList: Pattern = [{ name: 'tags' }, { index: 1 }, { name: 'b' }];
    expect(await find({ and: [{ path: inList, operator: 'eq', value: 1 }, n('lt', 1)] })).toEqual(['d0']);
    expect(await find({ and: [{ path: path('_id'), operator: 'in', value: ['d1', 'd2', 'd1'] }, n('lt', 2)] })).toEqual(
      ['d1'],
    );
  });

  const REFUSED: [string, DocumentFilter, unknown][] = [
    ['a wildcard', { path: [{ any: 'member' }, { name: 'b' }], operator: 'eq', value: 1 }, NotSupportedError],
    ['alternatives', { path: [{ oneOf: path('a', 'b') }], operator: 'exists', value: true }, NotSupportedError],
    ['a reserved name', { path: path('a', '$b'), operator: 'eq', value: 1 }, InputError],
    ['the root', { path: [], operator: 'eq', value: 1 }, InputError],
    ['101 values', { path: path('n'), operator: 'in', value: ids.slice(0, 101) }, InputError],
    ['65 conditions', { and: ids.slice(0, 65).map((_, value) => n('eq', value)) }, InputError],
    ['an empty list', { and: [] }, InputError],
    ['an id in "or"', { or: [{ path: path('_id'), operator: 'eq', value: 'a' }, n('eq', 1)] }, InputError],
    ['an id in "not"', { not: { path: path('_id'), operator: 'eq', value: 'a' } }, InputError],
    [
      'two ids',
      {
        and: [
          { path: path('_id'), operator: 'gt', value: 'a' },
          { path: path('_id'), operator: 'lt', value: 'b' },
        ],
      },
      InputError,
    ],
  ];

  test.each(REFUSED)('%s is refused without a call', async (_, where, error) => {
    expect(await failure(at.documents.findPage(NOTES, { where, pageSize: 5 }))).toBeInstanceOf(error);
    expect(at.calls).toEqual([]);
  });

  test('what is not indexed is said so', async () => {
    await at.command('', { createCollection: { name: 'bare', options: { indexing: { allow: ['n'] } } } });
    const where: DocumentFilter = { path: path('m'), operator: 'eq', value: 1 };
    const finding = at.documents.findPage({ ...NOTES, collection: 'bare' }, { where, pageSize: 5 });
    expect(await failure(finding)).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('not indexed'),
    });
  });
});

test('counts go to a thousand, and lists of ids are counted by what they find', async () => {
  const where = (operator: 'in', value: string[]): DocumentFilter => ({ path: path('_id'), operator, value });
  expect(await at.documents.count(NOTES, where('in', ['d1', 'd2', 'nobody']))).toEqual({ count: 2, isExact: true });
  expect(await at.documents.count(NOTES, { path: path('n'), operator: 'lt', value: 7 })).toEqual({
    count: 7,
    isExact: true,
  });
  expect(commandsOf(at.calls)).toEqual(['find', 'countDocuments']);
  await at.create({ collection: 'many' });
  for (let hundred = 0; hundred < 11; hundred++) {
    const documents: Json[] = Array.from({ length: 100 }, () => ({}));
    await at.command('/many', { insertMany: { documents } });
  }
  expect(await at.documents.count({ ...NOTES, collection: 'many' })).toEqual({ count: 1000, isExact: false });
  expect(await at.documents.estimatedCount({ ...NOTES, collection: 'many' })).toEqual(expect.any(Number));
});
