/** The primitive types of JSON schemas, and their equality. */
import { type Json, JsonNumber } from '../../shared/json.ts';
import { canonicalNumber } from '../values/decimal.ts';

export type PrimitiveType = (typeof PRIMITIVE_TYPES)[number];

export const PRIMITIVE_TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] as const;

/** A number with a fraction or an exponent is not an integer, whatever its value. */
export function typeOf(value: Json): PrimitiveType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Map) return 'object';
  if (value instanceof JsonNumber) return value.isInteger ? 'integer' : 'number';
  return typeof value === 'string' ? 'string' : 'boolean';
}

export function isOfType(value: Json, type: string): boolean {
  const actual = typeOf(value);
  return actual === type || (actual === 'integer' && type === 'number');
}

/** Equal values have the same text: numbers by value, objects in any order of members. */
export function canonicalText(value: Json): string {
  if (value instanceof JsonNumber) return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value instanceof Map) {
    const members = [...value].map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`);
    return `{${members.sort().join(',')}}`;
  }
  return JSON.stringify(value);
}
