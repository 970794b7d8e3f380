/** Values for property tests that try to break a reader: near-misses of what it expects, and what it has never seen. */
import fc from 'fast-check';
import { hostileTexts } from '../round-trip/hostile.ts';

export const anyText = fc.oneof(
  fc.constantFrom(...hostileTexts.filter((text) => text.length < 100)),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'.[]{}()\'"\\/%;,:$*?#&=+-_ 019eEaAnul\u0000\ud800\u2028'), maxLength: 20 }),
);

export const anyNumber = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(-0, 2 ** 31, 2 ** 53, 2 ** 63, 1e308, -1e-308, 0.1),
);

const scalar = fc.oneof(anyText, anyNumber, fc.boolean(), fc.constant(null));

/** JSON of any shape, with hostile names. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(anyText, tie('value'), { maxKeys: 3, noNullPrototype: true }),
})).value;

/** A list within a list within a list. */
export function nested(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}
