/** Wraps the lines of operations, whose comments are longer than the editor is wide on most screens. */
import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

export function QueryLines() {
  const editor = useGraphiQL(({ queryEditor }) => queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: 'on', wrappingIndent: 'indent' }), [editor]);
  return null;
}
