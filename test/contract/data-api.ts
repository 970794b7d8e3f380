/** A self-hosted Data API, as a back end of the contract. */
import { DATABASE, startDataApi } from '../datasources/support/database.ts';
import type { Backend } from './backend.ts';

export const dataApi = ({ isInProcess }: { isInProcess: boolean }): Backend => ({
  databaseId: DATABASE,
  capabilities: [
    'KEYSPACES',
    'ROWS',
    'DOCUMENTS',
    'DOCUMENT_FUNCTIONS',
    'USER_DEFINED_TYPES',
    'INDEXES',
    'DOCUMENT_COUNT',
    'VECTOR_SEARCH',
    'REPLICATION',
  ],
  refusedTypes: [
    'counter',
    'timeuuid',
    'tuple<int, text>',
    'list<frozen<tuple<int,varchar>>>',
    'frozen<list<text>>',
    'map<text, frozen<set<int>>>',
    'list<timeuuid>',
    'vector<int, 2>',
    "'org.apache.cassandra.db.marshal.DateType'",
  ],
  tellsReplication: false,
  keepsAllNumbers: false,
  start: () => startDataApi({}, { isInProcess }),
});
