/** Types of CQL as types of GraphQL: for fields and, as input objects, for arguments. Each is made once for a schema. */
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
} from 'graphql';
import type { CqlType, ScalarName, TypedTypes } from '../../resolvers/typed/model.ts';
import { itemName } from '../../resolvers/typed/values.ts';
import { WITHIN_VALUE } from '../shared/value-objects.ts';
import { TYPED_SCALARS } from './scalars.ts';
import { nameOfType, SCALAR_NAMES } from './type-names.ts';

const NATIVE = new Map([GraphQLString, GraphQLInt, GraphQLFloat, GraphQLBoolean].map((type) => [type.name, type]));

export interface GraphTypes {
  output(type: CqlType): GraphQLOutputType;
  input(type: CqlType): GraphQLInputType;
  /** See `nameOf`. */
  nameOf(type: CqlType, isWithin?: boolean): string;
  /** Those of another keyspace in the same schema. */
  ofKeyspace(types: TypedTypes, prefix: string): GraphTypes;
}

/** Types by their names, each made once for a schema. */
interface MadeTypes {
  readonly outputs: Map<string, GraphQLOutputType>;
  readonly inputs: Map<string, GraphQLInputType>;
}

/**
 * @param types - of the keyspace; each type that a column has is among them
 * @param prefix - of the names of its user-defined types
 */
export function createGraphTypes(
  types: TypedTypes,
  prefix = '',
  known: MadeTypes = { outputs: new Map(), inputs: new Map() },
): GraphTypes {
  const { outputs, inputs } = known;
  const nameOf = (type: CqlType, isWithin = false) => nameOfType(type, isWithin, prefix);

  function output(type: CqlType): GraphQLOutputType {
    switch (type.kind) {
      case 'scalar':
        return scalar(type.name);
      case 'list':
      case 'set':
      case 'vector':
        return listOf(output(type.element));
      case 'map':
        return listOf(made(outputs, nameOf(type), () => outputEntry(type)));
      case 'tuple':
      case 'udt':
        return made(outputs, nameOf(type), () => outputObject(type));
      case 'opaque':
        throw new Error(`A column of the type ${type.text} has no place in a typed graph`);
    }
  }

  function input(type: CqlType): GraphQLInputType {
    switch (type.kind) {
      case 'scalar':
        return scalar(type.name);
      case 'list':
      case 'set':
      case 'vector':
        return listOf(input(type.element));
      case 'map':
        return listOf(made(inputs, `${nameOf(type)}_input`, () => inputEntry(type)));
      case 'tuple':
      case 'udt':
        return made(inputs, `${nameOf(type)}_input`, () => inputObject(type));
      case 'opaque':
        throw new Error(`A column of the type ${type.text} has no place in a typed graph`);
    }
  }

  function outputEntry(type: Extract<CqlType, { kind: 'map' }>): GraphQLObjectType {
    return new GraphQLObjectType({
      name: nameOf(type),
      description: 'An entry of a map.',
      extensions: WITHIN_VALUE,
      fields: () => ({
        key: { description: 'The key of the entry.', type: new GraphQLNonNull(output(type.key)) },
        value: { description: 'The value of the entry.', type: output(type.value) },
      }),
    });
  }

  function inputEntry(type: Extract<CqlType, { kind: 'map' }>): GraphQLInputObjectType {
    return new GraphQLInputObjectType({
      name: `${nameOf(type)}_input`,
      description: 'An entry of a map.',
      fields: () => ({
        key: { description: 'The key of the entry.', type: new GraphQLNonNull(input(type.key)) },
        value: { description: 'The value of the entry.', type: new GraphQLNonNull(input(type.value)) },
      }),
    });
  }

  function outputObject(type: Extract<CqlType, { kind: 'tuple' | 'udt' }>): GraphQLObjectType {
    return new GraphQLObjectType({
      name: nameOf(type),
      description: describe(type),
      extensions: WITHIN_VALUE,
      fields: () => Object.fromEntries(membersOf(type).map(([name, member]) => [name, { type: output(member) }])),
    });
  }

  function inputObject(type: Extract<CqlType, { kind: 'tuple' | 'udt' }>): GraphQLInputObjectType {
    const wrap = (member: GraphQLInputType) => (type.kind === 'tuple' ? new GraphQLNonNull(member) : member);
    return new GraphQLInputObjectType({
      name: `${nameOf(type)}_input`,
      description: describe(type),
      fields: () => Object.fromEntries(membersOf(type).map(([name, member]) => [name, { type: wrap(input(member)) }])),
    });
  }

  function membersOf(type: Extract<CqlType, { kind: 'tuple' | 'udt' }>): readonly (readonly [string, CqlType])[] {
    if (type.kind === 'tuple') return type.members.map((member, index) => [itemName(index), member]);
    return (types.byName.get(type.name)?.fields ?? []).map(({ field, type: member }) => [field, member]);
  }

  return {
    output,
    input,
    nameOf,
    ofKeyspace: (others, otherPrefix) => createGraphTypes(others, otherPrefix, known),
  };
}

function describe(type: Extract<CqlType, { kind: 'tuple' | 'udt' }>): string {
  return type.kind === 'tuple' ? 'A tuple.' : `The user-defined type \`${type.name}\`.`;
}

function scalar(name: ScalarName) {
  const found = NATIVE.get(SCALAR_NAMES[name]) ?? TYPED_SCALARS.get(SCALAR_NAMES[name]);
  if (!found) throw new Error(`No scalar for ${name}`);
  return found;
}

function listOf<T extends GraphQLOutputType | GraphQLInputType>(element: T) {
  return new GraphQLList(new GraphQLNonNull(element as never)) as never;
}

function made<T>(known: Map<string, T>, name: string, make: () => T): T {
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
}
