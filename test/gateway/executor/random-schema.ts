/** Random schemas: objects, interfaces and a union in each other, with lists, arguments, and resolvers of every kind. */
import {
  GraphQLBoolean,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  responsePathAsArray,
} from 'graphql';
import type { Random } from '../execution/random.ts';
import type { World } from './world.ts';

type Field = GraphQLFieldConfig<unknown, World>;
type Fields = Readonly<Record<string, Field>>;

export const COLOR = new GraphQLEnumType({ name: 'Color', values: { RED: { value: 1 }, BLUE: { value: 'blue' } } });
/** Answers what it is given, but for some texts, and for functions: one named `then` would make its object a promise that nobody fulfils. */
export const ANY = new GraphQLScalarType({
  name: 'Any',
  serialize(value) {
    if (value === 'throw') throw new Error('not serialized');
    if (typeof value === 'function') return 'a function';
    return value === 'void' ? undefined : value === 'null' ? null : value;
  },
});
export const INPUT: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'In',
  fields: () => ({
    a: { type: GraphQLInt, defaultValue: 5 },
    b: { type: new GraphQLNonNull(GraphQLString), defaultValue: 'b' },
    color: { type: COLOR },
    in: { type: new GraphQLList(INPUT) },
    any: { type: ANY },
  }),
});
const ARGUMENTS: GraphQLFieldConfigArgumentMap = {
  i: { type: GraphQLInt, defaultValue: 3 },
  n: { type: new GraphQLNonNull(GraphQLInt) },
  d: { type: new GraphQLNonNull(GraphQLBoolean), defaultValue: true },
  ids: { type: new GraphQLList(new GraphQLNonNull(GraphQLID)) },
  in: { type: INPUT },
  color: { type: COLOR, defaultValue: 'blue' },
  any: { type: ANY },
};
const LEAVES = [GraphQLInt, GraphQLFloat, GraphQLBoolean, GraphQLString, GraphQLID, COLOR, ANY];

export function createRandomSchema(random: Random): GraphQLSchema {
  const names = ['A', 'B', 'C', 'D'];
  const nodeFields = leafFields(random, 'shared');
  const resolveType = random.chance(50) ? { resolveType: resolveTypeOf } : {};
  const node = new GraphQLInterfaceType({
    name: 'Node',
    ...resolveType,
    fields: () => ({ ...nodeFields(), to: toSelf() }),
  });
  const toSelf = (): Field => ({ type: node });
  const objects = names.map((name) => {
    const isNode = random.chance(60) || name === 'A';
    const fields = fieldsOf(random, () => pickType, isNode ? 4 : 6);
    return new GraphQLObjectType<unknown, World>({
      name,
      interfaces: isNode ? [node] : [],
      fields: () => ({ ...(isNode && { ...withResolvers(random, { ...nodeFields(), to: toSelf() }) }), ...fields() }),
      ...(random.chance(35) && { isTypeOf: isTypeOf(name) }),
    });
  });
  const union = new GraphQLUnionType({ name: 'Either', types: objects, ...resolveType });
  const pickType = (of: Random): GraphQLOutputType =>
    of.chance(45) ? of.pick(LEAVES) : of.pick<GraphQLOutputType>([...objects, node, union]);
  const root = (name: string) => new GraphQLObjectType({ name, fields: fieldsOf(random, () => pickType, 7) });
  return new GraphQLSchema({ query: root('Query'), mutation: root('Mutation'), types: objects });
}

/** Decided at once, so that the schema is the same whenever its fields are asked for. */
function fieldsOf(random: Random, pickType: () => (of: Random) => GraphQLOutputType, count: number): () => Fields {
  let made: Fields | undefined;
  return () => {
    made ??= withResolvers(
      random,
      Object.fromEntries(
        Array.from({ length: count }, (_, index): [string, Field] => [
          `f${index}`,
          { type: wrap(random, pickType()(random)), ...(random.chance(40) && { args: someArguments(random) }) },
        ]),
      ),
    );
    return made;
  };
}

function leafFields(random: Random, prefix: string): () => Fields {
  const fields = Object.fromEntries(
    [0, 1].map((index): [string, Field] => [`${prefix}${index}`, { type: wrap(random, random.pick(LEAVES)) }]),
  );
  return () => fields;
}

function wrap(random: Random, type: GraphQLOutputType): GraphQLOutputType {
  const inner = random.chance(30) && !(type instanceof GraphQLNonNull) ? new GraphQLNonNull(type) : type;
  return random.chance(28) ? wrap(random, new GraphQLList(inner)) : inner;
}

function someArguments(random: Random): GraphQLFieldConfigArgumentMap {
  return Object.fromEntries(Object.entries(ARGUMENTS).filter(([name]) => random.chance(name === 'n' ? 15 : 40)));
}

/** Those without one read a member of their object. */
function withResolvers(random: Random, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, random.chance(65) ? { ...field, resolve } : field]),
  );
}

function resolve(source: unknown, args: object, world: World, info: GraphQLResolveInfo): unknown {
  const place = responsePathAsArray(info.path).join('.');
  world.log.push(`resolve ${place} ${JSON.stringify(args)} ${typeof source} ${describe(info)}`);
  return world.answer(info.returnType, place);
}

/** All that a resolver is told, but for the schema and the document, which are the same objects. */
function describe(info: GraphQLResolveInfo): string {
  const { fieldName, fieldNodes, returnType, parentType, path, fragments, operation, variableValues } = info;
  return JSON.stringify({
    ...{ fieldName, returnType, parentType, path, variableValues, isSamePath: path === info.path },
    nodes: fieldNodes.map(({ loc }) => loc?.start),
    fragments: Object.keys(fragments),
    ...{ operation: operation.loc?.start, root: info.rootValue, isSchema: info.schema.getType('Any') === ANY },
  });
}

function resolveTypeOf(value: unknown, world: World, info: GraphQLResolveInfo): never {
  const place = responsePathAsArray(info.path).join('.');
  world.log.push(`type ${place}`);
  const random = world.at(`${place} type`);
  const name: unknown = (value as { readonly __typename?: unknown }).__typename;
  const way = random.below(100);
  if (way < 4) throw new Error(`no type at ${place}`);
  if (way < 6) return Promise.reject(new Error(`no type, later, at ${place}`)) as never;
  if (way < 9)
    return random.pick<unknown>([null, 7, 'Nope', 'Color', {}, info.parentType, new Error('as a type')]) as never;
  return (way < 30 ? Promise.resolve(name) : name) as never;
}

function isTypeOf(
  name: string,
): (value: unknown, world: World, info: GraphQLResolveInfo) => boolean | Promise<boolean> {
  return (_value, world, info) => {
    const place = responsePathAsArray(info.path).join('.');
    world.log.push(`is ${name} ${place}`);
    const random = world.at(`${place} is ${name}`);
    const way = random.below(100);
    if (way < 4) throw new Error(`neither here nor there at ${place}`);
    if (way < 6) return Promise.reject(new Error(`not known at ${place}`));
    return way < 25 ? Promise.resolve(way < 22) : way < 90;
  };
}
