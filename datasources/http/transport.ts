/** What sends the calls of the HTTP client. */

/** `fetch` with node-fetch's `size`. Wrap it to bound, slow or watch all calls. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>;

export interface FetchInit {
  /** Default GET. */
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  /** A redirect is an error with the `type` `no-redirect`. */
  readonly redirect: 'error' | 'manual';
  readonly signal: CallSignal;
  /** Most bytes of the answer; reading more is an error with the `type` `max-size`. Default: any number. */
  readonly size?: number;
}

/** What transports need of an `AbortSignal`, which is itself one of the dearest parts of a call. */
export interface CallSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What is read of an answer. */
export interface FetchAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface Transport {
  readonly fetch: Fetch;
  /** Closes connections that are kept. */
  close(): void;
}

export interface TransportOptions {
  /** Further calls to one host wait for a socket, and the wait counts toward their timeout. Default 64. */
  readonly maxSocketsPerHost?: number;
  /** Which client sends the calls where the platform is Node. Default `node`, its own. */
  readonly client?: HttpClientName;
}

export type HttpClientName = 'node' | 'node-fetch';

export type OpenTransport = (options: TransportOptions) => Transport;

/** For clients that take nothing else. */
export function toAbortSignal(signal: CallSignal): AbortSignal {
  if (signal instanceof AbortSignal) return signal;
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  signal.addEventListener('abort', () => controller.abort());
  return controller.signal;
}

/** A transport with nothing to close. */
export function transportOf(fetch: Fetch): Transport {
  return { fetch, close() {} };
}
