/** The time that an operation has for all its upstream calls. */
import type { OperationScope } from '../source.ts';

const grantedMs = new WeakMap<OperationScope, number>();

/** Milliseconds until the operation is to have its answer; infinite without an end, 0 or less behind it. */
export function timeLeftMs(scope: OperationScope): number {
  if (scope.endsAtMs === undefined) return Number.POSITIVE_INFINITY;
  return scope.endsAtMs + (grantedMs.get(scope) ?? 0) - performance.now();
}

/** Moves the end of an operation away. */
export function grantTime(scope: OperationScope, durationMs: number): void {
  grantedMs.set(scope, (grantedMs.get(scope) ?? 0) + durationMs);
}
