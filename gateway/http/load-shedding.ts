/** Load shedding: status 503 tells clients and load balancers that the gateway is overloaded. */
import type { Plugin } from 'graphql-yoga';
import { OverloadedError } from '../../datasources/source/errors.ts';
import { TOO_MANY_ERRORS } from '../limits/error-limit.ts';
import { causeOf } from '../shared/graphql-errors.ts';

/**
 * Failures of upstream are errors on their fields, with status 200. So is overload of the gateway where the answer has any
 * data; without data the answer is a 503 with `Retry-After`.
 */
export function useLoadShedding(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (!('data' in result) || !result.errors?.length || !isEmpty(result.data)) return;
      const errors = result.errors.filter(({ extensions }) => extensions.code !== TOO_MANY_ERRORS);
      const causes = errors.map(causeOf).filter((cause) => cause instanceof OverloadedError);
      if (causes.length === 0 || causes.length < errors.length) return;
      const waitMs = Math.max(...causes.map(({ retryAfterMs = 0 }) => retryAfterMs));
      const http = { status: 503, headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) } };
      setResult({ ...result, extensions: { ...result.extensions, http } });
    },
  };
}

/** Whether there is no data: `null`, or objects without any value. */
function isEmpty(data: unknown): boolean {
  if (Array.isArray(data)) return false;
  if (typeof data !== 'object' || data === null) return data === null || data === undefined;
  return Object.values(data).every(isEmpty);
}
