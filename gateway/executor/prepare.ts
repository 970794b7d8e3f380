/** Operations that are prepared once: for a schema, a document, a name, and the values of variables that skip or include. */
import {
  assertValidSchema,
  type DocumentNode,
  type ExecutionArgs,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { memoize } from '../../datasources/shared/memoize.ts';
import { planSelections } from './collect-fields.ts';
import type { FieldPlan, PlanCount, Selected, Variables } from './field-plan.ts';

export interface Prepared extends Selected {
  readonly operation: OperationDefinitionNode;
  /** Of the root. */
  readonly fields: readonly FieldPlan[];
}

/** What is kept with a document, as long as that is. */
interface Preparation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Selected['fragments'];
  /** The variables that skip or include. */
  readonly conditions: readonly string[];
  /** By the values of these variables. */
  readonly fields: Map<string, readonly FieldPlan[]>;
  readonly planned: PlanCount;
  readonly maxPlans: number;
  /** The same object for all executions without variables, so that what resolvers keep by it is made once. */
  readonly noVariables: Variables;
}

/**
 * Plans kept for each node of a document. Ten switches have a thousand combinations, an interface has many types, and what is kept with
 * a document must not outgrow it: the cache of documents counts their texts alone.
 */
const MAX_PLANS_PER_NODE = 2;

const preparations = memoize((schema: GraphQLSchema) => {
  assertValidSchema(schema);
  return memoize((_: DocumentNode) => new Map<string | undefined, Preparation>());
});

/** `undefined` for what graphql has to answer itself: subscriptions, and what it refuses before the first resolver. */
export function prepare(args: ExecutionArgs): Prepared | undefined {
  const { schema, document, operationName, variableValues: given } = args;
  const preparation = preparationOf(schema, document, operationName ?? undefined);
  if (!preparation) return undefined;
  const { operation, fragments, planned } = preparation;
  const variableValues = readVariables(schema, preparation, given ?? {});
  const type = schema.getRootType(operation.operation);
  if (!variableValues || !type) return undefined;
  const selected: Selected = { schema, fragments, variableValues, planned };
  const fields = fieldsOf(selected, preparation, type);
  return fields && { schema, fragments, variableValues, planned, operation, fields };
}

function preparationOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | undefined,
): Preparation | undefined {
  const prepared = preparations(schema)(document);
  const known = prepared.get(name);
  if (known) return known;
  const created = createPreparation(document, name);
  if (created) prepared.set(name, created);
  return created;
}

function createPreparation(document: DocumentNode, name: string | undefined): Preparation | undefined {
  const operations = document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .filter((node) => name === undefined || node.name?.value === name);
  const [operation] = operations;
  if (!operation || operations.length > 1 || operation.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  return {
    ...{ operation, fragments, ...survey(document) },
    ...{ fields: new Map(), planned: { count: 0 }, noVariables: Object.freeze({}) },
  };
}

/** Looks at all operations of the document: a variable too many among the conditions does no harm. */
function survey(document: DocumentNode): Pick<Preparation, 'conditions' | 'maxPlans'> {
  const names = new Set<string>();
  let nodes = 0;
  visit(document, {
    enter(node) {
      nodes += 1;
      if (node.kind !== Kind.DIRECTIVE || !/^(skip|include)$/.test(node.name.value)) return;
      for (const { value } of node.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return { conditions: [...names], maxPlans: nodes * MAX_PLANS_PER_NODE };
}

function readVariables(schema: GraphQLSchema, { operation, noVariables }: Preparation, given: unknown) {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) return noVariables;
  if (typeof given !== 'object' || given === null) return undefined;
  return getVariableValues(schema, variableDefinitions, given as Variables, { maxErrors: 1 }).coerced;
}

/** `undefined` where graphql has to say what is wrong. */
function fieldsOf(
  selected: Selected,
  { operation, conditions, fields, planned, maxPlans }: Preparation,
  type: GraphQLObjectType,
): readonly FieldPlan[] | undefined {
  if (planned.count > maxPlans) {
    fields.clear();
    planned.count = 0;
  }
  const key = conditions.length === 0 ? '' : JSON.stringify(conditions.map((name) => selected.variableValues[name]));
  const known = fields.get(key);
  if (known) return known;
  try {
    const made = planSelections(selected, type, [operation.selectionSet]);
    fields.set(key, made);
    return made;
  } catch {
    return undefined;
  }
}
