/** Functions on documents: `$push`, `$pop` and `$set` (Stargate Document API v2, built-in functions). */
import { plain } from '../../http/body.ts';
import { contentOf } from '../../http/response-errors.ts';
import { anything, arrayOf, object, only, type Shape } from '../../json/shape.ts';
import { InputError } from '../../source/errors.ts';
import type { CollectionRef, DocumentSource, Path } from '../../source/source.ts';
import type { DocumentAccess } from './document-access.ts';
import { toBody } from './document-body.ts';
import { checkTogether } from './document-conflict.ts';
import { DOCUMENT_ROUTE, PART_ROUTE, placePath, setKey } from './document-path.ts';

interface Call<T> {
  /** JSON text. */
  readonly body: string;
  /** What the answer holds. */
  readonly data: Shape<T>;
  readonly places?: readonly Path[];
}

export function createDocumentFunctions({
  send,
  checkCollection,
  checkPlaces,
}: DocumentAccess): Pick<DocumentSource, 'push' | 'pop' | 'set'> {
  async function call<T>(
    ref: CollectionRef,
    documentId: string,
    path: Path,
    { body, data, places = [] }: Call<T>,
  ): Promise<T> {
    const place = placePath(ref, documentId, path);
    await checkCollection(ref);
    await checkPlaces(ref, documentId, places);
    const answer = await send(ref, {
      method: 'POST',
      route: `${path.length === 0 ? DOCUMENT_ROUTE : PART_ROUTE}/function`,
      path: `${place}/function`,
      body,
      effect: 'write',
      expect: { 200: plain(object({ documentId: only(documentId), data })) },
    });
    return contentOf(answer).data;
  }

  return {
    async push(ref, documentId, path, value) {
      const body = `{"operation":"$push","value":${toBody(value)}}`;
      const list = await call(ref, documentId, reachable(path), { body, data: arrayOf(anything) });
      // The answer holds the new element as it was sent, with escapes in its names.
      return [...list.slice(0, -1), value];
    },
    pop: async (ref, documentId, path) =>
      call(ref, documentId, reachable(path), { body: '{"operation":"$pop"}', data: anything }),
    async set(ref, documentId, path, values) {
      if (values.length === 0) throw new InputError('There is nothing to set. Give at least one path with its value.');
      const members = values.map(({ path: below, value }) => `${JSON.stringify(setKey(below))}:${toBody(value)}`);
      checkTogether(values.map(({ path: below }) => below));
      const places = values.map(({ path: below }) => [...path, ...below]);
      await call(ref, documentId, path, {
        body: `{"operation":"$set","value":{${members.join(',')}}}`,
        data: anything,
        places,
      });
    },
  };
}

/** In the paths of `$push` and `$pop` such names lead elsewhere: a list may be read in one place and written in another. */
function reachable(path: Path): Path {
  const odd = path.find((step) => typeof step === 'string' && /[,/\\]|~[01]/.test(step));
  if (odd === undefined) return path;
  throw new InputError(
    `The list at "${path.join('.')}" cannot be reached: "${odd}" holds a comma, a slash, a backslash, "~0" or "~1". Replace the list as a whole instead.`,
  );
}
