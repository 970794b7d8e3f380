/** Numbers of documents: stored as IEEE doubles, printed as a Java server prints them (Document API, values). */
import { javaDouble } from '../../cql/types/java.ts';
import { type Json, JsonNumber } from '../../shared/json.ts';

const MIN_LONG = -(2 ** 63);
const MAX_LONG = 2n ** 63n - 1n;

/** The stored double of a number in a request. Only a literal with a fraction can be a negative zero. */
export function toDouble(number: JsonNumber): number {
  const value = Number(number.text);
  return number.isInteger && value === 0 ? 0 : value;
}

/** A stored double as JSON: a whole 64-bit number without decimals, infinities as text. */
export function fromDouble(value: number): Json {
  if (Number.isInteger(value) && value >= MIN_LONG && value <= -MIN_LONG) return new JsonNumber(wholeText(value));
  return Number.isFinite(value) ? new JsonNumber(javaDouble(value)) : javaDouble(value);
}

/** The text of a number as a document id: integers as written, other numbers as Java prints a double. */
export function numberText(number: JsonNumber): string {
  return number.isInteger ? BigInt(number.text).toString() : javaDouble(Number(number.text));
}

/** JSON as the real server echoes it: integers as written, other numbers as Java prints doubles. */
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
