/** Objects inside one value of a row or document: entries of maps, tuples, user-defined types, objects in documents. */
import type { GraphQLNamedType } from 'graphql';

const KEY = 'isWithinValue';

/** Extensions of such a type. */
export const WITHIN_VALUE: Readonly<Record<string, unknown>> = { [KEY]: true };

/** No upstream call makes more of them than the value holds. */
export function isWithinValue({ extensions }: GraphQLNamedType): boolean {
  return extensions[KEY] === true;
}
