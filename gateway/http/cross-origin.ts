/** Web pages of other origins (CORS): which may ask, what their preflights are answered, and a log entry for those that may not. */
import type { Plugin } from 'graphql-yoga';
import { CLIENT_SETTINGS } from '../config/client-settings.ts';
import { isLoopbackName, toHostname } from '../config/host-patterns.ts';
import type { Log } from '../observability/log.ts';
import { createRefusal, toRefusalResponse } from '../shared/refusal.ts';
import { addVary } from './vary.ts';

export interface OriginRule {
  /** Origins of other web pages that may send requests. */
  readonly corsOrigins: readonly string[];
  /** Whether pages that this machine serves may send them too. */
  readonly loopbackOrigins: boolean;
}

const METHODS = 'GET, POST';
const EXPOSED_HEADERS = 'x-request-id, retry-after';
/** Chromium's maximum: two hours. */
const PREFLIGHT_SECONDS = 7200;
const LOGGED_ORIGINS = 100;
const SETTING = CLIENT_SETTINGS.corsOrigins.env;

const REFUSAL = createRefusal(`Pages of this origin may not ask: add it to ${SETTING}.`, {
  code: 'BAD_REQUEST',
  status: 403,
});

/** First in the pipeline: preflights are no GraphQL requests. Credentials are never allowed, for tokens come in headers. */
export function useCrossOrigin(rule: OriginRule, isEndpoint: (pathname: string) => boolean, log: Log): Plugin {
  const isOpen = rule.corsOrigins.length > 0 || rule.loopbackOrigins;
  /** Requests for the endpoint, with the foreign origin that may read the answer. */
  const answered = new WeakMap<Request, string | undefined>();
  const noteRefusal = onceEach((origin) => log.refusedOrigin(origin, `add it to ${SETTING} to let its pages ask`));
  return {
    onRequest({ request, url: { pathname }, endResponse }) {
      if (!isEndpoint(pathname)) return;
      const origin = foreignOrigin(request);
      const isRefused = origin !== undefined && !isAllowed(origin, rule);
      if (isRefused) noteRefusal(origin);
      if (isOpen) answered.set(request, isRefused ? undefined : origin);
      if (request.method !== 'OPTIONS') return;
      const isPreflight = request.headers.has('access-control-request-method');
      if (isRefused && isPreflight) endResponse(toRefusalResponse(request, REFUSAL));
      else endResponse(answerOptions(request, isPreflight && origin !== undefined));
    },
    onResponse({ request, response: { headers } }) {
      if (!answered.has(request)) return;
      addVary(headers, 'Origin');
      const origin = answered.get(request);
      if (origin === undefined) return;
      headers.set('access-control-allow-origin', origin);
      headers.set('access-control-expose-headers', EXPOSED_HEADERS);
    },
  };
}

function answerOptions({ headers }: Request, isPreflight: boolean): Response {
  const asked = headers.get('access-control-request-headers');
  return new Response(null, {
    status: 204,
    headers: {
      allow: `${METHODS}, OPTIONS`,
      ...(isPreflight && {
        'access-control-allow-methods': METHODS,
        'access-control-max-age': String(PREFLIGHT_SECONDS),
        vary: 'Access-Control-Request-Headers',
        // Any header may come: none is trusted for who sends it.
        ...(asked !== null && { 'access-control-allow-headers': asked }),
      }),
    },
  });
}

/** The origin of another page that sends the request; `undefined` for the gateway's own page and for what is no page. */
function foreignOrigin({ headers, url }: Request): string | undefined {
  const origin = headers.get('origin');
  if (origin === null || headers.get('sec-fetch-site') === 'same-origin') return undefined;
  // Before a proxy that ends TLS, the page has another scheme.
  return hostOf(origin) === (headers.get('host') ?? new URL(url).host) ? undefined : origin;
}

function isAllowed(origin: string, { corsOrigins, loopbackOrigins }: OriginRule): boolean {
  if (corsOrigins.includes(origin)) return true;
  return loopbackOrigins && isLoopbackName(toHostname(hostOf(origin) ?? '') ?? '');
}

/** `undefined` for what is no origin of a server, such as `null`. */
function hostOf(origin: string): string | undefined {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  return url?.origin === origin ? url.host : undefined;
}

/** Runs the task once for each origin of a server, and for no more than so many: anyone can make origins up. */
function onceEach(task: (origin: string) => void): (origin: string) => void {
  const seen = new Set<string>();
  return (origin) => {
    if (seen.size >= LOGGED_ORIGINS || hostOf(origin) === undefined || seen.has(origin)) return;
    seen.add(origin);
    task(origin);
  };
}
