import { InputError } from '../../datasources/source/errors.ts';
import type { Replication } from '../../datasources/source/source.ts';
import { checkRange } from '../shared/check-range.ts';
import type { KeyspaceDatacenterInput } from '../shared/types.generated.ts';

/** How often Cassandra can be asked to keep a row at most; it has no limit of its own. */
const MAX_REPLICAS = 1_000;

export interface ReplicationInput {
  readonly replicas?: number | null | undefined;
  readonly datacenters?: readonly KeyspaceDatacenterInput[] | null | undefined;
}

/** @throws InputError - for both ways at once (upstream would ignore `replicas`), and for less than one copy */
export function toReplication({ replicas, datacenters }: ReplicationInput): Replication {
  if (typeof replicas === 'number' && datacenters?.length) {
    throw new InputError(
      `"replicas" (${replicas}) and "datacenters" were both given. Give "replicas" for all datacenters, or "datacenters" with their own.`,
    );
  }
  checkRange('replicas', replicas, 1, MAX_REPLICAS);
  for (const datacenter of datacenters ?? []) {
    checkRange(`replicas" of the datacenter "${datacenter.name}`, datacenter.replicas, 1, MAX_REPLICAS);
  }
  return { ...(typeof replicas === 'number' && { replicas }), ...(datacenters?.length && { datacenters }) };
}
