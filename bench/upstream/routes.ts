/** What the stand-in answers to a path: rows as Stargate's REST API has them, and plain lists for the peers. */
import { EVENTS, KEYSPACE, POSTS, USERS } from '../data.ts';

type Row = Readonly<Record<string, unknown>>;

interface Table {
  readonly rows: readonly Row[];
  readonly types: Readonly<Record<string, string>>;
}

const POST_TYPES = { id: 'int', title: 'text', user_id: 'int' };
const TABLES: Readonly<Record<string, Table>> = {
  posts: { rows: POSTS.map(toRow), types: POST_TYPES },
  events: { rows: EVENTS.map(toRow), types: POST_TYPES },
  users: { rows: USERS.map((user) => ({ ...user })), types: { id: 'int', email: 'text', name: 'text' } },
};

/** What has no name in the API of rows: column names are lower case there. */
function toRow({ id, userId, title }: (typeof POSTS)[number]): Row {
  return { id, title, user_id: userId };
}

/** What a keyspace may have besides its tables: types, collections and indexes. */
const EMPTY: ReadonlySet<string> = new Set([
  `/v2/schemas/keyspaces/${KEYSPACE}/types`,
  `/v2/namespaces/${KEYSPACE}/collections`,
  `/v2/keyspaces/system_schema/indexes/${KEYSPACE}`,
]);

/** The body for a path with its query; `undefined` when there is no such thing. */
export function render(target: string): unknown {
  const { pathname, searchParams } = new URL(target, 'http://upstream');
  const [first = '', ...rest] = pathname.slice(1).split('/');
  if (first === 'posts') return POSTS;
  if (first === 'users') return renderUsers(rest[0], searchParams.getAll('id'));
  if (pathname === `/v2/schemas/keyspaces/${KEYSPACE}`) return { data: { name: KEYSPACE } };
  if (pathname === `/v2/schemas/keyspaces/${KEYSPACE}/tables`) return { data: Object.keys(TABLES).map(renderTable) };
  if (EMPTY.has(pathname)) return { count: 0, data: [] };
  const table = first === 'v2' && rest[0] === 'keyspaces' && rest[1] === KEYSPACE ? TABLES[rest[2] ?? ''] : undefined;
  return table && renderRows(table, searchParams);
}

/** One by its path, or those with the ids of the query, or all. */
function renderUsers(id: string | undefined, ids: readonly string[]): unknown {
  if (id !== undefined) return USERS.find((user) => String(user.id) === id);
  return ids.length === 0 ? USERS : USERS.filter((user) => ids.includes(String(user.id)));
}

function renderTable(name: string): unknown {
  const columns = Object.entries(TABLES[name]?.types ?? {});
  return {
    name,
    keyspace: KEYSPACE,
    columnDefinitions: columns.map(([column, typeDefinition]) => ({ name: column, typeDefinition, static: false })),
    primaryKey: { partitionKey: ['id'], clusteringKey: [] },
    tableOptions: { defaultTimeToLive: 0, clusteringExpression: [] },
  };
}

/** A page of the rows that `where` names by key, or of all; page states are offsets. */
function renderRows({ rows, types }: Table, query: URLSearchParams): unknown {
  const where = JSON.parse(query.get('where') ?? '{}') as { id?: { $eq?: number; $in?: number[] } };
  const keys = where.id?.$in ?? (where.id?.$eq === undefined ? undefined : [where.id.$eq]);
  const found = keys ? rows.filter(({ id }) => keys.some((key) => key === id)) : rows;
  const start = Number(query.get('page-state') ?? 0);
  const end = start + Number(query.get('page-size') ?? 100);
  const columns = query.get('fields')?.split(',') ?? Object.keys(types);
  const data = found.slice(start, end).map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
  return { count: data.length, ...(end < found.length && { pageState: String(end) }), data };
}
