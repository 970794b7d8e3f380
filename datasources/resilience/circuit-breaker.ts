/** Stops calls to a host that fails, and tries the host again with one call. */
import type { BreakerState } from '../source/source.ts';
import type { ResilienceOptions } from './options.ts';

export interface CircuitBreaker<O> {
  readonly state: BreakerState;
  /** Milliseconds until a call is worth making; 0 when one may be made now. */
  waitMs(): number;
  /** Makes a call and counts its outcome. Only for when `waitMs` is 0; the call must not reject. */
  run<T extends O>(call: () => Promise<T>): Promise<T>;
}

/** What an outcome says of its host; `unknown` where the call ended for other reasons. */
export type Verdict = 'healthy' | 'failing' | 'unknown';

const SAMPLE_MS = 10_000;
const SLOT_MS = 1000;
const FAILED_SHARE = 0.5;
/** The wait for other calls while one call tries whether the host is back. */
const PROBE_WAIT_MS = 1000;

/** @param onChange - called when it opens, and when it closes again; not for each call that tries in vain */
export function createCircuitBreaker<O>(
  judge: (outcome: O) => Verdict,
  { breakerMinCalls, breakerOpenMs }: Pick<ResilienceOptions, 'breakerMinCalls' | 'breakerOpenMs'>,
  onChange: (state: 'open' | 'closed') => void,
): CircuitBreaker<O> {
  const now = () => performance.now();
  const sample = createSample(now);
  let state: BreakerState = 'closed';
  let openedAtMs = 0;

  function moveTo(next: BreakerState): void {
    const isFirst = state === 'closed';
    state = next;
    if (next === 'open') openedAtMs = now();
    if (next === 'closed') sample.reset();
    if (next === 'closed' || (next === 'open' && isFirst)) onChange(next);
  }

  /** The call that tries a host again has to show that the host is healthy. */
  async function probe<T extends O>(call: () => Promise<T>): Promise<T> {
    moveTo('half-open');
    const outcome = await call();
    moveTo(judge(outcome) === 'healthy' ? 'closed' : 'open');
    return outcome;
  }

  async function count<T extends O>(call: () => Promise<T>): Promise<T> {
    const outcome = await call();
    const verdict = judge(outcome);
    if (verdict === 'unknown') return outcome;
    sample.add(verdict === 'failing');
    const { calls, failures } = sample.total();
    if (state === 'closed' && calls >= breakerMinCalls && failures > FAILED_SHARE * calls) moveTo('open');
    return outcome;
  }

  return {
    get state() {
      return state;
    },
    waitMs() {
      if (state === 'half-open') return PROBE_WAIT_MS;
      return state === 'closed' ? 0 : Math.max(0, openedAtMs + breakerOpenMs - now());
    },
    run: (call) => (state === 'open' ? probe(call) : count(call)),
  };
}

interface Slot {
  readonly startedAtMs: number;
  calls: number;
  failures: number;
}

/** Calls of the last ten seconds, counted by the second. */
function createSample(now: () => number) {
  const slots: Slot[] = [];

  function dropOld(): void {
    while (slots[0] && now() - slots[0].startedAtMs >= SAMPLE_MS) slots.shift();
  }

  function currentSlot(): Slot {
    const last = slots.at(-1);
    if (last && now() - last.startedAtMs < SLOT_MS) return last;
    const slot = { startedAtMs: now(), calls: 0, failures: 0 };
    slots.push(slot);
    return slot;
  }

  return {
    add(isFailure: boolean): void {
      dropOld();
      const slot = currentSlot();
      slot.calls += 1;
      if (isFailure) slot.failures += 1;
    },
    total() {
      const sum = (of: 'calls' | 'failures') => slots.reduce((total, slot) => total + slot[of], 0);
      return { calls: sum('calls'), failures: sum('failures') };
    },
    reset: () => void slots.splice(0),
  };
}
