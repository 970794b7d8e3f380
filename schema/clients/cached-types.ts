/** What caches of clients need to know of the types of a typed graph. */
import { type GraphQLSchema, getNullableType, isIntrospectionType, isLeafType, isObjectType } from 'graphql';
import { keyFields } from '../../resolvers/typed/nodes.ts';
import type { TableExtensions } from '../../resolvers/typed/projection.ts';

export interface CachedType {
  readonly name: string;
  readonly isRoot: boolean;
  /** The fields that identify an object; `undefined` for one that is a part of another. */
  readonly key: readonly string[] | undefined;
  readonly fields: readonly string[];
  /** Its connections, each with the arguments that make it another list. */
  readonly connections: readonly { readonly field: string; readonly keyArguments: readonly string[] }[];
}

const OF_A_PAGE = new Set(['first', 'after', 'last', 'before']);

/** All object types, in the order of their names. A key with a list or an object is replaced by the id. */
export function cachedTypes(schema: GraphQLSchema): readonly CachedType[] {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  const objects = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type));
  return objects
    .map((type): CachedType => {
      const fields = type.getFields();
      const { typedTable } = type.extensions as Partial<TableExtensions>;
      const key = typedTable && keyFields(typedTable).map(({ field }) => field);
      const isPlain = key?.every((field) => isLeafType(getNullableType(fields[field]?.type)));
      const byId = fields.nodeId ? ['nodeId'] : undefined;
      return {
        name: type.name,
        isRoot: roots.has(type),
        key: isPlain ? key : byId,
        fields: Object.keys(fields),
        connections: Object.values(fields).flatMap(({ name, args }) => {
          if (!args.some((each) => each.name === 'after')) return [];
          return [{ field: name, keyArguments: args.map((each) => each.name).filter((each) => !OF_A_PAGE.has(each)) }];
        }),
      };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
