/** Definitions as the REST and Document APIs give them, made into those of the contract. */
import { sortColumns } from '../../catalog/definition.ts';
import { printType } from '../../cql/type.ts';
import { parseType } from '../../cql/type-parser.ts';
import { isList } from '../../json/shape.ts';
import { sortByName } from '../../shared/lists.ts';
import type { Column, ColumnKind, Index, Keyspace, KeyspaceRef, Table, UserDefinedType } from '../../source/source.ts';
import type { IndexBody, KeyspaceBody, TableBody, TypeBody } from './definition-shapes.ts';

export function toKeyspace(databaseId: string, { name, datacenters, replicas }: KeyspaceBody): Keyspace {
  return {
    databaseId,
    name,
    datacenters: datacenters ? sortByName(datacenters, (datacenter) => datacenter.name) : null,
    replicas: replicas ?? null,
  };
}

export function toTable({ databaseId, keyspace }: KeyspaceRef, table: TableBody): Table {
  const { partitionKey, clusteringKey: clusteringNames } = table.primaryKey;
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

function toColumn(
  { name, typeDefinition, static: isStatic }: TableBody['columnDefinitions'][number],
  kindOf: (name: string, isStatic: boolean) => ColumnKind,
): Column {
  return { name, type: printType(parseType(typeDefinition)), kind: kindOf(name, isStatic ?? false) };
}

export function toType({ name, fields }: TypeBody): UserDefinedType {
  return {
    name,
    fields: fields.map((field) => ({ name: field.name, type: printType(parseType(field.typeDefinition)) })),
  };
}

/** `target` is a column, or what of a collection column is indexed: `"Name"`, `values(tags)`, `keys("Map")`. */
export function toIndex({ index_name: name, kind, options }: IndexBody): Index {
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

/** The fixed shape of the tables that hold collections (Stargate Document API v2, storage): `key`, the steps of a path, one leaf. */
const COLUMNS = ['key', 'p0', 'p63', 'leaf', 'text_value', 'dbl_value', 'bool_value'];
const MAX_STEPS = 64;

/** Whether the table is a collection, which is seen through the Document API alone. */
export function isCollection({ columns, partitionKey, clusteringKey }: Table): boolean {
  if (partitionKey.length !== 1 || partitionKey[0] !== 'key' || clusteringKey.length !== MAX_STEPS) return false;
  const names = new Set(columns.map(({ name }) => name));
  return COLUMNS.every((name) => names.has(name));
}
