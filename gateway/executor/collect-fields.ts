/** CollectFields of the specification: which fields an object of a type answers, in their order. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { type FieldPlan, planField, type Selected } from './field-plan.ts';

type MergedFields = Map<string, [FieldNode, ...FieldNode[]]>;

/** @throws GraphQLError - for a condition of `@skip` or `@include` that is null */
export function planSelections(
  selected: Selected,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): readonly FieldPlan[] {
  const merged: MergedFields = new Map();
  const spread = new Set<string>();
  for (const set of sets) if (set) collect(selected, type, set, merged, spread);
  selected.planned.count += 1 + merged.size;
  return [...merged].flatMap(([key, nodes]) => planField(selected.schema, type, key, nodes) ?? []);
}

/** The plans of the fields below a field for objects of a type. @throws GraphQLError - as `planSelections` */
export function plansBelow(selected: Selected, field: FieldPlan, type: GraphQLObjectType): readonly FieldPlan[] {
  const known = field.below.get(type);
  if (known) return known;
  const plans = planSelections(
    selected,
    type,
    field.nodes.map(({ selectionSet }) => selectionSet),
  );
  field.below.set(type, plans);
  return plans;
}

/** A fragment counts once, and one that was skipped may still be spread elsewhere. */
function collect(
  selected: Selected,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  merged: MergedFields,
  spread: Set<string>,
): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD && spread.has(selection.name.value)) continue;
    if (!isIncluded(selected, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const nodes = merged.get(key);
      if (nodes) nodes.push(selection);
      else merged.set(key, [selection]);
      continue;
    }
    const isNamed = selection.kind === Kind.FRAGMENT_SPREAD;
    if (isNamed) spread.add(selection.name.value);
    const fragment = isNamed ? selected.fragments[selection.name.value] : selection;
    if (fragment && isMatch(selected.schema, fragment, type)) {
      collect(selected, type, fragment.selectionSet, merged, spread);
    }
  }
}

function isIncluded({ variableValues }: Selected, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false;
}

function isMatch(
  schema: GraphQLSchema,
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  type: GraphQLObjectType,
): boolean {
  if (!typeCondition) return true;
  const condition = typeFromAST(schema, typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
