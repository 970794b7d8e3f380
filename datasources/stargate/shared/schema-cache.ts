/** Keeps definitions for a few seconds, for all operations of the process that come with the same token. */

import { tokenDigest } from '../../http/tokens.ts';
import type { Tokens } from '../../source/source.ts';

export interface SchemaCache {
  /** What was read under this name with this token, or is read now. `null` (no such thing) and failures are not kept. */
  read<T>(tokens: Tokens, databaseId: string, name: string, read: () => Promise<T>): Promise<T>;
  /** Forgets all definitions of a database, whoever read them. */
  clear(databaseId: string): void;
}

interface Entry {
  readonly databaseId: string;
  readonly value: unknown;
  readonly until: number;
}

/** Definitions of more keyspaces and tokens than this push the oldest out. */
const MAX_ENTRIES = 1000;

export function createSchemaCache(lifetimeMs: number): SchemaCache {
  const entries = new Map<string, Entry>();
  /** Counts the changes of a database, so that a read which began before one is not kept after it. */
  const changes = new Map<string, number>();

  async function read<T>(tokens: Tokens, databaseId: string, name: string, load: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([tokenDigest(tokens), databaseId, name]);
    const known = entries.get(key);
    if (known && known.until > Date.now()) return known.value as T;
    const before = changes.get(databaseId);
    const value = await load();
    if (value !== null && changes.get(databaseId) === before)
      keep(key, { databaseId, value, until: Date.now() + lifetimeMs });
    return value;
  }

  function keep(key: string, entry: Entry): void {
    entries.delete(key);
    entries.set(key, entry);
    const [oldest] = entries.keys();
    if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest);
  }

  function clear(databaseId: string): void {
    changes.set(databaseId, (changes.get(databaseId) ?? 0) + 1);
    for (const [key, entry] of entries) if (entry.databaseId === databaseId) entries.delete(key);
  }

  return { read, clear };
}
