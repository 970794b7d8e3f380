/** The subgraph alone, and beside those of others, put together by both composers: without an error and without a hint. */
import { composeServices as composeForApollo } from '@apollo/composition';
import { composeServices as composeForHive, composeSchemaContract } from '@theguild/federation-composition';
import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createSchema } from '../../../schema/schema.ts';
import { printPublicSchema } from '../../../schema/shared/print.ts';
import { blocksOf } from '../../docs/pages.ts';
import { TOY_SDL } from './toy.ts';

const subgraph = (name: string, sdl: string) => ({ name, url: `http://${name}.example/graphql`, typeDefs: parse(sdl) });

const astra = subgraph('astra', printPublicSchema(createSchema({})));
const prefixed = subgraph('astra', printPublicSchema(createSchema({ typePrefix: 'Astra' })));
const toy = subgraph('toy', TOY_SDL);
/** As `docs/federation.md` prints it. */
const printed = subgraph('printed', blocksOf('docs/federation.md')[0]?.text ?? '');
/** Has other things under names of ours, and pages as Relay has them. */
const stranger = subgraph(
  'stranger',
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@shareable"])
  type Query { seats: [Row!]! seatPage: SeatConnection papers: [Document!] }
  type Row { number: Int! }
  enum Document { PASSPORT }
  type SeatConnection { nodes: [Row!]! pageInfo: PageInfo! }
  type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }`,
);

describe.each([
  ['alone', [astra]],
  ['beside one that extends its types', [astra, toy]],
  ['beside the one of docs/federation.md', [astra, printed]],
  ['with a prefix, alone', [prefixed]],
  ['with a prefix, beside one with other types of the same names', [prefixed, stranger]],
])('%s', (_, subgraphs) => {
  test('Apollo composes it', () => {
    const { errors, hints, supergraphSdl = '' } = composeForApollo(subgraphs);
    expect(errors).toBeUndefined();
    expect(hints?.map(({ message }) => message)).toEqual([]);
    expect(supergraphSdl).toContain('@join__type');
  });

  test('Hive composes it', () => {
    const { errors, supergraphSdl = '' } = composeForHive(subgraphs);
    expect(errors).toBeUndefined();
    expect(supergraphSdl).toContain('@join__type');
  });
});

test('without a prefix, other types of the same names are refused: the test above can fail', () => {
  expect(composeForApollo([astra, stranger]).errors?.length).toBeGreaterThan(0);
});

test('a contract that drops "admin" leaves the data', () => {
  const { publicSdl = '', errors } = composeSchemaContract(
    [astra, toy],
    { include: new Set(), exclude: new Set(['admin']) },
    true,
  );
  expect(errors).toBeUndefined();
  const open = buildSchema(publicSdl);
  expect(Object.keys(open.getQueryType()?.getFields() ?? {}).sort()).toEqual([
    'database',
    'favourites',
    'keyspace',
    'namespace',
  ]);
  expect(open.getType('Row')).toBeDefined();
  expect(open.getType('DatabaseCost')).toBeUndefined();
  expect(open.getMutationType()?.getFields()).not.toHaveProperty('createSecureBundleUrl');
  expect(open.getMutationType()?.getFields()).toHaveProperty('createRow');
});
