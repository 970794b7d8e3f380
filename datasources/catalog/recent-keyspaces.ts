import type { KeyspaceRef } from '../source/source.ts';

type Change = 'created' | 'deleted';

export interface KeyspaceChange {
  readonly ref: KeyspaceRef;
  readonly change: Change;
}

/** Keyspaces that this process has just created or deleted, for any caller. An entry ends when upstream shows the change. */
export interface RecentKeyspaces {
  note(ref: KeyspaceRef, change: Change): void;
  forget(ref: KeyspaceRef): void;
  last(ref: KeyspaceRef): Change | undefined;
  /** Whether a database may still be busy with such a change. */
  isAnyIn(databaseId: string): boolean;
}

/** Astra takes about a minute to show a change. */
const RECENT_MS = 120_000;

export function createRecentKeyspaces(): RecentKeyspaces {
  const changes = new Map<string, { readonly databaseId: string; readonly change: Change; readonly until: number }>();
  const identify = ({ databaseId, keyspace }: KeyspaceRef) => JSON.stringify([databaseId, keyspace]);

  function forgetOld(): void {
    for (const [key, { until }] of changes) if (until <= Date.now()) changes.delete(key);
  }

  return {
    note(ref, change) {
      forgetOld();
      changes.set(identify(ref), { databaseId: ref.databaseId, change, until: Date.now() + RECENT_MS });
    },
    forget: (ref) => void changes.delete(identify(ref)),
    last(ref) {
      if (changes.size === 0) return undefined;
      forgetOld();
      return changes.get(identify(ref))?.change;
    },
    isAnyIn(databaseId) {
      forgetOld();
      return [...changes.values()].some((change) => change.databaseId === databaseId);
    },
  };
}
