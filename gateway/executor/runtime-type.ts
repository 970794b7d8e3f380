/** Which object type a value of an interface or union is, and whether a value is of its type. */
import {
  type FieldNode,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  locatedError,
} from 'graphql';

/** @param name - what `resolveType` answered @throws GraphQLError - with graphql's own messages */
export function requireRuntimeType(
  schema: GraphQLSchema,
  type: GraphQLAbstractType,
  name: unknown,
  { nodes, place, value }: { nodes: readonly FieldNode[]; place: string; value: unknown },
): GraphQLObjectType {
  const mustResolve = `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${place}"`;
  if (name === null || name === undefined) {
    throw new GraphQLError(
      `${mustResolve}. Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes },
    );
  }
  if (isObjectType(name)) {
    throw new GraphQLError(
      'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
    );
  }
  if (typeof name !== 'string') {
    throw new GraphQLError(`${mustResolve} with value ${inspect(value)}, received "${inspect(name)}".`);
  }
  const found = schema.getType(name);
  const fail = (problem: string) => new GraphQLError(problem, { nodes });
  if (!found) {
    throw fail(`Abstract type "${type.name}" was resolved to a type "${name}" that does not exist inside the schema.`);
  }
  if (!isObjectType(found)) throw fail(`Abstract type "${type.name}" was resolved to a non-object type "${name}".`);
  if (!schema.isSubType(type, found)) {
    throw fail(`Runtime Object type "${found.name}" is not a possible type for "${type.name}".`);
  }
  return found;
}

export function wrongType(type: GraphQLObjectType, value: unknown, nodes: readonly FieldNode[]): GraphQLError {
  return new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, { nodes });
}

const PREFIX = 'Unexpected error value: ';

/** As graphql prints values in its errors. It does not export that, but says so of a thrown value that is no error. */
export function inspect(value: unknown): string {
  if (value instanceof Error) return inspect([value]).slice(1, -1);
  return locatedError(value, undefined).message.slice(PREFIX.length);
}
