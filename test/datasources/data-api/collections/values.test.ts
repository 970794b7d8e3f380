/** What is written is read back, whatever names and values it has; extended values and vectors too. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../../datasources/source/errors.ts';
import type { Document, Json } from '../../../../datasources/source/source.ts';
import { failure, NOTES, useCollections } from './collections.ts';

const at = useCollections();

const name = fc
  .oneof(
    fc.constantFrom('a', 'b', '0', '1', 'a.b', 'c&d', '&', '.', '*', '[0]', ' ', '__proto__', 'é🏝'),
    fc.string({ maxLength: 5 }),
  )
  .filter((text) => text !== '' && !text.startsWith('$') && text !== '_id');
const scalar = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar.map((each) => (Object.is(each, -0) ? 0 : each)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const document = fc.dictionary(name, value, { maxKeys: 5, noNullPrototype: true });

test('random documents', async () => {
  const documents = fc.sample(document, 150);
  const ids = await at.documents.createMany(NOTES, documents, {});
  const read = await at.documents.readMany(NOTES, ids.map(String));
  expect(read.map((each) => (each as Document).data)).toEqual(documents);
});

test('random members are written at their paths', async () => {
  for (const data of fc.sample(document, 20)) {
    await at.put('paths', {});
    for (const [member, each] of Object.entries(data)) await at.documents.replace(NOTES, 'paths', [member], each, {});
    expect(await at.dataOf('paths')).toEqual(data);
  }
});

test('extended values come out as they went in', async () => {
  const data = {
    date: { $date: 1700000000000 },
    in: [{ $uuid: '0e4a0e9c-6a8e-4b6e-9f0a-3d1c5b7a9e21' }, { deep: { $objectId: '64f0c0ffee64f0c0ffee64f0' } }],
    bytes: { $binary: 'AAEC' },
  };
  await at.put('extended', data);
  expect(await at.dataOf('extended')).toEqual(data);
  await at.documents.replace(NOTES, 'extended', ['in', 0], { $date: 1 }, {});
  expect(await at.dataOf('extended')).toEqual({ ...data, in: [{ $date: 1 }, data.in[1]] });
});

describe('vectors', () => {
  const vectors = { ...NOTES, collection: 'vectors' };
  const read = async (id: string) => (await at.documents.readMany(vectors, [id], { vector: true }))[0] as Document;

  test('are written, read where they are asked for, and dropped by a replacement without one', async () => {
    await at.create({ collection: 'vectors', vector: { dimension: 2, metric: 'COSINE' } });
    await at.documents.createWithId(vectors, 'a', { n: 1 }, { vector: [1, 0], ifNotExists: false });
    expect(await read('a')).toEqual({ documentId: 'a', data: { n: 1 }, vector: [1, 0] });
    expect((await at.documents.readMany(vectors, ['a']))[0]).toEqual({ documentId: 'a', data: { n: 1 } });
    expect((await at.documents.readMany(vectors, ['a'], { vector: true, fields: [] }))[0]).toMatchObject({
      data: {},
      vector: [1, 0],
    });
    await at.documents.patch(vectors, 'a', [], { m: 2 }, { vector: [0, 1] });
    expect(await read('a')).toEqual({ documentId: 'a', data: { n: 1, m: 2 }, vector: [0, 1] });
    await at.documents.replace(vectors, 'a', [], { n: 3 }, {});
    expect(await read('a')).toEqual({ documentId: 'a', data: { n: 3 }, vector: null });
    await at.command('/vectors', {
      insertOne: {
        document: { _id: 'b', $vector: { $binary: Buffer.from([63, 128, 0, 0, 191, 0, 0, 0]).toString('base64') } },
      },
    });
    expect((await read('b')).vector).toEqual([1, -0.5]);
  });

  test('are found, the nearest first', async () => {
    await at.create({ collection: 'near', vector: { dimension: 2 } });
    const near = { ...NOTES, collection: 'near' };
    const written = await at.documents.createMany(near, [{ n: 0 }, { n: 1 }, { n: 2 }], {
      vectors: [[1, 0], [0, 1], null],
    });
    expect(written.every((each) => typeof each === 'string')).toBe(true);
    const found = await at.documents.findNearest(near, { near: { vector: [0, 1] }, limit: 10, vector: true });
    expect(found).toMatchObject([
      { item: { data: { n: 1 }, vector: [0, 1] }, similarity: 1 },
      { item: { data: { n: 0 } }, similarity: 0.5 },
    ]);
    const where = { path: [{ name: 'n' }], operator: 'lt', value: 1 } as const;
    const filtered = await at.documents.findNearest(near, { near: { vector: [0, 1] }, limit: 1, where, fields: [] });
    expect(filtered.map(({ item }) => item.data)).toEqual([{}]);
    expect(await at.documents.putMany(near, [{ documentId: 'p', data: {}, vector: [1, 1] }])).toEqual([true]);
  });

  test('of another length, without a collection for them, or given twice are refused without a call', async () => {
    const refused = [
      at.documents.create(vectors, {}, { vector: [1] }),
      at.documents.create(vectors, {}, { vector: [1, Number.NaN] }),
      at.documents.create(vectors, {}, { vector: [1, 0], vectorText: 'x' }),
      at.documents.create(vectors, {}, { vectorText: 'x' }),
      at.documents.create(NOTES, {}, { vector: [1] }),
      at.documents.patch(NOTES, 'x', [], { a: 1 }, { vector: [1] }),
      at.documents.replace(vectors, 'a', ['n'], 1, { vector: [1, 0] }),
      at.documents.findNearest(NOTES, { near: { vector: [1] }, limit: 1 }),
      at.documents.findNearest(vectors, { near: { vector: [1] }, limit: 1 }),
      at.documents.findNearest(vectors, { near: { text: 'x' }, limit: 1 }),
      at.documents.findNearest(vectors, { near: { vector: [1, 0] }, limit: 1001 }),
    ].map(failure);
    for (const [index, each] of refused.entries()) expect(await each, String(index)).toBeInstanceOf(InputError);
    expect(at.calls).toEqual([]);
  });
});
