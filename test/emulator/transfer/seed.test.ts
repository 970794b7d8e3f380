/** Data and databases that are there from the start, and beginning anew. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEmulator } from '../../../emulator/emulator.ts';
import { resetFolder } from '../../../emulator/transfer/reset.ts';
import { openEmulator } from '../support/emulator-harness.ts';

let root: string;
let folder: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seed-'));
  folder = join(root, 'store');
  file = join(root, 'seed.jsonl');
});
afterEach(() => rmSync(root, { recursive: true }));

const TABLE =
  '{"table":{"name":"items","columnDefinitions":[{"name":"id","typeDefinition":"int"}],"primaryKey":{"partitionKey":["id"]}}}';
const LINES = [
  '{"keyspace":{"name":"shop"}}',
  TABLE,
  '{"table":"items","row":{"id":7}}',
  '{"keyspace":{"name":"wiki"}}',
  '{"collection":{"name":"pages"}}',
  '{"collection":"pages","documentId":"häuser","data":{"title":"Häuser"}}',
];

test('a file of several keyspaces is loaded, whatever ends its lines', async () => {
  writeFileSync(file, LINES.join('\r\n'));
  const told: number[] = [];
  const { emulator, data } = await openEmulator({ seeds: [file], onSeedProgress: ({ done }) => told.push(done) });
  expect((await data('GET', '/v2/keyspaces/shop/items/7')).body).toMatchObject({ count: 1 });
  const page = await data('GET', `/v2/namespaces/wiki/collections/pages/${encodeURIComponent('häuser')}`);
  expect(page.body).toEqual({ documentId: 'häuser', data: { title: 'Häuser' } });
  expect(told).toEqual([2]);
  await emulator.close();
});

test('a folder gets a file once, and another content again', async () => {
  const open = () => openEmulator({ folder, seeds: [file] });
  writeFileSync(file, LINES.join('\n'));
  const first = await open();
  await first.data('DELETE', '/v2/keyspaces/shop/items/7');
  await first.emulator.close();
  const second = await open();
  expect((await second.data('GET', '/v2/keyspaces/shop/items/7')).body).toMatchObject({ count: 0 });
  await second.emulator.close();
  writeFileSync(file, `${LINES.join('\n')}\n`);
  const third = await open();
  expect((await third.data('GET', '/v2/keyspaces/shop/items/7')).body).toMatchObject({ count: 1 });
  await third.emulator.close();
});

test('a bad file stops the start, and is loaded when it has been mended', async () => {
  writeFileSync(file, [...LINES, '{}'].join('\n'));
  await expect(openEmulator({ folder, seeds: [file] })).rejects.toThrow('Line 7: A line holds one of');
  writeFileSync(file, LINES.join('\n'));
  const { emulator, data } = await openEmulator({ folder, seeds: [file] });
  expect((await data('GET', '/v2/keyspaces/shop/items/7')).body).toMatchObject({ count: 1 });
  await emulator.close();
});

test('a reset drops the data of an emulator, and nothing else', async () => {
  const { emulator } = await openEmulator({ folder });
  const token = emulator.applicationToken;
  await emulator.close();
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  await resetFolder(folder);
  expect(readdirSync(folder)).toEqual(['notes.txt']);
  const again = await openEmulator({ folder });
  expect(again.emulator.applicationToken).not.toBe(token);
  await again.emulator.close();
});

test('a reset needs no data', async () => {
  await resetFolder(folder);
  mkdirSync(folder);
  await resetFolder(folder);
  expect(existsSync(folder)).toBe(true);
});

test.each([
  ['notes.txt', 'something of somebody'],
  ['data.mdb', 'no database at all'],
])('a folder with %s that is no emulator’s is left alone', async (name, content) => {
  mkdirSync(folder);
  writeFileSync(join(folder, name), content);
  await expect(resetFolder(folder)).rejects.toThrow('contains no emulator data; nothing has been removed');
  expect(readdirSync(folder)).toContain(name);
});

test('a data file that is not a store is refused', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'data.mdb'), 'no database at all'.repeat(1000));
  await expect(openEmulator({ folder })).rejects.toThrow('data.mdb is not a store of an emulator');
});

test('further databases have ids that stay, and data of their own', async () => {
  const databases = [
    { name: 'orders', region: 'eu-west-1' },
    { name: 'orders', region: 'eastus' },
  ];
  const ids = async (options = {}) => {
    const emulator = await createEmulator({ databases, ...options });
    const records = emulator.databases.list().map(({ record }) => record);
    await emulator.close();
    expect(records.map(({ name, region, cloudProvider, status }) => [name, region, cloudProvider, status])).toEqual([
      ['local', 'us-east1', 'GCP', 'ACTIVE'],
      ['orders', 'eu-west-1', 'AWS', 'ACTIVE'],
      ['orders', 'eastus', 'AZURE', 'ACTIVE'],
    ]);
    return records.map(({ id }) => id);
  };
  const first = await ids({ folder });
  expect(await ids({ folder })).toEqual(first);
  expect(await ids()).toEqual(first);
  for (const id of first) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test('a further database answers like the first, and keeps its keyspaces to itself', async () => {
  const { emulator, ask, data } = await openEmulator({ databases: [{ name: 'orders', region: 'eu-west-1' }] });
  const record = emulator.databases.list()[1]?.record;
  const headers = { 'content-type': 'application/json', 'x-cassandra-token': emulator.applicationToken };
  const path = `/${record?.id}-eu-west-1/api/rest/v2/schemas/keyspaces`;
  expect((await ask('POST', path, { headers, body: { name: 'own' } })).status).toBe(201);
  expect((await ask('GET', `${path}/own`, { headers })).status).toBe(200);
  expect((await data('GET', '/v2/schemas/keyspaces/own')).status).toBe(404);
  await emulator.close();
});

test.each([
  [[{ name: 'a', region: 'mars' }], 'Region mars does not exist; use one of us-east-1,'],
  [
    [
      { name: 'a', region: 'eastus' },
      { name: 'a', region: 'eastus' },
    ],
    'Database a in eastus is given twice',
  ],
])('further databases that cannot be', async (databases, problem) => {
  await expect(createEmulator({ databases })).rejects.toThrow(problem);
});
