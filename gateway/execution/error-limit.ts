/** Bounds how many errors one answer carries. graphql itself bounds those of validation and of variables. */
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** One more says how many are left out. */
export const MAX_ERRORS = 100;

export const LEFT_OUT = 'TOO_MANY_ERRORS';

/** Before errors are masked, which is work for each. */
export function useErrorLimit(): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        if (!('errors' in result) || !result.errors || result.errors.length <= MAX_ERRORS + 1) return;
        setResult({ ...result, errors: limitErrors(result.errors) });
      },
    }),
  };
}

function limitErrors(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const message = `${errors.length - MAX_ERRORS} more errors are left out.`;
  return [...errors.slice(0, MAX_ERRORS), new GraphQLError(message, { extensions: { code: LEFT_OUT } })];
}
