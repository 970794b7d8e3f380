/** Reads keyspaces, tables, types and indexes (Stargate REST API v2, `/v2/schemas/keyspaces`). */

import { plain } from '../body.ts';
import { printType } from '../cql/type.ts';
import { parseType } from '../cql/type-parser.ts';
import { InputError } from '../errors.ts';
import type { LoadName } from '../load-count.ts';
import { answerError, contentOf } from '../response-errors.ts';
import { arrayOf, isList, type Shape } from '../shape.ts';
import type { Column, ColumnKind, Index, Keyspace, KeyspaceRef, Table, TableRef, UserDefinedType } from '../source.ts';
import type { StargateConnection } from './connection.ts';
import {
  type IndexBody,
  indexShape,
  type KeyspaceBody,
  keyspaceShape,
  named,
  type TableBody,
  type TypeBody,
  tableShape,
  typeShape,
  wrapped,
} from './definition-shapes.ts';
import { sortByName } from './name-order.ts';

const KEYSPACES = '/v2/schemas/keyspaces';
const TABLES = `${KEYSPACES}/{keyspace}/tables`;

/** By name, as all lists here. */
export async function readKeyspaces(connection: StargateConnection, databaseId: string): Promise<readonly Keyspace[]> {
  const body = await get(connection, databaseId, {
    route: KEYSPACES,
    parameters: {},
    shape: wrapped(named(keyspaceShape())),
    reads: 'keyspaces',
  });
  const keyspaces = (body?.data ?? []).map((keyspace) => toKeyspace(databaseId, keyspace));
  return sortByName(keyspaces, ({ name }) => name);
}

export async function readKeyspace(
  connection: StargateConnection,
  { databaseId, keyspace }: KeyspaceRef,
): Promise<Keyspace | null> {
  const body = await get(connection, databaseId, {
    route: `${KEYSPACES}/{keyspace}`,
    parameters: { keyspace },
    shape: wrapped(keyspaceShape(keyspace)),
    reads: 'keyspace',
  });
  return body && toKeyspace(databaseId, body.data);
}

/** `null` when there is no such keyspace. Collections are among the tables. */
export async function readTables(connection: StargateConnection, ref: KeyspaceRef): Promise<readonly Table[] | null> {
  const body = await get(connection, ref.databaseId, {
    route: TABLES,
    parameters: { keyspace: ref.keyspace },
    shape: wrapped(named(tableShape(ref))),
    reads: 'tables',
  });
  const tables = body?.data.map((table) => toTable(ref, table));
  return tables ? sortByName(tables, ({ table }) => table) : null;
}

/** One table as it is now; `null` when it or its keyspace is missing. */
export async function readTable(connection: StargateConnection, ref: TableRef): Promise<Table | null> {
  const { databaseId, keyspace, table } = ref;
  const shape = wrapped(tableShape(ref, table));
  const body = await get(connection, databaseId, {
    route: `${TABLES}/{table}`,
    parameters: { keyspace, table },
    shape,
  });
  return body && toTable(ref, body.data);
}

/** `[]` for a missing keyspace too: upstream does not tell. */
export async function readTypes(
  connection: StargateConnection,
  { databaseId, keyspace }: KeyspaceRef,
): Promise<readonly UserDefinedType[] | null> {
  const body = await get(connection, databaseId, {
    route: `${KEYSPACES}/{keyspace}/types`,
    parameters: { keyspace },
    shape: wrapped(named(typeShape)),
    reads: 'types',
  });
  return body && sortByName(body.data.map(toType), ({ name }) => name);
}

export async function readIndexes(connection: StargateConnection, ref: TableRef): Promise<readonly Index[] | null> {
  const body = await get(connection, ref.databaseId, {
    route: `${TABLES}/{table}/indexes`,
    parameters: { keyspace: ref.keyspace, table: ref.table },
    shape: arrayOf(indexShape(ref)),
    reads: 'indexes',
  });
  return body && sortByName(body.map(toIndex), ({ name }) => name);
}

interface Definition<T> {
  readonly route: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly shape: Shape<T>;
  readonly reads?: LoadName;
}

/** The body; `null` when it says that a keyspace or table is missing, in one of the several ways that upstream has for it. */
async function get<T>(
  connection: StargateConnection,
  databaseId: string,
  { route, parameters, shape, reads }: Definition<T>,
): Promise<T | null> {
  // No such name can exist, and a path would not carry each of them.
  if (!Object.values(parameters).every((name) => /^\w+$/.test(name))) return null;
  const answer = await connection.send(databaseId, {
    api: 'rest',
    method: 'GET',
    route,
    parameters,
    isIdempotent: true,
    expect: { 200: plain(shape) },
    ...(reads && { reads }),
  });
  if (answer.status === 404) return null;
  if (answer.status === 400) {
    const error = answerError(answer);
    if (error instanceof InputError && /not found|does not exist/i.test(error.message)) return null;
  }
  return contentOf(answer);
}

export function toKeyspace(databaseId: string, { name, datacenters, replicas }: KeyspaceBody): Keyspace {
  return {
    databaseId,
    name,
    datacenters: datacenters ? sortByName(datacenters, (datacenter) => datacenter.name) : null,
    replicas: replicas ?? null,
  };
}

function toTable({ databaseId, keyspace }: KeyspaceRef, table: TableBody): Table {
  const { partitionKey } = table.primaryKey;
  const clusteringNames = table.primaryKey.clusteringKey ?? [];
  const expression = table.tableOptions?.clusteringExpression ?? [];
  const orders = new Map(expression.map(({ column, order }) => [column, order?.toUpperCase()]));
  const [partition, clustering] = [new Set(partitionKey), new Set(clusteringNames)];
  const kindOf = (name: string, isStatic: boolean): ColumnKind => {
    if (partition.has(name)) return 'PARTITION_KEY';
    if (clustering.has(name)) return 'CLUSTERING_KEY';
    return isStatic ? 'STATIC' : 'REGULAR';
  };
  const columns = table.columnDefinitions.map((column) => toColumn(column, kindOf));
  return {
    databaseId,
    keyspace,
    table: table.name,
    columns: sortColumns(columns, [...partitionKey, ...clusteringNames]),
    partitionKey,
    clusteringKey: clusteringNames.map((name) => ({ name, order: orders.get(name) === 'DESC' ? 'DESC' : 'ASC' })),
    defaultTtlSeconds: table.tableOptions?.defaultTimeToLive ?? 0,
  };
}

/** The key in its order, then static and then regular columns by name. */
function sortColumns(columns: readonly Column[], key: readonly string[]): readonly Column[] {
  const byName = new Map(sortByName(columns, ({ name }) => name).map((column) => [column.name, column]));
  const ofKind = (kind: ColumnKind) => [...byName.values()].filter((column) => column.kind === kind);
  return [...key.flatMap((name) => byName.get(name) ?? []), ...ofKind('STATIC'), ...ofKind('REGULAR')];
}

function toColumn(
  { name, typeDefinition, static: isStatic }: TableBody['columnDefinitions'][number],
  kindOf: (name: string, isStatic: boolean) => ColumnKind,
): Column {
  return { name, type: printType(parseType(typeDefinition)), kind: kindOf(name, isStatic ?? false) };
}

function toType({ name, fields }: TypeBody): UserDefinedType {
  return {
    name,
    fields: fields.map((field) => ({ name: field.name, type: printType(parseType(field.typeDefinition)) })),
  };
}

/** `target` is a column, or what of a collection column is indexed: `"Name"`, `values(tags)`, `keys("Map")`. */
function toIndex({ index_name: name, kind, options }: IndexBody): Index {
  const entries = isList(options) ? options.map(({ key, value }) => [key, value] as const) : Object.entries(options);
  const target = /^(?:(keys|values|entries|full)\()?(?:"(.+)"|(.+?))\)?$/.exec(new Map(entries).get('target') ?? '');
  return {
    name,
    kind,
    column: target?.[2]?.replaceAll('""', '"') ?? target?.[3] ?? null,
    target: target?.[1] ?? null,
    options: Object.fromEntries(entries),
  };
}
