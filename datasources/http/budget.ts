import { BudgetExceededError } from '../source/errors.ts';
import type { OperationScope } from '../source/source.ts';

interface Spending {
  calls: number;
  /** Calls granted to bulk mutations on top. */
  extra: number;
}

const spendings = new WeakMap<OperationScope, Spending>();

/**
 * Counts one upstream call of an operation.
 *
 * @throws BudgetExceededError - when the operation has made all the calls that it may make
 */
export function spendCall(scope: OperationScope): void {
  if (!hasCallLeft(scope)) throw new BudgetExceededError(exceeded(scope.maxCalls));
  spendingOf(scope).calls += 1;
}

/** Whether an operation may make one more call. */
export function hasCallLeft(scope: OperationScope): boolean {
  const { calls, extra } = spendingOf(scope);
  return calls < scope.maxCalls + extra;
}

/** How many calls a bulk mutation may make: those granted to bulk mutations, and the rest of the operation's own. */
export function bulkCallsLeft(scope: OperationScope): number {
  const { calls, extra } = spendingOf(scope);
  const { maxCalls, maxBulkCalls = 0 } = scope;
  return maxBulkCalls - extra + Math.max(0, maxCalls + extra - calls);
}

/** Grants work so many calls on top of the operation's own, within the limit of bulk mutations; unused ones are taken back. */
export async function withExtraCalls<T>(scope: OperationScope, calls: number, work: () => Promise<T>): Promise<T> {
  const spending = spendingOf(scope);
  const before = { ...spending };
  grantCalls(scope, calls);
  const granted = spending.extra - before.extra;
  try {
    return await work();
  } finally {
    spending.extra -= Math.max(0, granted - (spending.calls - before.calls));
  }
}

/** Adds calls to the operation's own, as far as bulk mutations may. */
export function grantCalls(scope: OperationScope, calls: number): void {
  const spending = spendingOf(scope);
  spending.extra += Math.min(calls, (scope.maxBulkCalls ?? 0) - spending.extra);
}

function spendingOf(scope: OperationScope): Spending {
  const known = spendings.get(scope);
  if (known) return known;
  const spending = { calls: 0, extra: 0 };
  spendings.set(scope, spending);
  return spending;
}

function exceeded(maxCalls: number): string {
  return (
    `This operation needs more than the ${maxCalls} upstream calls that one operation may make. ` +
    'Ask for fewer items (`first`, fewer ids) or fewer nested lists, split it into several operations, ' +
    'or have the operator of the gateway raise the limit (ASTRA_GRAPHQL_MAX_UPSTREAM_CALLS).'
  );
}
