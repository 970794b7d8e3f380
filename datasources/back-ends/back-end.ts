/** What the back ends have in common: their configuration, and what each of them is. */
import type { HttpClient } from '../http/client.ts';
import type { Fetch } from '../http/transport.ts';
import type { ResilienceOptions } from '../resilience/options.ts';
import type { BreakerChange, OperationScope, Peers, ReadHints, Source } from '../source/source.ts';

export interface CommonConfig {
  /** For reads and writes. */
  readonly timeoutMs: number;
  /** For changes of a schema, of which some take half a minute. */
  readonly schemaTimeoutMs: number;
  /** How long definitions are kept, per token; default 5000. */
  readonly schemaLifetimeMs?: number;
  /** The most values in one `$in`; default 20 on Astra, else what the request line holds. */
  readonly maxKeysPerSearch?: number;
  /** Whether conditions on columns without an index are sent where upstream would read the whole table for them; default false. */
  readonly allowFiltering?: boolean;
  readonly resilience?: Partial<ResilienceOptions>;
  /** Called when the circuit breaker of a host opens or closes. */
  readonly onBreaker?: (change: BreakerChange) => void;
  /** Sends the calls instead of the transport. */
  readonly fetch?: Fetch;
  /** Whether identical reads in flight share one request; default false. */
  readonly coalesceReads?: boolean;
  /** Absent: this process serves alone. */
  readonly peers?: Peers | undefined;
}

/** One kind of upstream, put together. */
export interface BackEnd {
  /** Sources for one operation. */
  open(scope: OperationScope): Source;
  /** A URL that answers something, with whatever status, as long as the upstream is there. */
  readonly probeUrl: string;
  readonly hints: ReadHints;
  /** See `Upstream`. */
  schemaChanges(databaseId: string): number;
}

/** @param http - shared by all operations */
export type CreateBackEnd<C extends CommonConfig> = (config: C, http: HttpClient) => BackEnd;
