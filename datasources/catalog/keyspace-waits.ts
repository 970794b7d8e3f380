/**
 * Waits until upstream shows the keyspaces that this process has created or deleted. On Astra the database is in MAINTENANCE
 * for a while after such a change, and refuses further ones; a self-hosted Stargate caches definitions for a moment.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCallLeft } from '../http/budget.ts';
import { grantTime, timeLeftMs } from '../resilience/operation-time.ts';
import { ConflictError, NotFoundError } from '../source/errors.ts';
import type { KeyspaceRef, OperationScope } from '../source/source.ts';
import type { RecentKeyspaces } from './recent-keyspaces.ts';

/** Reads something of a keyspace; `null` when the keyspace is missing. */
type Look<Ref> = (ref: Ref) => Promise<unknown>;

export interface KeyspaceWaits {
  /** Reads. Waits for a keyspace that this process has just created; answers `null` at once when any other is missing. */
  read<T>(ref: KeyspaceRef, run: () => Promise<T | null>): Promise<T | null>;
  /** Makes a change inside a keyspace. Repeats it once after upstream shows a keyspace that this process has just created. */
  changeInside<Ref extends KeyspaceRef, T>(ref: Ref, look: Look<Ref>, change: () => Promise<T>): Promise<T>;
  /** Creates a keyspace. Waits until one of the same name that was just deleted is gone, and while the database is busy. */
  create(ref: KeyspaceRef, create: () => Promise<boolean>): Promise<boolean>;
  /** Deletes a keyspace. Waits until upstream shows one that was just created, and while the database is busy. */
  delete(ref: KeyspaceRef, look: Look<KeyspaceRef>, remove: () => Promise<boolean>): Promise<boolean>;
}

const FIRST_WAIT_MS = 50;
const MAX_WAIT_MS = 1000;

export function createKeyspaceWaits(options: {
  readonly scope: OperationScope;
  readonly recentKeyspaces: RecentKeyspaces;
  readonly schemaTimeoutMs: number;
}): KeyspaceWaits {
  const { recentKeyspaces: recent, scope, schemaTimeoutMs } = options;

  /** Retries with growing delays while a retry may help. The delays of a change are added to the time of its operation. */
  async function repeat<T>(
    run: () => Promise<T>,
    mayHelp: (value: T) => boolean,
    { leftMs, isChange }: { readonly leftMs: number; readonly isChange: boolean },
  ): Promise<T> {
    const endsAtMs = performance.now() + leftMs;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, MAX_WAIT_MS)) {
      const value = await run();
      if (!mayHelp(value) || performance.now() + waitMs > endsAtMs || !hasCallLeft(scope)) return value;
      // When the client is gone, the next call says so.
      await sleep(waitMs, undefined, scope.signal && { signal: scope.signal }).catch(() => undefined);
      if (isChange) grantTime(scope, waitMs);
    }
  }

  async function read<T>(ref: KeyspaceRef, run: () => Promise<T | null>, isChange = false): Promise<T | null> {
    if (recent.last(ref) !== 'created') return run();
    const ownMs = isChange ? Number.POSITIVE_INFINITY : timeLeftMs(scope) - MAX_WAIT_MS;
    const leftMs = Math.min(ownMs, schemaTimeoutMs);
    const value = await repeat(run, (found) => found === null, { leftMs, isChange });
    if (value !== null) recent.forget(ref);
    return value;
  }

  const appears = async <Ref extends KeyspaceRef>(ref: Ref, look: Look<Ref>) =>
    recent.last(ref) === 'created' && (await read(ref, () => look(ref), true)) !== null;

  async function changing(
    ref: KeyspaceRef,
    change: () => Promise<boolean>,
    mayHelp: (attempt: Attempt) => boolean = () => false,
  ): Promise<boolean> {
    const mayPass = (attempt: Attempt) => mayHelp(attempt) || (isBusy(attempt) && recent.isAnyIn(ref.databaseId));
    const attempt = await repeat(() => settle(change()), mayPass, { leftMs: schemaTimeoutMs, isChange: true });
    if ('error' in attempt) throw attempt.error;
    return attempt.value;
  }

  return {
    read,
    async changeInside(ref, look, change) {
      try {
        return await change();
      } catch (error) {
        if (!(error instanceof NotFoundError) || !(await appears(ref, look))) throw error;
        return change();
      }
    },
    async create(ref, create) {
      const isCreated = await changing(
        ref,
        create,
        (attempt) => recent.last(ref) === 'deleted' && isStillThere(attempt),
      );
      if (isCreated) recent.note(ref, 'created');
      return isCreated;
    },
    async delete(ref, look, remove) {
      await appears(ref, look);
      const isDeleted = await changing(ref, remove);
      if (isDeleted) recent.note(ref, 'deleted');
      return isDeleted;
    },
  };
}

type Attempt = { readonly value: boolean } | { readonly error: unknown };

function settle(change: Promise<boolean>): Promise<Attempt> {
  return change.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

/** Whether a keyspace of that name still exists. */
function isStillThere(attempt: Attempt): boolean {
  return 'error' in attempt ? attempt.error instanceof ConflictError : !attempt.value;
}

/** Whether the DevOps API refuses changes for now. */
function isBusy(attempt: Attempt): boolean {
  return 'error' in attempt && attempt.error instanceof ConflictError && attempt.error.call?.retryable === true;
}
