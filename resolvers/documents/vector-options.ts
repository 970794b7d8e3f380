/** The vectors of documents that are written. */
import { InputError } from '../../datasources/source/errors.ts';
import type { WriteDocumentOptions } from '../../datasources/source/source.ts';
import { toVector } from '../shared/vectors.ts';

interface VectorInput {
  /** Of the value that is written; the whole document without it. */
  readonly path?: string | null | undefined;
  readonly vector?: readonly number[] | null | undefined;
  readonly vectorText?: string | null | undefined;
}

export type DocumentVector = Pick<WriteDocumentOptions, 'vector' | 'vectorText'>;

/** @throws InputError - for both at once, for parts of documents, and for a vector that no float holds */
export function vectorOptions({ path, vector, vectorText }: VectorInput): DocumentVector {
  const options: DocumentVector = {
    ...(vector && { vector: toVector('"vector"', vector) }),
    ...(typeof vectorText === 'string' && { vectorText }),
  };
  if (options.vector && options.vectorText !== undefined) {
    throw new InputError('"vector" and "vectorText" are both given. Give exactly one of the two.');
  }
  if (options.vectorText?.trim() === '') throw new InputError('"vectorText" is empty. Give the text, or leave it out.');
  if (path && isVector(options)) {
    throw new InputError(`A document has one vector, and "path" is "${path}". Give the vector without a path.`);
  }
  return options;
}

export function isVector({ vector, vectorText }: DocumentVector): boolean {
  return vector !== undefined || vectorText !== undefined;
}

/** @throws InputError - unless there are as many as documents */
export function toVectors(
  vectors: readonly (readonly number[] | null | undefined)[],
  documents: readonly unknown[],
): readonly (readonly number[] | null)[] {
  if (vectors.length !== documents.length) {
    throw new InputError(
      `"vectors" has ${vectors.length} items, and "documents" ${documents.length}. Give one for each document; null for one without a vector.`,
    );
  }
  return vectors.map((vector, index) => (vector ? toVector(`"vectors" at ${index}`, vector) : null));
}
