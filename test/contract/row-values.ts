/** What is written is what is read: every type, in every position, through the real encodings. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { toKey, toValues } from '../../datasources/cql/check.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CqlValue, Row, RowValues, Table } from '../../datasources/source/source.ts';
import { type Backend, useBackend } from './backend.ts';

export function describeRowValues(backend: Backend): void {
  describe('values of rows', () => {
    const database = useBackend(backend);

    const hasFrozen = database.takes('frozen<list<text>>');
    const hasTuples = database.takes('tuple<int, text>');

    const UUID = '6f1c5d3e-2f64-4c7a-9d0b-0a1b2c3d4e5f';

    beforeAll(async () => {
      const { catalog } = database.open().source;
      const fields = [
        { name: 'street', type: 'text' },
        { name: 'number', type: 'bigint' },
        ...(hasFrozen ? [{ name: 'floors', type: 'frozen<map<boolean, text>>' }] : []),
      ];
      await catalog.createType(database.inKeyspace, { name: 'address', fields }, false);
    }, 30_000);

    const types = async () => (await database.open().source.catalog.types(database.inKeyspace)) ?? [];

    async function roundTrip(table: Table, input: RowValues): Promise<Row> {
      const { source } = database.open();
      const values = await toValues(table, input, types);
      await source.rows.create(table, values, false);
      const [row] = await source.rows.readMany(table, [{ id: input.id ?? null }]);
      if (!row || row instanceof Error) throw row ?? new Error('no row');
      return row;
    }

    const everySample: Readonly<Record<string, readonly CqlValue[]>> = {
      ascii: ['', 'a b', "'quoted'", '%2F;'],
      text: ['', "'", "''", "'a'", "it's", '{}', '[1]', 'null', '\u0000', 'é😀', '%;"\\/+&?#', '\n\r\t', ' '],
      boolean: [true, false],
      tinyint: [-128, 127],
      smallint: [-32768, 32767],
      int: [-2147483648, 0, 2147483647],
      bigint: ['-9223372036854775808', '9223372036854775807', '0', '35098652041654116'],
      varint: ['0', '-123456789012345678901234567890', '35098652041654116'],
      float: [0, '-0', 0.1, -1.5, 3.4028235e38, 1e-45, 'NaN', 'Infinity', '-Infinity', 16777216],
      double: [0, '-0', 0.1, 1e300, 5e-324, 'NaN', 'Infinity', '-Infinity', 2 ** 60],
      decimal: ['0.00', '1.50', '-12345678901234567890.123456789', '1E+3', '1E-10', '0.000001'],
      uuid: [UUID],
      timeuuid: ['8b1ad5e0-9a1f-11ec-8d3d-0242ac130003'],
      timestamp: [
        '2026-11-24T10:15:30.120Z',
        '1969-12-31T23:59:59Z',
        '+10000-01-01T00:00:00Z',
        '-0044-03-15T12:00:00Z',
      ],
      date: ['2024-02-29', '+10000-01-01', '-0001-12-31', '0000-01-01'],
      time: ['00:00:00', '23:59:59.999999999', '10:15:30.5'],
      duration: ['1y2mo3d4h5m6s7ms8us9ns', '-30h', '14d', '0s'],
      inet: ['127.0.0.1', '2001:db8:0:0:0:0:0:1', '0:0:0:0:0:0:0:0'],
      blob: ['', 'AA==', 'yv4=', '+/+/'],
    };

    /** Of a back end that has not all numbers, minus zero and zeros at the end of a decimal are another number's spelling. */
    const samples = Object.fromEntries(
      Object.entries(everySample)
        .filter(([type]) => database.takes(type))
        .map(([type, values]) => [
          type,
          backend.keepsAllNumbers ? values : values.filter((value) => !/^-0$|^\d+\.\d*0$/.test(String(value))),
        ]),
    );

    describe('every value of every simple type', () => {
      for (const [type, values] of Object.entries(samples)) {
        test(`${type}, alone and in containers`, async () => {
          const isOrdered = type !== 'duration';
          const table = await database.table(
            `v_${type}`,
            {
              id: 'int',
              v: type,
              list: `list<${type}>`,
              named: `map<text, ${type}>`,
              ...(hasTuples && { tuple: `tuple<${type}, int>` }),
              ...(hasFrozen && { map: `map<text, frozen<list<${type}>>>` }),
              ...(isOrdered && { keyed: `map<${type}, int>`, set: `set<${type}>` }),
            },
            ['id'],
          );
          for (const [id, v] of values.entries()) {
            const input = {
              id,
              v,
              list: [v, v],
              named: { "it's": v, '': v },
              ...(hasTuples && { tuple: [v, 1] }),
              ...(hasFrozen && { map: { "it's": [v], '': [] } }),
              ...(isOrdered && {
                keyed: type === 'text' || type === 'ascii' ? { [String(v)]: 1 } : [{ key: v, value: 1 }],
                set: [v],
              }),
            };
            expect((await roundTrip(table, input)).values).toEqual(input);
          }
        });
      }

      test.each(Object.entries(samples).filter(([type]) => type !== 'duration'))(
        '%s as a key, by search, by path and as a clustering column',
        async (type, values) => {
          const table = await database.table(`k_${type}`, { p: 'int', k: type, n: 'int' }, ['p'], ['k']);
          const { source } = database.open();
          const keys = values.map((k) => ({ p: 1, k }));
          for (const [n, key] of keys.entries()) await source.rows.patch(table, key, { n });
          const rows = await source.rows.readMany(table, keys);
          expect(rows.map((row) => (row as Row).values)).toEqual(keys.map((key, n) => ({ ...key, n })));
          for (const key of keys.slice(1)) await source.rows.remove(table, key, true);
          const left = await source.rows.findPage(table, { pageSize: 100 });
          expect(left.items.map((row) => row.key)).toEqual(keys.slice(0, 1));
        },
      );
    });

    describe('user-defined types', () => {
      test('keep digits, and keys of maps; members that are null are not written as the word', async () => {
        const table = await database.table('homes', { id: 'int', home: 'address', old: 'list<frozen<address>>' }, [
          'id',
        ]);
        const floors = hasFrozen && { floors: [{ key: true, value: 'null' }] };
        const home = { street: null, number: '9007199254740993', ...floors };
        const row = await roundTrip(table, { id: 1, home, old: [{ number: 1 }] });
        const old = [{ street: null, number: '1', ...(hasFrozen && { floors: [] }) }];
        expect(row.values).toEqual({ id: 1, home, old });
        expect((await roundTrip(table, { ...row.values, id: 2 })).values).toEqual({ ...row.values, id: 2 });
      });

      test.runIf(hasFrozen)('work as keys, whatever is left out', async () => {
        const table = await database.table('by_home', { home: 'frozen<address>', n: 'int' }, ['home']);
        const { source } = database.open();
        const key = await toKey(table, { home: { number: 7, floors: [{ key: false, value: "a'b" }] } }, types);
        await source.rows.patch(table, key, { n: 1 });
        expect(await source.rows.readMany(table, [key])).toEqual([{ key, values: { ...key, n: 1 } }]);
        await source.rows.remove(table, key, true);
        expect(await source.rows.readMany(table, [key])).toEqual([null]);
      });
    });

    test('unset collections are empty, everything else unset is null', async () => {
      const columns = {
        id: 'int',
        l: 'list<int>',
        s: 'set<int>',
        m: 'map<text, int>',
        i: 'map<int, int>',
        u: 'address',
      };
      const tuple = hasTuples && { t: 'tuple<int, int>' };
      const table = await database.table('unset', { ...columns, ...tuple, v: 'text' }, ['id']);
      const { values } = await roundTrip(table, { id: 1 });
      expect(values).toEqual({ id: 1, l: [], s: [], m: {}, i: [], ...(hasTuples && { t: null }), u: null, v: null });
    });

    test.runIf(hasFrozen)('frozen containers are keys, in any order of their elements', async () => {
      const table = await database.table(
        'frozen',
        { s: 'frozen<set<int>>', m: 'frozen<map<int, text>>', n: 'int' },
        ['s'],
        ['m'],
      );
      const { source } = database.open();
      const key = await toKey(
        table,
        {
          s: [3, 1, '2', 1],
          m: [
            { key: 2, value: 'b' },
            { key: '1', value: "'" },
          ],
        },
        types,
      );
      expect(key).toEqual({
        s: [1, 2, 3],
        m: [
          { key: 1, value: "'" },
          { key: 2, value: 'b' },
        ],
      });
      await source.rows.patch(table, key, { n: 1 });
      expect(await source.rows.readMany(table, [key])).toEqual([{ key, values: { ...key, n: 1 } }]);
      await source.rows.remove(table, key, true);
      expect(await source.rows.readMany(table, [key])).toEqual([null]);
    });

    test('hostile text comes through paths, bodies and conditions unchanged', async () => {
      const table = await database.table('hostile', { a: 'text', b: 'text', v: 'text', t: 'list<text>' }, ['a'], ['b']);
      const hostile = [
        "'",
        '%',
        ';',
        '/',
        '\\',
        '.',
        '"',
        '+',
        ' ',
        '&',
        '=',
        '?',
        '#',
        '{',
        ',',
        ':',
        '\u0000',
        'é',
        '😀',
      ];
      const text = fc
        .array(fc.constantFrom(...hostile, 'a', '2', 'F'), { maxLength: 6 })
        .map((parts) => parts.join(''));
      await fc.assert(
        fc.asyncProperty(text, text, text, async (a, b, v) => {
          fc.pre(a !== '');
          const { source } = database.open();
          const key = { a, b };
          await source.rows.patch(table, key, { v, t: [v, a] });
          const [row] = await source.rows.readMany(table, [key]);
          expect(row).toEqual({ key, values: { a, b, v, t: [v, a] } });
          const page = await source.rows.findPage(table, { key: { a }, where: [{ column: 'b', eq: b }], pageSize: 5 });
          expect(page.items).toHaveLength(1);
          await source.rows.remove(table, key, true);
          expect((await source.rows.findPage(table, { key: { a }, pageSize: 5 })).items).toEqual([]);
        }),
        { numRuns: 150 },
      );
    }, 60_000);

    test('half a surrogate pair is refused before it is sent', async () => {
      const table = await database.table('halves', { id: 'text' }, ['id']);
      await expect(async () => toKey(table, { id: '\ud83d' }, types)).rejects.toThrow(InputError);
    });
  });
}
