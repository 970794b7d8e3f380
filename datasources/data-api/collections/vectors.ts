/** The vector of a document, and the search by one (Data API contract, vectors). */
import type { ExactObject } from '../../json/json-value.ts';
import { show } from '../../json/shorten.ts';
import { InputError, NotSupportedError } from '../../source/errors.ts';
import type { Collection, NearestDocuments, WriteDocumentOptions } from '../../source/source.ts';

type VectorInput = Pick<WriteDocumentOptions, 'vector' | 'vectorText'>;

export function hasVector({ vector, vectorText }: VectorInput): boolean {
  return vector !== undefined || vectorText !== undefined;
}

/** What a document with this vector has beside its members. @throws InputError, NotSupportedError */
export function toVectorMembers(collection: Collection, { vector, vectorText }: VectorInput): ExactObject {
  if (vector !== undefined && vectorText !== undefined) {
    throw new InputError('A document takes its vector either from "vector" or from "vectorText". Give one of them.');
  }
  if (vector !== undefined) return { $vector: checkVector(collection, vector) };
  return vectorText === undefined ? {} : { $vectorize: checkText(collection, vectorText) };
}

/** @throws InputError, NotSupportedError */
export function toVectorSort(collection: Collection, near: NearestDocuments['near']): ExactObject {
  return 'vector' in near
    ? { $vector: checkVector(collection, near.vector) }
    : { $vectorize: checkText(collection, near.text) };
}

/** Refuses what only some databases do with documents. @throws NotSupportedError */
export function refuseLifetime({ ttlSeconds, keepTtl }: WriteDocumentOptions): void {
  if (ttlSeconds === undefined && !keepTtl) return;
  throw new NotSupportedError(
    `Documents of this database have no time to live${ttlSeconds === undefined ? '' : ` (${ttlSeconds} s)`}. Leave out "ttlSeconds" and "keepTtl", and delete documents when their time is over.`,
  );
}

/** Vectors belong to whole documents. @throws InputError */
export function refuseVectorAt(path: readonly unknown[], input: VectorInput): void {
  if (path.length === 0 || !hasVector(input)) return;
  throw new InputError('A vector belongs to a whole document. Leave out "path", or the vector.');
}

function checkVector(collection: Collection, vector: readonly number[]): readonly number[] {
  const { dimension } = requireVectors(collection);
  const wrong = vector.find((number) => !Number.isFinite(Math.fround(number)));
  if (wrong !== undefined) throw new InputError(`The vector holds ${wrong}, which is no number of 32 bits.`);
  if (dimension === null || vector.length === dimension) return vector;
  throw new InputError(
    `The vector has ${vector.length} numbers (${show(vector)}), and vectors of the collection "${collection.collection}" have ${dimension}.`,
  );
}

function checkText(collection: Collection, text: string): string {
  if (requireVectors(collection).service) return text;
  throw new InputError(
    `The collection "${collection.collection}" has no service that makes a vector of a text. Give the vector itself.`,
  );
}

function requireVectors({ collection, vector }: Collection) {
  if (vector) return vector;
  throw new InputError(
    `The collection "${collection}" has no vectors. Make one with createCollection and its "vector", which an existing collection cannot get.`,
  );
}
