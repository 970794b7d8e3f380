/** Tells browsers to do nothing with an answer but hand it to the page that asked. */
import type { Plugin } from 'graphql-yoga';

/** A page that needs more, as GraphiQL does, brings its own. Strict-Transport-Security is for what ends TLS. */
const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export function useSecurityHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
    },
  };
}
