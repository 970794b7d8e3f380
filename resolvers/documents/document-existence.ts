import type { Json, Path, Pattern } from '../../datasources/source/source.ts';
import { asPattern } from '../projection/path.ts';
import type { Context } from '../shared/context.ts';
import type { DocumentRef } from '../shared/target.ts';

/** Any path will do: a document that has nothing there is answered empty, a missing one not at all. */
const LITTLE: readonly Pattern[] = [[{ name: 'id' }]];

export async function isDocumentThere({ collection, documentId }: DocumentRef, { loaders }: Context): Promise<boolean> {
  return (await loaders.document(collection, documentId, LITTLE)) !== null;
}

/** Whether something is at the path; null is something. */
export async function isPartThere(
  { collection, documentId }: DocumentRef,
  path: Path,
  { loaders }: Context,
): Promise<boolean> {
  const found = await loaders.document(collection, documentId, [asPattern(path)]);
  return found !== null && hasAt(found.data, path);
}

function hasAt(data: Json, path: Path): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  if (typeof data !== 'object' || data === null || Array.isArray(data) !== (typeof step === 'number')) return false;
  const child = Object.entries(data).find(([name]) => name === String(step));
  return child !== undefined && hasAt(child[1], rest);
}
