/** A restriction: all conditions on one column, merged. */

import { invalidArgument } from '../types/refusal.ts';
import type { Condition } from './condition.ts';
import type { SchemaColumn } from './schema.ts';

export interface Bound {
  readonly value: Uint8Array | null;
  readonly inclusive: boolean;
}

export type Contained =
  | { readonly target: 'values' | 'keys'; readonly value: Uint8Array | null }
  | { readonly target: 'entries'; readonly key: Uint8Array; readonly value: Uint8Array };

export type Restriction = { readonly column: SchemaColumn } & (
  | { readonly kind: 'eq'; readonly value: Uint8Array | null }
  | { readonly kind: 'in'; readonly values: readonly (Uint8Array | null)[] }
  | { readonly kind: 'slice'; readonly lower?: Bound; readonly upper?: Bound }
  | { readonly kind: 'contains'; readonly contained: readonly Contained[] }
);

export function restrictionOf(condition: Condition): Restriction {
  const { column } = condition;
  switch (condition.operator) {
    case 'eq':
      return { column, kind: 'eq', value: condition.value };
    case 'in':
      return { column, kind: 'in', values: condition.values };
    case 'lt':
    case 'lte':
      return { column, kind: 'slice', upper: { value: condition.value, inclusive: condition.operator === 'lte' } };
    case 'gt':
    case 'gte':
      return { column, kind: 'slice', lower: { value: condition.value, inclusive: condition.operator === 'gte' } };
    case 'contains':
      return { column, kind: 'contains', contained: [{ target: 'values', value: condition.value }] };
    case 'containsKey':
      return { column, kind: 'contains', contained: [{ target: 'keys', value: condition.value }] };
    case 'containsEntry':
      return {
        column,
        kind: 'contains',
        contained: [{ target: 'entries', key: condition.key, value: condition.value }],
      };
  }
}

/** Merges a further restriction of the same column into an earlier one; throws when they exclude each other. */
export function merged(earlier: Restriction, later: Restriction): Restriction {
  const { name } = earlier.column;
  switch (earlier.kind) {
    case 'eq':
      throw invalidArgument(`${name} cannot be restricted by more than one relation if it includes an Equal`);
    case 'in':
      throw invalidArgument(`${name} cannot be restricted by more than one relation if it includes a IN`);
    case 'contains':
      if (later.kind === 'contains') return { ...earlier, contained: [...earlier.contained, ...later.contained] };
      throw invalidArgument(
        `Collection column ${name} can only be restricted by CONTAINS, CONTAINS KEY, or map-entry equality`,
      );
    case 'slice':
      if (later.kind !== 'slice') {
        throw invalidArgument(`Column "${name}" cannot be restricted by both an equality and an inequality relation`);
      }
      if (earlier.lower && later.lower) throw twoBounds('start', name);
      if (earlier.upper && later.upper) throw twoBounds('end', name);
      return { ...earlier, ...later };
  }
}

function twoBounds(end: 'start' | 'end', column: string): Error {
  return invalidArgument(`More than one restriction was found for the ${end} bound on ${column}`);
}

/** The number of conditions in a restriction. */
export function conditionCount(restriction: Restriction): number {
  return restriction.kind === 'contains' ? restriction.contained.length : 1;
}

export function checkNoNull(restriction: Restriction): void {
  const values = restrictionValues(restriction);
  if (values.includes(null)) {
    throw invalidArgument(`Invalid null value in condition for column ${restriction.column.name}`);
  }
}

function restrictionValues(restriction: Restriction): readonly (Uint8Array | null | undefined)[] {
  switch (restriction.kind) {
    case 'eq':
      return [restriction.value];
    case 'in':
      return restriction.values;
    case 'slice':
      return [restriction.lower?.value, restriction.upper?.value];
    case 'contains':
      return restriction.contained.map(({ value }) => value);
  }
}
