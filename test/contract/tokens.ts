/** What one caller may read is not shown to another; budgets and clients that left are heeded. */
import { beforeAll, describe, expect, test } from 'vitest';
import { BudgetExceededError, UnauthenticatedError } from '../../datasources/source/errors.ts';
import type { Source, Table } from '../../datasources/source/source.ts';
import { type Backend, useBackend } from './backend.ts';

export function describeTokens(backend: Backend): void {
  describe('tokens', () => {
    const database = useBackend(backend);
    const notes = { ...database.inKeyspace, collection: 'notes' };
    let table: Table;

    beforeAll(async () => {
      const { catalog, documents, rows } = database.open().source;
      table = await database.table('secrets', { id: 'int', v: 'text' }, ['id']);
      await rows.create(table, { id: 1, v: 'secret' }, false);
      await catalog.createCollection(notes, false);
      await documents.replace(notes, 'one', [], { v: 'secret' }, {});
    });

    /** Reads that throw where they fail. */
    const READS: readonly [string, (source: Source) => Promise<unknown>][] = [
      ['keyspaces', ({ catalog }) => catalog.keyspaces(database.inKeyspace.databaseId)],
      ['tables', ({ catalog }) => catalog.tables(database.inKeyspace)],
      ['types', ({ catalog }) => catalog.types(database.inKeyspace)],
      ['indexes', ({ catalog }) => catalog.indexes(table)],
      ['collections', ({ catalog }) => catalog.collections(database.inKeyspace)],
      ['a page of rows', ({ rows }) => rows.findPage(table, { pageSize: 10 })],
      ['a page of documents', ({ documents }) => documents.findPage(notes, { pageSize: 10 })],
      ['rows by key', async ({ rows }) => orThrow(await rows.readMany(table, [{ id: 1 }]))],
      ['documents by id', async ({ documents }) => orThrow(await documents.readMany(notes, ['one']))],
    ];

    function orThrow([result]: readonly unknown[]): unknown {
      if (result instanceof Error) throw result;
      return result;
    }

    test.each(READS)('that are not known get no %s, also right after one that is', async (_, read) => {
      expect(await read(database.open().source)).toBeTruthy();
      const stranger = database.open({ tokens: { data: 'another' } });
      await expect(read(stranger.source)).rejects.toThrow(UnauthenticatedError);
    });

    test.each(READS)('are needed for %s, and nothing is sent without one', async (_, read) => {
      const { source, calls } = database.open({ tokens: {} });
      await expect(read(source)).rejects.toThrow(UnauthenticatedError);
      expect(calls).toEqual([]);
    });

    test('a page takes a call, and an operation without calls sends none', async () => {
      const { source, calls } = database.open({ maxCalls: 0 });
      await expect(source.rows.findPage(table, { pageSize: 10 })).rejects.toThrow(BudgetExceededError);
      await expect(source.documents.findPage(notes, { pageSize: 10 })).rejects.toThrow(BudgetExceededError);
      expect(calls).toEqual([]);
    });

    test('a client that has left gets nothing', async () => {
      const signal = AbortSignal.abort(new Error('gone'));
      await expect(database.open({ signal }).source.rows.findPage(table, { pageSize: 10 })).rejects.toThrow('gone');
    });
  });
}
