/** Makes variables what the executor can take without losing any: numbers with their digits, and names that every object has. */
import {
  type DocumentNode,
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
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { isSameNumber } from '../datasources/cql/decimal.ts';
import { isJsonObject, type JsonValue, NumberText } from '../datasources/json-value.ts';
import { remembered } from '../datasources/remembered.ts';

type Variables = Readonly<Record<string, JsonValue>>;

/** Comes before all that reads variables. Those that the operation does not declare are left out. */
export function useVariables(): Plugin {
  return {
    onExecute({ args }) {
      const document: DocumentNode = renamed(args.document);
      const definitions = getOperationAST(document, args.operationName)?.variableDefinitions ?? [];
      const variableValues = settleAll(args.schema, definitions, args.variableValues ?? {});
      Object.assign(args, { document, variableValues });
    },
  };
}

/** A space, which no name in a document has. */
const SUFFIX = ' ';

/**
 * The executor keeps variables in an object that answers `constructor` without having it, and forgets `__proto__`: variables
 * with such names get others, which look the same in messages.
 */
const renamed = remembered((document: DocumentNode): DocumentNode => {
  const name = ({ value }: { readonly value: string }) => (value in Object.prototype ? value + SUFFIX : value);
  return visit(document, {
    Variable: (node) =>
      name(node.name) === node.name.value ? undefined : { ...node, name: { ...node.name, value: name(node.name) } },
  });
});

function settleAll(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Variables,
): Record<string, JsonValue> {
  const entries = definitions.flatMap(({ variable, type: typeNode }): [string, JsonValue][] => {
    const name = variable.name.value;
    const value = Object.hasOwn(given, name.trimEnd()) ? given[name.trimEnd()] : undefined;
    const type = typeFromAST(schema, typeNode);
    if (value === undefined) return [];
    return [[name, isInputType(type) ? settle(type, value) : value]];
  });
  return Object.fromEntries(entries);
}

/**
 * Numbers for types of GraphQL's own, where `1.0` and `1e2` are integers. One that a double does not hold stays a `NumberText`,
 * which they refuse; scalars of our own read it by themselves.
 */
function settle(type: GraphQLInputType, value: JsonValue): JsonValue {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return Array.isArray(value) ? value.map((item) => settle(nullable.ofType, item)) : settle(nullable.ofType, value);
  }
  if (isInputObjectType(nullable) && isJsonObject(value)) {
    const fields = nullable.getFields();
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
        return [name, field ? settle(field.type, member) : member];
      }),
    );
  }
  return isSpecifiedScalarType(nullable) && value instanceof NumberText ? toNumber(value) : value;
}

function toNumber(value: NumberText): number | NumberText {
  const number = Number(value.text);
  return isSameNumber(value.text, String(number)) ? number : value;
}
