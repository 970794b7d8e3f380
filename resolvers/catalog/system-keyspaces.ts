/** Keyspaces that Cassandra, DSE, Astra and Stargate keep for themselves. */
const SYSTEM = /^(?:system(?:_\w+)?|dse_\w+|solr_admin|data_endpoint_auth|stargate_system|datastax_sla|HiveMetaStore)$/;

export function isSystemKeyspace(name: string): boolean {
  return SYSTEM.test(name);
}
