/** The databases of the emulator: their stored records, and the opened databases for the data plane. */
import { openCatalog } from '../../core/catalog.ts';
import type { Database } from '../../core/service.ts';
import { DATABASES_PREFIX } from '../../core/storage.ts';
import { endOf, type Store } from '../../core/store.ts';
import { addSystemKeyspaces } from '../../system/system-keyspaces.ts';
import type { DatabaseRecord, Effect } from './database-record.ts';
import { applyEffect } from './effects.ts';
import { applyDueSteps, type StatusDelays, startTransition, type Transition } from './lifecycle.ts';

/** A database with its current record. */
export interface RegisteredDatabase {
  readonly record: DatabaseRecord;
  readonly database: Database;
}

export interface Registry {
  /** In order of creation, terminated databases included. */
  list(): RegisteredDatabase[];
  find(id: string): RegisteredDatabase | undefined;
  /** Adds a database with the next ordinal. */
  add(record: Omit<DatabaseRecord, 'ordinal'>): RegisteredDatabase;
  /** Changes members of a record immediately. */
  change(id: string, part: Partial<DatabaseRecord>): void;
  /** Starts a transition; `effect` applies at the last status. */
  startTransition(id: string, transition: Transition, effect?: Effect): void;
}

const ORDINAL_DIGITS = 8;

export function openRegistry(store: Store, delays: StatusDelays, now: () => number): Registry {
  const entries = new Map<string, RegisteredDatabase>();
  const start = Buffer.from(DATABASES_PREFIX);
  for (const { value } of store.range({ start, end: endOf(start) })) {
    const record = value as DatabaseRecord;
    entries.set(record.id, { record, database: openDatabase(store, record) });
  }

  /** The ordinal is the key, so records are read in order of creation. */
  function write(entry: RegisteredDatabase): RegisteredDatabase {
    const key = String(entry.record.ordinal).padStart(ORDINAL_DIGITS, '0');
    store.put(Buffer.from(DATABASES_PREFIX + key), entry.record);
    entries.set(entry.record.id, entry);
    return entry;
  }

  function current(entry: RegisteredDatabase): RegisteredDatabase {
    const apply = (record: DatabaseRecord, effect: Effect) => applyEffect(record, effect, entry.database);
    const record = applyDueSteps(entry.record, now(), apply);
    return record === entry.record ? entry : write({ ...entry, record });
  }

  function requireEntry(id: string): RegisteredDatabase {
    const entry = entries.get(id);
    if (!entry) throw new Error(`Database ${id} is missing`);
    return current(entry);
  }

  return {
    list: () => [...entries.values()].map(current),
    find(id) {
      const entry = entries.get(id);
      return entry && current(entry);
    },
    add(details) {
      const record = { ...details, ordinal: entries.size + 1 };
      return write({ record, database: openDatabase(store, record) });
    },
    change(id, part) {
      const entry = requireEntry(id);
      write({ ...entry, record: { ...entry.record, ...part } });
    },
    startTransition(id, transition, effect) {
      const entry = requireEntry(id);
      current(write({ ...entry, record: startTransition(entry.record, transition, delays, now(), effect) }));
    },
  };
}

/** The user's keyspaces of a database, whichever API made them; the keyspace named at creation comes first. */
export function keyspaceNames({ record, database }: RegisteredDatabase): string[] {
  const names = database.catalog.keyspaces().flatMap(({ name, system }) => (system ? [] : [name]));
  const isFirst = (name: string) => name === record.firstKeyspace;
  return [...names.filter(isFirst), ...names.filter((name) => !isFirst(name))];
}

function openDatabase(store: Store, { id, region, ordinal }: DatabaseRecord): Database {
  const storagePrefix = `d${ordinal}/`;
  const catalog = openCatalog(store, storagePrefix);
  store.transaction(() => addSystemKeyspaces(catalog));
  return { id, region, storagePrefix, store, catalog };
}
