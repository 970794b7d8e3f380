/** All mutations. */

import { indexMutations } from './catalog/index-mutations.ts';
import { keyspaceMutations, namespaceMutations } from './catalog/keyspace-mutations.ts';
import { columnMutations, tableMutations } from './catalog/table-mutations.ts';
import { typeMutations } from './catalog/type-mutations.ts';
import { authMutations, databaseMutations } from './databases/database-mutations.ts';
import { bulkDocumentMutations } from './documents/bulk-document-mutations.ts';
import { collectionMutations } from './documents/collection.ts';
import { documentMutations } from './documents/document-mutations.ts';
import { bulkRowMutations } from './rows/bulk-row-mutations.ts';
import { rowMutations } from './rows/row-mutations.ts';
import type { MutationResolvers } from './shared/types.generated.ts';

export const Mutation: Required<MutationResolvers> = {
  ...authMutations,
  ...databaseMutations,
  ...keyspaceMutations,
  ...tableMutations,
  ...columnMutations,
  ...indexMutations,
  ...typeMutations,
  ...rowMutations,
  ...bulkRowMutations,
  ...namespaceMutations,
  ...collectionMutations,
  ...documentMutations,
  ...bulkDocumentMutations,
};
