/** Prevents cross-site request forgery: GET requests that other web pages can send through a browser are refused. */
import type { Plugin } from 'graphql-yoga';
import { createRefusal } from '../shared/refusal.ts';

/** A browser sends these headers of another page only after a preflight, which the gateway does not allow. */
const PREFLIGHTED_HEADERS = [
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'x-requested-with',
  'x-cassandra-token',
];
/** A browser may add `Basic` credentials by itself, but never a bearer token. */
const BEARER = /^bearer /i;
const SIMPLE_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/** POST needs no check: its body must have the type JSON, which requires a preflight. */
export function useCsrfPrevention(): Plugin {
  return {
    onRequestParse({ request: { method, headers } }) {
      if (method !== 'GET') return;
      const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
      const isPreflighted =
        (type && !SIMPLE_TYPES.includes(type)) ||
        PREFLIGHTED_HEADERS.some((name) => headers.get(name)) ||
        BEARER.test(headers.get('authorization') ?? '');
      if (isPreflighted) return;
      throw createRefusal(
        `A GET request must carry "Content-Type: application/json", a token, or one of the headers ${PREFLIGHTED_HEADERS.join(', ')}.`,
        { code: 'BAD_REQUEST', status: 400 },
      );
    },
  };
}
