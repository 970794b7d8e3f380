/** Sends operations to the gateway that served this page, and keeps the receipt of the last one. */
import type { GraphiQL } from 'graphiql';
import type { ComponentProps } from 'react';
import { type Outcome, outcomeOf } from './outcome.ts';
import { createStore } from './store.ts';
import { takeReceipt } from './take-receipt.ts';
import { tokenHeaders } from './token.tsx';

export interface LastOperation {
  /** Of the operation; `null` when it has none. */
  readonly name: string | null;
  /** From the request to the end of the answer, measured by this page. */
  readonly elapsedMs: number;
  readonly outcome: Outcome;
}

/** `undefined` before the first one. */
export const lastOperation = createStore<LastOperation | undefined>(undefined);

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];
type Answer = Awaited<ReturnType<Fetcher>>;

/** The headers editor overrides the token field. */
export const fetcher: Fetcher = async (params, options) => {
  const headers = { ...tokenHeaders(), ...options?.headers };
  if (params.operationName === 'IntrospectionQuery') return post(params, headers);
  const startedAtMs = performance.now();
  const keep = (outcome: Outcome) =>
    lastOperation.set({ name: params.operationName ?? null, elapsedMs: performance.now() - startedAtMs, outcome });
  try {
    const { answer, receipt } = takeReceipt(await post(params, { 'X-Astra-Receipt': 'true', ...headers }));
    keep(outcomeOf(answer, receipt));
    return answer as Answer;
  } catch (error) {
    keep({ kind: 'unanswered', reason: (error as Error).message });
    throw error;
  }
};

/**
 * Sends one request to the gateway.
 *
 * @param endpoint - default the graph that this page is about
 * @throws Error - when the answer is not GraphQL
 */
export async function post(
  params: unknown,
  headers: Readonly<Record<string, string>>,
  endpoint: string = location.pathname,
): Promise<Answer> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      Accept: 'application/graphql-response+json, application/json',
      'Content-Type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(params),
  });
  if (!response.headers.get('content-type')?.includes('json')) {
    throw new Error(`The answer is not GraphQL: ${response.status} ${response.statusText}`);
  }
  return response.json();
}
