/** What can be told of a filter from the schema alone: refusals, and warnings about what it costs. */
import type { Index } from '../../../core/catalog.ts';
import type { ScalarName } from '../../../cql/types/scalar-name.ts';
import { indexKind } from '../../../cql/write/index-target.ts';
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { refused, warning } from '../../command/errors.ts';
import { type ColumnCondition, type ColumnGroup, conditionsOf } from './expression.ts';

/** The last condition on each column counts. */
export type ByColumn = ReadonlyMap<string, ColumnCondition>;

/** Types whose index serves neither order nor inequality. */
const UNORDERED_INDEXES: readonly ScalarName[] = ['ascii', 'boolean', 'text', 'uuid'];
const UNEQUAL_INDEXES: readonly ScalarName[] = [...UNORDERED_INDEXES, 'blob', 'duration'];

export function byColumn(group: ColumnGroup): ByColumn {
  return new Map(conditionsOf(group).map((condition) => [condition.path, condition]));
}

/** @throws CommandFailure - for columns that the table does not have */
export function checkFilterColumns(schema: TableSchema, filter: ByColumn): void {
  const unknown = [...filter.keys()].filter((name) => !schema.column(name));
  if (unknown.length === 0) return;
  const known = schema.columns.map(({ name }) => name).join(', ');
  const message = `The table ${schema.table.name} has no columns: ${unknown.join(', ')}.\n\nFilter on some of: ${known}.`;
  throw refused(
    'FILTER',
    'UNKNOWN_TABLE_COLUMNS',
    message,
    'Columns in the filter are not defined in the table schema',
  );
}

/** What a read must not ask at all. */
export function checkRead(schema: TableSchema, filter: ByColumn): void {
  checkFilterColumns(schema, filter);
  const named = (isRefused: (condition: ColumnCondition, column: SchemaColumn) => boolean) =>
    filtered(schema, filter, isRefused).join(', ');
  const matched = named(({ kind }) => kind === 'match');
  if (matched) {
    const message = `These columns have no text index: ${matched}.\n\nUse $match on columns that have one.`;
    throw refused('FILTER', 'CANNOT_LEXICAL_FILTER_NON_INDEXED_COLUMNS', message);
  }
  const durations = named((condition, { type }) => isSlice(condition) && type === 'duration');
  if (!durations) return;
  const message = `Durations have no order, so that these columns cannot be compared: ${durations}.\n\nUse $eq or $in.`;
  throw refused('FILTER', 'UNSUPPORTED_COMPARISON_FILTER_AGAINST_DURATION', message);
}

/** In the order in which they are answered. With any of them, rows are looked at one by one. */
export function warningsOf(schema: TableSchema, filter: ByColumn): JsonObject[] {
  const names = [...filter.keys()];
  if (names.length === 0)
    return [warning('ZERO_FILTER_OPERATIONS', 'The filter has no conditions, so that all rows are read.')];
  const isKeyOnly = names.every((name) => isKey(schema.column(name)));
  const rules: readonly (readonly [code: string, text: string, names: readonly string[]])[] = [
    ['MISSING_INDEX', 'have no index', isKeyOnly ? [] : filtered(schema, filter, lacksIndex(schema))],
    ['MISSING_INDEX', 'have no index for what they hold', filtered(schema, filter, lacksContentIndex(schema))],
    [
      'NOT_EQUALS_UNSUPPORTED_BY_INDEXING',
      'have an index that does not serve $ne',
      filtered(schema, filter, isUnservedBy(schema, 'ne')),
    ],
    [
      'COMPARISON_FILTER_UNSUPPORTED_BY_INDEXING',
      'have an index that does not serve order',
      filtered(schema, filter, isUnservedBy(schema, 'slice')),
    ],
    [
      'NOT_IN_FILTER_UNSUPPORTED_BY_INDEXING',
      'have an index that does not serve $nin',
      filtered(schema, filter, isUnservedBy(schema, 'nin')),
    ],
    [
      'INCOMPLETE_PRIMARY_KEY_FILTER',
      'do not make a whole key',
      isKeyOnly && !isKeyPrefix(schema, filter) ? names : [],
    ],
  ];
  return rules.flatMap(([code, text, columns]) =>
    columns.length > 0 ? [warning(code, `These columns of the filter ${text}: ${columns.join(', ')}.`)] : [],
  );
}

/** Whether the whole partition key is filtered on, and clustering columns from the first on without a gap. */
export function isKeyPrefix({ partition, clustering }: TableSchema, filter: ByColumn): boolean {
  const last = clustering.findLastIndex(({ name }) => filter.has(name));
  const needed = [...partition, ...clustering.slice(0, last + 1)];
  return needed.every(({ name }) => filter.has(name));
}

export function isKey(column: SchemaColumn | undefined): boolean {
  return column?.kind === 'partition' || column?.kind === 'clustering';
}

export function isSlice(condition: ColumnCondition): boolean {
  return condition.kind === 'compare' && /^[lg]t/.test(condition.operator);
}

type Rule = (condition: ColumnCondition, column: SchemaColumn) => boolean;

function filtered(schema: TableSchema, filter: ByColumn, isMeant: Rule): string[] {
  return [...filter]
    .filter(([name, condition]) => {
      const column = schema.column(name);
      return column && isMeant(condition, column);
    })
    .map(([name]) => name)
    .toSorted();
}

function lacksIndex({ table }: TableSchema): Rule {
  return (_, { name, cqlType }) => cqlType.kind === 'scalar' && !hasIndex(table.indexes, name, 'simple');
}

function lacksContentIndex({ table }: TableSchema): Rule {
  return (condition, { name }) => condition.kind === 'contains' && !hasIndex(table.indexes, name, condition.component);
}

function isUnservedBy({ table }: TableSchema, what: 'ne' | 'nin' | 'slice'): Rule {
  const types = what === 'ne' ? UNEQUAL_INDEXES : UNORDERED_INDEXES;
  return (condition, { name, type }) => {
    const isMeant = what === 'slice' ? isSlice(condition) : 'operator' in condition && condition.operator === what;
    const isScalar = condition.kind !== 'contains' && types.some((each) => each === type);
    return isMeant && isScalar && hasIndex(table.indexes, name, 'simple');
  };
}

export function hasIndex(indexes: readonly Index[], column: string, kind: ReturnType<typeof indexKind>): boolean {
  return indexes.some((index) => index.column === column && indexKind(index) === kind);
}
