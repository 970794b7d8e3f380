/** Documents over the Stargate Document API v2. */
import type { CatalogSource, DocumentSource } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { createDocumentAccess } from './document-access.ts';
import { createDocumentFunctions } from './document-functions.ts';
import { createDocumentReads } from './document-reads.ts';
import { createDocumentWrites } from './document-writes.ts';

export function createDocumentSource(
  connection: StargateConnection,
  catalog: Pick<CatalogSource, 'collections'>,
): DocumentSource {
  const access = createDocumentAccess(connection, catalog);
  return { ...createDocumentReads(access), ...createDocumentWrites(access), ...createDocumentFunctions(access) };
}
