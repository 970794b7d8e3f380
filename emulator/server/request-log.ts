/** A bounded log of what the emulator received, so that tests can count calls exactly. Tokens and bodies are not kept. */

import type { Api } from '../core/request-target.ts';
import type { HeaderFields } from '../core/service.ts';

export interface LoggedRequest {
  readonly api: Api;
  readonly method: string;
  /** Behind the base path, with the query, percent-encoded. */
  readonly target: string;
  readonly databaseId: string | undefined;
  /** Names in lower case; those that carry tokens are left out. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBytes: number;
  /** `undefined` until it is answered, and for ever when the connection was cut. */
  status: number | undefined;
}

export interface RequestLog {
  /** Oldest first. */
  readonly entries: readonly LoggedRequest[];
  /** How many entries are kept; the oldest give way. 0 switches the log off. */
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

/** The headers that may be kept. */
export function loggableHeaders(headers: HeaderFields): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !SECRET_HEADERS.has(name)));
}
