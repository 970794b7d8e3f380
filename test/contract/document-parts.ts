/** Searches inside one document: from fragments to where they stand. */
import { beforeAll, describe, expect, test } from 'vitest';
import { NotFoundError } from '../../datasources/source/errors.ts';
import type { DocumentFilter, DocumentPart, PartQuery, Pattern } from '../../datasources/source/source.ts';
import { type Backend, useBackend } from './backend.ts';

export function describeDocumentParts(backend: Backend): void {
  describe('parts of documents', () => {
    const database = useBackend(backend);

    const menus = { ...database.inKeyspace, collection: 'menus' };

    const MENU = {
      food: {
        Apple: { name: 'apple', price: 0.99, tags: ['red', 'round'] },
        Pear: { name: 'pear', price: 0.89, 'a,b': 1 },
        Orange: { name: 'orange', info: { price: 1 } },
      },
      rooms: [{ seats: 2, view: true }, { seats: 4 }, { seats: 9, view: false }],
      total: 3,
    };

    beforeAll(async () => {
      const { catalog, documents } = database.open().source;
      await catalog.createCollection(menus, false);
      await documents.replace(menus, 'menu', [], MENU, {});
    });

    /** Walks over all pages. */
    async function search(
      query: Partial<PartQuery> & { where: DocumentFilter },
      documentId = 'menu',
    ): Promise<DocumentPart[]> {
      const { documents } = database.open().source;
      const parts: DocumentPart[] = [];
      let pageState: string | undefined;
      do {
        const page = await documents.findParts(menus, documentId, {
          pageSize: 2,
          ...query,
          ...(pageState && { pageState }),
        });
        parts.push(...page.items);
        pageState = page.nextPageState;
      } while (pageState);
      return parts;
    }

    const named = (...names: string[]): Pattern =>
      names.map((name) => (name === '*' ? { any: 'member' } : name === '[*]' ? { any: 'element' } : { name }));
    const below = (value: number, ...names: string[]): DocumentFilter => ({
      path: named(...names),
      operator: 'lt',
      value,
    });

    test('the field that was compared stands where it was found', async () => {
      expect(await search({ where: below(1, 'food', '*', 'price') })).toEqual([
        { path: ['food', 'Apple', 'price'], data: 0.99 },
        { path: ['food', 'Pear', 'price'], data: 0.89 },
      ]);
    });

    test('elements of lists have their index', async () => {
      expect(await search({ where: below(5, 'rooms', '[*]', 'seats') })).toEqual([
        { path: ['rooms', 0, 'seats'], data: 2 },
        { path: ['rooms', 1, 'seats'], data: 4 },
      ]);
      expect(await search({ path: named('rooms'), where: below(5, '[*]', 'seats') })).toHaveLength(2);
    });

    test('with fields a part is the object around the field, whether or not they name it', async () => {
      const where = below(0.95, 'food', '*', 'price');
      const pear = { path: ['food', 'Pear'], data: { name: 'pear', price: 0.89 } };
      expect(await search({ where, fields: [named('name'), named('price')] })).toEqual([pear]);
      expect((await search({ where, fields: [named('name')] }))[0]).toMatchObject({
        path: pear.path,
        data: { name: 'pear' },
      });
      const odd = (await search({ where, fields: [named('a,b')] }))[0];
      expect(odd).toMatchObject({ path: pear.path, data: { 'a,b': 1 } });
    });

    test('lists within a part are lists', async () => {
      const parts = await search({ where: below(1, 'food', '*', 'price'), fields: [named('tags')] });
      expect(parts[0]).toMatchObject({ path: ['food', 'Apple'], data: { tags: ['red', 'round'] } });
    });

    test('a name with a comma or asterisk is compared exactly', async () => {
      expect(await search({ where: below(5, 'food', 'Pear', 'a,b') })).toEqual([
        { path: ['food', 'Pear', 'a,b'], data: 1 },
      ]);
    });

    test('pages without parts are walked over, and no document means no parts', async () => {
      expect(
        await search({ where: { path: named('food', '*', 'sku'), operator: 'exists', value: false }, pageSize: 1 }),
      ).toEqual([]);
      expect(await search({ where: below(9, 'total'), pageSize: 1 })).toEqual([{ path: ['total'], data: 3 }]);
      expect(await search({ where: below(9, 'total') }, 'nobody')).toEqual([]);
    });

    test('a missing collection is an error', async () => {
      const { documents } = database.open().source;
      const finding = documents.findParts({ ...menus, collection: 'none' }, 'menu', {
        where: below(9, 'total'),
        pageSize: 5,
      });
      await expect(finding).rejects.toBeInstanceOf(NotFoundError);
    });
  });
}
