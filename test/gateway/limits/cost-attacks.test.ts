/** Operations that ask for too much, with the refusal that each meets; a neighbour of each, which does no harm, is answered. */
import { describe, expect, test } from 'vitest';
import { startGateway } from '../../support/gateway.ts';
import { expectRefusal, inTable, refused, related, repeat, send, useTarget, wideRows } from './target.ts';

const target = useTarget();

describe('what an operation asks for', () => {
  const attacks: [name: string, document: string, variables: object, cost: RegExp][] = [
    [
      'pages within pages',
      inTable(wideRows('1000', related('1000', 'id'))),
      {},
      /up to 1003004 values, and 500000 .*MAX_COST/,
    ],
    [
      'pages within pages, by variables',
      `query ($n: Int) ${inTable(wideRows('$n', related('$n', 'id')))}`,
      { n: 1000 },
      /up to 1003004 values/,
    ],
    [
      'pages within pages, by defaults of variables',
      `query ($n: Int = 1000) ${inTable(wideRows('$n', related('$n', 'id')))}`,
      {},
      /up to 1003004 values/,
    ],
    [
      'pages within pages, in a fragment',
      `${inTable('...a')} fragment a on Table { ${wideRows('1000', '...b')} } fragment b on Row { ${related('1000', 'id')} }`,
      {},
      /up to 1003004 values/,
    ],
    [
      'nodes in a fragment on the connection',
      `${inTable('rows(first: 1000) { ...a }')} fragment a on RowConnection { nodes { ${related('1000', 'id')} } }`,
      {},
      /up to 1003004 values/,
    ],
    [
      'edges instead of nodes',
      inTable(`rows(first: 1000) { edges { node { ${related('1000', 'id')} } } }`),
      {},
      /up to 1004004 values/,
    ],
    [
      'round and round through parents',
      inTable(wideRows('100', `table { ${wideRows('100', `table { ${wideRows('100', 'id')} }`)} }`)),
      {},
      /up to 1\d{6} values/,
    ],
    [
      'default pages, four deep',
      inTable(
        `rows { nodes { ${['', '', '', ''].reduce((inside) => `table { rows { nodes { id ${inside} } } }`, 'id')} } }`,
      ),
      {},
      /values, and 500000/,
    ],
    [
      'hidden under @skip',
      inTable(`rows(first: 1000) @skip(if: true) { nodes { ${related('1000', 'id')} } } name`),
      {},
      /up to 1003005 values/,
    ],
    [
      'the same page many times',
      inTable(
        repeat(
          150,
          (n) =>
            `a${n}: ${wideRows(
              '1000',
              repeat(4, () => 'id'),
            )}`,
        ),
      ),
      {},
      /up to 600302 values/,
    ],
    [
      'long lists within pages',
      `query ($in: [CqlValue!]) ${inTable(wideRows('1000', `relatedRows(table: "t", key: [{column: "a", from: "b"}], where: [{column: "c", in: $in}]) { nodes { id } }`))}`,
      { in: Array(1000).fill(1) },
      /up to 1\d{6} values/,
    ],
    [
      'long lists in the document',
      inTable(
        wideRows(
          '1000',
          `relatedRows(table: "t", key: [{column: "a", from: "b"}], where: [{column: "c", in: [${repeat(500, () => '1')}]}]) { nodes { id } }`,
        ),
      ),
      {},
      /up to 5\d{5} values/,
    ],
    [
      'pages for each id',
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Table { ${wideRows(
        '1000',
        repeat(6, () => 'id'),
      )} } } }`,
      { ids: Array(100).fill('x') },
      /up to 600\d{3} values/,
    ],
    [
      'pages for each write',
      `mutation ($rows: [RowValues!]!) { createRows(input: { keyspace: "k", table: "t", rows: $rows }) { results { row { table { ${wideRows('1000', 'id')} } } } } }`,
      { rows: Array(600).fill({ a: 1 }) },
      /up to 603\d{3} values/,
    ],
    [
      'a first beyond all numbers',
      `query ($n: Int) ${inTable(wideRows('$n', 'id'))}`,
      { n: 1e300 },
      /values, and 500000/,
    ],
    [
      'databases, keyspaces, tables, columns, again and again',
      `{ databases(first: 1000) { nodes { keyspaces { tables { columns { name } } } } } }`,
      {},
      /up to 1111002 values/,
    ],
  ];

  test.each(attacks)('%s', async (_, query, variables, message) => {
    await expectRefusal(target.gateway, JSON.stringify({ query, variables }), refused(message));
  });

  const neighbours: [name: string, document: string, variables: object][] = [
    [
      'a thousand rows with a related row each',
      inTable(wideRows('1000', 'id relatedRow(table: "t", key: [{column: "a", from: "b"}]) { values }')),
      {},
    ],
    [
      'all databases with all columns',
      '{ databases(first: 25) { nodes { keyspaces { tables { columns { name type } } } } } }',
      {},
    ],
    [
      'a small page, whatever its variable could have been',
      `query ($n: Int = 100000) ${inTable(wideRows('$n', related('$n', 'id')))}`,
      { n: 10 },
    ],
    [
      'rubbish instead of a number, which has an error of its own',
      `query ($n: Int) ${inTable(wideRows('$n', 'id'))}`,
      { n: 'many' },
    ],
  ];

  test.each(neighbours)('%s is not refused', async (_, query, variables) => {
    const { answer } = await send(target.gateway, JSON.stringify({ query, variables }));
    expect(answer.errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test('the cost is what docs/production.md says', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { ... on Table { rows(first: 100) { nodes { key values } } } } }';
    const body = JSON.stringify({ query, variables: { id: 'x' } });
    // One more for the field around it.
    const small = await startGateway({ limits: { maxCost: 202 } });
    await expectRefusal(small, body, refused(/up to 203 values, and 202 are allowed/));
    await small.close();
  });
});
