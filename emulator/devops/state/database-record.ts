/** The stored state of a database (DevOps API section 6). */

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

/** What happens to a database when it reaches a status. */
export type Effect =
  | { readonly kind: 'addKeyspace'; readonly name: string }
  | { readonly kind: 'dropKeyspace'; readonly name: string }
  | { readonly kind: 'setCapacityUnits'; readonly capacityUnits: number }
  | { readonly kind: 'terminateDatacenter'; readonly datacenterId: string }
  | { readonly kind: 'removeData' };

/** A future status. */
export interface Step {
  readonly status: Status;
  readonly atMs: number;
  readonly effect?: Effect;
}

export interface AccessAddress {
  /** An IPv4 address, or a range with a prefix length. */
  readonly address: string;
  readonly isEnabled: boolean;
  readonly description: string;
  readonly updatedAtMs: number;
}

export interface AccessList {
  readonly isEnabled: boolean;
  /** Without duplicates, in the order of addition. */
  readonly addresses: readonly AccessAddress[];
}

/** A password as the store keeps it. */
export interface PasswordHash {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

export interface DatabaseRecord {
  readonly id: string;
  /** Counts databases from 1; part of the key prefix of the database's data. */
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
  /** Terminated datacenters included; the first is where the database was created. */
  readonly datacenters: readonly DatacenterRecord[];
  /** The keyspace named at creation; other keyspaces are in the catalog. */
  readonly firstKeyspace: string | undefined;
  readonly status: Status;
  /** Ordered by time. */
  readonly steps: readonly Step[];
  /** Passwords set through the DevOps API, by user name. They override the password that the emulator was started with. */
  readonly passwords: Readonly<Record<string, PasswordHash>>;
  /** Absent until a client creates it. */
  readonly accessList?: AccessList | undefined;
}
