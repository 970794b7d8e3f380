/** Rows of tables over the Data API. */
import type { CatalogSource, RowSource } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';

export interface TableRowOptions {
  readonly connection: DataApiConnection;
  readonly catalog: Pick<CatalogSource, 'types' | 'indexes'>;
  /** Whether conditions on columns without an index are sent, which upstream answers by reading the whole table. */
  readonly allowFiltering: boolean;
}

export function createTableRowSource(_options: TableRowOptions): RowSource {
  // To be written.
  return {} as RowSource;
}
