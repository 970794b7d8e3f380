/** Sends away who comes too often: by token, by address, and by the sign-ins that were tried from an address. */
import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { digest } from '../../datasources/shared/digest.ts';
import { RATE_SETTINGS } from '../config/rates.ts';
import { measureOperation } from '../limits/operation-size.ts';
import { readClientAddress, type ServerContext } from '../shared/client-address.ts';
import { createRefusal } from '../shared/refusal.ts';
import { createRateStore, type RateStore } from './rate-store.ts';
import { type Auth, readTokens } from './tokens.ts';

/** Each per minute; 0 for any number. */
export interface Rates {
  readonly requestsPerToken: number;
  readonly requestsPerAddress: number;
  readonly signInsPerAddress: number;
}

export interface RateOptions {
  readonly rates: Rates;
  /** See `readClientAddress`. */
  readonly trustedProxies: number;
  /** Default: in the memory of this process. */
  readonly rateStore?: RateStore;
}

export const DEFAULT_RATES: RateOptions = {
  rates: { requestsPerToken: 0, requestsPerAddress: 0, signInsPerAddress: 30 },
  trustedProxies: 0,
};

const WINDOW_MS = 60_000;
const NOUNS = {
  requestsPerToken: 'requests with one token',
  requestsPerAddress: 'requests from one address',
  signInsPerAddress: 'sign-ins from one address',
} as const satisfies Record<keyof Rates, string>;

export function useRateLimit(
  auth: Auth,
  { rates, trustedProxies, rateStore = createRateStore() }: RateOptions,
): Plugin<ServerContext, ServerContext> {
  async function take(kind: keyof Rates, client: string, uses: number): Promise<void> {
    const limit = rates[kind];
    if (limit === 0 || uses === 0) return;
    const waitMs = await rateStore.take(`${kind}:${digest(client)}`, { limit, windowMs: WINDOW_MS }, uses);
    if (waitMs > 0) throw refuse(kind, limit, waitMs);
  }

  return {
    async onRequestParse({ request, serverContext }) {
      if (rates.requestsPerAddress > 0)
        await take('requestsPerAddress', readClientAddress(request, serverContext, trustedProxies), 1);
      if (rates.requestsPerToken === 0) return;
      // Whoever is lent the gateway's own token is not to use it up for all others.
      const { data, devops } = readTokens(request, { ...auth, ownToken: 'none' });
      for (const token of new Set([data, devops])) if (token !== undefined) await take('requestsPerToken', token, 1);
    },
    async onExecute({ args: { document, operationName, contextValue } }) {
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== 'mutation') return;
      const { signIns } = measureOperation(document, operation);
      const address = readClientAddress(contextValue.request, contextValue, trustedProxies);
      await take('signInsPerAddress', address, signIns);
    },
  };
}

function refuse(kind: keyof Rates, limit: number, waitMs: number) {
  const seconds = Math.ceil(waitMs / 1000);
  return createRefusal(
    `These are more than the ${limit} ${NOUNS[kind]} that are allowed in a minute (${RATE_SETTINGS[kind].env}). Come back in ${seconds} s.`,
    { code: 'RATE_LIMITED', status: 429, headers: { 'Retry-After': String(seconds) } },
  );
}
