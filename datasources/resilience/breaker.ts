/** Leaves a host alone that fails, and tries it again with one call. The only file that knows cockatiel. */
import { CircuitState, circuitBreaker, handleWhenResult, SamplingBreaker } from 'cockatiel';
import type { BreakerState } from '../source/source.ts';
import type { ResilienceOptions } from './options.ts';
import type { Outcome } from './outcome.ts';

export interface Breaker {
  readonly state: BreakerState;
  /** How long calls would be in vain; 0 when one may be made. */
  waitMs(): number;
  /** Runs a call and takes note of its outcome. Only for when `waitMs` is 0. */
  run<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
}

/** What an outcome says of its host; nothing, where the call ended for other reasons. */
export type Verdict = 'well' | 'failing' | 'unclear';

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

export function createBreaker(
  judge: (outcome: Outcome) => Verdict,
  { breakerMinCalls, breakerOpenMs }: Pick<ResilienceOptions, 'breakerMinCalls' | 'breakerOpenMs'>,
): Breaker {
  const minimumRps = breakerMinCalls / (SAMPLE_MS / 1000);
  const policy = circuitBreaker(
    // The call that tries a host again has to show that it is well.
    handleWhenResult((outcome) => judge(outcome as Outcome) !== 'well'),
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
    async run<T>(work: () => Promise<Outcome<T>>) {
      try {
        return await policy.execute(async () => {
          const outcome = await work();
          if (policy.state === CircuitState.Closed && judge(outcome) === 'unclear') throw new Unclear(outcome);
          return outcome;
        });
      } catch (error) {
        // It is the outcome of this very work.
        if (error instanceof Unclear) return error.outcome as Outcome<T>;
        throw error;
      }
    },
  };
}

/** Thrown past cockatiel, which counts neither for nor against a host what it does not know. */
class Unclear extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('This says nothing of the host');
    this.outcome = outcome;
  }
}
