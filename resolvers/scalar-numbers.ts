/** Numbers of the client, which must not lose a digit without a word. */
import { GraphQLError } from 'graphql';
import type { Json } from '../datasources/source.ts';

export interface Numbers {
  /** Reads the text of a number in a literal. */
  readonly read: (text: string) => number | string;
  /** Checks what came in a variable, where numbers are parsed already. */
  readonly checkParsed: (value: Json) => Json;
}

/**
 * Numbers in CQL values. A literal that a double would print otherwise stays text. Those in variables pass: only the type of
 * the column tells whether digits that are lost were wanted, and it is checked where the column is known.
 */
export const cqlNumbers: Numbers = {
  read: (text) => (String(Number(text)) === text ? Number(text) : text),
  checkParsed: (value) => value,
};

/** Numbers in documents, where text would be another value: an integer that JSON cannot carry exactly is refused. */
export const jsonNumbers: Numbers = { read: readNumber, checkParsed: refuseInexact };

/** From here on JavaScript prints a number with an exponent: it was meant as a floating-point number. */
const FIRST_WITH_EXPONENT = 1e21;

function readNumber(text: string): number {
  const number = Number(text);
  const isWhole = /^-?\d+$/.test(text);
  if (Number.isFinite(number) && (!isWhole || Number.isSafeInteger(number))) return number;
  throw inexact(text);
}

/** The digits of an integer beyond 2^53 were lost when the request was parsed. */
function refuseInexact(value: Json): Json {
  if (typeof value === 'number') {
    const isInexact = Number.isInteger(value) && !Number.isSafeInteger(value);
    if (isInexact && Math.abs(value) < FIRST_WITH_EXPONENT) throw inexact(String(value));
  } else if (Array.isArray(value)) {
    value.forEach(refuseInexact);
  } else if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(refuseInexact);
  }
  return value;
}

function inexact(text: string): GraphQLError {
  return new GraphQLError(`The number ${text} cannot be carried exactly as JSON. Send it as a string.`);
}
