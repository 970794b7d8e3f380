/** Answers as JSON that a reader can take in at a glance, and that is the same in every run. */

const WIDTH = 100;
/** Longer lists of objects are cut: their elements are all of a kind. */
const MAX_ELEMENTS = 8;
const SHOWN_ELEMENTS = 3;
/** Other in every run, or long and of no meaning to a reader. */
const OPAQUE = /^(id|deletedId|cursor|startCursor|endCursor|authToken|token|\w+Url|clientId|clientSecret)$/;
const RANDOM = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Names of times at which something happened to what an example made. */
const HAPPENED = /[a-z]At$/;

/** What stands for a value that is other in every run. */
const MASK = '…';

/** A value with a mask for what changes, and the beginnings of long lists. */
export function toShown(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return toShownText(value, name);
  if (Array.isArray(value)) {
    const shown = isLong(value) ? value.slice(0, SHOWN_ELEMENTS) : value;
    return shown.map((element) => toShown(element, name));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toShown(member, key)]));
}

/** Lists that {@link toShown} cuts, by the names that they stand under, with their lengths. */
export function cutLists(value: unknown, name = ''): [name: string, length: number][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => cutLists(member, Array.isArray(value) ? name : key));
  return Array.isArray(value) && isLong(value) ? [[name, value.length], ...inner] : inner;
}

function isLong(list: readonly unknown[]): boolean {
  return list.length > MAX_ELEMENTS && typeof list[0] === 'object';
}

function toShownText(text: string, name: string): string {
  // The data of examples has such names too, but no such values.
  if (OPAQUE.test(name) && text.length > 10) return MASK;
  return HAPPENED.test(name) ? MASK : text.replace(RANDOM, MASK);
}

/** Indented, with what fits into a line on one. */
export function printJson(value: unknown, indent = ''): string {
  const line = onOneLine(value);
  if (indent.length + line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((element) => printJson(element, deeper))
    : Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${printJson(member, deeper)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${members.map((member) => deeper + member).join(',\n')}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${onOneLine(member)}`);
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
}
