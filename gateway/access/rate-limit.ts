/** Limits the rate of requests by token and address, and of sign-ins by address. */
import type { IncomingMessage } from 'node:http';
import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { digest } from '../../datasources/shared/digest.ts';
import type { RateConfig } from '../config/access-config.ts';
import { RATE_SETTINGS, type Rates } from '../config/access-settings.ts';
import { measureOperation } from '../limits/operation-size.ts';
import { type HeadersOnly, readClientAddress, type ServerContext } from '../shared/client-address.ts';
import { createRefusal } from '../shared/refusal.ts';
import { createRateStore, type RateStore } from './rate-store.ts';
import { type Auth, readTokens } from './tokens.ts';

export interface RateOptions extends RateConfig {
  /** Default: in the memory of this process. */
  readonly rateStore?: RateStore | undefined;
}

const WINDOW_MS = 60_000;
const NOUNS = {
  requestsPerToken: 'requests with one token',
  requestsPerAddress: 'requests from one address',
  signInsPerAddress: 'sign-ins from one address',
} as const satisfies Record<keyof Rates, string>;

export interface RateLimiter {
  /**
   * Counts a message, once however often it is asked.
   *
   * @throws GraphQLError - RATE_LIMITED
   */
  take(incoming: IncomingMessage): Promise<void> | undefined;
  readonly plugin: Plugin<ServerContext, ServerContext>;
}

export function createRateLimiter(
  auth: Auth,
  { rates, trustedProxies, rateStore = createRateStore() }: RateOptions,
): RateLimiter {
  const taken = new WeakMap<IncomingMessage, Promise<void>>();

  async function take(kind: keyof Rates, client: string, uses: number): Promise<void> {
    const limit = rates[kind];
    if (limit === 0 || uses === 0) return;
    const waitMs = await rateStore.take(`${kind}:${digest(client)}`, { limit, windowMs: WINDOW_MS }, uses);
    if (waitMs > 0) throw rateRefusal(kind, limit, waitMs);
  }

  async function takeRequest(request: HeadersOnly, context: ServerContext): Promise<void> {
    if (rates.requestsPerAddress > 0)
      await take('requestsPerAddress', readClientAddress(request, context, trustedProxies), 1);
    if (rates.requestsPerToken === 0) return;
    // The gateway's own token has no limit, because all clients without one share it.
    const { data, devops } = readTokens(request, { ...auth, ownToken: 'none' });
    for (const token of new Set([data, devops])) if (token !== undefined) await take('requestsPerToken', token, 1);
  }

  const isUnlimited = rates.requestsPerAddress === 0 && rates.requestsPerToken === 0;

  function takeMessage(incoming: IncomingMessage): Promise<void> | undefined {
    if (isUnlimited) return undefined;
    const known = taken.get(incoming);
    if (known) return known;
    const headers = { get: (name: string) => incoming.headers[name]?.toString() ?? null };
    const counted = takeRequest({ headers }, { req: incoming });
    taken.set(incoming, counted);
    return counted;
  }

  const plugin: RateLimiter['plugin'] = {
    onRequestParse({ request, serverContext }) {
      if (isUnlimited) return undefined;
      return serverContext.req ? takeMessage(serverContext.req) : takeRequest(request, serverContext);
    },
    onExecute({ args: { document, operationName, contextValue } }) {
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== 'mutation') return undefined;
      const { signIns } = measureOperation(document, operation);
      return take('signInsPerAddress', readClientAddress(contextValue.request, contextValue, trustedProxies), signIns);
    },
  };
  return { take: takeMessage, plugin };
}

function rateRefusal(kind: keyof Rates, limit: number, waitMs: number) {
  const seconds = Math.ceil(waitMs / 1000);
  return createRefusal(
    `More than ${limit} ${NOUNS[kind]} in a minute (${RATE_SETTINGS[kind].env}); retry in ${seconds} s.`,
    { code: 'RATE_LIMITED', status: 429, headers: { 'Retry-After': String(seconds) } },
  );
}
