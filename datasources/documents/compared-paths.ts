/** Which paths of documents conditions compare. */
import { listNames } from '../json/shorten.ts';
import { InputError } from '../source/errors.ts';
import type { DocumentFilter, Pattern } from '../source/source.ts';

/** The one path that all conditions of a search in a document must name. @param toText - the same for the same paths. @throws InputError */
export function onlyPath(filter: DocumentFilter, toText: (path: Pattern) => string): Pattern {
  const paths = new Map(pathsOf(filter).map((path) => [toText(path), path]));
  const [first, second] = [...paths.values()];
  if (first && !second) return first;
  throw new InputError(
    `A search in a document takes conditions on one path only, and these name ${listNames([...paths.keys()], (path) => `"${path}"`)}.`,
  );
}

/** The paths of all conditions. */
export function pathsOf(filter: DocumentFilter): Pattern[] {
  if ('and' in filter) return filter.and.flatMap(pathsOf);
  if ('or' in filter) return filter.or.flatMap(pathsOf);
  return 'not' in filter ? pathsOf(filter.not) : [filter.path];
}
