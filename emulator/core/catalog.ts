/** The schema of one database: keyspaces with their tables, user-defined types and indexes. A write-through cache of the store. */
import type { Store } from './store.ts';

export interface Keyspace {
  readonly name: string;
  /** System keyspaces are read-only. */
  readonly system: boolean;
  /**
   * Created through the REST or Document API, as on a self-hosted Stargate over Cassandra 4.0: no storage-attached indexes.
   * Keyspaces of Astra are created through the DevOps API.
   */
  readonly isSelfHosted?: boolean;
  readonly replication:
    | { readonly strategy: 'simple'; readonly replicas: number }
    | { readonly strategy: 'networkTopology'; readonly datacenters: readonly { name: string; replicas: number }[] }
    | { readonly strategy: 'local' };
  readonly tables: Readonly<Record<string, Table>>;
  readonly types: Readonly<Record<string, UserDefinedType>>;
}

export type ColumnKind = 'partition' | 'clustering' | 'static' | 'regular';

export interface Column {
  readonly name: string;
  /** The CQL type as text, e.g. `map<text, frozen<list<int>>>`. */
  readonly type: string;
  readonly kind: ColumnKind;
  /** Position in the partition or the clustering key, else 0. */
  readonly position: number;
  readonly order: 'asc' | 'desc';
}

export interface Index {
  readonly name: string;
  readonly column: string;
  readonly kind: 'KEYS' | 'COMPOSITES' | 'CUSTOM';
  readonly options: Readonly<Record<string, string>>;
}

export interface Table {
  /** The prefix of the table's rows. Never reused, so a new table of the same name does not see the rows of a dropped one. */
  readonly id: number;
  readonly keyspace: string;
  readonly name: string;
  readonly columns: readonly Column[];
  readonly droppedColumns: readonly Column[];
  readonly indexes: readonly Index[];
  readonly defaultTtlSeconds: number;
  /** Present on document collections, whose table has a fixed shape. */
  readonly collection?: { readonly jsonSchema?: string };
  /** Present on collections of the Data API, whose table has a fixed shape of its own; the options as they are listed, as JSON. */
  readonly dataCollection?: { readonly options: string };
}

export interface UserDefinedType {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
}

export interface Catalog {
  keyspaces(): Keyspace[];
  keyspace(name: string): Keyspace | undefined;
  table(keyspace: string, name: string): Table | undefined;
  putKeyspace(keyspace: Keyspace): void;
  dropKeyspace(name: string): void;
  /** Adds or replaces a table of an existing keyspace. */
  putTable(table: Table): void;
  /** Drops the definition only; the caller removes the rows. */
  dropTable(keyspace: string, name: string): void;
  putType(keyspace: string, type: UserDefinedType): void;
  dropType(keyspace: string, name: string): void;
  nextTableId(): number;
}

/** Opens the catalog whose entries begin with `prefix` in the store. */
export function openCatalog(store: Store, prefix: string): Catalog {
  const keyOf = (name: string) => Buffer.from(`${prefix}k/${name}`);
  const counterKey = Buffer.from(`${prefix}n`);
  const keyspaces = new Map<string, Keyspace>();
  function read(): void {
    keyspaces.clear();
    for (const { value } of store.range({ start: keyOf(''), end: Buffer.from(`${prefix}k0`) })) {
      const keyspace = value as Keyspace;
      keyspaces.set(keyspace.name, keyspace);
    }
  }

  read();
  store.onLost(read);

  function put(keyspace: Keyspace): void {
    store.put(keyOf(keyspace.name), keyspace);
    keyspaces.set(keyspace.name, keyspace);
  }

  function change(name: string, part: (keyspace: Keyspace) => Partial<Keyspace>): void {
    const keyspace = keyspaces.get(name);
    if (!keyspace) throw new Error(`Keyspace ${name} is missing`);
    put({ ...keyspace, ...part(keyspace) });
  }

  return {
    keyspaces: () => [...keyspaces.values()],
    keyspace: (name) => keyspaces.get(name),
    table: (keyspace, name) => own(keyspaces.get(keyspace)?.tables, name),
    putKeyspace: put,
    dropKeyspace(name) {
      store.remove(keyOf(name));
      keyspaces.delete(name);
    },
    putTable: (table) => change(table.keyspace, ({ tables }) => ({ tables: { ...tables, [table.name]: table } })),
    dropTable: (keyspace, name) => change(keyspace, ({ tables }) => ({ tables: without(tables, name) })),
    putType: (keyspace, type) => change(keyspace, ({ types }) => ({ types: { ...types, [type.name]: type } })),
    dropType: (keyspace, name) => change(keyspace, ({ types }) => ({ types: without(types, name) })),
    nextTableId() {
      const id = ((store.get(counterKey) as number | undefined) ?? 0) + 1;
      store.put(counterKey, id);
      return id;
    },
  };
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  const { [name]: _, ...rest } = record;
  return rest;
}
