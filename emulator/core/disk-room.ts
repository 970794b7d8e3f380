/**
 * Refuses a write that the disk may have no room for. LMDB must not find out itself: the message that it composes for a page
 * which it cannot write is longer than the memory for it, and the damage ends the process at some later time.
 */
import { statfsSync } from 'node:fs';
import { serialize } from 'node:v8';
import { StoreWriteError } from './store-failure.ts';

export interface DiskRoom {
  /** Call it at the start of each transaction. */
  measure(): void;
  /** @throws StoreWriteError - when the transaction with this write may not fit on the disk */
  take(key: Uint8Array, value?: unknown): void;
}

/** No transaction is larger, so writes need not be counted. */
const AMPLE_BYTES = 1024 ** 3;
/** A write copies the pages from the root of its tree to its leaf, and the page of a list of free pages. */
const BYTES_PER_WRITE = 4 * 4096;
/** Data stops here. What is left is for removals and the emulator's own records, so that it can start, be used and be emptied. */
const RESERVE_BYTES = 256 * 1024;
const LEAST_BYTES = 64 * 1024;
/** The keys of the emulator's own records begin with it. */
const OWN_RECORD = '!'.charCodeAt(0);

/** @param usedBytes - the size of all pages of the tree inside the transaction, which is the most that it can have changed */
export function createDiskRoom(folder: string, usedBytes: () => number): DiskRoom {
  let free = 0;
  let spent = 0;
  return {
    measure() {
      const { bavail, bsize } = statfsSync(folder);
      free = bavail * bsize;
      spent = 0;
    },
    take(key, value) {
      if (free >= AMPLE_BYTES) return;
      const bytes = BYTES_PER_WRITE + (value === undefined ? 0 : serialize(value).length);
      const isData = value !== undefined && key[0] !== OWN_RECORD;
      const room = free - (isData ? RESERVE_BYTES : LEAST_BYTES);
      if (spent + bytes > room && usedBytes() + bytes > room) throw new StoreWriteError('ENOSPC', {});
      spent += bytes;
    },
  };
}
