/** Headers that forbid browsers to cache answers, guess their type, frame them or share them with other pages. */
import type { Plugin } from 'graphql-yoga';

/** Answers with their own headers, such as GraphiQL's page, keep them. Strict-Transport-Security belongs to the TLS endpoint. */
const HEADERS = Object.entries({
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
});

export function useSecurityHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      for (const [name, value] of HEADERS) if (!headers.has(name)) headers.set(name, value);
    },
  };
}
