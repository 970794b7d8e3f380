/** `Node`, and the fields that read one by its id. */
import {
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import type { DocumentModel, RowModel } from '../../resolvers/shared/models.ts';
import { type NodeReader, readNodes } from '../../resolvers/typed/nodes.ts';
import type { TableExtensions } from '../../resolvers/typed/projection.ts';
import type { CollectionExtensions } from '../../resolvers/typed-documents/model.ts';

/** By the names of tables and collections. A schema may have other names for its types than another with the same tables. */
const nodeTypes = new WeakMap<GraphQLSchema, ReadonlyMap<string, string>>();

export const NODE = new GraphQLInterfaceType({
  name: 'Node',
  description: 'An object that can be read again by its id.',
  fields: { nodeId: { description: 'The id of this object.', type: new GraphQLNonNull(GraphQLID) } },
  resolveType: (node: RowModel | DocumentModel, _context, { schema }) =>
    typesOf(schema).get('table' in node ? tableKey(node.table) : collectionKey(node.collection)),
});

function typesOf(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const known = nodeTypes.get(schema);
  if (known) return known;
  const found = new Map(
    Object.values(schema.getTypeMap()).flatMap((type): [string, string][] => {
      const { typedTable, typedCollection } = type.extensions as Partial<TableExtensions & CollectionExtensions>;
      if (typedCollection) return [[collectionKey(typedCollection.ref), type.name]];
      return typedTable ? [[tableKey(typedTable.table), type.name]] : [];
    }),
  );
  nodeTypes.set(schema, found);
  return found;
}

function tableKey({ databaseId, keyspace, table }: RowModel['table']): string {
  return JSON.stringify([databaseId, keyspace, table]);
}

function collectionKey({ databaseId, keyspace, collection }: DocumentModel['collection']): string {
  return JSON.stringify([databaseId, keyspace, 'documents', collection]);
}

const ID = new GraphQLNonNull(GraphQLID);

export function createNodeFields(read: NodeReader): GraphQLFieldConfigMap<unknown, Context> {
  return {
    node: {
      description: 'The object with this id, or `null` when it does not exist.',
      type: NODE,
      args: {
        nodeId: { description: 'A `nodeId` of this graph, or the `id` of a row in the universal one.', type: ID },
      },
      resolve: (_parent, { nodeId }, context, info) => read(nodeId, context, info),
    },
    nodes: {
      description:
        'The objects with these ids, in the same order, with `null` for those that do not exist. Rows of one table are read together.',
      type: new GraphQLNonNull(new GraphQLList(NODE)),
      args: {
        nodeIds: { description: 'At most 100.', type: new GraphQLNonNull(new GraphQLList(ID)) },
      },
      resolve: (_parent, { nodeIds }, context, info) => readNodes(read, nodeIds, context, info),
    },
  };
}
