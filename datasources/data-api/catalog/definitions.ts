/** Definitions as the Data API explains them, made into those of the contract. */
import { sortColumns } from '../../catalog/definition.ts';
import { printType } from '../../cql/type.ts';
import type {
  Collection,
  ColumnKind,
  Keyspace,
  KeyspaceRef,
  Table,
  UserDefinedType,
  VectorOptions,
} from '../../source/source.ts';
import { readColumnType } from './column-type.ts';
import { type CollectionBody, namesOf, type TableBody, type TypeBody } from './definition-shapes.ts';
import { readMetric } from './metrics.ts';

/** How a keyspace is replicated is not told. */
export function toKeyspace(databaseId: string, name: string): Keyspace {
  return { databaseId, name, datacenters: null, replicas: null };
}

export function toTable({ databaseId, keyspace }: KeyspaceRef, { name, definition }: TableBody): Table {
  const { partitionBy, partitionSort } = definition.primaryKey;
  const clustering = namesOf(partitionSort);
  const kindOf = (column: string, isStatic: boolean): ColumnKind => {
    if (partitionBy.includes(column)) return 'PARTITION_KEY';
    if (Object.hasOwn(partitionSort, column)) return 'CLUSTERING_KEY';
    return isStatic ? 'STATIC' : 'REGULAR';
  };
  const columns = Object.entries(definition.columns).map(([column, body]) => {
    const { type, isStatic } = readColumnType(body);
    return { name: column, type: printType(type), kind: kindOf(column, isStatic) };
  });
  return {
    databaseId,
    keyspace,
    table: name,
    columns: sortColumns(columns, [...partitionBy, ...clustering]),
    partitionKey: partitionBy,
    clusteringKey: clustering.map((column) => ({ name: column, order: partitionSort[column] === -1 ? 'DESC' : 'ASC' })),
    defaultTtlSeconds: null,
  };
}

export function toType({ udtName, definition }: TypeBody): UserDefinedType {
  const fields = namesOf(definition.fields).flatMap((name) => {
    const body = definition.fields[name];
    return body ? [{ name, type: printType(readColumnType(body).type) }] : [];
  });
  return { name: udtName, fields };
}

export function toCollection({ databaseId, keyspace }: KeyspaceRef, { name, options }: CollectionBody): Collection {
  return { databaseId, keyspace, collection: name, vector: options?.vector ? toVector(options.vector) : null };
}

function toVector({
  dimension,
  metric,
  service,
}: NonNullable<NonNullable<CollectionBody['options']>['vector']>): VectorOptions {
  return {
    dimension: dimension ?? null,
    metric: readMetric(metric ?? undefined),
    service: service ? { provider: service.provider, modelName: service.modelName ?? null } : null,
  };
}
