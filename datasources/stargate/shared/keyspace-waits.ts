/**
 * Waits for what this process has done to keyspaces itself: upstream may not show it at once. On Astra the database is in
 * MAINTENANCE for a while, and takes no further change of keyspaces; elsewhere services keep definitions for a moment.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCallLeft } from '../../http/budget.ts';
import { grantTime, timeLeftMs } from '../../resilience/operation-time.ts';
import { ConflictError, NotFoundError } from '../../source/errors.ts';
import type { KeyspaceRef } from '../../source/source.ts';
import type { StargateConnection } from './connection.ts';

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

  /** Tries again for so long as it may help, after waits that grow. Those of a change do not count as its operation's time. */
  async function repeat<T>(
    attempt: () => Promise<T>,
    mayHelp: (value: T) => boolean,
    { leftMs, isChange }: { readonly leftMs: number; readonly isChange: boolean },
  ): Promise<T> {
    const endsAtMs = performance.now() + leftMs;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, MAX_WAIT_MS)) {
      const value = await attempt();
      if (!mayHelp(value) || performance.now() + waitMs > endsAtMs || !hasCallLeft(scope)) return value;
      // When the client is gone, the next call says so.
      await sleep(waitMs, undefined, scope.signal && { signal: scope.signal }).catch(() => undefined);
      if (isChange) grantTime(scope, waitMs);
    }
  }

  async function shown<T>(ref: KeyspaceRef, read: () => Promise<T | null>, isChange = false): Promise<T | null> {
    if (recent.last(ref) !== 'made') return read();
    const ownMs = isChange ? Number.POSITIVE_INFINITY : timeLeftMs(scope) - MAX_WAIT_MS;
    const leftMs = Math.min(ownMs, schemaTimeoutMs);
    const value = await repeat(read, (found) => found === null, { leftMs, isChange });
    if (value !== null) recent.forget(ref);
    return value;
  }

  const appears = async <Ref extends KeyspaceRef>(ref: Ref, look: Look<Ref>) =>
    recent.last(ref) === 'made' && (await shown(ref, () => look(ref), true)) !== null;

  async function changing(
    ref: KeyspaceRef,
    change: () => Promise<boolean>,
    mayHelp: (outcome: Outcome) => boolean = () => false,
  ): Promise<boolean> {
    const mayPass = (outcome: Outcome) => mayHelp(outcome) || (isBusy(outcome) && recent.isAnyIn(ref.databaseId));
    const outcome = await repeat(() => settle(change()), mayPass, { leftMs: schemaTimeoutMs, isChange: true });
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
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
      const isMade = await changing(ref, make, (outcome) => recent.last(ref) === 'deleted' && isInTheWay(outcome));
      if (isMade) recent.note(ref, 'made');
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

type Outcome = { readonly value: boolean } | { readonly error: unknown };

function settle(change: Promise<boolean>): Promise<Outcome> {
  return change.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

/** A keyspace of that name is there, still. */
function isInTheWay(outcome: Outcome): boolean {
  return 'error' in outcome ? outcome.error instanceof ConflictError : !outcome.value;
}

/** The DevOps API takes no change now. */
function isBusy(outcome: Outcome): boolean {
  return 'error' in outcome && outcome.error instanceof ConflictError && outcome.error.call?.retryable === true;
}
