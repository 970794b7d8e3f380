/** Scalars of our own. Literals are read by hand, so that no digit is lost and no variable vanishes. */
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { Json } from '../datasources/source.ts';
import { cqlNumbers, jsonNumbers, type Numbers } from './scalar-numbers.ts';

/** Absent while a document is validated. */
type Variables = { readonly [name: string]: unknown } | null | undefined;

export const scalars = {
  JSON: jsonScalar('JSON', jsonNumbers),
  JSONObject: objectScalar('JSONObject', jsonNumbers),
  CqlValue: jsonScalar('CqlValue', cqlNumbers),
  RowKey: objectScalar('RowKey', cqlNumbers),
  RowValues: objectScalar('RowValues', cqlNumbers),
  DocumentPath: textScalar('DocumentPath'),
  DateTime: textScalar('DateTime'),
};

function jsonScalar(name: string, numbers: Numbers): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: (value) => numbers.checkParsed(value as Json),
    parseLiteral: (node, variables) => fromLiteral(node, variables, numbers),
  });
}

function objectScalar(name: string, numbers: Numbers): GraphQLScalarType {
  const { parseValue, parseLiteral, ...config } = jsonScalar(name, numbers).toConfig();
  const check = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    throw new GraphQLError(`${name} must be an object, and ${JSON.stringify(value)} is none.`);
  };
  return new GraphQLScalarType({
    ...config,
    parseValue: (value) => check(parseValue(value)),
    parseLiteral: (node, variables) => check(parseLiteral(node, variables)),
  });
}

function textScalar(name: string): GraphQLScalarType {
  const check = (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`${name} must be a string, and ${JSON.stringify(value)} is none.`);
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: check,
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : fromLiteral(node, null, cqlNumbers)),
  });
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
  const value = variables[name];
  if (value !== undefined) return numbers.checkParsed(value as Json);
  throw new GraphQLError(`The variable $${name} has no value. Send it, or leave out the member that it stands for.`);
}
