/** The panel "Builder": an operation put together by clicks. What it shows and what it changes is the text of the editor. */

import { useGraphiQL } from '@graphiql/react';
import type { GraphiQL } from 'graphiql';
import { OperationTypeNode } from 'graphql';
import { type ComponentProps, useEffect, useState } from 'react';
import { FieldTree } from './field-tree.tsx';
import { findOperation } from './operation-text.ts';

type Plugin = NonNullable<ComponentProps<typeof GraphiQL>['plugins']>[number];

export const BUILDER_PANEL: Plugin = { title: 'Builder', icon: BuilderIcon, content: BuilderPanel };

function BuilderPanel() {
  const schema = useGraphiQL((state) => state.schema);
  const [text, setText] = useEditorText();
  const [wanted, setWanted] = useState(OperationTypeNode.QUERY);
  const operation = findOperation(text, wanted);
  const root = operation && schema?.getRootType(operation.type);
  return (
    <section className="astra-builder">
      <h2>Builder</h2>
      {operation === undefined && <p>The operation cannot be read as it stands: the editor marks where.</p>}
      {operation?.selectionSet.selections.length === 0 && (
        <p>
          {[OperationTypeNode.QUERY, OperationTypeNode.MUTATION].map((type) => (
            <label key={type}>
              <input type="radio" checked={wanted === type} onChange={() => setWanted(type)} /> {type}{' '}
            </label>
          ))}
        </p>
      )}
      {operation && root && (
        <FieldTree
          fields={Object.values(root.getFields())}
          selections={operation.selectionSet}
          onChange={(selections) => setText(operation.replaced(selections))}
        />
      )}
    </section>
  );
}

/** The text of the operation editor, and a function that changes it so that the editor can undo it. */
function useEditorText(): [text: string, setText: (text: string) => void] {
  const editor = useGraphiQL(({ queryEditor }) => queryEditor);
  const [text, setText] = useState('');
  useEffect(() => {
    if (!editor) return;
    const read = () => setText(editor.getValue());
    read();
    const listener = editor.onDidChangeModelContent(read);
    return () => listener.dispose();
  }, [editor]);
  const change = (changed: string) => {
    const range = editor?.getModel()?.getFullModelRange();
    if (editor && range) editor.executeEdits('builder', [{ range, text: changed }]);
  };
  return [text, change];
}

function BuilderIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden="true">
      <path d="M4 6h2M10 6h10M8 12h2M14 12h6M8 18h2M14 18h6" />
    </svg>
  );
}
