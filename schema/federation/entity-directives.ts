/** Federation directives of each type: `@key` for entities, `@shareable` for other objects, `@tag` for fields that are for operators. */
import { type ConstDirectiveNode, Kind, type TypeDefinitionNode } from 'graphql';
import { KEY_FIELDS } from '../../resolvers/reference.ts';

/** Every composer accepts this version. @param directives - those that are applied */
export function linkTo(directives: readonly string[]): string {
  const names = directives.map((name) => `"@${name}"`).join(', ');
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${names}])`;
}

export const ROOTS: readonly string[] = ['Query', 'Mutation'];
export const ENTITIES = Object.keys(KEY_FIELDS) as (keyof typeof KEY_FIELDS)[];

/**
 * Fields that read or change databases through Astra's DevOps API, by type. A contract that drops the tag `admin` keeps the data,
 * and the tables and collections that hold it.
 */
const ADMIN_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Query: ['databases', 'availableRegions', 'serverlessRegions'],
  Mutation: ['createSecureBundleUrl', 'createKeyspace', 'deleteKeyspace', 'createNamespace', 'deleteNamespace'],
  Database: [
    ...['status', 'statusText', 'region', 'cloudProvider', 'tier', 'capacityUnits', 'createdAt', 'terminatedAt'],
    ...['lastUsedAt', 'availableActions', 'datacenters', 'storage', 'cost', 'metrics', 'dataEndpointUrl', 'message'],
    ...['organizationId', 'ownerId', 'databaseType'],
  ],
};

/** The type with its federation directives. Scalars, enums and inputs need none. */
export function addFederationDirectives(type: TypeDefinitionNode): TypeDefinitionNode {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return type;
  const name = type.name.value;
  const fields = type.fields?.map((field) =>
    ADMIN_FIELDS[name]?.includes(field.name.value)
      ? { ...field, directives: [...(field.directives ?? []), directive('tag', { name: 'admin' })] }
      : field,
  );
  return { ...type, ...(fields && { fields }), directives: [...(type.directives ?? []), ...directivesOf(name)] };
}

function directivesOf(name: string): ConstDirectiveNode[] {
  if (ROOTS.includes(name)) return [];
  const entity = ENTITIES.find((each) => each === name);
  if (!entity) return [directive('shareable')];
  return [directive('key', { fields: 'id' }), directive('key', { fields: KEY_FIELDS[entity].join(' ') })];
}

export function directive(name: string, values: Readonly<Record<string, string>> = {}): ConstDirectiveNode {
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
