/** One short text for all values that are equal to a filter: numbers by value, objects with their members in order. */
import { createHash } from 'node:crypto';
import { type Json, JsonNumber } from '../../../shared/json.ts';
import { extendedOf } from './extended.ts';
import { canonical } from './number.ts';

const MAX_LENGTH = 21;

/** Inside lists and objects only dates are extended values: a UUID there is an object. */
export function digest(value: Json): string {
  if (value === null) return 'Z';
  if (typeof value === 'boolean') return value ? 'B1' : 'B0';
  if (typeof value === 'string') return bounded(`S${value}`);
  if (value instanceof JsonNumber) return bounded(`N${canonical(value)}`);
  if (Array.isArray(value)) return bounded([`A${value.length}`, ...value.map(digest)].join('\n'));
  const date = extendedOf(value);
  if (date?.type === '$date' && date.value instanceof JsonNumber) return `T${date.value.text}`;
  return bounded([`O${value.size}`, ...[...value].map(([name, member]) => `${name}\n${digest(member)}`)].join('\n'));
}

/** A filter as it is compared: UUIDs and ObjectIds are their text, at any depth. */
export function withTexts(value: Json): Json {
  if (Array.isArray(value)) return value.map(withTexts);
  if (!(value instanceof Map)) return value;
  const extended = extendedOf(value);
  if (extended?.type === '$date') return value;
  if (typeof extended?.value === 'string') return extended.value.toLowerCase();
  return new Map([...value].map(([name, member]) => [name, withTexts(member)]));
}

function bounded(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  return createHash('md5').update(text).digest('base64').replace(/=+$/, '');
}
