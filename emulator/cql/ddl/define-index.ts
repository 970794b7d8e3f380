/** CREATE INDEX and DROP INDEX. */
import type { Index, Keyspace } from '../../core/catalog.ts';
import type { Database } from '../../core/service.ts';
import { quotedName } from '../types/name.ts';
import { failedPrecondition, invalidArgument, notModifiable } from '../types/refusal.ts';
import { buildIndexEntries, removeIndexEntries } from '../write/index-entries.ts';
import { type IndexKind, indexKind, isStorageAttached } from '../write/index-target.ts';
import { type SchemaColumn, schemaOf, type TableSchema } from '../write/schema.ts';
import { checkTarget, isCollection } from './index-check.ts';

export interface IndexPlan {
  readonly name?: string | undefined;
  readonly column: SchemaColumn;
  readonly kind: IndexKind;
  /** The Java class of a custom index. */
  readonly className?: string | undefined;
  readonly options: Readonly<Record<string, string>>;
  readonly ifNotExists: boolean;
}

export function createIndex(database: Database, schema: TableSchema, plan: IndexPlan): void {
  const { keyspace, table } = schema;
  const { column } = plan;
  if (keyspace.system) throw notModifiable(keyspace.name);
  if (plan.name && ownerOf(keyspace, plan.name)) {
    if (plan.ifNotExists) return;
    throw invalidArgument(`Index '${plan.name}' already exists`);
  }
  if (schema.isCounterTable) throw invalidArgument("Secondary indexes on counter tables aren't supported");
  const kind = plan.kind === 'simple' && isCollection(column.cqlType) ? 'values' : plan.kind;
  checkTarget(schema, column, kind);
  const name = plan.name ?? defaultName(keyspace, table.name, column.name);
  const target = kind === 'simple' ? quotedName(column.name) : `${kind}(${quotedName(column.name)})`;
  const custom = plan.className === undefined ? {} : { class_name: plan.className, ...plan.options };
  const index: Index = {
    name,
    column: column.name,
    kind: plan.className === undefined ? 'COMPOSITES' : 'CUSTOM',
    options: { ...custom, target },
  };
  const duplicate = table.indexes.find(
    (other) => other.column === column.name && indexKind(other) === kind && other.kind === index.kind,
  );
  if (duplicate) {
    if (plan.ifNotExists) return;
    throw invalidArgument(`Index ${name} is a duplicate of existing index ${duplicate.name}`);
  }
  if (!/^\w+$/.test(name)) throw failedPrecondition(`Illegal index name ${name}`);
  if (plan.className !== undefined && (keyspace.isSelfHosted || !isStorageAttached(index))) {
    throw failedPrecondition(`Unable to find custom indexer class '${plan.className}'`);
  }
  database.store.transaction(() => {
    database.catalog.putTable({ ...table, indexes: [...table.indexes, index] });
    buildIndexEntries(database, schema, index);
  });
}

/** `<table>_<column>_idx` without invalid characters, with a number when the name is taken. */
function defaultName(keyspace: Keyspace, table: string, column: string): string {
  const base = `${table}_${column}_idx`.replace(/\W/g, '');
  let name = base;
  for (let count = 1; ownerOf(keyspace, name); count += 1) name = `${base}_${count}`;
  return name;
}

/** The table of an index: index names are unique in a keyspace. */
function ownerOf(keyspace: Keyspace, index: string): string | undefined {
  return Object.values(keyspace.tables).find((table) => table.indexes.some(({ name }) => name === index))?.name;
}

/** Drops an index of any table of the keyspace. */
export function dropIndex(database: Database, keyspace: Keyspace, name: string, ifExists: boolean): void {
  if (keyspace.system) throw notModifiable(keyspace.name);
  const owner = ownerOf(keyspace, name);
  const table = owner === undefined ? undefined : keyspace.tables[owner];
  const index = table?.indexes.find((candidate) => candidate.name === name);
  if (!table || !index) {
    if (ifExists) return;
    throw invalidArgument(`Index '${keyspace.name}.${name}' doesn't exist'`);
  }
  database.store.transaction(() => {
    removeIndexEntries(database, schemaOf(keyspace, table), index);
    database.catalog.putTable({ ...table, indexes: table.indexes.filter((other) => other !== index) });
  });
}
