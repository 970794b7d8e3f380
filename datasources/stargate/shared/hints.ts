import type { ReadHints } from '../../source/source.ts';

export const STARGATE_HINTS: ReadHints = {
  document:
    'Each document by its id is a call of its own. Find them with documents(where:), where a call brings a page of them, or ask for fewer.',
  documentPage:
    'Each page of documents is a call, and a page is short. Ask for fewer with first, or narrow them with where.',
  partPage:
    'Each search within a document is a call of its own. Ask for parts of fewer documents, or read data(fields:).',
  row: 'Rows by key share a call where their keys differ in one column alone, as far as its values fit a request. Ask for keys with the same leading part together, or for fewer.',
  rowPage:
    'Each list of rows is a call of its own, and so is each further page of it. Ask for lists of fewer parents; relatedRow, which names a whole key, shares calls.',
  tables: 'The tables of each keyspace are a call. Name the keyspaces that are needed instead of listing all.',
  keyspaces: 'The keyspaces of each database are a call. Ask for fewer databases at a time.',
  collections:
    'The collections of each namespace are a call. Name the namespaces that are needed instead of listing all.',
  indexes: 'The indexes of each table are a call. Ask for those of the tables that are needed.',
};
