/** Reads the text of a CQL type. */
import { createBoundedCache } from '../shared/bounded-cache.ts';
import { type CqlType, SCALAR_NAMES, type ScalarName } from './type.ts';

/** The name of a type and the parts between its angle brackets. */
interface TypeParts {
  readonly word: string;
  readonly inner?: readonly string[];
}

const parsed = createBoundedCache<CqlType>({ maxEntries: 10_000 });
/** Parsing takes time proportional to length times depth. */
const MAX_LENGTH = 4000;
const MAX_DEPTH = 50;
/** Longer texts are not cached, to bound the memory. */
const MAX_CACHED_LENGTH = 200;

/**
 * Understands what upstream prints (`frozen<udt<name>>`) and what it takes (`frozen<name>`, `frozen<"Name">`). A bare word
 * that is no built-in type names a user-defined one. Never throws: what cannot be read is `opaque`.
 */
export function parseType(text: string): CqlType {
  const known = parsed.get(text);
  if (known) return known;
  if (text.length > MAX_LENGTH || isDeep(text)) return { kind: 'opaque', text };
  const type = read(text.trim(), false);
  if (text.length > MAX_CACHED_LENGTH) return type;
  parsed.set(text, type);
  return type;
}

function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= MAX_DEPTH; at += 1) {
    if (text[at] === '<') depth += 1;
    if (text[at] === '>') depth -= 1;
  }
  return depth > MAX_DEPTH;
}

function read(text: string, isFrozen: boolean): CqlType {
  const { word, inner } = split(text);
  if (!inner) return readWord(text, isFrozen);
  const [first = '', second = '', ...rest] = inner;
  const count = inner.length;
  if (word === 'udt') return { kind: 'udt', name: unquoted(inner.join(',')), isFrozen };
  if (word === 'frozen' && count === 1) return read(first, true);
  if (word === 'tuple') return { kind: 'tuple', members: inner.map((member) => read(member, false)) };
  if ((word === 'list' || word === 'set') && count === 1) return { kind: word, element: read(first, false), isFrozen };
  if (word === 'map' && rest.length === 0 && count === 2)
    return { kind: 'map', key: read(first, false), value: read(second, false), isFrozen };
  if (word === 'vector' && /^\d+$/.test(second) && count === 2)
    return { kind: 'vector', element: read(first, false), dimension: Number(second) };
  return { kind: 'opaque', text };
}

function readWord(text: string, isFrozen: boolean): CqlType {
  const word = text === 'varchar' ? 'text' : text;
  if (isScalarName(word)) return { kind: 'scalar', name: word };
  const name = unquoted(text);
  return /^\w+$/.test(name) ? { kind: 'udt', name, isFrozen } : { kind: 'opaque', text };
}

function isScalarName(word: string): word is ScalarName {
  return (SCALAR_NAMES as readonly string[]).includes(word);
}

/** Names are in quotes where Cassandra itself prints them; a keyspace may precede them. */
function unquoted(name: string): string {
  const text = name.trim();
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}

function split(text: string): TypeParts {
  const match = /^(\w+)\s*<(.*)>$/s.exec(text);
  if (!match) return { word: text };
  const [, word = '', inside = ''] = match;
  return { word: word.toLowerCase(), inner: splitAtCommas(inside) };
}

/** Commas inside brackets or quotes do not count. */
function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') isQuoted = !isQuoted;
    if (!isQuoted) depth += sign === '<' ? 1 : sign === '>' ? -1 : 0;
    if (sign !== ',' || depth !== 0 || isQuoted) continue;
    parts.push(text.slice(start, at).trim());
    start = at + 1;
  }
  return [...parts, text.slice(start).trim()];
}
