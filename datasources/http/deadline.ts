/** Ends a call when its time is up, or when it is cancelled. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** What ended the call; `undefined` while nothing has. */
  ended(): 'timeout' | 'cancel' | undefined;
  /** Removes the timer and the listener. */
  release(): void;
}

/** @param cancel - ends the call before its time is up */
export function createDeadline(timeoutMs: number, cancel: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let reason: 'timeout' | 'cancel' | undefined;
  function end(by: 'timeout' | 'cancel'): void {
    reason ??= by;
    controller.abort();
  }
  const timer = setTimeout(end, timeoutMs, 'timeout');
  const onCancel = () => end('cancel');
  cancel?.addEventListener('abort', onCancel, { once: true });
  function release(): void {
    clearTimeout(timer);
    cancel?.removeEventListener('abort', onCancel);
  }
  return { signal: controller.signal, ended: () => reason, release };
}
