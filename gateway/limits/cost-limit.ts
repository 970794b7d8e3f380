/** Refuses operations that are too costly with their variables, before they are executed. */
import { type DocumentNode, getOperationAST, type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMIT_SETTINGS, type RequestLimits } from '../config/limit-settings.ts';
import { createRefusal } from '../shared/refusal.ts';
import type { Variables } from './argument-size.ts';
import { measureCost } from './operation-cost.ts';

export function useCostLimit({ maxCost }: Pick<RequestLimits, 'maxCost'>): Plugin {
  return {
    onExecute({ args: { schema, document, operationName, variableValues }, setResultAndStopExecution }) {
      const operation = getOperationAST(document, operationName);
      if (!operation) return;
      const cost = measureCost(
        schema,
        document as DocumentNode,
        operation,
        withDefaults(operation, variableValues ?? {}),
      );
      // NaN is refused too.
      if (!(cost <= maxCost)) setResultAndStopExecution({ errors: [costRefusal(cost, maxCost)] });
    },
  };
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
