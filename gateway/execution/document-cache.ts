/** Caches parsed documents and parse errors, so that a repeated operation is parsed once. */
import type { DocumentNode } from 'graphql';
import { type BoundedCache, createBoundedCache } from '../../datasources/shared/bounded-cache.ts';
import { holdsSecret } from './secrets.ts';
import { type Surface, surfaceKey } from './surface.ts';

/** Clients rarely repeat longer documents. */
const MAX_LENGTH = 50_000;
const MAX_DOCUMENTS = 1000;
/** Characters of all documents together. A parsed document takes up to 200 bytes for each of them. */
const MAX_TOTAL_LENGTH = 1_000_000;

export interface DocumentCaches {
  readonly parsed: BoundedCache<DocumentNode>;
  readonly errors: BoundedCache<Error>;
}

/** The options of Yoga's cache of one surface. */
export interface DocumentCache {
  readonly documentCache: TextCache<DocumentNode>;
  readonly errorCache: TextCache<Error>;
}

interface TextCache<T> {
  get(document: string): T | undefined;
  set(document: string, value: T): void;
}

export function createDocumentCaches(): DocumentCaches {
  return { parsed: createTextCache(), errors: createTextCache() };
}

export function openDocumentCache({ parsed, errors }: DocumentCaches, surface: Surface): DocumentCache {
  const prefix = `${surfaceKey(surface)}\n`;
  return { documentCache: withPrefix(parsed, prefix), errorCache: withPrefix(errors, prefix) };
}

function createTextCache<T extends object>(): BoundedCache<T> {
  const weight = { max: MAX_TOTAL_LENGTH, of: (_: T, key: string) => key.length };
  return createBoundedCache<T>({ maxEntries: MAX_DOCUMENTS, weight });
}

/** Keeps no document with a password or token in it: such values belong into variables. */
function withPrefix<T extends object>(cache: BoundedCache<T>, prefix: string): TextCache<T> {
  return {
    get: (document) => cache.get(prefix + document),
    set(document, value) {
      if (document.length <= MAX_LENGTH && !holdsSecret(document)) cache.set(prefix + document, value);
    },
  };
}
