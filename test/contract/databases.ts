/** Which database is meant, and what can be done with it. */
import { describe, expect, test } from 'vitest';
import { InputError, NotSupportedError } from '../../datasources/source/errors.ts';
import { type Backend, useBackend } from './backend.ts';

export function describeDatabases(backend: Backend): void {
  describe('databases', () => {
    const database = useBackend(backend);
    const { databaseId } = database.inKeyspace;

    test('have the capabilities that the back end states', async () => {
      const { databases } = database.open().source;
      expect([...(await databases.capabilities(databaseId))].sort()).toEqual(backend.capabilities.toSorted());
    });

    test('have canonical ids, and one is the default', () => {
      const { source } = database.open();
      for (const id of [undefined, null, 'default', databaseId]) expect(source.databaseId(id)).toBe(databaseId);
      expect(() => source.databaseId('no/such')).toThrow(InputError);
    });

    test('are read in the order of their ids, and what is missing is null', async () => {
      const { databases } = database.open().source;
      const missing = '00000000-0000-4000-8000-000000000000';
      const found = expect.objectContaining({ databaseId });
      expect(await databases.readMany([missing, databaseId, missing])).toEqual([null, found, null]);
    });

    test.runIf(!database.can('DEVOPS'))('cannot be changed without the DevOps API', async () => {
      const { databases } = database.open().source;
      for (const change of [
        databases.park(databaseId),
        databases.resize(databaseId, 2),
        databases.availableRegions(),
      ]) {
        await expect(change).rejects.toThrow(NotSupportedError);
      }
    });
  });
}
