/** Makes a schema of another one, whose types and root fields have other names. Resolvers and extensions stay. */
import {
  GraphQLEnumType,
  type GraphQLFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';

export interface SchemaChanges {
  readonly description?: string | undefined;
  /** Not asked for root types and the scalars of GraphQL itself. */
  typeName(name: string): string;
  /** `undefined` leaves the field out. */
  rootField(name: string): string | undefined;
  /** Interfaces that object types implement no more. */
  readonly withoutInterfaces?: ReadonlySet<string>;
}

export function rebuildSchema(schema: GraphQLSchema, changes: SchemaChanges): GraphQLSchema {
  const { withoutInterfaces = NONE } = changes;
  const roots = new Set<GraphQLNamedType | null | undefined>([schema.getQueryType(), schema.getMutationType()]);
  const made = new Map<GraphQLNamedType, GraphQLNamedType>();

  function named(type: GraphQLNamedType): GraphQLNamedType {
    const known = made.get(type);
    if (known) return known;
    const copy = make(type);
    made.set(type, copy);
    return copy;
  }

  function make(type: GraphQLNamedType): GraphQLNamedType {
    if (isScalarType(type) && isSpecifiedScalarType(type)) return type;
    const name = roots.has(type) ? type.name : changes.typeName(type.name);
    if (isScalarType(type)) return name === type.name ? type : new GraphQLScalarType({ ...type.toConfig(), name });
    if (isEnumType(type)) return name === type.name ? type : new GraphQLEnumType({ ...type.toConfig(), name });
    if (isInputObjectType(type)) {
      const config = type.toConfig();
      return new GraphQLInputObjectType({ ...config, name, fields: () => mapTypes(config.fields) });
    }
    if (isObjectType(type)) {
      const config = type.toConfig();
      const interfaces = () => config.interfaces.filter((each) => !withoutInterfaces.has(each.name)).map(wrap);
      const fields = () => (roots.has(type) ? rootFields(outputs(config.fields)) : outputs(config.fields));
      const extensions = { exactName: type.name, ...config.extensions };
      return new GraphQLObjectType({ ...config, name, interfaces, fields, extensions });
    }
    if (isInterfaceType(type)) {
      const config = type.toConfig();
      return new GraphQLInterfaceType({ ...config, name, interfaces: [], fields: () => outputs(config.fields) });
    }
    throw new Error(`A typed graph has no unions, and ${type.name} is one`);
  }

  function wrap<T extends GraphQLOutputType | GraphQLInputType>(type: T): T {
    // The copy is of the kind of the original.
    if (isListType(type)) return new GraphQLList(wrap(type.ofType as GraphQLOutputType)) as unknown as T;
    if (isNonNullType(type)) return new GraphQLNonNull(wrap(type.ofType as GraphQLOutputType)) as unknown as T;
    return named(type as GraphQLNamedType) as unknown as T;
  }

  function mapTypes<C extends { readonly type: GraphQLOutputType | GraphQLInputType }>(
    parts: Readonly<Record<string, C>>,
  ): Record<string, C> {
    return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, { ...part, type: wrap(part.type) }]));
  }

  function outputs<P, C>(fields: GraphQLFieldConfigMap<P, C>): GraphQLFieldConfigMap<P, C> {
    const withArguments = Object.entries(fields).map(([name, field]) => [
      name,
      { ...field, args: mapTypes(field.args ?? {}) },
    ]);
    return mapTypes(Object.fromEntries(withArguments));
  }

  function rootFields<P, C>(fields: GraphQLFieldConfigMap<P, C>): GraphQLFieldConfigMap<P, C> {
    return Object.fromEntries(
      Object.entries(fields).flatMap(([name, field]) => {
        const renamed = changes.rootField(name);
        return renamed === undefined ? [] : [[renamed, field]];
      }),
    );
  }

  const root = (type: GraphQLObjectType | null | undefined) => type && (named(type) as GraphQLObjectType);
  return new GraphQLSchema({
    description: changes.description ?? schema.description,
    query: root(schema.getQueryType()),
    mutation: root(schema.getMutationType()),
    extensions: schema.extensions,
  });
}

const NONE: ReadonlySet<string> = new Set();
