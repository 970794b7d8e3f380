/** All mutations. */

import { collection } from './catalog/collection-mutations.ts';
import { column } from './catalog/column-mutations.ts';
import { tableIndex } from './catalog/index-mutations.ts';
import { keyspace } from './catalog/keyspace-mutations.ts';
import { namespace } from './catalog/namespace-mutations.ts';
import { table } from './catalog/table-mutations.ts';
import { type } from './catalog/type-mutations.ts';
import { auth } from './databases/auth-mutations.ts';
import { database } from './databases/database-mutations.ts';
import { documentFunctions } from './documents/document-function-mutations.ts';
import { document } from './documents/document-mutations.ts';
import { documents } from './documents/documents-mutations.ts';
import { row } from './rows/row-mutations.ts';
import { rows } from './rows/rows-mutations.ts';
import type { MutationResolvers } from './shared/types.generated.ts';

export const Mutation: Required<MutationResolvers> = {
  ...auth,
  ...database,
  ...keyspace,
  ...table,
  ...column,
  ...tableIndex,
  ...type,
  ...row,
  ...rows,
  ...namespace,
  ...collection,
  ...document,
  ...documents,
  ...documentFunctions,
};
