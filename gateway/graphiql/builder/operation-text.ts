/** The first operation of a document, and the document with another in its place. Comments and other definitions stay as they are. */
import {
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql';

export interface FoundOperation {
  readonly type: OperationTypeNode;
  readonly selectionSet: SelectionSetNode;
  /** @returns the whole text, with these selections; with none of them the operation is left out */
  readonly replaced: (selectionSet: SelectionSetNode) => string;
}

const NOTHING: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };

/**
 * @param text - of the editor
 * @param type - of the operation that is begun where there is none
 * @returns `undefined` when the text cannot be read
 */
export function findOperation(text: string, type: OperationTypeNode): FoundOperation | undefined {
  const operation = readOperation(text);
  if (operation === null) return undefined;
  if (operation === undefined) {
    const begun: OperationDefinitionNode = { kind: Kind.OPERATION_DEFINITION, operation: type, selectionSet: NOTHING };
    const before = text.trim() === '' ? '' : `${text.trimEnd()}\n`;
    return { type, selectionSet: NOTHING, replaced: (selectionSet) => before + printed(begun, selectionSet) };
  }
  const { start = 0, end = 0 } = operation.loc ?? {};
  return {
    type: operation.operation,
    selectionSet: operation.selectionSet,
    replaced: (selectionSet) => text.slice(0, start) + printed(operation, selectionSet) + text.slice(end),
  };
}

function printed(operation: OperationDefinitionNode, selectionSet: SelectionSetNode): string {
  return selectionSet.selections.length === 0 ? '' : print({ ...operation, selectionSet });
}

/** `undefined` when there is none, `null` when the text cannot be read. */
function readOperation(text: string): OperationDefinitionNode | undefined | null {
  if (text.replace(/#.*/g, '').trim() === '') return undefined;
  try {
    return parse(text).definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  } catch {
    return null;
  }
}
