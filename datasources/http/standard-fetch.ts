/** The part of `fetch` that the gateway uses, free of the types of any platform. */

/** `fetch` as browsers, Node and frameworks have it. */
export type StandardFetch = (url: string, init: StandardInit) => Promise<StandardAnswer>;

export interface StandardInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly redirect: 'manual';
  /** Frameworks may have a `fetch` that caches; answers belong to a token. */
  readonly cache: 'no-store';
  readonly signal: AbortSignal;
}

/** What is read of a `Response`. */
export interface StandardAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** A stream. Its type is left open: the types of browsers and of Node do not agree on one. */
  readonly body: unknown;
}
