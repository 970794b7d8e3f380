/** Documents of collections over the Data API. */
import { createBulk } from '../../resilience/bulk.ts';
import type { CatalogSource, DocumentSource } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { createCollectionAccess } from './access.ts';
import { countCreates, createCollectionInserts } from './inserts.ts';
import { createListFunctions } from './list-functions.ts';
import { createPartSearch } from './parts.ts';
import { createCollectionReads } from './reads.ts';
import { checkDocuments } from './rehearsal.ts';
import { createCollectionRemovals } from './removals.ts';
import { createCollectionSearch } from './search.ts';
import { createCollectionWrites } from './whole-writes.ts';

/** What a server of today answers; others answer less, and none can be asked for more. */
const MAX_PAGE_SIZE = 50;
/** Each page of parts reads the document again. */
const MAX_PART_PAGE_SIZE = 1000;

export function createCollectionDocumentSource(
  connection: DataApiConnection,
  catalog: Pick<CatalogSource, 'collections'>,
): DocumentSource {
  const access = createCollectionAccess(connection, catalog);
  const bulk = createBulk(connection.scope);
  return {
    maxPageSize: () => MAX_PAGE_SIZE,
    maxPartPageSize: () => MAX_PART_PAGE_SIZE,
    ...createCollectionReads(access),
    ...createCollectionSearch(access),
    ...createPartSearch(access),
    ...createCollectionInserts(access, bulk),
    checkMany: async (collection, documents) => checkDocuments(collection, documents),
    ...createCollectionWrites(access),
    ...createCollectionRemovals(access, bulk),
    ...createListFunctions(access),
    countCalls: (_ref, write, count) => (write === 'remove' ? count : countCreates(count, write === 'create-by-path')),
  };
}
