/** Builds the schema of an Apollo Federation 2 subgraph from SDL with federation directives and resolvers. */
import {
  type DirectiveNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  print,
} from 'graphql';
import { makeSchema, type TypeResolvers } from '../shared/executable.ts';
import { toDefinition } from '../shared/type-definitions.ts';
import { FEDERATION_DEFINITIONS, federationQueries } from './specification.ts';

/** An object as another subgraph refers to it: the fields of one of its keys, and those that a field requires. */
export type Representation = { readonly [field: string]: unknown };

/** Returns the object, or `null` when there is none. An error that it throws fails this reference alone. */
export type ReferenceReader<C> = (representation: Representation, context: C, info: GraphQLResolveInfo) => unknown;

export interface SubgraphParts<C> {
  /** With a `@link` that imports the directives it applies. */
  readonly typeDefs: DocumentNode;
  readonly resolvers: readonly TypeResolvers[];
  /** Reader of each entity by its type name. All references of a request are read concurrently. */
  readonly references: Readonly<Record<string, ReferenceReader<C>>>;
}

/** @throws Error - when an entity has no reader, and as `makeSchema` does */
export function buildSubgraph<C>({ typeDefs, resolvers, references }: SubgraphParts<C>): GraphQLSchema {
  const entities = findEntities(typeDefs);
  const unread = entities.filter((name) => !Object.hasOwn(references, name));
  if (unread.length > 0)
    throw new Error(`No reference reader is given for ${unread.join(', ')}: add one to references.`);
  const sdl = print(typeDefs);
  const federation = {
    Query: {
      _service: () => ({ sdl }),
      ...(entities.length > 0 && { _entities: createEntitiesResolver(entities, references) }),
    },
  };
  const definitions: DocumentNode = { ...typeDefs, definitions: typeDefs.definitions.map(toDefinition) };
  return makeSchema([definitions, FEDERATION_DEFINITIONS, federationQueries(entities)], [...resolvers, federation]);
}

/** Types with a resolvable key, each once, in the order of the SDL. */
function findEntities({ definitions }: DocumentNode): string[] {
  const names = definitions.flatMap((definition) =>
    'name' in definition && definition.name && 'directives' in definition && definition.directives?.some(isResolvedKey)
      ? [definition.name.value]
      : [],
  );
  return [...new Set(names)];
}

function isResolvedKey({ name, arguments: values = [] }: DirectiveNode): boolean {
  const isUnresolvable = values.some(({ name: { value }, value: given }) => {
    return value === 'resolvable' && given.kind === Kind.BOOLEAN && !given.value;
  });
  return name.value === 'key' && !isUnresolvable;
}

interface Representations {
  readonly representations: readonly unknown[];
}

/** Each reference fails alone; the others are answered. */
export function createEntitiesResolver<C>(entities: readonly string[], references: SubgraphParts<C>['references']) {
  async function readEntity(given: unknown, context: C, info: GraphQLResolveInfo): Promise<object | null> {
    const { __typename: name, ...representation } = toRepresentation(given);
    const read = typeof name === 'string' && entities.includes(name) ? references[name] : undefined;
    if (!read) throw badReference(`"__typename" is ${JSON.stringify(name)}: it must be one of ${entities.join(', ')}`);
    const entity = await read(representation, context, info);
    // The union resolves its type by this member.
    return isObject(entity) ? { ...entity, __typename: name } : null;
  }
  return (_: unknown, { representations }: Representations, context: C, info: GraphQLResolveInfo) =>
    representations.map((given) => readEntity(given, context, info));
}

function toRepresentation(given: unknown): Representation {
  if (isObject(given)) return given;
  throw badReference('it must be an object with "__typename" and the fields of a key');
}

function badReference(fault: string): GraphQLError {
  return new GraphQLError(`The representation cannot be used: ${fault}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

function isObject(value: unknown): value is Representation {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
