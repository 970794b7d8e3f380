/** The prepared sample data is what its lines come to. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../emulator/core/service.ts';
import { createEmulator, type Emulator } from '../../../emulator/emulator.ts';
import { sampleLines } from '../../../emulator/sample/lines.ts';
import { prepareSample, putPrepared } from '../../../emulator/sample/prepared.ts';
import { exportKeyspace } from '../../../emulator/transfer/export.ts';
import { importLines } from '../../../emulator/transfer/import.ts';

let loaded: Emulator;
let empty: Emulator;
beforeAll(async () => {
  [loaded, empty] = await Promise.all([createEmulator({ sample: true }), createEmulator()]);
}, 60_000);
afterAll(() => Promise.all([loaded.close(), empty.close()]));

const databaseOf = ({ databases, defaultDatabaseId }: Emulator) =>
  databases.find(defaultDatabaseId)?.database as Database;

async function exported(emulator: Emulator, keyspace: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportKeyspace(databaseOf(emulator), keyspace)) lines.push(line);
  return lines;
}

test('put elsewhere, where tables have other numbers, it exports the same and is found by its indexes', async () => {
  const database = databaseOf(empty);
  await importLines(database, ['{"keyspace":{"name":"other","replicas":1}}', '{"collection":{"name":"earlier"}}']);
  await importLines(database, sampleLines(database.region, 'documents', 'schema'));
  putPrepared(database, prepareSample(databaseOf(loaded)));
  for (const keyspace of ['travel', 'geology']) {
    const lines = await exported(empty, keyspace);
    expect(lines.length).toBeGreaterThan(500);
    expect(lines).toEqual(await exported(loaded, keyspace));
  }
  const [expected, found] = await Promise.all([loaded, empty].map(airportsOfAlaska));
  expect(found).toEqual(expected);
  expect(found).toMatchObject({ data: expect.arrayContaining([expect.objectContaining({ iata: 'ANC' })]) });
});

async function airportsOfAlaska(emulator: Emulator): Promise<unknown> {
  const { defaultDatabaseId, defaultDatabaseRegion, applicationToken } = emulator;
  const path = `/${defaultDatabaseId}-${defaultDatabaseRegion}/api/rest/v2/keyspaces/travel/airports`;
  const url = `http://host${path}?page-size=1000&where=${encodeURIComponent('{"state":{"$eq":"AK"}}')}`;
  return (await emulator.fetch(new Request(url, { headers: { 'x-cassandra-token': applicationToken } }))).json();
}
