/** Keeps other web pages from sending requests through a visitor's browser (cross-site request forgery). */
import type { Plugin } from 'graphql-yoga';
import { createRefusal } from '../shared/refusal.ts';

/** Headers that a browser lets a page set only after it has asked the server, which allows no foreign page. */
const PREFLIGHTED_HEADERS = [
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'x-requested-with',
  'x-cassandra-token',
];
/** A browser may add a name and a password by itself (`Basic`), but never a token. */
const BEARER = /^bearer /i;
const SIMPLE_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/** POST needs nothing of this, because it is taken as JSON alone. */
export function useCsrfPrevention(): Plugin {
  return {
    onRequestParse({ request: { method, headers } }) {
      const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
      const isPreflighted =
        (type && !SIMPLE_TYPES.includes(type)) ||
        PREFLIGHTED_HEADERS.some((name) => headers.get(name)) ||
        BEARER.test(headers.get('authorization') ?? '');
      if (method !== 'GET' || isPreflighted) return;
      throw createRefusal(
        `A GET request must carry "Content-Type: application/json", a token, or one of the headers ${PREFLIGHTED_HEADERS.join(', ')}.`,
        { code: 'BAD_REQUEST', status: 400 },
      );
    },
  };
}
