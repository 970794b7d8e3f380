/** Checks conditions and orders of a search in a table. */
import { InputError } from '../errors.ts';
import type { ColumnFilter, ColumnSort, CqlValue, Index, Table } from '../source.ts';
import { findColumn, keyColumns } from './check.ts';
import { type CqlType, isUserDefined, printType } from './type.ts';
import { parseType } from './type-parser.ts';
import { canonical, type FindTypes } from './value.ts';

/** A condition as a client writes it: what is left out may be null. */
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
 * Canonical conditions.
 *
 * @param indexes - looked up only when a column that is no key is filtered
 * @throws InputError - an entry without an operator or with null, an unknown column, one that is neither key nor indexed
 */
export async function toFilters(
  table: Table,
  inputs: readonly FilterInput[],
  types: FindTypes,
  indexes: () => Promise<readonly Index[] | null>,
): Promise<readonly ColumnFilter[]> {
  const filters = await Promise.all(inputs.map((input) => toFilter(table, input, types)));
  const beside = inputs.filter(({ column }) => !keyColumns(table).includes(column));
  if (beside.length > 0) checkIndexed(table, beside, (await indexes()) ?? []);
  return filters;
}

async function toFilter(table: Table, input: FilterInput, types: FindTypes): Promise<ColumnFilter> {
  const { column } = input;
  const type = parseType(findColumn(table, column).type);
  checkOperators(input);
  const place = { what: `column "${column}"`, types: isUserDefined(type) ? await types() : [] };
  const filter: { -readonly [K in keyof ColumnFilter]: ColumnFilter[K] } = { column };
  for (const operator of COMPARISONS) {
    const value = input[operator];
    if (value !== undefined && value !== null) filter[operator] = canonical(type, value, place);
  }
  if (input.in) filter.in = input.in.map((value) => canonical(type, notNull(column, value), place));
  if (input.contains !== undefined && input.contains !== null)
    filter.contains = canonical(valueType(type, input), input.contains, place);
  if (input.containsKey !== undefined && input.containsKey !== null)
    filter.containsKey = canonical(keyType(type, input), input.containsKey, place);
  if (input.containsEntry) {
    const { key, value } = input.containsEntry;
    filter.containsEntry = {
      key: canonical(keyType(type, input), key, place),
      value: canonical(valueType(type, input), value, place),
    };
  }
  if (input.exists !== undefined && input.exists !== null) filter.exists = toExists(type, input.exists, column);
  return filter;
}

/** Upstream would read the whole table for a condition that says nothing. */
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

function checkIndexed(table: Table, filters: readonly FilterInput[], indexes: readonly Index[]): void {
  const indexed = new Set(indexes.map(({ column }) => column));
  const bare = filters.find(({ column }) => !indexed.has(column));
  if (!bare) return;
  throw new InputError(
    `The column "${bare.column}" of the table "${table.table}" is neither part of its key nor indexed, so filtering on it would read the whole table. Filter on ${keyColumns(table).join(', ')}, or make an index with createIndex.`,
  );
}

/** Canonical order. @throws InputError - for a column that is no clustering column */
export function toSort(table: Table, sort: readonly SortInput[]): readonly ColumnSort[] {
  const clustering = table.clusteringKey.map(({ name }) => name);
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
