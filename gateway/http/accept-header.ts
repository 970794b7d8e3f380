/** Answers 406 to clients that do not accept JSON. */
import type { Plugin } from 'graphql-yoga';
import { memoizeTexts } from '../../datasources/shared/memoize-texts.ts';
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
      if (!isAcceptable(request.headers.get('accept') || '*/*'))
        endResponse(toRefusalResponse(request, NOT_ACCEPTABLE));
    },
  };
}

const isAcceptable = memoizeTexts((accept) => {
  const accepted = accept.split(',').map((type) => type.split(';')[0]?.trim());
  return [...MEDIA_TYPES, 'application/*', '*/*'].some((type) => accepted.includes(type));
});
