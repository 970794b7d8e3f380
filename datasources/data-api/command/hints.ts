import type { ReadHints } from '../../source/source.ts';

export const DATA_API_HINTS: ReadHints = {
  document: 'Documents by id share a command, a hundred at a time. Ask for fewer of them.',
  documentPage:
    'Each page of documents is a command, and the Data API itself ends a page after some 20. Ask for fewer with first, or narrow them with where.',
  nearestDocuments:
    'Each vector search is a command of its own. Search once with a greater first, or narrow one search with where.',
  documentCount:
    'Each count with another filter is a command, and the database reads what it counts. Ask for estimatedCount where an estimate will do.',
  partPage:
    'Each search within a document is a command of its own. Ask for parts of fewer documents, or read data(fields:).',
  row: 'Rows by key share a command where their keys differ in one column alone. Ask for keys with the same leading part together, or for fewer.',
  rowPage:
    'Each list of rows is a command of its own, and so is each further page of it, which the Data API itself ends. Ask for lists of fewer parents; relatedRow, which names a whole key, shares commands.',
  nearestRows:
    'Each vector search is a command of its own. Search once with a greater first, or narrow one search with where.',
  tables: 'The tables of each keyspace are a command. Name the keyspaces that are needed instead of listing all.',
  keyspaces: 'The keyspaces of each database are a call. Ask for fewer databases at a time.',
  collections:
    'The collections of each namespace are a command. Name the namespaces that are needed instead of listing all.',
  indexes: 'The indexes of each table are a command. Ask for those of the tables that are needed.',
};
