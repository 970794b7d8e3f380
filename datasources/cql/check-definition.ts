/** Checks names and types of new definitions before upstream gets them. */

import { show } from '../json/shorten.ts';
import { InputError } from '../source/errors.ts';
import { printType, typesWithin } from './type.ts';
import { parseType } from './type-parser.ts';

/**
 * Checks the name of a new keyspace, table, column, type, index, namespace or collection. A table name of more than some 220
 * characters leaves a real Cassandra unable to change its schema until it restarts, so only names that are safe are sent.
 *
 * @param what - such as `table`
 * @throws InputError
 */
export function checkNewName(what: string, name: string): void {
  if (/^\w{1,48}$/.test(name)) return;
  const fault = name === '' ? 'is empty' : name.length > 48 ? `has ${name.length} characters` : 'has other characters';
  throw new InputError(
    `The ${what} name ${JSON.stringify(name.slice(0, 100))} ${fault}. Use 1 to 48 letters, digits and underscores.`,
  );
}

/**
 * The type of a new column or field, in the form that upstream takes. Upstream answers 500 to a truncated type. Whether a
 * user-defined type exists is left to upstream.
 *
 * @param what - such as `column "n"`
 * @throws InputError
 */
export function toNewType(what: string, text: string): string {
  const type = parseType(text);
  const faulty = typesWithin(type).find((inner) => inner.kind === 'opaque' && !isJavaClass(inner.text));
  if (!faulty) return printType(type);
  throw new InputError(
    `The type ${show(text)} of the ${what} is no CQL type. Types are such as "int", "list<text>", "map<text, frozen<list<int>>>", "tuple<int, text>" or the name of a user-defined type.`,
  );
}

function isJavaClass(text: string): boolean {
  return /^'[\w.$(), ]+'$/.test(text);
}
