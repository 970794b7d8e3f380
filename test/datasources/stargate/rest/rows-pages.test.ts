/** Searches: conditions, order, projection, pages. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UpstreamError } from '../../../../datasources/source/errors.ts';
import { startDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
}, 30_000);

afterAll(() => database.close());

test('a projection that no request line holds is left out', async () => {
  const names = Array.from({ length: 120 }, (_, n) => `column_with_a_rather_long_name_${n}`);
  const columns = { id: 'int', ...Object.fromEntries(names.map((name) => [name, 'int'])) };
  const wide = await database.table('wide', columns, ['id']);
  const { source } = database.open();
  await source.rows.create(wide, { id: 1, [names[7] ?? '']: 7 }, false);
  const page = await source.rows.findPage(wide, { columns: names, pageSize: 10 });
  expect(page.items[0]?.values[names[7] ?? '']).toBe(7);
  expect(await source.rows.readMany(wide, [{ id: 1 }], names)).toMatchObject([{ key: { id: 1 } }]);
});

test('a cell that cannot be printed leaves the rest of the page readable', async () => {
  const hits = await database.table('hits', { id: 'int', hits: 'counter', other: 'counter' }, ['id']);
  const { source, calls } = database.open();
  for (const id of [1, 2]) await source.rows.patch(hits, { id }, { hits: '2147483647', other: '1' });
  await source.rows.patch(hits, { id: 2 }, { hits: '5' });
  calls.length = 0;
  const page = await source.rows.findPage(hits, { pageSize: 10 });
  expect(page.items.map(({ values }) => values.other)).toEqual(['1', '1']);
  expect(page.items[0]?.errors).toEqual({ hits: expect.any(UpstreamError) });
  expect(calls.map(({ status }) => status)).toEqual([500, 200]);
  expect((await source.rows.readMany(hits, [{ id: 1 }]))[0]).toMatchObject({ values: { hits: '2147483647' } });
});
