/** Reads members of answers that may hold anything: what is missing or of another type is `null`. */
import type { Json } from './json-value.ts';

/** `undefined` when the value is no object or has no such member. */
export function memberOf(value: unknown, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined;
  // What stands inside JSON is JSON.
  return Object.hasOwn(value, name) ? (value as { readonly [name: string]: Json })[name] : undefined;
}

/** An empty text counts as missing: upstream writes it for what it does not know. */
export function textOf(value: unknown, name: string): string | null {
  const member = memberOf(value, name);
  return typeof member === 'string' && member !== '' ? member : null;
}

export function numberOf(value: unknown, name: string): number | null {
  const member = memberOf(value, name);
  return typeof member === 'number' ? member : null;
}

export function booleanOf(value: unknown, name: string): boolean | null {
  const member = memberOf(value, name);
  return typeof member === 'boolean' ? member : null;
}

export function listOf(value: unknown, name: string): readonly Json[] | null {
  return toList(memberOf(value, name));
}

/** The texts of a list, without what is no text. */
export function textsOf(value: unknown, name: string): readonly string[] | null {
  return listOf(value, name)?.filter((element) => typeof element === 'string') ?? null;
}

export function toList(value: unknown): readonly Json[] | null {
  return isList(value) ? value : null;
}

function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}
