/**
 * What Node can do at most: no GraphQL, the same upstream requests as the gateway's, their JSON parsed, joined and printed.
 * Arguments: the upstream's URL and a port.
 */
import { createServer } from 'node:http';
import { KEYSPACE, type Post, type User } from '../data.ts';
import type { QueryName } from '../queries.ts';
import { createUpstreamReader } from './upstream-reader.ts';

const read = createUpstreamReader(process.argv[2] ?? '');
const ALL = `/v2/keyspaces/${KEYSPACE}/posts?where=%7B%7D&page-size=100&fields=`;

interface PostRow extends Omit<Post, 'userId'> {
  readonly user_id: number;
}

const ROUTES: Readonly<Record<QueryName, () => Promise<unknown>>> = {
  constant: async () => ({ __typename: 'Query' }),
  titles: async () => ({ posts: (await readRows<PostRow>(`${ALL}id%2Ctitle`)).map(({ title }) => ({ title })) }),
  join: async () => {
    const posts = await readRows<PostRow>(`${ALL}id%2Ctitle%2Cuser_id`);
    const ids = [...new Set(posts.map(({ user_id }) => user_id))];
    const where = encodeURIComponent(JSON.stringify({ id: { $in: ids } }));
    const users = await readRows<User>(`/v2/keyspaces/${KEYSPACE}/users?where=${where}&page-size=100`);
    const userById = new Map(users.map((user) => [user.id, user]));
    return {
      posts: posts.map(({ id, user_id, title }) => ({ id, userId: user_id, title, user: userById.get(user_id) })),
    };
  },
};

async function readRows<T>(path: string): Promise<readonly T[]> {
  const { data } = (await read(path)) as { readonly data: readonly T[] };
  return data;
}

const server = createServer(async (incoming, outgoing) => {
  incoming.resume();
  const query = incoming.url?.slice(1) as QueryName;
  const body = JSON.stringify({ data: await ROUTES[query]() });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  outgoing.writeHead(200, headers).end(body);
});
server.listen(Number(process.argv[3]), '127.0.0.1');
