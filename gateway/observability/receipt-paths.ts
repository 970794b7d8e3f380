import { type DocumentNode, type FragmentDefinitionNode, getOperationAST, Kind, type SelectionSetNode } from 'graphql';

/** A validated document, and the name of its executed operation. */
export interface ExecutedDocument {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
}

/** The paths of an operation's fields with these names, such as `keyspace.table.rows.nodes.author`: by response names, each once. */
export function fieldPaths({ document, operationName }: ExecutedDocument, names: readonly string[]): string[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const paths = new Set<string>();

  function walk(set: SelectionSetNode | undefined, above: readonly string[]): void {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.INLINE_FRAGMENT) walk(node.selectionSet, above);
      else if (node.kind === Kind.FRAGMENT_SPREAD) walk(fragments.get(node.name.value)?.selectionSet, above);
      else {
        const path = [...above, (node.alias ?? node.name).value];
        if (names.includes(node.name.value)) paths.add(path.join('.'));
        walk(node.selectionSet, path);
      }
    }
  }

  walk(getOperationAST(document, operationName)?.selectionSet, []);
  return [...paths];
}
