/** The first lines of an export: the definitions that rows and documents need. */
import type { Index, Keyspace } from '../core/catalog.ts';
import { namesType } from '../cql/ddl/type-check.ts';
import { parseType } from '../cql/types/type.ts';
import { indexKind } from '../cql/write/index-target.ts';
import { schemaOf, type TableSchema } from '../cql/write/schema.ts';
import { type Collection, isDocumentCollection } from '../document/storage/collection-table.ts';
import { keyAndOptionsJson } from '../rest/tables.ts';
import { parseJson, printJson } from '../shared/json.ts';
import { toJson } from '../shared/to-json.ts';
import { dataCollectionJson } from './data-collections.ts';

/** Types come before those that use them, and tables before their indexes. */
export function* schemaLines(keyspace: Keyspace): Iterable<string> {
  yield line({ keyspace: keyspaceJson(keyspace) });
  for (const type of typesInOrder(keyspace)) {
    const fields = type.fields.map((field) => ({ name: field.name, typeDefinition: field.type }));
    yield line({ type: { name: type.name, fields } });
  }
  for (const table of Object.values(keyspace.tables)) {
    if (isDocumentCollection(table)) yield line({ collection: collectionJson(table) });
    else if (table.dataCollection) yield line({ dataCollection: dataCollectionJson(table) });
    else yield* tableLines(schemaOf(keyspace, table));
  }
}

function* tableLines(schema: TableSchema): Iterable<string> {
  const { table } = schema;
  yield line({ table: tableJson(schema) });
  for (const index of table.indexes) yield line({ index: { table: table.name, ...indexJson(index) } });
}

function line(content: Readonly<Record<string, unknown>>): string {
  return printJson(toJson(content));
}

function keyspaceJson({ name, replication }: Keyspace): unknown {
  if (replication.strategy === 'networkTopology') return { name, datacenters: replication.datacenters };
  return replication.strategy === 'simple' ? { name, replicas: replication.replicas } : { name };
}

function typesInOrder({ types }: Keyspace): Keyspace['types'][string][] {
  const ordered = new Set<Keyspace['types'][string]>();
  const all = Object.values(types);
  const add = (type: Keyspace['types'][string]) => {
    const uses = (name: string) => type.fields.some((field) => namesType(parseType(field.type), name));
    for (const other of all) if (!ordered.has(other) && uses(other.name)) add(other);
    ordered.add(type);
  };
  for (const type of all) add(type);
  return [...ordered];
}

/** The body that creates a table, with CQL type names: the type names in REST answers cannot be parsed. */
function tableJson(schema: TableSchema): unknown {
  const columnDefinitions = schema.columns.map(({ name, type, kind }) => ({
    name,
    typeDefinition: type,
    ...(kind === 'static' && { static: true }),
  }));
  return { name: schema.table.name, columnDefinitions, ...keyAndOptionsJson(schema) };
}

function indexJson(index: Index): Readonly<Record<string, unknown>> {
  const { target: _, class_name: type, ...options } = index.options;
  const kind = indexKind(index);
  return {
    column: index.column,
    name: index.name,
    ...(kind !== 'simple' && { kind: kind.toUpperCase() }),
    ...(type !== undefined && { type, options }),
  };
}

function collectionJson({ name, collection }: Collection): unknown {
  return { name, ...(collection?.jsonSchema && { jsonSchema: parseJson(collection.jsonSchema) }) };
}
