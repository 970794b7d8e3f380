/** Refuses operations that are too costly with their variables, before they are executed. */
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { memoize } from '../../datasources/shared/memoize.ts';
import { LIMIT_SETTINGS, type RequestLimits } from '../config/limit-settings.ts';
import { createRefusal } from '../shared/refusal.ts';
import type { Variables } from './argument-size.ts';
import { measureCost } from './operation-cost.ts';

export function useCostLimit({ maxCost }: Pick<RequestLimits, 'maxCost'>): Plugin {
  return {
    onExecute({ args: { schema, document, operationName, variableValues }, setResultAndStopExecution }) {
      const operation = getOperationAST(document, operationName);
      if (!operation) return;
      const cost = costOf(schema, document as DocumentNode, operation, variableValues ?? {});
      // NaN is refused too.
      if (!(cost <= maxCost)) setResultAndStopExecution({ errors: [costRefusal(cost, maxCost)] });
    },
  };
}

/** Of operations without variables, as long as their document is kept. */
const knownCosts = memoize((_: GraphQLSchema) => memoize((_: OperationDefinitionNode) => ({ cost: Number.NaN })));

function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Variables,
): number {
  const measure = () => measureCost(schema, document, operation, withDefaults(operation, given));
  if (operation.variableDefinitions?.length) return measure();
  const known = knownCosts(schema)(operation);
  if (Number.isNaN(known.cost)) known.cost = measure();
  return known.cost;
}

/** Defaults of the document count like variables that are sent. */
function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable: { name }, defaultValue }) =>
    defaultValue ? [[name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  return defaults.length === 0 ? given : { ...Object.fromEntries(defaults), ...given };
}

function costRefusal(cost: number, maxCost: number) {
  return createRefusal(
    `The operation asks for up to ${cost} values, and ${maxCost} are allowed (${LIMIT_SETTINGS.maxCost.env}). ` +
      'Ask for less at once: a smaller "first", fewer items, or fewer fields within nested lists.',
    { code: 'GRAPHQL_VALIDATION_FAILED', status: 400, isGraphQLStatus: true },
  );
}
