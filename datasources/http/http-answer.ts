import type { HttpCall } from './http-call.ts';

/** A whole answer. */
export interface HttpAnswer<T = unknown> {
  readonly call: HttpCall;
  readonly status: number;
  readonly durationMs: number;
  readonly text: string;
  /** What a success holds; absent for a failure. */
  readonly success?: { readonly value: T };
  /** A header's value, or `null`. */
  header(name: string): string | null;
}
