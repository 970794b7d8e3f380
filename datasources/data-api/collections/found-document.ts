/** Documents as answers hold them: the id and what is reserved stand among the members. */
import { isJsonObject, type JsonValue, membersOf, NumberText, toPlain } from '../../json/json-value.ts';
import { anythingExact, arrayOf, isList, object, optional, record, type Shaped, text } from '../../json/shape.ts';
import { UpstreamError } from '../../source/errors.ts';
import type { Document, JsonObject } from '../../source/source.ts';
import { toDocumentId } from './document-key.ts';
import { NO_SUCH_MEMBER } from './projection.ts';

/** Of rows of a table there is a schema beside; documents have none. */
const status = optional(object({ projectionSchema: optional(anythingExact) }));

export const MANY_FOUND = object({
  data: object({ documents: arrayOf(record), nextPageState: optional(text) }),
  status,
});
export const ONE_FOUND = object({ data: object({ document: optional(record) }), status });

type Found = Shaped<typeof record>;

/** @param withVector - whether it was asked for */
export function toDocument(found: Found, withVector = false): Document {
  const document = { documentId: toDocumentId(found._id), data: toData(found) };
  return withVector ? { ...document, vector: toVector(found.$vector ?? null) } : document;
}

/** The members that users gave. */
export function toData(found: Found): JsonObject {
  const members = membersOf(found).filter(([name]) => !isReserved(name));
  return Object.fromEntries(members.map(([name, value]) => [name, toPlain(value)]));
}

export function similarityOf(found: Found): number {
  const similarity = found.$similarity;
  if (typeof similarity === 'number') return similarity;
  if (similarity instanceof NumberText) return Number(similarity.text);
  throw new UpstreamError('The Data API answered a document without its similarity.');
}

function isReserved(name: string): boolean {
  return name === '_id' || name === NO_SUCH_MEMBER || name.startsWith('$');
}

/** Lists of numbers come back as they were written: as lists, or as 32-bit floats in base64. */
function toVector(value: JsonValue): readonly number[] | null {
  if (value === null) return null;
  if (isList(value)) return value.map((number) => Number(number instanceof NumberText ? number.text : number));
  const base64 = isJsonObject(value) ? value.$binary : undefined;
  if (typeof base64 !== 'string') throw new UpstreamError('The Data API answered a vector that is no list of numbers.');
  const bytes = Buffer.from(base64, 'base64');
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readFloatBE(index * 4));
}
