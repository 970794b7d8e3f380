/** Other processes that serve the same upstream to the same clients: the workers of one gateway. */
export interface Peers {
  /** News of one kind, told by any process to all others. */
  topic<T>(name: string): PeerTopic<T>;
  /** Runs tasks of one name one after another, those of all processes. A failed task does not block the next. */
  inTurn<T>(name: string, task: () => Promise<T>): Promise<T>;
}

/** @typeParam T - can be printed as JSON */
export interface PeerTopic<T> {
  /** Resolves when each of the others has applied it, has ended or hangs. Never rejects. */
  tell(news: T): Promise<void>;
  /** Calls `apply` with what others tell. */
  listen(apply: (news: T) => void): void;
}

/** The topic of writes: what was in flight before one has ended is not joined any more. */
export const WRITES = 'writes';
