/** Typed graphs of several keyspaces as subgraphs, composed with each other, with the universal one and with one that extends them. */
import { composeServices as composeForApollo } from '@apollo/composition';
import { composeServices as composeForHive } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../../datasources/source/source.ts';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import { createSchema } from '../../../schema/schema.ts';
import { printPublicSchema } from '../../../schema/shared/print.ts';
import { presentSchema } from '../../../schema/typed/present.ts';
import { checkRelations, createTypedSchema } from '../../../schema/typed/schema.ts';

function tableOf(keyspace: string, table: string, other: string): Table {
  return {
    ...{ databaseId: 'one', keyspace, table, partitionKey: ['id'], clusteringKey: [{ name: 'at', order: 'ASC' }] },
    defaultTtlSeconds: null,
    columns: [
      { name: 'id', type: 'text', kind: 'PARTITION_KEY' },
      { name: 'at', type: 'timestamp', kind: 'CLUSTERING_KEY' },
      { name: other, type: 'map<text, frozen<list<decimal>>>', kind: 'REGULAR' },
    ],
  };
}

function typed(keyspace: string, tables: readonly string[], typePrefix?: string) {
  const definition = {
    ...{ databaseId: 'one', keyspace, types: [], indexes: new Map() },
    tables: tables.map((table) => tableOf(keyspace, table, `of_${keyspace}`)),
  };
  const subgraph = typePrefix === undefined ? {} : { typePrefix };
  return serviceOf(keyspace, presentSchema(createTypedSchema(definition), keyspace, { subgraph }).schema);
}

function serviceOf(name: string, schema: Parameters<typeof printPublicSchema>[0]) {
  return { name, url: `http://${name}.example/graphql`, typeDefs: parse(printPublicSchema(schema)) };
}

const universal = serviceOf('universal', createSchema({}));
const guide = {
  name: 'guide',
  url: 'http://guide.example/graphql',
  typeDefs: parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    scalar DateTime
    type flights @key(fields: "id at") { id: String! at: DateTime! advice: String }`),
};

/** A keyspace whose rows and documents lead to each other, and to another keyspace. */
function withDocuments(keyspace: string, other: string, typePrefix?: string) {
  const text = `schema @keyspace(name: "${keyspace}")
    type ${keyspace}_note @collection(name: "notes") { text: String at: note_place row: flights_connection @related(key: { id: "row" }) }
    type note_place { x: Float }
    extend type flights { note: ${keyspace}_note @related(collection: "notes", id: "id") notes: ${keyspace}_note_connection @related(collection: "notes", where: { path: "row", eq: "id" })
      others: ${other}_note_connection @related(collection: "notes", namespace: "${other}", where: { path: "row", eq: "id" }) }
    schema @keyspace(name: "${other}")
    type ${other}_note @collection(name: "notes") { text: String }`;
  const { relations, problems } = readRelations([{ name: 'r.graphql', text }]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const empty = { databaseId: 'one', types: [], indexes: new Map(), collections: ['notes'] };
  const definition = {
    ...{ ...empty, keyspace, tables: [tableOf(keyspace, 'flights', `of_${keyspace}`)] },
    others: [{ ...empty, keyspace: other, tables: [] }],
  };
  const left = checkRelations(definition, relations);
  if (left.length > 0) throw new Error(JSON.stringify(left));
  const subgraph = typePrefix === undefined ? {} : { typePrefix };
  return serviceOf(keyspace, presentSchema(createTypedSchema(definition, relations), keyspace, { subgraph }).schema);
}

const notes = {
  name: 'reviews',
  url: 'http://reviews.example/graphql',
  typeDefs: parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    type travel_note @key(fields: "documentId") { documentId: ID! stars: Int }`),
};

describe.each([
  ['documents and rows that lead to each other', [withDocuments('travel', 'geology')]],
  ['documents that another subgraph extends', [withDocuments('travel', 'geology'), notes]],
  [
    'documents of two keyspaces, prefixed',
    [withDocuments('travel', 'geology', '{keyspace}_'), withDocuments('geology', 'travel', '{keyspace}_')],
  ],
  ['documents and the universal graph', [withDocuments('travel', 'geology'), universal]],
  ['one alone', [typed('travel', ['flights'])]],
  ['two keyspaces', [typed('travel', ['flights']), typed('geology', ['quakes'])]],
  ['a keyspace and the universal graph', [typed('travel', ['flights']), universal]],
  ['a keyspace and a subgraph that extends one of its types', [typed('travel', ['flights']), guide]],
  [
    'keyspaces with the same tables, prefixed',
    [typed('travel', ['flights'], '{keyspace}_'), typed('archive', ['flights'], '{keyspace}_')],
  ],
])('%s', (_, services) => {
  test('Apollo composes it', () => {
    const { errors, supergraphSdl = '' } = composeForApollo(services);
    expect(errors?.map(({ message }) => message)).toBeUndefined();
    expect(supergraphSdl).toContain('@join__type');
  });

  test('Hive composes it', () => {
    const { errors, supergraphSdl = '' } = composeForHive(services);
    expect(errors?.map(({ message }) => message)).toBeUndefined();
    expect(supergraphSdl).toContain('@join__type');
  });
});

test('without a prefix, keyspaces with the same tables are refused: the tests above can fail', () => {
  expect(
    composeForApollo([typed('travel', ['flights']), typed('archive', ['flights'])]).errors?.length,
  ).toBeGreaterThan(0);
});
