import type { Database } from '../../core/service.ts';

/** The data centres that a keyspace can be replicated to; the first is where the database says it is. */
export function dataCenters({ region }: Pick<Database, 'region'>): readonly string[] {
  return [region, 'datacenter1'];
}
