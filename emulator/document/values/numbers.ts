/** Numbers of documents: stored as IEEE doubles, printed as a Java server prints them (Document API, values). */
import { javaDouble } from '../../cql/types/java.ts';
import { type Json, JsonNumber } from '../../shared/json.ts';

const MIN_LONG = -(2 ** 63);
const MAX_LONG = 2n ** 63n - 1n;

/** The double that is stored for a number of a request. Only a literal with a fraction can be a negative zero. */
export function toDouble(number: JsonNumber): number {
  const value = Number(number.text);
  return number.isInteger && value === 0 ? 0 : value;
}

/** A stored double as JSON: without decimals when it is a whole 64-bit number, infinities as text. */
export function fromDouble(value: number): Json {
  if (Number.isInteger(value) && value >= MIN_LONG && value <= -MIN_LONG) return new JsonNumber(wholeText(value));
  return Number.isFinite(value) ? new JsonNumber(javaDouble(value)) : javaDouble(value);
}

/** The text of a number as a document id: integers as they were written, all others as Java spells a double. */
export function numberText(number: JsonNumber): string {
  return number.isInteger ? BigInt(number.text).toString() : javaDouble(Number(number.text));
}

/** Numbers as the real server prints a request's own JSON: whole ones as they were, all others as Java doubles. */
export function asParsed(value: Json): Json {
  if (value instanceof JsonNumber) return new JsonNumber(numberText(value));
  if (Array.isArray(value)) return value.map(asParsed);
  if (value instanceof Map) return new Map([...value].map(([name, member]) => [name, asParsed(member)]));
  return value;
}

/** Orders as `Double.compare` does: a negative zero is less than zero. */
export function compareDoubles(left: number, right: number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  return Number(Object.is(right, -0)) - Number(Object.is(left, -0));
}

/** `2^63` itself saturates to the largest 64-bit number. */
function wholeText(value: number): string {
  const whole = BigInt(value);
  return (whole > MAX_LONG ? MAX_LONG : whole).toString();
}
