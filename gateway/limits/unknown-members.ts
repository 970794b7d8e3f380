/** Refuses variables with many unknown members: graphql prints the whole object for each of them. */
import {
  type GraphQLError,
  type GraphQLInputType,
  getNullableType,
  getOperationAST,
  isInputObjectType,
  isListType,
  type NamedTypeNode,
  typeFromAST,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { listNames } from '../../datasources/json/shorten.ts';
import { createRefusal } from '../shared/refusal.ts';

/** graphql itself reports up to this many, each with its location. */
const MAX_UNKNOWN = 5;

export function useUnknownMembers(): Plugin {
  return {
    onExecute({ args: { schema, document, operationName, variableValues = {} }, setResultAndStopExecution }) {
      const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
      for (const { variable, type: node } of definitions) {
        // Variables are of input types: the operation is valid.
        const type = typeFromAST(schema, node as NamedTypeNode) as GraphQLInputType | undefined;
        const unknown = type ? unknownMembers(type, variableValues?.[variable.name.value]) : [];
        if (unknown.length > MAX_UNKNOWN)
          return setResultAndStopExecution({ errors: [memberRefusal(variable.name.value, unknown)] });
      }
    },
  };
}

function unknownMembers(type: GraphQLInputType, value: unknown, found: string[] = []): readonly string[] {
  const nullable = getNullableType(type);
  if (found.length > MAX_UNKNOWN || typeof value !== 'object' || value === null) return found;
  if (isListType(nullable)) {
    for (const item of Array.isArray(value) ? value : [value]) unknownMembers(nullable.ofType, item, found);
  } else if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    for (const [name, member] of Object.entries(value)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field) unknownMembers(field.type, member, found);
      else if (found.length <= MAX_UNKNOWN) found.push(name);
    }
  }
  return found;
}

function memberRefusal(variable: string, names: readonly string[]): GraphQLError {
  const message = `The variable $${variable} has members that its type does not have: ${listNames(names)}. Leave them out.`;
  return createRefusal(message, { code: 'BAD_USER_INPUT', status: 400 });
}
