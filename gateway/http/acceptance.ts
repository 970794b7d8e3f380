/** Refuses requests whose method cannot be answered, or whose answer the client would not take. */
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createRefusal } from '../shared/refusal.ts';
import { toRefusalResponse } from './refusal-response.ts';

const MEDIA_TYPES = ['application/graphql-response+json', 'application/json'];

/** Comes before whatever throws, because Yoga answers an `Accept` like these without a body. */
export function useAcceptance(): Plugin {
  return {
    onRequestParse({ request, endResponse }) {
      const refusal = refuseMethod(request.method) ?? refuseAccept(request.headers.get('accept') || '*/*');
      if (refusal) endResponse(toRefusalResponse(request, refusal));
    },
  };
}

function refuseMethod(method: string): GraphQLError | undefined {
  if (method === 'GET' || method === 'POST') return undefined;
  return createRefusal(`${method} means nothing here: send a query or mutation by POST, or a query by GET.`, {
    code: 'BAD_REQUEST',
    status: 405,
    headers: { allow: 'GET, POST' },
  });
}

/** Yoga would answer as a stream too, but nothing here takes time to come, and streams know no end and no status. */
function refuseAccept(accept: string): GraphQLError | undefined {
  const accepted = accept.split(',').map((type) => type.split(';')[0]?.trim());
  if ([...MEDIA_TYPES, 'application/*', '*/*'].some((type) => accepted.includes(type))) return undefined;
  return createRefusal(`Answers are JSON: send "Accept: ${MEDIA_TYPES.join(', ')}", or one of the two.`, {
    code: 'BAD_REQUEST',
    status: 406,
    headers: { accept: MEDIA_TYPES.join() },
  });
}
