/** How documents are written: in one step where upstream has one, and what each costs. */
import { describe, expect, test } from 'vitest';
import { ConflictError, InputError, NotFoundError, NotSupportedError } from '../../../../datasources/source/errors.ts';
import type { Document, Json, Path } from '../../../../datasources/source/source.ts';
import { IN_KEYSPACE } from '../../support/database.ts';
import { commandsOf, failure, NOTES, useCollections } from './collections.ts';

const at = useCollections();

describe('creating', () => {
  test('a document under a new id is one insert', async () => {
    const id = await at.documents.create(NOTES, { a: 1 }, {});
    expect(commandsOf(at.calls)).toEqual(['insertOne']);
    expect(await at.dataOf(id)).toEqual({ a: 1 });
  });

  test('a document under a given id is one insert, which tells whether there was one', async () => {
    expect(await at.documents.createWithId(NOTES, 'once', { a: 1 }, { ifNotExists: false })).toBe(true);
    expect(await at.documents.createWithId(NOTES, 'once', { a: 2 }, { ifNotExists: true })).toBe(false);
    expect(await failure(at.documents.createWithId(NOTES, 'once', {}, { ifNotExists: false }))).toBeInstanceOf(
      ConflictError,
    );
    expect(commandsOf(at.calls)).toEqual(['insertOne', 'insertOne', 'insertOne']);
    expect(await at.dataOf('once')).toEqual({ a: 1 });
  });

  test('a hundred at once are one call, 250 are three, and each has its own result', async () => {
    const documents: Json[] = Array.from({ length: 100 }, (_, n) => (n === 50 ? { '': 1 } : n === 51 ? [1] : { n }));
    const created = await at.documents.createMany(NOTES, documents, {});
    expect(commandsOf(at.calls)).toEqual(['insertMany']);
    expect(created[50]).toBeInstanceOf(InputError);
    expect(created[51]).toBeInstanceOf(NotSupportedError);
    expect(await at.dataOf(String(created[99]))).toEqual({ n: 99 });
    at.calls.length = 0;
    await at.documents.createMany(
      NOTES,
      Array.from({ length: 250 }, () => ({})),
      {},
    );
    expect(at.calls).toHaveLength(3);
    expect(await at.documents.countCalls(NOTES, 'create', 250)).toBe(4);
  });

  test('large ones are several calls, because a body has a limit', async () => {
    const large = { texts: Array.from({ length: 200 }, () => 'x'.repeat(7000)) };
    const created = await at.documents.createMany(NOTES, Array(10).fill(large), {});
    expect(at.calls.map(({ keys }) => keys).toSorted()).toEqual([3, 7]);
    expect(await at.dataOf(String(created[9]))).toEqual(large);
  });

  test('what upstream refuses of many is an error in its place', async () => {
    const created = await at.documents.createMany(NOTES, [{ a: 1 }, { a: 'x'.repeat(8001) }, { a: 2 }], {});
    expect(created).toEqual([expect.any(String), expect.any(InputError), expect.any(String)]);
  });

  test('with an id path each replaces what has its id', async () => {
    await at.put('p', { old: 1 });
    const created = await at.documents.createMany(NOTES, [{ id: 'p' }, { id: 7 }], { idPath: ['id'] });
    expect(created).toEqual(['p', '7']);
    expect(commandsOf(at.calls)).toEqual(['findOneAndReplace', 'findOneAndReplace']);
    expect(await at.dataOf('p')).toEqual({ id: 'p' });
    expect(await at.dataOf('7')).toEqual({ id: 7 });
    expect(await at.documents.countCalls(NOTES, 'create-by-path', 2)).toBe(3);
    const twice = at.documents.createMany(NOTES, [{ id: 'q' }, { id: 'q' }], { idPath: ['id'] });
    expect(await failure(twice)).toBeInstanceOf(InputError);
  });

  test('a copy replaces those that exist, one by one', async () => {
    await at.put('c1', { old: 1 });
    const copied = ['c0', 'c1', 'c2'].map((documentId) => ({ documentId, data: { documentId } }));
    expect(await at.documents.putMany(NOTES, copied)).toEqual([true, true, true]);
    expect(commandsOf(at.calls)).toEqual(['insertMany', 'findOneAndReplace']);
    expect(await at.dataOf('c1')).toEqual({ documentId: 'c1' });
  });

  test('a table is never written to, nor what does not exist', async () => {
    await at.command('', {
      createTable: { name: 'rows', definition: { columns: { _id: 'text', a: 'int' }, primaryKey: '_id' } },
    });
    for (const collection of ['rows', 'none']) {
      const ref = { ...IN_KEYSPACE, collection };
      const writes = [
        at.documents.create(ref, { _a: 1 }, {}),
        at.documents.createWithId(ref, 'a', { a: 1 }, { ifNotExists: true }),
        at.documents.createMany(ref, [{ a: 1 }], {}),
        at.documents.replace(ref, 'a', [], { a: 1 }, {}),
        at.documents.replace(ref, 'a', ['a'], 1, {}),
        at.documents.replace(ref, 'a', ['a', 0], 1, {}),
        at.documents.patch(ref, 'a', [], { a: 1 }, {}),
        at.documents.remove(ref, 'a', [], true),
        at.documents.remove(ref, 'a', ['a'], true),
        at.documents.push(ref, 'a', ['a'], 1),
      ].map(failure);
      for (const [index, write] of writes.entries()) {
        expect(await write, `${collection} ${index}`).toMatchObject({ code: 'NOT_FOUND' });
      }
    }
    expect(await at.command('/rows', { find: {} })).toMatchObject({ data: { documents: [] } });
  });
});

test('a document is replaced, patched and removed by one command each', async () => {
  await at.documents.replace(NOTES, 'x', [], { a: 1, b: 2 }, {});
  await at.documents.patch(NOTES, 'x', [], { b: { c: 1 }, 'd.e': null }, {});
  await at.documents.patch(NOTES, 'x', ['b'], { f: 2 }, {});
  await at.documents.replace(NOTES, 'x', ['g', 'h'], [1], {});
  expect(await at.dataOf('x')).toEqual({ a: 1, b: { c: 1, f: 2 }, 'd.e': null, g: { h: [1] } });
  expect(await at.documents.remove(NOTES, 'x', ['b', 'c'], false)).toBe(true);
  expect(await at.documents.remove(NOTES, 'x', ['b', 'c'], true)).toBe(false);
  expect(await at.documents.remove(NOTES, 'x', [], false)).toBe(true);
  expect(await at.documents.remove(NOTES, 'x', [], true)).toBe(false);
  expect(commandsOf(at.calls)).toEqual([
    ...['findOneAndReplace', 'findOneAndUpdate', 'findOneAndUpdate', 'findOneAndUpdate'],
    ...['findOneAndUpdate', 'findOneAndUpdate', 'findOneAndDelete', 'findOneAndDelete'],
  ]);
});

test('removing many tells for each, at one command each', async () => {
  await at.put('r1', {});
  const removed = await at.documents.removeMany(NOTES, ['r1', 'nobody', ''], false);
  expect(removed).toEqual([true, expect.any(NotFoundError), expect.any(InputError)]);
  expect(commandsOf(at.calls)).toEqual(['findOneAndDelete', 'findOneAndDelete']);
  expect(await at.documents.countCalls(NOTES, 'remove', 3)).toBe(3);
});

describe('an index in a path', () => {
  test('costs a look, and never meets a member of that name', async () => {
    await at.put('i', { list: [1, { a: 1 }], object: { 0: 'x' } });
    await at.documents.replace(NOTES, 'i', ['list', 1, 'b'], 2, {});
    await at.documents.replace(NOTES, 'i', ['list', 3], 'end', {});
    await at.documents.replace(NOTES, 'i', ['object', '0'], 'y', {});
    expect(commandsOf(at.calls)).toEqual(Array.from({ length: 3 }, () => ['findOne', 'findOneAndUpdate']).flat());
    expect(await failure(at.documents.replace(NOTES, 'i', ['object', 0], 1, {}))).toBeInstanceOf(InputError);
    expect(await failure(at.documents.replace(NOTES, 'i', ['list', '0'], 1, {}))).toBeInstanceOf(InputError);
    expect(await at.dataOf('i')).toEqual({ list: [1, { a: 1, b: 2 }, null, 'end'], object: { 0: 'y' } });
  });

  test('makes the lists that are missing', async () => {
    await at.documents.replace(NOTES, 'made', ['a', 1, 'b', 0], 'x', {});
    expect(await at.dataOf('made')).toEqual({ a: [null, { b: ['x'] }] });
    await at.documents.set(
      NOTES,
      'made',
      [],
      [
        { path: ['c', 0], value: 1 },
        { path: ['c', 2], value: 3 },
        { path: ['a', 0], value: 'first' },
        { path: ['d', '7'], value: 'member' },
      ],
    );
    expect(await at.dataOf('made')).toEqual({ a: ['first', { b: ['x'] }], c: [1, null, 3], d: { 7: 'member' } });
  });

  test('the last element leaves its list, another becomes null', async () => {
    await at.put('l', { l: [1, 2, 3] });
    expect(await at.documents.remove(NOTES, 'l', ['l', 0], false)).toBe(true);
    expect(await at.documents.remove(NOTES, 'l', ['l', 2], false)).toBe(true);
    expect(await at.documents.remove(NOTES, 'l', ['l', 2], true)).toBe(false);
    expect(await at.dataOf('l')).toEqual({ l: [null, 2] });
  });

  test('is looked at again when others write in between', async () => {
    await at.put('race', { l: [0] });
    const writes = Array.from({ length: 4 }, (_, n) => at.documents.replace(NOTES, 'race', ['l', n + 1], n + 1, {}));
    await Promise.all(writes);
    expect(await at.dataOf('race')).toEqual({ l: [0, 1, 2, 3, 4] });
  });
});

test('null on the way is replaced, another value is not', async () => {
  await at.put('n', { a: null, s: 'text', l: [1] });
  await at.documents.replace(NOTES, 'n', ['a', 'b', 'c'], 1, {});
  expect(await at.dataOf('n')).toEqual({ a: { b: { c: 1 } }, s: 'text', l: [1] });
  for (const path of [
    ['s', 'x'],
    ['l', 'x'],
    ['s', 0],
  ] as Path[]) {
    expect(await failure(at.documents.replace(NOTES, 'n', path, 1, {})), String(path)).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('Replace it as a whole'),
    });
  }
});

test('a patch makes an object of what is none', async () => {
  await at.put('p', { list: [1], text: 'x', date: { $date: 5 } });
  for (const name of ['list', 'text']) await at.documents.patch(NOTES, 'p', [name], { a: 1 }, {});
  await at.documents.patch(NOTES, 'p', ['new'], { 0: 1 }, {});
  await at.documents.patch(NOTES, 'p', ['date'], 7, {});
  expect(await at.dataOf('p')).toEqual({ list: { a: 1 }, text: { a: 1 }, date: 7, new: { 0: 1 } });
  expect(await failure(at.documents.patch(NOTES, 'p', [], [], {}))).toBeInstanceOf(InputError);
  expect(await failure(at.documents.patch(NOTES, 'p', [], {}, {}))).toBeInstanceOf(InputError);
});

describe('lists', () => {
  test('are pushed to and popped off in one step', async () => {
    await at.put('lists', { list: [1], deep: [[1]], text: 'x', none: [] });
    expect(await at.documents.push(NOTES, 'lists', ['list'], ['in'])).toEqual([1, ['in']]);
    expect(await at.documents.pop(NOTES, 'lists', ['list'])).toEqual(['in']);
    expect(commandsOf(at.calls)).toEqual(['findOneAndUpdate', 'findOneAndUpdate']);
    expect(await at.documents.push(NOTES, 'lists', ['deep', 0], 2)).toEqual([1, 2]);
    expect(await at.documents.pop(NOTES, 'lists', ['deep', 0])).toBe(2);
    expect(await failure(at.documents.pop(NOTES, 'lists', ['none']))).toBeInstanceOf(InputError);
    expect(await failure(at.documents.push(NOTES, 'lists', ['text'], 1))).toBeInstanceOf(InputError);
    for (const id of ['lists', 'nobody']) {
      for (const path of [['missing'], ['deep', 7]] as Path[]) {
        expect(await failure(at.documents.push(NOTES, id, path, 1))).toBeInstanceOf(NotFoundError);
        expect(await failure(at.documents.pop(NOTES, id, path))).toBeInstanceOf(NotFoundError);
      }
    }
    expect(await at.dataOf('lists')).toEqual({ list: [1], deep: [[1]], text: 'x', none: [] });
  });

  test('of paths that are not indexed are looked at first', async () => {
    await at.command('', { createCollection: { name: 'bare', options: { indexing: { deny: ['*'] } } } });
    const bare = { ...NOTES, collection: 'bare' };
    await at.documents.replace(bare, 'b', [], { l: [1] }, {});
    expect(await at.documents.push(bare, 'b', ['l'], 2)).toEqual([1, 2]);
    await at.documents.replace(bare, 'b', ['l', 0], 0, {});
    expect(((await at.documents.readMany(bare, ['b']))[0] as Document).data).toEqual({ l: [0, 2] });
  });
});

describe('what no document can hold is refused without a call', () => {
  const deep = (levels: number): Json => (levels === 0 ? 1 : { a: deep(levels - 1) });

  test.each<[string, Json, unknown]>([
    ['a list', [1], NotSupportedError],
    ['a text', 'x', NotSupportedError],
    ['a date alone', { $date: 1 }, NotSupportedError],
    ['a reserved name', { a: [{ $set: 1 }] }, InputError],
    ['an empty name', { a: { '': 1 } }, InputError],
    ['an id', { _id: 'x' }, InputError],
    ['half a surrogate pair', { a: '\ud800' }, InputError],
    ['17 levels', deep(17), InputError],
  ])('%s', async (_, data, error) => {
    expect(await failure(at.documents.create(NOTES, data, {}))).toBeInstanceOf(error);
    expect(await failure(at.documents.replace(NOTES, 'x', [], data, {}))).toBeInstanceOf(error);
    expect(at.calls).toEqual([]);
  });

  test('16 levels are written', async () => {
    await at.documents.replace(NOTES, 'deep', [], deep(16), {});
    await at.documents.replace(NOTES, 'deep', ['a', 'a'], deep(14), {});
    expect(await failure(at.documents.replace(NOTES, 'deep', ['a', 'a'], deep(15), {}))).toBeInstanceOf(InputError);
    expect(await at.dataOf('deep')).toEqual(deep(16));
  });

  test.each<[Path]>([[['']], [['a', '$b']], [['_id']], [[0]], [['a', -1]], [['a', 1_000_000]], [['\ud800']]])(
    'the path %j',
    async (path) => {
      const code = expect.stringMatching(/BAD_USER_INPUT|NOT_SUPPORTED/);
      expect(await failure(at.documents.replace(NOTES, 'x', path, 1, {}))).toMatchObject({ code });
      expect(await failure(at.documents.remove(NOTES, 'x', path, true))).toMatchObject({ code });
      expect(await failure(at.documents.push(NOTES, 'x', path, 1))).toMatchObject({ code });
      expect(await failure(at.documents.pop(NOTES, 'x', path))).toMatchObject({ code });
      expect(await failure(at.documents.set(NOTES, 'x', [], [{ path, value: 1 }]))).toMatchObject({ code });
      expect(at.calls).toEqual([]);
    },
  );

  test('a time to live', async () => {
    expect(await failure(at.documents.create(NOTES, {}, { ttlSeconds: 5 }))).toBeInstanceOf(NotSupportedError);
    expect(await failure(at.documents.patch(NOTES, 'x', [], { a: 1 }, { keepTtl: true }))).toBeInstanceOf(
      NotSupportedError,
    );
    expect(at.calls).toEqual([]);
  });
});
