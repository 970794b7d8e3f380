/** What the contract suite needs of a back end, and what the parts of the suite get. */
import { afterAll, beforeAll } from 'vitest';
import type {
  Capability,
  KeyspaceRef,
  OperationScope,
  Source,
  Table,
  UpstreamCall,
} from '../../datasources/source/source.ts';
import { makeTable } from '../datasources/support/database.ts';

export interface Backend {
  /** Canonical; also the default database. */
  readonly databaseId: string;
  /** What the database can do. Parts about anything else do not run. */
  readonly capabilities: readonly Capability[];
  /** CQL types that columns and fields cannot be given, and which it refuses before any call. */
  readonly refusedTypes: readonly string[];
  /** Whether it tells of a keyspace how it is replicated. */
  readonly tellsReplication: boolean;
  /** Whether it keeps minus zero, and zeros at the end of decimals. */
  readonly keepsAllNumbers: boolean;
  /** Starts a database without keyspaces of its own. */
  start(): Promise<StartedBackend>;
}

export interface StartedBackend {
  /** A source for one operation, with a token that is allowed everything, and the calls that it made. */
  open(scope?: Partial<OperationScope>): Opened;
  close(): Promise<void>;
}

interface Opened {
  readonly source: Source;
  readonly calls: UpstreamCall[];
}

export interface ContractDatabase {
  /** A keyspace that exists. */
  readonly inKeyspace: KeyspaceRef;
  can(capability: Capability): boolean;
  /** Whether columns can be given a type; `false` for those of `refusedTypes`. */
  takes(type: string): boolean;
  open(scope?: Partial<OperationScope>): Opened;
  /** Makes a table in the keyspace. Types are followed by `static`; clustering columns descend when they begin with `-`. */
  table(
    name: string,
    types: Readonly<Record<string, string>>,
    partitionKey: readonly string[],
    clusteringKey?: readonly string[],
  ): Promise<Table>;
}

/** A database of its own for the part of the suite that is being described. */
export function useBackend({ databaseId, capabilities, refusedTypes, start }: Backend): ContractDatabase {
  const inKeyspace = { databaseId, keyspace: 'shop' };
  let started: StartedBackend | undefined;
  const open = (scope?: Partial<OperationScope>): Opened => {
    if (!started) throw new Error('The back end has not started');
    return started.open(scope);
  };
  beforeAll(async () => {
    started = await start();
    await open().source.catalog.createKeyspace(inKeyspace, {}, false);
  }, 30_000);
  afterAll(() => started?.close());
  return {
    inKeyspace,
    can: (capability) => capabilities.includes(capability),
    takes: (type) => !refusedTypes.includes(type),
    open,
    table: (table, ...parts) => makeTable(open().source, { ...inKeyspace, table }, ...parts),
  };
}
