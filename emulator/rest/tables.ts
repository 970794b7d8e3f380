/** `/v2/schemas/keyspaces/{keyspace}/tables` */

import { type Call, empty, json, type Reply, ServiceError } from '../core/service.ts';
import { createTable, dropTable, setDefaultTtl } from '../cql/ddl/define-table.ts';
import { schemaOf, type TableSchema } from '../cql/write/schema.ts';
import { columnJson } from './columns.ts';
import { integerMember, listMember, objectMember, readDto, textMember, validationError } from './dto.ts';
import { findKeyspace, findTable, wrapData } from './lookup.ts';
import { readTablePlan } from './table-plan.ts';

export async function listTables(call: Call, [keyspaceName = '']: readonly string[]): Promise<Reply> {
  const keyspace = findKeyspace(call, keyspaceName);
  const tables = Object.values(keyspace.tables).map((table) => tableJson(schemaOf(keyspace, table)));
  return json(200, wrapData(call, tables));
}

export async function readTable(call: Call, [keyspace = '', name = '']: readonly string[]): Promise<Reply> {
  const { schema } = findTable(call, keyspace, name, 404);
  return json(200, wrapData(call, tableJson(schema)));
}

export async function addTable(call: Call, [keyspace = '']: readonly string[]): Promise<Reply> {
  const plan = readTablePlan(keyspace, readDto(await call.body()));
  call.authorize();
  createTable(call.database, plan);
  return json(201, { name: plan.name });
}

/** Only the default TTL can be replaced; other members are ignored. */
export async function replaceTable(call: Call, [keyspace = '', name = '']: readonly string[]): Promise<Reply> {
  const dto = readDto(await call.body());
  if (!textMember(dto, 'name')?.trim()) throw validationError('TableAdd.name must be provided');
  const options = objectMember(dto, 'tableOptions');
  const seconds = options && integerMember(options, 'defaultTimeToLive');
  const orders = options && listMember(options, 'clusteringExpression');
  const { table } = findTable(call, keyspace, name);
  if (orders && orders.length > 0) throw new ServiceError(400, 'Cannot update the clustering order of a table');
  if (seconds === undefined) throw new ServiceError(400, 'No update provided for defaultTTL');
  setDefaultTtl(call.database, table, seconds);
  return json(200, { name });
}

export async function removeTable(call: Call, [keyspace = '', name = '']: readonly string[]): Promise<Reply> {
  call.authorize();
  dropTable(call.database, keyspace, name);
  return empty(204);
}

function tableJson(schema: TableSchema): unknown {
  const { table, columns } = schema;
  return {
    name: table.name,
    keyspace: table.keyspace,
    columnDefinitions: columns.map(columnJson),
    ...keyAndOptionsJson(schema),
  };
}

/** The members that reading and creating a table share. */
export function keyAndOptionsJson({ table, partition, clustering }: TableSchema): Readonly<Record<string, unknown>> {
  return {
    primaryKey: {
      partitionKey: partition.map(({ name }) => name),
      clusteringKey: clustering.map(({ name }) => name),
    },
    tableOptions: {
      defaultTimeToLive: table.defaultTtlSeconds,
      clusteringExpression: clustering.map(({ name, order }) => ({ column: name, order: order.toUpperCase() })),
    },
  };
}
