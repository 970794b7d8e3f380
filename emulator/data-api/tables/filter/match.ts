/** Whether a row satisfies a filter. A column without a value satisfies nothing, but that it does not hold something. */

import type { LiveRow } from '../../../cql/read/live-rows.ts';
import { equalBytes } from '../../../cql/types/bytes.ts';
import { elementsOf } from '../../../cql/types/codec-collection.ts';
import { entriesOf } from '../../../cql/types/codec-map.ts';
import { codecOf } from '../../../cql/types/codecs.ts';
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import { textOptions } from '../definition/index-options.ts';
import type { BoundFilter, BoundGroup, ContainedFilter } from './bind.ts';

export type Matches = (row: LiveRow) => boolean;

export function matcherOf(schema: TableSchema, group: BoundGroup): Matches {
  const parts = [
    ...group.conditions.map((condition) => conditionMatcher(schema, condition)),
    ...group.groups.filter(hasConditions).map((inner) => matcherOf(schema, inner)),
  ];
  if (parts.length === 0) return () => true;
  return group.relation === 'and'
    ? (row) => parts.every((matches) => matches(row))
    : (row) => parts.some((matches) => matches(row));
}

/** A group without conditions says nothing, whatever it is joined by. */
function hasConditions({ conditions, groups }: BoundGroup): boolean {
  return conditions.length > 0 || groups.some(hasConditions);
}

function conditionMatcher(schema: TableSchema, condition: BoundFilter): Matches {
  const { column } = condition;
  if (condition.kind === 'contains') {
    const holds = condition.contained.map((contained) => holderOf(schema, column, contained));
    return (row) => satisfies(condition.operator, holds, row.value(column));
  }
  const comparable = comparableOf(schema, column);
  if (condition.kind === 'in') {
    const sought = new Set(condition.values.map((value) => asKey(comparable(value))));
    return (row) => {
      const value = row.value(column);
      return value !== undefined && sought.has(asKey(comparable(value))) === (condition.operator === 'in');
    };
  }
  const sought = comparable(condition.value);
  return (row) => {
    const value = row.value(column);
    return value !== undefined && isRight(condition.operator, Buffer.compare(comparable(value), sought));
  };
}

function isRight(operator: Extract<BoundFilter, { kind: 'compare' }>['operator'], order: number): boolean {
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
  }
}

/** Bytes that sort as the values do. An index that does not see case, or accents, makes its column not see them either. */
function comparableOf({ table }: TableSchema, column: SchemaColumn): (value: Uint8Array) => Uint8Array {
  const index = table.indexes.find((each) => each.column === column.name);
  const options = index && textOptions(index.options, column);
  const { toOrdered } = column.codec;
  if (!options || (options.caseSensitive && !options.normalize && !options.ascii)) return toOrdered;
  return (value) => {
    let text = Buffer.from(value).toString();
    if (options.normalize) text = text.normalize('NFC');
    if (options.ascii) text = text.normalize('NFKD').replace(/\p{M}/gu, '');
    if (!options.caseSensitive) text = text.toLowerCase();
    return toOrdered(Buffer.from(text));
  };
}

type Holds = (value: Uint8Array | undefined) => boolean;

function satisfies(
  operator: 'in' | 'nin' | 'all' | 'notAny',
  holds: readonly Holds[],
  value: Uint8Array | undefined,
): boolean {
  switch (operator) {
    case 'in':
      return holds.some((each) => each(value));
    case 'nin':
      return !holds.some((each) => each(value));
    case 'all':
      return holds.every((each) => each(value));
    case 'notAny':
      return holds.some((each) => !each(value));
  }
}

function holderOf(
  { keyspace: { types } }: TableSchema,
  { cqlType }: SchemaColumn,
  { key, value }: ContainedFilter,
): Holds {
  if (cqlType.kind === 'list' || cqlType.kind === 'set') {
    const isSought = equalTo(codecOf(cqlType.element, types).toOrdered, value);
    return (bytes) => bytes !== undefined && elementsOf(bytes).some(isSought);
  }
  if (cqlType.kind !== 'map') return () => false;
  const isKey = equalTo(codecOf(cqlType.key, types).toOrdered, key);
  const isValue = equalTo(codecOf(cqlType.value, types).toOrdered, value);
  return (bytes) => bytes !== undefined && entriesOf(bytes).some(([name, item]) => isKey(name) && isValue(item));
}

/** Whatever it is, where nothing is sought. */
function equalTo(
  toOrdered: (bytes: Uint8Array) => Uint8Array,
  sought: Uint8Array | undefined,
): (bytes: Uint8Array) => boolean {
  if (!sought) return () => true;
  const key = toOrdered(sought);
  return (bytes) => equalBytes(toOrdered(bytes), key);
}

function asKey(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
