/** `/v2/schemas/keyspaces/{keyspace}/tables/{table}/indexes` */
import type { Index } from '../core/catalog.ts';
import { type Call, empty, json, type Reply, ServiceError } from '../core/service.ts';
import { createIndex, dropIndex, type IndexPlan } from '../cql/ddl/define-index.ts';
import { byName } from '../cql/types/name.ts';
import type { IndexKind } from '../cql/write/index-target.ts';
import type { TableSchema } from '../cql/write/schema.ts';
import type { JsonObject } from '../shared/json.ts';
import { indexRow } from '../system/schema-rows.ts';
import { asText, booleanMember, objectMember, readDto, textMember, validationError, wordMember } from './dto.ts';
import { findTable } from './lookup.ts';
import { mapForm } from './query.ts';

type Names = readonly string[];
const KINDS = ['KEYS', 'VALUES', 'ENTRIES', 'FULL'] as const;
const INDEX_KINDS: Readonly<Record<(typeof KINDS)[number], IndexKind>> = {
  KEYS: 'keys',
  VALUES: 'values',
  ENTRIES: 'entries',
  FULL: 'full',
};

/** The rows of `system_schema.indexes`, without an envelope. */
export async function listIndexes(call: Call, [keyspace = '', name = '']: Names): Promise<Reply> {
  const { table } = findTable(call, keyspace, name);
  const { compactMaps } = mapForm(call.query);
  const rows = [...table.indexes]
    .sort(byName)
    .map((index) => ({ ...indexRow(table, index), options: optionsJson(index, compactMaps) }));
  return json(200, rows);
}

export async function addIndex(call: Call, [keyspace = '', tableName = '']: Names): Promise<Reply> {
  const readPlan = readIndexPlan(readDto(await call.body()));
  const { schema } = findTable(call, keyspace, tableName);
  createIndex(call.database, schema, readPlan(schema));
  return json(201, { success: true });
}

/** Reads the body that creates an index; the returned function resolves its column in the table. */
export function readIndexPlan(dto: JsonObject): (schema: TableSchema) => IndexPlan {
  const columnName = textMember(dto, 'column');
  const kind = wordMember(dto, 'kind', KINDS);
  const name = textMember(dto, 'name');
  const className = textMember(dto, 'type');
  const options = readOptions(dto);
  const ifNotExists = booleanMember(dto, 'ifNotExists');
  if (!columnName?.trim()) {
    const missing = 'IndexAddRequest.column must be provided';
    throw validationError(columnName === undefined ? `${missing}, must not be null` : missing);
  }
  if (options && className === undefined) {
    throw new ServiceError(400, "Index 'type' must be specified if 'options' are specified");
  }
  return (schema) => {
    const column = schema.column(columnName);
    if (!column || column.kind === 'static') {
      throw new ServiceError(404, `Column '${columnName}' not found in table '${schema.table.name}'`);
    }
    return { name, column, kind: kind ? INDEX_KINDS[kind] : 'simple', className, options: options ?? {}, ifNotExists };
  };
}

/** Finds the index by its name in the keyspace, whatever its table. */
export async function removeIndex(call: Call, [keyspaceName = '', table = '', name = '']: Names): Promise<Reply> {
  const { keyspace } = findTable(call, keyspaceName, table);
  dropIndex(call.database, keyspace, name, call.query.flag('ifExists'));
  return empty(204);
}

function readOptions(dto: JsonObject): Record<string, string> | undefined {
  const options = objectMember(dto, 'options');
  return options && Object.fromEntries([...options].map(([name, value]) => [name, asText(value) ?? 'null']));
}

function optionsJson({ options }: Index, compact: boolean): unknown {
  const entries = Object.entries(options).sort(([one], [other]) => (one < other ? -1 : 1));
  return compact ? new Map(entries) : entries.map(([key, value]) => ({ key, value }));
}
