/** The time that an operation has for all its upstream calls. */
import type { OperationScope } from '../source/source.ts';

const grantedMs = new WeakMap<OperationScope, number>();
const withoutEnd = new WeakSet<OperationScope>();

/** Milliseconds until the deadline of the operation; infinite without one, 0 or less after it. */
export function timeLeftMs(scope: OperationScope): number {
  if (scope.endsAtMs === undefined || isUnending(scope)) return Number.POSITIVE_INFINITY;
  return scope.endsAtMs + (grantedMs.get(scope) ?? 0) - performance.now();
}

/** Whether the operation is in work without a deadline. */
export function isUnending(scope: OperationScope): boolean {
  return withoutEnd.has(scope);
}

/** Extends the deadline of an operation. */
export function grantTime(scope: OperationScope, durationMs: number): void {
  grantedMs.set(scope, (grantedMs.get(scope) ?? 0) + durationMs);
}

/** Runs work without the deadline of its operation: each of its calls has its own time limit, and its duration is not counted. */
export async function withoutDeadline<T>(scope: OperationScope, work: () => Promise<T>): Promise<T> {
  const startedAtMs = performance.now();
  withoutEnd.add(scope);
  try {
    return await work();
  } finally {
    withoutEnd.delete(scope);
    grantTime(scope, performance.now() - startedAtMs);
  }
}
