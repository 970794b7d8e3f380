/** Scalars of our own. Literals are read by hand, so that no digit is lost and no variable vanishes. */

import { GraphQLError, type GraphQLScalarTypeConfig, Kind, type ValueNode } from 'graphql';
import { NumberText } from '../../datasources/json/json-value.ts';
import { show } from '../../datasources/json/shorten.ts';
import { ownValue } from '../../datasources/shared/own-value.ts';
import type { Json } from '../../datasources/source/source.ts';
import { cqlNumbers, jsonNumbers, type Numbers } from './scalar-numbers.ts';

/** How a scalar is read; its name and description are in the SDL. Values are answered unchanged. */
export type ScalarReader = Required<Pick<GraphQLScalarTypeConfig<unknown, unknown>, 'parseValue' | 'parseLiteral'>>;

/** Absent while a document is validated. */
type Variables = { readonly [name: string]: unknown } | null | undefined;

export const scalars: Readonly<Record<string, ScalarReader>> = {
  JSON: jsonReader(jsonNumbers),
  JSONObject: checkedReader(jsonReader(jsonNumbers), isObject, 'an object'),
  CqlValue: jsonReader(cqlNumbers),
  RowKey: checkedReader(jsonReader(cqlNumbers), isObject, 'an object: column name to value'),
  RowValues: checkedReader(jsonReader(cqlNumbers), isObject, 'an object: column name to value'),
  DocumentPath: checkedReader(jsonReader(cqlNumbers), isText, 'a string such as "address.city"'),
  DateTime: checkedReader(jsonReader(cqlNumbers), isText, 'a string such as "2026-03-01T12:00:00Z"'),
};

function jsonReader(numbers: Numbers): ScalarReader {
  return {
    parseValue: (value) => numbers.readParsed(value as Json),
    parseLiteral: (node, variables) => located(node, () => fromLiteral(node, variables, numbers)),
  };
}

function checkedReader(reader: ScalarReader, isWanted: (value: unknown) => boolean, wanted: string): ScalarReader {
  const check = (value: unknown): unknown => {
    if (isWanted(value)) return value;
    throw new GraphQLError(`It must be ${wanted}, and ${show(value)} is none.`);
  };
  return {
    parseValue: (value) => check(reader.parseValue(value)),
    parseLiteral: (node, variables) => located(node, () => check(reader.parseLiteral(node, variables))),
  };
}

/** Adds the location in the document to the error of a value. */
function located<T>(node: ValueNode, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof GraphQLError ? new GraphQLError(error.message, { nodes: node }) : error;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberText);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** Members are defined, not assigned, so that one named `__proto__` is a member like any other. */
function fromLiteral(node: ValueNode, variables: Variables, numbers: Numbers): Json {
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return numbers.read(node.value);
    case Kind.LIST:
      return node.values.map((item) => fromLiteral(item, variables, numbers));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map(({ name, value }) => [name.value, fromLiteral(value, variables, numbers)]),
      );
    case Kind.VARIABLE:
      return fromVariable(node.name.value, variables, numbers);
    default:
      return node.value;
  }
}

function fromVariable(name: string, variables: Variables, numbers: Numbers): Json {
  if (!variables) return null;
  const value = ownValue(variables, name);
  if (value !== undefined) return numbers.readParsed(value as Json);
  throw new GraphQLError(`The variable $${name} has no value. Send it, or leave out the member that it stands for.`);
}
