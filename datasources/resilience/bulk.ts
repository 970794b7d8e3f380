/** What bulk mutations may use upstream: calls and time that are known to suffice before the first write. */
import { bulkCallsLeft, grantCalls, withExtraCalls } from '../http/budget.ts';
import { BudgetExceededError, OperationTimeoutError } from '../source/errors.ts';
import type { OperationScope } from '../source/source.ts';
import { timeLeftMs, withoutDeadline } from './operation-time.ts';

/** Upstream calls and time of a bulk mutation. Nothing else of its operation may run beside it. */
export interface Bulk {
  /** Upstream calls that are left for a bulk mutation. */
  callsLeft(): number;
  /** Gives its reads so many calls; further ones, such as retries, are the operation's own. */
  read<T>(calls: number, work: () => Promise<T>): Promise<T>;
  /**
   * Gives its writes so many calls, and the time that they take; afterwards as many calls, to read what was written.
   *
   * @throws BudgetExceededError, OperationTimeoutError - before the first write
   */
  write<T>(calls: number, work: () => Promise<T>): Promise<T>;
}

export function createBulk(scope: OperationScope): Bulk {
  return {
    callsLeft: () => bulkCallsLeft(scope),
    read: (calls, work) => withExtraCalls(scope, calls, work),
    async write(calls, work) {
      if (calls > 0) checkTime(scope);
      const left = bulkCallsLeft(scope);
      if (calls > left) throw new BudgetExceededError(tooFewCalls(calls, left));
      const done = await withExtraCalls(scope, calls, () => withoutDeadline(scope, work));
      grantCalls(scope, calls);
      return done;
    },
  };
}

function checkTime(scope: OperationScope): void {
  if (timeLeftMs(scope) > 0) return;
  throw new OperationTimeoutError(
    'The operation has used up its time (ASTRA_GRAPHQL_OPERATION_TIMEOUT_MS) before the first write: nothing was written. Send fewer items at a time, or try again.',
  );
}

function tooFewCalls(calls: number, left: number): string {
  return `${calls} writes are to be made, and ${left} upstream calls are left of those that one operation may make (ASTRA_GRAPHQL_MAX_UPSTREAM_CALLS): nothing was written. Send fewer items at a time.`;
}
