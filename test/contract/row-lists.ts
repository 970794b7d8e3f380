/** Beginnings of several lists at once: each is what it is alone, with as few calls as upstream allows. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Page, Result, Row, RowListQuery, RowValues, Table } from '../../datasources/source/source.ts';
import { type Backend, useBackend } from './backend.ts';

export function describeRowLists(backend: Backend): void {
  describe('lists of rows', () => {
    const database = useBackend(backend);

    /** A table whose partition `p` has `sizes[p]` rows, under a name of its own: what is known of a table lasts a minute. */
    async function partitions(name: string, sizes: readonly number[]): Promise<Table> {
      const table = await database.table(name, { p: 'int', c: 'int', v: 'text' }, ['p'], ['-c']);
      const rows = sizes.flatMap((size, p) => Array.from({ length: size }, (_, c) => ({ p, c, v: `${p}/${c}` })));
      const { source } = database.open();
      expect((await source.rows.putMany(table, rows)).filter((put) => put !== true)).toEqual([]);
      return table;
    }

    async function find(table: Table, keys: readonly RowValues[], query: RowListQuery) {
      const { source, calls } = database.open();
      return { pages: await source.rows.findPages(table, keys, query), calls };
    }

    /** How many calls the lists take of partitions of these sizes. */
    async function callsFor(name: string, sizes: readonly number[], query: RowListQuery): Promise<number> {
      const table = await partitions(name, sizes);
      const { pages, calls } = await find(
        table,
        sizes.map((_, p) => ({ p })),
        query,
      );
      expect(pages.map((page) => itemsOf(page).length >= query.pageSize)).toEqual(
        sizes.map((size) => size >= query.pageSize),
      );
      return calls.length;
    }

    const thirty = (sizeOf: (p: number) => number) => Array.from({ length: 30 }, (_, p) => sizeOf(p));

    test('small and empty ones take one call', async () => {
      expect(
        await callsFor(
          'small',
          thirty((p) => p % 2),
          { pageSize: 20 },
        ),
      ).toBe(1);
    });

    test('none with rows takes one call', async () => {
      expect(
        await callsFor(
          'none',
          thirty(() => 0),
          { pageSize: 20 },
        ),
      ).toBe(1);
    });

    test('large ones take a call each, and the one that finds it out answers the first', async () => {
      expect(await callsFor('large', Array<number>(5).fill(60), { pageSize: 1 })).toBe(5);
    });

    test('those that are not reached are searched singly', async () => {
      // The first page is full of the first partition.
      expect(await callsFor('mixed', [60, 1, 1, 0, 1], { pageSize: 3 })).toBe(5);
    });

    test('a table whose lists proved large is not tried again', async () => {
      const table = await partitions('known_large', Array<number>(5).fill(60));
      const keys = Array.from({ length: 5 }, (_, p) => ({ p }));
      await find(table, keys, { pageSize: 1 });
      expect((await find(table, keys.slice(0, 3), { pageSize: 1 })).calls).toHaveLength(3);
    });

    test('one list takes one call, and none takes none', async () => {
      const table = await partitions('single', [3]);
      expect((await find(table, [{ p: 0 }], { pageSize: 2 })).calls).toHaveLength(1);
      expect(await find(table, [], { pageSize: 2 })).toEqual({ pages: [], calls: [] });
    });

    describe('conditions and order', () => {
      let table: Table;
      const keys = thirty((p) => p).map((p) => ({ p }));

      beforeAll(async () => {
        table = await partitions(
          'events',
          thirty((p) => p % 4),
        );
      }, 30_000);

      test.each<[string, Partial<RowListQuery>, number]>([
        ['a range of the clustering key', { where: [{ column: 'c', gte: 1 }] }, 1],
        ['equality in the clustering key', { where: [{ column: 'c', eq: 1 }] }, 1],
        ['the order of the table', { sort: [{ column: 'c', order: 'DESC' }] }, 1],
        ['the other order, which no search for several has', { sort: [{ column: 'c', order: 'ASC' }] }, 30],
        ['a list of values', { where: [{ column: 'c', in: [0, 2] }] }, 30],
      ])('%s', async (_, query, expected) => {
        const { pages, calls } = await find(table, keys, { pageSize: 50, ...query });
        expect(pages).toEqual(await alone(table, keys, { pageSize: 50, ...query }));
        expect(calls).toHaveLength(expected);
      });

      test('projections', async () => {
        const { pages } = await find(table, keys, { pageSize: 50, columns: ['p', 'c'] });
        expect(itemsOf(pages[1])).toEqual([{ key: { p: 1, c: 0 }, values: { p: 1, c: 0 } }]);
      });

      test('longer parts of the key', async () => {
        const rows = keys.map(({ p }) => ({ p, c: 1 }));
        const { pages, calls } = await find(table, rows, { pageSize: 2 });
        expect(pages).toEqual(await alone(table, rows, { pageSize: 2 }));
        expect(calls).toHaveLength(1);
        const others = [0, 1, 2, 3].map((c) => ({ p: 3, c }));
        expect((await find(table, others, { pageSize: 2 })).pages).toEqual(await alone(table, others, { pageSize: 2 }));
      });
    });

    /** What each list is alone. */
    async function alone(table: Table, keys: readonly RowValues[], query: RowListQuery): Promise<Page<Row>[]> {
      const { source } = database.open();
      return Promise.all(keys.map((key) => source.rows.findPage(table, { ...query, key })));
    }

    test('random partitions: each list is what it is alone, with at most a call more than there are lists', async () => {
      let tables = 0;
      const sizes = fc.array(fc.oneof(fc.nat(3), fc.nat(40)), { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(sizes, fc.integer({ min: 1, max: 25 }), async (rows, pageSize) => {
          tables += 1;
          const table = await partitions(`random_${tables}`, rows);
          const keys = [...rows.keys(), rows.length].map((p) => ({ p })).toReversed();
          const { pages, calls } = await find(table, keys, { pageSize });
          for (const [index, single] of (await alone(table, keys, { pageSize })).entries()) {
            const items = itemsOf(pages[index]);
            const known = single.items.slice(0, pageSize);
            expect(items.slice(0, pageSize)).toEqual(known.slice(0, items.length));
            expect(Math.min(items.length, pageSize)).toBe(known.length);
            const size = rows[Number(keys[index]?.p)] ?? 0;
            // Upstream may tell of a next page that is empty.
            if (nextOf(pages[index]) === undefined) expect(items.length > pageSize).toBe(size > pageSize);
            else expect(size).toBeGreaterThanOrEqual(pageSize);
          }
          expect(calls.length).toBeLessThanOrEqual(keys.length + 1);
        }),
        { numRuns: 10 },
      );
    }, 120_000);
  });
}

function itemsOf(page: Result<Page<Row>> | undefined): readonly Row[] {
  if (!page || page instanceof Error) throw page ?? new Error('There is no page');
  return page.items;
}

function nextOf(page: Result<Page<Row>> | undefined): string | undefined {
  return page && !(page instanceof Error) ? page.nextPageState : undefined;
}
