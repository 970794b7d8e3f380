/** What each kind of back end can do. Replication is the operator's to choose where the upstream is self-hosted, and Astra's own. */
import type { Capability } from '../source/source.ts';

export const STARGATE_CAPABILITIES: readonly Capability[] = [
  'KEYSPACES',
  'ROWS',
  'DOCUMENTS',
  'JSON_SCHEMA',
  'DOCUMENT_FUNCTIONS',
  'DOCUMENT_TTL',
  'COUNTERS',
  'USER_DEFINED_TYPES',
  'INDEXES',
  'TABLE_OPTIONS',
  'COLUMN_RENAMES',
  'STATIC_COLUMNS',
  'DOCUMENT_PATTERNS',
];

/** It has no JSON schemas, no times to live, and none of what only CQL says: counters, static columns, options, renames. */
export const DATA_API_CAPABILITIES: readonly Capability[] = [
  'KEYSPACES',
  'ROWS',
  'DOCUMENTS',
  'DOCUMENT_FUNCTIONS',
  'USER_DEFINED_TYPES',
  'INDEXES',
  'DOCUMENT_COUNT',
  'VECTOR_SEARCH',
];
