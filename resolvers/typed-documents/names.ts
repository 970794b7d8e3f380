/** The names of fields of documents. */
import { fieldName } from '../typed/names.ts';

export { typedName } from '../typed/names.ts';

/** Fields that each type of documents has besides the described ones. */
export const DOCUMENT_FIELDS: ReadonlySet<string> = new Set(['documentId', 'nodeId', 'data']);
const NO_NAMES: ReadonlySet<string> = new Set();

/** Of a member of a document, or of an object inside one. A leading underscore, which begins names that every filter has, is escaped. */
export function memberField(member: string, isOfDocument: boolean): string {
  const name = fieldName(member, isOfDocument ? DOCUMENT_FIELDS : NO_NAMES);
  return name.startsWith('_') ? `x5f_${name.slice(1)}` : name;
}
