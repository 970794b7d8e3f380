/** How values of documents are told apart and ordered: a UUID or an ObjectId counts as its text, a date as itself. */
import { byBytes, byCodeUnits } from '../../../document/values/text-order.ts';
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { digest } from './digest.ts';
import { extendedOf } from './extended.ts';
import { compareSpelledNumbers, spelled } from './number.ts';

/** What a filter or a sort sees of a value: lists and objects are a text of their own. */
export type Seen =
  | { readonly kind: 'missing' }
  | { readonly kind: 'null' }
  | { readonly kind: 'number'; readonly number: JsonNumber }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly number: JsonNumber }
  | { readonly kind: 'date'; readonly number: JsonNumber };

const ORDER: readonly Seen['kind'][] = ['missing', 'null', 'number', 'text', 'boolean', 'date'];
const [NO, YES] = [new JsonNumber('0'), new JsonNumber('1')];

export function seen(value: Json | undefined): Seen {
  if (value === undefined) return { kind: 'missing' };
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'boolean') return { kind: 'boolean', number: value ? YES : NO };
  if (value instanceof JsonNumber) return { kind: 'number', number: value };
  const extended = extendedOf(value);
  if (extended?.type === '$date' && extended.value instanceof JsonNumber)
    return { kind: 'date', number: extended.value };
  if (typeof extended?.value === 'string' && extended.type !== '$binary')
    return { kind: 'text', text: extended.value.toLowerCase() };
  return { kind: 'text', text: digest(value) };
}

/** As sorts do: what is missing first, null, numbers, texts with lists and objects among them, booleans, dates. */
export function compareSeen(one: Seen, other: Seen): number {
  if (one.kind !== other.kind) return ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind);
  if (one.kind === 'text' && other.kind === 'text') return byCodeUnits(one.text, other.text);
  return 'number' in one && 'number' in other ? compareSpelledNumbers(one.number, other.number) : 0;
}

/** As the indexes of the database do, which compare texts by their bytes; `undefined` for values of two kinds. */
export function compareIndexed(one: Seen, other: Seen): number | undefined {
  if (one.kind !== other.kind) return undefined;
  return one.kind === 'text' && other.kind === 'text' ? byBytes(one.text, other.text) : compareSeen(one, other);
}

/** Whether two values are the same as stored: numbers by their spelling and form, members in order. */
export function isSame(one: Json, other: Json): boolean {
  if (one instanceof JsonNumber && other instanceof JsonNumber) {
    return one.isInteger === other.isInteger && spelled(one).text === spelled(other).text;
  }
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) && one.length === other.length && one.every((item, at) => isSame(item, other[at] ?? null))
    );
  }
  if (one instanceof Map) return other instanceof Map && isSameObject(one, other);
  return one === other;
}

function isSameObject(one: JsonObject, other: JsonObject): boolean {
  const names = [...other.keys()];
  return (
    one.size === other.size &&
    [...one].every(([name, member], at) => names[at] === name && isSame(member, other.get(name) ?? null))
  );
}
