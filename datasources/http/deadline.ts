/** The time that a call is given, and who else may end it. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** What ended the call; `undefined` while nothing has. */
  ended(): 'timeout' | 'cancel' | undefined;
  /** Lets go of the timer and the listener. */
  release(): void;
}

/** @param cancel - ends the call early */
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
