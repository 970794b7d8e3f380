/** The schema by the rules of graphql-eslint. What departs from them stands here, with the reason. */
import { expect, test } from 'vitest';
import { lintSchema } from './lint.ts';

/**
 * The seven nouns have ids. These are parts of one of them or tell something about it, and come and go with it: clients keep
 * them inside of it.
 */
const PARTS = [
  'ClusteringColumn',
  'CollectionVector',
  'Column',
  'DatabaseCost',
  'DatabaseMetrics',
  'DatabaseStorage',
  'Datacenter',
  'DocumentCount',
  'DocumentPart',
  'Index',
  'KeyspaceDatacenter',
  'PageInfo',
  'PrimaryKey',
  'Region',
  'SecureBundle',
  'ServerlessRegion',
  'TableOptions',
  'UserDefinedType',
  'UserDefinedTypeField',
  'WriteError',
];

const RECOMMENDED = {
  'strict-id-in-types': { exceptions: { types: PARTS, suffixes: ['Payload', 'Result', 'Connection', 'Edge'] } },
};

/** Names that Astra and Cassandra have given; `id` is the id in the graph, and `databaseId` the one that Astra knows. */
const NAMED_BY_UPSTREAM = [
  'no-typename-prefix: Field "databaseId" starts with the name of the parent type "Database"',
  'no-typename-prefix: Field "databaseType" starts with the name of the parent type "Database"',
  'no-typename-prefix: Field "datacenterId" starts with the name of the parent type "Datacenter"',
  'no-typename-prefix: Field "documentId" starts with the name of the parent type "Document"',
  'no-typename-prefix: Field "region" starts with the name of the parent type "Region"',
  'naming-convention: Type "UserDefinedType" should not have "Type" suffix',
];

test('the recommended rules find nothing but names that upstream has given', async () => {
  expect((await lintSchema('flat/schema-recommended', RECOMMENDED)).sort()).toEqual(NAMED_BY_UPSTREAM.sort());
});

const RELAY = {
  // Forward only, as Relay's specification allows: upstream has no way back.
  'relay-arguments': { includeBoth: false },
  // Lists that do not grow, such as the columns of a table, are plain lists; connections have `nodes` beside `edges`.
  'relay-edge-types': { listTypeCanWrapOnlyEdgeType: false },
};

/** A part of a document that a search has found: it has a path in its document, and no id in the graph. */
const PARTS_IN_PAGES = ["relay-edge-types: Edge type's field `node` must implement `Node` interface."];

test("Relay's rules find nothing but the pages of parts, once", async () => {
  expect(await lintSchema('flat/schema-relay', RELAY)).toEqual(PARTS_IN_PAGES);
});
