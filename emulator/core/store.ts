/** An ordered, crash-safe key-value store: keys are bytes in `memcmp` order, values are structured data (msgpack). */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open } from 'lmdb';
import { StoreWriteError, writingTo } from './store-failure.ts';
import { storePath, usingFile } from './store-file.ts';
import { makePassingFolder, removePassingFolder } from './temporary-folder.ts';

export interface Entry {
  readonly key: Uint8Array;
  readonly value: unknown;
}

export interface RangeOptions {
  /** The lowest key, inclusive. */
  readonly start: Uint8Array;
  /** Above the highest key: exclusive. */
  readonly end: Uint8Array;
  /** From the highest key down to the lowest. */
  readonly reverse?: boolean;
  readonly limit?: number;
}

export interface Store {
  get(key: Uint8Array): unknown;
  /** @throws StoreWriteError - as `remove`, `removeRange` and `transaction` do, where the disk takes no more */
  put(key: Uint8Array, value: unknown): void;
  remove(key: Uint8Array): void;
  /** Lazily, in key order; the entries seen are those of the moment of the call. */
  range(options: RangeOptions): Iterable<Entry>;
  /** How many keys are in `[start, end)`: faster than reading them, but not free. */
  count(start: Uint8Array, end: Uint8Array): number;
  /** Removes every key in `[start, end)`. */
  removeRange(start: Uint8Array, end: Uint8Array): void;
  /** All writes inside happen together or, when `write` throws, not at all. Writes outside are transactions of their own; a transaction inside another is part of it. */
  transaction<T>(write: () => T): T;
  /** Called when the disk has not taken a transaction: what is remembered of its writes is to be read anew. */
  onLost(reread: () => void): void;
  close(): Promise<void>;
}

/** LMDB takes keys of up to 1,978 bytes; longer ones are cut and told apart by a hash, so only their order among themselves is lost. */
const MAX_KEY_BYTES = 1978;
/** How many keys of a range are held in memory while it is removed. */
const KEYS_PER_REMOVAL = 1000;

/**
 * Opens the store in a folder, or in memory (gone on close) when there is none.
 *
 * @param folder - made when it is missing
 * @throws StoreFileError - when the folder cannot be used, or has a file of something else under the name of the store
 */
export function openStore(folder?: string): Store {
  const isPassing = folder === undefined;
  const place = isPassing ? makePassingFolder() : folder;
  usingFile(place, () => mkdirSync(place, { recursive: true }));
  const path = storePath(place);
  const database = usingFile(path, () => open<unknown, Uint8Array>({ path, noSync: isPassing, keyEncoding: 'binary' }));
  const rereads: (() => void)[] = [];
  let isWriting = false;

  // Nested ones of LMDB's own would cost more than what is written in them.
  function transaction<T>(write: () => T): T {
    if (isWriting) return write();
    isWriting = true;
    try {
      return writingTo(place, () => database.transactionSync(write));
    } catch (error) {
      if (error instanceof StoreWriteError) for (const reread of rereads) reread();
      throw error;
    } finally {
      isWriting = false;
    }
  }

  return {
    get: (key) => database.get(storable(key)),
    put: (key, value) => void transaction(() => database.putSync(storable(key), value)),
    remove: (key) => void transaction(() => database.removeSync(storable(key))),
    range: ({ start, end, reverse = false, limit }) =>
      database.getRange(
        reverse
          ? {
              start: storable(end),
              end: storable(start),
              reverse,
              exclusiveStart: true,
              inclusiveEnd: true,
              ...(limit && { limit }),
            }
          : { start: storable(start), end: storable(end), ...(limit && { limit }) },
      ),
    count: (start, end) => database.getKeysCount({ start: storable(start), end: storable(end) }),
    removeRange: (start, end) =>
      transaction(() => {
        const range = { start: storable(start), end: storable(end), limit: KEYS_PER_REMOVAL };
        for (let keys = [...database.getKeys(range)]; keys.length > 0; keys = [...database.getKeys(range)]) {
          for (const key of keys) database.removeSync(key);
        }
      }),
    transaction,
    onLost: (reread) => void rereads.push(reread),
    async close() {
      await database.close();
      if (isPassing) removePassingFolder(place);
    },
  };
}

function storable(key: Uint8Array): Uint8Array {
  if (key.length <= MAX_KEY_BYTES) return key;
  const digest = createHash('sha256').update(key).digest();
  return Buffer.concat([key.subarray(0, MAX_KEY_BYTES - digest.length), digest]);
}

/** The first key behind all keys that begin with `prefix` (its last byte must not be 255). */
export function endOf(prefix: Uint8Array): Uint8Array {
  const end = Buffer.from(prefix);
  end[end.length - 1] = (end[end.length - 1] ?? 0) + 1;
  return end;
}
