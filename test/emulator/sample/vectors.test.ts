/** The sample data of the database with vectors, as the Data API has it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../../emulator/emulator.ts';
import { sampleLines } from '../../../emulator/sample/lines.ts';
import { prepareSample, putPrepared } from '../../../emulator/sample/prepared.ts';
import { type Earthquake, toVector } from '../../../emulator/sample/vector.ts';
import { importLines } from '../../../emulator/transfer/import.ts';

interface Reply {
  readonly data?: {
    readonly documents?: readonly Record<string, unknown>[];
    readonly document?: Record<string, unknown>;
  };
  readonly status?: Record<string, unknown>;
  readonly errors?: readonly unknown[];
}

let emulator: Emulator;
let loads = 0;
beforeAll(async () => {
  const onProgress = (done: number, total: number) => {
    if (done === total) loads += 1;
  };
  emulator = await createEmulator({ sample: true, vectorDatabase: true, onProgress });
}, 60_000);
afterAll(() => emulator.close());

async function command(path: string, name: string, body: object): Promise<Reply> {
  const { databaseId, region } = emulator.sampleDatabase;
  const response = await emulator.fetch(
    new Request(`http://host/${databaseId}-${region}/api/json/v1${path}`, {
      method: 'POST',
      headers: { token: emulator.applicationToken, 'content-type': 'application/json' },
      body: JSON.stringify({ [name]: body }),
    }),
  );
  return (await response.json()) as Reply;
}

const DOCUMENTS = readFileSync(new URL('../../../emulator/sample/earthquakes.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as [id: string, data: Earthquake & Record<string, unknown>]);

test('it is a database of its own, and the default one stays empty', () => {
  const { databases, defaultDatabaseId, sampleDatabase } = emulator;
  expect(databases.list().map(({ record }) => [record.name, record.dbType])).toEqual([
    ['local', undefined],
    ['vector', 'vector'],
  ]);
  const keyspaces = (id: string) =>
    databases
      .find(id)
      ?.database.catalog.keyspaces()
      .flatMap(({ name, system }) => (system ? [] : [name]));
  expect(keyspaces(defaultDatabaseId)).toEqual([]);
  expect(keyspaces(sampleDatabase.databaseId)).toEqual(['travel', 'geology']);
  expect(loads).toBe(1);
});

test('the documents are those of the Document API under the same ids, with vectors', async () => {
  const ids = DOCUMENTS.slice(0, 100).map(([id]) => id);
  const { data } = await command('/geology/earthquakes', 'find', {
    filter: { _id: { $in: ids } },
    projection: { '*': 1 },
  });
  const found = new Map(data?.documents?.map(({ _id, ...document }) => [_id, document]));
  for (const [id, document] of DOCUMENTS.slice(0, 100)) {
    expect(found.get(id)).toEqual({ ...document, $vector: toVector(document) });
  }
  const count = await command('/geology/earthquakes', 'countDocuments', {});
  expect(count.status).toEqual({ count: DOCUMENTS.length });
});

test('the nearest vectors are those of earthquakes nearby, of the same kind', async () => {
  const [id, document] = DOCUMENTS.find(([, { location }]) => location.depthKm > 500) ?? ['', undefined];
  const { data } = await command('/geology/earthquakes', 'find', {
    sort: { $vector: document && toVector(document) },
    options: { limit: 3, includeSimilarity: true },
  });
  const [first, ...others] = data?.documents ?? [];
  expect(first).toMatchObject({ _id: id, $similarity: expect.closeTo(1, 4) });
  for (const other of others) {
    const { location } = other as unknown as Earthquake;
    expect(Math.abs(location.latitude - (document?.location.latitude ?? 0))).toBeLessThan(20);
    expect(other.$similarity).toBeLessThan(1);
  }
});

test('tables are found by the indexes that the Data API uses', async () => {
  const { data, status, errors } = await command('/travel/airports', 'find', { filter: { state: 'HI' } });
  expect([errors, status?.warnings]).toEqual([undefined, undefined]);
  expect(data?.documents?.length).toBeGreaterThan(10);
  expect((await command('/travel', 'listTables', {})).status).toEqual({ tables: ['airports', 'flights'] });
});

describe('a vector', () => {
  const AT = { latitude: 0, longitude: 90, depthKm: 9 };

  test('has eight numbers of a few decimals, and says where, how strong, how deep and when', () => {
    const earthquake = { magnitude: 4.5, significance: 312, time: '2018-02-01T06:00:00.000Z', location: AT };
    expect(toVector(earthquake)).toEqual([0, 1, 0, 0.45, 0.3333, 0.312, 0, 0.25]);
    expect(toVector({ ...earthquake, location: { ...AT, depthKm: -2 } })[4]).toBe(0);
  });

  test('is told apart from that of every other earthquake', () => {
    const vectors = DOCUMENTS.map(([, document]) => toVector(document));
    expect(vectors.every((vector) => vector.length === 8 && vector.every(Number.isFinite))).toBe(true);
    expect(new Set(vectors.map(String)).size).toBe(DOCUMENTS.length);
  });
});

test('prepared entries are what its lines come to', async () => {
  const other = await createEmulator({ vectorDatabase: true });
  const databaseOf = (each: Emulator) => each.databases.find(each.sampleDatabase.databaseId)?.database;
  const [from, to] = [databaseOf(emulator), databaseOf(other)];
  if (!from || !to) throw new Error('There is no database with vectors');
  await importLines(to, sampleLines(to.region, 'vectors', 'schema'));
  const prepared = prepareSample(from);
  putPrepared(to, prepared);
  expect(serialize(prepareSample(to)).equals(serialize(prepared))).toBe(true);
  expect(prepared.map(({ length }) => length > 500)).toEqual([true, true, true]);
  await other.close();
});

test('a folder gets it on first use, beside the default database, and once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  const names = ({ databases }: Emulator) => databases.list().map(({ record }) => record.name);
  const plain = await createEmulator({ folder });
  expect(names(plain)).toEqual(['local']);
  await plain.close();
  const first = await createEmulator({ folder, vectorDatabase: true });
  expect(names(first)).toEqual(['local', 'vector']);
  await first.close();
  const second = await createEmulator({ folder, vectorDatabase: true });
  expect(second.sampleDatabase).toEqual(first.sampleDatabase);
  expect(names(second)).toEqual(['local', 'vector']);
  await second.close();
  const again = await createEmulator({ folder });
  expect(again.sampleDatabase.databaseId).toBe(again.defaultDatabaseId);
  await again.close();
  rmSync(folder, { recursive: true });
});

test('a database of that name without vectors is in the way, and says so', async () => {
  const databases = [{ name: 'vector', region: 'us-east1' }];
  await expect(createEmulator({ databases, vectorDatabase: true })).rejects.toThrow(
    'Database vector in us-east1 exists as one without vectors, not with vectors: choose another name, or --reset.',
  );
});
