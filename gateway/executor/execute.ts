/**
 * An executor with the semantics of graphql 16 and in its order. What does not depend on data is worked out once for an operation.
 * What it does not know it leaves to graphql, before any resolver is called.
 */
import { type ExecutionArgs, type ExecutionResult, execute, type GraphQLError, OperationTypeNode } from 'graphql';
import type { MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { createCollectedErrors } from './collected-errors.ts';
import { executeFields, executeFieldsSerially } from './execute-fields.ts';
import { type Data, type Execution, isPromise } from './execution.ts';
import { type Prepared, prepare } from './prepare.ts';

/** A promise only where a resolver or a type answers one; never rejected. @throws Error - for an invalid schema */
export function executePrepared(args: ExecutionArgs): MaybePromise<ExecutionResult> {
  const prepared = isSpecial(args) ? undefined : prepare(args);
  return prepared ? run(prepared, args) : execute(args);
}

function isSpecial({ document, fieldResolver, typeResolver, variableValues }: ExecutionArgs): boolean {
  return Boolean(!document || fieldResolver || typeResolver) || typeof (variableValues ?? {}) !== 'object';
}

function run(prepared: Prepared, { rootValue, contextValue }: ExecutionArgs): MaybePromise<ExecutionResult> {
  const errors = createCollectedErrors();
  const { schema, fragments, variableValues, planned, operation } = prepared;
  // Written out: in Node 20 a member behind a spread costs a microsecond, which is more than all the rest here.
  const x: Execution = {
    schema,
    fragments,
    variableValues,
    planned,
    operation,
    rootValue,
    contextValue,
    errors,
    argumentValues: new Map(),
    executeFields,
  };
  const toResult = (data: Data | null): ExecutionResult =>
    errors.list.length === 0 ? { data } : { errors: errors.list, data };
  const failWhole = (error: unknown): ExecutionResult => {
    errors.add(error as GraphQLError, undefined);
    return toResult(null);
  };
  try {
    const isSerial = operation.operation === OperationTypeNode.MUTATION;
    const data = isSerial
      ? executeFieldsSerially(x, prepared.fields, rootValue)
      : executeFields(x, prepared.fields, rootValue, undefined);
    return isPromise(data) ? Promise.resolve(data.then(toResult, failWhole)) : toResult(data);
  } catch (error) {
    return failWhole(error);
  }
}
