/** Keeps definitions for a few seconds, for all operations of the process that come with the same tokens. */

import { tokenDigest } from '../http/tokens.ts';
import { createBoundedCache } from '../shared/bounded-cache.ts';
import type { Tokens } from '../source/source.ts';

export interface SchemaCache {
  /** What was read under this name with these tokens, or is read now. `null` (no such thing) and failures are not kept. */
  read<T>(tokens: Tokens, databaseId: string, name: string, read: () => Promise<T>): Promise<T>;
  /** Forgets all definitions of a database, whoever read them. */
  clear(databaseId: string): void;
  /** How often they were forgotten. */
  changes(databaseId: string): number;
}

const MAX_DEFINITIONS = 1000;

/** How long definitions are kept unless the configuration says otherwise. */
const DEFAULT_LIFETIME_MS = 5000;

/** @param lifetimeMs - 0 keeps nothing */
export function createSchemaCache(lifetimeMs = DEFAULT_LIFETIME_MS): SchemaCache {
  const definitions = createBoundedCache<NonNullable<unknown>>({ maxEntries: MAX_DEFINITIONS, lifetimeMs });
  /** Counts the changes of a database. It is part of each key, so that a read which began before a change is not found after it. */
  const changes = new Map<string, number>();

  async function read<T>(tokens: Tokens, databaseId: string, name: string, load: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([tokenDigest(tokens), databaseId, changes.get(databaseId) ?? 0, name]);
    // The name says what kind of definition it is.
    const known = definitions.get(key) as T | undefined;
    if (known !== undefined) return known;
    const value = await load();
    if (value !== null && value !== undefined) definitions.set(key, value);
    return value;
  }

  return {
    read,
    clear: (databaseId) => void changes.set(databaseId, (changes.get(databaseId) ?? 0) + 1),
    changes: (databaseId) => changes.get(databaseId) ?? 0,
  };
}
