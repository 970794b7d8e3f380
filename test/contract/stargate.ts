/** A self-hosted Stargate, as a back end of the contract. */
import { DATABASE, startStargate } from '../datasources/support/database.ts';
import type { Backend } from './backend.ts';

export const stargate = ({ isInProcess }: { isInProcess: boolean }): Backend => ({
  databaseId: DATABASE,
  capabilities: [
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
    'REPLICATION',
  ],
  refusedTypes: [],
  tellsReplication: true,
  keepsAllNumbers: true,
  start: () => startStargate({}, { isInProcess }),
});
