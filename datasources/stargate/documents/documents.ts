/** Documents over the Stargate Document API v2. */
import { createBulk } from '../../resilience/bulk.ts';
import type { CatalogSource, DocumentSource } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { refuseOnStargate } from '../shared/refusals.ts';
import { createConditionalDocumentWrites } from './conditional-document-writes.ts';
import { createDocumentAccess } from './document-access.ts';
import { createDocumentFunctions } from './document-functions.ts';
import { createDocumentReads } from './document-reads.ts';
import { createDocumentWrites } from './document-writes.ts';

/** The Document API's maximum. */
const MAX_PAGE_SIZE = 20;
/** The Document API's default for a search in a document. */
const MAX_PART_PAGE_SIZE = 100;

export function createDocumentSource(
  connection: StargateConnection,
  catalog: Pick<CatalogSource, 'collections'>,
): DocumentSource {
  const access = createDocumentAccess(connection, catalog);
  const writes = createDocumentWrites(access);
  return {
    maxPageSize: () => MAX_PAGE_SIZE,
    maxPartPageSize: () => MAX_PART_PAGE_SIZE,
    ...createDocumentReads(access),
    findNearest: async () => refuseOnStargate('vector search'),
    count: async () => refuseOnStargate('count of documents'),
    estimatedCount: async () => refuseOnStargate('count of documents'),
    create: writes.create,
    putMany: writes.putMany,
    checkMany: writes.checkMany,
    replace: writes.replace,
    patch: writes.patch,
    ...createConditionalDocumentWrites(access, writes, createBulk(connection.scope)),
    ...createDocumentFunctions(access),
  };
}
