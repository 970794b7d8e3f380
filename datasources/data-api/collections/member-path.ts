/** Paths of documents as commands take them: steps joined by dots, `&` before a dot or `&` of a name, indexes as numbers. */
import { show } from '../../json/shorten.ts';
import { printPath } from '../../source/document-paths.ts';
import { InputError, NotSupportedError } from '../../source/errors.ts';
import type { Path, PathStep } from '../../source/source.ts';

const MAX_INDEX = 999_999;

/** The longest path that a document can have, in characters. */
export const MAX_PATH_LENGTH = 1000;

export function memberPath(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? String(step) : step.replace(/[&.]/g, '&$&'))).join('.');
}

/** Whether a command takes the path in one sense only: it cannot tell an index from a member whose name is a number. */
export function isUnambiguous(path: Path): boolean {
  return path.every((step, depth) => typeof step === 'string' && (depth === 0 || !isPosition(step)));
}

/** @throws InputError, NotSupportedError - for a position that no document has */
export function checkPath(path: Path): void {
  for (const step of path) checkStep(step);
  const [first] = path;
  if (typeof first === 'number') throw notAnObject(`[${first}] at the root names an element of a list`);
  if (first === '_id') throw idIsNoMember();
  if (memberPath(path).length <= MAX_PATH_LENGTH) return;
  throw new InputError(
    `The path ${show(printPath(path))} is too long: documents have paths of at most ${MAX_PATH_LENGTH} characters.`,
  );
}

/** @throws InputError - for a name that no member can have */
export function checkName(name: string): void {
  if (name === '') throw new InputError('A member with an empty name cannot be stored in a document. Give it a name.');
  if (name.startsWith('$')) {
    throw new InputError(
      `The member ${show(name)} cannot be stored in a document: names that begin with "$" are reserved. Rename it.`,
    );
  }
  if (!name.isWellFormed()) throw new InputError(`The name ${show(name)} in the document is not well-formed Unicode.`);
}

export function idIsNoMember(): InputError {
  return new InputError(
    'A document cannot have a member "_id" at its root: that is its id. Give it as "documentId", or choose another name.',
  );
}

/** @param fault - such as `[1, 2] is a list` */
export function notAnObject(fault: string): NotSupportedError {
  return new NotSupportedError(
    `${fault}, and documents of this database are objects. Put it into a member of an object, such as {"items": …}.`,
  );
}

function checkStep(step: PathStep): void {
  if (typeof step === 'string') checkName(step);
  else if (!Number.isInteger(step) || step < 0 || step > MAX_INDEX)
    throw new InputError(`${step} is not an index of a list. Give a whole number from 0 to ${MAX_INDEX}.`);
}

function isPosition(name: string): boolean {
  return /^(0|[1-9]\d*)$/.test(name);
}
