/** Converts variables for the executor without losing digits of their numbers. */
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  getOperationAST,
  isInputObjectType,
  isInputType,
  isListType,
  isSpecifiedScalarType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { isSameNumber } from '../../datasources/cql/decimal.ts';
import { isJsonObject, type JsonValue, NumberText } from '../../datasources/json/json-value.ts';
import { ownValue } from '../../datasources/shared/own-value.ts';

type Variables = Readonly<Record<string, JsonValue>>;

/** Runs before every plugin that reads variables. Undeclared variables are dropped. */
export function useVariables(): Plugin {
  return {
    onExecute({ args }) {
      const definitions = getOperationAST(args.document, args.operationName)?.variableDefinitions ?? [];
      args.variableValues = convertVariables(args.schema, definitions, args.variableValues ?? {});
    },
  };
}

function convertVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Variables,
): Record<string, JsonValue> {
  const entries = definitions.flatMap(({ variable, type: typeNode }): [string, JsonValue][] => {
    const name = variable.name.value;
    const value = ownValue(given, name);
    const type = typeFromAST(schema, typeNode);
    if (value === undefined) return [];
    return [[name, isInputType(type) ? convert(type, value) : value]];
  });
  return Object.fromEntries(entries);
}

/**
 * Numbers for GraphQL's built-in scalars, where `1.0` and `1e2` are integers. One that a double does not hold stays a `NumberText`,
 * which they refuse; scalars of our own read it by themselves.
 */
function convert(type: GraphQLInputType, value: JsonValue): JsonValue {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return Array.isArray(value) ? value.map((item) => convert(nullable.ofType, item)) : convert(nullable.ofType, value);
  }
  if (isInputObjectType(nullable) && isJsonObject(value)) {
    const fields = nullable.getFields();
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        const field = ownValue(fields, name);
        return [name, field ? convert(field.type, member) : member];
      }),
    );
  }
  return isSpecifiedScalarType(nullable) && value instanceof NumberText ? toNumber(value) : value;
}

function toNumber(value: NumberText): number | NumberText {
  const number = Number(value.text);
  return isSameNumber(value.text, String(number)) ? number : value;
}
