import { expect, test } from 'vitest';
import { checkTrusted } from '../../../gateway/access/trusted-check.ts';
import { createSchema } from '../../../schema/schema.ts';

const schema = createSchema();
const check = (document: string) =>
  checkTrusted({ entries: [['it', document]], find: () => undefined, has: () => false }, schema);
const VALID = { problems: [], elsewhere: [] };

test.each([
  'query Names($id: ID!) { databases { nodes { name } } node(id: $id) { id __typename } }',
  '{ ...Root __schema { queryType { name } } } fragment Root on Query { database { databaseId } }',
])('%s is valid', (document) => {
  expect(check(document)).toEqual(VALID);
});

test.each([
  ['{ databases { nodes { nam } } }', 'Cannot query field "nam" on type "Database". Did you mean "name"?'],
  ['query Q($id: ID) { node(id: $id) { id } }', 'Variable "$id" of type "ID" used in position expecting type "ID!".'],
])('%s is valid nowhere', (document, message) => {
  expect(check(document)).toEqual({ problems: [`The trusted document it is not valid: ${message}`], elsewhere: [] });
});

test.each([
  '{ airports { nodes { name } } }',
  'mutation { create_airports(input: {}) { iata } }',
  '{ node(id: "x") { ... on airports { name } } }',
  'query Find($where: airports_filter) { __typename }',
  '{ ...Root } fragment Root on Query { airports { nodes { name } } }',
])('%s may be valid in a typed graph', (document) => {
  expect(check(document)).toEqual({ problems: [], elsewhere: ['it'] });
});
