import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkTrusted } from '../../../gateway/access/trusted-check.ts';
import { createSchema } from '../../../schema/schema.ts';

const schema = createSchema();
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const check = (text: string, id = 'it') =>
  checkTrusted(
    { entries: [{ id, text, path: 'app.json' }], find: () => undefined, has: () => false },
    { schema, pathname: '/graphql', cure: 'Correct it.' },
  );

test.each([
  'query Names($id: ID!) { databases { nodes { name } } node(id: $id) { id __typename } }',
  '{ ...Root __schema { queryType { name } } } fragment Root on Query { database { databaseId } }',
])('%s is valid', (text) => {
  expect(check(text)).toEqual([]);
});

test.each([
  ['{ databases { nodes { nam } } }', 'Cannot query field "nam" on type "Database". Did you mean "name"?'],
  ['query Q($id: ID) { node(id: $id) { id } }', 'Variable "$id" of type "ID" used in position expecting type "ID!".'],
  ['{ airports { nodes { name } } }', 'Cannot query field "airports" on type "Query".'],
])('%s is not', (text, message) => {
  const sentence = `in app.json is not valid at /graphql: ${message} Correct it.`;
  expect(check(text)).toEqual([`The trusted document it (sha256:${hash(text)}) ${sentence}`]);
  expect(check(text, hash(text))).toEqual([`The trusted document ${hash(text)} ${sentence}`]);
});
