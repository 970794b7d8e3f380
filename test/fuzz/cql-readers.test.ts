/** Readers of values, keys and types: anything is read, or refused in their words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toKey, toValues } from '../../datasources/cql/check.ts';
import { toNewType } from '../../datasources/cql/check-definition.ts';
import { printType } from '../../datasources/cql/type.ts';
import { parseType } from '../../datasources/cql/type-parser.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CqlValue, Table } from '../../datasources/source/source.ts';
import { writeEncoding } from '../../datasources/stargate/rest/row-encode.ts';
import { rowPath } from '../../datasources/stargate/rest/row-path.ts';
import { anyJson, anyText } from './hostile.ts';
import { decodeTwice, RUNS, refusable } from './refusable.ts';

const table: Table = {
  databaseId: 'd',
  keyspace: 'shop',
  table: 'items',
  columns: [
    { name: 'id', type: 'text', kind: 'PARTITION_KEY' },
    { name: 'at', type: 'text', kind: 'CLUSTERING_KEY' },
    ...[
      'int',
      'decimal',
      'timestamp',
      'duration',
      'inet',
      'blob',
      'frozen<list<int>>',
      'map<text, set<uuid>>',
      'tuple<int, text>',
    ].map((type, index) => ({ name: `c${index}`, type, kind: 'REGULAR' as const })),
  ],
  partitionKey: ['id'],
  clusteringKey: [{ name: 'at', order: 'ASC' }],
  defaultTtlSeconds: 0,
};

describe('values and keys of rows', () => {
  const noTypes = async () => [];
  const column = fc.oneof(anyText, fc.constantFrom(...table.columns.map(({ name }) => name)));
  const values = fc.dictionary(column, anyJson, { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<
    Record<string, CqlValue>
  >;

  test('of any kind are refused, or made canonical once and for all', async () => {
    await fc.assert(
      fc.asyncProperty(values, async (given) => {
        const checked = await attempt(() => toValues(table, given, noTypes));
        if (checked) expect(await toValues(table, checked, noTypes)).toEqual(checked);
      }),
      RUNS,
    );
  });

  test('make a path to that row and no other', async () => {
    const encoding = writeEncoding([]);
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (id, at) => {
        const key = await attempt(() => toKey(table, { id, at }, noTypes));
        const path = key && refusable(InputError, () => rowPath(table, key, encoding));
        if (!path) return;
        const { pathname } = new URL(`http://upstream${path}`);
        expect(pathname).toBe(path);
        const [, , , , , ...segments] = pathname.split('/');
        expect(segments.map(decodeTwice).map(unquoted)).toEqual([id, at]);
        expect(segments).toHaveLength(2);
      }),
      RUNS,
    );
  });

  /** A server takes quotes round a whole text off, and then takes two within for one. */
  const unquoted = (text: string) => (/^'.*'$/s.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text);

  /** `undefined` for what is refused. */
  async function attempt<T>(make: () => T): Promise<Awaited<T> | undefined> {
    try {
      return await make();
    } catch (error) {
      return refuseOthers(error);
    }
  }

  function refuseOthers(error: unknown): undefined {
    if (!(error instanceof InputError)) throw error;
  }
});

describe('types', () => {
  test('of any text are refused or printed as they will be read', () => {
    const sign = fc.constantFrom(
      'int',
      'text',
      'list',
      'map',
      'tuple',
      'frozen',
      'vector',
      '<',
      '>',
      ',',
      ' ',
      "'",
      '"',
      '3',
      'x',
    );
    const text = fc.oneof(
      anyText,
      fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const printed = printType(parseType(given));
        expect(printType(parseType(printed))).toBe(printed);
        refusable(InputError, () => toNewType('column "n"', given));
      }),
      RUNS,
    );
  });

  test('nested deeper than any stack', () => {
    expect(() => toNewType('column "n"', 'list<'.repeat(100_000))).toThrow(InputError);
    expect(() => toNewType('column "n"', `${'list<'.repeat(20_000)}int${'>'.repeat(20_000)}`)).toThrow(InputError);
  });
});
