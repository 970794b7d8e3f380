import type { HttpAnswer } from '../http/http-call.ts';

/** How a call ended, as a value. */
export type Outcome<T = unknown> = { readonly answer: HttpAnswer<T> } | { readonly error: unknown };

export function settle<T>(sending: Promise<HttpAnswer<T>>): Promise<Outcome<T>> {
  return sending.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
}

/** Returns the answer, or throws the error. */
export function unsettle<T>(outcome: Outcome<T>): HttpAnswer<T> {
  if ('error' in outcome) throw outcome.error;
  return outcome.answer;
}
