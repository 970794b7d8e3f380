/** Executes operations with graphql itself: Yoga's executor gives some of them other answers and other causes of errors. */
import { type ExecutionArgs, type ExecutionResult, execute, type GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { copyError } from '../shared/graphql-errors.ts';

/** Runs before the plugins that wrap the executor. */
export function useExecution(): Plugin {
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(executeOperation);
    },
  };
}

/** A result without `data` was refused before its execution, for its variables for example: its status is 400. */
async function executeOperation(args: ExecutionArgs): Promise<ExecutionResult> {
  const result = await execute(args);
  return 'data' in result || !result.errors ? result : { errors: result.errors.map(withStatus400) };
}

function withStatus400(error: GraphQLError): GraphQLError {
  return copyError(error, { extensions: { ...error.extensions, http: { status: 400 } } });
}
