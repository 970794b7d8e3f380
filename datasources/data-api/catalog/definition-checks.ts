/** What a Data API does not take, said without a call. */
import type { DefinitionChecks } from '../../source/source.ts';
import { toCreateCollection } from './collections.ts';
import { checkNewIndex } from './indexes.ts';
import { toCreateTable } from './tables.ts';
import { toCreateType } from './types.ts';

export const DATA_API_CHECKS: DefinitionChecks = {
  table: (table) => void toCreateTable(table),
  type: (type) => void toCreateType(type),
  index: checkNewIndex,
  collection: (collection) => void toCreateCollection(collection),
};
