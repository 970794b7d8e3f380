/**
 * Waits until upstream shows what this process has changed about keyspaces. On Astra the database is in MAINTENANCE for a
 * while, and takes no further change of keyspaces; elsewhere services cache definitions for a moment.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCallLeft } from '../../http/budget.ts';
import { grantTime, timeLeftMs } from '../../resilience/operation-time.ts';
import { ConflictError, NotFoundError } from '../../source/errors.ts';
import type { KeyspaceRef } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';

/** Reads something that is there if the keyspace is; `null` without it. */
type Look<Ref> = (ref: Ref) => Promise<unknown>;

export interface KeyspaceWaits {
  /** What is read, once a keyspace that was made a moment ago is there; `null` at once for any other that is missing. */
  shown<T>(ref: KeyspaceRef, read: () => Promise<T | null>): Promise<T | null>;
  /** Makes a change in a keyspace, again where one that was made a moment ago was still missing. */
  within<Ref extends KeyspaceRef, T>(ref: Ref, look: Look<Ref>, change: () => Promise<T>): Promise<T>;
  /** Makes a keyspace, once one of that name that was deleted a moment ago is gone, and the database is not busy with another. */
  making(ref: KeyspaceRef, make: () => Promise<boolean>): Promise<boolean>;
  /** Deletes a keyspace, once it is there if it was made a moment ago, and the database is not busy with another. */
  deleting(ref: KeyspaceRef, look: Look<KeyspaceRef>, remove: () => Promise<boolean>): Promise<boolean>;
}

const FIRST_WAIT_MS = 50;
const MAX_WAIT_MS = 1000;

export function createKeyspaceWaits(connection: StargateConnection): KeyspaceWaits {
  const { recentKeyspaces: recent, scope, schemaTimeoutMs } = connection;

  /** Retries as long as it may help, after growing delays. The delays of a change are added to its operation's time. */
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

  async function shown<T>(ref: KeyspaceRef, read: () => Promise<T | null>, isChange = false): Promise<T | null> {
    if (recent.last(ref) !== 'created') return read();
    const ownMs = isChange ? Number.POSITIVE_INFINITY : timeLeftMs(scope) - MAX_WAIT_MS;
    const leftMs = Math.min(ownMs, schemaTimeoutMs);
    const value = await repeat(read, (found) => found === null, { leftMs, isChange });
    if (value !== null) recent.forget(ref);
    return value;
  }

  const appears = async <Ref extends KeyspaceRef>(ref: Ref, look: Look<Ref>) =>
    recent.last(ref) === 'created' && (await shown(ref, () => look(ref), true)) !== null;

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
    shown,
    async within(ref, look, change) {
      try {
        return await change();
      } catch (error) {
        if (!(error instanceof NotFoundError) || !(await appears(ref, look))) throw error;
        return change();
      }
    },
    async making(ref, make) {
      const isMade = await changing(ref, make, (attempt) => recent.last(ref) === 'deleted' && isInTheWay(attempt));
      if (isMade) recent.note(ref, 'created');
      return isMade;
    },
    async deleting(ref, look, remove) {
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

/** A keyspace of that name is there, still. */
function isInTheWay(attempt: Attempt): boolean {
  return 'error' in attempt ? attempt.error instanceof ConflictError : !attempt.value;
}

/** The DevOps API takes no change now. */
function isBusy(attempt: Attempt): boolean {
  return 'error' in attempt && attempt.error instanceof ConflictError && attempt.error.call?.retryable === true;
}
