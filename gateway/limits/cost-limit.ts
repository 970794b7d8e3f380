/** Refuses operations that ask for too much, with their variables, before anything is executed. */
import { type DocumentNode, getOperationAST, type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMIT_SETTINGS } from '../config/limits.ts';
import { createRefusal } from '../shared/refusal.ts';
import type { Variables } from './argument-size.ts';
import type { RequestLimits } from './limits.ts';
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
      // What is no number is not below it either.
      if (!(cost <= maxCost)) setResultAndStopExecution({ errors: [refuse(cost, maxCost)] });
    },
  };
}

/** Defaults stand in the document, and count as if they had been sent. */
function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable: { name }, defaultValue }) =>
    defaultValue ? [[name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  return defaults.length === 0 ? given : { ...Object.fromEntries(defaults), ...given };
}

function refuse(cost: number, maxCost: number) {
  return createRefusal(
    `The operation asks for up to ${cost} values, and ${maxCost} are allowed (${LIMIT_SETTINGS.maxCost.env}). ` +
      'Ask for less at once: a smaller "first", fewer items, or fewer fields within nested lists.',
    { code: 'GRAPHQL_VALIDATION_FAILED', status: 400, isGraphQLStatus: true },
  );
}
