/** Checks the conditions and the order of a search in a table. */

import { firstRepeated } from '../shared/lists.ts';
import type { MaybePromise } from '../shared/maybe-promise.ts';
import { InputError } from '../source/errors.ts';
import type { ColumnFilter, ColumnSort, CqlValue, Index, RowValues, Scans, Table } from '../source/source.ts';
import { checkIndexed, withCure } from './check-indexes.ts';
import { keyProblem } from './check-restrictions.ts';
import { findColumn, keyColumns } from './table-columns.ts';
import { type CqlType, isUserDefined, printType } from './type.ts';
import { parseType } from './type-parser.ts';
import { canonical, type FindTypes } from './value.ts';

/** A condition as a client writes it; any operator may be null. */
export type FilterInput = {
  readonly column: string;
  readonly in?: readonly (CqlValue | null | undefined)[] | null | undefined;
  readonly exists?: boolean | null | undefined;
  readonly containsEntry?: { readonly key: CqlValue; readonly value: CqlValue } | null | undefined;
} & { readonly [operator in ValueOperator]?: CqlValue | null | undefined };

type SortInput = Pick<ColumnSort, 'column'> & { readonly order?: ColumnSort['order'] | null | undefined };

type ValueOperator = 'eq' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains' | 'containsKey';

const COMPARISONS = ['eq', 'lt', 'lte', 'gt', 'gte'] as const;
const OPERATORS = [...COMPARISONS, 'in', 'contains', 'containsKey', 'containsEntry', 'exists'] as const;

/**
 * Checks conditions and makes their values canonical.
 *
 * @param indexes - called only when the key alone cannot answer the conditions
 * @param key - values that the key columns must equal besides the conditions
 * @param scans - whether conditions may be sent for which upstream reads the whole table
 * @throws InputError - an entry without an operator or with null, an unknown column, one that is neither key nor indexed
 */
export async function toFilters(
  table: Table,
  inputs: readonly FilterInput[],
  types: FindTypes,
  indexes: () => MaybePromise<readonly Index[] | null>,
  key: RowValues = {},
  scans: Scans = { areAllowed: false, areSilent: false },
): Promise<readonly ColumnFilter[]> {
  const filters = await Promise.all(inputs.map((input) => toFilter(table, input, types)));
  const regular = filters.filter(({ column }) => !keyColumns(table).includes(column));
  const problem = keyProblem(table, key, filters);
  if (scans.areAllowed || (regular.length === 0 && problem === undefined)) return filters;
  const known = (await indexes()) ?? [];
  checkIndexed(table, regular, known, scans);
  // Upstream decides which conditions an index can answer together with others.
  const isIndexed = filters.some(({ column }) => known.some((index) => index.column === column));
  if (problem !== undefined && !isIndexed) throw new InputError(withCure(problem, scans));
  return filters;
}

async function toFilter(table: Table, input: FilterInput, types: FindTypes): Promise<ColumnFilter> {
  const { column } = input;
  const type = parseType(findColumn(table, column).type);
  checkOperators(input);
  const location = { what: `column "${column}"`, types: isUserDefined(type) ? await types() : [] };
  const filter: { -readonly [K in keyof ColumnFilter]: ColumnFilter[K] } = { column };
  for (const operator of COMPARISONS) {
    const value = input[operator];
    if (value !== undefined && value !== null) filter[operator] = canonical(type, value, location);
  }
  if (input.in) filter.in = input.in.map((value) => canonical(type, notNull(column, value), location));
  if (input.contains !== undefined && input.contains !== null)
    filter.contains = canonical(valueType(type, input), input.contains, location);
  if (input.containsKey !== undefined && input.containsKey !== null)
    filter.containsKey = canonical(keyType(type, input), input.containsKey, location);
  if (input.containsEntry) {
    const { key, value } = input.containsEntry;
    filter.containsEntry = {
      key: canonical(keyType(type, input), key, location),
      value: canonical(valueType(type, input), value, location),
    };
  }
  if (input.exists !== undefined && input.exists !== null) filter.exists = toExists(type, input.exists, column);
  return filter;
}

/** Upstream would read the whole table for a condition without an operator. */
function checkOperators(input: FilterInput): void {
  const given = OPERATORS.filter((operator) => input[operator] !== undefined);
  const empty = given.find((operator) => input[operator] === null);
  if (empty) {
    throw new InputError(
      `The filter on "${input.column}" has null for "${empty}". No column can be compared with null: leave the entry out, or send a value.`,
    );
  }
  if (given.length > 0) return;
  throw new InputError(`The filter on "${input.column}" has no operator. Give one of ${OPERATORS.join(', ')}.`);
}

/** Checks an order and sets its defaults. @throws InputError - for a column that is no clustering column */
export function toSort(table: Table, sort: readonly SortInput[]): readonly ColumnSort[] {
  const clustering = table.clusteringKey.map(({ name }) => name);
  const twice = firstRepeated(sort.map(({ column }) => column));
  if (twice !== undefined) throw new InputError(`"sort" names the column "${twice}" twice. Name it once.`);
  for (const { column } of sort) {
    findColumn(table, column);
    if (clustering.includes(column)) continue;
    throw new InputError(
      `Rows cannot be sorted by "${column}", which is no clustering column. Those of the table "${table.table}" are: ${clustering.join(', ') || 'none'}.`,
    );
  }
  return sort.map(({ column, order }) => ({ column, order: order ?? 'ASC' }));
}

function toExists(type: CqlType, exists: boolean, column: string): boolean {
  if (type.kind === 'scalar' && type.name === 'boolean') return exists;
  throw new InputError(`"exists" works on boolean columns only, and "${column}" has the type ${printType(type)}.`);
}

function valueType(type: CqlType, { column }: FilterInput): CqlType {
  if (type.kind === 'map') return type.value;
  if (type.kind === 'list' || type.kind === 'set') return type.element;
  throw new InputError(`"contains" works on lists, sets and maps, and "${column}" has the type ${printType(type)}.`);
}

function keyType(type: CqlType, { column }: FilterInput): CqlType {
  if (type.kind === 'map') return type.key;
  throw new InputError(
    `"containsKey" and "containsEntry" work on maps, and "${column}" has the type ${printType(type)}.`,
  );
}

function notNull(column: string, value: CqlValue | null | undefined): CqlValue {
  if (value !== null && value !== undefined) return value;
  throw new InputError(`The filter on "${column}" has null in its list "in". Leave it out.`);
}
