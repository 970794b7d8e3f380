/**
 * Reads the indexes of all tables of a keyspace at once: the rows of `system_schema.indexes` of its partition (Stargate REST API v2,
 * rows). The list of a table's indexes has the same rows.
 */
import { plain } from '../../http/body.ts';
import { contentOf } from '../../http/response-errors.ts';
import { sortByName } from '../../shared/lists.ts';
import { SourceError } from '../../source/errors.ts';
import type { Index, KeyspaceRef } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { indexPageShape } from './definition-shapes.ts';
import { toIndex } from './definitions.ts';

const ROUTE = '/v2/keyspaces/system_schema/indexes/{keyspace}';

/** Upstream has no maximum; more of them take further calls. */
const PAGE_SIZE = 10_000;

/** Failures after which the lists of single tables may still be read. */
const REFUSALS: ReadonlySet<SourceError['code']> = new Set([
  ...(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'NOT_SUPPORTED', 'UPSTREAM_ERROR'] as const),
]);

/** By table; `undefined` where the caller may not read the table, or upstream cannot. */
export async function readAllIndexes(
  connection: StargateConnection,
  ref: KeyspaceRef,
): Promise<ReadonlyMap<string, readonly Index[]> | undefined> {
  // Names with other characters cannot exist, and some would change the path.
  if (!/^\w+$/.test(ref.keyspace)) return undefined;
  const found = new Map<string, Index[]>();
  let pageState: string | undefined;
  try {
    do {
      const page = await readPage(connection, ref, pageState);
      for (const row of page.data) {
        const known = found.get(row.table_name);
        if (known) known.push(toIndex(row));
        else found.set(row.table_name, [toIndex(row)]);
      }
      pageState = page.pageState ?? undefined;
    } while (pageState !== undefined);
  } catch (error) {
    if (error instanceof SourceError && REFUSALS.has(error.code)) return undefined;
    throw error;
  }
  return new Map([...found].map(([table, indexes]) => [table, sortByName(indexes, ({ name }) => name)]));
}

async function readPage(connection: StargateConnection, ref: KeyspaceRef, pageState: string | undefined) {
  const answer = await connection.send(ref.databaseId, {
    api: 'rest',
    method: 'GET',
    route: ROUTE,
    parameters: { keyspace: ref.keyspace },
    query: { 'page-size': PAGE_SIZE, 'page-state': pageState },
    effect: 'read',
    expect: { 200: plain(indexPageShape(ref)) },
    reads: 'indexes',
  });
  return contentOf(answer);
}
