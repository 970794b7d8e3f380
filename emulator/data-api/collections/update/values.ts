/** Values as updates compare and copy them. */
import { type Json, JsonNumber } from '../../../shared/json.ts';
import { compareSpelledNumbers } from '../values/number.ts';

/** So that no part of a request or of a document stands in two documents. */
export function copyOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Map) return new Map([...value].map(([name, member]) => [name, copyOf(member)]));
  return value;
}

/** For `$min` and `$max`: null, then numbers, texts, objects, lists, booleans. */
export function compareValues(one: Json, other: Json): number {
  const ranks = rankOf(one) - rankOf(other);
  if (ranks !== 0) return ranks;
  if (one instanceof JsonNumber && other instanceof JsonNumber) return compareSpelledNumbers(one, other);
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : Number(one > other);
  if (Array.isArray(one) && Array.isArray(other)) return compareLists(one, other);
  if (one instanceof Map && other instanceof Map) return compareLists(membersOf(one), membersOf(other));
  return Number(one) - Number(other);
}

function rankOf(value: Json): number {
  if (value === null) return 0;
  if (value instanceof JsonNumber) return 1;
  if (typeof value === 'string') return 2;
  if (value instanceof Map) return 3;
  return Array.isArray(value) ? 4 : 5;
}

function membersOf(value: Map<string, Json>): Json[] {
  return [...value].flat();
}

function compareLists(one: readonly Json[], other: readonly Json[]): number {
  for (const [at, item] of one.entries()) {
    const others = other[at];
    if (others === undefined) return 1;
    const order = compareValues(item, others);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}
