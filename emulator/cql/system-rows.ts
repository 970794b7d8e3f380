/** The rows of system tables, which are made up when they are asked for. */
import type { Database } from '../service.ts';
import { equalBytes } from './bytes.ts';
import { partitionKey } from './key.ts';
import type { LiveRow, Walk } from './live-rows.ts';

const LOCAL: Readonly<Record<string, string>> = {
  key: 'local',
  bootstrapped: 'COMPLETED',
  cluster_name: 'emulator',
  cql_version: '3.4.5',
  native_protocol_version: '4',
  partitioner: 'org.apache.cassandra.dht.Murmur3Partitioner',
  rack: 'rack1',
  release_version: '4.0.18',
};

/** The data centres that a keyspace can be replicated to; the first is where the database says it is. */
export function dataCenters({ region }: Pick<Database, 'region'>): readonly string[] {
  return [region, 'datacenter1'];
}

/** Rows of a table of a system keyspace; only `system.local` has one. */
export function* systemRows({ database, schema, restrictions, after }: Walk): Iterable<LiveRow> {
  if (schema.table.name !== 'local' || after) return;
  const texts = { ...LOCAL, data_center: dataCenters(database)[0] ?? '' };
  const value: LiveRow['value'] = ({ name }) => {
    const text = Object.hasOwn(texts, name) ? texts[name as keyof typeof texts] : undefined;
    return text === undefined ? undefined : Buffer.from(text);
  };
  const isAsked = restrictions.partition.every((restriction) => {
    const key = value(restriction.column) ?? new Uint8Array();
    const sought =
      restriction.kind === 'in' ? restriction.values : restriction.kind === 'eq' ? [restriction.value] : [];
    return sought.some((one) => one && equalBytes(one, key));
  });
  if (isAsked) yield { key: partitionKey([Buffer.from('local')]), value };
}
