/** The builder of GraphiQL: what a click adds is valid, and the rest of the text stays. */
import {
  type GraphQLField,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  print,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { newArgument, newField } from '../../../gateway/graphiql/builder/new-field.ts';
import { findOperation } from '../../../gateway/graphiql/builder/operation-text.ts';
import { createSchema } from '../../../schema/schema.ts';

const schema = createSchema();
const selectionsOf = (...fields: readonly GraphQLField<unknown, unknown>[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections: fields.map(newField),
});

describe('a click on a field', () => {
  const roots = [OperationTypeNode.QUERY, OperationTypeNode.MUTATION].flatMap((type) =>
    Object.values(schema.getRootType(type)?.getFields() ?? {}).map((field) => [field.name, type, field] as const),
  );

  test.each(roots)('%s begins an operation that is valid', (_, type, field) => {
    const text = findOperation('', type)?.replaced(selectionsOf(field)) ?? '';
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });

  test('of any type gives a fragment that is valid', () => {
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
    for (const type of types.filter(({ name }) => !name.startsWith('__'))) {
      for (const field of Object.values(type.getFields())) {
        const each = newField(field);
        const whole = { ...each, arguments: field.args.map(newArgument) };
        for (const node of [each, whole]) {
          const text = `fragment F on ${type.name} { ${print(node)} }`;
          const errors = validate(schema, parse(text)).filter(({ message }) => !message.includes('is never used'));
          expect(errors.map(({ message }) => message)).toEqual([]);
        }
      }
    }
  });
});

describe('the text of the editor', () => {
  const [field] = Object.values(schema.getQueryType()?.getFields() ?? {});
  if (!field) throw new Error('The schema has no queries.');

  test('keeps its comments and other definitions', () => {
    const text = '# What it is for.\nquery One { database { name } }\n\nfragment F on Database { name }\n';
    const replaced = findOperation(text, OperationTypeNode.QUERY)?.replaced(selectionsOf(field));
    expect(replaced).toMatch(/^# What it is for\.\nquery One \{\n.*\}\n\nfragment F on Database \{ name \}\n$/s);
  });

  test('loses the operation with its last field, and can begin another', () => {
    const found = findOperation('# Mine.\n{ database { name } }', OperationTypeNode.QUERY);
    const nothing = found?.replaced({ kind: Kind.SELECTION_SET, selections: [] });
    expect(nothing).toBe('# Mine.\n');
    expect(findOperation(nothing ?? '', OperationTypeNode.MUTATION)).toMatchObject({ type: 'mutation' });
  });

  test.each(['{ database {', 'nonsense', '{ a } }'])('is left alone where it cannot be read: %s', (text) => {
    expect(findOperation(text, OperationTypeNode.QUERY)).toBeUndefined();
  });
});
