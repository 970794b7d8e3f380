/** The catalog over a Stargate: one call for each read; see `catalog/catalog.ts` for cache and order. */
import type { PlainCatalog } from '../../catalog/catalog.ts';
import type { KeyspaceChanges } from '../../catalog/keyspace-changes.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { readAllIndexes } from './all-indexes.ts';
import { STARGATE_CHECKS } from './definition-checks.ts';
import { isCollection } from './definitions.ts';
import { createIndexAndTypeChanges } from './indexes-and-types.ts';
import { readIndexes, readKeyspace, readKeyspaces, readTables, readTypes } from './schema-read.ts';
import { createTableChanges } from './tables.ts';

/** The part of the catalog that the Document API serves. */
export type NamespaceCatalog = Pick<
  PlainCatalog,
  | 'namespaces'
  | 'namespace'
  | 'collections'
  | 'createNamespace'
  | 'deleteNamespace'
  | 'createCollection'
  | 'deleteCollection'
  | 'jsonSchema'
  | 'replaceJsonSchema'
>;

export function createStargateCatalog(
  connection: StargateConnection,
  { keyspaces, namespaces }: { readonly keyspaces: KeyspaceChanges; readonly namespaces: NamespaceCatalog },
): PlainCatalog {
  return {
    checks: () => STARGATE_CHECKS,
    keyspaces: (databaseId) => readKeyspaces(connection, databaseId),
    keyspace: (ref) => readKeyspace(connection, ref),
    async tables(ref) {
      const all = await readTables(connection, ref);
      return all?.filter((table) => !isCollection(table)) ?? null;
    },
    async types(ref, hasKeyspace) {
      const types = await readTypes(connection, ref);
      return types?.length === 0 && !(await hasKeyspace()) ? null : types;
    },
    indexes: (ref) => readIndexes(connection, ref),
    allIndexes: (ref) => readAllIndexes(connection, ref),
    ...keyspaces,
    ...createTableChanges(connection),
    ...createIndexAndTypeChanges(connection),
    ...namespaces,
  };
}
