/** Writes over REST: the calls that they make, that none is sent twice, and what a path does not hold. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UpstreamUnavailableError } from '../../../../datasources/source/errors.ts';
import type { Table } from '../../../../datasources/source/source.ts';
import { startDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let table: Table;

beforeAll(async () => {
  database = await startDatabase();
  table = await database.table('written', { p: 'int', c: 'text', a: 'int' }, ['p'], ['c']);
}, 30_000);
afterAll(() => database.close());

test('a row is replaced by the definition of now, in one write', async () => {
  const { source, calls } = database.open();
  await source.rows.replace(table, { p: 1, c: 'x' }, { a: 2 });
  expect(calls.map(({ method }) => method)).toEqual(['GET', 'PUT']);
});

test('of many rows ten at most are written at once', async () => {
  let [active, most] = [0, 0];
  const { source } = database.open({
    onSend({ method }) {
      if (method === 'POST') most = Math.max(most, ++active);
      return { headers: {}, end: () => void (method === 'POST' && active--) };
    },
  });
  const rows = Array.from({ length: 25 }, (_, n) => ({ p: 1, c: `row ${n}` }));
  expect(await source.rows.createMany(table, rows, false)).toEqual(rows.map(() => true));
  expect(most).toBe(10);
});

test('no write is sent twice, whatever becomes of it', async () => {
  const { source, calls } = database.open();
  await source.rows.create(table, { p: 1, c: 'kept' }, false);
  calls.length = 0;
  const removals = ['POST', 'PATCH', 'DELETE'].map((method) =>
    database.emulator.faults.add({ match: { method, target: /written/ }, fault: { kind: 'cut' } }),
  );
  const writes = [
    () => source.rows.create(table, { p: 1, c: 'new' }, false),
    () => source.rows.patch(table, { p: 1, c: 'kept' }, { a: 1 }),
    () => source.rows.remove(table, { p: 1, c: 'kept' }, true),
    () => source.rows.removeRange(table, { p: 1 }, true),
  ];
  for (const write of writes) await expect(write()).rejects.toThrow(UpstreamUnavailableError);
  for (const remove of removals) remove();
  const written = calls.map(({ method }) => method).filter((method) => method !== 'GET');
  expect(written).toEqual(['POST', 'PATCH', 'DELETE', 'DELETE']);
});

test('a key that is too long for a path is refused with a reason', async () => {
  const { rows } = database.open().source;
  await expect(rows.remove(table, { p: 1, c: 'x'.repeat(5000) }, true)).rejects.toThrow(/4,096 bytes/);
});
