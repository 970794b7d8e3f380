/** Searches a collection: documents in token order, page by page. */
import { setImmediate } from 'node:timers/promises';
import { checkListMessages, checkMessages } from '../storage/grpc-messages.ts';
import type { LeafRow } from '../storage/leaf.ts';
import type { LeafStore, StoredDocument } from '../storage/leaf-store.ts';
import { fillsPage } from '../storage/row-pages.ts';
import { encodePageState, type QueryState, readQueryStates } from './page-state.ts';
import { makePlan, type Plan, type StorageQuery } from './plan.ts';
import type { Expression } from './where.ts';

export interface SearchOptions {
  readonly where: Expression | undefined;
  readonly pageSize: number;
  readonly pageState: Buffer | undefined;
}

export interface DocumentPage {
  readonly documents: readonly StoredDocument[];
  readonly pageState: string | undefined;
}

/** What one query has read for the current page. */
interface Progress {
  readonly query: StorageQuery;
  readonly start: QueryState;
  rows: number;
}

const MAX_CHUNK_DOCUMENTS = 256;

export async function searchCollection(
  leaves: LeafStore,
  { where, pageSize, pageState }: SearchOptions,
): Promise<DocumentPage> {
  const plan = makePlan(where, pageSize);
  const states = readQueryStates(pageState, plan.queries.length);
  const progress = plan.queries.map((query, index) => ({ query, start: states[index], rows: 0 }));
  const documents: StoredDocument[] = [];
  const checkSizes = () => {
    if (where) for (const { id, rows } of documents) checkMessages(id, rows);
    else checkListMessages(leaves, documents, pageSize);
  };
  const rest = documentsAfter(leaves, firstPosition(states), pageSize + 1);
  for await (const document of rest) {
    if (!isFound(plan, progress, document)) continue;
    documents.push(document);
    if (documents.length < pageSize) continue;
    checkSizes();
    return { documents, pageState: await nextState(progress, document.id, rest) };
  }
  checkSizes();
  return { documents, pageState: undefined };
}

/** Reads documents in growing chunks; other requests run between chunks. */
async function* documentsAfter(leaves: LeafStore, after: string | undefined, firstChunk: number) {
  let last = after;
  for (let size = firstChunk; ; size = Math.min(size * 2, MAX_CHUNK_DOCUMENTS)) {
    const chunk = leaves.documents(last, size);
    yield* chunk;
    if (chunk.length < size) return;
    last = chunk.at(-1)?.id;
    await setImmediate();
  }
}

/** All queries of a search are at the same document, unless they are exhausted or at their beginning. */
function firstPosition(states: readonly QueryState[]): string | undefined {
  const position = states.find((state) => state !== 'exhausted');
  return typeof position === 'object' ? position.id : undefined;
}

function isFound(plan: Plan, progress: readonly Progress[], { rows }: StoredDocument): boolean {
  const found = new Set<LeafRow>();
  for (const one of progress) {
    if (one.start === 'exhausted') continue;
    const own = rows.filter(one.query.finds);
    one.rows += own.length;
    for (const row of own) found.add(row);
  }
  if (found.size === 0 || !plan.accepts([...found])) return false;
  return plan.filters.every((filter) => filter(rows));
}

/** A full page has a state, unless no query has more rows. */
async function nextState(
  progress: readonly Progress[],
  lastId: string,
  rest: AsyncIterable<StoredDocument>,
): Promise<string | undefined> {
  const active = progress.filter(({ start }) => start !== 'exhausted');
  if (!active.some(isEndUnknown) && !(await hasMoreRows(active, rest))) return undefined;
  const states = progress.map((one): QueryState => {
    if (one.start === 'exhausted') return 'exhausted';
    return { id: lastId, path: [], hasShownRows: !isEndUnknown(one) };
  });
  return encodePageState(states);
}

/** Upstream treats a query as unfinished until it returns a row, and while its last page of rows was full. */
function isEndUnknown({ start, rows, query }: Progress): boolean {
  if (rows > 0) return fillsPage(rows, query.firstPageRows);
  return typeof start !== 'object' || !start.hasShownRows;
}

async function hasMoreRows(queries: readonly Progress[], rest: AsyncIterable<StoredDocument>): Promise<boolean> {
  for await (const { rows } of rest) {
    if (queries.some(({ query }) => rows.some(query.finds))) return true;
  }
  return false;
}
