/** Ids of other types have one text each, and the text leads back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDocumentId, toKey } from '../../../../datasources/data-api/collections/document-key.ts';
import { parseJson, printJson } from '../../../../datasources/json/json.ts';
import { InputError } from '../../../../datasources/source/errors.ts';
import type { Document } from '../../../../datasources/source/source.ts';
import { NOTES, useCollections } from './collections.ts';

const at = useCollections();
const UUID = '0e4a0e9c-6a8e-4b6e-9f0a-3d1c5b7a9e21';
const OBJECT_ID = '64f0c0ffee64f0c0ffee64f0';

const IDS: [string, string][] = [
  ['"plain"', 'plain'],
  ['"@alice"', '@alice'],
  ['"1"', '1'],
  ['"null"', 'null'],
  ['1', '@json:1'],
  ['1.5', '@json:1.5'],
  ['9007199254740993', '@json:9007199254740993'],
  ['1E+2', '@json:1E+2'],
  ['true', '@json:true'],
  ['null', '@json:null'],
  ['{"$date":1700000000000}', '@json:{"$date":1700000000000}'],
  ['"@json:1"', '@json:"@json:1"'],
  [`{"$uuid":"${UUID}"}`, UUID],
  [`{"$objectId":"${OBJECT_ID}"}`, OBJECT_ID],
];

test.each(IDS)('%s is %s', async (json, documentId) => {
  expect(toDocumentId(parseJson(json))).toBe(documentId);
  if (!/uuid|objectId/.test(json)) expect(printJson(toKey(documentId))).toBe(json);
});

test('documents with such ids are found, changed and removed by their texts', async () => {
  const documents = IDS.map(([json], n) => `{"_id":${json},"n":${n}}`).join();
  await at.command('/notes', `{"insertMany":{"documents":[${documents}]}}`);
  const ids = IDS.map(([, documentId]) => documentId);
  const read = await at.documents.readMany(NOTES, ids);
  expect(read).toEqual(ids.map((documentId, n) => ({ documentId, data: { n } })));
  for (const documentId of ids) {
    await at.documents.patch(NOTES, documentId, [], { changed: documentId }, {});
    await at.documents.replace(NOTES, documentId, ['list', 0], 1, {});
    const where = { path: [{ name: '_id' }], operator: 'eq', value: documentId } as const;
    const page = await at.documents.findPage(NOTES, { where, pageSize: 5 });
    expect(page.items.map((each) => each.documentId)).toEqual([documentId]);
  }
  const changed = await at.documents.readMany(NOTES, ids);
  expect(changed.map((each) => (each as Document).data)).toEqual(
    ids.map((documentId, n) => ({ n, changed: documentId, list: [1] })),
  );
  expect(await at.documents.removeMany(NOTES, ids, false)).toEqual(ids.map(() => true));
});

test.each([
  '',
  '\ud800',
  '@json:',
  '@json:"x"',
  '@json: 1',
  '@json:1.0',
  '@json:1e2',
  '@json:-0',
  '@json:[1]',
  '@json:{"$uuid":"x"}',
])('%j is the id of no document', (documentId) => {
  expect(() => toKey(documentId)).toThrow(InputError);
});

test('every text is the id of a document, or refused, and no two texts are the id of one', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `@json:${text}`),
        fc.json().map((text) => `@json:${text}`),
      ),
      (text) => {
        if (text !== '') expect(toKey(toDocumentId(text))).toBe(text);
        try {
          expect(toDocumentId(toKey(text))).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      },
    ),
  );
});
