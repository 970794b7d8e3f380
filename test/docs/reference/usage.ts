/** What of the schema an example shows: types as `Row`, fields as `Row.key`, arguments as `Table.row(key)`. */
import {
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Example } from './examples.ts';

const known = new WeakMap<Example, ReadonlySet<string>>();

export function usageOf(schema: GraphQLSchema, example: Example): ReadonlySet<string> {
  const used = known.get(example) ?? readUsage(schema, example);
  known.set(example, used);
  return used;
}

function readUsage(schema: GraphQLSchema, { operation }: Example): ReadonlySet<string> {
  const used = new Set<string>();
  const info = new TypeInfo(schema);
  const useTypes = () => {
    for (const type of [info.getParentType(), info.getType(), info.getInputType()]) {
      if (type) used.add(getNamedType(type).name);
    }
  };
  const useField = () => {
    const field = `${info.getParentType()?.name}.${info.getFieldDef()?.name}`;
    const argument = info.getArgument();
    used.add(argument ? `${field}(${argument.name})` : field);
  };
  visit(
    operation,
    visitWithTypeInfo(info, {
      enter(node) {
        useTypes();
        if (node.kind === Kind.FIELD || node.kind === Kind.ARGUMENT) useField();
        if (node.kind === Kind.OBJECT_FIELD) {
          const parent = info.getParentInputType();
          if (parent) used.add(`${getNamedType(parent).name}.${node.name.value}`);
        }
      },
    }),
  );
  return used;
}

/** All that there is to show, in the same words. */
export function everythingOf(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types.flatMap((type) => {
    if (isInputObjectType(type)) {
      return [type.name, ...Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)];
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return [type.name];
    const fields = Object.values(type.getFields()).flatMap(({ name, args }) => [
      `${type.name}.${name}`,
      ...args.map((argument) => `${type.name}.${name}(${argument.name})`),
    ]);
    return [type.name, ...fields];
  });
}
