/** Texts as Java prints them: numbers, and JSON that was read into Java objects. */
import { type Json, JsonNumber, type JsonObject } from '../../shared/json.ts';

/** `Double.toString`: the shortest unique digits, at least two; exponent notation outside 0.001 to 10,000,000. */
export function javaDouble(value: number): string {
  return spelled(value, (digits) => (digits === undefined ? value.toExponential() : value.toExponential(digits)));
}

/** `Float.toString` of a number in float precision. */
export function javaFloat(value: number): string {
  return spelled(value, (digits) => {
    if (digits !== undefined) return value.toExponential(digits);
    for (let precision = 0; precision < 9; precision += 1) {
      const text = value.toExponential(precision);
      if (Math.fround(Number(text)) === value) return text;
    }
    return value.toExponential(8);
  });
}

function spelled(value: number, exponential: (digits?: number) => string): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const shortest = exponential();
  const [mantissa = '', power = '0'] = (shortest.includes('.') ? shortest : exponential(1)).split('e');
  const exponent = Number(power);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '').replace(/(?!^)0+$/, '');
  if (exponent < -3 || exponent > 6) return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${exponent}`;
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  return `${sign}${digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')}.${digits.slice(exponent + 1) || '0'}`;
}

/** A JSON number that Jackson has read, as Java prints it: integers keep their digits, other numbers are doubles. */
export function javaNumber(number: JsonNumber): string {
  return number.isInteger ? String(BigInt(number.text)) : javaDouble(Number(number.text));
}

/** `toString` of the Java object that Jackson makes of a JSON value: `[1, a, null]`, `{b=1}`. */
export function javaText(value: Json): string {
  if (value instanceof JsonNumber) return javaNumber(value);
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (value instanceof Map) return `{${[...value].map(([name, member]) => `${name}=${javaText(member)}`).join(', ')}}`;
  return String(value);
}

/** The class of the Java object that Jackson makes of a JSON value other than an object. */
export function javaClass(value: Exclude<Json, JsonObject>): string {
  if (Array.isArray(value)) return 'java.util.ArrayList';
  if (typeof value === 'string') return 'java.lang.String';
  if (typeof value === 'boolean') return 'java.lang.Boolean';
  if (value === null) return 'java.lang.Object';
  if (!value.isInteger) return 'java.lang.Double';
  const integer = BigInt(value.text);
  if (BigInt.asIntN(32, integer) === integer) return 'java.lang.Integer';
  return BigInt.asIntN(64, integer) === integer ? 'java.lang.Long' : 'java.math.BigInteger';
}

/** A JSON value in error messages of Stargate. */
export function javaDescription(value: Json): string {
  if (value === null) return "'null'";
  if (typeof value === 'string') return `String value '${value}'`;
  if (typeof value === 'boolean') return `Boolean value (${value})`;
  if (value instanceof JsonNumber) return `Number ${javaNumber(value)}`;
  return `Java value of type java.util.${Array.isArray(value) ? 'ArrayList' : 'LinkedHashMap'}`;
}

/** JSON as Jackson echoes it: doubles in Java's notation, other values unchanged. */
export function jacksonValue(value: Json): Json {
  if (value instanceof JsonNumber) return new JsonNumber(javaNumber(value));
  if (Array.isArray(value)) return value.map(jacksonValue);
  if (value instanceof Map) return new Map([...value].map(([name, member]) => [name, jacksonValue(member)]));
  return value;
}
