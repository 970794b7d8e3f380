/** An ordered, crash-safe key-value store: keys are bytes in `memcmp` order, values are structured data (msgpack). */
import { createHash } from 'node:crypto';
import { open } from 'lmdb';
import { createDiskRoom } from './disk-room.ts';
import { runWrite, StoreWriteError } from './store-failure.ts';
import { storePath, usingFile } from './store-file.ts';
import { makeFolder } from './store-folder.ts';
import { readEachSoundly, readSoundly } from './store-read.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder.ts';

export interface Entry {
  readonly key: Uint8Array;
  readonly value: unknown;
}

export interface RangeOptions {
  /** The lowest key, inclusive. */
  readonly start: Uint8Array;
  /** Above the highest key, exclusive. */
  readonly end: Uint8Array;
  /** Descending key order. */
  readonly reverse?: boolean;
  readonly limit?: number;
}

export interface Store {
  /** @throws StoreFileError - for an entry that cannot be decoded, as the entries of `range` do */
  get(key: Uint8Array): unknown;
  /** @throws StoreWriteError - when the disk fails, as `remove`, `removeRange` and `transaction` do */
  put(key: Uint8Array, value: unknown): void;
  remove(key: Uint8Array): void;
  /** Lazy, in key order, from a snapshot taken at the call. */
  range(options: RangeOptions): Iterable<Entry>;
  /** Counts the keys in `[start, end)`: faster than reading them, but linear. */
  count(start: Uint8Array, end: Uint8Array): number;
  /** Removes every key in `[start, end)`. */
  removeRange(start: Uint8Array, end: Uint8Array): void;
  /** Commits all writes of `write`, or none when it throws. A nested transaction joins the outer one; a write outside is a transaction of its own. */
  transaction<T>(write: () => T): T;
  /** Registers a callback for a transaction that failed on disk: caches must read the store again. */
  onLost(reread: () => void): void;
  close(): Promise<void>;
}

/** LMDB's limit. Longer keys are truncated and get a hash, so only their order among each other is lost. */
const MAX_KEY_BYTES = 1978;
/** How many keys of a range are in memory while it is removed. */
const KEYS_PER_REMOVAL = 1000;

/**
 * Opens the store of a folder; without a folder, a store in memory that is gone on close.
 *
 * @param folder - created when it is missing
 * @throws StoreFileError - when the folder is unusable, or its data file is not a store
 */
export function openStore(folder?: string): Store {
  const isTemporary = folder === undefined;
  const directory = isTemporary ? makeTemporaryFolder() : folder;
  makeFolder(directory);
  const path = storePath(directory);
  const database = usingFile(path, () =>
    open<unknown, Uint8Array>({ path, noSync: isTemporary, keyEncoding: 'binary' }),
  );
  const room = createDiskRoom(directory, () => sizeOf(database.getStats()));
  const rereads: (() => void)[] = [];
  let isWriting = false;

  // LMDB's nested transactions cost more than the writes in them.
  function transaction<T>(write: () => T): T {
    if (isWriting) return write();
    isWriting = true;
    try {
      room.measure();
      return runWrite(directory, () => database.transactionSync(write));
    } catch (error) {
      if (error instanceof StoreWriteError) for (const reread of rereads) reread();
      throw error;
    } finally {
      isWriting = false;
    }
  }

  function remove(key: Uint8Array): void {
    transaction(() => {
      room.take(key);
      database.removeSync(storable(key));
    });
  }

  return {
    get: (key) => readSoundly(path, () => database.get(storable(key))),
    put: (key, value) =>
      transaction(() => {
        room.take(key, value);
        database.putSync(storable(key), value);
      }),
    remove,
    range: ({ start, end, reverse = false, limit }) =>
      readEachSoundly(
        path,
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
      ),
    count: (start, end) => database.getKeysCount({ start: storable(start), end: storable(end) }),
    removeRange: (start, end) =>
      transaction(() => {
        const range = { start: storable(start), end: storable(end), limit: KEYS_PER_REMOVAL };
        for (let keys = [...database.getKeys(range)]; keys.length > 0; keys = [...database.getKeys(range)]) {
          for (const key of keys) remove(key);
        }
      }),
    transaction,
    onLost: (reread) => void rereads.push(reread),
    async close() {
      await database.close();
      if (isTemporary) removeTemporaryFolder(directory);
    },
  };
}

/** The size of all pages of a tree. */
function sizeOf(stats: object): number {
  const numberOf = (name: string) => Number(Reflect.get(stats, name));
  const pages = numberOf('treeBranchPageCount') + numberOf('treeLeafPageCount') + numberOf('overflowPages');
  return pages * numberOf('pageSize');
}

function storable(key: Uint8Array): Uint8Array {
  if (key.length <= MAX_KEY_BYTES) return key;
  const digest = createHash('sha256').update(key).digest();
  return Buffer.concat([key.subarray(0, MAX_KEY_BYTES - digest.length), digest]);
}

/** The first key after all keys with `prefix`, whose last byte must not be 255. */
export function endOf(prefix: Uint8Array): Uint8Array {
  const end = Buffer.from(prefix);
  end[end.length - 1] = (end[end.length - 1] ?? 0) + 1;
  return end;
}
