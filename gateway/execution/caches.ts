/** What surfaces of one process share. Sharing bounds the memory of all, and a mutation on one surface ends the reuse of reads on all. */
import type { Peers } from '../../datasources/source/source.ts';
import { type CoalescingState, createCoalescingState } from './coalescing.ts';
import { createDocumentCaches, type DocumentCaches } from './document-cache.ts';

export interface Caches {
  readonly documents: DocumentCaches;
  readonly coalescing: CoalescingState;
}

/** @param peers - whose mutations end the reuse of reads too */
export function createCaches(peers?: Peers): Caches {
  return { documents: createDocumentCaches(), coalescing: createCoalescingState(peers) };
}
