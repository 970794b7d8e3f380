/** All resolvers of fields, by type. */

import { Keyspace } from './catalog/keyspace.ts';
import { Namespace } from './catalog/namespace.ts';
import { Index, Table } from './catalog/table.ts';
import { Database } from './databases/database.ts';
import { Collection } from './documents/collection.ts';
import { Document } from './documents/document.ts';
import { Mutation } from './mutation.ts';
import { Query } from './query.ts';
import { documentRelations, rowRelations } from './relations/relations.ts';
import { Row } from './rows/row.ts';
import type { Resolvers } from './shared/types.generated.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Database,
  Keyspace,
  Table,
  Index,
  Row: { ...Row, ...rowRelations },
  Namespace,
  Collection,
  Document: { ...Document, ...documentRelations },
  PageInfo: { hasNextPage: ({ hasNextPage }) => hasNextPage() },
};
