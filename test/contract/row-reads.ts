/** Each key gets its own row, in the order of the keys; what is missing is null. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row, RowValues, Table } from '../../datasources/source/source.ts';
import { type Backend, useBackend } from './backend.ts';

export function describeRowReads(backend: Backend): void {
  describe('rows by key', () => {
    const database = useBackend(backend);

    async function fill(table: Table, rows: readonly RowValues[]): Promise<void> {
      const { source } = database.open();
      for (const row of rows) await source.rows.create(table, row, false);
    }

    async function read(table: Table, keys: readonly RowValues[], columns?: readonly string[]) {
      const { source, calls } = database.open();
      return { rows: await source.rows.readMany(table, keys, columns), calls };
    }

    test('the keys are answered in their order, one that is asked for twice too, and missing rows are null', async () => {
      const table = await database.table('ints', { id: 'int', word: 'text' }, ['id']);
      await fill(table, [
        { id: 1, word: 'one' },
        { id: 3, word: 'three' },
      ]);
      const { rows } = await read(table, [{ id: 3 }, { id: 2 }, { id: 1 }, { id: 3 }]);
      const [one, three] = [
        { id: 1, word: 'one' },
        { id: 3, word: 'three' },
      ].map((values) => ({ key: { id: values.id }, values }));
      expect(rows).toEqual([three, null, one, three]);
    });

    test('a key may have several columns, of the partition and within it', async () => {
      const table = await database.table('composite', { a: 'text', b: 'int', c: 'int', n: 'int' }, ['a', 'b'], ['-c']);
      const keys = [1, 2, 3].map((b) => ({ a: 'x', b, c: 1 }));
      await fill(
        table,
        keys.map((key, n) => ({ ...key, n })),
      );
      const { rows } = await read(table, [...keys, { a: 'x', b: 4, c: 1 }]);
      expect(rows).toEqual([...keys.map((key, n) => ({ key, values: { ...key, n } })), null]);
    });

    test('reads the columns that are asked for, and the key', async () => {
      const table = await database.table('narrow', { id: 'int', a: 'text', b: 'text' }, ['id']);
      await fill(table, [{ id: 1, a: 'x', b: 'y' }]);
      const { rows } = await read(table, [{ id: 1 }], ['b']);
      expect(rows).toEqual([{ key: { id: 1 }, values: { id: 1, b: 'y' } }]);
    });

    test('has no row for the empty text, and asks for none', async () => {
      const table = await database.table('texts', { id: 'text' }, ['id']);
      expect(await read(table, [{ id: '' }])).toEqual({ rows: [null], calls: [] });
    });

    test('finds a decimal clustering value in whatever spelling it was stored', async () => {
      const table = await database.table('prices', { id: 'int', price: 'decimal', n: 'int' }, ['id'], ['price']);
      await fill(table, [{ id: 1, price: '1.50', n: 7 }]);
      const { rows } = await read(table, [{ id: 1, price: '1.5' }]);
      const price = backend.keepsAllNumbers ? '1.50' : '1.5';
      expect(rows).toMatchObject([{ key: { id: 1, price }, values: { n: 7 } }]);
    });

    test('any set of keys gets exactly its rows', async () => {
      const table = await database.table('any', { a: 'text', b: 'bigint', n: 'int' }, ['a'], ['b']);
      const texts = [
        "'",
        "''",
        "'a'",
        '%',
        ';',
        'é',
        '😀',
        '.',
        '..',
        'rows',
        '"',
        '\\',
        ' ',
        '+',
        '/',
        '{}',
        'null',
        '\n',
      ];
      const key = fc.record({
        a: fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'grapheme', minLength: 1 })),
        b: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(key, { selector: (one) => JSON.stringify(one), maxLength: 12 }),
          async (keys) => {
            const { rows: writer } = database.open().source;
            for (const [n, each] of keys.entries()) await writer.patch(table, each, { n });
            const { rows } = await read(table, keys);
            expect(rows.map((row) => (row as Row).values)).toEqual(keys.map((each, n) => ({ ...each, n })));
          },
        ),
        { numRuns: 40 },
      );
    }, 60_000);
  });
}
