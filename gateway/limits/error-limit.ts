/** Bounds the number of errors in an answer. graphql itself bounds errors of validation and of variables. */
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** One more error says how many are omitted. */
export const MAX_ERRORS = 100;

export const TOO_MANY_ERRORS = 'TOO_MANY_ERRORS';

/** Runs before errors are masked, which costs time for each. */
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
  return [...errors.slice(0, MAX_ERRORS), new GraphQLError(message, { extensions: { code: TOO_MANY_ERRORS } })];
}
