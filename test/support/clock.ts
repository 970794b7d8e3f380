/** A clock that stands still until it is moved, for the rest of one test. Timers and sockets go on as ever. */
import { onTestFinished, vi } from 'vitest';

/** What `performance.now` gives at first; 0 would stand for a process that has just begun. */
const SINCE_START_MS = 60_000;

export interface StoppedClock {
  pass(ms: number): void;
}

/** Stops the time of day and what `performance.now` counts. */
export function stopClock(): StoppedClock {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  vi.advanceTimersByTime(SINCE_START_MS);
  onTestFinished(() => void vi.useRealTimers());
  return { pass: (ms) => void vi.advanceTimersByTime(ms) };
}
