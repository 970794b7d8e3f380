import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { memoize } from '../../datasources/shared/memoize.ts';
import { isWithinValue } from '../../schema/shared/value-objects.ts';
import { measureArguments, readFirst, type Variables } from './argument-size.ts';
import { fragmentsOf } from './operation-size.ts';

/** Assumed length of a list without `first`, such as the tables of a keyspace. */
const ASSUMED_LENGTH = 10;

/** This many values within JSON-like scalars count as one. */
const WITHIN_SCALARS = 2;

/**
 * The number of values that an operation may ask for: each field counts once for each object that it is selected on, and each
 * item of an argument counts once. A list is as long as `first`, or as the ids or items of its arguments. Fragments count
 * wherever they are spread, and `@skip` is ignored. Introspection is free, because its depth is bounded elsewhere. A list inside
 * one value of a row or document counts as one object, because the value bounds it.
 */
export function measureCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const fragments = fragmentsOf(document);
  const measured = new Map<string, number>();

  function measureSet(set: SelectionSetNode | undefined, parent: GraphQLNamedType, length: number): number {
    let cost = 0;
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) cost += measureField(node, parent, length);
      else if (node.kind === Kind.FRAGMENT_SPREAD) cost += measureFragment(node.name.value, length);
      else cost += measureSet(node.selectionSet, typeNamed(node.typeCondition?.name.value) ?? parent, length);
    }
    return cost;
  }

  function measureFragment(name: string, length: number): number {
    const key = `${length} ${name}`;
    const known = measured.get(key);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const parent = typeNamed(fragment?.typeCondition.name.value);
    const cost = parent ? measureSet(fragment?.selectionSet, parent, length) : 0;
    measured.set(key, cost);
    return cost;
  }

  /** @param length - of lists directly in the parent, such as the nodes of a connection */
  function measureField(node: FieldNode, parent: GraphQLNamedType, length: number): number {
    const field = fieldOf(parent, node.name.value);
    const hasArguments = field && node.arguments?.length;
    const { items, within } = hasArguments ? measureArguments(field, node, variables) : { items: 0, within: 0 };
    const own = 1 + items + Math.floor(within / WITHIN_SCALARS);
    if (!field || !node.selectionSet) return own;
    const { type, isList, isFree } = shapeOf(field);
    if (isFree) return 1;
    const below = readFirst(field, node, variables) ?? (items || ASSUMED_LENGTH);
    return own + (isList ? items || length : 1) * measureSet(node.selectionSet, type, below);
  }

  function typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : schema.getType(name);
  }

  const root = schema.getRootType(operation.operation);
  return root ? measureSet(operation.selectionSet, root, ASSUMED_LENGTH) : 0;
}

interface FieldShape {
  readonly type: GraphQLNamedType;
  /** Whether it has many objects, each of which may be read. */
  readonly isList: boolean;
  /** Whether it is an introspection field. */
  readonly isFree: boolean;
}

/** Computed once for each field of the schema. */
const shapeOf = memoize((field: GraphQLField<unknown, unknown>): FieldShape => {
  const type = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type)) && !isWithinValue(type);
  return { type, isList, isFree: isIntrospectionType(type) };
});

function fieldOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}
