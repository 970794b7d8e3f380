/** CQL types: read from the text that upstream prints, and printed in the form that upstream takes. */
import type { CqlValue } from '../source/source.ts';

export const SCALAR_NAMES = [
  'ascii',
  'bigint',
  'blob',
  'boolean',
  'counter',
  'date',
  'decimal',
  'double',
  'duration',
  'float',
  'inet',
  'int',
  'smallint',
  'text',
  'time',
  'timestamp',
  'timeuuid',
  'tinyint',
  'uuid',
  'varint',
] as const;

export type ScalarName = (typeof SCALAR_NAMES)[number];

/** The values of a simple CQL type: which it takes, how each is spelled, how they are sorted. */
export interface Scalar {
  /** What it takes; a message puts "is needed" after it. */
  readonly expects: string;
  /** A sentence that helps with a refused value; `undefined` where `expects` says enough. */
  hint?(value: CqlValue): string | undefined;
  /** The one spelling of a value that is not null; `undefined` when the type has no such value. */
  canonical(value: CqlValue): CqlValue | undefined;
  /** Order of two canonical values, as Cassandra sorts them in sets, maps and clustering keys. */
  compare(one: CqlValue, other: CqlValue): number;
}

export type CqlType =
  | { readonly kind: 'scalar'; readonly name: ScalarName }
  | { readonly kind: 'list' | 'set'; readonly element: CqlType; readonly isFrozen: boolean }
  | { readonly kind: 'map'; readonly key: CqlType; readonly value: CqlType; readonly isFrozen: boolean }
  | { readonly kind: 'tuple'; readonly members: readonly CqlType[] }
  | { readonly kind: 'vector'; readonly element: CqlType; readonly dimension: number }
  | { readonly kind: 'udt'; readonly name: string; readonly isFrozen: boolean }
  /** One that the gateway cannot read: a Java class, or something newer. */
  | { readonly kind: 'opaque'; readonly text: string };

/** The type in the form in which it can be sent to upstream, which has no `udt<name>` and no quotes around names. */
export function printType(type: CqlType): string {
  switch (type.kind) {
    case 'scalar':
      return type.name;
    case 'list':
    case 'set':
      return frozen(type.isFrozen, `${type.kind}<${printType(type.element)}>`);
    case 'map':
      return frozen(type.isFrozen, `map<${printType(type.key)}, ${printType(type.value)}>`);
    case 'tuple':
      return `tuple<${type.members.map(printType).join(', ')}>`;
    case 'vector':
      return `vector<${printType(type.element)}, ${type.dimension}>`;
    case 'udt':
      return frozen(type.isFrozen, type.name);
    case 'opaque':
      return type.text;
  }
}

function frozen(isFrozen: boolean, text: string): string {
  return isFrozen ? `frozen<${text}>` : text;
}

/** The type and all types inside it; the fields of user-defined types are not included. */
export function typesWithin(type: CqlType): readonly CqlType[] {
  return [type, ...innerTypes(type).flatMap(typesWithin)];
}

function innerTypes(type: CqlType): readonly CqlType[] {
  if (type.kind === 'list' || type.kind === 'set' || type.kind === 'vector') return [type.element];
  if (type.kind === 'map') return [type.key, type.value];
  return type.kind === 'tuple' ? type.members : [];
}

/** Whether values of the type can only be read with the definition of a user-defined type. */
export function isUserDefined(type: CqlType): boolean {
  return typesWithin(type).some(({ kind }) => kind === 'udt');
}

/** Whether a map with such keys is written as an object. */
export function isTextType(type: CqlType): boolean {
  return type.kind === 'scalar' && (type.name === 'text' || type.name === 'ascii');
}
