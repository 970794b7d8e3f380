/** `/v2/schemas/keyspaces/{keyspace}/tables/{table}/columns` */

import { type Call, empty, json, type Reply, ServiceError } from '../core/service.ts';
import { addColumn, dropColumn, renameColumn } from '../cql/ddl/define-column.ts';
import { parseType, restTypeText } from '../cql/types/type.ts';
import type { SchemaColumn } from '../cql/write/schema.ts';
import type { JsonObject } from '../shared/json.ts';
import { booleanMember, readDto, textMember, validationError } from './dto.ts';
import { type FoundTable, findTable, wrapData } from './lookup.ts';

type Names = readonly string[];

export async function listColumns(call: Call, [keyspace = '', table = '']: Names): Promise<Reply> {
  const { schema } = findTable(call, keyspace, table);
  return json(200, wrapData(call, schema.columns.map(columnJson)));
}

export async function readColumn(call: Call, [keyspace = '', table = '', name = '']: Names): Promise<Reply> {
  const found = findTable(call, keyspace, table);
  return json(200, wrapData(call, columnJson(findColumn(found, name, 404))));
}

export async function createColumn(call: Call, [keyspace = '', table = '']: Names): Promise<Reply> {
  const { dto, name } = await readColumnDto(call);
  const isStatic = booleanMember(dto, 'static');
  const typeText = textMember(dto, 'typeDefinition') ?? '';
  const found = findTable(call, keyspace, table);
  addColumn({ database: call.database, ...found }, { name, type: parseType(typeText), isStatic });
  return json(201, { name });
}

/** Renames a column. A rename to the same name succeeds even for a missing column. */
export async function replaceColumn(call: Call, [keyspace = '', table = '', from = '']: Names): Promise<Reply> {
  const { dto, name } = await readColumnDto(call);
  booleanMember(dto, 'static');
  if (name !== from) {
    const found = findTable(call, keyspace, table);
    findColumn(found, from, 400);
    renameColumn({ database: call.database, ...found }, from, name);
  }
  return json(200, { name });
}

export async function removeColumn(call: Call, [keyspace = '', table = '', name = '']: Names): Promise<Reply> {
  const found = findTable(call, keyspace, table);
  findColumn(found, name, 400);
  dropColumn({ database: call.database, ...found }, name);
  return empty(204);
}

export function columnJson({ name, cqlType, kind }: SchemaColumn): unknown {
  return { name, typeDefinition: restTypeText(cqlType), static: kind === 'static' };
}

async function readColumnDto(call: Call): Promise<{ dto: JsonObject; name: string }> {
  const dto = readDto(await call.body());
  const name = textMember(dto, 'name');
  if (!name?.trim()) throw validationError('columnDefinition.name must be provided');
  return { dto, name };
}

function findColumn({ schema, table }: FoundTable, name: string, missing: number): SchemaColumn {
  const column = schema.column(name);
  if (!column) throw new ServiceError(missing, `Column '${name}' not found in table '${table.name}'`);
  return column;
}
