/** Leaves a host alone that fails, and tries it again with one call. The only file that knows cockatiel. */
import { CircuitState, circuitBreaker, handleWhenResult, SamplingBreaker } from 'cockatiel';
import type { BreakerState } from '../source.ts';
import type { ResilienceOptions } from './options.ts';
import type { Outcome } from './outcome.ts';

export interface Breaker {
  readonly state: BreakerState;
  /** How long calls would be in vain; 0 when one may be made. */
  waitMs(): number;
  /** Runs a call and takes note of its outcome. One that throws tells nothing of the host. Only for when `waitMs` is 0. */
  run(work: () => Promise<Outcome>): Promise<Outcome>;
}

const SAMPLE_MS = 10_000;
const FAILED_SHARE = 0.5;
/** While one call tries whether the host is back, others are told to wait so long. */
const PROBE_MS = 1000;
const STATES = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
} as const;

/** @param isFailure - whether an outcome speaks against the host */
export function createBreaker(
  isFailure: (outcome: Outcome) => boolean,
  { breakerMinCalls, breakerOpenMs }: Pick<ResilienceOptions, 'breakerMinCalls' | 'breakerOpenMs'>,
): Breaker {
  const minimumRps = breakerMinCalls / (SAMPLE_MS / 1000);
  const policy = circuitBreaker(
    handleWhenResult((outcome) => isFailure(outcome as Outcome)),
    {
      halfOpenAfter: breakerOpenMs,
      breaker: new SamplingBreaker({ threshold: FAILED_SHARE, duration: SAMPLE_MS, minimumRps }),
    },
  );
  let openedAt = 0;
  policy.onBreak(() => {
    openedAt = Date.now();
  });
  return {
    get state() {
      return STATES[policy.state];
    },
    waitMs() {
      // cockatiel would let all others wait for the one that tries.
      if (policy.state === CircuitState.HalfOpen) return PROBE_MS;
      return policy.state === CircuitState.Closed ? 0 : Math.max(0, openedAt + breakerOpenMs - Date.now());
    },
    run: (work) => policy.execute(work),
  };
}
