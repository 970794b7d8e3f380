/** Creating and deleting mean the same for everything; names and types are checked first. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ConflictError, InputError, NotFoundError, NotSupportedError } from '../../datasources/source/errors.ts';
import type { CatalogSource, NewTable, UpstreamCall } from '../../datasources/source/source.ts';
import { findTable } from '../datasources/support/database.ts';
import { type Backend, useBackend } from './backend.ts';

export function describeCatalog(backend: Backend): void {
  describe('keyspaces, tables and types', () => {
    const database = useBackend(backend);

    function open(): { catalog: CatalogSource; calls: UpstreamCall[] } {
      const { source, calls } = database.open();
      return { catalog: source.catalog, calls };
    }

    const missing = { databaseId: database.inKeyspace.databaseId, keyspace: 'nowhere' };

    function newTable(table: string, part: Partial<NewTable> = {}): NewTable {
      const columns = [
        { name: 'p', type: 'int', isStatic: false },
        { name: 'c', type: 'int', isStatic: false },
        { name: 'v', type: 'text', isStatic: false },
      ];
      return {
        ...database.inKeyspace,
        table,
        columns,
        partitionKey: ['p'],
        clusteringKey: [{ name: 'c', order: 'ASC' }],
        ...part,
      };
    }

    describe('what is not there', () => {
      test.each(['nowhere', '', '.', '..', 'a b', 'x/y', 'ü', 'n'.repeat(300)])(
        'keyspace %j is null',
        async (keyspace) => {
          const { catalog } = open();
          const ref = { databaseId: database.inKeyspace.databaseId, keyspace };
          expect(await catalog.keyspace(ref)).toBeNull();
          expect(await catalog.tables(ref)).toBeNull();
          expect(await catalog.types(ref)).toBeNull();
          expect(await catalog.indexes({ ...ref, table: 't' })).toBeNull();
        },
      );

      test('tables are null for indexes', async () => {
        expect(await open().catalog.indexes({ ...database.inKeyspace, table: 'nowhere' })).toBeNull();
      });
    });

    /** How each kind of thing is made and deleted; `deleteMissing` deletes one whose parent is there. */
    const kinds: readonly {
      readonly kind: string;
      readonly create: (catalog: CatalogSource, ifNotExists: boolean) => Promise<boolean>;
      readonly remove: (catalog: CatalogSource, ifExists: boolean) => Promise<boolean>;
    }[] = [
      {
        kind: 'keyspace',
        create: (catalog, ifNotExists) =>
          catalog.createKeyspace({ databaseId: database.inKeyspace.databaseId, keyspace: 'extra' }, {}, ifNotExists),
        remove: (catalog, ifExists) =>
          catalog.deleteKeyspace({ databaseId: database.inKeyspace.databaseId, keyspace: 'extra' }, ifExists),
      },
      {
        kind: 'table',
        create: (catalog, ifNotExists) => catalog.createTable(newTable('made'), ifNotExists),
        remove: (catalog, ifExists) => catalog.deleteTable({ ...database.inKeyspace, table: 'made' }, ifExists),
      },
      {
        kind: 'column',
        create: (catalog, ifNotExists) =>
          catalog.createColumn(
            { ...database.inKeyspace, table: 'base' },
            { name: 'n', type: 'int', isStatic: database.can('STATIC_COLUMNS') },
            ifNotExists,
          ),
        remove: (catalog, ifExists) => catalog.deleteColumn({ ...database.inKeyspace, table: 'base' }, 'n', ifExists),
      },
      {
        kind: 'index',
        create: (catalog, ifNotExists) =>
          catalog.createIndex({ ...database.inKeyspace, table: 'base', column: 'v', name: 'by_v' }, ifNotExists),
        remove: (catalog, ifExists) => catalog.deleteIndex({ ...database.inKeyspace, table: 'base' }, 'by_v', ifExists),
      },
      {
        kind: 'type',
        create: (catalog, ifNotExists) =>
          catalog.createType(database.inKeyspace, { name: 'point', fields: [{ name: 'x', type: 'int' }] }, ifNotExists),
        remove: (catalog, ifExists) => catalog.deleteType(database.inKeyspace, 'point', ifExists),
      },
    ];

    describe('creating and deleting', () => {
      beforeAll(async () => void (await open().catalog.createTable(newTable('base'), false)));

      test.each(kinds)('a $kind', async ({ create, remove }) => {
        const { catalog } = open();
        await expect(remove(catalog, false)).rejects.toThrow(NotFoundError);
        expect(await remove(catalog, true)).toBe(false);
        expect(await create(catalog, false)).toBe(true);
        await expect(create(catalog, false)).rejects.toThrow(ConflictError);
        expect(await create(catalog, true)).toBe(false);
        expect(await remove(catalog, false)).toBe(true);
        expect(await remove(catalog, true)).toBe(false);
      });

      test('below something that is missing is NOT_FOUND', async () => {
        const { catalog } = open();
        const nowhere = { ...database.inKeyspace, table: 'nowhere' };
        const column = { name: 'n', type: 'int', isStatic: false };
        await expect(catalog.createTable(newTable('t', missing), false)).rejects.toThrow(NotFoundError);
        await expect(catalog.createColumn(nowhere, column, false)).rejects.toThrow(NotFoundError);
        await expect(catalog.renameColumn(nowhere, 'p', 'q')).rejects.toThrow(
          database.can('COLUMN_RENAMES') ? NotFoundError : NotSupportedError,
        );
        await expect(catalog.replaceTableOptions(nowhere, 60)).rejects.toThrow(
          database.can('TABLE_OPTIONS') ? NotFoundError : NotSupportedError,
        );
        await expect(catalog.createIndex({ ...nowhere, column: 'v' }, false)).rejects.toThrow(NotFoundError);
        await expect(catalog.updateType(database.inKeyspace, 'nothing', {})).rejects.toThrow(NotFoundError);
      });
    });

    describe('tables', () => {
      test('have their columns by kind, types that can be sent back, orders and a time to live', async () => {
        const { catalog } = open();
        await catalog.createType(
          database.inKeyspace,
          { name: 'Pair', fields: [{ name: 'x', type: 'varchar' }] },
          false,
        );
        const regular = [
          { name: 'open', type: 'Pair', kept: 'Pair' },
          { name: 'closed', type: 'map<text, frozen<Pair>>', kept: 'map<text, frozen<Pair>>' },
          { name: 'inner', type: 'list<frozen<tuple<int,varchar>>>', kept: 'list<tuple<int, text>>' },
          { name: 'near', type: 'vector<float,2>', kept: 'vector<float, 2>' },
        ].filter(({ type }) => !backend.refusedTypes.includes(type));
        const [hasStatic, hasTtl] = [database.can('STATIC_COLUMNS'), database.can('TABLE_OPTIONS')];
        const table = newTable('full', {
          columns: [
            { name: 'p', type: 'int', isStatic: false },
            { name: 'd', type: 'timestamp', isStatic: false },
            ...regular.map(({ name, type }) => ({ name, type, isStatic: false })),
            ...(hasStatic ? [{ name: 's', type: 'int', isStatic: true }] : []),
          ],
          clusteringKey: [{ name: 'd', order: 'DESC' }],
          ...(hasTtl && { defaultTtlSeconds: 60 }),
        });
        await catalog.createTable(table, false);
        const found = await findTable(database.open().source, table);
        const byName = regular.toSorted((one, other) => (one.name < other.name ? -1 : 1));
        expect(found).toEqual({
          ...database.inKeyspace,
          table: 'full',
          columns: [
            { name: 'p', type: 'int', kind: 'PARTITION_KEY' },
            { name: 'd', type: 'timestamp', kind: 'CLUSTERING_KEY' },
            ...(hasStatic ? [{ name: 's', type: 'int', kind: 'STATIC' }] : []),
            ...byName.map(({ name, kept }) => ({ name, type: kept, kind: 'REGULAR' })),
          ],
          partitionKey: ['p'],
          clusteringKey: [{ name: 'd', order: 'DESC' }],
          defaultTtlSeconds: hasTtl ? 60 : null,
        });
        for (const { name, type } of found.columns.filter(({ kind }) => kind === 'REGULAR')) {
          const again = { name: `again_${name}`, type, isStatic: false };
          expect(await catalog.createColumn(table, again, false)).toBe(true);
        }
      });

      test.runIf(database.can('TABLE_OPTIONS'))('get another time to live', async () => {
        const { catalog } = open();
        const table = newTable('lasting');
        await catalog.createTable(table, false);
        expect((await findTable(database.open().source, table)).defaultTtlSeconds).toBe(0);
        await catalog.replaceTableOptions(table, 120);
        expect((await findTable(database.open().source, table)).defaultTtlSeconds).toBe(120);
      });

      test.runIf(!database.can('TABLE_OPTIONS'))('have no time to live, neither at first nor later', async () => {
        const { catalog, calls } = open();
        const table = newTable('lasting', { defaultTtlSeconds: 60 });
        await expect(catalog.createTable(table, false)).rejects.toThrow(NotSupportedError);
        await expect(catalog.replaceTableOptions(table, 60)).rejects.toThrow(NotSupportedError);
        expect(calls).toEqual([]);
      });

      test.runIf(!database.can('STATIC_COLUMNS'))('have no static columns that are made here', async () => {
        const { catalog, calls } = open();
        const column = { name: 's', type: 'int', isStatic: true };
        const columns = [...newTable('still').columns, column];
        await expect(catalog.createTable(newTable('still', { columns }), false)).rejects.toThrow(NotSupportedError);
        await expect(catalog.createColumn(newTable('still'), column, false)).rejects.toThrow(NotSupportedError);
        expect(calls).toEqual([]);
      });

      test.runIf(backend.refusedTypes.length > 0).each(backend.refusedTypes)(
        'have no columns of the type %s',
        async (type) => {
          const { catalog, calls } = open();
          const column = { name: 'n', type, isStatic: false };
          const columns = [...newTable('odd').columns, column];
          await expect(catalog.createTable(newTable('odd', { columns }), false)).rejects.toThrow(NotSupportedError);
          await expect(catalog.createColumn(newTable('odd'), column, false)).rejects.toThrow(NotSupportedError);
          const owner = { name: 'odd', fields: [{ name: 'n', type }] };
          await expect(catalog.createType(database.inKeyspace, owner, false)).rejects.toThrow(NotSupportedError);
          expect(calls).toEqual([]);
        },
      );

      test.runIf(database.can('COLUMN_RENAMES'))('rename columns of the key alone', async () => {
        const { catalog } = open();
        await catalog.createTable(newTable('renamed'), false);
        const ref = { ...database.inKeyspace, table: 'renamed' };
        await catalog.renameColumn(ref, 'p', 'q');
        expect((await findTable(database.open().source, ref)).partitionKey).toEqual(['q']);
        await expect(catalog.renameColumn(ref, 'v', 'w')).rejects.toThrow(InputError);
        await expect(catalog.renameColumn(ref, 'x', 'w')).rejects.toThrow(NotFoundError);
        await expect(catalog.renameColumn(ref, 'c', 'v')).rejects.toThrow(ConflictError);
      });

      test.each<[Partial<NewTable>, RegExp]>([
        [{ table: '' }, /table name "" is empty/],
        [{ table: 'a-b' }, /letters, digits and underscores/],
        [{ table: 'x'.repeat(49) }, /49 characters/],
        [{ partitionKey: [] }, /needs a partition key/],
        [{ partitionKey: ['q'] }, /"q", which is not among its columns/],
        [{ partitionKey: ['c'] }, /"c" twice/],
        [
          { columns: [{ name: 'p', type: 'list<int', isStatic: false }] },
          /"list<int" of the column "p" is no CQL type/,
        ],
        [{ columns: [{ name: 'p', type: '', isStatic: false }] }, /is no CQL type/],
      ])('are not made as %j', async (part, message) => {
        const { catalog, calls } = open();
        const plain = 'columns' in part ? { clusteringKey: [] } : {};
        await expect(catalog.createTable(newTable('refused', { ...plain, ...part }), true)).rejects.toThrow(message);
        expect(calls).toEqual([]);
      });
    });

    describe('indexes', () => {
      test('tell their column and what of it they hold', async () => {
        const { catalog } = open();
        const columns = { p: 'int', Name: 'text', tags: 'set<text>', props: 'map<text, int>' };
        const table = await database.table('indexed', columns, ['p']);
        await catalog.createIndex({ ...table, column: 'Name' }, false);
        await catalog.createIndex({ ...table, column: 'tags', name: 'tags_index' }, false);
        await catalog.createIndex({ ...table, column: 'props', kind: 'ENTRIES', name: 'entries' }, false);
        const found = (await catalog.indexes(table)) ?? [];
        expect(found.map(({ name, column, target }) => [name, column, target]).toSorted()).toEqual([
          ['entries', 'props', 'entries'],
          ['indexed_Name_idx', 'Name', null],
          ['tags_index', 'tags', 'values'],
        ]);
        await expect(catalog.createIndex({ ...table, column: 'Name', name: 'other' }, false)).rejects.toThrow(
          ConflictError,
        );
        expect(await catalog.createIndex({ ...table, column: 'Name', name: 'other' }, true)).toBe(false);
        await expect(catalog.createIndex({ ...table, column: 'nothing' }, false)).rejects.toThrow(/"nothing"/);
      });

      test('of another table may be in the way', async () => {
        const { catalog } = open();
        const [one, other] = [
          await database.table('one', { p: 'int', v: 'int' }, ['p']),
          await database.table('other', { p: 'int', v: 'int' }, ['p']),
        ];
        await catalog.createIndex({ ...one, column: 'v', name: 'shared' }, false);
        await expect(catalog.createIndex({ ...other, column: 'v', name: 'shared' }, false)).rejects.toThrow(
          ConflictError,
        );
      });
    });

    test('types gain fields and new names for them, capitals kept', async () => {
      const { catalog } = open();
      const ref = database.inKeyspace;
      await catalog.createType(ref, { name: 'growing', fields: [{ name: 'a', type: 'int' }] }, false);
      const type = backend.refusedTypes.includes('frozen<list<text>>') ? 'date' : 'frozen<list<text>>';
      await catalog.updateType(ref, 'growing', { addFields: [{ name: 'B', type }] });
      await catalog.updateType(ref, 'growing', { renameFields: [{ from: 'a', to: 'First' }] });
      const found = (await catalog.types(ref))?.find(({ name }) => name === 'growing');
      expect(found?.fields).toEqual([
        { name: 'First', type: 'int' },
        { name: 'B', type },
      ]);
      await expect(
        catalog.updateType(ref, 'growing', { addFields: [{ name: 'x', type: 'map<int>' }] }),
      ).rejects.toThrow(InputError);
    });
  });
}
