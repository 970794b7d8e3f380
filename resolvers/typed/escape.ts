/**
 * Names of CQL as names of GraphQL, and back. What GraphQL cannot spell is escaped one code point at a time as `x`, its hexadecimal
 * number and `_`: `a-b` is `ax2d_b`. Every other name stays as it is.
 */

/** Anything outside letters, digits and underscores, a first digit, the first of two leading underscores, an `x` that reads as an escape. */
const ESCAPED = /[^A-Za-z0-9_]|^[0-9]|^_(?=_)|x(?=[0-9a-f]+_)/gu;
const ESCAPE = /x([0-9a-f]+)_/g;

/** Never empty for a name that is not. `decodeName` gives the name back. */
export function escapeName(name: string): string {
  return name.replace(ESCAPED, escapeCodePoint);
}

export function decodeName(escaped: string): string {
  return escaped.replace(ESCAPE, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

/** Makes another name of an escaped one, which decodes to the same. A name that ends in an escape stays. */
export function escapeLast(escaped: string): string {
  const last = escaped.at(-1) ?? '';
  return endsInEscape(escaped) ? escaped : `${escaped.slice(0, -1)}${escapeCodePoint(last)}`;
}

function endsInEscape(escaped: string): boolean {
  return /x[0-9a-f]+_$/.test(escaped);
}

function escapeCodePoint(character: string): string {
  return `x${(character.codePointAt(0) ?? 0).toString(16)}_`;
}
