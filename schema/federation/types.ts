/** Types of the SDL, as syntax: what is done to them before they become a schema. */
import {
  type DefinitionNode,
  type DocumentNode,
  isTypeDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  visit,
} from 'graphql';

/** An extension is as good as a definition: in a subgraph, the type that it extends may be defined in another one. */
export function toDefinition(node: DefinitionNode): DefinitionNode {
  return node.kind === Kind.OBJECT_TYPE_EXTENSION ? { ...node, kind: Kind.OBJECT_TYPE_DEFINITION } : node;
}

/** Each type once: fields that the SDL gives to `Query` and `Mutation` in several files are put together. */
export function mergeTypes({ definitions }: DocumentNode): TypeDefinitionNode[] {
  const types = new Map<string, TypeDefinitionNode>();
  for (const type of definitions.map(toDefinition)) {
    if (!isTypeDefinitionNode(type)) throw new Error(`A ${type.kind} is not a type.`);
    types.set(type.name.value, unite(types.get(type.name.value), type));
  }
  return [...types.values()];
}

function unite(one: TypeDefinitionNode | undefined, other: TypeDefinitionNode): TypeDefinitionNode {
  const areObjects = one?.kind === Kind.OBJECT_TYPE_DEFINITION && other.kind === Kind.OBJECT_TYPE_DEFINITION;
  return areObjects ? { ...other, ...one, fields: [...(one.fields ?? []), ...(other.fields ?? [])] } : other;
}

/** Only those that can be reached from the named ones, in their order. */
export function keepReachable(types: readonly TypeDefinitionNode[], roots: readonly string[]): TypeDefinitionNode[] {
  const byName = new Map(types.map((type) => [type.name.value, type]));
  const reached = new Set(roots);
  // A set that grows while it is walked is walked to its new end.
  for (const name of reached) for (const other of namesIn(byName.get(name))) reached.add(other);
  return types.filter(({ name }) => reached.has(name.value));
}

function namesIn(type: TypeDefinitionNode | undefined): string[] {
  const names: string[] = [];
  if (type) visit(type, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}

/** With other names for these types, wherever they stand. */
export function renameTypes(
  types: readonly TypeDefinitionNode[],
  rename: (name: string) => string,
): TypeDefinitionNode[] {
  const own = new Set(types.map(({ name }) => name.value));
  const renamed = <T extends Pick<TypeDefinitionNode, 'name'>>(node: T): T =>
    own.has(node.name.value) ? { ...node, name: { ...node.name, value: rename(node.name.value) } } : node;
  return types.map((type) => visit(renamed(type), { NamedType: renamed }));
}
