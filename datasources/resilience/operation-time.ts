/** The time that an operation has for all its upstream calls. */
import type { OperationScope } from '../source/source.ts';

const grantedMs = new WeakMap<OperationScope, number>();
const withoutEnd = new WeakSet<OperationScope>();

/** Milliseconds until the operation is to have its answer; infinite without an end, 0 or less behind it. */
export function timeLeftMs(scope: OperationScope): number {
  if (scope.endsAtMs === undefined || isUnending(scope)) return Number.POSITIVE_INFINITY;
  return scope.endsAtMs + (grantedMs.get(scope) ?? 0) - performance.now();
}

/** Whether it is in the midst of work that is carried through. */
export function isUnending(scope: OperationScope): boolean {
  return withoutEnd.has(scope);
}

/** Moves the end of an operation away. */
export function grantTime(scope: OperationScope, durationMs: number): void {
  grantedMs.set(scope, (grantedMs.get(scope) ?? 0) + durationMs);
}

/** Carries work through whatever time it takes: each of its calls is given its own time, and none of it is counted. */
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
