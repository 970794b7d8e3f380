/** Errors about values that do not fit their type: the location, the value and what is needed. */

import { show } from '../json/shorten.ts';
import { InputError } from '../source/errors.ts';
import type { CqlValue, UserDefinedType } from '../source/source.ts';
import { type CqlType, printType } from './type.ts';

export interface ValueLocation {
  /** What the value is for, such as `column "tags"`. */
  readonly what: string;
  readonly types: readonly UserDefinedType[];
}

/** The location of a part of a value. @param part - such as `element 2` */
export function within({ what, types }: ValueLocation, part: string): ValueLocation {
  return { what: `${part} of the ${what}`, types };
}

/**
 * @param needed - the message puts "is needed" after it
 * @param hint - sentences that help with this value
 * @throws InputError - always
 */
export function refuse(type: CqlType, value: CqlValue, { what }: ValueLocation, needed: string, hint = ''): never {
  throw new InputError(
    `The ${what} has the type ${printType(type)}, and ${show(value)} does not fit it: ${needed} is needed. ${hint}`.trimEnd(),
  );
}

/** The hint about a value that would be rounded or cut. @param unit - such as `milliseconds` */
export function precisionLost(unit: string, kept: CqlValue): string {
  return `Precision would be lost: it holds ${unit}, and ${show(kept)} would be kept. Send that.`;
}
