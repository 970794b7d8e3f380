/** GraphiQL for browsers at the GraphQL endpoint. All its files are served from here, so it needs no other network. */
import type { Plugin } from 'graphql-yoga';
import { createRefusal, toRefusalResponse } from '../shared/refusal.ts';
import { chooseCoding } from './accept-encoding.ts';
import { readGraphiQLFile, readGraphiQLPage } from './graphiql-files.ts';

/** Everything comes from this origin. The editor creates style elements, and its styles contain fonts. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // The page names the files of its build, so a new build must be used at once.
  'cache-control': 'no-cache',
};

const NO_FILE = createRefusal('GraphiQL has no such file: load its page again.', { code: 'NOT_FOUND', status: 404 });

/**
 * @param isSurface - whether GraphQL is answered at a path: the page there asks it
 * @param compression - whether files are answered compressed: frameworks may drop the header that says so
 */
export function useGraphiQL(endpoint: string, isSurface: (pathname: string) => boolean, compression: boolean): Plugin {
  const assets = `${endpoint}/assets/`;
  return {
    onRequest({ request, url: { pathname }, endResponse }) {
      if (request.method !== 'GET') return undefined;
      if (pathname.startsWith(assets))
        return answerFile(request, pathname.slice(assets.length), compression).then(endResponse);
      if (!request.headers.get('accept')?.includes('text/html')) return undefined;
      if (pathname === '/') return endResponse(new Response(null, { status: 302, headers: { location: endpoint } }));
      return isSurface(pathname) ? answerPage(endpoint).then(endResponse) : undefined;
    },
  };
}

async function answerPage(endpoint: string): Promise<Response> {
  const page = await readGraphiQLPage();
  if (page === undefined) return new Response('GraphiQL is not built: npm run build.', { status: 404 });
  return new Response(page.replaceAll('{endpoint}', endpoint), { headers: PAGE_HEADERS });
}

async function answerFile(request: Request, path: string, compression: boolean): Promise<Response> {
  const isGzipTaken = compression && chooseCoding(request.headers.get('accept-encoding'), ['gzip']) === 'gzip';
  const file = await readGraphiQLFile(path, isGzipTaken);
  if (!file) return toRefusalResponse(request, NO_FILE);
  return new Response(file.bytes, {
    headers: {
      'content-type': file.type,
      ...(isGzipTaken && { 'content-encoding': 'gzip' }),
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      // The path contains the hash of the build.
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
}
