/** A bounded log of received requests, so that tests can count calls exactly. Without tokens and bodies. */

import type { Api } from '../core/request-target.ts';
import type { HeaderFields } from '../core/service.ts';

export interface LoggedRequest {
  readonly api: Api;
  readonly method: string;
  /** After the base path, with the query, percent-encoded. */
  readonly target: string;
  readonly databaseId: string | undefined;
  /** Names in lower case, without those that carry tokens. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBytes: number;
  /** `undefined` until the answer, and when the connection was cut. */
  status: number | undefined;
}

export interface RequestLog {
  /** Oldest first. */
  readonly entries: readonly LoggedRequest[];
  /** The maximum number of entries; the oldest are removed first. 0 disables the log. */
  capacity: number;
  clear(): void;
  add(request: LoggedRequest): void;
}

const SECRET_HEADERS = new Set(['authorization', 'cookie', 'token', 'x-cassandra-token']);

export function createRequestLog(capacity: number): RequestLog {
  const entries: LoggedRequest[] = [];
  return {
    entries,
    capacity,
    clear: () => void entries.splice(0),
    add(request) {
      entries.push(request);
      if (entries.length > this.capacity) entries.splice(0, entries.length - this.capacity);
    },
  };
}

/** The headers without those that carry tokens. */
export function loggableHeaders(headers: HeaderFields): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !SECRET_HEADERS.has(name)));
}
