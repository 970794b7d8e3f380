/** What a find asks, checked against the schema, and the rows that it means. */

import type { Database } from '../../../core/service.ts';
import { type LiveRow, liveRows, type RowSource } from '../../../cql/read/live-rows.ts';
import { isReversed, type Ordering } from '../../../cql/read/ordering.ts';
import type { Restrictions } from '../../../cql/read/restrictions.ts';
import { nowSeconds } from '../../../cql/write/row.ts';
import { type SchemaColumn, schemaOf, type TableSchema } from '../../../cql/write/schema.ts';
import { collectionRows } from '../../../document/storage/table-rows.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { systemRows } from '../../../system/system-rows.ts';
import type { TableCall } from '../../command/command.ts';
import { warning } from '../../command/errors.ts';
import { type ByColumn, byColumn, checkRead, isSlice, warningsOf } from '../filter/analysis.ts';
import { bindGroup } from '../filter/bind.ts';
import type { ColumnGroup } from '../filter/expression.ts';
import { type Matches, matcherOf } from '../filter/match.ts';
import { parseFilter } from '../filter/parse.ts';
import { restrictionsOf } from '../filter/restrict.ts';
import { readRowProjection } from './projection.ts';
import { type RowSort, readRowSort } from './sort.ts';

export interface RowQuery {
  readonly database: Database;
  readonly schema: TableSchema;
  readonly filter: ColumnGroup;
  readonly conditions: ByColumn;
  readonly sort: RowSort;
  readonly columns: readonly SchemaColumn[];
  readonly warnings: readonly JsonObject[];
}

/** @throws CommandFailure - for what is wrong whatever the values are */
export function readQuery({ database, keyspace, table, fields }: TableCall): RowQuery {
  const schema = schemaOf(keyspace, table);
  const filter = parseFilter(schema, fields.get('filter') ?? null);
  const sort = readRowSort(schema, fields.get('sort') ?? null);
  const columns = readRowProjection(schema, fields.get('projection') ?? null);
  const conditions = byColumn(filter);
  checkRead(schema, conditions);
  return { database, schema, filter, conditions, sort, columns, warnings: warningsOf(schema, conditions) };
}

/** The rows of a query, as far as values can tell them. */
export interface Selection {
  readonly restrictions: Restrictions;
  /** Rows behind a key, in the order of the table or in that of the orderings. */
  rows(orderings?: readonly Ordering[], after?: Uint8Array): Iterable<LiveRow>;
}

/**
 * @throws CommandFailure - for values that their columns cannot have
 * @throws ServiceError - for what the database refuses
 */
export function select({ database, schema, filter, warnings }: RowQuery): Selection {
  const bound = bindGroup(schema, filter);
  const restrictions = restrictionsOf(schema, bound, warnings.length > 0);
  const matches = matcherOf(schema, bound);
  const rowsOf = rowSource(schema);
  return {
    restrictions,
    rows(orderings = [], after) {
      const reversed = isReversed(schema, restrictions, orderings);
      const walk = { database, schema, restrictions, reversed, after, now: nowSeconds() };
      return matching(rowsOf(walk), matches);
    },
  };
}

/** Where no warning has let the database look at single rows, but it needs to: the query is sent again with that leave. */
export function retryWarnings({ schema, conditions, warnings }: RowQuery): JsonObject[] {
  if (warnings.length > 0) return [];
  const needsRows = [...conditions.values()].some((condition) => {
    const kind = schema.column(condition.path)?.kind;
    if (kind === 'clustering') return false;
    return kind === 'partition' ? isSlice(condition) : condition.kind === 'in' && condition.operator === 'in';
  });
  return needsRows
    ? [warning('QUERY_RETRIED_DUE_TO_INDEXING', 'The query was sent again to look at single rows.')]
    : [];
}

function* matching(rows: Iterable<LiveRow>, matches: Matches): Iterable<LiveRow> {
  for (const row of rows) if (matches(row)) yield row;
}

/** Documents are kept in another form than rows, and what system tables tell is made up. */
function rowSource({ table, keyspace }: TableSchema): RowSource {
  if (table.collection) return collectionRows;
  return keyspace.system ? systemRows : liveRows;
}
