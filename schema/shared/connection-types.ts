/** Connection types of typed graphs. */
import { GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';

export interface ConnectionOptions {
  readonly name: string;
  readonly edgeName: string;
  /** One item and several, such as `row of \`flights\`` and `rows of \`flights\``. */
  readonly one: string;
  readonly many: string;
  readonly node: GraphQLObjectType;
  readonly pageInfo: GraphQLObjectType;
}

export function createConnectionType({ name, edgeName, one, many, node, pageInfo }: ConnectionOptions) {
  const edge = new GraphQLObjectType({
    name: edgeName,
    description: `A ${one} in a page.`,
    fields: {
      node: { description: `The ${one}.`, type: new GraphQLNonNull(node) },
      cursor: {
        description: `The place of this ${one} in the list: pass it as \`after\` to go on behind it.`,
        type: new GraphQLNonNull(GraphQLString),
      },
    },
  });
  const listOf = (type: GraphQLObjectType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)));
  return new GraphQLObjectType({
    name,
    description: `A page of ${many}.`,
    fields: {
      edges: { description: `The ${many} on this page, each with its cursor.`, type: listOf(edge) },
      nodes: { description: `The ${many} on this page.`, type: listOf(node) },
      pageInfo: {
        description: 'Where the page begins and ends, and whether more follows.',
        type: new GraphQLNonNull(pageInfo),
      },
    },
  });
}
