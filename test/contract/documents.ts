/** What is written to a document is what is read, found, changed and removed. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ConflictError, InputError, NotFoundError } from '../../datasources/source/errors.ts';
import type { DocumentSource, Json, UpstreamCall } from '../../datasources/source/source.ts';
import { type Backend, useBackend } from './backend.ts';

export function describeDocuments(backend: Backend): void {
  describe('documents', () => {
    const database = useBackend(backend);

    let documents: DocumentSource;
    let calls: UpstreamCall[];
    const notes = { ...database.inKeyspace, collection: 'notes' };

    beforeAll(async () => {
      await database.open().source.catalog.createCollection(notes, false);
    });

    beforeEach(() => {
      const opened = database.open();
      documents = opened.source.documents;
      calls = opened.calls;
    });

    const put = (id: string, data: Json) => documents.replace(notes, id, [], data, {});

    async function dataOf(id: string): Promise<Json | undefined> {
      const [read] = await documents.readMany(notes, [id]);
      if (read instanceof Error) throw read;
      return read?.data;
    }

    const failure = (promise: Promise<unknown>) =>
      promise.then(
        () => undefined,
        (error: unknown) => error,
      );

    /** Refused as input, and nothing was asked upstream. */
    async function expectRefused(promise: Promise<unknown>, what = ''): Promise<void> {
      expect(await failure(promise), what).toBeInstanceOf(InputError);
      expect(calls, what).toEqual([]);
    }

    const ODD_IDS = [
      'a/b',
      'a%2Fb',
      '100%',
      'a;b',
      'a b',
      '"',
      '\\',
      '*',
      '[0]',
      '🏝',
      '...',
      '%2E%2E',
      'batch',
      'upgrade',
      'a+b',
      '?#&=',
    ];

    test.each(ODD_IDS)('a document with the id %j is written, read, found, changed and removed', async (id) => {
      await put(id, { id, n: 1 });
      await documents.patch(notes, id, [], { n: 2 }, {});
      await documents.replace(notes, id, ['part'], 3, {});
      expect(await dataOf(id)).toEqual({ id, n: 2, part: 3 });
      const page = await documents.findPage(notes, {
        where: { path: [{ name: 'id' }], operator: 'eq', value: id },
        pageSize: 5,
      });
      expect(page.items.map(({ documentId }) => documentId)).toEqual([id]);
      await documents.remove(notes, id, [], false);
      expect(await dataOf(id)).toBeUndefined();
    });

    test.each(['', '\ud800'])('the id %j is refused, by reads for itself alone', async (id) => {
      await expectRefused(put(id, { a: 1 }));
      await expectRefused(documents.remove(notes, id, [], false));
      await expectRefused(documents.push(notes, id, ['a'], 1));
      expect((await documents.readMany(notes, [id]))[0]).toBeInstanceOf(InputError);
      expect(calls).toEqual([]);
    });

    const ODD_NAMES = [
      'a.b',
      'a,b',
      '*',
      'a/b',
      '~0~1',
      '%41',
      '%',
      ';',
      'a;b',
      '"',
      'a]',
      'é🏝',
      ' ',
      '__proto__',
      'constructor',
    ];

    test.each(ODD_NAMES)('the member %j goes through bodies and paths to one place', async (name) => {
      const data = (value: Json) =>
        Object.fromEntries([
          [name, value],
          ['z', 0],
        ]);
      await put('odd', data(1));
      expect(await dataOf('odd')).toEqual(data(1));
      await documents.replace(notes, 'odd', [name], { in: 2 }, {});
      expect(await dataOf('odd')).toEqual(data({ in: 2 }));
      await documents.patch(notes, 'odd', [name], { more: 3 }, {});
      expect(await dataOf('odd')).toEqual(data({ in: 2, more: 3 }));
      const page = await documents.findPage(notes, {
        where: { path: [{ name }, { name: 'more' }], operator: 'eq', value: 3 },
        fields: [[{ name }]],
        pageSize: 2,
      });
      const found = Object.entries(page.items[0]?.data ?? {});
      expect(found).toContainEqual([name, { in: 2, more: 3 }]);
      await documents.remove(notes, 'odd', [name], false);
      expect(await dataOf('odd')).toEqual({ z: 0 });
    });

    test('creating and removing answer whether it happened', async () => {
      expect(await documents.createWithId(notes, 'once', { a: [1], b: 2 }, { ifNotExists: false })).toBe(true);
      expect(await documents.createWithId(notes, 'once', { a: 2 }, { ifNotExists: true })).toBe(false);
      expect(await failure(documents.createWithId(notes, 'once', { a: 2 }, { ifNotExists: false }))).toBeInstanceOf(
        ConflictError,
      );
      expect(await documents.remove(notes, 'once', ['a', 1], true)).toBe(false);
      expect(await failure(documents.remove(notes, 'once', ['a', 1], false))).toMatchObject({
        message: 'The document "once" has nothing at "a.[1]".',
      });
      expect(await documents.remove(notes, 'once', ['a'], false)).toBe(true);
      expect(await dataOf('once')).toEqual({ b: 2 });
      expect(await documents.removeMany(notes, ['never', 'once', ''], false)).toEqual([
        expect.any(NotFoundError),
        true,
        expect.any(InputError),
      ]);
      expect(await documents.remove(notes, 'once', [], true)).toBe(false);
    });

    test.runIf(database.can('DOCUMENT_TTL'))('what a batch did not write is an error in its place', async () => {
      const written = await documents.createMany(notes, [{ id: 'p' }, { id: 'q' }], {
        idPath: ['id'],
        ttlSeconds: 700_000_000,
      });
      expect(written).toEqual([expect.any(Error), expect.any(Error)]);
    });

    test('without an id path each document stands for itself', async () => {
      const written = await documents.createMany(notes, [{ a: 1 }, { '': 1 }, { b: '\ud800' }, { c: [1] }], {});
      expect(written).toEqual([expect.any(String), expect.any(InputError), expect.any(InputError), expect.any(String)]);
      expect(await dataOf(String(written[3]))).toEqual({ c: [1] });
    });

    test('a search keeps the order of the database, also for ids that look like numbers', async () => {
      const numbered = { ...database.inKeyspace, collection: 'numbered' };
      await database.open().source.catalog.createCollection(numbered, false);
      const ids = Array.from({ length: 30 }, (_, n) => String(n));
      await documents.createMany(
        numbered,
        ids.map((id) => ({ id, n: Number(id) })),
        { idPath: ['id'] },
      );
      const found: string[] = [];
      let pageState: string | undefined;
      do {
        const page = await documents.findPage(numbered, {
          pageSize: 20,
          ...(pageState !== undefined && { pageState }),
        });
        found.push(...page.items.map(({ documentId }) => documentId));
        pageState = page.nextPageState;
      } while (pageState !== undefined);
      expect(found.toSorted()).toEqual(ids.toSorted());
      expect(found).not.toEqual(ids);
      // A smaller page begins alike only if the order is that of the database; some databases size their pages themselves.
      const small = await documents.findPage(numbered, { pageSize: 5 });
      expect(small.items.length).toBeGreaterThanOrEqual(5);
      expect(small.items.map(({ documentId }) => documentId)).toEqual(found.slice(0, small.items.length));
    });

    test('conditions inside "or" stay together, and "not" takes any of them', async () => {
      await put('w1', { w: 1, n: 3 });
      await put('w2', { w: 1, n: 9 });
      await put('w3', { w: 2, n: 20 });
      const is = (name: string, operator: 'eq' | 'gt' | 'lt', value: number) => ({ path: [{ name }], operator, value });
      const find = async (where: Parameters<DocumentSource['findPage']>[1]['where']) => {
        const page = await documents.findPage(notes, { ...(where && { where }), pageSize: 20 });
        return page.items.map(({ documentId }) => documentId).toSorted();
      };
      const between = { and: [is('n', 'gt', 1), is('n', 'lt', 5)] };
      expect(await find({ or: [between, is('w', 'eq', 2)] })).toEqual(['w1', 'w3']);
      expect(await find({ and: [is('w', 'gt', 0), { not: between }] })).toEqual(['w2', 'w3']);
      expect(await find({ and: [is('w', 'gt', 0), { not: { or: [is('n', 'eq', 3), is('n', 'eq', 9)] } }] })).toEqual([
        'w3',
      ]);
      // Alone on one path, upstream takes "in" beside "nin" for met by documents that lack the field.
      const path = [{ name: 'w' }];
      expect(
        await find({
          and: [
            { path, operator: 'in', value: [1, 2] },
            { path, operator: 'nin', value: [2] },
          ],
        }),
      ).toEqual(['w1', 'w2']);
    });

    test.runIf(database.can('DOCUMENT_TTL'))(
      'a time to live is taken for whole documents, and kept for parts',
      async () => {
        await documents.replace(notes, 'brief', [], { a: 1 }, { ttlSeconds: 500 });
        await documents.patch(notes, 'brief', [], { b: 1 }, { keepTtl: true });
        expect(await dataOf('brief')).toEqual({ a: 1, b: 1 });
      },
    );

    test.runIf(database.can('DOCUMENT_FUNCTIONS'))('values are pushed to lists, popped off them, and set', async () => {
      await put('lists', { list: [1], other: 1 });
      expect(await documents.push(notes, 'lists', ['list'], { b: 2 })).toEqual([1, { b: 2 }]);
      expect(await documents.pop(notes, 'lists', ['list'])).toEqual({ b: 2 });
      await documents.set(notes, 'lists', [], [{ path: ['c', 'd'], value: [] }]);
      expect(await dataOf('lists')).toEqual({ list: [1], other: 1, c: { d: [] } });
    });
  });
}
