/** Executes operations. Yoga's own executor gives some of them other answers and other causes of errors than graphql does. */
import { type ExecutionArgs, type ExecutionResult, execute, type GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ExecutorName } from '../config/client-settings.ts';
import { executePrepared } from '../executor/execute.ts';
import { copyError } from '../shared/graphql-errors.ts';

const EXECUTORS = { prepared: executePrepared, 'graphql-js': execute };

/** Runs before the plugins that wrap the executor. */
export function useExecution(name: ExecutorName): Plugin {
  const executeBy = EXECUTORS[name];
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => withStatus(await executeBy(args)));
    },
  };
}

/** A result without `data` was refused before its execution, for its variables for example: its status is 400. */
function withStatus(result: ExecutionResult): ExecutionResult {
  return 'data' in result || !result.errors ? result : { errors: result.errors.map(withStatus400) };
}

function withStatus400(error: GraphQLError): GraphQLError {
  return copyError(error, { extensions: { ...error.extensions, http: { status: 400 } } });
}
