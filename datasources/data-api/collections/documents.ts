/** Documents of collections over the Data API. */
import type { CatalogSource, DocumentSource } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';

export function createCollectionDocumentSource(
  _connection: DataApiConnection,
  _catalog: Pick<CatalogSource, 'collections'>,
): DocumentSource {
  // To be written.
  return {} as DocumentSource;
}
