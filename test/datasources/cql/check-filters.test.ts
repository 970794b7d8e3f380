/** Conditions and orders of rows are checked before anything is sent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toFilters, toSort } from '../../../datasources/cql/check-filters.ts';
import { InputError } from '../../../datasources/source/errors.ts';
import type { Index, RowValues, Table } from '../../../datasources/source/source.ts';
import { startDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let events: Table;

beforeAll(async () => {
  database = await startDatabase();
  const columns = { day: 'int', at: 'timestamp', n: 'int', kind: 'text', tags: 'set<text>', props: 'map<int, text>' };
  events = await database.table('events', columns, ['day'], ['at', 'n']);
  const { catalog } = database.open().source;
  for (const column of ['kind', 'tags', 'props']) await catalog.createIndex({ ...events, column }, false);
}, 30_000);
afterAll(() => database.close());

describe('checks before anything is sent', () => {
  const check = (where: Parameters<typeof toFilters>[1], key: RowValues = {}) => {
    const { source } = database.open();
    const types = async () => [];
    return toFilters(events, where, types, () => source.catalog.indexes(events), key);
  };

  test.each<[Parameters<typeof toFilters>[1], RegExp]>([
    [[{ column: 'day' }], /"day" has no operator/],
    [[{ column: 'day', eq: null }], /null for "eq"/],
    [[{ column: 'day', in: [1, null] }], /null in its list/],
    [[{ column: 'dya', eq: 1 }], /no column "dya".*"day"/],
    [[{ column: 'day', eq: 'x' }], /"day".*int.*"x".*integer from -2147483648/],
    [[{ column: 'day', gt: 1 }], /partition key.*"eq" and "in"/],
    [[{ column: 'at', eq: 0 }], /"day" is missing/],
    [
      [
        { column: 'day', eq: 1 },
        { column: 'n', eq: 1 },
      ],
      /"at" before it in the key is not/,
    ],
    [
      [
        { column: 'day', eq: 1 },
        { column: 'at', gt: 0 },
        { column: 'n', eq: 1 },
      ],
      /"at".*range/,
    ],
    [
      [
        { column: 'day', eq: 1 },
        { column: 'day', in: [1] },
      ],
      /"day" has "eq" and another/,
    ],
    [
      [
        { column: 'day', eq: 1 },
        { column: 'at', gt: 0, gte: 0 },
      ],
      /two bounds/,
    ],
    [[{ column: 'kind', in: ['low'] }], /index.*"kind".*"in"/],
    [[{ column: 'kind', gt: 'low' }], /index.*"kind".*"gt"/],
    [[{ column: 'kind', contains: 'low' }], /"contains" works on/],
    [[{ column: 'tags', containsKey: 'low' }], /work on maps/],
  ])('%j', async (where, message) => {
    await expect(check(where)).rejects.toThrow(message);
    await expect(check(where)).rejects.toBeInstanceOf(InputError);
  });

  test('a column that is neither key nor indexed is named, with the cure', async () => {
    const bare = await database.table('bare', { id: 'int', v: 'int' }, ['id']);
    const checked = toFilters(
      bare,
      [{ column: 'v', eq: 1 }],
      async () => [],
      async () => [],
    );
    await expect(checked).rejects.toThrow(/"v".*neither part of its key nor indexed.*createIndex/);
  });

  describe('where upstream reads a whole table unasked', () => {
    const columns = { id: 'int', n: 'int', word: 'text', m: 'map<text, int>', l: 'list<int>', bare: 'int' };
    const indexOf = (column: string, target: string | null = null): Index => ({
      name: `by_${column}`,
      kind: 'CUSTOM',
      column,
      target,
      options: {},
    });
    const indexes = [indexOf('n'), indexOf('word'), indexOf('m', 'keys'), indexOf('l', 'values')];
    let silent: Table;
    beforeAll(async () => {
      silent = await database.table('silent', columns, ['id']);
    });
    const checkSilent = (where: Parameters<typeof toFilters>[1], areAllowed = false) =>
      toFilters(
        silent,
        where,
        async () => [],
        async () => indexes,
        {},
        { areAllowed, areSilent: true, cure: 'The operator can allow it.' },
      );

    test.each<[Parameters<typeof toFilters>[1], RegExp]>([
      [[{ column: 'bare', eq: 1 }], /"bare".*createIndex\. The operator can allow it\.$/],
      [[{ column: 'word', gt: 'a' }], /"word".*cannot answer "gt".*The operator can allow it\.$/],
      [[{ column: 'n', in: [1, 2] }], /"n".*cannot answer "in"/],
      [[{ column: 'm', contains: 1 }], /"m".*cannot answer "contains".*VALUES/],
      [[{ column: 'm', containsEntry: { key: 'a', value: 1 } }], /"m".*cannot answer "containsEntry".*ENTRIES/],
      [[{ column: 'id', gt: 1 }], /"id" belongs to the partition key.*The operator can allow it\.$/],
    ])('%j is refused, unless the operator allows it', async (where, message) => {
      await expect(checkSilent(where)).rejects.toThrow(message);
      expect(await checkSilent(where, true)).toHaveLength(1);
    });

    test.each<[Parameters<typeof toFilters>[1]]>([
      [[{ column: 'n', gt: 1 }]],
      [[{ column: 'word', eq: 'a' }]],
      [[{ column: 'm', containsKey: 'a' }]],
      [[{ column: 'l', contains: 1 }]],
    ])('%j is answered by an index', async (where) => {
      expect(await checkSilent(where)).toHaveLength(1);
    });
  });

  test('indexes are looked up only where they matter', async () => {
    const { source, calls } = database.open();
    const indexes = () => source.catalog.indexes(events);
    const where = [
      { column: 'day', in: ['1', 1] },
      { column: 'at', lt: '2026-11-24T11:00:00+01:00' },
    ];
    expect(await toFilters(events, where, async () => [], indexes)).toEqual([
      { column: 'day', in: [1, 1] },
      { column: 'at', lt: '2026-11-24T10:00:00Z' },
    ]);
    expect(calls).toEqual([]);
  });

  test('rows are sorted by clustering columns, each once', () => {
    expect(toSort(events, [{ column: 'at' }, { column: 'n', order: 'DESC' }])).toEqual([
      { column: 'at', order: 'ASC' },
      { column: 'n', order: 'DESC' },
    ]);
    expect(() => toSort(events, [{ column: 'kind' }])).toThrow(/"kind".*at, n/);
    expect(() => toSort(events, [{ column: 'at' }, { column: 'at' }])).toThrow(/twice/);
  });
});
