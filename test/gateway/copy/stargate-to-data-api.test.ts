/** From a Stargate to a Data API and back: what both hold is equal afterwards, and what is lost is said, in a rehearsal too. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Json } from '../../../datasources/source/source.ts';
import { makeTable, putRows, readAll, refIn } from './content.ts';
import { copyBetween, createFolder, type Folder, startSide, type TestSide } from './copying.ts';

// Each test moves hundreds of things through two servers.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let from: TestSide;
let to: TestSide;
let folder: Folder;

const DEEP = Array.from({ length: 16 }).reduce<Json>((inner) => ({ a: inner }), 1);

const DOCUMENTS: readonly (readonly [string, Json])[] = [
  ...Array.from(
    { length: 130 },
    (_, n) => [`n ${n}/é`, { n, 'a.b': { deep: [{ x: [n, 'y'] }] }, empty: {}, no: null }] as const,
  ),
  ['list', [1, 2]],
  ['deep', { a: DEEP }],
  ['dollar', { $price: 1 }],
  ['inner dollar', { a: { $price: 1 } }],
  ['long list', { list: Array.from({ length: 1001 }, (_, n) => n) }],
  ['long text', { text: 'x'.repeat(8001) }],
  ['many', Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`m${n}`, n]))],
  ['id', { _id: 1 }],
];

beforeAll(async () => {
  folder = createFolder();
  [from, to] = await Promise.all([startSide('stargate'), startSide('data')]);
  const { catalog } = from.open();
  const ref = refIn(from);
  await catalog.createKeyspace(ref, {}, false);
  await catalog.createType(ref, { name: 'place', fields: [{ name: 'city', type: 'text' }] }, false);
  await catalog.createType(ref, { name: 'route', fields: [{ name: 'stops', type: 'list<text>' }] }, false);
  const orders = await makeTable(from, 'orders', {
    columns: {
      customer: 'uuid',
      at: 'timeuuid',
      total: 'decimal',
      ticks: 'varint',
      raw: 'blob',
      tags: 'set<text>',
      names: 'frozen<list<text>>',
      counts: 'map<int, text>',
      took: 'duration',
      place: 'frozen<place>',
      route: 'frozen<route>',
      shape: 'tuple<int, text>',
      nested: 'list<frozen<list<int>>>',
      note: 'text static',
    },
    partitionKey: ['customer'],
    clusteringKey: ['-at'],
    defaultTtlSeconds: 86_400,
  });
  const customer = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const rows = Array.from({ length: 230 }, (_, n) => ({
    customer: customer(n % 40),
    at: `${String(10_000_000 + n)}-0000-1000-8000-000000000000`,
    total: `${n}.5`,
    ticks: `9007199254740993${n}`,
    ...(n % 3 === 0 && { tags: ['a', `t${n}`], counts: [{ key: n, value: 'x' }], raw: 'AAE=' }),
    ...(n % 5 === 0 && { names: [`n${n}`], place: { city: `City ${n}` }, took: '1h30m' }),
    ...(n % 7 === 0 && { shape: [n, 'x'], nested: [[1]], note: `of ${n}` }),
  }));
  await putRows(from, orders, rows);
  await catalog.createIndex({ ...orders, column: 'total', name: 'by_total' }, false);
  await catalog.createIndex({ ...orders, column: 'names', name: 'by_names', kind: 'FULL' }, false);
  await catalog.createIndex({ ...orders, column: 'counts', kind: 'KEYS', name: 'by_count' }, false);
  await makeTable(from, 'views', { columns: { page: 'text', hits: 'counter' }, partitionKey: ['page'] });
  await makeTable(from, 'pairs', { columns: { pair: 'tuple<int, int>', n: 'int' }, partitionKey: ['pair'] });
  const notes = { ...ref, collection: 'notes' };
  await catalog.createCollection(notes, false);
  const documents = DOCUMENTS.map(([documentId, data]) => ({ documentId, data }));
  expect(await from.open().documents.putMany(notes, documents)).toEqual(documents.map(() => true));
  await catalog.replaceJsonSchema(notes, { properties: { n: { type: 'integer' } } });
}, 60_000);

afterAll(async () => {
  await Promise.all([from.close(), to.close()]);
  folder.remove();
});

interface Lost {
  readonly kind: string;
  readonly name: string;
  readonly reason: string;
}

const reported = (): readonly Lost[] =>
  folder
    .read('report.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Lost);

const short = (losses: readonly Lost[]) => losses.map(({ kind, name }) => `${kind} ${name}`).sort();

const LOST = [
  'column hits',
  'column nested',
  'column note',
  'column route',
  'column shape',
  'document "deep"',
  'document "dollar"',
  'document "id"',
  'document "inner dollar"',
  'document "list"',
  'document "long list"',
  'document "long text"',
  'document "many"',
  'index by_names',
  'option JSON schema',
  'option default time to live of 86400 s',
  'table pairs',
  'type route',
];

test('a dry run lists what will be lost, by the same checks', async () => {
  const { code, stdout, stderr } = await copyBetween({ folder, from, to, words: ['--dry-run'] });
  expect(code).toBe(3);
  expect(stdout).toContain('shop.orders: 230 rows\n');
  expect(stdout).toContain('shop.notes: 138 documents, 8 cannot be held\n');
  expect(stdout).toContain(
    'The column names of shop.orders is made as list<text>: the target makes none of type frozen<list<text>>.',
  );
  expect(stdout).toContain('The column at of shop.orders is made as uuid: the target makes none of type timeuuid.');
  expect(stderr).toMatch(/The target cannot hold everything\.\n$/);
  expect(short(reported())).toEqual(LOST);
  for (const { reason } of reported()) expect(reason).toMatch(/\S{3,}/);
  expect(await to.open().catalog.keyspace(refIn(to))).toBeNull();
});

test('a copy leaves out the same, and holds all else', async () => {
  const { code, stdout, stderr } = await copyBetween({ folder, from, to });
  expect(stdout).toContain('shop.orders: 230 rows in the source, 230 in the target: they agree\n');
  expect(stdout).toContain(
    'shop.notes: 138 documents in the source, 8 cannot be held, 130 in the target: they agree\n',
  );
  expect(stdout).toContain('The target cannot hold 18 of what the source has;');
  expect(stderr).toMatch(/The target does not hold everything that the source has\.\n$/);
  expect(code).toBe(3);
  expect(short(reported())).toEqual(LOST);
});

test('what both hold is equal', async () => {
  const back = await startSide('stargate');
  try {
    const { code, stdout } = await copyBetween({ folder, from: to, to: back, words: ['--quiet'] });
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.not.stringContaining('cannot') });
    const [original, copied] = [await readAll(from), await readAll(back)].map((all) => all as All);
    const rowsOf = (all: All | undefined) => all?.tables.find(({ table }) => table === 'orders')?.rows ?? [];
    const dropped = ['note', 'route', 'shape', 'nested'];
    const kept = rowsOf(original).map(([key, values]) => [
      key,
      Object.fromEntries(Object.entries(values).filter(([name]) => !dropped.includes(name))),
    ]);
    expect(rowsOf(copied)).toEqual(kept);
    const readable = DOCUMENTS.slice(0, 130).map(([documentId]) => documentId);
    const documents = original?.collections[0]?.documents.filter(([id]) => readable.includes(id));
    expect(copied?.collections[0]?.documents).toEqual(documents);
  } finally {
    await back.close();
  }
});

test('again, it changes nothing', async () => {
  const before = await readAll(to);
  const { code, stderr } = await copyBetween({ folder, from, to, words: ['--quiet', 'shop'] });
  expect({ code, stderr }).toEqual({ code: 3, stderr: 'The target does not hold everything that the source has.\n' });
  expect(short(reported())).toEqual(LOST);
  expect(await readAll(to)).toEqual(before);
});

interface All {
  readonly tables: readonly {
    readonly table: string;
    readonly rows: readonly (readonly [string, Record<string, Json>])[];
  }[];
  readonly collections: readonly { readonly documents: readonly (readonly [string, Json])[] }[];
}
