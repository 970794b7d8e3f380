/** Shapes of the answers of the REST and Document APIs about keyspaces, tables, types and indexes (Stargate REST API v2, schemas). */
import { hasKey, named } from '../../catalog/definition.ts';
import {
  also,
  arrayOf,
  boolean,
  either,
  integer,
  mapOf,
  name,
  object,
  only,
  optional,
  type Shape,
  type Shaped,
  text,
} from '../../json/shape.ts';
import type { KeyspaceRef, TableRef } from '../../source/source.ts';

export type KeyspaceBody = Shaped<ReturnType<typeof keyspaceShape>>;
export type TableBody = Shaped<ReturnType<typeof tableShape>>;
export type TypeBody = Shaped<typeof typeShape>;
export type IndexBody = Shaped<ReturnType<typeof indexShape>>;

/** Both APIs wrap definitions in `data`. */
export function wrapped<T>(data: Shape<T>) {
  return object({ data });
}

/** A keyspace or namespace; only the Document API answers `replicas`. @param keyspace - the name that the call asked for, if any */
export function keyspaceShape(keyspace?: string) {
  return object({
    name: keyspace === undefined ? name : only(keyspace),
    datacenters: optional(named(object({ name, replicas: integer }))),
    replicas: optional(integer),
  });
}

const column = object({ name, typeDefinition: name, static: optional(boolean) });

/** @param table - the name that the call asked for, if any */
export function tableShape({ keyspace }: KeyspaceRef, table?: string) {
  const definition = object({
    name: table === undefined ? name : only(table),
    keyspace: optional(only(keyspace)),
    columnDefinitions: named(column),
    primaryKey: object({
      partitionKey: also(arrayOf(name), ({ length }) => length > 0, 'a partition key without columns came'),
      // Required: without it a partition key would pass as a whole key, and a write would change a whole partition.
      clusteringKey: arrayOf(name),
    }),
    tableOptions: optional(
      object({
        defaultTimeToLive: optional(integer),
        clusteringExpression: optional(arrayOf(object({ column: name, order: optional(text) }))),
      }),
    ),
  });
  return also(
    definition,
    ({ columnDefinitions, primaryKey: { partitionKey, clusteringKey } }) =>
      hasKey(
        columnDefinitions.map((each) => each.name),
        [...partitionKey, ...clusteringKey],
      ),
    'a primary key of other columns than the table has, or with one twice, came',
  );
}

export const typeShape = object({ name, fields: named(object({ name, typeDefinition: name })) });

/** @param table - the name that the call asked for */
export function indexShape({ keyspace, table }: TableRef) {
  return object({ ...INDEX, keyspace_name: optional(only(keyspace)), table_name: optional(only(table)) });
}

/** A page of `system_schema.indexes`. */
export function indexPageShape({ keyspace }: KeyspaceRef) {
  const row = object({ ...INDEX, keyspace_name: only(keyspace), table_name: name });
  return object({ data: arrayOf(row), pageState: optional(text) });
}

/** A row of the server's own table of indexes; `options` is a map, which some servers print as a list of entries. */
const INDEX = {
  index_name: name,
  kind: text,
  options: either(mapOf(text), arrayOf(object({ key: text, value: text }))),
};
