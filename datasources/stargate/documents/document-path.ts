/** Paths of documents, in the spelling of URLs, `where`, `fields`, `$set` and `id-path` (Stargate Document API v2, escape matrix). */

import { show } from '../../json/shorten.ts';
import { InputError } from '../../source/errors.ts';
import type { CollectionRef, Path, PathStep, Pattern, PatternStep } from '../../source/source.ts';
import { encodeTwiceDecoded } from '../shared/connection.ts';

export const COLLECTION_ROUTE = '/v2/namespaces/{namespace}/collections/{collection}';
export const DOCUMENT_ROUTE = `${COLLECTION_ROUTE}/{documentId}`;
export const PART_ROUTE = `${DOCUMENT_ROUTE}/{path}`;

const MAX_INDEX = 999_999;

export function collectionPath({ keyspace, collection }: CollectionRef): string {
  return `/v2/namespaces/${encodeURIComponent(keyspace)}/collections/${encodeURIComponent(collection)}`;
}

/**
 * The URL path of a document. Its id is decoded once.
 *
 * @throws InputError - for ids that a path loses or that mean something else
 */
export function documentPath(ref: CollectionRef, documentId: string): string {
  return `${collectionPath(ref)}/${encodeURIComponent(checkedId(documentId))}`;
}

/** @throws InputError - for ids by which no document can be read again */
export function checkedId(documentId: string): string {
  if (documentId === '' || documentId === '.' || documentId === '..') {
    throw new InputError(`"${documentId}" cannot be the id of a document: no path can carry it.`);
  }
  if (documentId === 'json-schema') {
    throw new InputError('"json-schema" cannot be the id of a document: its path is that of the schema.');
  }
  return wellFormed(documentId);
}

/** The URL path of a position in a document to write to, with unescaped names. @throws InputError */
export function positionPath(ref: CollectionRef, documentId: string, path: Path): string {
  return [documentPath(ref, documentId), ...path.map((step) => segment(positionStep(step)))].join('/');
}

/** The URL path of the part of a document to search in, with escaped names and bare wildcards. @throws InputError */
export function searchedPath(ref: CollectionRef, documentId: string, pattern: Pattern): string {
  return [documentPath(ref, documentId), ...pattern.map((step) => segment(patternStep(step)))].join('/');
}

/** A path as `where` and `fields` take it. @throws InputError */
export function dottedPattern(pattern: Pattern): string {
  return pattern.map(patternStep).join('.');
}

/** A path as a key of `$set`, which has no escapes; an empty key would write elsewhere. @throws InputError */
export function setKey(path: Path): string {
  if (path.length === 0)
    throw new InputError('A path to set is empty. Name a member or element, or replace the document as a whole.');
  return path.map(setStep).join('.');
}

function setStep(step: PathStep): string {
  const text = positionStep(step);
  if (typeof step === 'number' || !/[.\\[\]]/.test(text)) return text;
  throw new InputError(`The name "${step}" in a path cannot be set: it holds a dot, a bracket or a backslash.`);
}

/** A path as `id-path` takes it: a JSON pointer with dots, which meets names as bodies spell them. @throws InputError */
export function idPathText(path: Path): string {
  const steps = path.map((step) => writtenStep(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return steps.map((text, index) => (typeof path[index] === 'number' ? text : text.replaceAll('.', '\\.'))).join('.');
}

/**
 * A step of a position to write to, where commas cannot be escaped: upstream cuts a name at them, reads each part for itself, and
 * loses those at the end.
 */
function positionStep(step: PathStep): string {
  const text = writtenStep(step);
  if (typeof step === 'number' || !step.includes(',')) return text;
  const isLost = step.endsWith(',') || step.split(',').some((part) => /^\[.*\]$/s.test(part));
  if (!isLost) return text;
  throw new InputError(
    `The name "${step}" cannot be written to by a path: upstream would take its commas apart, and write elsewhere. Replace what holds it as a whole instead.`,
  );
}

/** A bracket at the beginning is read as an index: what is none, a wildcard or a negative one make the document unreadable. */
function writtenStep(step: PathStep): string {
  if (typeof step === 'number') return indexStep(step);
  if (step === '') throw new InputError('A step of a path is empty: it would vanish from it.');
  if (!step.startsWith('[')) return wellFormed(step);
  throw new InputError(`The name "${step}" in a path would be taken for the index of a list.`);
}

function indexStep(index: number): string {
  if (Number.isInteger(index) && index >= 0 && index <= MAX_INDEX) return `[${index}]`;
  throw new InputError(`${index} is not an index of a list. Give a whole number from 0 to ${MAX_INDEX}.`);
}

function patternStep(step: PatternStep): string {
  if ('index' in step) return indexStep(step.index);
  if ('any' in step) return step.any === 'member' ? '*' : '[*]';
  if ('oneOf' in step) return step.oneOf.map(patternStep).join(',');
  const name = writtenStep(step.name);
  if (!name.includes('\\')) return name.replace(/[.,*]/g, '\\$&');
  throw new InputError(`The name "${name}" cannot be searched for: it holds a backslash.`);
}

/** Dots vanish from a path. */
function segment(text: string): string {
  if (text === '.' || text === '..')
    throw new InputError(`"${text}" cannot be a step of a path: it would vanish from it.`);
  return encodeTwiceDecoded(text);
}

function wellFormed(text: string): string {
  if (text.isWellFormed()) return text;
  throw new InputError(`${show(text)} is not well-formed Unicode, so it can be neither an id nor a name.`);
}
