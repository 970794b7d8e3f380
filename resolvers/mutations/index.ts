/** All mutations. */
import type { MutationResolvers } from '../types.generated.ts';
import { auth } from './auth.ts';
import { collection } from './collection.ts';
import { column } from './column.ts';
import { database } from './database.ts';
import { document } from './document.ts';
import { documentFunctions } from './document-functions.ts';
import { documents } from './documents.ts';
import { keyspace } from './keyspace.ts';
import { namespace } from './namespace.ts';
import { row } from './row.ts';
import { rows } from './rows.ts';
import { table } from './table.ts';
import { tableIndex } from './table-index.ts';
import { type } from './type.ts';

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
