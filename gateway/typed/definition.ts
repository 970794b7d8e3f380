/** Reads what a typed graph is built from, as one caller sees it. */
import { createHash } from 'node:crypto';
import { mapSeveral } from '../../datasources/shared/map-several.ts';
import { ForbiddenError, NotFoundError, NotSupportedError } from '../../datasources/source/errors.ts';
import type { CatalogSource, KeyspaceRef, Table } from '../../datasources/source/source.ts';
import { inReach, type Reach } from '../../schema/relations/reach.ts';
import type { Relations } from '../../schema/relations/relation.ts';
import type { KeyspaceDefinition } from '../../schema/typed/keyspace-definition.ts';

/** How many JSON schemas are read at a time. */
const READS_AT_ONCE = 8;

/** `null` when there is no such keyspace, or the caller may not see it. */
export async function readDefinition(
  catalog: CatalogSource,
  ref: KeyspaceRef,
  relations: Relations,
): Promise<KeyspaceDefinition | null> {
  const [tables, documents, ...others] = await Promise.all([
    readTables(catalog, ref, () => true),
    readDocuments(catalog, ref, () => true),
    ...[...inReach(relations, ref.keyspace)].map(([keyspace, reach]) =>
      readOthers(catalog, { ...ref, keyspace }, reach),
    ),
  ]);
  if (!tables) return null;
  return { ...tables, ...documents, others: others.filter((each) => each !== null) };
}

async function readTables(
  catalog: CatalogSource,
  ref: KeyspaceRef,
  isWanted: (table: Table) => boolean,
): Promise<KeyspaceDefinition | null> {
  const [all, types] = await Promise.all([catalog.tables(ref), catalog.types(ref)]);
  if (!all) return null;
  const tables = all.filter(isWanted);
  const names = tables.map(({ table }) => table);
  return { ...ref, tables, types: types ?? [], indexes: await catalog.indexesOf(ref, names) };
}

/** A keyspace that the caller may not see takes away the edges to it, and nothing else. */
async function readOthers(
  catalog: CatalogSource,
  ref: KeyspaceRef,
  { hasTables, hasTable, collections }: Reach,
): Promise<KeyspaceDefinition | null> {
  try {
    const [tables, documents] = await Promise.all([
      hasTables ? readTables(catalog, ref, ({ table }) => hasTable(table)) : NO_TABLES,
      collections.size > 0 ? readDocuments(catalog, ref, (name) => collections.has(name)) : NO_DOCUMENTS,
    ]);
    const isMissing = tables === null || (!hasTables && documents.collections === undefined);
    return isMissing ? null : { ...tables, ...ref, ...documents };
  } catch (error) {
    if (error instanceof ForbiddenError || error instanceof NotFoundError) return null;
    throw error;
  }
}

const NO_TABLES = { tables: [], types: [], indexes: new Map() };

type Documents = Pick<KeyspaceDefinition, 'collections' | 'jsonSchemas'>;
const NO_DOCUMENTS: Documents = {};

/** Nothing where the back end has no collections, or where this caller may not see them. */
async function readDocuments(
  catalog: CatalogSource,
  ref: KeyspaceRef,
  isWanted: (collection: string) => boolean,
): Promise<Documents> {
  const collections = await orNothing(() => catalog.collections(ref));
  if (!collections) return {};
  const wanted = collections.filter(({ collection }) => isWanted(collection));
  const schemas = await orNothing(async () => {
    const found = await mapSeveral(wanted, READS_AT_ONCE, (each) => catalog.jsonSchema(each));
    return found.map((each) => {
      if (each instanceof Error) throw each;
      return each;
    });
  });
  const jsonSchemas = wanted.flatMap(({ collection }, index) => {
    const schema = schemas?.[index];
    return schema ? [[collection, schema] as const] : [];
  });
  return { collections: collections.map(({ collection }) => collection), jsonSchemas: new Map(jsonSchemas) };
}

async function orNothing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotSupportedError || error instanceof ForbiddenError) return undefined;
    throw error;
  }
}

/** Equal for definitions that make the same schema, with the same relations. */
export function hashOf(definition: KeyspaceDefinition, relations: Relations): string {
  const text = JSON.stringify([partsOf(definition), (definition.others ?? []).map(partsOf), relations.hash]);
  return createHash('sha256').update(text).digest('base64url');
}

function partsOf({
  databaseId,
  keyspace,
  tables,
  types,
  indexes,
  collections,
  jsonSchemas,
}: KeyspaceDefinition): unknown {
  return [databaseId, keyspace, tables, types, [...indexes], collections, [...(jsonSchemas ?? [])]];
}
