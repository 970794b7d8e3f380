import type { HttpAnswer } from '../http-answer.ts';

/** How a call ended, as a value. */
export type Outcome = { readonly answer: HttpAnswer } | { readonly error: unknown };

export function settle(sending: Promise<HttpAnswer>): Promise<Outcome> {
  return sending.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
}

/** The answer, or the error thrown. */
export function unsettle(outcome: Outcome): HttpAnswer {
  if ('error' in outcome) throw outcome.error;
  return outcome.answer;
}
