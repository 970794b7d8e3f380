/** @datastax/astra-db-ts: everyday calls for tables and their rows. */
import { DataAPIResponseError, DataAPIVector, type SomeRow, TableInsertManyError } from '@datastax/astra-db-ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENVIRONMENTS, type OpenedDatabase, openDatabase } from '../clients.ts';

const GAMES = {
  columns: {
    title: 'text',
    round: 'int',
    score: 'int',
    winner: { type: 'text' },
    tags: { type: 'set', valueType: 'text' },
    place: { type: 'vector', dimension: 2 },
  },
  primaryKey: { partitionBy: ['title'], partitionSort: { round: 1 } },
} as const;

describe.each(ENVIRONMENTS)('%s', (environment) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await openDatabase(environment);
  });
  afterAll(() => opened.close());

  test('tables are made, altered, listed, described and dropped', async () => {
    const { db } = opened;
    const made = await db.createTable<SomeRow>('made', { definition: GAMES });
    await db.createTable('made', { definition: GAMES, ifNotExists: true });
    await expect(db.createTable('made', { definition: GAMES })).rejects.toThrow(DataAPIResponseError);
    await db.createTable('simple', { definition: { columns: { id: 'uuid' }, primaryKey: 'id' } });
    expect((await db.listTables({ nameOnly: true })).sort()).toEqual(['made', 'simple']);
    await made.alter({ operation: { add: { columns: { note: 'text', more: { type: 'list', valueType: 'int' } } } } });
    await made.alter({ operation: { drop: { columns: ['more'] } } });
    const { columns, primaryKey } = await made.definition();
    expect(columns).toMatchObject({
      title: { type: 'text' },
      note: { type: 'text' },
      tags: { type: 'set', valueType: 'text' },
      place: { type: 'vector', dimension: 2 },
    });
    expect(columns).not.toHaveProperty('more');
    expect(primaryKey).toEqual({ partitionBy: ['title'], partitionSort: { round: 1 } });
    expect(await db.listTables()).toContainEqual({
      name: 'simple',
      definition: { columns: { id: { type: 'uuid' } }, primaryKey: { partitionBy: ['id'], partitionSort: {} } },
    });
    await made.drop();
    await db.dropTable('simple');
    await db.dropTable('simple', { ifExists: true });
    await expect(db.dropTable('simple')).rejects.toThrow(DataAPIResponseError);
    expect(await db.listTables()).toEqual([]);
  });

  test('indexes are made, listed and dropped', async () => {
    const { db } = opened;
    const indexed = await db.createTable('indexed', {
      definition: {
        columns: { ...GAMES.columns, names: { type: 'map', keyType: 'text', valueType: 'int' } },
        primaryKey: GAMES.primaryKey,
      },
    });
    await indexed.createIndex('by_winner', 'winner', { options: { caseSensitive: false, normalize: true } });
    await indexed.createIndex('by_winner', 'winner', { ifNotExists: true });
    await indexed.createIndex('by_tag', 'tags');
    await indexed.createIndex('by_name', { names: '$keys' });
    await indexed.createIndex('by_number', { names: '$values' });
    await indexed.createVectorIndex('by_place', 'place', { options: { metric: 'euclidean' } });
    await expect(indexed.createIndex('by_winner', 'winner')).rejects.toThrow(DataAPIResponseError);
    expect((await indexed.listIndexes({ nameOnly: true })).sort()).toEqual([
      'by_name',
      'by_number',
      'by_place',
      'by_tag',
      'by_winner',
    ]);
    expect(await indexed.listIndexes()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'by_winner',
          indexType: 'regular',
          definition: { column: 'winner', options: { ascii: false, caseSensitive: false, normalize: true } },
        }),
        expect.objectContaining({
          name: 'by_place',
          indexType: 'vector',
          definition: { column: 'place', options: { metric: 'euclidean', sourceModel: 'other' } },
        }),
      ]),
    );
    await db.dropTableIndex('by_winner');
    await db.dropTableIndex('by_winner', { ifExists: true });
    await expect(db.dropTableIndex('by_winner')).rejects.toThrow(DataAPIResponseError);
    expect(await indexed.listIndexes()).toHaveLength(4);
    await indexed.drop();
  });

  test('rows are inserted, found and read in pages', async () => {
    const games = await opened.db.createTable('games', { definition: GAMES });
    expect(await games.insertOne({ title: 'chess', round: 1, score: 3, tags: new Set(['b', 'a']) })).toEqual({
      insertedId: { title: 'chess', round: 1 },
    });
    const rows = Array.from({ length: 230 }, (_, n) => ({ title: `g${n % 3}`, round: n, score: n % 7 }));
    const { insertedCount, insertedIds } = await games.insertMany(rows);
    expect(insertedCount).toBe(230);
    expect(insertedIds).toContainEqual({ title: 'g1', round: 100 });
    expect((await games.insertMany([{ title: 'x', round: 1 }], { ordered: true })).insertedIds).toEqual([
      { title: 'x', round: 1 },
    ]);
    expect(await games.findOne({ title: 'chess', round: 1 })).toEqual({
      title: 'chess',
      round: 1,
      score: 3,
      winner: null,
      tags: new Set(['a', 'b']),
      place: null,
    });
    expect(await games.findOne({ title: 'chess', round: 1 }, { projection: { score: 1 } })).toEqual({ score: 3 });
    expect(await games.findOne({ title: 'chess', round: 2 })).toBeNull();
    expect(await games.find({}).toArray()).toHaveLength(232);
    const cursor = games.find({ title: 'g1' }, { sort: { round: -1 }, projection: { round: 1 } });
    const rounds: number[] = [];
    for await (const { round } of cursor) rounds.push(round);
    expect(rounds).toEqual([...rounds].sort((a, b) => b - a));
    expect(rounds).toHaveLength(77);
    expect(await games.find({ title: 'g1', round: { $gte: 100, $lt: 110 } }).toArray()).toHaveLength(4);
    expect(await games.find({ title: { $in: ['g1', 'g2'] } }, { limit: 60 }).toArray()).toHaveLength(60);
    const byScore = await games.find({ title: 'g2' }, { sort: { score: -1 }, limit: 3 }).toArray();
    expect(byScore.map(({ score }) => score)).toEqual([6, 6, 6]);
    const sizes: number[] = [];
    let initialPageState: string | undefined;
    do {
      const page = await games.find({}, initialPageState ? { initialPageState } : {}).fetchNextPage();
      sizes.push(page.result.length);
      initialPageState = page.nextPageState ?? undefined;
    } while (initialPageState);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(232);
    expect(Math.max(...sizes)).toBe(50);
    await games.drop();
  });

  test('rows are updated and deleted', async () => {
    const games = await opened.db.createTable('changed', { definition: GAMES });
    await games.insertMany(Array.from({ length: 20 }, (_, round) => ({ title: 'go', round, score: round })));
    const key = { title: 'go', round: 1 };
    await games.updateOne(key, { $set: { winner: 'Ada', tags: new Set(['won']) }, $unset: { score: '' } });
    expect(await games.findOne(key)).toMatchObject({ winner: 'Ada', tags: new Set(['won']), score: null });
    await games.updateOne(key, { $push: { tags: 'late' } });
    await games.updateOne(key, { $pullAll: { tags: ['won'] } });
    expect(await games.findOne(key)).toMatchObject({ tags: new Set(['late']) });
    await games.updateOne({ title: 'go', round: 99 }, { $set: { score: 5 } });
    expect(await games.findOne({ title: 'go', round: 99 })).toMatchObject({ score: 5 });
    await games.deleteOne(key);
    await games.deleteOne(key);
    expect(await games.findOne(key)).toBeNull();
    await games.deleteMany({ title: 'go', round: { $lt: 10 } });
    expect(await games.find({}).toArray()).toHaveLength(11);
    await games.deleteMany({ title: 'go' });
    await games.insertOne({ title: 'a', round: 1 });
    await games.deleteMany({});
    expect(await games.find({}).toArray()).toEqual([]);
    await expect(games.updateOne({ title: 'go' } as SomeRow, { $set: { score: 1 } })).rejects.toMatchObject({
      errorDescriptors: [{ errorCode: 'MISSING_FULL_PRIMARY_KEY_FOR_UPDATE_DELETE' }],
    });
    await games.drop();
  });

  test('what a client tells of rows that fail', async () => {
    const failing = await opened.db.createTable<SomeRow>('failing', {
      definition: { columns: { id: 'int', name: 'ascii' }, primaryKey: 'id' },
    });
    await expect(failing.insertOne({ id: 'text' })).rejects.toThrow(DataAPIResponseError);
    const rows = [{ id: 1 }, { id: 2, name: 5 }, { id: 3, name: 'ok' }, { id: 4, name: 5 }, { id: 5, none: 1 }];
    const error = await failing.insertMany(rows).catch((reason) => reason);
    expect(error).toBeInstanceOf(TableInsertManyError);
    expect(error.insertedIds()).toEqual([{ id: 1 }, { id: 3 }]);
    expect(error.errors()[0].errorDescriptors.map(({ errorCode }: { errorCode: string }) => errorCode)).toEqual([
      'INVALID_COLUMN_VALUES',
      'UNKNOWN_TABLE_COLUMNS',
    ]);
    await failing.drop();
  });

  test('vectors are searched for, best first', async () => {
    const places = await opened.db.createTable('places', { definition: GAMES });
    await places.createVectorIndex('places_place', 'place', { options: { metric: 'cosine' } });
    await places.createIndex('places_score', 'score');
    await places.insertMany(
      Array.from({ length: 110 }, (_, round) => {
        const place = round % 2 ? [1, round / 100] : new DataAPIVector([1, round / 100]);
        return { title: 'p', round, score: round % 2, place: new DataAPIVector(place) };
      }),
    );
    const best = await places
      .find({ score: 1 }, { sort: { place: [1, 0.31] }, limit: 3, includeSimilarity: true })
      .toArray();
    expect(best.map(({ round }) => round)).toEqual([31, 33, 29]);
    expect(best[0]?.$similarity).toBeCloseTo(1, 5);
    expect(best[0]?.place).toBeInstanceOf(DataAPIVector);
    const cursor = places.find({}, { sort: { place: new DataAPIVector([1, 0]) }, includeSortVector: true });
    expect((await cursor.getSortVector())?.asArray()).toEqual([1, 0]);
    expect(await cursor.toArray()).toHaveLength(110);
    expect(await places.findOne({}, { sort: { place: new DataAPIVector([1, 2]) } })).toMatchObject({ round: 109 });
    await places.drop();
  });
});
