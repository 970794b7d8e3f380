/** Parses CQL types, and prints them in the notations of Cassandra and of the REST API. */

import { javaType } from './java-types.ts';
import { quotedName } from './name.ts';
import { invalidArgument } from './refusal.ts';
import { SCALARS, type ScalarName } from './scalar-name.ts';

export type CqlType =
  | { readonly kind: 'scalar'; readonly name: ScalarName }
  | { readonly kind: 'list'; readonly element: CqlType; readonly frozen: boolean }
  | { readonly kind: 'set'; readonly element: CqlType; readonly frozen: boolean }
  | { readonly kind: 'map'; readonly key: CqlType; readonly value: CqlType; readonly frozen: boolean }
  | { readonly kind: 'tuple'; readonly members: readonly CqlType[] }
  /** A fixed number of floats. */
  | { readonly kind: 'vector'; readonly dimension: number }
  | { readonly kind: 'udt'; readonly name: string; readonly frozen: boolean };

/** The text is not a type; the REST service rejects it before the database sees it. */
export class MalformedTypeError extends Error {
  override readonly name = 'MalformedTypeError';
}

/**
 * Parses a type. Outer words may be in any letter case, scalar names are in lower case, and any other word is a user-defined
 * type.
 */
export function parseType(text: string): CqlType {
  const type = text.trim();
  if (type === '') throw new MalformedTypeError('Invalid empty type name');
  const open = /^["']/.test(type) ? -1 : type.indexOf('<');
  if (open < 0) return bareType(type);
  const outer = type.slice(0, open).trim();
  if (!type.endsWith('>')) {
    throw new MalformedTypeError(`Malformed type name: parameters for type ${outer} are missing a closing '>'`);
  }
  const parameters = split(type.slice(open + 1, -1));
  return vectorType(outer, parameters) ?? outerType(outer, parameters.map(parseType));
}

function bareType(word: string): CqlType {
  if (word.startsWith("'")) return { kind: 'scalar', name: javaType(word.slice(1, -1)) };
  if (word === 'varchar') return { kind: 'scalar', name: 'text' };
  const scalar = SCALARS.find((name) => name === word);
  if (scalar) return { kind: 'scalar', name: scalar };
  const name = word.startsWith('"') ? word.slice(1, -1).replaceAll('""', '"') : word;
  return { kind: 'udt', name, frozen: false };
}

/** The one type whose second parameter is a number; of its elements only floats are known here. */
function vectorType(word: string, [element, dimension]: readonly string[]): CqlType | undefined {
  const isVector = word.toLowerCase() === 'vector' && element?.trim() === 'float';
  const digits = isVector ? /^\s*([1-9]\d{0,4})\s*$/.exec(dimension ?? '')?.[1] : undefined;
  return digits === undefined ? undefined : { kind: 'vector', dimension: Number(digits) };
}

function outerType(word: string, parameters: readonly CqlType[]): CqlType {
  const [first, second] = parameters;
  const lower = word.toLowerCase();
  if (lower === 'tuple') return { kind: 'tuple', members: parameters.map(frozen) };
  if (first && !second) {
    if (lower === 'list' || lower === 'set') return { kind: lower, element: first, frozen: false };
    if (lower === 'frozen') return explicitlyFrozen(first);
  }
  if (lower === 'map' && first && second && parameters.length === 2) {
    return { kind: 'map', key: first, value: second, frozen: false };
  }
  const expected =
    lower === 'map' && !second ? "mismatched input '>' expecting ','" : "mismatched input '<' expecting ')'";
  throw invalidArgument(`line 1:0 ${expected} (...${word}[<]...)`);
}

function explicitlyFrozen(type: CqlType): CqlType {
  if (type.kind !== 'scalar') return frozen(type);
  throw invalidArgument(`frozen<> is only allowed on collections, tuples, and user-defined types (got ${type.name})`);
}

/** The type, frozen with all inner types. */
export function frozen(type: CqlType): CqlType {
  switch (type.kind) {
    case 'list':
    case 'set':
      return { ...type, element: frozen(type.element), frozen: true };
    case 'map':
      return { ...type, key: frozen(type.key), value: frozen(type.value), frozen: true };
    case 'udt':
      return { ...type, frozen: true };
    default:
      return type;
  }
}

/** Splits at the commas outside brackets. */
function split(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '<') depth += 1;
    else if (text[at] === '>') depth -= 1;
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** Whether the type is non-frozen: stored in several cells, which are written separately. */
export function isMultiCell(type: CqlType): boolean {
  return 'frozen' in type && !type.frozen;
}

interface Spelling {
  readonly tuple: (members: string) => string;
  readonly udt: (name: string) => string;
}

const CQL: Spelling = { tuple: (members) => `frozen<tuple<${members}>>`, udt: quotedName };
const REST: Spelling = { tuple: (members) => `tuple<${members}>`, udt: (name) => `udt<${name}>` };

/** The type as Cassandra prints it: tuples are frozen, names are quoted when necessary. `parseType` reads it back. */
export function cqlTypeText(type: CqlType): string {
  return print(type, CQL);
}

/** The type as the REST API shows it: tuples without `frozen`, user-defined types as `udt<name>`. */
export function restTypeText(type: CqlType): string {
  return print(type, REST);
}

function print(type: CqlType, spelling: Spelling): string {
  const inner = (part: CqlType) => print(part, spelling);
  const maybeFrozen = (text: string, isFrozen: boolean) => (isFrozen ? `frozen<${text}>` : text);
  switch (type.kind) {
    case 'scalar':
      return type.name;
    case 'list':
    case 'set':
      return maybeFrozen(`${type.kind}<${inner(type.element)}>`, type.frozen);
    case 'map':
      return maybeFrozen(`map<${inner(type.key)}, ${inner(type.value)}>`, type.frozen);
    case 'tuple':
      return spelling.tuple(type.members.map(inner).join(', '));
    case 'vector':
      return `vector<float, ${type.dimension}>`;
    case 'udt':
      return maybeFrozen(spelling.udt(type.name), type.frozen);
  }
}
