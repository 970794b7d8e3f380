import { BudgetExceededError } from './errors.ts';
import type { OperationScope } from './source.ts';

const callsMade = new WeakMap<OperationScope, number>();

/**
 * Counts one upstream call of an operation.
 *
 * @throws BudgetExceededError - when the operation has made all the calls that it may make
 */
export function spendCall(scope: OperationScope): void {
  const calls = callsMade.get(scope) ?? 0;
  if (calls >= scope.maxCalls) throw new BudgetExceededError(exceeded(scope.maxCalls));
  callsMade.set(scope, calls + 1);
}

/** Whether an operation may make one more call. */
export function hasCallLeft(scope: OperationScope): boolean {
  return (callsMade.get(scope) ?? 0) < scope.maxCalls;
}

function exceeded(maxCalls: number): string {
  return (
    `This operation needs more than the ${maxCalls} upstream calls that one operation may make. ` +
    'Ask for fewer items (`first`, fewer ids) or fewer nested lists, split it into several operations, ' +
    'or have the operator of the gateway raise the limit (ASTRA_GRAPHQL_MAX_UPSTREAM_CALLS).'
  );
}
