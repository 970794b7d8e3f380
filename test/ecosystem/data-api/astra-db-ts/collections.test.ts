/** @datastax/astra-db-ts: everyday calls for collections and their documents. */
import {
  CollectionInsertManyError,
  type CreateCollectionOptions,
  DataAPIResponseError,
  DataAPIVector,
  ObjectId,
  type SomeDoc,
  TooManyDocumentsToCountError,
  UUID,
} from '@datastax/astra-db-ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENVIRONMENTS, type OpenedDatabase, openDatabase } from '../clients.ts';

describe.each(ENVIRONMENTS)('%s', (environment) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await openDatabase(environment);
  });
  afterAll(() => opened.close());

  test('collections are made, listed, described and dropped', async () => {
    const { db } = opened;
    const options: CreateCollectionOptions<SomeDoc> = {
      vector: { dimension: 3, metric: 'dot_product' },
      indexing: { deny: ['text'] },
      defaultId: { type: 'uuidv7' },
    };
    const made = await db.createCollection('made', options);
    await db.createCollection('made', options);
    await expect(db.createCollection('made', { vector: { dimension: 4 } })).rejects.toThrow(DataAPIResponseError);
    expect(await db.listCollections({ nameOnly: true })).toEqual(['made']);
    expect(await db.listCollections()).toMatchObject([{ name: 'made', definition: options }]);
    expect(await made.options()).toMatchObject(options);
    const { insertedId } = await made.insertOne({ text: 'a document' });
    expect(insertedId).toBeInstanceOf(UUID);
    await made.drop();
    await db.createCollection('plain');
    await db.dropCollection('plain');
    expect(await db.listCollections()).toEqual([]);
    await expect(made.findOne({})).rejects.toThrow(DataAPIResponseError);
  });

  test('documents are inserted, found, counted and read in pages', async () => {
    const people = await opened.db.createCollection('people');
    expect(await people.insertOne({ _id: 'ada', name: 'Ada', born: 1815 })).toEqual({ insertedId: 'ada' });
    const { insertedId } = await people.insertOne({ name: 'Alan', born: 1912 });
    expect(insertedId).toMatch(/^[0-9a-f-]{36}$/);
    const many = Array.from({ length: 260 }, (_, n) => ({ _id: `p${n}`, n, parity: n % 2, tags: [`t${n % 5}`] }));
    const { insertedCount, insertedIds } = await people.insertMany(many, { concurrency: 8 });
    expect([insertedCount, new Set(insertedIds).size]).toEqual([260, 260]);
    expect((await people.insertMany([{ n: 1000 }, { n: 1001 }], { ordered: true })).insertedCount).toBe(2);
    expect(await people.findOne({ name: 'Ada' })).toEqual({ _id: 'ada', name: 'Ada', born: 1815 });
    expect(await people.findOne({ _id: 'ada' }, { projection: { born: 1, _id: 0 } })).toEqual({ born: 1815 });
    expect(await people.findOne({ _id: 'nobody' })).toBeNull();
    expect(await people.findOne({ n: { $lt: 200 } }, { sort: { n: -1 } })).toMatchObject({ n: 199 });
    const odd = await people.find({ parity: 1 }).toArray();
    expect(new Set(odd.map(({ _id }) => _id)).size).toBe(130);
    expect(odd).toHaveLength(130);
    const sorted = await people.find({ parity: 0 }, { sort: { n: 1 }, skip: 2, limit: 3 }).toArray();
    expect(sorted.map(({ n }) => n)).toEqual([4, 6, 8]);
    expect(await people.find({}).limit(120).toArray()).toHaveLength(120);
    expect(await people.find({ $or: [{ n: 1 }, { tags: 't3', parity: 7 }] }).toArray()).toHaveLength(53);
    expect(await people.countDocuments({ parity: 1 }, 1000)).toBe(130);
    await expect(people.countDocuments({}, 10)).rejects.toThrow(TooManyDocumentsToCountError);
    expect(await people.estimatedDocumentCount()).toBeGreaterThanOrEqual(0);
    expect((await people.distinct('tags', { n: { $lt: 50 } })).sort()).toEqual(['t0', 't1', 't2', 't3', 't4']);
    await people.drop();
  });

  test('cursors go on, stop, start again and tell where they are', async () => {
    const things = await opened.db.createCollection('things');
    await things.insertMany(Array.from({ length: 130 }, (_, n) => ({ n })));
    const cursor = things
      .find({})
      .project<{ n: number }>({ n: 1 })
      .map(({ n }) => `n${n}`);
    expect(await cursor.hasNext()).toBe(true);
    const seen = new Set([await cursor.next()]);
    expect(cursor.state).toBe('started');
    for await (const n of cursor) seen.add(n);
    expect([seen.size, cursor.state, cursor.buffered()]).toEqual([130, 'closed', 0]);
    cursor.rewind();
    let count = 0;
    await cursor.forEach(() => {
      count += 1;
    });
    expect(count).toBe(130);
    const pages: number[] = [];
    let initialPageState: string | undefined;
    do {
      const page = await things.find({}, initialPageState ? { initialPageState } : {}).fetchNextPage();
      pages.push(page.result.length);
      initialPageState = page.nextPageState ?? undefined;
    } while (initialPageState);
    expect(pages).toEqual([50, 50, 30]);
    await things.drop();
  });

  test('documents are updated, replaced and deleted', async () => {
    const notes = await opened.db.createCollection('notes');
    await notes.insertMany(Array.from({ length: 70 }, (_, n) => ({ _id: n, n, done: false, tags: ['a'] })));
    expect(await notes.updateOne({ _id: 1 }, { $set: { done: true }, $inc: { n: 10 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
      upsertedCount: 0,
    });
    expect(await notes.updateOne({ _id: 'new' }, { $set: { done: false } }, { upsert: true })).toMatchObject({
      matchedCount: 0,
      upsertedCount: 1,
      upsertedId: 'new',
    });
    expect(await notes.updateMany({ done: false }, { $set: { done: true } })).toMatchObject({
      matchedCount: 70,
      modifiedCount: 70,
    });
    expect(await notes.updateMany({ n: -1 }, { $set: { n: 0 } }, { upsert: true })).toMatchObject({ upsertedCount: 1 });
    expect(
      await notes.findOneAndUpdate(
        { _id: 2 },
        { $push: { tags: 'b' }, $unset: { done: '' }, $rename: { n: 'number' } },
        { returnDocument: 'after' },
      ),
    ).toEqual({ _id: 2, tags: ['a', 'b'], number: 2 });
    expect(await notes.findOneAndUpdate({ _id: 2 }, { $addToSet: { tags: 'b' }, $mul: { number: 3 } })).toMatchObject({
      number: 2,
    });
    expect(await notes.findOneAndUpdate({ _id: -2 }, { $set: { n: 1 } })).toBeNull();
    expect(await notes.findOneAndReplace({ _id: 3 }, { replaced: true }, { returnDocument: 'after' })).toEqual({
      _id: 3,
      replaced: true,
    });
    expect(await notes.findOneAndReplace({ _id: 'other' }, { replaced: true }, { upsert: true })).toBeNull();
    expect(await notes.replaceOne({ _id: 4 }, { n: 'four' })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await notes.replaceOne({ _id: 'more' }, { n: 5 }, { upsert: true })).toMatchObject({ upsertedId: 'more' });
    expect(await notes.findOneAndDelete({ _id: 4 })).toEqual({ _id: 4, n: 'four' });
    expect(await notes.findOneAndDelete({ _id: 4 })).toBeNull();
    expect(await notes.deleteOne({ _id: 5 })).toEqual({ deletedCount: 1 });
    expect(await notes.deleteOne({ _id: 5 })).toEqual({ deletedCount: 0 });
    expect(await notes.deleteMany({ n: { $gte: 10, $lt: 60 } })).toEqual({ deletedCount: 51 });
    expect(await notes.deleteMany({})).toEqual({ deletedCount: -1 });
    expect(await notes.countDocuments({}, 10)).toBe(0);
    await notes.drop();
  });

  test('what a client tells of failures', async () => {
    const failing = await opened.db.createCollection('failing');
    await failing.insertOne({ _id: 'here' });
    await expect(failing.insertOne({ _id: 'here' })).rejects.toMatchObject({
      name: 'DataAPIResponseError',
      errorDescriptors: [{ errorCode: 'DOCUMENT_ALREADY_EXISTS' }],
    });
    const error = await failing.insertMany([{ _id: 'a' }, { _id: 'here' }, { _id: 'b' }]).catch((reason) => reason);
    expect(error).toBeInstanceOf(CollectionInsertManyError);
    expect(error.insertedIds().sort()).toEqual(['a', 'b']);
    expect(error.errors()).toHaveLength(1);
    await expect(failing.find({ 'a&b': 1 }).toArray()).rejects.toThrow(DataAPIResponseError);
    const stranger = opened.client.db(opened.db.endpoint, { keyspace: 'shop', token: 'AstraCS:of:nobody' });
    await expect(stranger.listCollections()).rejects.toThrow(/UNAUTHENTICATED_REQUEST|token/i);
    await failing.drop();
  });

  test('values of other kinds are as they were', async () => {
    const values = await opened.db.createCollection('values');
    const document = {
      _id: UUID.v4(),
      at: new Date('2026-01-02T03:04:05.678Z'),
      object: new ObjectId('507f191e810c19729de860ea'),
      nested: { list: [1, 2.5, null, 'text', { deep: true }], empty: {} },
    };
    await values.insertOne(document);
    expect(await values.findOne({ _id: document._id })).toEqual(document);
    expect(await values.findOne({ at: { $gte: new Date('2026-01-01') } })).toEqual(document);
    expect(await values.findOne({ object: document.object }, { projection: { object: 1 } })).toMatchObject({
      object: document.object,
    });
    await values.drop();
  });

  test('vectors are searched for, best first', async () => {
    const { db } = opened;
    const points = await db.createCollection('points', { vector: { dimension: 2, metric: 'cosine' } });
    await points.insertMany(
      Array.from({ length: 120 }, (_, n) => ({
        _id: n,
        even: n % 2 === 0,
        $vector: n % 3 === 0 ? new DataAPIVector([1, n / 100]) : [1, n / 100],
      })),
    );
    const best = await points
      .find(
        { even: true },
        { sort: { $vector: [1, 0.1] }, limit: 3, includeSimilarity: true, projection: { $vector: 1 } },
      )
      .includeSortVector()
      .toArray();
    expect(best.map(({ _id }) => _id)).toEqual([10, 12, 8]);
    expect(best[0]?.$similarity).toBeCloseTo(1, 5);
    const vector = best[0]?.$vector;
    expect(vector).toBeInstanceOf(DataAPIVector);
    expect(vector?.asArray()[1]).toBeCloseTo(0.1, 5);
    const cursor = points.find({}, { sort: { $vector: new DataAPIVector([1, 0]) }, includeSortVector: true });
    expect((await cursor.getSortVector())?.asArray()).toEqual([1, 0]);
    expect(await cursor.toArray()).toHaveLength(120);
    expect(await points.findOne({}, { sort: { $vector: [1, 1.19] }, includeSimilarity: true })).toMatchObject({
      _id: 119,
    });
    expect(await points.findOneAndUpdate({}, { $set: { near: true } }, { sort: { $vector: [1, 0.5] } })).toMatchObject({
      _id: 50,
    });
    await expect(points.insertOne({ $vector: [1, 2, 3] })).rejects.toThrow(DataAPIResponseError);
    await points.drop();
  });
});
