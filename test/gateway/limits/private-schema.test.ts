/** Guesses at a private schema: none is confirmed. */
import { describe, expect, test } from 'vitest';
import type { RunningGateway } from '../../support/gateway.ts';
import { expectRefusal, inTable, refused, send, useTarget } from './target.ts';

const open = useTarget();
const closed = useTarget({ gateway: { privacy: { introspection: false, suggestions: false } } });

describe('where the schema is private', () => {
  const attacks: [name: string, document: string][] = [
    ['the schema', '{ __schema { queryType { name } } }'],
    ['one type', '{ __type(name: "Row") { name } }'],
    ['the schema under another name', '{ __typename a: __schema { queryType { name } } }'],
    [
      'the schema in a fragment',
      '{ ...a } fragment a on Query { ...b } fragment b on Query { __schema { queryType { name } } }',
    ],
    [
      'the schema in a fragment called __schema',
      '{ ...__schema } fragment __schema on Query { __type(name: "Row") { name } }',
    ],
    [
      'the schema behind an operation that does not want it',
      'query A { __typename } query B { __schema { queryType { name } } }',
    ],
  ];
  test.each(attacks)('%s is not answered', async (_, query) => {
    await expectRefusal(
      closed.gateway,
      JSON.stringify({ query, operationName: query.includes('query B') ? 'A' : undefined }),
      refused(/introspection has been disabled/),
    );
  });

  const guesses: [name: string, document: string, variables: object][] = [
    ['a field', '{ databasez { nodes { id } } }', {}],
    ['an argument', '{ databases(frist: 1) { nodes { id } } }', {}],
    ['a type', 'query ($a: RowKeyz) { __typename }', {}],
    ['a field of another type', '{ node(id: "a") { values } }', {}],

    ['a value', inTable('rows(sort: [{column: "a", order: ASCC}]) { nodes { id } }'), {}],
    [
      'a value in a variable',
      `query ($sort: [ColumnSort!]) ${inTable('rows(sort: $sort) { nodes { id } }')}`,
      { sort: [{ column: 'a', order: 'ASCC' }] },
    ],
    [
      'a member in a variable',
      `query ($sort: [ColumnSort!]) ${inTable('rows(sort: $sort) { nodes { id } }')}`,
      { sort: [{ column: 'a', ordr: 'ASC' }] },
    ],
  ];
  test.each(guesses)('a guess at %s is answered without a hint', async (_, query, variables) => {
    const body = JSON.stringify({ query, variables });
    const told = async (target: RunningGateway) =>
      (await send(target, body)).answer.errors?.map(({ message }) => message).join();
    expect(await told(open.gateway)).toMatch(/Did you mean/);
    expect(await told(closed.gateway)).not.toMatch(/Did you mean|undefined/);
  });

  test('what a type is called can still be asked', async () => {
    const { answer } = await send(closed.gateway, '{"query":"{ __typename }"}');
    expect(answer).toEqual({ data: { __typename: 'Query' } });
  });
});
