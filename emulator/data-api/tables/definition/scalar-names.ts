/** The scalar types of CQL by what the Data API does with them. */
import { SCALARS, type ScalarName } from '../../../cql/types/scalar-name.ts';

/** Known, and met in tables made elsewhere, but not to be made. */
const ONLY_KNOWN: readonly ScalarName[] = ['counter', 'timeuuid'];

export const KNOWN_SCALARS: readonly ScalarName[] = SCALARS;

export function knownScalar(word: string): ScalarName | undefined {
  return KNOWN_SCALARS.find((name) => name === word);
}

export function isCreatable(name: ScalarName): boolean {
  return !ONLY_KNOWN.includes(name);
}
