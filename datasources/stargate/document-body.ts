/** Documents as bodies take them (Stargate Document API v2, field names): a dot in a name is escaped, some signs cannot be sent. */
import { InputError } from '../errors.ts';
import type { Json } from '../source.ts';

/** JSON text. @throws InputError - naming a member that no body can carry */
export function toBody(data: Json): string {
  return JSON.stringify(escaped(data));
}

function escaped(data: Json): Json {
  if (typeof data === 'string') return wellFormed(data);
  if (Array.isArray(data)) return (data as readonly Json[]).map(escaped);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, member]) => [escapedName(name), escaped(member)]));
}

function escapedName(name: string): string {
  if (name === '') throw new InputError('A member with an empty name cannot be stored in a document. Give it a name.');
  if (!/['[\\]/.test(name)) return wellFormed(name).replaceAll('.', '\\.');
  throw new InputError(
    `The member ${JSON.stringify(name)} cannot be stored in a document: names may not hold an apostrophe, an opening bracket or a backslash. Rename it.`,
  );
}

/** Half a surrogate pair has no UTF-8, so another text would be stored. */
function wellFormed(text: string): string {
  if (text.isWellFormed()) return text;
  throw new InputError(`The text ${JSON.stringify(text)} in the document is not well-formed Unicode.`);
}
