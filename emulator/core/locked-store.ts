/** A store on disk belongs to one process at a time: what an emulator keeps in memory of it would not be another's. */
import { existsSync, readFileSync } from 'node:fs';
import { OperatorError, StoreFileError } from './operator-error.ts';
import { holdsDatabases } from './storage.ts';
import { openStore, type Store } from './store.ts';
import { writeIfPossible } from './store-failure.ts';
import { storePath } from './store-file.ts';

const HOLDER_KEY = Buffer.from('!/holder');

interface Holder {
  readonly pid: number;
  /** When it was started, where the system tells: numbers of processes come again, in containers at once. */
  readonly birth: string | undefined;
}

/**
 * Opens the store of a folder, or one in memory, for this process alone, until it is closed.
 *
 * @throws OperatorError - while somebody has it open. Who ended without closing it (SIGKILL) has not.
 * @throws StoreFileError - when it is another program's, whose entries mean nothing here
 */
export async function openHeldStore(folder?: string): Promise<Store> {
  const store = openStore(folder);
  if (folder === undefined) return store;
  try {
    checkOwn(store, folder);
    hold(store, folder);
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    ...store,
    close() {
      // The mark of a process that has ended means nothing.
      writeIfPossible(() => store.remove(HOLDER_KEY));
      return store.close();
    },
  };
}

/** An emulator's first entries are its mark and a database; another program's store has neither. */
function checkOwn(store: Store, folder: string): void {
  if (store.get(HOLDER_KEY) !== undefined || holdsDatabases(store)) return;
  if (store.count(Buffer.of(0), Buffer.of(0xff)) === 0) return;
  throw new StoreFileError(
    `${storePath(folder)} is a store of another program: choose another folder with --data-dir.`,
  );
}

/** In one transaction, which other processes wait for: of two that come together, one is refused. */
function hold(store: Store, folder: string): void {
  store.transaction(() => {
    const holder = store.get(HOLDER_KEY) as Holder | undefined;
    if (holder && isAlive(holder)) {
      throw new OperatorError(
        `${folder} is in use by process ${holder.pid}: stop that, or choose another folder with --data-dir.`,
      );
    }
    store.put(HOLDER_KEY, { pid: process.pid, birth: birthOf(process.pid) } satisfies Holder);
  });
}

function isAlive({ pid, birth }: Holder): boolean {
  try {
    // Sends nothing; asks whether there is somebody to send to.
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return birthOf(pid) === birth;
}

/** What `/proc` says behind the name, which stands in brackets and may hold blanks: first the state, 19 fields on the start. */
function birthOf(pid: number): string | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  // A zombie has ended; its parent has not been told yet.
  return fields[0] === 'Z' ? undefined : fields[19];
}
