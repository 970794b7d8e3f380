/**
 * Reads of one operation and one caller: the same thing asked for twice, anywhere in the tree, is one upstream call, and
 * keys asked for together go in one batch. Never shared between operations or callers.
 */
import type { Source } from '../source/source.ts';
import { type CatalogLoaders, createCatalogLoaders } from './catalog-loaders.ts';
import { createDatabaseLoaders, type DatabaseLoaders } from './database-loaders.ts';
import { createDocumentLoaders, type DocumentLoaders } from './document-loaders.ts';
import { createLoadCount, type LoadCount } from './load-count.ts';
import { createOnce } from './once.ts';
import { createRowLoaders, type RowLoaders } from './row-loaders.ts';

export interface Loaders extends DatabaseLoaders, CatalogLoaders, RowLoaders, DocumentLoaders {
  /** Forgets everything that was read. A mutation calls it when it has changed something. */
  clear(): void;
}

/**
 * Costs nothing until something is asked for.
 *
 * @param loads - counts what is asked for, and what was known already
 */
export function createLoaders(source: Source, loads: LoadCount = createLoadCount()): Loaders {
  const once = createOnce(loads);
  const context = { once, loads };
  const databases = createDatabaseLoaders(source.databases, context);
  const rows = createRowLoaders(source.rows, context);
  const documents = createDocumentLoaders(() => source.documents, context);
  return {
    ...databases.loaders,
    ...createCatalogLoaders(source.catalog, once),
    ...rows.loaders,
    ...documents.loaders,
    clear() {
      for (const each of [once, databases, rows, documents]) each.clear();
    },
  };
}
