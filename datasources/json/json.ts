/**
 * Reads and prints JSON without losses. `JSON.parse` rounds numbers to doubles and moves members with integer-like names
 * to the front; upstream answers carry longer numbers, and search results keyed by id in an order of their own.
 */
import { parseWithCare } from './json-parser.ts';
import { isJsonObject, type JsonValue, membersOf, NumberText } from './json-value.ts';

/**
 * Numbers whose spelling a double may not give back: more than 15 digits, an exponent, a last zero after the point, more
 * than six leading zeros, minus zero. May also fire on text inside a string, which only costs time.
 */
const INEXACT_NUMBER =
  /(?:^|[:,[])\s*(?:-0(?![.\d])|-?(?:[\d.]{17}|\d{16}|\d+(?:\.\d+)?[eE][+-]?\d|\d+\.\d*0(?=[\s,}\]]|$)|0\.0{6}))/;

/** Names that JavaScript objects move to the front. */
const INTEGER_NAME = /"\d+"\s*:/;

/**
 * Parses a whole text. A number is a `NumberText` exactly where `String(Number(text))` is not the text. A repeated name
 * keeps its last value. Members named `__proto__` are members like others.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): JsonValue {
  if (mayHoldInexact(text) || INTEGER_NAME.test(text)) return parseWithCare(text);
  const value: JsonValue = JSON.parse(text);
  return value;
}

/** Whether `JSON.parse` may change a number of the text; never `false` when it does. */
export function mayHoldInexact(text: string): boolean {
  return INEXACT_NUMBER.test(text);
}

/** Prints compact JSON, a `NumberText` as its digits. */
export function printJson(value: JsonValue): string {
  if (value instanceof NumberText) return value.text;
  if (isJsonObject(value)) {
    const members = membersOf(value).map(([name, member]) => `${JSON.stringify(name)}:${printJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return Array.isArray(value) ? `[${value.map(printJson).join(',')}]` : JSON.stringify(value);
}
