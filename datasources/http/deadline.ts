import type { CallSignal } from './transport.ts';

/** Ends a call when its time is up, or when it is cancelled. */
export interface Deadline {
  readonly signal: CallSignal;
  /** What ended the call; `undefined` while nothing has. */
  ended(): 'timeout' | 'cancel' | undefined;
  /** Removes the timer and the listener. */
  release(): void;
}

/** @param cancel - ends the call before its time is up */
export function createDeadline(timeoutMs: number, cancel: AbortSignal | undefined): Deadline {
  const listeners = new Set<() => void>();
  const signal = {
    aborted: false,
    addEventListener: (_: 'abort', listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: 'abort', listener: () => void) => void listeners.delete(listener),
  };
  let reason: 'timeout' | 'cancel' | undefined;
  function end(by: 'timeout' | 'cancel'): void {
    if (signal.aborted) return;
    signal.aborted = true;
    reason = by;
    for (const listener of listeners) listener();
  }
  const timer = setTimeout(end, timeoutMs, 'timeout');
  const onCancel = () => end('cancel');
  cancel?.addEventListener('abort', onCancel, { once: true });
  function release(): void {
    clearTimeout(timer);
    cancel?.removeEventListener('abort', onCancel);
  }
  return { signal, ended: () => reason, release };
}
