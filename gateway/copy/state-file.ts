/** What is done of a copy, in a small file, so that a copy that broke off can go on. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { ConfigError } from '../config/config-error.ts';

export interface ItemState {
  /** Where reading goes on: everything before is written. Absent: at the first page. */
  pageState?: string;
  /** Whether everything is written. */
  isDone: boolean;
  /** Whether this copy has made the table or collection. */
  isFresh: boolean;
  itemsRead: number;
  itemsWritten: number;
  itemsLost: number;
}

/** Which copy it is. */
export interface CopyIdentity {
  readonly from: string;
  readonly to: string;
  /** Empty: all. */
  readonly keyspaces: readonly string[];
}

export interface StateFile {
  readonly path: string;
  /** The bytes of the report that belong to what is done. */
  readonly reportBytes: number;
  /** Of a table or collection, by its id in the plan. Change it, and `save`. */
  item(id: string): ItemState;
  /** Writes it, but not more than once a second unless it must be. @param reportBytes - the length of the report by now */
  save(reportBytes: number, isNeeded: boolean): void;
  remove(): void;
}

/** For a rehearsal. */
export function createMemoryState(): StateFile {
  const items = new Map<string, ItemState>();
  return {
    path: '',
    reportBytes: 0,
    item(id) {
      const state = items.get(id) ?? newItem();
      items.set(id, state);
      return state;
    },
    save() {},
    remove() {},
  };
}

function newItem(): ItemState {
  return { isDone: false, isFresh: false, itemsRead: 0, itemsWritten: 0, itemsLost: 0 };
}

interface Content {
  readonly version: 1;
  readonly copy: CopyIdentity;
  readonly reportBytes: number;
  readonly items: Readonly<Record<string, ItemState>>;
}

const SAVE_INTERVAL_MS = 1000;

/**
 * @param isResuming - whether the file must be there; else it must not
 * @throws ConfigError - saying what to do
 */
export function openStateFile(path: string, identity: CopyIdentity, isResuming: boolean): StateFile {
  const isThere = existsSync(path);
  if (isThere && !isResuming) {
    throw new ConfigError(
      `${path} tells of a copy that broke off: go on with --resume, or delete the file to begin anew.`,
    );
  }
  if (!isThere && isResuming) {
    throw new ConfigError(
      `There is no copy to go on with: ${path} is not there. Leave --resume out, or name its file with --state.`,
    );
  }
  const content = isThere ? readContent(path, identity) : undefined;
  const items: Record<string, ItemState> = { ...content?.items };
  let reportBytes = content?.reportBytes ?? 0;
  let savedAtMs = Number.NEGATIVE_INFINITY;
  return {
    path,
    get reportBytes() {
      return reportBytes;
    },
    item(id) {
      items[id] ??= newItem();
      return items[id];
    },
    save(bytes, isNeeded) {
      if (!isNeeded && performance.now() - savedAtMs < SAVE_INTERVAL_MS) return;
      savedAtMs = performance.now();
      reportBytes = bytes;
      const text = JSON.stringify({ version: 1, copy: identity, reportBytes, items } satisfies Content, undefined, 2);
      // A file is renamed as a whole, so a process that is killed leaves the one before.
      writeFileSync(`${path}.new`, `${text}\n`);
      renameSync(`${path}.new`, path);
    },
    remove: () => rmSync(path, { force: true }),
  };
}

function readContent(path: string, identity: CopyIdentity): Content {
  const content = parse(path);
  const wrong = (['from', 'to'] as const).find((side) => content.copy[side] !== identity[side]);
  if (wrong) {
    throw new ConfigError(
      `${path} tells of another copy, --${wrong} ${content.copy[wrong]} and not ${identity[wrong]}: name the same sides, or another file with --state.`,
    );
  }
  const [theirs, ours] = [content.copy.keyspaces, identity.keyspaces].map(
    (names) => names.join(' ') || 'all keyspaces',
  );
  if (theirs !== ours) {
    throw new ConfigError(
      `${path} tells of another copy, of ${theirs} and not of ${ours}: name the same keyspaces, or another file with --state.`,
    );
  }
  return content;
}

function parse(path: string): Content {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isContent(content)) return content;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ConfigError(`${path} is no state of a copy: name another file with --state, or delete it to begin anew.`);
}

function isContent(value: unknown): value is Content {
  if (typeof value !== 'object' || value === null) return false;
  const { version, copy, items, reportBytes } = value as Partial<Record<keyof Content, unknown>>;
  return version === 1 && typeof copy === 'object' && typeof items === 'object' && typeof reportBytes === 'number';
}
