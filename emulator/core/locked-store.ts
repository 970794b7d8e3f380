/** One process at a time opens a store on disk: the emulator caches the catalog in memory, so two would overwrite each other. */
import { existsSync, readFileSync } from 'node:fs';
import { OperatorError, StoreFileError } from './operator-error.ts';
import { holdsDatabases } from './storage.ts';
import { openStore, type Store } from './store.ts';
import { writeIfPossible } from './store-failure.ts';
import { storePath } from './store-file.ts';

const OWNER_KEY = Buffer.from('!/holder');

interface Owner {
  readonly pid: number;
  /** The start time of the process, where the system reports it: process ids are reused, in containers at once. */
  readonly birth: string | undefined;
}

/**
 * Opens the store of a folder, or one in memory, and locks it for this process until it is closed.
 *
 * @throws OperatorError - while another process has it open; the lock of a process that has ended (SIGKILL) is ignored
 * @throws StoreFileError - when the store belongs to another program
 */
export async function openLockedStore(folder?: string): Promise<Store> {
  const store = openStore(folder);
  if (folder === undefined) return store;
  try {
    checkOwn(store, folder);
    lock(store, folder);
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    ...store,
    close() {
      // The lock may stay when the disk is full: the lock of a process that has ended is ignored.
      writeIfPossible(() => store.remove(OWNER_KEY));
      return store.close();
    },
  };
}

/** An emulator's store has a lock or a database from the start; another program's store has neither. */
function checkOwn(store: Store, folder: string): void {
  if (store.get(OWNER_KEY) !== undefined || holdsDatabases(store)) return;
  if (store.count(Buffer.of(0), Buffer.of(0xff)) === 0) return;
  throw new StoreFileError(`${storePath(folder)} belongs to another program: choose another folder with --data-dir.`);
}

/** One transaction reads and writes the lock, so only one of two concurrent processes gets it. */
function lock(store: Store, folder: string): void {
  store.transaction(() => {
    const owner = store.get(OWNER_KEY) as Owner | undefined;
    if (owner && isAlive(owner)) {
      throw new OperatorError(
        `${folder} is in use by process ${owner.pid}: stop that process, or choose another folder with --data-dir.`,
      );
    }
    store.put(OWNER_KEY, { pid: process.pid, birth: birthOf(process.pid) } satisfies Owner);
  });
}

function isAlive({ pid, birth }: Owner): boolean {
  try {
    // Signal 0 is not delivered: the call only checks that the process exists.
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return birthOf(pid) === birth;
}

/** From `/proc/{pid}/stat`. The process name is in brackets and may contain blanks; after it come the state and, 19 fields later, the start time. */
function birthOf(pid: number): string | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  // A zombie has ended; its parent has not collected it yet.
  return fields[0] === 'Z' ? undefined : fields[19];
}
