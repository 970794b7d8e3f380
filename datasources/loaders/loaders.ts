/**
 * Reads of one operation and one caller. Two equal reads, anywhere in the tree, are one upstream call, and keys that are
 * loaded at the same time share a batch. Loaders are never shared between operations or callers.
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
 * Reads nothing before the first load.
 *
 * @param loads - counts loads, and those whose answer was known
 */
export function createLoaders(source: Source, loads: LoadCount = createLoadCount()): Loaders {
  const once = createOnce(loads);
  const context = { once, loads };
  const databases = createDatabaseLoaders(source.databases, context);
  const rows = createRowLoaders(source, context);
  const documents = createDocumentLoaders(source, context);
  return {
    // First, because V8 gives each object of a literal that begins with a spread a shape of its own.
    clear() {
      for (const each of [once, databases, rows, documents]) each.clear();
    },
    ...databases.loaders,
    ...createCatalogLoaders(source, once),
    ...rows.loaders,
    ...documents.loaders,
  };
}
