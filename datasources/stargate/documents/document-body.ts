/** Documents in request bodies (Stargate Document API v2, field names): a dot in a name is escaped, some characters cannot be sent. */

import { show } from '../../json/shorten.ts';
import { InputError } from '../../source/errors.ts';
import type { Json } from '../../source/source.ts';

/** JSON text. @throws InputError - naming a member that no body can carry */
export function toBody(data: Json): string {
  return JSON.stringify(escaped(data));
}

function escaped(data: Json): Json {
  if (typeof data === 'string') return storable(data);
  if (Array.isArray(data)) return (data as readonly Json[]).map(escaped);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, member]) => [escapedName(name), escaped(member)]));
}

function escapedName(name: string): string {
  if (name === '') throw new InputError('A member with an empty name cannot be stored in a document. Give it a name.');
  if (!/['[\\]/.test(name)) return wellFormed(name).replaceAll('.', '\\.');
  throw new InputError(
    `The member ${show(name)} cannot be stored in a document: names may not have an apostrophe, an opening bracket or a backslash. Rename it.`,
  );
}

/** The texts that upstream stores for an empty object and an empty list. */
const EMPTY_CONTAINERS: readonly string[] = [
  'EMPTYOBJ-bccbeee1-6173-4120-8492-7d7bafaefb1f',
  'EMPTYARRAY-9df4802a-c135-42d6-8be3-d23d9520a4e7',
];

function storable(text: string): string {
  if (!EMPTY_CONTAINERS.includes(text)) return wellFormed(text);
  throw new InputError(`The text "${text}" cannot be stored in a document: it would come back as an empty container.`);
}

/** Half a surrogate pair has no UTF-8, so another text would be stored. */
function wellFormed(text: string): string {
  if (text.isWellFormed()) return text;
  throw new InputError(`The text ${show(text)} in the document is not well-formed Unicode.`);
}
