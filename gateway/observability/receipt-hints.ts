/** Hints: what makes an operation cost many calls, and what can be done about it. */
import type { LoadName, ReadHints, UpstreamCall } from '../../datasources/source/source.ts';
import { type ExecutedDocument, fieldPaths } from './receipt-paths.ts';

export interface Hint {
  /** Paths of the fields of this operation that read so, by the names in the answer; lists are not numbered. */
  readonly fields: readonly string[];
  readonly route: string;
  readonly calls: number;
  /** The reason and the cure, in one or two sentences. */
  readonly message: string;
}

/** So many calls for one kind of read are worth a hint. */
const MANY_CALLS = 10;

/** Names of the fields that read so. */
const FIELDS: Readonly<Partial<Record<LoadName, readonly string[]>>> = {
  document: ['document', 'relatedDocument', 'node', 'nodes', '_entities'],
  documentPage: ['documents'],
  nearestDocuments: ['documents'],
  documentCount: ['count'],
  partPage: ['search'],
  row: ['row', 'relatedRow', 'node', 'nodes', '_entities'],
  rowPage: ['rows', 'relatedRows'],
  nearestRows: ['rows'],
  tables: ['keyspace', 'tables', 'table'],
  keyspaces: ['keyspaces'],
  database: ['database', 'node', 'nodes', '_entities'],
  collections: ['namespace', 'collections', 'collection'],
  indexes: ['indexes'],
};

/**
 * One for each kind of read that took many calls, the costliest first.
 *
 * @param messages - the hints of the back end
 */
export function findHints(
  calls: readonly UpstreamCall[],
  operation: ExecutedDocument,
  messages: ReadHints,
): readonly Hint[] {
  const byRead = new Map<LoadName, UpstreamCall[]>();
  for (const call of calls) {
    if (call.reads === undefined) continue;
    const group = byRead.get(call.reads);
    if (group) group.push(call);
    else byRead.set(call.reads, [call]);
  }
  const hints = [...byRead].flatMap(([reads, group]): Hint[] => {
    const message = messages[reads];
    if (message === undefined || group.length < MANY_CALLS) return [];
    const fields = fieldPaths(operation, FIELDS[reads] ?? []);
    return [{ fields, route: group[0]?.route ?? '', calls: group.length, message }];
  });
  return hints.sort(byCalls);
}

function byCalls(one: Hint, other: Hint): number {
  return other.calls - one.calls;
}
