import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface OperationSize {
  /** Levels of fields. */
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
}

const NOTHING: OperationSize = { depth: 0, fields: 0, aliases: 0 };

/**
 * How big an operation is once its fragments are spread. Each fragment is measured once, so this is linear even where
 * spreading them would be exponential; a fragment that spreads itself (validation refuses it) counts once.
 */
export function measureOperation(document: DocumentNode, operation: OperationDefinitionNode): OperationSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measured = new Map<string, OperationSize>();

  function measureSet(set: SelectionSetNode | undefined): OperationSize {
    return (set?.selections ?? []).map(measure).reduce(add, NOTHING);
  }

  function measure(node: SelectionSetNode['selections'][number]): OperationSize {
    if (node.kind === Kind.INLINE_FRAGMENT) return measureSet(node.selectionSet);
    if (node.kind === Kind.FRAGMENT_SPREAD) return measureFragment(node.name.value);
    const below = measureSet(node.selectionSet);
    return { depth: below.depth + 1, fields: below.fields + 1, aliases: below.aliases + (node.alias ? 1 : 0) };
  }

  function measureFragment(name: string): OperationSize {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, NOTHING);
    const size = measureSet(fragments.get(name)?.selectionSet);
    measured.set(name, size);
    return size;
  }

  return measureSet(operation.selectionSet);
}

function add(left: OperationSize, right: OperationSize): OperationSize {
  return {
    depth: Math.max(left.depth, right.depth),
    fields: left.fields + right.fields,
    aliases: left.aliases + right.aliases,
  };
}
