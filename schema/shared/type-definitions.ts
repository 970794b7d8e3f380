/** Changes to type definitions of the SDL before they become a schema. */
import {
  type DefinitionNode,
  type DocumentNode,
  isTypeDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  visit,
} from 'graphql';

/** Turns a type extension into a definition: the extended type may be defined in another subgraph. */
export function toDefinition(node: DefinitionNode): DefinitionNode {
  return node.kind === Kind.OBJECT_TYPE_EXTENSION ? { ...node, kind: Kind.OBJECT_TYPE_DEFINITION } : node;
}

/** Merges definitions of the same type: several SDL files extend `Query` and `Mutation`. */
export function mergeTypes({ definitions }: DocumentNode): TypeDefinitionNode[] {
  const types = new Map<string, TypeDefinitionNode>();
  for (const type of definitions.map(toDefinition)) {
    if (!isTypeDefinitionNode(type)) throw new Error(`A ${type.kind} is not a type.`);
    types.set(type.name.value, merge(types.get(type.name.value), type));
  }
  return [...types.values()];
}

function merge(one: TypeDefinitionNode | undefined, other: TypeDefinitionNode): TypeDefinitionNode {
  const areObjects = one?.kind === Kind.OBJECT_TYPE_DEFINITION && other.kind === Kind.OBJECT_TYPE_DEFINITION;
  return areObjects ? { ...other, ...one, fields: [...(one.fields ?? []), ...(other.fields ?? [])] } : other;
}

/** The types that are reachable from the roots, in their order. */
export function keepReachable(types: readonly TypeDefinitionNode[], roots: readonly string[]): TypeDefinitionNode[] {
  const byName = new Map(types.map((type) => [type.name.value, type]));
  const reached = new Set(roots);
  // Iteration of a Set includes the members that are added meanwhile.
  for (const name of reached) for (const other of namesIn(byName.get(name))) reached.add(other);
  return types.filter(({ name }) => reached.has(name.value));
}

function namesIn(type: TypeDefinitionNode | undefined): string[] {
  const names: string[] = [];
  if (type) visit(type, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}

/** Renames these types in their definitions and wherever they are referenced. */
export function renameTypes(
  types: readonly TypeDefinitionNode[],
  rename: (name: string) => string,
): TypeDefinitionNode[] {
  const own = new Set(types.map(({ name }) => name.value));
  const renamed = <T extends Pick<TypeDefinitionNode, 'name'>>(node: T): T =>
    own.has(node.name.value) ? { ...node, name: { ...node.name, value: rename(node.name.value) } } : node;
  return types.map((type) => visit(renamed(type), { NamedType: renamed }));
}
