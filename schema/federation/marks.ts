/** What composers have to be told of our types: which are entities, which may be shared, which are for operators. */
import { type ConstDirectiveNode, Kind, type TypeDefinitionNode } from 'graphql';
import { KEY_FIELDS } from '../../resolvers/reference.ts';

/** The version that every composer accepts, with what is applied of it. */
export const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@tag"])';

export const ROOTS: readonly string[] = ['Query', 'Mutation'];
export const ENTITIES = Object.keys(KEY_FIELDS) as (keyof typeof KEY_FIELDS)[];

/**
 * What Astra's DevOps API tells of databases or does with them, by type. A contract that drops `admin` leaves the data, and the
 * tables and collections that hold it.
 */
const FOR_OPERATORS: Readonly<Record<string, readonly string[]>> = {
  Query: ['databases', 'availableRegions', 'serverlessRegions'],
  Mutation: ['createSecureBundleUrl', 'createKeyspace', 'deleteKeyspace', 'createNamespace', 'deleteNamespace'],
  Database: [
    ...['status', 'statusText', 'region', 'cloudProvider', 'tier', 'capacityUnits', 'createdAt', 'terminatedAt'],
    ...['lastUsedAt', 'availableActions', 'datacenters', 'storage', 'cost', 'metrics', 'dataEndpointUrl', 'message'],
    ...['organizationId', 'ownerId', 'databaseType'],
  ],
};

/** With the directives that it needs. Scalars, enums and inputs may be shared as they are. */
export function mark(type: TypeDefinitionNode): TypeDefinitionNode {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return type;
  const name = type.name.value;
  const fields = type.fields?.map((field) =>
    FOR_OPERATORS[name]?.includes(field.name.value)
      ? { ...field, directives: [...(field.directives ?? []), directive('tag', { name: 'admin' })] }
      : field,
  );
  return { ...type, ...(fields && { fields }), directives: [...(type.directives ?? []), ...marksOf(name)] };
}

function marksOf(name: string): ConstDirectiveNode[] {
  if (ROOTS.includes(name)) return [];
  const entity = ENTITIES.find((each) => each === name);
  if (!entity) return [directive('shareable')];
  return [directive('key', { fields: 'id' }), directive('key', { fields: KEY_FIELDS[entity].join(' ') })];
}

function directive(name: string, values: Readonly<Record<string, string>> = {}): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: Object.entries(values).map(([argument, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: argument },
      value: { kind: Kind.STRING, value },
    })),
  };
}
