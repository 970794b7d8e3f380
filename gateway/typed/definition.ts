/** Reads what a typed graph is built from, as one caller sees it. */
import { createHash } from 'node:crypto';
import { mapSeveral } from '../../datasources/shared/map-several.ts';
import { ForbiddenError, NotFoundError, NotSupportedError } from '../../datasources/source/errors.ts';
import type { CatalogSource, KeyspaceRef, Table } from '../../datasources/source/source.ts';
import { tablesInReach } from '../../schema/relations/reach.ts';
import type { Relations } from '../../schema/relations/relation.ts';
import type { KeyspaceDefinition } from '../../schema/typed/keyspace-definition.ts';

/** How many lists of indexes are read at a time. */
const READS_AT_ONCE = 8;

/** `null` when there is no such keyspace, or the caller may not see it. */
export async function readDefinition(
  catalog: CatalogSource,
  ref: KeyspaceRef,
  relations: Relations,
): Promise<KeyspaceDefinition | null> {
  const reached = [...tablesInReach(relations, ref.keyspace)];
  const [own, jsonSchemas, ...others] = await Promise.all([
    readTables(catalog, ref, () => true),
    readJsonSchemas(catalog, ref),
    ...reached.map(([keyspace, has]) => readOthers(catalog, { ...ref, keyspace }, ({ table }) => has(table))),
  ]);
  if (!own) return null;
  return { ...own, jsonSchemas, others: others.filter((each) => each !== null) };
}

async function readTables(
  catalog: CatalogSource,
  ref: KeyspaceRef,
  isWanted: (table: Table) => boolean,
): Promise<KeyspaceDefinition | null> {
  const [all, types] = await Promise.all([catalog.tables(ref), catalog.types(ref)]);
  if (!all) return null;
  const tables = all.filter(isWanted);
  const indexes = await mapSeveral(tables, READS_AT_ONCE, (table) => catalog.indexes(table));
  const named = tables.map(({ table }, index) => {
    const found = indexes[index];
    if (found instanceof Error) throw found;
    return [table, found ?? []] as const;
  });
  return { ...ref, tables, types: types ?? [], indexes: new Map(named) };
}

/** A keyspace that the caller may not see takes away the edges to it, and nothing else. */
async function readOthers(...args: Parameters<typeof readTables>): Promise<KeyspaceDefinition | null> {
  try {
    return await readTables(...args);
  } catch (error) {
    if (error instanceof ForbiddenError || error instanceof NotFoundError) return null;
    throw error;
  }
}

type JsonSchemas = NonNullable<KeyspaceDefinition['jsonSchemas']>;

/** By collection; none where the back end has no collections, or where this caller may not see them. */
async function readJsonSchemas(catalog: CatalogSource, ref: KeyspaceRef): Promise<JsonSchemas> {
  try {
    const collections = (await catalog.collections(ref)) ?? [];
    const schemas = await mapSeveral(collections, READS_AT_ONCE, (each) => catalog.jsonSchema(each));
    return new Map(
      collections.flatMap(({ collection }, index) => {
        const schema = schemas[index];
        if (schema instanceof Error) throw schema;
        return schema ? [[collection, schema] as const] : [];
      }),
    );
  } catch (error) {
    if (error instanceof NotSupportedError || error instanceof ForbiddenError) return new Map();
    throw error;
  }
}

/** Equal for definitions that make the same schema, with the same relations. */
export function hashOf(definition: KeyspaceDefinition, relations: Relations): string {
  const text = JSON.stringify([partsOf(definition), (definition.others ?? []).map(partsOf), relations.hash]);
  return createHash('sha256').update(text).digest('base64url');
}

function partsOf({ databaseId, keyspace, tables, types, indexes, jsonSchemas }: KeyspaceDefinition): unknown {
  return [databaseId, keyspace, tables, types, [...indexes], [...(jsonSchemas ?? [])]];
}
