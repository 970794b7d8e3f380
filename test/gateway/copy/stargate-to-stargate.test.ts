/** From one Stargate to another: everything is equal afterwards. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { KEYSPACE, makeTable, putRows, readAll, refIn } from './content.ts';
import { copyBetween, createFolder, type Folder, startSide, type TestSide } from './copying.ts';

// Each test moves hundreds of things through two servers.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let from: TestSide;
let to: TestSide;
let folder: Folder;

beforeAll(async () => {
  folder = createFolder();
  [from, to] = await Promise.all([startSide('stargate'), startSide('stargate')]);
  const { catalog, documents } = from.open();
  const ref = refIn(from);
  await catalog.createKeyspace(ref, {}, false);
  // By name the first needs the last.
  await catalog.createType(ref, { name: 'zip', fields: [{ name: 'code', type: 'text' }] }, false);
  const address = {
    name: 'address',
    fields: [
      { name: 'street', type: 'text' },
      { name: 'zip', type: 'frozen<zip>' },
    ],
  };
  await catalog.createType(ref, address, false);
  const orders = await makeTable(from, 'orders', {
    columns: {
      customer: 'uuid',
      day: 'date',
      number: 'int',
      total: 'decimal',
      tags: 'set<text>',
      counts: 'map<int, text>',
      shape: 'tuple<int, text>',
      sent: 'frozen<address>',
      note: 'text static',
    },
    partitionKey: ['customer'],
    clusteringKey: ['-day', 'number'],
  });
  const customer = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const rows = Array.from({ length: 240 }, (_, n) => ({
    customer: customer(n % 20),
    day: `2024-0${1 + (n % 9)}-11`,
    number: n,
    total: `${n}.50`,
    ...(n % 3 === 0 && { tags: ['a', `t${n}`], counts: [{ key: n, value: 'x' }] }),
    ...(n % 5 === 0 && { shape: [n, "it's"], sent: { street: `Street ${n}`, zip: { code: '1' } } }),
    ...(n < 20 && { note: `of ${n}` }),
  }));
  await putRows(from, orders, rows);
  await from.open().rows.patch(orders, { customer: customer(5000) }, { note: 'nothing but this' });
  await catalog.createIndex({ ...orders, column: 'total', name: 'by_total' }, false);
  await catalog.createIndex({ ...orders, column: 'counts', kind: 'KEYS', name: 'by_count' }, false);
  const views = await makeTable(from, 'views', { columns: { page: 'text', hits: 'counter' }, partitionKey: ['page'] });
  for (const [page, hits] of [
    ['/', '12'],
    ['/a', '-3'],
    ['/b', '0'],
  ]) {
    await from.open().rows.patch(views, { page: page ?? '' }, { hits: hits ?? '' });
  }
  await makeTable(from, 'empty', { columns: { id: 'int' }, partitionKey: ['id'] });
  await makeTable(from, 'fading', { columns: { id: 'int' }, partitionKey: ['id'], defaultTtlSeconds: 86_400 });
  const notes = { ...ref, collection: 'notes' };
  await catalog.createCollection(notes, false);
  await documents.putMany(
    notes,
    Array.from({ length: 45 }, (_, n) => ({
      documentId: `n ${n}/é`,
      data: n % 10 === 0 ? [n, null, {}] : { n, 'a.b': { deep: [{ x: [n, 'y'] }] }, empty: [], nothing: null },
    })),
  );
  await catalog.replaceJsonSchema(notes, { properties: { n: { type: 'integer' } } });
}, 60_000);

afterAll(async () => {
  await Promise.all([from.close(), to.close()]);
  folder.remove();
});

test('a dry run lists nothing and writes nothing', async () => {
  const { code, stdout, stderr } = await copyBetween({ folder, from, to, words: ['--dry-run'] });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout:
      'shop.empty: 0 rows\nshop.fading: 0 rows\nshop.orders: 241 rows\nshop.views: 3 rows\nshop.notes: 45 documents\n' +
      "The keyspace shop is made with the target's default replication.\n",
  });
  expect(stderr).toMatch(/^Reading http:\S+; nothing is written to http:\S+\n[\s\S]*Read 289 rows and documents in /);
  expect(await to.open().catalog.keyspace(refIn(to))).toBeNull();
  expect(existsSync(folder.file('state.json'))).toBe(false);
});

test('everything is equal afterwards, and counted on both sides', async () => {
  const { code, stdout, stderr } = await copyBetween({ folder, from, to });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: [
      'shop.empty: 0 rows in the source, 0 in the target: they agree',
      'shop.fading: 0 rows in the source, 0 in the target: they agree',
      'shop.orders: 241 rows in the source, 241 in the target: they agree',
      'shop.views: 3 rows in the source, 3 in the target: they agree',
      'shop.notes: 45 documents in the source, 45 in the target: they agree',
      "The keyspace shop is made with the target's default replication.\n",
    ].join('\n'),
  });
  expect(stderr).toMatch(/Copied 289 rows and documents in /);
  expect(await readAll(to)).toEqual(await readAll(from));
  const ref = { ...refIn(to), collection: 'notes' };
  expect(await to.open().catalog.jsonSchema(ref)).toEqual({ properties: { n: { type: 'integer' } } });
  expect(existsSync(folder.file('state.json'))).toBe(false);
  expect(existsSync(folder.file('report.jsonl'))).toBe(false);
});

test('again, it changes nothing: counters too', async () => {
  const before = await readAll(to);
  expect(await copyBetween({ folder, from, to, words: ['--quiet', KEYSPACE] })).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.not.stringContaining('cannot'),
  });
  expect(await readAll(to)).toEqual(before);
});
