import type { Capability } from '../../source/source.ts';

/** What every Stargate can do, on Astra and elsewhere. */
export const DATA_CAPABILITIES: readonly Capability[] = [
  'KEYSPACES',
  'ROWS',
  'DOCUMENTS',
  'JSON_SCHEMA',
  'DOCUMENT_FUNCTIONS',
  'DOCUMENT_TTL',
  'COUNTERS',
  'USER_DEFINED_TYPES',
  'INDEXES',
];
