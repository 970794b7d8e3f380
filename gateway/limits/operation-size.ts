import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface OperationSize {
  /** Levels of fields; `{ a { b } }` has two. */
  readonly depth: number;
  /** Root fields. */
  readonly rootFields: number;
  /** Root fields that try a password or a secret. */
  readonly signIns: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
}

const SIGN_INS = new Set(['createAuthToken', 'authenticateServiceAccount']);
const NOTHING: OperationSize = { depth: 0, rootFields: 0, signIns: 0, fields: 0, aliases: 0, directives: 0 };

/**
 * The size of an operation with its fragments spread. Each fragment is measured once, so the work is linear even where
 * spreading would be exponential. A fragment that spreads itself, which validation refuses, counts once.
 */
export function measureOperation(document: DocumentNode, operation: OperationDefinitionNode): OperationSize {
  const fragments = fragmentsOf(document);
  const measured = new Map<string, OperationSize>();

  function measureSet(set: SelectionSetNode | undefined): OperationSize {
    return (set?.selections ?? []).map(measure).reduce(add, NOTHING);
  }

  function measure(node: SelectionNode): OperationSize {
    if (node.kind === Kind.FIELD) return toField(node.name.value, measureSet(node.selectionSet), node);
    const inside =
      node.kind === Kind.INLINE_FRAGMENT ? measureSet(node.selectionSet) : measureFragment(node.name.value);
    return { ...inside, directives: inside.directives + countDirectives(node) };
  }

  function measureFragment(name: string): OperationSize {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, NOTHING);
    const fragment = fragments.get(name);
    const inside = measureSet(fragment?.selectionSet);
    const size = { ...inside, directives: inside.directives + countDirectives(fragment) };
    measured.set(name, size);
    return size;
  }

  const size = measureSet(operation.selectionSet);
  const ownDirectives = [operation, ...(operation.variableDefinitions ?? [])].map(countDirectives);
  return { ...size, directives: ownDirectives.reduce((sum, count) => sum + count, size.directives) };
}

/** Of fragments with the same name, which validation refuses, the last counts. */
export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  return fragments;
}

function toField(
  name: string,
  below: OperationSize,
  node: Extract<SelectionNode, { kind: Kind.FIELD }>,
): OperationSize {
  return {
    depth: below.depth + 1,
    rootFields: 1,
    signIns: SIGN_INS.has(name) ? 1 : 0,
    fields: below.fields + 1,
    aliases: below.aliases + (node.alias ? 1 : 0),
    directives: below.directives + countDirectives(node),
  };
}

function countDirectives(node: { readonly directives?: readonly unknown[] | undefined } | undefined): number {
  return node?.directives?.length ?? 0;
}

function add(left: OperationSize, right: OperationSize): OperationSize {
  return {
    depth: Math.max(left.depth, right.depth),
    rootFields: left.rootFields + right.rootFields,
    signIns: left.signIns + right.signIns,
    fields: left.fields + right.fields,
    aliases: left.aliases + right.aliases,
    directives: left.directives + right.directives,
  };
}
