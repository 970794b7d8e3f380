/** What writes change, what they leave, and what is refused. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ConflictError, InputError, NotFoundError } from '../../datasources/source/errors.ts';
import type { RowValues, Table } from '../../datasources/source/source.ts';
import { type Backend, useBackend } from './backend.ts';

export function describeRowWrites(backend: Backend): void {
  describe('writes of rows', () => {
    const database = useBackend(backend);
    const hasStatic = database.can('STATIC_COLUMNS');
    /** What the rows of a partition share, where there can be such columns. */
    const shared: RowValues = hasStatic ? { s: 'shared' } : {};

    let table: Table;

    beforeAll(async () => {
      await database
        .open()
        .source.catalog.createType(database.inKeyspace, { name: 'pair', fields: [{ name: 'x', type: 'int' }] }, false);
      const columns = {
        p: 'int',
        c: 'text',
        a: 'int',
        l: 'list<int>',
        u: 'pair',
        ...(hasStatic && { s: 'text static' }),
      };
      table = await database.table('written', columns, ['p'], ['c']);
    }, 30_000);

    beforeEach(() => database.open().source.rows.removeRange(table, { p: 1 }, true));

    async function rowsOf(key: RowValues): Promise<readonly RowValues[]> {
      const { items } = await database.open().source.rows.findPage(table, { key, pageSize: 100 });
      return items.map(({ values }) => values);
    }

    const empty: RowValues = { p: 1, a: null, l: [], u: null, ...(hasStatic && { s: null }) };

    test('creating and removing answer whether it happened', async () => {
      const { rows } = database.open().source;
      const [key, other] = [
        { p: 1, c: 'x' },
        { p: 1, c: 'y' },
      ];
      expect(await rows.create(table, { ...key, a: 1, ...shared }, false)).toBe(true);
      expect(await rows.create(table, { ...key, a: 2 }, true)).toBe(false);
      await expect(rows.create(table, { ...key, a: 2 }, false)).rejects.toThrow(ConflictError);
      expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: 'x', ...shared, a: 1 }]);
      expect(await rows.createMany(table, [key, other], false)).toEqual([expect.any(ConflictError), true]);
      expect(await rows.createMany(table, [key, other], true)).toEqual([false, false]);
      expect(await rows.patchMany(table, [{ key, values: { a: 3 } }])).toEqual([true]);
      expect(await rows.removeMany(table, [other, { p: 1, c: 'z' }], false)).toEqual([true, expect.any(NotFoundError)]);
      expect(await rows.remove(table, other, true)).toBe(false);
      await expect(rows.remove(table, other, false)).rejects.toThrow(NotFoundError);
      expect(await rows.removeRange(table, { p: 1 }, false)).toBe(true);
      expect(await rows.removeRange(table, { p: 1 }, true)).toBe(false);
      await expect(rows.removeRange(table, { p: 1 }, false)).rejects.toThrow(NotFoundError);
    });

    test.runIf(hasStatic)(
      'a row whose other columns are all null leaves the values that its partition shares',
      async () => {
        const { rows } = database.open().source;
        await rows.patch(table, { p: 1 }, { s: 'shared' });
        await rows.create(table, { p: 1, c: 'x' }, false);
        expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: 'x', s: 'shared' }]);
      },
    );

    describe('replace', () => {
      test('clears the regular columns that are not given, and leaves static ones', async () => {
        const { source } = database.open();
        await source.rows.create(table, { p: 1, c: 'x', a: 1, l: [1], u: { x: 1 }, ...shared }, false);
        await source.rows.replace(table, { p: 1, c: 'x' }, { l: [2] });
        expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: 'x', ...shared, l: [2] }]);
      });

      test.each<[string, RowValues]>([
        ['nothing', {}],
        ['nulls', { a: null }],
        ['empty collections', { l: [] }],
        ['a type without members', { u: { x: null } }],
      ])('leaves a row where it sets %s', async (_, values) => {
        const { rows } = database.open().source;
        await rows.create(table, { p: 1, c: 'x', a: 1 }, false);
        await rows.replace(table, { p: 1, c: 'x' }, values);
        await rows.replace(table, { p: 1, c: 'new' }, values);
        expect(await rowsOf({ p: 1 })).toEqual([
          { ...empty, c: 'new' },
          { ...empty, c: 'x' },
        ]);
      });

      test('works on a table of keys alone, and knows the columns of now', async () => {
        const keys = await database.table('keys_only', { a: 'int', b: 'int' }, ['a'], ['b']);
        const { rows, catalog } = database.open().source;
        await rows.replace(keys, { a: 1, b: 2 }, {});
        expect(await rows.readMany(keys, [{ a: 1, b: 2 }])).toMatchObject([{ key: { a: 1, b: 2 } }]);
        await catalog.createColumn(keys, { name: 'later', type: 'int', isStatic: false }, false);
        await rows.replace(keys, { a: 1, b: 2 }, {});
        await catalog.deleteTable(keys, false);
        await expect(rows.replace(keys, { a: 1, b: 2 }, {})).rejects.toThrow(NotFoundError);
      });
    });

    test.runIf(hasStatic)('patch sets static columns by the partition key alone', async () => {
      const { rows } = database.open().source;
      await rows.patch(table, { p: 1 }, { s: 'shared' });
      expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: null, s: 'shared' }]);
      await rows.patch(table, { p: 1, c: 'x' }, { a: 1 });
      expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: 'x', s: 'shared', a: 1 }]);
    });

    test('patch sets what is given, null too, and makes the row', async () => {
      const { rows } = database.open().source;
      await rows.patch(table, { p: 1, c: 'x' }, { a: 1, l: [1], u: { x: 1 } });
      await rows.patch(table, { p: 1, c: 'x' }, { a: 2, u: null });
      expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: 'x', a: 2, l: [1] }]);
    });

    test.runIf(database.can('COUNTERS'))('counters are added to, and neither made nor replaced', async () => {
      const hits = await database.table('hits', { id: 'int', n: 'counter' }, ['id']);
      const { rows } = database.open().source;
      await rows.patch(hits, { id: 1 }, { n: '5' });
      await rows.patch(hits, { id: 1 }, { n: '-7' });
      expect(await rows.readMany(hits, [{ id: 1 }])).toMatchObject([{ values: { n: '-2' } }]);
      await expect(rows.create(hits, { id: 2, n: '1' }, false)).rejects.toThrow(
        /counter table "hits".*updates of rows/,
      );
      await expect(rows.replace(hits, { id: 2 }, { n: '1' })).rejects.toThrow(InputError);
    });

    describe('deleting', () => {
      test('takes one row, also under an empty clustering key, and no error when there is none', async () => {
        const { rows } = database.open().source;
        for (const c of ['', '.', '..', 'rows', 'x;y', '100%', "''"]) await rows.create(table, { p: 1, c }, false);
        for (const c of ['.', '..', 'rows', 'x;y', '100%', '']) await rows.remove(table, { p: 1, c }, true);
        expect(await rowsOf({ p: 1 })).toEqual([{ ...empty, c: "''" }]);
        await rows.remove(table, { p: 1, c: 'never' }, true);
      });

      test('of a row needs the whole key, of a range the whole partition key', async () => {
        const { source, calls } = database.open();
        await expect(source.rows.remove(table, { p: 1 }, true)).rejects.toThrow(/no value for "c"/);
        await expect(source.rows.remove(table, { p: 1, c: null }, true)).rejects.toThrow(InputError);
        await expect(source.rows.replace(table, { p: 1 }, { a: 1 })).rejects.toThrow(InputError);
        await expect(source.rows.removeRange(table, {}, true)).rejects.toThrow(InputError);
        expect(calls).toEqual([]);
      });

      test('of a range takes all rows below it, and no others', async () => {
        const { rows } = database.open().source;
        for (const key of [
          { p: 1, c: 'a' },
          { p: 1, c: 'b' },
          { p: 2, c: 'a' },
        ])
          await rows.create(table, key, false);
        await rows.removeRange(table, { p: 1 }, true);
        expect(await rowsOf({ p: 1 })).toEqual([]);
        expect(await rowsOf({ p: 2 })).toHaveLength(1);
      });
    });
  });
}
