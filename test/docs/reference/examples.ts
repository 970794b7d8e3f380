/** The examples of the reference: the operations of `docs/reference/examples`, in their order. */
import { readdirSync, readFileSync } from 'node:fs';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';

const FOLDER = new URL('../../../docs/reference/examples/', import.meta.url);

export interface Example {
  /** Of the operation: the field or the type that it is an example of, and, after `_`, what about it. */
  readonly name: string;
  readonly subject: string;
  /** The comment above it, as a sentence or two. */
  readonly about: string;
  readonly query: string;
  readonly operation: OperationDefinitionNode;
}

/** Of the universal graph. */
export function readExamples(): Example[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));
  return files.sort().flatMap(readFile);
}

export function readTypedExamples(keyspace: string): Example[] {
  return readFile(`typed/${keyspace}.graphql`);
}

function readFile(name: string): Example[] {
  return examplesIn(readFileSync(new URL(name, FOLDER), 'utf8'));
}

function examplesIn(text: string): Example[] {
  let end = 0;
  return parse(text).definitions.map((operation) => {
    if (operation.kind !== Kind.OPERATION_DEFINITION || !operation.name) throw new Error('An example needs a name.');
    const { value: name } = operation.name;
    const { start = 0, end: nextEnd = 0 } = operation.loc ?? {};
    const about = [...text.slice(end, start).matchAll(/^# (.*)$/gm)].map(([, line]) => line).join(' ');
    end = nextEnd;
    return { name, subject: name.replace(/_.*/, ''), about, query: text.slice(start, end), operation };
  });
}
