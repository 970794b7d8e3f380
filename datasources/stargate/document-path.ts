/** Paths of documents, as each place takes them (Stargate Document API v2, URL path segments and its escape matrix). */
import { InputError } from '../errors.ts';
import type { CollectionRef, Path, Pattern, PatternStep } from '../source.ts';

export const COLLECTION_ROUTE = '/v2/namespaces/{namespace}/collections/{collection}';
export const DOCUMENT_ROUTE = `${COLLECTION_ROUTE}/{documentId}`;
export const PART_ROUTE = `${DOCUMENT_ROUTE}/{path}`;

export function collectionPath({ keyspace, collection }: CollectionRef): string {
  return `/v2/namespaces/${encodeURIComponent(keyspace)}/collections/${encodeURIComponent(collection)}`;
}

/**
 * The URL path of a document. Its id is decoded once.
 *
 * @throws InputError - for ids that a path loses or that mean something else
 */
export function documentPath(ref: CollectionRef, documentId: string): string {
  if (documentId === '' || documentId === '.' || documentId === '..') {
    throw new InputError(`"${documentId}" cannot be the id of a document: no path can carry it.`);
  }
  if (documentId === 'json-schema')
    throw new InputError('"json-schema" cannot be the id of a document: its path is that of the schema.');
  return `${collectionPath(ref)}/${encodeURIComponent(wellFormed(documentId))}`;
}

/** The URL path of a place in a document to write to, where names stand as they are. @throws InputError */
export function placePath(ref: CollectionRef, documentId: string, path: Path): string {
  return [documentPath(ref, documentId), ...path.map((step) => segment(writtenStep(step)))].join('/');
}

/** The URL path of the part of a document to search in, where names are escaped and wildcards stand bare. @throws InputError */
export function searchedPath(ref: CollectionRef, documentId: string, pattern: Pattern): string {
  return [documentPath(ref, documentId), ...pattern.map((step) => segment(patternStep(step)))].join('/');
}

/** A path as `where` and `fields` take it. */
export function dottedPattern(pattern: Pattern): string {
  return pattern.map(patternStep).join('.');
}

/** A path as `id-path` and the keys of `$set` take it, which know no escapes for what a name may hold. @throws InputError */
export function dottedPath(path: Path): string {
  return path
    .map((step) => {
      const text = writtenStep(step);
      if (typeof step === 'number' || !/[.\\[\]]/.test(text)) return text;
      throw new InputError(
        `The name "${step}" in a path cannot be sent here: it holds a dot, a bracket or a backslash.`,
      );
    })
    .join('.');
}

function writtenStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  if (/^\[.*\]$/.test(step))
    throw new InputError(`The name "${step}" in a path would be taken for the index of a list.`);
  return step;
}

function patternStep(step: PatternStep): string {
  if ('name' in step) return step.name.replace(/[.,*]/g, '\\$&');
  if ('index' in step) return `[${step.index}]`;
  if ('any' in step) return step.any === 'member' ? '*' : '[*]';
  return step.oneOf.map(patternStep).join(',');
}

/** Below a document upstream decodes segments twice and cuts them at `;` in between; empty ones and dots vanish. */
function segment(text: string): string {
  if (text === '' || text === '.' || text === '..')
    throw new InputError(`"${text}" cannot be a step of a path: it would vanish from it.`);
  const once = encodeURIComponent(wellFormed(text));
  return /[;%]/.test(text) ? encodeURIComponent(once) : once;
}

function wellFormed(text: string): string {
  if (text.isWellFormed()) return text;
  throw new InputError(`${JSON.stringify(text)} is not well-formed Unicode, so it can be neither an id nor a name.`);
}
