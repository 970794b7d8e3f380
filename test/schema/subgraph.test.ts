/** What the subgraph leaves out, marks and renames, told from its SDL. */
import {
  type ConstDirectiveNode,
  type DocumentNode,
  isTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { buildSubgraph } from '../../schema/federation/build.ts';
import { createSchema } from '../../schema/schema.ts';
import { printPublicSchema } from '../../schema/shared/print.ts';

const whole = parse(printPublicSchema(createSchema()));
const subgraph = parse(printPublicSchema(createSchema({})));
const prefixed = parse(printPublicSchema(createSchema({ typePrefix: 'Astra' })));

const SEVEN = ['Collection', 'Database', 'Document', 'Keyspace', 'Namespace', 'Row', 'Table'];

function objectsOf({ definitions }: DocumentNode): ObjectTypeDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
}

function typeNames({ definitions }: DocumentNode): string[] {
  return definitions.filter(isTypeDefinitionNode).map(({ name }) => name.value);
}

function fieldsOf(document: DocumentNode, type: string): string[] {
  const found = objectsOf(document).find(({ name }) => name.value === type);
  return (found?.fields ?? []).map(({ name }) => name.value);
}

function keysOf(directives: readonly ConstDirectiveNode[] = []): string[] {
  return directives.flatMap(({ name, arguments: [fields] = [] }) =>
    name.value === 'key' && fields?.value.kind === Kind.STRING ? [fields.value.value] : [],
  );
}

test('what belongs to a graph of its own is left out, with the types that only it needs', () => {
  const missing = (type: string) => {
    const kept = fieldsOf(subgraph, type);
    return fieldsOf(whole, type).filter((field) => !kept.includes(field));
  };
  expect(missing('Query')).toEqual(['node', 'nodes']);
  expect(missing('Mutation')).toEqual([
    'authenticateServiceAccount',
    'createAuthToken',
    'createDatabase',
    'parkDatabase',
    'resetDatabasePassword',
    'resizeDatabase',
    'terminateDatabase',
    'unparkDatabase',
  ]);
  const kept = typeNames(subgraph);
  const gone = typeNames(whole).filter((name) => !kept.includes(name));
  expect(gone).toContain('CreateAuthTokenPayload');
  expect(
    gone.every((name) =>
      /^(?:CreateDatabase|CreateAuthToken|Authenticate|Park|Unpark|Re[a-z]+Database|Terminate)/.test(name),
    ),
  ).toBe(true);
});

test('the seven types are entities by id and by their parts; every other object may be shared', () => {
  const objects = objectsOf(subgraph).filter(({ name }) => !['Query', 'Mutation'].includes(name.value));
  const entities = objects.filter(({ directives }) => keysOf(directives).length > 0);
  expect(entities.map(({ name }) => name.value)).toEqual(SEVEN);
  for (const { name, directives, fields = [] } of entities) {
    const [byId, byParts = ''] = keysOf(directives);
    expect(byId).toBe('id');
    expect(
      fields.map((field) => field.name.value),
      name.value,
    ).toEqual(expect.arrayContaining(byParts.split(' ')));
  }
  const others = objects.filter((each) => !entities.includes(each));
  expect(others.every(({ directives }) => directives?.some(({ name }) => name.value === 'shareable'))).toBe(true);
  expect(others.map(({ name }) => name.value)).toEqual(expect.arrayContaining(['PageInfo', 'RowEdge', 'WriteError']));
});

test('what is for operators has the tag "admin"', () => {
  const tagged = objectsOf(subgraph).flatMap(({ name, fields = [] }) =>
    fields.flatMap((field) =>
      field.directives?.some((directive) => directive.name.value === 'tag')
        ? [`${name.value}.${field.name.value}`]
        : [],
    ),
  );
  expect(tagged).toEqual(
    expect.arrayContaining([
      'Query.databases',
      'Mutation.createSecureBundleUrl',
      'Mutation.createKeyspace',
      'Database.cost',
    ]),
  );
  const untagged = fieldsOf(subgraph, 'Database').filter((field) => !tagged.includes(`Database.${field}`));
  expect(untagged).toEqual([
    ...['id', 'databaseId', 'name', 'capabilities', 'keyspaces', 'keyspace', 'namespaces', 'namespace'],
  ]);
});

test('it links to the version of the specification that every composer knows', () => {
  expect(printPublicSchema(createSchema({}))).toMatch(
    /^extend schema @link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.3", import: \["@key", "@shareable", "@tag"\]\)/,
  );
});

test('a prefix stands before the names of all types but the roots', () => {
  const expected = typeNames(subgraph).map((name) => (['Query', 'Mutation'].includes(name) ? name : `Astra${name}`));
  expect(typeNames(prefixed).sort()).toEqual(expected.sort());
  const keys = (document: DocumentNode) =>
    objectsOf(document)
      .flatMap(({ directives }) => keysOf(directives))
      .sort();
  expect(keys(prefixed)).toEqual(keys(subgraph));
});

describe('the builder', () => {
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';

  test('refuses an entity that nobody reads', () => {
    const typeDefs = parse(`${link} type Query { a: A } type A @key(fields: "id") { id: ID! }`);
    expect(() => buildSubgraph({ typeDefs, resolvers: [], references: {} })).toThrow(
      'No reference reader is given for A: add one to references.',
    );
  });

  test('has no _entities where nothing can be resolved', () => {
    const typeDefs = parse(`${link} type Query { a: A } type A @key(fields: "id", resolvable: false) { id: ID! }`);
    const schema = buildSubgraph({ typeDefs, resolvers: [], references: {} });
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['a', '_service']);
    expect(schema.getType('_Entity')).toBeUndefined();
  });
});
