/** Types of described values: of fields, of inputs and of conditions. Each is made once for a schema. */
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import { objectFieldResolver } from '../../resolvers/typed-documents/documents.ts';
import type { DescribedType, ObjectModel, ValueType } from '../../resolvers/typed-documents/model.ts';
import { WITHIN_VALUE } from '../shared/value-objects.ts';
import { describeField } from './describe-field.ts';

const NATIVE = new Map(
  [GraphQLString, GraphQLInt, GraphQLFloat, GraphQLBoolean, GraphQLID].map((type) => [type.name, type]),
);

export interface DocumentTypes {
  scalar(name: string): GraphQLScalarType;
  output(type: ValueType): GraphQLOutputType;
  /** @param isRequired - whether it must be given where the type is non-null; default true */
  input(type: ValueType, isRequired?: boolean): GraphQLInputType;
}

/**
 * @param described - the types of objects inside documents
 * @param scalars - those of typed graphs
 */
export function createDocumentTypes(
  described: readonly DescribedType[],
  scalars: ReadonlyMap<string, GraphQLScalarType>,
): DocumentTypes {
  const outputs = new Map(described.map((type) => [type.name, outputObject(type)]));
  const inputs = new Map(described.map((type) => [type.name, inputObject(type)]));

  function scalar(name: string): GraphQLScalarType {
    const found = NATIVE.get(name) ?? scalars.get(name);
    if (!found) throw new Error(`No scalar ${name}`);
    return found;
  }

  function output(type: ValueType): GraphQLOutputType {
    const inner =
      type.kind === 'scalar'
        ? scalar(type.name)
        : type.kind === 'list'
          ? new GraphQLList(output(type.element))
          : known(outputs, type.name);
    return type.isRequired ? new GraphQLNonNull(inner) : inner;
  }

  function input(type: ValueType, isRequired = true): GraphQLInputType {
    const inner =
      type.kind === 'scalar'
        ? scalar(type.name)
        : type.kind === 'list'
          ? new GraphQLList(input(type.element))
          : known(inputs, type.name);
    return type.isRequired && isRequired ? new GraphQLNonNull(inner) : inner;
  }

  function outputObject({ name, description, fields }: DescribedType): GraphQLObjectType {
    return new GraphQLObjectType<ObjectModel, Context>({
      name,
      description: description ?? 'An object in a document.',
      extensions: WITHIN_VALUE,
      fields: () =>
        Object.fromEntries(
          fields.map((field) => [
            field.name,
            { description: describeField(field), type: output(field.type), resolve: objectFieldResolver(field) },
          ]),
        ),
    });
  }

  function inputObject({ name, description, fields }: DescribedType): GraphQLInputObjectType {
    return new GraphQLInputObjectType({
      name: `${name}_input`,
      description: description ?? 'An object in a document.',
      fields: () =>
        Object.fromEntries(
          fields.map((field) => [field.name, { description: describeField(field), type: input(field.type) }]),
        ),
    });
  }

  return { scalar, output, input };
}

/** Fields of types that were left out are left out themselves. */
function known<T>(types: ReadonlyMap<string, T>, name: string): T {
  const found = types.get(name);
  if (!found) throw new Error(`No described type ${name}`);
  return found;
}
