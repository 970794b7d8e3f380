/** Conditions, order, projection, pages. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Page, Row, RowQuery, Table } from '../../datasources/source/source.ts';
import { type Backend, useBackend } from './backend.ts';

export function describeRowPages(backend: Backend): void {
  describe('pages of rows', () => {
    const database = useBackend(backend);

    let events: Table;

    beforeAll(async () => {
      const columns = {
        day: 'int',
        at: 'timestamp',
        n: 'int',
        kind: 'text',
        tags: 'set<text>',
        props: 'map<int, text>',
      };
      events = await database.table('events', columns, ['day'], ['at', 'n']);
      const { rows, catalog } = database.open().source;
      for (const column of ['kind', 'tags', 'props']) await catalog.createIndex({ ...events, column }, false);
      for (let n = 0; n < 12; n += 1) {
        const at = `2026-11-24T10:00:0${n % 3}Z`;
        const props = [{ key: n, value: `v${n}` }];
        await rows.create(
          events,
          { day: n % 2, at, n, kind: n < 6 ? 'low' : "'high'", tags: [`t${n % 4}`], props },
          false,
        );
      }
    }, 30_000);

    async function find(query: Partial<RowQuery>) {
      const { source, calls } = database.open();
      return { page: await source.rows.findPage(events, { pageSize: 100, ...query }), calls };
    }

    const numbers = ({ items }: Page<Row>) => items.map(({ values }) => Number(values.n)).toSorted((a, b) => a - b);

    describe('conditions', () => {
      test.each<[string, Partial<RowQuery>, number[]]>([
        ['a leading part of the key', { key: { day: 1 } }, [1, 3, 5, 7, 9, 11]],
        ['more of it', { key: { day: 1, at: '2026-11-24T10:00:00Z' } }, [3, 9]],
        [
          'in',
          {
            where: [
              { column: 'day', in: [0, 1] },
              { column: 'at', in: ['2026-11-24T10:00:02Z'] },
            ],
          },
          [2, 5, 8, 11],
        ],
        [
          'a range, in one condition or two',
          {
            key: { day: 0, at: '2026-11-24T10:00:00Z' },
            where: [
              { column: 'n', gt: 0 },
              { column: 'n', lte: 6 },
            ],
          },
          [6],
        ],
        ['text in quotes, by an index', { where: [{ column: 'kind', eq: "'high'" }] }, [6, 7, 8, 9, 10, 11]],
        ['contains', { where: [{ column: 'tags', contains: 't3' }] }, [3, 7, 11]],
        ['contains a value of a map', { where: [{ column: 'props', contains: 'v7' }] }, [7]],
        ['nothing', {}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
      ])('%s', async (_, query, expected) => {
        const { page, calls } = await find(query);
        expect(numbers(page)).toEqual(expected);
        expect(calls).toHaveLength(1);
      });

      test('an entry of a map, whose key keeps its type', async () => {
        const settings = await database.table('settings', { id: 'int', flags: 'map<boolean, text>' }, ['id']);
        const { source } = database.open();
        await source.catalog.createIndex({ ...settings, column: 'flags', kind: 'ENTRIES' }, false);
        for (const id of [1, 2])
          await source.rows.create(settings, { id, flags: [{ key: id === 1, value: "it's" }] }, false);
        const where = [{ column: 'flags', containsEntry: { key: true, value: "it's" } }];
        const { items } = await source.rows.findPage(settings, { where, pageSize: 10 });
        expect(items.map(({ values }) => values)).toEqual([{ id: 1, flags: [{ key: true, value: "it's" }] }]);
      });

      test('in with no values answers nothing without a call', async () => {
        expect(await find({ where: [{ column: 'day', in: [] }] })).toEqual({ page: { items: [] }, calls: [] });
      });

      test('on a column of the key that is given are refused, not mixed up', async () => {
        await expect(find({ key: { day: 1 }, where: [{ column: 'day', eq: 0 }] })).rejects.toThrow(
          /"day" stands in "key"/,
        );
      });
    });

    test('rows come in the order that is asked for', async () => {
      const { page } = await find({ key: { day: 0 }, sort: [{ column: 'at', order: 'DESC' }] });
      expect(page.items.map(({ values }) => values.n)).toEqual([8, 2, 10, 4, 6, 0]);
      const ascending = await find({ key: { day: 0 }, sort: [{ column: 'at', order: 'ASC' }] });
      expect(ascending.page.items.map(({ values }) => values.n)).toEqual([0, 6, 4, 10, 2, 8]);
    });

    test('pages are followed by their states, to the end', async () => {
      const seen: number[] = [];
      let pageState: string | undefined;
      do {
        const { page } = await find({ pageSize: 5, columns: ['kind'], ...(pageState && { pageState }) });
        seen.push(...numbers(page));
        expect(Object.keys(page.items[0]?.values ?? {}).toSorted()).toEqual(['at', 'day', 'kind', 'n']);
        pageState = page.nextPageState;
      } while (pageState);
      expect(seen.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    });
  });
}
