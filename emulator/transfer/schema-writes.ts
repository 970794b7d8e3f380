/** Creates the definition of a schema line, unless one of that name exists. */

import type { Database } from '../core/service.ts';
import { createIndex } from '../cql/ddl/define-index.ts';
import { createKeyspace, dataCenters, type KeyspacePlan } from '../cql/ddl/define-keyspace.ts';
import { createTable, setDefaultTtl } from '../cql/ddl/define-table.ts';
import { createType } from '../cql/ddl/define-type.ts';
import { checkSchema } from '../document/json-schema/json-schema.ts';
import { createCollection } from '../document/storage/collection-table.ts';
import { asText, integerMember, objectMember, textMember } from '../rest/dto.ts';
import { readIndexPlan } from '../rest/indexes.ts';
import { readKeyspacePlan } from '../rest/keyspaces.ts';
import { readTablePlan } from '../rest/table-plan.ts';
import { readTypePlan } from '../rest/types.ts';
import { type JsonObject, printJson } from '../shared/json.ts';
import { dataCollection } from './data-collections.ts';
import { requireTable } from './data-writes.ts';

type SchemaWrite = (database: Database, keyspace: string, definition: JsonObject) => void;

/** By the only member of the line; its value is the definition. */
export const SCHEMA_WRITES = { keyspace, type, table, index, collection, dataCollection } as const satisfies Record<
  string,
  SchemaWrite
>;

export type SchemaKind = keyof typeof SCHEMA_WRITES;

function keyspace(database: Database, _: string, definition: JsonObject): void {
  createKeyspace(database, withLocalReplication(database, readKeyspacePlan(printJson(definition))));
}

/** A keyspace of other regions is replicated to the region of this database. */
function withLocalReplication(database: Database, plan: KeyspacePlan): KeyspacePlan {
  const { name, replication } = plan;
  if (replication.strategy === 'simple') return plan;
  const known = dataCenters(database);
  if (replication.datacenters.every((center) => known.includes(center.name))) return plan;
  const replicas = Math.max(...replication.datacenters.map((center) => center.replicas));
  return { name, replication: { strategy: 'networkTopology', datacenters: [{ name: database.region, replicas }] } };
}

function type(database: Database, keyspaceName: string, definition: JsonObject): void {
  createType(database, { ...readTypePlan(keyspaceName, definition), ifNotExists: true });
}

function table(database: Database, keyspaceName: string, definition: JsonObject): void {
  const plan = readTablePlan(keyspaceName, definition);
  if (database.catalog.table(keyspaceName, plan.name)) return;
  createTable(database, plan);
  const options = objectMember(definition, 'tableOptions');
  const seconds = options && integerMember(options, 'defaultTimeToLive');
  const made = database.catalog.table(keyspaceName, plan.name);
  if (made && seconds) setDefaultTtl(database, made, seconds);
}

function index(database: Database, keyspaceName: string, definition: JsonObject): void {
  const readPlan = readIndexPlan(definition);
  const schema = requireTable(database, keyspaceName, textMember(definition, 'table') ?? '');
  createIndex(database, schema, { ...readPlan(schema), ifNotExists: true });
}

function collection(database: Database, keyspaceName: string, definition: JsonObject): void {
  const name = asText(definition.get('name') ?? null) ?? '';
  if (database.catalog.table(keyspaceName, name)) return;
  if (!database.catalog.keyspace(keyspaceName)) throw new Error(`There is no keyspace ${keyspaceName}`);
  const schema = definition.get('jsonSchema');
  if (schema !== undefined) checkSchema(schema);
  const made = createCollection(database, keyspaceName, name);
  if (schema !== undefined) database.catalog.putTable({ ...made, collection: { jsonSchema: printJson(schema) } });
}
