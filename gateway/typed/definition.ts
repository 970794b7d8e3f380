/** Reads what a typed graph is built from, as one caller sees it. */
import { createHash } from 'node:crypto';
import { mapSeveral } from '../../datasources/shared/map-several.ts';
import { ForbiddenError, NotSupportedError } from '../../datasources/source/errors.ts';
import type { CatalogSource, KeyspaceRef } from '../../datasources/source/source.ts';
import type { KeyspaceDefinition } from '../../schema/typed/schema.ts';

/** How many lists of indexes are read at a time. */
const READS_AT_ONCE = 8;

/** `null` when there is no such keyspace, or the caller may not see it. */
export async function readDefinition(catalog: CatalogSource, ref: KeyspaceRef): Promise<KeyspaceDefinition | null> {
  const [tables, types, jsonSchemas] = await Promise.all([
    catalog.tables(ref),
    catalog.types(ref),
    readJsonSchemas(catalog, ref),
  ]);
  if (!tables) return null;
  const indexes = await mapSeveral(tables, READS_AT_ONCE, (table) => catalog.indexes(table));
  const named = tables.map(({ table }, index) => {
    const found = indexes[index];
    if (found instanceof Error) throw found;
    return [table, found ?? []] as const;
  });
  return { ...ref, tables, types: types ?? [], indexes: new Map(named), jsonSchemas };
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

/** Equal for definitions that make the same schema. */
export function hashOf({ databaseId, keyspace, tables, types, indexes, jsonSchemas }: KeyspaceDefinition): string {
  const text = JSON.stringify([databaseId, keyspace, tables, types, [...indexes], [...(jsonSchemas ?? [])]]);
  return createHash('sha256').update(text).digest('base64url');
}
