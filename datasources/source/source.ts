/**
 * What the graph needs from a back end, whichever it is: databases, catalog, rows and documents.
 *
 * Reads are batch-first: `readMany` answers in the order of its keys, each with a value, `null` (it does not exist)
 * or an `Error` (this one failed, the others did not). `find…` answers one page. Everything else throws a `SourceError`.
 * Values are in the public form of GraphQL answers and inputs (see `CqlValue`); a back end converts at its own border.
 */
import type { OperationScope, ReadHints, UpstreamPressure } from './calls.ts';
import type { CatalogSource } from './catalog.ts';
import type { AuthSource, DatabaseSource } from './databases.ts';
import type { DocumentSource } from './documents.ts';
import type { RowSource } from './rows.ts';

export type * from './calls.ts';
export type * from './catalog.ts';
export type * from './databases.ts';
export type * from './documents.ts';
export type { Peers, PeerTopic } from './peers.ts';
export type * from './rows.ts';
export type * from './values.ts';

/** The upstream as the process knows it, from start to end; connections, schema cache and write order live here. */
export interface Upstream {
  /** Sources for one operation and one caller. Costs nothing until it is used. */
  open(scope: OperationScope): Source;
  /** Whether the upstream answers at all (any HTTP answer counts); makes one cheap call, without a token. */
  isReachable(timeoutMs: number): Promise<boolean>;
  /** How its calls are doing at this moment. */
  pressure(): UpstreamPressure;
  readonly hints: ReadHints;
  /** Counts the changes that this process has made to the schema of a database: what was read before one is out of date. */
  schemaChanges(databaseId: string): number;
  close(): Promise<void>;
}

export interface Source {
  /** Canonical id of a database: the default's for `undefined` and `"default"`; else a UUID (self-hosted: the configured name), or `InputError`. */
  databaseId(databaseId: string | null | undefined): string;
  /** The upstream calls that are left for a bulk mutation (`createMany`, `patchMany`, `removeMany`). */
  bulkCallsLeft(): number;
  readonly databases: DatabaseSource;
  readonly catalog: CatalogSource;
  readonly rows: RowSource;
  readonly documents: DocumentSource;
  readonly auth: AuthSource;
}
