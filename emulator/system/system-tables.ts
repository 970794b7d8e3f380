/** The tables of the system keyspaces, as in Cassandra 4.0, and the shape of their rows. */

/** The values of one row by column. */
export type SystemRow = Readonly<Record<string, SystemValue>>;

/** Text as in a path of the REST API; `undefined` for a column without a value. */
export type SystemValue = string | number | boolean | readonly string[] | Readonly<Record<string, string>> | undefined;

/** By keyspace and table: partition key; clustering columns; other columns, with CQL types. */
export const SYSTEM_TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  system: {
    IndexInfo: 'table_name text; index_name text; value blob',
    available_ranges: 'keyspace_name text;; ranges set<blob>',
    available_ranges_v2: 'keyspace_name text;; full_ranges set<blob>, transient_ranges set<blob>',
    batches: 'id timeuuid;; mutations list<blob>, version int',
    built_views: 'keyspace_name text; view_name text; status_replicated boolean',
    compaction_history:
      'id uuid;; bytes_in bigint, bytes_out bigint, columnfamily_name text, compacted_at timestamp, keyspace_name text, rows_merged map<int, bigint>',
    local:
      'key text;; bootstrapped text, broadcast_address inet, broadcast_port int, cluster_name text, cql_version text, data_center text, gossip_generation int, host_id uuid, listen_address inet, listen_port int, native_protocol_version text, partitioner text, rack text, release_version text, rpc_address inet, rpc_port int, schema_version uuid, tokens set<text>, truncated_at map<uuid, blob>',
    paxos:
      'row_key blob; cf_id uuid; in_progress_ballot timeuuid, most_recent_commit blob, most_recent_commit_at timeuuid, most_recent_commit_version int, proposal blob, proposal_ballot timeuuid, proposal_version int',
    peer_events: 'peer inet;; hints_dropped map<uuid, int>',
    peer_events_v2: 'peer inet; peer_port int; hints_dropped map<uuid, int>',
    peers:
      'peer inet;; data_center text, host_id uuid, preferred_ip inet, rack text, release_version text, rpc_address inet, schema_version uuid, tokens set<text>',
    peers_v2:
      'peer inet; peer_port int; data_center text, host_id uuid, native_address inet, native_port int, preferred_ip inet, preferred_port int, rack text, release_version text, schema_version uuid, tokens set<text>',
    prepared_statements: 'prepared_id blob;; logged_keyspace text, query_string text',
    repairs:
      'parent_id timeuuid;; cfids set<uuid>, coordinator inet, coordinator_port int, last_update timestamp, participants set<inet>, participants_wp set<text>, ranges set<blob>, repaired_at timestamp, started_at timestamp, state int',
    size_estimates:
      'keyspace_name text; table_name text, range_start text, range_end text; mean_partition_size bigint, partitions_count bigint',
    sstable_activity: 'keyspace_name text, columnfamily_name text, generation int;; rate_120m double, rate_15m double',
    table_estimates:
      'keyspace_name text; table_name text, range_type text, range_start text, range_end text; mean_partition_size bigint, partitions_count bigint',
    transferred_ranges: 'operation text, keyspace_name text; peer inet; ranges set<blob>',
    transferred_ranges_v2: 'operation text, keyspace_name text; peer inet, peer_port int; ranges set<blob>',
    view_builds_in_progress:
      'keyspace_name text; view_name text, start_token text, end_token text; keys_built bigint, last_token text',
  },
  system_schema: {
    aggregates:
      'keyspace_name text; aggregate_name text, argument_types frozen<list<text>>; final_func text, initcond text, return_type text, state_func text, state_type text',
    columns:
      'keyspace_name text; table_name text, column_name text; clustering_order text, column_name_bytes blob, kind text, position int, type text',
    dropped_columns:
      'keyspace_name text; table_name text, column_name text; dropped_time timestamp, kind text, type text',
    functions:
      'keyspace_name text; function_name text, argument_types frozen<list<text>>; argument_names frozen<list<text>>, body text, called_on_null_input boolean, language text, return_type text',
    indexes: 'keyspace_name text; table_name text, index_name text; kind text, options frozen<map<text, text>>',
    keyspaces: 'keyspace_name text;; durable_writes boolean, replication frozen<map<text, text>>',
    tables:
      'keyspace_name text; table_name text; additional_write_policy text, bloom_filter_fp_chance double, caching frozen<map<text, text>>, cdc boolean, comment text, compaction frozen<map<text, text>>, compression frozen<map<text, text>>, crc_check_chance double, dclocal_read_repair_chance double, default_time_to_live int, extensions frozen<map<text, blob>>, flags frozen<set<text>>, gc_grace_seconds int, id uuid, max_index_interval int, memtable_flush_period_in_ms int, min_index_interval int, read_repair text, read_repair_chance double, speculative_retry text',
    triggers: 'keyspace_name text; table_name text, trigger_name text; options frozen<map<text, text>>',
    types: 'keyspace_name text; type_name text; field_names frozen<list<text>>, field_types frozen<list<text>>',
    views:
      'keyspace_name text; view_name text; additional_write_policy text, base_table_id uuid, base_table_name text, bloom_filter_fp_chance double, caching frozen<map<text, text>>, cdc boolean, comment text, compaction frozen<map<text, text>>, compression frozen<map<text, text>>, crc_check_chance double, dclocal_read_repair_chance double, default_time_to_live int, extensions frozen<map<text, blob>>, gc_grace_seconds int, id uuid, include_all_columns boolean, max_index_interval int, memtable_flush_period_in_ms int, min_index_interval int, read_repair text, read_repair_chance double, speculative_retry text, where_clause text',
  },
  system_auth: {
    network_permissions: 'role text;; dcs frozen<set<text>>',
    // Cassandra's spelling.
    resource_role_permissons_index: 'resource text; role text;',
    role_members: 'role text; member text;',
    role_permissions: 'role text; resource text; permissions set<text>',
    roles: 'role text;; can_login boolean, is_superuser boolean, member_of set<text>, salted_hash text',
  },
  system_distributed: {
    parent_repair_history:
      'parent_id timeuuid;; columnfamily_names set<text>, exception_message text, exception_stacktrace text, finished_at timestamp, keyspace_name text, options map<text, text>, requested_ranges set<text>, started_at timestamp, successful_ranges set<text>',
    repair_history:
      'keyspace_name text, columnfamily_name text; id timeuuid; coordinator inet, coordinator_port int, exception_message text, exception_stacktrace text, finished_at timestamp, parent_id timeuuid, participants set<inet>, participants_v2 set<text>, range_begin text, range_end text, started_at timestamp, status text',
    view_build_status: 'keyspace_name text, view_name text; host_id uuid; status text',
  },
  system_traces: {
    events:
      'session_id uuid; event_id timeuuid; activity text, source inet, source_elapsed int, source_port int, thread text',
    sessions:
      'session_id uuid;; client inet, command text, coordinator inet, coordinator_port int, duration int, parameters map<text, text>, request text, started_at timestamp',
  },
};
