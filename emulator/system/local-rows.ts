/** The row of `system.local`, which describes the answering node. */
import { createHash } from 'node:crypto';
import type { Database } from '../core/service.ts';
import { dataCenters } from '../cql/ddl/define-keyspace.ts';
import type { SystemRow } from './system-tables.ts';

const ADDRESS = '127.0.0.1';

export function localRows(database: Database): readonly SystemRow[] {
  return [
    {
      key: 'local',
      bootstrapped: 'COMPLETED',
      broadcast_address: ADDRESS,
      broadcast_port: 7000,
      cluster_name: 'emulator',
      cql_version: '3.4.5',
      data_center: dataCenters(database)[0],
      gossip_generation: 0,
      host_id: hashedUuid(database.id),
      listen_address: ADDRESS,
      listen_port: 7000,
      native_protocol_version: '4',
      partitioner: 'org.apache.cassandra.dht.Murmur3Partitioner',
      rack: 'rack1',
      release_version: '4.0.18',
      rpc_address: ADDRESS,
      rpc_port: 9042,
      schema_version: hashedUuid(JSON.stringify(database.catalog.keyspaces())),
      tokens: ['-9223372036854775808'],
    },
  ];
}

/** A UUID with the bits of version 3, from a hash of the text. */
export function hashedUuid(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-3${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
