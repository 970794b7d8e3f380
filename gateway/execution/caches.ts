/** What surfaces of one process share. Sharing bounds the memory of all, and a mutation on one surface ends the reuse of reads on all. */
import { type CoalescingState, createCoalescingState } from './coalescing.ts';
import { createDocumentCaches, type DocumentCaches } from './document-cache.ts';

export interface Caches {
  readonly documents: DocumentCaches;
  readonly coalescing: CoalescingState;
}

export function createCaches(): Caches {
  return { documents: createDocumentCaches(), coalescing: createCoalescingState() };
}
