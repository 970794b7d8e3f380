/** What is parsed is kept, so that an operation that comes again and again is parsed once. */
import { createBoundedMap } from '../shared/bounded-map.ts';
import { holdsSecret } from './secrets.ts';

/** Longer documents are not what clients send again and again. */
const MAX_LENGTH = 50_000;
const MAX_DOCUMENTS = 1000;
/** Characters of all documents together. What is made of one takes up to 200 bytes for each of them. */
const MAX_TOTAL_LENGTH = 1_000_000;

export interface DocumentCache<T> {
  get(document: string): T | undefined;
  set(document: string, value: T): void;
}

/** Keeps no document that has a password or token written into it: such values belong into variables. */
export function createDocumentCache<T extends object>(): DocumentCache<T> {
  const kept = createBoundedMap<T>(MAX_DOCUMENTS, {
    maxWeight: MAX_TOTAL_LENGTH,
    weigh: (document) => document.length,
  });
  return {
    get: (document) => kept.get(document),
    set(document, value) {
      if (document.length <= MAX_LENGTH && !holdsSecret(document)) kept.set(document, value);
    },
  };
}
