/** Filters of tables: conditions joined by AND, one member per column (Data API contract, filters of tables). */
import { keyColumns } from '../../cql/table-columns.ts';
import { type CqlType, printType } from '../../cql/type.ts';
import { type ExactObject, isJsonObject, type JsonValue } from '../../json/json-value.ts';
import { ownValue, setOwnValue } from '../../shared/own-value.ts';
import { InputError, NotSupportedError } from '../../source/errors.ts';
import type { ColumnFilter, CqlValue, RowValues, Table } from '../../source/source.ts';
import { columnType, isReadable, unreadable } from '../values/readable.ts';
import { encodeScalar } from '../values/scalar.ts';

/** What is asked of one column: a value that it must equal, or operators. */
type Condition = JsonValue;

/** The most values in one `$in`. */
export const MAX_LISTED = 100;

/**
 * Equality with each value of a key or a part of one; `null` is left out.
 *
 * @throws NotSupportedError - for a column that cannot be compared
 */
export function whereKey(table: Table, key: RowValues): ExactObject {
  const filter: Record<string, JsonValue> = {};
  for (const name of keyColumns(table)) {
    const value = ownValue(key, name) ?? null;
    if (value !== null) setOwnValue(filter, name, comparable(columnType(table, name), value, name));
  }
  return filter;
}

/** Such a filter with lists of values in some columns. */
export function whereListed(table: Table, keys: readonly RowValues[], columns: readonly string[]): ExactObject {
  const filter: Record<string, JsonValue> = { ...whereKey(table, keys[0] ?? {}) };
  for (const name of columns) {
    const values = new Set(keys.map((key) => ownValue(key, name) ?? null));
    const type = columnType(table, name);
    setOwnValue(filter, name, { $in: [...values].map((value) => comparable(type, value, name)) });
  }
  return filter;
}

/**
 * A key and conditions. Those on one column stand together where they bound it from both sides; others follow in `$and`, whose
 * elements are single conditions.
 *
 * @throws InputError - for conditions that upstream refuses or misreads
 */
export function whereAll(table: Table, key: RowValues, filters: readonly ColumnFilter[]): ExactObject {
  const filter: Record<string, JsonValue> = { ...whereKey(table, key) };
  const further: ExactObject[] = [];
  for (const { column, ...operators } of filters) {
    const type = columnType(table, column);
    if (!isReadable(type)) throw unreadable(column, type, 'compared');
    for (const condition of conditionsOf(type, { column, ...operators })) {
      const earlier = ownValue(filter, column);
      const both = earlier === undefined ? condition : together(column, earlier, condition);
      if (both === undefined) further.push({ [column]: condition });
      else setOwnValue(filter, column, both);
    }
  }
  return further.length === 0 ? filter : { ...filter, $and: further };
}

/** Whether a type's values can be listed in `$in`: bytes would be taken for text there. */
export function isListable(type: CqlType): boolean {
  return type.kind === 'scalar' && type.name !== 'blob';
}

const RANGES = ['lt', 'lte', 'gt', 'gte'] as const;

function conditionsOf(type: CqlType, filter: ColumnFilter): Condition[] {
  const { column, eq, exists, contains, containsKey, containsEntry } = filter;
  const conditions: Condition[] = [];
  if (eq !== undefined) conditions.push(comparable(type, eq, column));
  if (exists !== undefined) conditions.push(exists);
  if (filter.in) conditions.push({ $in: listed(type, filter.in, column) });
  for (const operator of RANGES) {
    const value = filter[operator];
    if (value !== undefined) conditions.push({ [`$${operator}`]: ordered(type, value, column) });
  }
  if (contains !== undefined) {
    const held = { $in: listed(valueType(type), [contains], column) };
    conditions.push(type.kind === 'map' ? { $values: held } : held);
  }
  if (containsKey !== undefined) conditions.push({ $keys: { $in: listed(keyType(type), [containsKey], column) } });
  if (containsEntry) {
    const [key] = listed(keyType(type), [containsEntry.key], column);
    const [value] = listed(valueType(type), [containsEntry.value], column);
    conditions.push({ $in: [[key ?? null, value ?? null]] });
  }
  return conditions;
}

/** Both conditions as one; `undefined` where they stay apart. @throws InputError - where upstream takes only one of them */
function together(column: string, one: Condition, other: Condition): Condition | undefined {
  const [names, otherNames] = [boundsOf(one), boundsOf(other)];
  if (!names && !otherNames) {
    if (isContainment(one) && isContainment(other)) return undefined;
    throw twice(column);
  }
  if (!names || !otherNames || !isJsonObject(one) || !isJsonObject(other)) throw twice(column);
  if ([...names, ...otherNames].length > 2 || names[0]?.slice(0, 2) === otherNames[0]?.slice(0, 2)) throw twice(column);
  return { ...one, ...other };
}

/** The sides on which a range is bounded, as `$l…` and `$g…`; `undefined` for another condition. */
function boundsOf(condition: Condition): readonly string[] | undefined {
  const names = isJsonObject(condition) ? Object.keys(condition) : [];
  return names.length > 0 && names.every((name) => /^\$[lg]te?$/.test(name)) ? names : undefined;
}

/** Of a list, set or map there may be several. */
function isContainment(condition: Condition): boolean {
  return isJsonObject(condition) && Object.keys(condition).some((name) => /^\$(in|keys|values)$/.test(name));
}

function twice(column: string): InputError {
  return new InputError(
    `The column "${column}" has two conditions that cannot stand together: an equality or a list stands alone, and a range has one bound on each side. Keep one of them.`,
  );
}

function comparable(type: CqlType, value: CqlValue, column: string): JsonValue {
  if (type.kind === 'scalar' && type.name !== 'counter' && value !== null)
    return encodeScalar(type.name, value, column);
  throw new NotSupportedError(
    `The column "${column}" has the type ${printType(type)}, whose values the Data API cannot compare. Read the rows by other columns, or use CQL.`,
  );
}

function ordered(type: CqlType, value: CqlValue, column: string): JsonValue {
  const isOrdered = type.kind === 'scalar' && type.name !== 'blob' && type.name !== 'duration';
  if (isOrdered) return comparable(type, value, column);
  throw new InputError(
    `The column "${column}" has the type ${printType(type)}, whose values the Data API has no order of. Compare it by "eq".`,
  );
}

function listed(type: CqlType, values: readonly CqlValue[], column: string): readonly JsonValue[] {
  if (!isListable(type)) {
    throw new InputError(
      `The Data API cannot look for one of several values of the type ${printType(type)} in the column "${column}". Compare a column of that type by "eq".`,
    );
  }
  const distinct = [...new Set(values)];
  if (distinct.length <= MAX_LISTED) return distinct.map((value) => comparable(type, value, column));
  throw new InputError(
    `The filter on "${column}" lists ${distinct.length} values, and the Data API takes ${MAX_LISTED}. Ask for ${MAX_LISTED} at a time.`,
  );
}

const valueType = (type: CqlType) => (type.kind === 'map' ? type.value : 'element' in type ? type.element : type);
const keyType = (type: CqlType) => (type.kind === 'map' ? type.key : type);
