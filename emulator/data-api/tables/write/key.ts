/** The row, or rows, that a filter of a write names by their primary key. */
import type { BoundValue } from '../../../cql/write/bind.ts';
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import type { Json } from '../../../shared/json.ts';
import { failed, refused } from '../../command/errors.ts';
import { type ByColumn, byColumn, checkFilterColumns, isKey, isKeyPrefix } from '../filter/analysis.ts';
import { type BoundFilter, type BoundGroup, bindGroup } from '../filter/bind.ts';
import type { ColumnGroup } from '../filter/expression.ts';
import { parseFilter } from '../filter/parse.ts';
import { requiredKeys } from '../filter/restrict.ts';

/** Equal values for the whole key, in its order. @throws CommandFailure */
export function readRowKey(schema: TableSchema, filter: Json): BoundValue[] {
  const group = parseFilter(schema, filter);
  const conditions = byColumn(group);
  if (conditions.size === 0) throw missingFilter(schema);
  checkKeyColumns(schema, conditions);
  const others = [...conditions.values()].filter(({ kind, ...rest }) => kind !== 'compare' || !isEqual(rest));
  if (others.length > 0) {
    const message = `One row is meant, so that its key must be given by $eq alone, but for: ${others.map(({ path }) => path).join(', ')}.\n\nUse $eq.`;
    throw refused('FILTER', 'UNSUPPORTED_FILTER_FOR_UPDATE_ONE_DELETE_ONE', message);
  }
  const key = [...schema.partition, ...schema.clustering];
  const missing = key.filter(({ name }) => !conditions.has(name)).map(({ name }) => name);
  if (missing.length > 0) {
    const message = `One row is meant, so that its whole key is needed, and these columns are missing: ${missing.join(', ')}.\n\nAdd them.`;
    throw refused('FILTER', 'MISSING_FULL_PRIMARY_KEY_FOR_UPDATE_DELETE', message);
  }
  return valuesOf(key, conditionsOfKey(schema, group));
}

/** Conditions that name whole partitions, or parts of them; `undefined` where there are none at all. */
export function readRange(schema: TableSchema, filter: Json): BoundGroup | undefined {
  const group = parseFilter(schema, filter);
  const conditions = byColumn(group);
  if (conditions.size === 0) return undefined;
  checkKeyColumns(schema, conditions);
  if (!isKeyPrefix(schema, conditions)) {
    const key = [...schema.partition, ...schema.clustering].map(({ name }) => name).join(', ');
    const message = `The partition key must be given whole, and sorted columns from the first on; the key is: ${key}.\n\nAdd what is missing.`;
    throw refused('FILTER', 'INVALID_PRIMARY_KEY_FILTER', message);
  }
  const bound = bindGroup(schema, group);
  conditionsIn(bound);
  return bound;
}

function isEqual(condition: object): boolean {
  return 'operator' in condition && condition.operator === 'eq';
}

function checkKeyColumns(schema: TableSchema, conditions: ByColumn): void {
  checkFilterColumns(schema, conditions);
  const others = [...conditions.keys()].filter((name) => !isKey(schema.column(name)));
  if (others.length === 0) return;
  const message = `Rows are changed and deleted by their primary key, to which these columns do not belong: ${others.join(', ')}.\n\nLeave them out.`;
  throw refused('FILTER', 'UNSUPPORTED_NON_PRIMARY_KEY_FILTER_FOR_UPDATE_DELETE', message);
}

function missingFilter({ table }: TableSchema) {
  const message = `A row of ${table.name} is named by a filter with its primary key.\n\nAdd one.`;
  return refused('FILTER', 'MISSING_FILTER_FOR_UPDATE_DELETE', message);
}

function conditionsOfKey(schema: TableSchema, group: ColumnGroup): BoundFilter[] {
  return conditionsIn(bindGroup(schema, group));
}

/** All conditions, which must all hold: CQL has no OR. */
function conditionsIn(group: BoundGroup): BoundFilter[] {
  const count = ({ conditions, groups }: BoundGroup): number =>
    groups.reduce((sum, inner) => sum + count(inner), conditions.length);
  const all = requiredKeys(group);
  if (all.length < count(group))
    throw failed('DATABASE', 'UNSUPPORTED_DATABASE_QUERY', 'Statements that write have no OR');
  return all;
}

function valuesOf(key: readonly SchemaColumn[], conditions: readonly BoundFilter[]): BoundValue[] {
  return conditions
    .flatMap((bound) => (bound.kind === 'compare' ? [{ column: bound.column, value: bound.value }] : []))
    .toSorted((one, other) => key.indexOf(one.column) - key.indexOf(other.column));
}
