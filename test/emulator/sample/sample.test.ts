import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, openEmulator } from '../support/emulator-harness.ts';

let harness: Harness;
const progress: (readonly [number, number])[] = [];
beforeAll(async () => {
  harness = await openEmulator({ sample: true, onProgress: (done, total) => progress.push([done, total]) });
});
afterAll(() => harness.emulator.close());

function lines(name: string): unknown[][] {
  const text = readFileSync(new URL(`../../../emulator/sample/${name}`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown[]);
}

/** Everything that a table, or with an API path a collection, holds, page by page. */
async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let state: string | undefined;
  do {
    const page = state === undefined ? '' : `&page-state=${encodeURIComponent(state)}`;
    const { body } = await harness.data('GET', `/v2/keyspaces/travel/${table}/rows?page-size=2000${page}`);
    const { data, pageState } = body as { data: Record<string, unknown>[]; pageState?: string };
    rows.push(...data);
    state = pageState;
  } while (state !== undefined);
  return rows;
}

test('progress is reported up to the end', () => {
  const [done, total] = progress.at(-1) ?? [];
  expect(done).toBe(total);
  expect(total).toBe(
    lines('airports.jsonl').length + lines('flights.jsonl').length - 2 + lines('earthquakes.jsonl').length,
  );
});

test('each line is a row', async () => {
  for (const table of ['airports', 'flights']) {
    const [header, ...expected] = lines(`${table}.jsonl`);
    const rows = await rowsOf(table);
    const found = rows.map((row) => JSON.stringify((header as string[]).map((name) => row[name])));
    expect(found.sort()).toEqual(expected.map((line) => JSON.stringify(line)).sort());
  }
});

test('flights lead to airports, and airports to flights', async () => {
  const airports = new Set((await rowsOf('airports')).map(({ iata }) => iata));
  const flights = await rowsOf('flights');
  expect(flights.filter(({ origin, destination }) => !airports.has(origin) || !airports.has(destination))).toEqual([]);
  const { body } = await harness.data('GET', '/v2/keyspaces/travel/flights/ANC?page-size=1000');
  expect((body as { count: number }).count).toBe(flights.filter(({ origin }) => origin === 'ANC').length);
});

test('states and destinations are indexed', async () => {
  const where = (column: string, value: string) => encodeURIComponent(JSON.stringify({ [column]: { $eq: value } }));
  const hawaii = await harness.data('GET', `/v2/keyspaces/travel/airports?where=${where('state', 'HI')}`);
  expect((hawaii.body as { count: number }).count).toBeGreaterThan(10);
  const lihue = await harness.data('GET', `/v2/keyspaces/travel/flights?where=${where('destination', 'LIH')}`);
  expect(lihue.status).toBe(200);
});

test('airports lead to earthquakes, and earthquakes to airports', async () => {
  const collection = '/v2/namespaces/geology/collections/earthquakes';
  const near = (await rowsOf('airports')).find(({ nearest_earthquake: id }) => id !== null);
  const { body } = await harness.data('GET', `${collection}/${near?.nearest_earthquake}`);
  const { iata } = (body as { data: { nearestAirport: { iata: string } } }).data.nearestAirport;
  expect((await harness.data('GET', `/v2/keyspaces/travel/airports/${iata}`)).body).toMatchObject({ count: 1 });
});

test('documents are as in the file', async () => {
  const collection = '/v2/namespaces/geology/collections/earthquakes';
  for (const [id, document] of lines('earthquakes.jsonl').slice(0, 20)) {
    const { body } = await harness.data('GET', `${collection}/${id}`);
    expect(body).toEqual({ documentId: id, data: document });
  }
});

test('a folder gets the data once, even when it was dropped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  let loads = 0;
  const options = {
    folder,
    sample: true,
    onProgress(done: number, total: number) {
      if (done === total) loads += 1;
    },
  };
  const first = await openEmulator(options);
  await first.data('DELETE', '/v2/schemas/keyspaces/travel');
  await first.emulator.close();
  const second = await openEmulator(options);
  expect((await second.data('GET', '/v2/schemas/keyspaces/travel')).status).toBe(404);
  expect((await second.data('GET', '/v2/schemas/keyspaces/geology')).status).toBe(200);
  await second.emulator.close();
  rmSync(folder, { recursive: true });
  expect(loads).toBe(1);
});

test('an existing keyspace of the same name stays unchanged', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  const first = await openEmulator({ folder });
  await first.data('POST', '/v2/schemas/keyspaces', { name: 'travel' });
  await first.emulator.close();
  const second = await openEmulator({ folder, sample: true });
  expect((await second.data('GET', '/v2/schemas/keyspaces/travel/tables')).body).toEqual({ data: [] });
  await second.emulator.close();
  rmSync(folder, { recursive: true });
});
