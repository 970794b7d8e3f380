/** What is parsed is kept, so that an operation that comes again and again is parsed once. */
import { createLRUCache } from 'graphql-yoga';
import { holdsSecret } from './secrets.ts';

/** Longer documents are not what clients send again and again, and a thousand of them would fill the memory. */
const MAX_LENGTH = 50_000;

export interface DocumentCache<T> {
  get(document: string): T | undefined;
  set(document: string, value: T): void;
}

/** Keeps no document that has a password or token written into it: such values belong into variables. */
export function createDocumentCache<T extends object>(): DocumentCache<T> {
  const kept = createLRUCache<T>();
  return {
    get: (document) => kept.get(document),
    set(document, value) {
      if (document.length <= MAX_LENGTH && !holdsSecret(document)) kept.set(document, value);
    },
  };
}
