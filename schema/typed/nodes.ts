/** `Node`, and the fields that read one by its id. */
import { type GraphQLFieldConfigMap, GraphQLID, GraphQLInterfaceType, GraphQLList, GraphQLNonNull } from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import { type NodeReader, readNodes } from '../../resolvers/typed/nodes.ts';

/** Readers of nodes name the type, see `NodeModel`. */
export const NODE = new GraphQLInterfaceType({
  name: 'Node',
  description: 'An object that can be read again by its id.',
  fields: { nodeId: { description: 'The id of this object.', type: new GraphQLNonNull(GraphQLID) } },
});

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
