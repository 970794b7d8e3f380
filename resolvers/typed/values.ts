/**
 * Values of columns as fields of typed objects, and back. The values of the universal graph stand in between, so both graphs share
 * the conversion from and to CQL.
 */
import { type CqlType, isTextType } from '../../datasources/cql/type.ts';
import { ownValue } from '../../datasources/shared/own-value.ts';
import { NotSupportedError } from '../../datasources/source/errors.ts';
import type { CqlValue } from '../../datasources/source/source.ts';
import type { TypedTypes } from './model.ts';

interface Entry {
  readonly key: TypedValue;
  readonly value: TypedValue;
}

/** A list of objects with the fields `key` and `value`, a tuple as an object with `item0` and so on, other containers likewise. */
type TypedValue = unknown;

/** Whether all values of a type are the same in both graphs. */
export function isSameTyped(type: CqlType): boolean {
  return type.kind === 'opaque' || (type.kind === 'scalar' && !isFloat(type));
}

/** @param what - such as `column "delay"` @throws NotSupportedError - for a number that JSON has not */
export function toTyped(type: CqlType, value: CqlValue, types: TypedTypes, what: string): TypedValue {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case 'scalar':
      return isFloat(type) ? finite(value, what) : value;
    case 'list':
    case 'set':
    case 'vector':
      return (value as readonly CqlValue[]).map((element) => toTyped(type.element, element, types, what));
    case 'map':
      return entriesOf(type, value).map(({ key, value: member }) => ({
        key: toTyped(type.key, key, types, what),
        value: toTyped(type.value, member, types, what),
      }));
    case 'tuple':
      return Object.fromEntries(
        type.members.map((member, index) => [
          itemName(index),
          toTyped(member, (value as readonly CqlValue[])[index] ?? null, types, what),
        ]),
      );
    case 'udt': {
      const members = value as { readonly [name: string]: CqlValue };
      const fields = types.byName.get(type.name)?.fields ?? [];
      return Object.fromEntries(
        fields.map((each) => [each.field, toTyped(each.type, ownValue(members, each.name) ?? null, types, what)]),
      );
    }
    case 'opaque':
      return value;
  }
}

/** The value of the universal graph for an input. Nothing is checked: that is done with all values of the universal graph. */
export function fromTyped(type: CqlType, value: TypedValue, types: TypedTypes): CqlValue {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'vector':
      return (value as readonly TypedValue[]).map((element) => fromTyped(type.element, element, types));
    case 'map': {
      const entries = (value as readonly Entry[]).map((entry) => ({
        key: fromTyped(type.key, entry.key, types),
        value: fromTyped(type.value, entry.value, types),
      }));
      // Text keys make an object; of a key that occurs twice the last value counts, as in CQL.
      return isTextType(type.key)
        ? Object.fromEntries(entries.map((entry) => [String(entry.key), entry.value]))
        : entries;
    }
    case 'tuple':
      return type.members.map((member, index) =>
        fromTyped(member, (value as { readonly [item: string]: TypedValue })[itemName(index)], types),
      );
    case 'udt': {
      const given = value as { readonly [field: string]: TypedValue };
      const fields = types.byName.get(type.name)?.fields ?? [];
      return Object.fromEntries(
        fields
          .filter(({ field }) => ownValue(given, field) !== undefined)
          .map((each) => [each.name, fromTyped(each.type, ownValue(given, each.field), types)]),
      );
    }
    default:
      return value as CqlValue;
  }
}

/** The field of a tuple's member. */
export function itemName(index: number): string {
  return `item${index}`;
}

function entriesOf(
  type: Extract<CqlType, { kind: 'map' }>,
  value: CqlValue,
): readonly { readonly key: CqlValue; readonly value: CqlValue }[] {
  if (!isTextType(type.key)) return value as unknown as readonly { readonly key: CqlValue; readonly value: CqlValue }[];
  return Object.entries(value as object).map(([key, member]) => ({ key, value: member as CqlValue }));
}

function isFloat(type: Extract<CqlType, { kind: 'scalar' }>): boolean {
  return type.name === 'float' || type.name === 'double';
}

function finite(value: CqlValue, what: string): CqlValue {
  if (typeof value !== 'string') return value;
  // JSON has no sign for zero, and it compares equal.
  if (value === '-0') return 0;
  throw new NotSupportedError(
    `The ${what} is ${value}, which a Float cannot be. Read it in the universal graph, at /graphql, as text.`,
  );
}
