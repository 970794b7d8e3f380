/** Documents over the Stargate Document API v2. */
import { createBulk } from '../../resilience/bulk.ts';
import type { CatalogSource, DocumentSource } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { createConditionalDocumentWrites } from './conditional-document-writes.ts';
import { createDocumentAccess } from './document-access.ts';
import { createDocumentFunctions } from './document-functions.ts';
import { createDocumentReads } from './document-reads.ts';
import { createDocumentWrites } from './document-writes.ts';

export function createDocumentSource(
  connection: StargateConnection,
  catalog: Pick<CatalogSource, 'collections'>,
): DocumentSource {
  const access = createDocumentAccess(connection, catalog);
  const writes = createDocumentWrites(access);
  return {
    ...createDocumentReads(access),
    create: writes.create,
    replace: writes.replace,
    patch: writes.patch,
    ...createConditionalDocumentWrites(access, writes, createBulk(connection.scope)),
    ...createDocumentFunctions(access),
  };
}
