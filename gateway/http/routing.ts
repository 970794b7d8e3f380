/** The endpoint and its methods: 404 for other paths, 405 for other methods. */
import type { FetchAPI, Plugin } from 'graphql-yoga';
import { createRefusal, toRefusalResponse } from '../shared/refusal.ts';

export const DEFAULT_ENDPOINT = '/graphql';

/** Yoga itself answers GraphQL at every path that ends with the endpoint. */
export function useNotFound(endpoint: string, isOurs: (pathname: string) => boolean): Plugin {
  return {
    onRequest({ request, url, endResponse }) {
      if (isOurs(url.pathname)) return;
      const message = `Nothing is here: GraphQL is answered at ${endpoint}.`;
      endResponse(toRefusalResponse(request, createRefusal(message, { code: 'NOT_FOUND', status: 404 })));
    },
  };
}

/** For Yoga, which looks at each path again by a pattern of URLs: `useNotFound` has seen to that, and where Node has none they are slow. */
export const ANY_PATH = function AnyPath() {
  return { test: () => true };
} as unknown as FetchAPI['URLPattern'];

export function useMethodCheck(): Plugin {
  return {
    onRequestParse({ request, endResponse }) {
      const { method } = request;
      if (method === 'GET' || method === 'POST') return;
      const message = `${method} means nothing here: send a query or mutation by POST, or a query by GET.`;
      const options = { code: 'BAD_REQUEST', status: 405, headers: { allow: 'GET, POST' } };
      endResponse(toRefusalResponse(request, createRefusal(message, options)));
    },
  };
}
