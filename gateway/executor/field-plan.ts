/** What is known of a field of an object type before any data is there. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { isPlain, namedShape, type Shape, shapeOf } from './shape.ts';

export type Arguments = { readonly [name: string]: unknown };
export type Variables = { readonly [name: string]: unknown };

/** What the selected fields of an operation depend on. */
export interface Selected {
  readonly schema: GraphQLSchema;
  readonly fragments: { readonly [name: string]: FragmentDefinitionNode };
  /** Only those that decide what is skipped or included count here. */
  readonly variableValues: Variables;
  readonly planned: PlanCount;
}

/** Plans that are kept with an operation. */
export interface PlanCount {
  count: number;
}

export interface FieldPlan {
  /** Its name in the answer. */
  readonly key: string;
  /** All that are merged under this name, in the order of the document. */
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly shape: Shape;
  /** Neither a list nor an object: nothing stands below it. */
  readonly isPlain: boolean;
  /** Whether the type itself may ask for the resolve info, to find out what an object is. */
  readonly isTypeResolved: boolean;
  /** Frozen, because all executions share them; `undefined` where they hold variables, or are wrong. */
  readonly constantArguments: Arguments | undefined;
  /** Plans of the fields below, filled in when objects of a type are met. */
  readonly below: Map<GraphQLObjectType, readonly FieldPlan[]>;
}

const NOTHING: FieldPlan['below'] = new Map();

/** `undefined` for a field that the type does not have, which is left out of the answer. */
export function planField(
  schema: GraphQLSchema,
  parentType: GraphQLObjectType,
  key: string,
  nodes: readonly [FieldNode, ...FieldNode[]],
): FieldPlan | undefined {
  const definition = findField(schema, parentType, nodes[0].name.value);
  if (!definition) return undefined;
  const shape = shapeOf(definition.type);
  const named = namedShape(shape);
  return {
    key,
    nodes,
    parentType,
    definition,
    shape,
    isPlain: isPlain(shape),
    isTypeResolved: named.kind === 'abstract' || (named.kind === 'object' && named.type.isTypeOf !== undefined),
    constantArguments: readConstantArguments(definition, nodes[0]),
    below: named.kind === 'leaf' ? NOTHING : new Map(),
  };
}

function findField(schema: GraphQLSchema, type: GraphQLObjectType, name: string): FieldPlan['definition'] | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === name);
  return meta && schema.getQueryType() === type ? meta : type.getFields()[name];
}

/** Wrong arguments are read again for each value, so that each fails at its own place. */
function readConstantArguments(definition: FieldPlan['definition'], node: FieldNode): Arguments | undefined {
  if (node.arguments?.some(({ value }) => holdsVariable(value))) return undefined;
  try {
    return deepFreeze(getArgumentValues(definition, node));
  } catch {
    return undefined;
  }
}

function holdsVariable(node: ValueNode): boolean {
  if (node.kind === Kind.LIST) return node.values.some(holdsVariable);
  if (node.kind === Kind.OBJECT) return node.fields.some(({ value }) => holdsVariable(value));
  return node.kind === Kind.VARIABLE;
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFreeze(member);
  return value;
}
