/** Tells clients and balancers by the status that the gateway has too much to do. */
import type { Plugin } from 'graphql-yoga';
import { OverloadedError } from '../../datasources/source/errors.ts';
import { LEFT_OUT } from '../execution/error-limit.ts';
import { causeOf } from '../execution/errors.ts';

/**
 * Failures of upstream are errors on their fields, under status 200. Overload of the gateway itself is too, where the
 * answer holds any data; where it holds none, it is a 503 that says when to come back.
 */
export function useShedding(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (!('data' in result) || !isEmpty(result.data)) return;
      const errors = (result.errors ?? []).filter(({ extensions }) => extensions.code !== LEFT_OUT);
      const causes = errors.map(causeOf).filter((cause) => cause instanceof OverloadedError);
      if (causes.length === 0 || causes.length < errors.length) return;
      const waitMs = Math.max(...causes.map(({ retryAfterMs = 0 }) => retryAfterMs));
      const http = { status: 503, headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) } };
      setResult({ ...result, extensions: { ...result.extensions, http } });
    },
  };
}

/** Whether nothing was found: `null`, or objects without any value. */
function isEmpty(data: unknown): boolean {
  if (Array.isArray(data)) return false;
  if (typeof data !== 'object' || data === null) return data === null || data === undefined;
  return Object.values(data).every(isEmpty);
}
