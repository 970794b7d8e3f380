/** What makes an operation cost many calls, and what can be done about it. */
import type { LoadName } from '../../datasources/source/load-count.ts';
import type { UpstreamCall } from '../../datasources/source/source.ts';
import { type ExecutedDocument, fieldPaths } from './receipt-paths.ts';

export interface Hint {
  /** Paths of the fields of this operation that read so, by the names in the answer; lists are not numbered. */
  readonly fields: readonly string[];
  readonly route: string;
  readonly calls: number;
  /** The reason and the cure, in one or two sentences. */
  readonly message: string;
}

/** So many calls for one thing are worth a word. */
const MANY_CALLS = 10;

interface Advice {
  /** Names of the fields that read so. */
  readonly fields: readonly string[];
  readonly message: string;
}

const ADVICE: Readonly<Partial<Record<LoadName, Advice>>> = {
  document: {
    fields: ['document', 'relatedDocument', 'node', 'nodes', '_entities'],
    message:
      'Each document by its id is a call of its own. Find them with documents(where:), where a call brings a page of them, or ask for fewer.',
  },
  documentPage: {
    fields: ['documents'],
    message:
      'Each page of documents is a call, and a page is short. Ask for fewer with first, or narrow them with where.',
  },
  partPage: {
    fields: ['search'],
    message:
      'Each search within a document is a call of its own. Ask for parts of fewer documents, or read data(fields:).',
  },
  row: {
    fields: ['row', 'relatedRow', 'node', 'nodes', '_entities'],
    message:
      'Rows by key share a call where their keys differ in one column alone, as far as its values fit a request. Ask for keys with the same leading part together, or for fewer.',
  },
  rowPage: {
    fields: ['rows', 'relatedRows'],
    message:
      'Each list of rows is a call of its own, and so is each further page of it. Ask for lists of fewer parents; relatedRow, which names a whole key, shares calls.',
  },
  tables: {
    fields: ['keyspace', 'tables', 'table'],
    message: 'The tables of each keyspace are a call. Name the keyspaces that are needed instead of listing all.',
  },
  keyspaces: {
    fields: ['keyspaces'],
    message: 'The keyspaces of each database are a call. Ask for fewer databases at a time.',
  },
  database: {
    fields: ['database', 'node', 'nodes', '_entities'],
    message: 'Each database by its id is a call of its own. Read them from the list databases instead.',
  },
  collections: {
    fields: ['namespace', 'collections', 'collection'],
    message:
      'The collections of each namespace are a call. Name the namespaces that are needed instead of listing all.',
  },
  indexes: {
    fields: ['indexes'],
    message: 'The indexes of each table are a call. Ask for those of the tables that are needed.',
  },
};

/** One for each kind of read that took many calls, the costliest first. */
export function findHints(calls: readonly UpstreamCall[], operation: ExecutedDocument): readonly Hint[] {
  const byRead = new Map<LoadName, UpstreamCall[]>();
  for (const call of calls) {
    if (call.reads === undefined) continue;
    const group = byRead.get(call.reads);
    if (group) group.push(call);
    else byRead.set(call.reads, [call]);
  }
  return [...byRead].flatMap(([reads, group]) => toHint(ADVICE[reads], group, operation) ?? []).sort(byCalls);
}

function toHint(advice: Advice | undefined, calls: readonly UpstreamCall[], operation: ExecutedDocument) {
  if (!advice || calls.length < MANY_CALLS) return undefined;
  const { fields, message } = advice;
  return { fields: fieldPaths(operation, fields), route: calls[0]?.route ?? '', calls: calls.length, message };
}

function byCalls(one: Hint, other: Hint): number {
  return other.calls - one.calls;
}
