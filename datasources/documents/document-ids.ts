/** Ids that documents carry in themselves. */
import { show } from '../json/shorten.ts';
import { InputError } from '../source/errors.ts';
import type { Json, Path } from '../source/source.ts';
import { childOf } from './values.ts';

/**
 * The ids that documents carry at a path, in the order of the documents.
 *
 * @param checkId - refuses texts that cannot be ids; answers the others
 * @throws InputError - when one has none, or two have the same
 */
export function readIds(documents: readonly Json[], idPath: Path, checkId: (id: string) => string): readonly string[] {
  const positions = new Map<string, number>();
  return documents.map((document, index) => {
    const id = idAt(document, idPath, checkId);
    const first = positions.get(id);
    if (first !== undefined) {
      throw new InputError(`Two documents have the id ${show(id)}: those at ${first} and ${index}. Send each id once.`);
    }
    positions.set(id, index);
    return id;
  });
}

/** An id as a Document API reads it: text as it is, numbers and booleans as Java prints them. */
function idAt(document: Json, path: Path, checkId: (id: string) => string): string {
  const id = path.reduce<Json | undefined>(childOf, document);
  if (typeof id === 'number') return javaText(id);
  if (typeof id === 'string' || typeof id === 'boolean') return checkId(String(id));
  throw new InputError(
    `The document ${show(document)} has ${show(id)} at "${path.join('.')}", and needs a text, number or boolean there for its id.`,
  );
}

/**
 * The text that a Document API makes of a number for an id: a whole number as JSON spells it, another as Java prints a double,
 * which is with an exponent below 0.001 and from 10,000,000 on.
 */
function javaText(number: number): string {
  const text = JSON.stringify(number);
  if (/^-?\d+$/.test(text)) return text;
  const size = Math.abs(number);
  if (size >= 1e-3 && size < 1e7) return text;
  const [digits = '', exponent = ''] = number.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`;
}
