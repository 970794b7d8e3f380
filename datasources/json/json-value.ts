/** Parsed JSON that has lost nothing: exact numbers, and the order of members where JavaScript would change it. */
import { setOwnValue } from '../shared/own-value.ts';

/** A number whose digits a double would lose or change: `9007199254740993`, `1.10`, `1E+400`, `-0`. */
export class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  /** So that messages show its digits. */
  toJSON(): string {
    return this.text;
  }
}

export type ExactObject = { readonly [name: string]: JsonValue };
export type JsonValue = null | boolean | number | string | NumberText | readonly JsonValue[] | ExactObject;
/** JSON as `JSON.parse` reads it: every number is a double. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Names of the members in the order of the text, for objects whose integer-like names JavaScript moves to the front. */
const namesInOrder = new WeakMap<object, readonly string[]>();

/** An object with these members in this order, which `membersOf` gives back. Of a repeated name the last value counts. */
export function fromMembers(names: readonly string[], values: readonly JsonValue[]): ExactObject {
  const object: Record<string, JsonValue> = {};
  let isMoved = false;
  for (const [index, name] of names.entries()) {
    const value = values[index] ?? null;
    setOwnValue(object, name, value);
    isMoved ||= isDigit(name.charCodeAt(0));
  }
  if (isMoved) namesInOrder.set(object, [...new Set(names)]);
  return object;
}

/** Names that begin with a digit may be integers, which JavaScript moves. */
function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The members in the order of the text that the object was parsed from. */
export function membersOf(object: ExactObject): [string, JsonValue][] {
  const names = namesInOrder.get(object) ?? Object.keys(object);
  return names.map((name) => [name, object[name] ?? null]);
}

export function isJsonObject(value: JsonValue | undefined): value is ExactObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberText);
}

/** The value with plain numbers, for data in which every number is a double anyway. */
export function toPlain(value: JsonValue): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof NumberText) return Number(value.text);
  if (Array.isArray(value)) return value.map(toPlain);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toPlain(member)]));
}
