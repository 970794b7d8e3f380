/** Executes operations by graphql itself. Yoga's executor answers some of them otherwise, and names other causes of errors. */
import { type ExecutionArgs, type ExecutionResult, execute, type GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { copyError } from '../shared/graphql-errors.ts';

/** Comes before whatever else chooses how operations are executed. */
export function useExecution(): Plugin {
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(executeOperation);
    },
  };
}

/** A result without data was refused before anything was executed, such as for its variables: that is status 400. */
async function executeOperation(args: ExecutionArgs): Promise<ExecutionResult> {
  const result = await execute(args);
  return 'data' in result || !result.errors ? result : { errors: result.errors.map(refuse) };
}

function refuse(error: GraphQLError): GraphQLError {
  return copyError(error, { extensions: { ...error.extensions, http: { status: 400 } } });
}
