/** GraphiQL for browsers at the GraphQL endpoint. Everything it needs is in the page: it works without a network. */
import type { Plugin } from 'graphql-yoga';
import { EXAMPLE_TABS } from './graphiql-tabs.ts';

/** The page is one file with scripts inline and workers from blobs; nothing may be fetched but the endpoint itself. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  'worker-src blob:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function useGraphiQL(endpoint: string): Plugin {
  let page: Promise<Uint8Array> | undefined;
  return {
    async onRequest({ request, url, endResponse }) {
      if (request.method !== 'GET' || !request.headers.get('accept')?.includes('text/html')) return;
      if (url.pathname === '/') endResponse(new Response(null, { status: 302, headers: { location: endpoint } }));
      if (url.pathname !== endpoint) return;
      page ??= renderPage(endpoint);
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      };
      endResponse(new Response((await page) as Uint8Array<ArrayBuffer>, { headers }));
    },
  };
}

/** Loaded when it is first asked for: it is 9 MB, which a server without visitors never needs. */
async function renderPage(endpoint: string): Promise<Uint8Array> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const page = renderGraphiQL({
    title: 'astra-graphql',
    endpoint,
    defaultTabs: [...EXAMPLE_TABS],
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
    inputValueDeprecation: true,
    schemaDescription: true,
  });
  return new TextEncoder().encode(page);
}
