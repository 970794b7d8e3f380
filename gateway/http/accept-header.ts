/** Answers 406 to clients that do not accept JSON. */
import type { Plugin } from 'graphql-yoga';
import { createRefusal, toRefusalResponse } from '../shared/refusal.ts';

const MEDIA_TYPES = ['application/graphql-response+json', 'application/json'];

const NOT_ACCEPTABLE = createRefusal(`Answers are JSON: send "Accept: ${MEDIA_TYPES.join(', ')}", or one of the two.`, {
  code: 'BAD_REQUEST',
  status: 406,
  headers: { accept: MEDIA_TYPES.join() },
});

/**
 * Runs before plugins that throw, because Yoga answers such a request without a body. Yoga's event streams are refused too: no
 * operation here streams.
 */
export function useAcceptHeader(): Plugin {
  return {
    onRequestParse({ request, endResponse }) {
      const accept = request.headers.get('accept') || '*/*';
      const accepted = accept.split(',').map((type) => type.split(';')[0]?.trim());
      const isAcceptable = [...MEDIA_TYPES, 'application/*', '*/*'].some((type) => accepted.includes(type));
      if (!isAcceptable) endResponse(toRefusalResponse(request, NOT_ACCEPTABLE));
    },
  };
}
