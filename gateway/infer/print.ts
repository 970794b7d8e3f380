/** SDL of what documents were found to have, each line with how many documents disagree. */
import type { Json } from '../../datasources/source/source.ts';
import { memberField, printPath, typedName } from '../../schema/typed-documents/names.ts';
import { countDisagreements, type Disagreement } from './disagreement.ts';
import { type InferredField, type InferredType, inferFields } from './infer-type.ts';

export interface SampledCollection {
  readonly namespace: string;
  readonly collection: string;
  readonly documents: readonly Json[];
}

/**
 * One type for the documents, and one for each place where objects stand. The numbers stand as comments, so that the text can be kept
 * as it is. `undefined` where no document has a member.
 */
export function printDescription({ namespace, collection, documents }: SampledCollection): string | undefined {
  const fields = inferFields(documents);
  if (fields.length === 0) return undefined;
  const disagreements = countDisagreements(fields, documents);
  const name = typedName(collection);
  const used = new Set([name]);
  const blocks: string[] = [];
  const place = `name: ${JSON.stringify(collection)}, namespace: ${JSON.stringify(namespace)}`;
  addBlock(`type ${name} @collection(${place})`, fields, true);
  return `schema @keyspace(name: ${JSON.stringify(namespace)})\n\n# From ${documents.length} documents.\n${blocks.join('\n\n')}\n`;

  /** The types of objects follow the type that has them. */
  function addBlock(title: string, own: readonly InferredField[], isOfDocument: boolean): void {
    const index = blocks.push(title) - 1;
    const lines = own.map((field) => {
      const { member, type } = field;
      const fieldName = memberField(member, isOfDocument);
      const path = fieldName === member ? '' : ` @path(to: ${JSON.stringify(printPath([member]))})`;
      return { text: `  ${fieldName}: ${spell(type, fieldName)}${path}`, note: noteOf(disagreements.get(field)) };
    });
    const width = Math.max(...lines.map(({ text }) => text.length));
    const body = lines.map(({ text, note }) => (note ? `${text.padEnd(width)}  # ${note}` : text));
    blocks[index] = `${title} {\n${body.join('\n')}\n}`;
  }

  function spell(type: InferredType, fieldName: string): string {
    const end = type.isRequired ? '!' : '';
    if (type.kind === 'scalar') return `${type.name}${end}`;
    if (type.kind === 'list') return `[${spell(type.element, fieldName)}]${end}`;
    const own = freeName(`${name}_${fieldName}`);
    addBlock(`type ${own}`, type.fields, false);
    return `${own}${end}`;
  }

  function freeName(wanted: string): string {
    let found = typedName(wanted);
    for (let number = 2; used.has(found); number += 1) found = typedName(`${wanted}${number}`);
    used.add(found);
    return found;
  }
}

function noteOf({ missing, null: nulls, other }: Disagreement = { missing: 0, null: 0, other: 0 }): string {
  return [
    missing > 0 && `missing in ${missing}`,
    nulls > 0 && `null in ${nulls}`,
    other > 0 && `another type in ${other}`,
  ]
    .filter(Boolean)
    .join(', ');
}
