/** Functions on documents: `$push`, `$pop` and `$set` (Stargate Document API v2, built-in functions). */
import { InputError } from '../errors.ts';
import { memberOf } from '../json-fields.ts';
import { throwUnlessOk } from '../response-errors.ts';
import type { CollectionRef, DocumentSource, Json, Path } from '../source.ts';
import type { DocumentAccess } from './document-access.ts';
import { toBody } from './document-body.ts';
import { DOCUMENT_ROUTE, dottedPath, PART_ROUTE, placePath } from './document-path.ts';

export function createDocumentFunctions({
  send,
  checkCollection,
  checkPlaces,
}: DocumentAccess): Pick<DocumentSource, 'push' | 'pop' | 'set'> {
  /** @param body - JSON text */
  async function call(ref: CollectionRef, documentId: string, path: Path, body: string): Promise<Json> {
    await checkCollection(ref);
    const answer = await send(ref, {
      method: 'POST',
      route: `${path.length === 0 ? DOCUMENT_ROUTE : PART_ROUTE}/function`,
      path: `${placePath(ref, documentId, path)}/function`,
      body,
      isIdempotent: false,
    });
    throwUnlessOk(answer);
    return memberOf(answer.plainJson(), 'data') ?? null;
  }

  return {
    push: async (ref, documentId, path, value) =>
      call(ref, documentId, reachable(path), `{"operation":"$push","value":${toBody(value)}}`),
    pop: async (ref, documentId, path) => call(ref, documentId, reachable(path), '{"operation":"$pop"}'),
    async set(ref, documentId, path, values) {
      if (values.length === 0) throw new InputError('There is nothing to set. Give at least one path with its value.');
      const members = values.map(({ path: below, value }) => `${JSON.stringify(dottedPath(below))}:${toBody(value)}`);
      await checkCollection(ref);
      const places = values.map(({ path: below }) => [...path, ...below]);
      await checkPlaces(ref, documentId, places);
      await call(ref, documentId, path, `{"operation":"$set","value":{${members.join(',')}}}`);
    },
  };
}

/** In the paths of `$push` and `$pop` a name with a comma or a slash leads elsewhere. */
function reachable(path: Path): Path {
  const odd = path.find((step) => typeof step === 'string' && /[,/]/.test(step));
  if (odd === undefined) return path;
  throw new InputError(
    `The list at "${path.join('.')}" cannot be reached: "${odd}" holds a comma or a slash. Replace the list as a whole instead.`,
  );
}
