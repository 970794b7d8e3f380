/** What the upstream stand-in holds: two tables, sized like those of the public suite of GraphQL benchmarks. */

export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

export interface Post {
  readonly id: number;
  readonly userId: number;
  readonly title: string;
}

export const KEYSPACE = 'bench';
/** Posts of the join, and the different users that they have. */
export const POST_COUNT = 100;
export const USER_COUNT = 10;
/** Rows of the table of big answers. */
export const EVENT_COUNT = 10_000;

export const USERS: readonly User[] = Array.from({ length: USER_COUNT }, (_, index) => ({
  id: index + 1,
  name: `The user number ${index + 1}`,
  email: `user.${index + 1}@example.com`,
}));

export const POSTS: readonly Post[] = Array.from({ length: POST_COUNT }, (_, index) => toPost(index + 1));

/** The same kind of row as a post, in a table long enough for one answer of ten thousand. */
export const EVENTS: readonly Post[] = Array.from({ length: EVENT_COUNT }, (_, index) => toPost(index + 1));

function toPost(id: number): Post {
  return { id, userId: ((id - 1) % USER_COUNT) + 1, title: `What was written about the subject number ${id}` };
}
