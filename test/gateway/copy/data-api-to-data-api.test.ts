/** From one Data API to another: vectors, their indexes, and ids that are no texts. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeTable, putRows, readAll, refIn } from './content.ts';
import { copyBetween, createFolder, type Folder, startSide, type TestSide } from './copying.ts';

// Each test moves hundreds of things through two servers.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let from: TestSide;
let to: TestSide;
let folder: Folder;

beforeAll(async () => {
  folder = createFolder();
  [from, to] = await Promise.all([startSide('data'), startSide('data')]);
  const { catalog } = from.open();
  const ref = refIn(from);
  await catalog.createKeyspace(ref, {}, false);
  const films = await makeTable(from, 'films', {
    columns: { id: 'int', near: 'vector<float, 3>', title: 'text' },
    partitionKey: ['id'],
  });
  await catalog.createIndex({ ...films, column: 'near', name: 'by_near', metric: 'EUCLIDEAN' }, false);
  await catalog.createIndex(
    { ...films, column: 'title', name: 'by_title', options: { case_sensitive: 'false' } },
    false,
  );
  await putRows(
    from,
    films,
    Array.from({ length: 120 }, (_, id) => ({ id, near: [id, 0.5, -1.25], title: `Film ${id}` })),
  );
  const notes = { ...ref, collection: 'notes' };
  await catalog.createCollection({ ...notes, vector: { dimension: 2, metric: 'DOT_PRODUCT' } }, false);
  const ids = ['@json:7', '@json:true', '@json:{"$date":0}', '00000000-0000-4000-8000-000000000001'];
  const documents = Array.from({ length: 120 }, (_, n) => ({
    documentId: ids[n] ?? `d${n}`,
    data: { n, at: { $date: n } },
    ...(n % 2 === 0 && { vector: [n / 128, 0.25] }),
  }));
  expect(await from.open().documents.putMany(notes, documents)).toEqual(documents.map(() => true));
});

afterAll(async () => {
  await Promise.all([from.close(), to.close()]);
  folder.remove();
});

test('everything is equal afterwards', async () => {
  const { code, stdout } = await copyBetween({ folder, from, to });
  expect(stdout).toContain('shop.films: 120 rows in the source, 120 in the target: they agree\n');
  expect(stdout).toContain('shop.notes: 120 documents in the source, 120 in the target: they agree\n');
  expect(code).toBe(0);
  expect(await readAll(to)).toEqual(await readAll(from));
  const optionsOf = async (side: TestSide) =>
    (await side.open().catalog.indexes({ ...refIn(side), table: 'films' }))?.map(({ name, options }) => [
      name,
      options,
    ]);
  expect(await optionsOf(to)).toEqual(await optionsOf(from));
});

test('a Stargate holds the documents without their vectors, and the report says so', async () => {
  const stargate = await startSide('stargate');
  try {
    const { code, stdout } = await copyBetween({ folder, from, to: stargate, words: ['--quiet'] });
    expect(code).toBe(3);
    expect(stdout).toMatch(/^- option vectors of shop\.notes: A Stargate has no collections with vectors\./m);
    expect(stdout).toContain('shop.notes: 120 documents in the source, 120 in the target: they agree\n');
  } finally {
    await stargate.close();
  }
});
