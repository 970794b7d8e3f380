/** The three queries of the public suite of GraphQL benchmarks, in the shape that each kind of contestant offers. */
import { isDeepStrictEqual } from 'node:util';
import { EVENT_COUNT, KEYSPACE, POST_COUNT, POSTS, USERS } from './data.ts';

export const QUERY_NAMES = ['join', 'titles', 'constant'] as const;
export type QueryName = (typeof QUERY_NAMES)[number];

export const QUERY_MEANINGS: Readonly<Record<QueryName, string>> = {
  join: `${POST_COUNT} posts with their users, ${USERS.length} different ones`,
  titles: `the titles of ${POST_COUNT} posts`,
  constant: 'a constant',
};

/** What a contestant is asked. */
export interface Shape {
  /** Of the endpoint. */
  readonly path: (query: QueryName) => string;
  readonly documents: Readonly<Record<QueryName, string>>;
  /** What has to be in `data`. */
  readonly answers: Readonly<Record<QueryName, unknown>>;
}

const CONSTANT = { __typename: 'Query' };
const userOf = (userId: number) => USERS.find(({ id }) => id === userId);

/** Types of their own for posts and users, as the peers have them. */
export const TYPED: Shape = {
  path: () => '/graphql',
  documents: {
    join: '{ posts { id userId title user { id name email } } }',
    titles: '{ posts { title } }',
    constant: '{ __typename }',
  },
  answers: {
    join: { posts: POSTS.map((post) => ({ ...post, user: userOf(post.userId) })) },
    titles: { posts: POSTS.map(({ title }) => ({ title })) },
    constant: CONSTANT,
  },
};

/** The proxy has no query language: a path for each. */
export const PATHS: Shape = { ...TYPED, path: (query) => `/${query}` };

/** Rows of tables, joined by `relatedRow`. */
export const ROWS: Shape = {
  path: () => '/graphql',
  documents: {
    join: rows(
      'posts',
      POST_COUNT,
      `values(columns: ["id", "user_id", "title"])
       user: relatedRow(table: "users", key: [{ column: "id", from: "user_id" }]) { values(columns: ["id", "name", "email"]) }`,
    ),
    titles: rows('posts', POST_COUNT, 'value(column: "title")'),
    constant: '{ __typename }',
  },
  answers: {
    join: inTable(
      POSTS.map(({ id, userId, title }) => ({
        values: { id, user_id: userId, title },
        user: { values: userOf(userId) },
      })),
    ),
    titles: inTable(POSTS.map(({ title }) => ({ value: title }))),
    constant: CONSTANT,
  },
};

/** The gateway's typed graph of the same tables, joined by an edge. */
export const COLUMNS: Shape = {
  path: () => `/graphql/${KEYSPACE}`,
  documents: {
    join: `{ posts(first: ${POST_COUNT}) { nodes { id user_id title user { id name email } } } }`,
    titles: `{ posts(first: ${POST_COUNT}) { nodes { title } } }`,
    constant: '{ __typename }',
  },
  answers: {
    join: {
      posts: { nodes: POSTS.map(({ id, userId, title }) => ({ id, user_id: userId, title, user: userOf(userId) })) },
    },
    titles: { posts: { nodes: POSTS.map(({ title }) => ({ title })) } },
    constant: CONSTANT,
  },
};

/** The edge of `COLUMNS`. */
export const RELATIONS = `schema @keyspace(name: "${KEYSPACE}")
extend type posts { user: users @related(key: { id: "user_id" }) }
`;

/** Rows of the long table, so many in one answer. */
export function longDocument(rowCount: number): string {
  if (rowCount > EVENT_COUNT) throw new Error(`The table has ${EVENT_COUNT} rows, not ${rowCount}`);
  return rows('events', rowCount, 'values(columns: ["id", "title"])');
}

export function isRight(shape: Shape, query: QueryName, answer: unknown): boolean {
  return isDeepStrictEqual(answer, { data: shape.answers[query] });
}

function rows(table: string, first: number, fields: string): string {
  return `{ keyspace(name: "${KEYSPACE}") { table(name: "${table}") { rows(first: ${first}) { nodes { ${fields} } } } } }`;
}

function inTable(nodes: readonly unknown[]): unknown {
  return { keyspace: { table: { rows: { nodes } } } };
}
