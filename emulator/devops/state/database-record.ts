/** What is stored of a database, and the life it leads (DevOps API section 6). */

export type Status =
  | 'PENDING'
  | 'INITIALIZING'
  | 'ACTIVE'
  | 'MAINTENANCE'
  | 'PARKING'
  | 'PARKED'
  | 'UNPARKING'
  | 'RESIZING'
  | 'HIBERNATING'
  | 'HIBERNATED'
  | 'RESUMING'
  | 'TERMINATING'
  | 'TERMINATED'
  | 'ERROR';

export interface DatacenterRecord {
  /** `{databaseId}-{n}`, n from 1. */
  readonly id: string;
  readonly tier: string;
  readonly cloudProvider: string;
  readonly region: string;
  readonly createdAtMs: number;
  readonly isTerminated: boolean;
}

/** What becomes of a database when it reaches a status. */
export type Effect =
  | { readonly kind: 'addKeyspace'; readonly name: string }
  | { readonly kind: 'dropKeyspace'; readonly name: string }
  | { readonly kind: 'setCapacityUnits'; readonly capacityUnits: number }
  | { readonly kind: 'terminateDatacenter'; readonly datacenterId: string }
  | { readonly kind: 'removeData' };

/** A status to come. */
export interface Step {
  readonly status: Status;
  readonly atMs: number;
  readonly effect?: Effect;
}

export interface AccessAddress {
  /** IPv4, alone or with the length of a prefix. */
  readonly address: string;
  readonly isEnabled: boolean;
  readonly description: string;
  readonly updatedAtMs: number;
}

export interface AccessList {
  readonly isEnabled: boolean;
  /** Each once, in the order in which they came. */
  readonly addresses: readonly AccessAddress[];
}

/** A password as the store keeps it. */
export interface PasswordHash {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

export interface DatabaseRecord {
  readonly id: string;
  /** Counts databases from 1; makes the prefix of everything the database holds in the store. */
  readonly ordinal: number;
  readonly name: string;
  readonly cloudProvider: string;
  readonly tier: string;
  readonly capacityUnits: number;
  readonly region: string;
  readonly dbType: string | undefined;
  readonly ownerId: string;
  readonly createdAtMs: number;
  readonly terminatedAtMs: number | undefined;
  readonly lastUsedAtMs: number;
  /** Also those that are terminated; the first is where the database was made. */
  readonly datacenters: readonly DatacenterRecord[];
  /** The keyspace named at creation; other keyspaces are in the catalog. */
  readonly firstKeyspace: string | undefined;
  readonly status: Status;
  /** In order of time. */
  readonly steps: readonly Step[];
  /** By user name: passwords set through the DevOps API, which count before the one the emulator was started with. */
  readonly passwords: Readonly<Record<string, PasswordHash>>;
  /** Absent until somebody makes one. */
  readonly accessList?: AccessList | undefined;
}
