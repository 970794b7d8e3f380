/** find and findOne. */
import { javaFloat } from '../../../cql/types/java.ts';
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import type { CommandAnswer, TableCall } from '../../command/command.ts';
import { booleanField, integerField, textField } from '../../command/fields.ts';
import { columnsJson } from '../definition/type-json.ts';
import { type Result, runQuery } from './plan.ts';
import { type RowQuery, readQuery } from './query.ts';
import { tableRowJson } from './row-json.ts';

export function find(call: TableCall): CommandAnswer {
  const { options, pageSize } = call;
  const query = readQuery(call);
  const result = runQuery(query, {
    limit: integerField(options, 'limit'),
    skip: integerField(options, 'skip') ?? 0,
    pageState: textField(options, 'pageState') || undefined,
    pageSize,
  });
  const data = new Map<string, Json>([
    ['documents', result.rows.map((found) => shown(call, query, found))],
    ['nextPageState', result.nextPageState ?? null],
  ]);
  return { data, status: statusOf(call, query, result) };
}

export function findOneRow(call: TableCall): CommandAnswer {
  const query = readQuery(call);
  const result = runQuery(query, { limit: 1, skip: 0, pageState: undefined, pageSize: call.pageSize });
  const [first] = result.rows;
  const data = new Map<string, Json>([['document', first ? shown(call, query, first) : null]]);
  return { data, status: statusOf(call, query, result) };
}

function shown(
  { options }: TableCall,
  { schema, columns }: RowQuery,
  { row, similarity }: Result['rows'][number],
): JsonObject {
  const members = tableRowJson(schema, columns, row);
  if (similarity !== undefined && booleanField(options, 'includeSimilarity')) {
    members.set('$similarity', new JsonNumber(javaFloat(similarity)));
  }
  return members;
}

/** The columns are described even where no row is found. */
function statusOf(
  { options }: TableCall,
  { schema, columns, sort }: RowQuery,
  { sortedRowCount, warnings }: Result,
): JsonObject {
  const status: JsonObject = new Map();
  if (warnings.length > 0) status.set('warnings', [...warnings]);
  if (sortedRowCount !== undefined) status.set('sortedRowCount', new JsonNumber(String(sortedRowCount)));
  status.set('projectionSchema', columnsJson(columns, { keyspace: schema.keyspace, withFields: true }));
  if (sort.kind === 'vector' && booleanField(options, 'includeSortVector')) {
    status.set(
      'sortVector',
      sort.vector.map((number) => new JsonNumber(javaFloat(number))),
    );
  }
  return status;
}
