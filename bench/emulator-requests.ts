/** What the emulator is asked, directly and through the gateway. */
import { toRequest } from './load.ts';

export interface Place {
  /** Of the emulator's REST API. */
  readonly restUrl: string;
  readonly gatewayUrl: string;
  readonly token: string;
  readonly rowCount: number;
}

/** One kind of request, for other rows at each call. */
export interface Kind {
  readonly url: URL;
  readonly nextRequest: () => Buffer;
  /** Rows in each answer. */
  readonly rows: number;
}

export const MANY = 100;
const TABLE = '/v2/keyspaces/bench/rows_by_id';
const QUERY =
  'query ($key: RowKey!) { keyspace(name: "bench") { table(name: "rows_by_id") { row(key: $key) { values } } } }';

/** A row by its key, the same through the gateway, a search of a hundred keys, and a page of a hundred rows. */
export function createKinds({
  restUrl,
  gatewayUrl,
  token,
  rowCount,
}: Place): Readonly<Record<'read' | 'through' | 'search' | 'page', Kind>> {
  const headers = { 'x-cassandra-token': token };
  const randomKey = () => Math.floor(Math.random() * rowCount);
  const kind = (url: string, rows: number, next: () => { readonly path: string; readonly body?: string }): Kind => ({
    url: new URL(url),
    rows,
    nextRequest() {
      const { path, body } = next();
      return toRequest(new URL(`${url}${path}`), headers, body);
    },
  });
  return {
    read: kind(restUrl, 1, () => ({ path: `${TABLE}/${randomKey()}` })),
    through: kind(gatewayUrl, 1, () => ({
      path: '/graphql',
      body: JSON.stringify({ query: QUERY, variables: { key: { id: randomKey() } } }),
    })),
    search: kind(restUrl, MANY, () => {
      const keys = new Set<number>();
      while (keys.size < MANY) keys.add(randomKey());
      return {
        path: `${TABLE}?page-size=${MANY}&where=${encodeURIComponent(JSON.stringify({ id: { $in: [...keys] } }))}`,
      };
    }),
    page: kind(restUrl, MANY, () => ({ path: `${TABLE}/rows?page-size=${MANY}` })),
  };
}
