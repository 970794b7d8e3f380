/** Scalars of our own. Literals are read by hand, so that no digit is lost and no variable vanishes. */
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { Json } from '../datasources/source.ts';

type Variables = { readonly [name: string]: unknown } | null | undefined;

export const scalars = {
  JSON: jsonScalar('JSON'),
  JSONObject: jsonScalar('JSONObject', isObject, 'an object'),
  CqlValue: jsonScalar('CqlValue'),
  RowKey: jsonScalar('RowKey', isObject, 'an object: column name to value'),
  RowValues: jsonScalar('RowValues', isObject, 'an object: column name to value'),
  DocumentPath: textScalar('DocumentPath'),
  DateTime: textScalar('DateTime'),
};

function jsonScalar(name: string, accepts: (value: Json) => boolean = () => true, wanted = 'JSON'): GraphQLScalarType {
  const check = (value: Json): Json => {
    if (accepts(value)) return value;
    throw new GraphQLError(`${name} must be ${wanted}, and ${JSON.stringify(value)} is not.`);
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: (value) => check(checkNumbers(value as Json)),
    parseLiteral: (node, variables) => check(fromLiteral(node, variables)),
  });
}

function textScalar(name: string): GraphQLScalarType {
  const check = (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`${name} must be a string, and ${JSON.stringify(value)} is not.`);
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: check,
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function isObject(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON number beyond 2^53 lost its digits when the request was parsed, so nobody can tell what was sent. */
function checkNumbers(value: Json): Json {
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw new GraphQLError(`The number ${value} is too large to be exact in JSON. Send it as a string.`);
    }
  } else if (Array.isArray(value)) value.forEach(checkNumbers);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(checkNumbers);
  return value;
}

/** Integers that a double cannot hold become text. `variables` is absent while a document is validated. */
function fromLiteral(node: ValueNode, variables: Variables): Json {
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.INT:
      return Number.isSafeInteger(Number(node.value)) ? Number(node.value) : node.value;
    case Kind.FLOAT:
      return String(Number(node.value)) === node.value || !isLong(node.value) ? Number(node.value) : node.value;
    case Kind.LIST:
      return node.values.map((item) => fromLiteral(item, variables));
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, fromLiteral(value, variables)]));
    case Kind.VARIABLE:
      return fromVariable(node.name.value, variables);
    default:
      return node.value;
  }
}

/** More significant digits than a double holds. */
const isLong = (text: string) => text.replace(/[eE].*|\D/g, '').replace(/^0+/, '').length > 15;

function fromVariable(name: string, variables: Variables): Json {
  if (!variables) return {};
  const value = variables[name];
  if (value === undefined)
    throw new GraphQLError(`The variable $${name} has no value. Send it, or leave out the member that it stands for.`);
  return checkNumbers(value as Json);
}
