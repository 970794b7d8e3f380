/** What is refused without a call is refused by the check too, and nothing is written. */
import { describe, expect, test } from 'vitest';
import type { DefinitionChecks, NewTable } from '../../datasources/source/source.ts';
import { type Backend, useBackend } from './backend.ts';

type Check = (checks: DefinitionChecks) => void;

export function describeChecks(backend: Backend): void {
  describe('checks', () => {
    const { inKeyspace, open, table } = useBackend(backend);
    const orders: NewTable = {
      ...inKeyspace,
      table: 'checked',
      columns: [
        { name: 'id', type: 'int', isStatic: false },
        { name: 'name', type: 'text', isStatic: false },
      ],
      partitionKey: ['id'],
      clusteringKey: [],
    };
    const named = (name: string) => ({ ...orders, table: name });
    const type = { name: 'place', fields: [{ name: 'city', type: 'text' }] };
    const index = { ...inKeyspace, table: 'checked', column: 'name' };
    const columns = [{ name: 'name', type: 'text', kind: 'REGULAR' as const }];
    const collection = { ...inKeyspace, collection: 'notes' };

    test.for<[string, Check, Check[]]>([
      [
        'tables',
        (checks) => checks.table(orders),
        [
          (checks) => checks.table(named('no-name')),
          (checks) => checks.table({ ...orders, partitionKey: [] }),
          (checks) => checks.table({ ...orders, columns: [{ name: 'id', type: 'list<', isStatic: false }] }),
        ],
      ],
      [
        'types',
        (checks) => checks.type(type),
        [
          (checks) => checks.type({ ...type, name: '' }),
          (checks) => checks.type({ ...type, fields: [{ name: 'city', type: 'list<' }] }),
        ],
      ],
      [
        'indexes',
        (checks) => checks.index(index, { columns }),
        [(checks) => checks.index({ ...index, column: 'nothing' }, { columns })],
      ],
      [
        'collections',
        (checks) => checks.collection(collection),
        [(checks) => checks.collection({ ...collection, collection: 'n/o' })],
      ],
    ])('of %s', async ([, good, bad]) => {
      const { source, calls } = open();
      const checks = await source.catalog.checks(inKeyspace.databaseId);
      expect(() => good(checks)).not.toThrow();
      for (const refused of bad) {
        expect(() => refused(checks)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^(BAD|NOT)_/) }));
      }
      expect(calls).toEqual([]);
    });

    test('of rows, each for itself', async () => {
      const written = await table('checked_rows', { id: 'int', tags: 'list<text>' }, ['id']);
      const { source, calls } = open();
      const rows = [
        { id: 1, tags: ['a'] },
        { id: 2, tags: ['a', null] },
      ];
      const [good, bad] = await source.rows.checkMany(written, rows, []);
      expect(good).toBe(true);
      expect(bad).toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(await source.rows.putMany(written, rows)).toMatchObject([true, { code: 'BAD_USER_INPUT' }]);
      expect(calls.filter(({ command, method }) => (command ?? method) !== 'listTypes')).toHaveLength(1);
    });

    test('of documents, each for itself', async () => {
      await open().source.catalog.createCollection({ ...inKeyspace, collection: 'checked_documents' }, false);
      const { source } = open();
      const documents = [
        { documentId: 'a', data: { n: 1 } },
        { documentId: 'b', data: { '': 1 } },
      ];
      const ref = { ...inKeyspace, collection: 'checked_documents' };
      const expected = [true, { code: 'BAD_USER_INPUT' }];
      expect(await source.documents.checkMany({ ...ref, vector: null }, documents)).toMatchObject(expected);
      expect(await source.documents.readMany(ref, ['a', 'b'])).toEqual([null, null]);
      expect(await source.documents.putMany(ref, documents)).toMatchObject(expected);
      expect(await source.documents.readMany(ref, ['a', 'b'])).toEqual([{ documentId: 'a', data: { n: 1 } }, null]);
    });
  });
}
