/** How many calls the gateway makes for lists of related rows, which upstream counts. */
import { KEYSPACE } from './data.ts';
import { TOKEN, type Upstream } from './upstream/process.ts';

export const PARENT_COUNT = 30;

const QUERY = `{ keyspace(name: "${KEYSPACE}") { table(name: "posts") { rows(first: ${PARENT_COUNT}) { nodes {
  relatedRows(table: "events", key: [{ column: "id", from: "id" }], first: 5) { nodes { value(column: "title") } } } } } } }`;

/** Of an operation whose definitions are known. @throws Error - for a wrong answer */
export async function countRelatedListCalls(origin: string, upstream: Upstream): Promise<number> {
  await ask(origin);
  const before = await upstream.requestCount();
  await ask(origin);
  return (await upstream.requestCount()) - before;
}

async function ask(origin: string): Promise<void> {
  const headers = { 'content-type': 'application/json', ...TOKEN };
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: QUERY }),
  });
  const answer = (await response.json()) as {
    readonly data?: { keyspace: { table: { rows: { nodes: { relatedRows: { nodes: unknown[] } }[] } } } };
  };
  const lists = answer.data?.keyspace.table.rows.nodes ?? [];
  if (lists.length === PARENT_COUNT && lists.every(({ relatedRows }) => relatedRows.nodes.length === 1)) return;
  throw new Error(`A wrong answer: ${JSON.stringify(answer).slice(0, 500)}`);
}
