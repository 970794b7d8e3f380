/** All resolvers of fields, by type. */
import { Collection } from './collection.ts';
import { Database } from './database.ts';
import { Document } from './document.ts';
import { Keyspace } from './keyspace.ts';
import { Mutation } from './mutations/index.ts';
import { Namespace } from './namespace.ts';
import { Query } from './query.ts';
import { Row } from './row.ts';
import { Index, Table } from './table.ts';
import type { Resolvers } from './types.generated.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Database,
  Keyspace,
  Table,
  Index,
  Row,
  Namespace,
  Collection,
  Document,
  PageInfo: { hasNextPage: ({ hasNextPage }) => hasNextPage() },
};
