/** Errors about values that do not fit their type: which value of what, and what is needed. */

import { show } from '../json/shorten.ts';
import { InputError } from '../source/errors.ts';
import type { CqlValue, UserDefinedType } from '../source/source.ts';
import { type CqlType, printType } from './type.ts';

export interface ValueLocation {
  /** What the value is for, such as `column "tags"`. */
  readonly what: string;
  readonly types: readonly UserDefinedType[];
}

/** @param part - such as `element 2` */
export function within({ what, types }: ValueLocation, part: string): ValueLocation {
  return { what: `${part} of the ${what}`, types };
}

/**
 * @param needed - to be read before "is needed"
 * @param hint - sentences about this value
 * @throws InputError - always
 */
export function refuse(type: CqlType, value: CqlValue, { what }: ValueLocation, needed: string, hint = ''): never {
  throw new InputError(
    `The ${what} has the type ${printType(type)}, and ${show(value)} does not fit it: ${needed} is needed. ${hint}`.trimEnd(),
  );
}

/** The hint about a value that would be rounded or cut. @param held - such as `milliseconds` */
export function precisionLost(held: string, kept: CqlValue): string {
  return `Precision would be lost: it holds ${held}, and ${show(kept)} would be kept. Send that.`;
}
