/** How much the arguments of a field ask for, read from the document and the variables as they came. */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  type ValueNode,
} from 'graphql';

/** As the client sent them: nothing is checked yet. */
export type Variables = Readonly<Record<string, unknown>>;

type Field = GraphQLField<unknown, unknown>;

/** How many items the lists in the arguments hold, at any depth. What is within a scalar of our own is one value. */
export function countItems(field: Field, node: FieldNode, variables: Variables): number {
  let items = 0;
  for (const { name, value } of node.arguments ?? []) {
    const type = field.args.find((argument) => argument.name === name.value)?.type;
    if (type) items += countLiteral(type, value, variables);
  }
  return items;
}

/** The value of `first`, or its default; `undefined` where there is no such argument. */
export function readFirst(field: Field, node: FieldNode, variables: Variables): number | undefined {
  const definition = field.args.find(({ name }) => name === 'first');
  if (!definition) return undefined;
  const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : value && Reflect.get(value, 'value');
  // Anything that is no number makes an error of its own, before anything is read.
  return Math.max(Number(given ?? definition.defaultValue) || 0, 0);
}

function countLiteral(type: GraphQLInputType, node: ValueNode, variables: Variables): number {
  if (node.kind === Kind.VARIABLE) return countValue(type, variables[node.name.value]);
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items = node.kind === Kind.LIST ? node.values : [node];
    return items.reduce((sum, item) => sum + countLiteral(nullable.ofType, item, variables), items.length);
  }
  if (!isInputObjectType(nullable) || node.kind !== Kind.OBJECT) return 0;
  const fields = nullable.getFields();
  return node.fields.reduce((sum, { name, value }) => {
    const field = fields[name.value];
    return field ? sum + countLiteral(field.type, value, variables) : sum;
  }, 0);
}

function countValue(type: GraphQLInputType, value: unknown): number {
  if (value === undefined || value === null) return 0;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.reduce<number>((sum, item) => sum + countValue(nullable.ofType, item), items.length);
  }
  if (!isInputObjectType(nullable) || typeof value !== 'object') return 0;
  const fields = Object.values(nullable.getFields());
  return fields.reduce((sum, field) => sum + countValue(field.type, Reflect.get(value, field.name)), 0);
}
