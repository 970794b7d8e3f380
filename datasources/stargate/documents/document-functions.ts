/** Functions on documents: `$push`, `$pop` and `$set` (Stargate Document API v2, built-in functions). */

import { checkTogether } from '../../documents/type-conflict.ts';
import { plain } from '../../http/body.ts';
import { contentOf } from '../../http/response-errors.ts';
import { anything, arrayOf, object, only, type Shape } from '../../json/shape.ts';
import { InputError } from '../../source/errors.ts';
import type { CollectionRef, DocumentSource, Path } from '../../source/source.ts';
import type { DocumentAccess } from './document-access.ts';
import { toBody } from './document-body.ts';
import { DOCUMENT_ROUTE, PART_ROUTE, positionPath, setKey } from './document-path.ts';

interface Call<T> {
  /** JSON text. */
  readonly body: string;
  /** What the answer holds. */
  readonly data: Shape<T>;
  readonly positions?: readonly Path[];
}

export function createDocumentFunctions({
  send,
  checkCollection,
  checkPositions,
}: DocumentAccess): Pick<DocumentSource, 'push' | 'pop' | 'set'> {
  async function call<T>(
    ref: CollectionRef,
    documentId: string,
    path: Path,
    { body, data, positions = [] }: Call<T>,
  ): Promise<T> {
    const position = positionPath(ref, documentId, path);
    await checkCollection(ref);
    await checkPositions(ref, documentId, positions);
    const answer = await send(ref, {
      method: 'POST',
      route: `${path.length === 0 ? DOCUMENT_ROUTE : PART_ROUTE}/function`,
      path: `${position}/function`,
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
      const positions = values.map(({ path: below }) => [...path, ...below]);
      await call(ref, documentId, path, {
        body: `{"operation":"$set","value":{${members.join(',')}}}`,
        data: anything,
        positions,
      });
    },
  };
}

/** In the paths of `$push` and `$pop` such names lead elsewhere: a list may be read in one position and written in another. */
function reachable(path: Path): Path {
  const name = path.find((step) => typeof step === 'string' && /[,/\\]|~[01]/.test(step));
  if (name === undefined) return path;
  throw new InputError(
    `The list at "${path.join('.')}" cannot be reached: "${name}" has a comma, a slash, a backslash, "~0" or "~1". Replace the list as a whole instead.`,
  );
}
