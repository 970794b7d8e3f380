import { readKeyspace } from './catalog/keyspace.ts';
import { readNamespace } from './catalog/namespace.ts';
import { findDatabases, readDatabase } from './databases/database.ts';
import { readNode, readNodes } from './node.ts';
import type { QueryResolvers } from './shared/types.generated.ts';

export const Query: QueryResolvers = {
  node: (_, { id }, context, info) => readNode(id, context, info),
  nodes: (_, { ids }, context, info) => readNodes(ids, context, info),
  databases: (_, args, context) => findDatabases(args, context),
  database: (_, { databaseId }, context) => readDatabase(databaseId, context),
  keyspace: (_, { name }, context) => readKeyspace(context.source.databaseId(undefined), name, context),
  namespace: (_, { name }, context) => readNamespace(context.source.databaseId(undefined), name, context),
  availableRegions: (_, __, { loaders }) => loaders.availableRegions(),
  serverlessRegions: (_, __, { loaders }) => loaders.serverlessRegions(),
};
