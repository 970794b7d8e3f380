/** What JSON must look like before it is used: small checks, put together. Members that no check names are accepted, because servers grow. */

import { type ExactObject, isJsonObject, type Json, type JsonValue, NumberText } from './json-value.ts';

export interface Shape<T> {
  /** In words: `a text`. */
  readonly wanted: string;
  fits(value: unknown): value is T;
  /** Where a value that does not fit differs, and what came there. @param path - of the value; empty for a whole body */
  differs(value: unknown, path: string): string;
}

/** What a value is once it has been found to have the shape. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

/** Deeper values are refused where they arrive: what walks through values further on, and printing, would run out of stack. */
const MAX_DEPTH = 500;

/** A single check. */
export function shape<T>(wanted: string, fits: (value: unknown) => value is T): Shape<T> {
  return {
    wanted,
    fits,
    differs: (value, path) => `${wanted} is due${path && ` at ${path}`}, and ${kindOf(value)} came`,
  };
}

const SHALLOW = `a value nested at most ${MAX_DEPTH} deep`;
/** Any JSON, read plainly. */
export const anything = shape(SHALLOW, (value): value is Json => value !== undefined && isShallow(value, MAX_DEPTH));
/** Any JSON, read exactly. */
export const anythingExact = shape(
  SHALLOW,
  (value): value is JsonValue => value !== undefined && isShallow(value, MAX_DEPTH),
);
export const text = shape('a text', (value): value is string => typeof value === 'string');
export const name = shape(
  'a text that is not empty',
  (value): value is string => typeof value === 'string' && value !== '',
);
export const number = shape('a number', (value): value is number => typeof value === 'number');
export const integer = shape(
  'a whole number of 32 bits',
  (value): value is number => typeof value === 'number' && (value | 0) === value,
);
export const boolean = shape('a boolean', (value): value is boolean => typeof value === 'boolean');
/** Members of any kind, which are not looked at. */
export const record = shape('an object', isRecord);

/** Exactly this text. */
export function only<T extends string>(wanted: T): Shape<T> {
  return shape(JSON.stringify(wanted), (value): value is T => value === wanted);
}

/** A member that may be missing or null. */
export function optional<T>(inner: Shape<T>): Shape<T | null | undefined> {
  return {
    wanted: `${inner.wanted} or nothing`,
    fits: (value): value is T | null | undefined => value === undefined || value === null || inner.fits(value),
    differs: inner.differs,
  };
}

/** One of two, of which the second is a list. */
export function either<A, B>(one: Shape<A>, list: Shape<B>): Shape<A | B> {
  return {
    wanted: `${one.wanted} or ${list.wanted}`,
    fits: (value): value is A | B => one.fits(value) || list.fits(value),
    differs: (value, path) => (Array.isArray(value) ? list : one).differs(value, path),
  };
}

export function arrayOf<T>(element: Shape<T>): Shape<readonly T[]> {
  const list = shape('a list', (value): value is readonly unknown[] => Array.isArray(value));
  return {
    wanted: list.wanted,
    fits: (value): value is readonly T[] => list.fits(value) && value.every((each) => element.fits(each)),
    differs(value, path) {
      if (!list.fits(value)) return list.differs(value, path);
      const index = value.findIndex((each) => !element.fits(each));
      return element.differs(value[index], `${path}[${index}]`);
    },
  };
}

/** An object whose members are all alike, whatever their names. */
export function mapOf<T>(member: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    wanted: record.wanted,
    fits: (value): value is Readonly<Record<string, T>> =>
      record.fits(value) && Object.values(value).every((each) => member.fits(each)),
    differs(value, path) {
      const [wrong] = record.fits(value) ? Object.entries(value).filter(([, each]) => !member.fits(each)) : [];
      return wrong ? member.differs(wrong[1], below(path, wrong[0])) : record.differs(value, path);
    },
  };
}

type Members = Readonly<Record<string, Shape<unknown>>>;

/** An object with these members, and others. */
export function object<M extends Members>(members: M): Shape<{ readonly [N in keyof M]: Shaped<M[N]> }> {
  type Value = { readonly [N in keyof M]: Shaped<M[N]> };
  const checks = Object.entries(members);
  const member = (value: object, key: string): unknown =>
    Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  return {
    wanted: record.wanted,
    fits: (value): value is Value =>
      record.fits(value) && checks.every(([key, check]) => check.fits(member(value, key))),
    differs(value, path) {
      if (!record.fits(value)) return record.differs(value, path);
      const [key, check] = checks.find(([each, wanted]) => !wanted.fits(member(value, each))) ?? [];
      return key === undefined || !check ? '' : check.differs(member(value, key), below(path, key));
    },
  };
}

/** A shape and one thing more. @param fault - what is wrong where it does not hold */
export function also<T>(inner: Shape<T>, holds: (value: T) => boolean, fault: string): Shape<T> {
  return {
    wanted: inner.wanted,
    fits: (value): value is T => inner.fits(value) && holds(value),
    differs: (value, path) => (inner.fits(value) ? `${fault}${path && ` at ${path}`}` : inner.differs(value, path)),
  };
}

/** `Array.isArray` for lists that may not be changed. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** What a value is, without what it holds. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && !(value instanceof NumberText)) return 'an object';
  return typeof value === 'string' ? `a text of ${value.length} characters` : 'a number';
}

function isRecord(value: unknown): value is ExactObject {
  return isJsonObject(value as JsonValue);
}

function isShallow(value: unknown, levelsLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levelsLeft === 0) return false;
  if (Array.isArray(value)) return value.every((element) => isShallow(element, levelsLeft - 1));
  for (const key of Object.keys(value)) if (!isShallow(Reflect.get(value, key), levelsLeft - 1)) return false;
  return true;
}

function below(path: string, key: string): string {
  return path === '' ? key.slice(0, 50) : `${path}.${key.slice(0, 50)}`;
}
