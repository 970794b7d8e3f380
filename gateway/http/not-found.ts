/** Says at other paths where GraphQL is answered. */
import type { Plugin } from 'graphql-yoga';
import { createRefusal } from '../shared/refusal.ts';
import { toRefusalResponse } from './refusal-response.ts';

/** Yoga itself answers GraphQL at any path that ends like the endpoint. */
export function useNotFound(endpoint: string, isEndpoint: (pathname: string) => boolean): Plugin {
  return {
    onRequest({ request, url, endResponse }) {
      if (isEndpoint(url.pathname)) return;
      const message = `Nothing is here: GraphQL is answered at ${endpoint}.`;
      endResponse(toRefusalResponse(request, createRefusal(message, { code: 'NOT_FOUND', status: 404 })));
    },
  };
}
