/** What every element of the public schema owes to its readers. */
import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { createSchema } from '../../schema/schema.ts';

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
const ownTypes = types.filter((type) => !isSpecifiedScalarType(type));
const objects = types.filter((type) => isObjectType(type) || isInterfaceType(type));

interface Element {
  readonly name: string;
  readonly description: string;
}

function elementsOf(type: GraphQLNamedType): Element[] {
  const own = { name: type.name, description: type.description ?? '' };
  if (isEnumType(type)) return [own, ...type.getValues().map((value) => toElement(type.name, value))];
  if (isInputObjectType(type)) {
    return [own, ...fieldsOf(type.getFields()).map((field) => toElement(type.name, field))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = fieldsOf(type.getFields());
  return [
    own,
    ...fields.map((field) => toElement(type.name, field)),
    ...fields.flatMap((field) => field.args.map((argument) => toElement(`${type.name}.${field.name}`, argument))),
  ];
}

function fieldsOf<T extends GraphQLField<unknown, unknown> | GraphQLInputField>(fields: Record<string, T>): T[] {
  return Object.values(fields);
}

function toElement(parent: string, { name, description }: { name: string; description?: string | null | undefined }) {
  return { name: `${parent}.${name}`, description: description ?? '' };
}

const elements = ownTypes.flatMap(elementsOf);

describe('descriptions', () => {
  test('every element has one', () => {
    expect(elements.length).toBeGreaterThan(400);
    expect(elements.filter(({ description }) => description === '').map(({ name }) => name)).toEqual([]);
  });

  test('each begins with a capital letter and ends with its sentence', () => {
    const unfinished = elements.filter(
      ({ description }) => !/^[`"'A-Z]/.test(description) || !/[.!?)}]$/.test(description.trim()),
    );
    expect(unfinished.map(({ name }) => name)).toEqual([]);
  });
});

describe('names', () => {
  test('types are PascalCase, fields and arguments camelCase, enum values SCREAMING_SNAKE_CASE', () => {
    for (const type of ownTypes) expect(type.name).toMatch(/^[A-Z][A-Za-z]*$/);
    for (const type of types.filter(isEnumType)) {
      for (const { name } of type.getValues()) expect(name).toMatch(/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/);
    }
    for (const type of objects) {
      for (const field of fieldsOf(type.getFields())) {
        expect(field.name).toMatch(/^[a-z][A-Za-z]*$/);
        for (const { name } of field.args) expect(name).toMatch(/^[a-z][A-Za-z]*$/);
      }
    }
  });

  test('no field begins with get or list', () => {
    const names = objects.flatMap((type) => Object.keys(type.getFields()));
    expect(names.filter((name) => /^(?:get|list)[A-Z]/.test(name))).toEqual([]);
  });
});

describe('shapes', () => {
  test('a scalar of our own says where it is specified', () => {
    const own = ownTypes.filter(isScalarType);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((type) => !type.specifiedByURL).map(({ name }) => name)).toEqual([]);
  });

  test('a connection has edges, nodes and pageInfo, and is read forwards by first and after', () => {
    const fields = objects.flatMap((type) => fieldsOf(type.getFields()));
    const connections = fields.filter((field) => getNamedType(field.type).name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(4);
    for (const field of connections) {
      const type = getNamedType(field.type);
      expect(field.args.map(({ name }) => name)).toEqual(expect.arrayContaining(['first', 'after']));
      expect(isNonNullType(field.type)).toBe(false);
      expect(isObjectType(type) && Object.keys(type.getFields())).toEqual(['edges', 'nodes', 'pageInfo']);
    }
  });

  test('the seven nouns are nodes', () => {
    const node = schema.getType('Node');
    const names = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
    expect(names.sort()).toEqual(['Collection', 'Database', 'Document', 'Keyspace', 'Namespace', 'Row', 'Table']);
  });

  test('every mutation has one input and one payload of its own', () => {
    const mutations = fieldsOf(schema.getMutationType()?.getFields() ?? {});
    for (const { name, args, type } of mutations) {
      const pascal = name.replace(/^./, (letter) => letter.toUpperCase());
      expect(args.map((argument) => String(argument.type))).toEqual([`${pascal}Input!`]);
      expect(String(type)).toBe(`${pascal}Payload`);
    }
  });
});
