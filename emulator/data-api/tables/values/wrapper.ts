/** Values of columns in extended JSON: `{"$date":…}` and `{"$binary":…}`; others are known, but no column takes them. */
import { type Json, JsonNumber } from '../../../shared/json.ts';
import { extendedOf, extendedProblem, isKnownType } from '../../collections/values/extended.ts';
import { kindOf } from '../../command/fields.ts';
import { ValueError } from './value-error.ts';

export type Wrapper =
  | { readonly type: '$date'; readonly ms: bigint }
  | { readonly type: '$binary'; readonly bytes: Uint8Array }
  | { readonly type: 'other' };

/** `undefined` for what is no extended JSON. @throws ValueError - for what is, and holds the wrong thing */
export function wrapperOf(value: Json): Wrapper | undefined {
  const extended = extendedOf(value);
  if (!extended || !isKnownType(extended.type)) return undefined;
  const held = extended.value;
  if (extended.type === '$date') {
    if (held instanceof JsonNumber) return { type: '$date', ms: wholeOf(held) };
    throw new ValueError(`$date holds a Number of milliseconds, not a ${kindOf(held)}`);
  }
  if (extended.type !== '$binary') return { type: 'other' };
  if (typeof held !== 'string') throw new ValueError(`$binary holds a String, not a ${kindOf(held)}`);
  if (extendedProblem(extended)) throw new ValueError(`$binary holds Base64 with its padding, not '${held}'`);
  return { type: '$binary', bytes: Buffer.from(held, 'base64') };
}

/** Fractions are cut off. */
function wholeOf({ text, isInteger }: JsonNumber): bigint {
  return isInteger ? BigInt(text) : BigInt(Math.trunc(Number(text)));
}
