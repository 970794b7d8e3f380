import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../datasources/source/errors.ts';
import type { Json, Table } from '../../../datasources/source/source.ts';
import { fromId, fromIdOf, type GlobalId, toId, toRowId } from '../../../resolvers/relay/id.ts';
import { encodeOpaque } from '../../../resolvers/relay/opaque.ts';

const text = fc.string({ unit: 'binary' });
const keyspace = { databaseId: text, keyspace: text };
const value = fc.jsonValue() as fc.Arbitrary<Json>;

const ids: fc.Arbitrary<GlobalId> = fc.oneof(
  fc.record({ kind: fc.constant('Database' as const), databaseId: text }),
  fc.record({ kind: fc.constantFrom('Keyspace' as const, 'Namespace' as const), ...keyspace }),
  fc.record({ kind: fc.constant('Table' as const), ...keyspace, table: text }),
  fc.record({ kind: fc.constant('Row' as const), ...keyspace, table: text, keyValues: fc.array(value) }),
  fc.record({ kind: fc.constant('Collection' as const), ...keyspace, collection: text }),
  fc.record({ kind: fc.constant('Document' as const), ...keyspace, collection: text, documentId: text }),
);

const table: Table = {
  databaseId: 'db',
  keyspace: 'library',
  table: 'loan',
  columns: [
    { name: 'member', type: 'uuid', kind: 'PARTITION_KEY' },
    { name: 'at', type: 'timestamp', kind: 'CLUSTERING_KEY' },
    { name: 'book', type: 'text', kind: 'REGULAR' },
  ],
  partitionKey: ['member'],
  clusteringKey: [{ name: 'at', order: 'ASC' }],
  defaultTtlSeconds: 0,
};

describe('ids', () => {
  test('come back as what they were made of', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(fromId(toId(id))).toEqual(JSON.parse(JSON.stringify(id)));
      }),
    );
  });

  test('are the same for the same thing, whatever its members are called', () => {
    const renamed: Table = { ...table, partitionKey: ['reader'] };
    const at = '2026-03-01T12:00:00Z';
    expect(toRowId(renamed, { reader: 'u', at })).toBe(toRowId(table, { at, member: 'u' }));
  });

  test('tell a keyspace from the namespace of the same name', () => {
    const ref = { databaseId: 'db', keyspace: 'library' };
    expect(toId({ kind: 'Keyspace', ...ref })).not.toBe(toId({ kind: 'Namespace', ...ref }));
  });

  test('hold null for the clustering values of a row with only static cells', () => {
    expect(fromIdOf('Row', toRowId(table, { member: 'u', at: null })).keyValues).toEqual(['u', null]);
  });

  test('are safe in URLs', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(toId(id)).toMatch(/^[\w-]+$/);
      }),
    );
  });
});

describe('what is not an id', () => {
  test.each(['', 'x', 'Um93OjE=', '10', 'library.loan', toId({ kind: 'Database', databaseId: 'db' }).slice(0, -1)])(
    '"%s" is refused by name',
    (id) => {
      expect(() => fromId(id)).toThrow(InputError);
      expect(() => fromId(id)).toThrow(`"${id}" is not an id of this graph`);
    },
  );

  test('an id that was altered anywhere is refused', () => {
    const id = toRowId(table, { member: 'u', at: '2026-03-01T12:00:00Z' });
    fc.assert(
      fc.property(fc.nat(id.length - 1), fc.constantFrom(...'Aa0_-'), (position, letter) => {
        fc.pre(id[position] !== letter);
        expect(() => fromId(id.slice(0, position) + letter + id.slice(position + 1))).toThrow(InputError);
      }),
    );
  });

  test.each<[string, Json]>([
    ['of another version', [2, 'Database', 'db']],
    ['of an unknown kind', [1, 'View', 'db']],
    ['of an inherited kind', [1, 'constructor', 'db']],
    ['with too few names', [1, 'Table', 'db', 'library']],
    ['with too many names', [1, 'Keyspace', 'db', 'library', 'loan']],
    ['with a number for a name', [1, 'Keyspace', 'db', 7]],
    ['without key values', [1, 'Row', 'db', 'library', 'loan']],
    ['that is no list', { kind: 'Database' }],
  ])('one %s is refused', (_, content) => {
    expect(() => fromId(encodeOpaque('id', content))).toThrow(InputError);
  });

  test('a cursor is not an id', () => {
    expect(() => fromId(encodeOpaque('cursor x', [1, 'Database', 'db']))).toThrow(InputError);
  });

  test('an id of another type is refused with both types', () => {
    const id = toId({ kind: 'Keyspace', databaseId: 'db', keyspace: 'library' });
    expect(() => fromIdOf('Row', id)).toThrow('is the id of a Keyspace, and a Row is needed here');
  });
});
