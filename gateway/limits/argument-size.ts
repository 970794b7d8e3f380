/** The size of a field's arguments, from the document and the unchecked variables. */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  Kind,
  type ValueNode,
} from 'graphql';
import { memoize } from '../../datasources/shared/memoize.ts';

/** As the client sent them, unchecked. */
export type Variables = Readonly<Record<string, unknown>>;

type Field = GraphQLField<unknown, unknown>;

export interface ArgumentSize {
  /** Of lists, at any depth, except the numbers of vectors. */
  readonly items: number;
  /** Values within scalars of our own, such as JSON, and the numbers of vectors. */
  readonly within: number;
}

const NOTHING: ArgumentSize = { items: 0, within: 0 };

/** The size of all arguments of a field. */
export function measureArguments(field: Field, node: FieldNode, variables: Variables): ArgumentSize {
  let size = NOTHING;
  for (const { name, value } of node.arguments ?? []) {
    const type = field.args.find((argument) => argument.name === name.value)?.type;
    if (type) size = add(size, measureLiteral(type, value, variables));
  }
  return size;
}

/** The value of `first`, or its default; `undefined` for a field without it. */
export function readFirst(field: Field, node: FieldNode, variables: Variables): number | undefined {
  const definition = field.args.find(({ name }) => name === 'first');
  if (!definition) return undefined;
  const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : value && Reflect.get(value, 'value');
  // Validation refuses anything but a number before any read.
  return Math.max(Number(given ?? definition.defaultValue) || 0, 0);
}

function measureLiteral(type: GraphQLInputType, node: ValueNode, variables: Variables): ArgumentSize {
  if (node.kind === Kind.VARIABLE) return measureVariable(type, node.name.value, variables);
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items = node.kind === Kind.LIST ? node.values : [node];
    if (isNumber(nullable.ofType)) return { items: 0, within: items.length };
    return sum(items, (item) => measureLiteral(nullable.ofType, item, variables), items.length);
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    return sum(node.kind === Kind.OBJECT ? node.fields : [], ({ name, value }) => {
      const field = fields[name.value];
      return field ? measureLiteral(field.type, value, variables) : NOTHING;
    });
  }
  if (node.kind === Kind.LIST) return sum(node.values, (item) => measureLiteral(type, item, variables));
  if (node.kind === Kind.OBJECT) return sum(node.fields, ({ value }) => measureLiteral(type, value, variables));
  return NOTHING;
}

/** A variable is measured once for all fields that use it. */
const sizesOf = memoize((_: Variables) => new Map<string, ArgumentSize>());

function measureVariable(type: GraphQLInputType, name: string, variables: Variables): ArgumentSize {
  const sizes = sizesOf(variables);
  const key = `${name} ${type}`;
  const size = sizes.get(key) ?? measureValue(type, variables[name]);
  sizes.set(key, size);
  return size;
}

function measureValue(type: GraphQLInputType, value: unknown): ArgumentSize {
  if (value === undefined || value === null) return NOTHING;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (isNumber(nullable.ofType)) return { items: 0, within: items.length };
    return sum(items, (item) => measureValue(nullable.ofType, item), items.length);
  }
  if (!isInputObjectType(nullable)) return { items: 0, within: countWithin(value) };
  const fields = typeof value === 'object' ? Object.values(nullable.getFields()) : [];
  return sum(fields, (field) => measureValue(field.type, Reflect.get(value, field.name)));
}

/** A list of floats is a vector: one thing, and no list that a field answers is as long. */
function isNumber(type: GraphQLInputType): boolean {
  const nullable = getNullableType(type);
  return isScalarType(nullable) && nullable.name === 'Float';
}

function countWithin(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  for (const item of Object.values(value)) count += 1 + countWithin(item);
  return count;
}

function sum<T>(parts: readonly T[], measure: (part: T) => ArgumentSize, items = 0): ArgumentSize {
  let size: ArgumentSize = { items, within: 0 };
  for (const part of parts) size = add(size, measure(part));
  return size;
}

function add(one: ArgumentSize, other: ArgumentSize): ArgumentSize {
  if (other === NOTHING) return one;
  return { items: one.items + other.items, within: one.within + other.within };
}
