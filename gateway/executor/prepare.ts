/** Operations that are prepared once: for a schema, a document, a name, and the values of variables that skip or include. */
import {
  assertValidSchema,
  type DocumentNode,
  type ExecutionArgs,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { memoize } from '../../datasources/shared/memoize.ts';
import { planSelections } from './collect-fields.ts';
import type { FieldPlan, Selected, Variables } from './field-plan.ts';

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
  /** The same object for all executions without variables, so that what resolvers keep by it is made once. */
  readonly noVariables: Variables;
}

/** Of ten switches there are a thousand combinations, and clients use few. */
const MAX_COMBINATIONS = 32;

const preparations = memoize((schema: GraphQLSchema) => {
  assertValidSchema(schema);
  return memoize((_: DocumentNode) => new Map<string | undefined, Preparation>());
});

/** `undefined` for what graphql has to answer itself: subscriptions, and what it refuses before the first resolver. */
export function prepare(args: ExecutionArgs): Prepared | undefined {
  const { schema, document, operationName, variableValues: given } = args;
  const prepared = preparations(schema)(document);
  const name = operationName ?? undefined;
  const known = prepared.get(name) ?? createPreparation(document, name);
  if (!known) return undefined;
  prepared.set(name, known);
  const { operation, fragments } = known;
  const variableValues = readVariables(schema, known, given ?? {});
  const type = schema.getRootType(operation.operation);
  if (!variableValues || !type) return undefined;
  const selected: Selected = { schema, fragments, variableValues };
  const key = JSON.stringify(known.conditions.map((condition) => variableValues[condition]));
  const fields = known.fields.get(key) ?? tryTo(() => planSelections(selected, type, [operation.selectionSet]));
  if (!fields) return undefined;
  if (!known.fields.has(key) && known.fields.size >= MAX_COMBINATIONS) known.fields.clear();
  known.fields.set(key, fields);
  return { ...selected, operation, fields };
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
  const conditions = findConditions(document);
  return { operation, fragments, conditions, fields: new Map(), noVariables: Object.freeze({}) };
}

/** In all operations of the document: one too many does no harm. */
function findConditions(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (directive.name.value !== 'skip' && directive.name.value !== 'include') return;
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function readVariables(schema: GraphQLSchema, { operation, noVariables }: Preparation, given: unknown) {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) return noVariables;
  if (typeof given !== 'object' || given === null) return undefined;
  return getVariableValues(schema, variableDefinitions, given as Variables, { maxErrors: 1 }).coerced;
}

/** graphql says what is wrong. */
function tryTo<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
