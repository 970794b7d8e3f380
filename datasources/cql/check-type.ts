import { show } from '../json/shorten.ts';
import { InputError } from '../source/errors.ts';
import { printType, typesWithin } from './type.ts';
import { parseType } from './type-parser.ts';

/**
 * The type of a new column or field, as upstream takes it. Upstream fails with a 500 at a type that is cut short; whether
 * there is a user-defined type of a name is for it to say.
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
